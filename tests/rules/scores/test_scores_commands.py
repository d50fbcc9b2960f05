"""`dondoc scores`: what scripts and people get, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from dondoc.cli import main
from dondoc.scores.adapters.tables import shipped_panel
from dondoc.scores.rules.provinces import find_province
from dondoc.toolkit.errors import BadInput

NAMES = shipped_panel().provinces


@pytest.fixture(autouse=True)
def _without_database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No database lies where these commands look: the shipped table answers."""
    monkeypatch.setenv("DONDOC_DATA", str(tmp_path))
    monkeypatch.delenv("DONDOC_DATABASE", raising=False)


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["scores", *arguments, "--json"]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


@pytest.mark.parametrize(
    ("province", "year", "total", "rank", "of", "group"),
    [
        ("Đắk Nông", 2022, 40.5274, 51, 61, "Thấp"),
        ("dak nong", 2023, 38.9711, 61, 61, "Thấp"),
        ("Thừa Thiên Huế", 2023, 46.0415, 1, 61, "Cao"),
        ("Lào Cai", 2020, 42.9506, 28, 63, "Trung bình cao"),
        ("Lao Cai", 2021, 40.1514, 49, 60, "Thấp"),
        ("Hà Giang", 2022, 41.1470, 40, 61, "Trung bình thấp"),
        ("Hà Giang", 2023, 44.2479, 11, 61, "Cao"),
        ("Hà Giang", 2024, 43.7289, 30, 61, "Trung bình cao"),
        ("Quảng Trị", 2024, 44.7473, 14, 61, "Cao"),
        ("Huế", 2024, 45.0950, 11, 61, "Cao"),
    ],
)
def test_show_tells_what_was_published(
    capsys: pytest.CaptureFixture[str], province: str, year: int, total: float, rank: int, of: int, group: str
) -> None:
    answer = shown(capsys, "show", "--province", province, "--year", str(year))
    assert [answer[key] for key in ("total", "rank", "of", "group")] == [total, rank, of, group]
    assert sum(part["score"] for part in answer["dimensions"].values()) == pytest.approx(total, abs=5e-4)
    for code, dimension in answer["dimensions"].items():
        below = [part["score"] for name, part in answer["components"].items() if name.startswith(f"{code}_")]
        assert sum(below) == pytest.approx(dimension["score"], abs=5e-4)


def test_show_tells_the_change(capsys: pytest.CaptureFixture[str]) -> None:
    answer = shown(capsys, "show", "--province", "TT-Huế", "--year", "2023")
    assert (round(answer["change"], 3), answer["rank_change"]) == (0.657, 4)
    answer = shown(capsys, "show", "--province", "Lào Cai", "--year", "2021")
    assert (answer["change"], answer["rank_change"], answer["rank_change_in_common"]) == (-2.7992, -21, -24)
    assert answer["break"]["new_sample"] is True


def test_a_total_that_was_not_published_is_null_and_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    answer = shown(capsys, "show", "--province", "Bắc Giang", "--year", "2022")
    assert [answer[key] for key in ("total", "rank", "group", "change")] == [None] * 4
    assert answer["missing"] == ["D1", "D2", "D4", "D5"]
    assert answer["dimensions"]["D6"]["group_is_published"] is True
    assert answer["source"] == "shipped"


def test_goal_tells_needs_odds_and_outcome(capsys: pytest.CaptureFixture[str]) -> None:
    answer = shown(capsys, "goal", "--province", "lao cai", "--base-year", "2020", "--goal", "rank+5")
    assert answer["needs"] == 0.2489
    assert answer["rate"] == 0.2889
    low, high = answer["interval"]
    assert low < answer["rate"] < high
    assert answer["crosses_break"] is True
    assert answer["met"] is False
    assert answer["outcome"]["short_by"] == 2.673


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "--province", "Xứ Lạ", "--year", "2023"],
        ["show", "--province", "Hà", "--year", "2023"],
        ["show", "--province", "Quảng Ninh", "--year", "2023"],
        ["show", "--province", "Huế", "--year", "2025"],
        ["show", "--province", "Huế", "--year", "2010"],
        ["goal", "--province", "Bắc Ninh", "--base-year", "2022", "--goal", "score+"],
        ["goal", "--province", "Huế", "--base-year", "2023", "--goal", "tốt hơn"],
    ],
)
def test_what_cannot_be_answered_is_refused_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(["scores", *arguments, "--json"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("dondoc: ")
    assert told.err.count("\n") == 1


def test_people_get_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scores", "show", "--province", "Đắk Nông", "--year", "2023"]) == 0
    text = capsys.readouterr().out
    assert "38,97 điểm, hạng 61/61, nhóm Thấp" in text
    assert "Kế hoạch sử dụng đất" in text
    assert "Số liệu: bảng có sẵn kèm phần mềm" in text
    assert main(["scores", "goal", "--province", "Huế", "--base-year", "2023", "--goal", "top10"]) == 0
    text = capsys.readouterr().out
    assert "53 trong 100 lần đã đạt" in text
    assert "Không đạt. Năm 2024: 45,10 điểm, hạng 11/61, nhóm Cao, thiếu 0,09 điểm." in text
    assert "không phải tác dụng của kế hoạch" in text


@pytest.mark.parametrize("year", range(2011, 2025))
def test_every_province_of_every_year_can_be_told(capsys: pytest.CaptureFixture[str], year: int) -> None:
    for code in shipped_panel().column("TOTAL", year):
        goal = "score+" if int(code) % 2 else "group+1"
        assert main(["scores", "goal", "--province", code, "--base-year", str(year), "--goal", goal]) == 0
    assert main(["scores", "show", "--province", "Hà Nội", "--year", str(year)]) == 0
    assert "None" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Đắk Nông", "Đắk Nông"),
        ("ĐĂK NÔNG", "Đắk Nông"),
        ("Đắc Lắc", "Đắk Lắk"),
        ("daklak", "Đắk Lắk"),
        ("tỉnh Hoà Bình", "Hòa Bình"),
        ("Tỉnh Thừa Thiên-Huế", "Thừa Thiên Huế"),
        ("thành phố Huế", "Thừa Thiên Huế"),
        ("TP. Hồ Chí Minh", "Hồ Chí Minh"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("ba ria vung tau", "Bà Rịa - Vũng Tàu"),
        ("Bắc Cạn", "Bắc Kạn"),
        ("Kontum", "Kon Tum"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("CAN THO CITY".removesuffix(" CITY"), "Cần Thơ"),
        ("67", "Đắk Nông"),
    ],
)
def test_provinces_are_found_as_they_are_written(written: str, name: str) -> None:
    assert NAMES[find_province(written, NAMES)] == name


def test_every_name_finds_itself() -> None:
    assert all(find_province(name, NAMES) == code for code, name in NAMES.items())


def test_a_misspelt_name_is_asked_about_not_guessed() -> None:
    with pytest.raises(BadInput, match="có phải Hà Nam"):
        find_province("Hà Namm", NAMES)
