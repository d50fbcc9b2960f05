"""PDF pages as geometry: grids from lines, text from printed lines."""

import pytest

from dondoc.plans.adapters.legacy import Moderniser
from dondoc.plans.adapters.pdf.columns import closing_zone, head_zone
from dondoc.plans.adapters.pdf.flow import Measure, cell_text, paragraphs_of
from dondoc.plans.adapters.pdf.grids import Box, nets_of
from dondoc.plans.adapters.pdf.lines import Line, Word, lines_of
from dondoc.plans.adapters.pdf.shapes import Glyph, Ruling

WIDE = 6.0


def line(text: str, x: float = 0.0, y: float = 100.0, *, bold: bool = False) -> Line:
    """A printed line of letters 6 points wide; "|" leaves a gap of 60 points."""
    words, at = [], x
    for token in text.split(" "):
        if token == "|":
            at += 60
            continue
        words.append(Word(token, at, at + WIDE * len(token), y - 10, y + 2, y, 12.0, bold, False))
        at += WIDE * (len(token) + 1)
    return Line(tuple(words))


def lines(*texts: str, x: float = 0.0) -> list[Line]:
    return [line(text, x, 100 + 14 * number) for number, text in enumerate(texts)]


def flat(y: float, start: float, end: float) -> Ruling:
    return Ruling(False, y, start, end)


def upright(x: float, start: float, end: float) -> Ruling:
    return Ruling(True, x, start, end)


def spans(boxes: list[Box]) -> set[tuple[int, int, int, int]]:
    return {(box.row, box.column, box.row_span, box.column_span) for box in boxes}


FRAME = [flat(y, 0, 300) for y in (0, 40, 120)] + [upright(x, 0, 120) for x in (0, 300)]


def test_a_grid_with_a_wide_and_a_tall_cell() -> None:
    inside = [upright(100, 40, 120), upright(200, 40, 120), flat(80, 100, 300)]
    (net,) = nets_of([*FRAME, *inside])
    assert spans(net.boxes) == {(0, 0, 1, 3), (1, 0, 2, 1), (1, 1, 1, 1), (1, 2, 1, 1), (2, 1, 1, 1), (2, 2, 1, 1)}


def test_lines_drawn_twice_or_in_pieces_are_one() -> None:
    pieces = [flat(40.4, 0, 100), flat(40, 98, 300), upright(150, 0, 60), upright(150.8, 59, 120)]
    (net,) = nets_of([*FRAME, *pieces])
    assert (len(net.xs), len(net.ys)) == (3, 3)


def test_a_row_that_the_page_cut_off_is_closed() -> None:
    open_below = [flat(0, 0, 300), flat(40, 0, 300), *(upright(x, 0, 90) for x in (0, 150, 300))]
    (net,) = nets_of(open_below)
    assert len(net.boxes) == 4
    assert net.bottom == pytest.approx(90)


def test_two_tables_on_a_page_and_an_underline() -> None:
    second = [
        line_._replace(at=line_.at + 200) if not line_.upright else line_._replace(start=200, end=320)
        for line_ in FRAME
    ]
    found = nets_of([*FRAME, *second, flat(180, 50, 90)])
    assert [round(net.top) for net in found] == [0, 200]


def test_a_frame_is_no_table() -> None:
    assert nets_of([flat(0, 0, 300), flat(90, 0, 300), upright(0, 0, 90), upright(300, 0, 90)]) == []


CELL = Measure(0, 102)  # 17 letters


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        (("Phòng Văn hóa và", "Thông tin"), "Phòng Văn hóa và Thông tin"),
        (("Trung tâm Văn hóa", "- Thông tin huyện"), "Trung tâm Văn hóa - Thông tin huyện"),
        (("- Kế hoạch;", "- Báo cáo kết quả", "thực hiện."), "- Kế hoạch;\n- Báo cáo kết quả thực hiện."),
        (("Phòng A", "Phòng B"), "Phòng A\nPhòng B"),
        (("Văn phòng", "HĐND&UBND huyện"), "Văn phòng HĐND&UBND huyện"),
        (("Kế hoạch số 38/KH-", "UBND"), "Kế hoạch số 38/KH-UBND"),
        (("Hoàn thành tháng", "12. Sau đó báo cáo"), "Hoàn thành tháng 12. Sau đó báo cáo"),
    ],
)
def test_the_lines_of_a_cell(printed: tuple[str, ...], text: str) -> None:
    assert cell_text(lines(*printed), CELL) == text


def test_a_word_that_a_narrow_column_cut() -> None:
    assert cell_text(lines("ST", "T"), Measure(0, 13)) == "STT"
    assert cell_text(lines("VII", "I"), Measure(0, 19)) == "VIII"
    assert cell_text(lines("Nội", "vụ"), Measure(0, 19)) == "Nội vụ"


def test_paragraphs_end_where_the_next_word_had_room() -> None:
    printed = lines("Ủy ban nhân dân xã yêu cầu các", "ban ngành thực hiện.", "Công an xã phối hợp.", "- Việc khác")
    found = paragraphs_of(printed, Measure(0, 190), pitch=14)
    assert [each.text for each in found] == [
        "Ủy ban nhân dân xã yêu cầu các ban ngành thực hiện.", "Công an xã phối hợp.", "- Việc khác",
    ]  # fmt: skip


def test_the_head_in_two_columns() -> None:
    printed = [
        line("ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ", 0, 100), line("XÃ A", 20, 114), line("NGHĨA VIỆT NAM", 190, 115),
        line("Số: 1/KH-UBND | A, ngày 5 tháng 2 năm 2024", 0, 140), line("KẾ HOẠCH", 150, 170),
    ]  # fmt: skip
    zone = head_zone(printed)
    assert zone is not None
    assert [each.text for each in zone.left] == ["ỦY BAN NHÂN DÂN", "XÃ A", "Số: 1/KH-UBND"]
    assert [each.text for each in zone.right] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "A, ngày 5 tháng 2 năm 2024"]
    assert zone.end == 4


def test_recipients_beside_a_signature_printed_a_little_higher() -> None:
    printed = [
        line("Kế hoạch này có hiệu lực từ ngày ký và được gửi đến mọi đơn vị.", 0, 80),
        line("TM. ỦY BAN NHÂN DÂN", 220, 118),
        line("Nơi nhận:", 0, 122), line("- Như trên; | CHỦ TỊCH", 0, 136), line("- Lưu: VT.", 0, 150),
        line("Lê Văn A", 230, 190),
    ]  # fmt: skip
    zone = closing_zone(printed)
    assert zone is not None
    assert (zone.start, zone.end) == (1, 6)
    assert [each.text for each in zone.left] == ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]
    assert [each.text for each in zone.right] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn A"]


def glyphs(text: str, x: float = 0.0) -> list[Glyph]:
    return [Glyph(letter, x + 6 * at, x + 6 * at + 6, 90, 102, 100, 12, "Times") for at, letter in enumerate(text)]


def test_marks_printed_apart_and_letters_printed_twice() -> None:
    twice = [
        each for letter in glyphs("Số") for each in (letter, letter._replace(x0=letter.x0 + 0.3, x1=letter.x1 + 0.3))
    ]
    (found,) = lines_of(twice, Moderniser())
    assert found.text == "Số"
    apart = [*glyphs("xa"), Glyph("\u0303", 7, 7, 90, 102, 100, 12, "Times"), *glyphs("b", 30)]
    (found,) = lines_of(apart, Moderniser())
    assert found.text == "xã b"
