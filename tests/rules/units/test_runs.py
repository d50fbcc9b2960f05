"""Agencies at the start of a sentence, and where they end before the verb."""

from pathlib import Path

import pytest

from dondoc.units.rules import read_agencies

RUNS = Path(__file__).with_name("runs.txt")


def runs() -> list[tuple[str, str, list[str]]]:
    lines = [line for line in RUNS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    pairs = [line.split(" => ") for line in lines]
    cut = [(sentence.replace(" ¦ ", "¦ ").split("¦"), names.split(" | ")) for sentence, names in pairs]
    return [(before, after, names) for (before, after), names in cut]


@pytest.mark.parametrize(("before", "after", "names"), runs())
def test_a_run_of_agencies_ends_before_the_verb(before: str, after: str, names: list[str]) -> None:
    run = read_agencies(before + after, 0)
    assert run is not None
    assert list(run.names) == names
    assert run.end == len(before)


@pytest.mark.parametrize(
    "sentence",
    [
        "Thanh tra, kiểm tra việc thực hiện", "Tổ chức tuyên truyền", "Phòng, chống tham nhũng", "Phòng ngừa tội phạm",
        "Ban hành kế hoạch", "Báo cáo kết quả", "Hội nghị tổng kết", "Đoàn kết nội bộ", "Lãnh đạo, chỉ đạo thực hiện",
        "Xây dựng kế hoạch", "Người dân tham gia", "Xã hội hóa giáo dục", "Tỉnh tiếp tục", "",
    ],
)  # fmt: skip
def test_a_sentence_that_begins_with_its_verb_names_nobody(sentence: str) -> None:
    assert read_agencies(sentence, 0) is None


def test_a_run_may_begin_anywhere_in_the_text() -> None:
    text = "Chủ trì, phối hợp với các ban, ngành liên quan, UBND các xã, thị trấn tổ chức triển khai"
    run = read_agencies(text, text.index("các ban"))
    assert run is not None
    assert text[run.start : run.end] == "các ban, ngành liên quan, UBND các xã, thị trấn"
    assert [text[agency.start : agency.end] for agency in run.agencies] == list(run.names)
