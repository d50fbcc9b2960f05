"""A made-up document through LibreOffice: its PDF says what its Word file says; an old Word file is read or refused."""

import subprocess
from pathlib import Path

import pytest

from apps.plans_readers.making import ANNEX_HEAD, cell, paragraph, row, table, word
from dondoc.plans.adapters.opening import read_source
from dondoc.plans.rules.blocks import Source

CENTRED, LEVEL = (
    '<w:jc w:val="center"/>',
    "Các cơ quan, đơn vị trên địa bàn huyện thực hiện nghiêm túc, hiệu quả các nhiệm vụ được giao; ",
)
LANDSCAPE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'


def body() -> str:
    head = table(
        row(
            cell("ỦY BAN NHÂN DÂN", "HUYỆN A", "Số: 5/KH-UBND"),
            cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "A, ngày 05 tháng 3 năm 2024"),
        ),
        bordered=False,
    )
    closing = table(
        row(cell("Nơi nhận:", "- Như trên;", "- Lưu: VT."), cell("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn A")),
        bordered=False,
    )
    down, below = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        row(cell("I"), cell("Công khai, minh bạch", properties='<w:gridSpan w:val="3"/>')),
        row(
            cell("1", properties=down),
            cell("Rà soát:\n- Hộ nghèo;\n- Giá đất"),
            cell("UBND xã", properties=down),
            cell("Quý I"),
        ),
        row(cell("", properties=below), cell("Niêm yết"), cell("", properties=below), cell("Quý II")),
    ]
    prose = [paragraph(f"{number}. {LEVEL * 3}") for number in range(1, 6)]
    return "".join(
        [
            head,
            paragraph("KẾ HOẠCH", CENTRED),
            *prose,
            closing,
            paragraph("PHỤ LỤC", CENTRED),
            table(ANNEX_HEAD, *rows),
            LANDSCAPE,
        ]
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, needs_libreoffice: str) -> Path:
    folder = tmp_path_factory.mktemp("made")
    path = word(folder / "a.docx", body())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for kind in ("pdf", "doc:MS Word 97", "rtf:Rich Text Format"):
        command = [needs_libreoffice, "--headless", profile, "--convert-to", kind, "--outdir", str(folder), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder


def cells(source: Source) -> list[tuple[str, int, int]]:
    return [(c.text, c.row_span, c.column_span) for t in source.tables() for c in t.cells()]


def test_the_pdf_says_the_same(made: Path) -> None:
    printed, typed = read_source(made / "a.pdf"), read_source(made / "a.docx")
    assert [p.text for p in printed.paragraphs()] == [p.text for p in typed.paragraphs()]
    assert [p.from_layout for p in printed.paragraphs()] == [p.from_layout for p in typed.paragraphs()]
    assert cells(printed) == cells(typed)


def test_an_old_word_file_keeps_its_tables_to_the_cell(made: Path) -> None:
    source, typed = read_source(made / "a.doc"), read_source(made / "a.docx")
    assert source.kind == "doc"
    assert cells(source) == cells(typed)
    assert [p.text for p in source.paragraphs()] == [p.text for p in typed.paragraphs()]


def test_an_old_word_file_without_libreoffice(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = cells(read_source(made / "a.docx"))
    monkeypatch.setenv("PATH", str(made))
    assert cells(read_source(made / "a.doc")) == expected


def test_rich_text_keeps_its_cells(made: Path) -> None:
    texts = [text for text, *_ in cells(read_source(made / "a.rtf")) if text]
    assert texts == [text for text, *_ in cells(read_source(made / "a.docx"))]
