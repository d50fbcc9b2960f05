"""`dondoc scores` where a database holds results: it tells what is stored, and says so."""

import json
from pathlib import Path
from typing import Any

import pytest

from dondoc.cli import main
from dondoc.scores.actions.storing import undo_import
from makers import LONG_AGO, make_unit
from makers.scores import make_results, make_shipped
from people import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _with_database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "dondoc.sqlite3").touch()
    monkeypatch.setenv("DONDOC_DATA", str(tmp_path))


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["scores", *arguments, "--json"]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_stored_results_are_told_and_are_the_same_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    ask = ("show", "--province", "Huế", "--year", "2024")
    shipped = shown(capsys, *ask)
    make_shipped()
    stored = shown(capsys, *ask)
    assert (shipped.pop("source"), stored.pop("source")) == ("shipped", "database")
    assert shipped == stored
    goal = shown(capsys, "goal", "--province", "Huế", "--base-year", "2023", "--goal", "top10")
    assert (goal["met"], goal["source"]) == (False, "database")


def test_what_was_taken_in_later_is_told_until_it_is_undone(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    make_shipped()
    batch = make_results({(2024, "TOTAL", "46"): "47.5"})
    assert shown(capsys, "show", "--province", "Huế", "--year", "2024")["total"] == 47.5
    undo_import(batch, reason="nhầm", by=cast.ha, at=LONG_AGO)
    assert shown(capsys, "show", "--province", "Huế", "--year", "2024")["total"] == 45.095


def test_a_place_that_ranks_nobody_is_found_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    make_shipped()
    make_unit("Sơn Hải", level="province", code="thu")
    make_results({(2024, "TOTAL", "thu"): "41.25"})
    answer = shown(capsys, "show", "--province", "son hai", "--year", "2024")
    assert (answer["province"], answer["total"], answer["of"]) == ("Sơn Hải", 41.25, 62)
    assert main(["scores", "show", "--province", "Lào Cai", "--year", "2024"]) == 0
    assert "Số liệu: kết quả đang lưu trong cơ sở dữ liệu." in capsys.readouterr().out
