"""Due days of the five plans' reporting regimes, each checked by hand against the calendar, from the documents through
the reader: XM, DN, ND print their days; VH, LC print none and get inferred ones."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dondoc.duties.rules.chains import Link, conflicts
from dondoc.duties.rules.reporting import ReportPeriod, Timing, asked_periods, covered, report_periods
from dondoc.plans.reading import read_file
from dondoc.schedule.rules.reporting import CYCLE_OF
from dondoc.units.rules import canonical

# plan, words in the name of who owes -> key: (figures closed on, due on, locked after), all dd/mm/yyyy
TABLE: dict[tuple[str, str], dict[str, tuple[str, str, str]]] = {
    ("xin-man-2023", "xã, thị trấn"): {
        "2023-Q1": ("07/03/2023", "09/03/2023", "23/03/2023"),
        "2023-Q2": ("07/06/2023", "09/06/2023", "23/06/2023"),
        "2023-Q3": ("06/09/2023", "08/09/2023", "22/09/2023"),
        "2023-Q4": ("06/12/2023", "08/12/2023", "22/12/2023"),
        "2023-H1": ("07/06/2023", "09/06/2023", "23/06/2023"),
        "2023": ("10/11/2023", "14/11/2023", "28/11/2023"),
    },
    ("dak-nong-2024", "Thủ trưởng"): {
        "2024-Q1": ("14/03/2024", "20/03/2024", "03/04/2024"),
        "2024-Q2": ("14/06/2024", "20/06/2024", "04/07/2024"),
        "2024-Q3": ("14/09/2024", "20/09/2024", "04/10/2024"),
        "2024-Q4": ("14/12/2024", "20/12/2024", "06/01/2025"),
        "2024-H1": ("14/06/2024", "20/06/2024", "04/07/2024"),
        "2024": ("14/12/2024", "20/12/2024", "06/01/2025"),
    },
    ("dak-nong-2024", "Giám đốc Sở Nội vụ"): {
        "2024-Q1": ("14/03/2024", "22/03/2024", "05/04/2024"),
        "2024-Q2": ("14/06/2024", "24/06/2024", "08/07/2024"),
        "2024-Q3": ("14/09/2024", "24/09/2024", "08/10/2024"),
        "2024-Q4": ("14/12/2024", "24/12/2024", "08/01/2025"),
        "2024-H1": ("14/06/2024", "24/06/2024", "08/07/2024"),
        "2024": ("14/12/2024", "24/12/2024", "08/01/2025"),
    },
    ("nam-dong-2024", "các xã"): {"2024": ("12/11/2024", "14/11/2024", "28/11/2024")},
    ("nam-dong-2024", "Phòng Nội vụ"): {"2024": ("27/11/2024", "29/11/2024", "13/12/2024")},
    ("vinh-hoa-2024", "xã"): {
        "2024-Q1": ("14/03/2024", "18/03/2024", "01/04/2024"),
        "2024-Q2": ("14/06/2024", "18/06/2024", "02/07/2024"),
        "2024-Q3": ("14/09/2024", "17/09/2024", "01/10/2024"),
        "2024-Q4": ("14/12/2024", "17/12/2024", "31/12/2024"),
        "2024-H1": ("14/06/2024", "18/06/2024", "02/07/2024"),
        "2024": ("14/12/2024", "17/12/2024", "31/12/2024"),
    },
    ("lao-cai-2021", "UBND cấp xã"): {
        "2021-Q1": ("14/03/2021", "16/03/2021", "30/03/2021"),
        "2021-Q2": ("14/06/2021", "16/06/2021", "30/06/2021"),
        "2021-Q3": ("14/09/2021", "16/09/2021", "30/09/2021"),
        "2021-Q4": ("14/12/2021", "16/12/2021", "30/12/2021"),
        "2021-H1": ("14/06/2021", "16/06/2021", "30/06/2021"),
        "2021": ("14/12/2021", "16/12/2021", "30/12/2021"),
    },
}
PRINTED = {"xin-man-2023", "dak-nong-2024", "nam-dong-2024"}


@cache
def _read(path: Path) -> dict[str, Any]:
    return read_file(path).as_json()


def _rules(shared: Path, plan: str, who: str) -> list[tuple[str, Timing, int]]:
    reading = _read(shared / "plans" / f"{plan}.docx")
    rules = [rule for rule in reading["reporting_regime"] if who in rule["who"]]
    return [(CYCLE_OF[rule["cycle"]], Timing(due=rule["due"]), reading["document"]["year"]) for rule in rules]


def _periods(shared: Path, plan: str, who: str) -> dict[str, ReportPeriod]:
    rules = _rules(shared, plan, who)
    return {one.key: one for cycle, timing, year in rules for one in report_periods(cycle, timing, year=year)}


def test_the_table_holds_more_than_sixty_dates() -> None:
    assert sum(3 * len(rows) for rows in TABLE.values()) >= 90


@pytest.mark.parametrize(("plan", "who"), TABLE)
def test_each_plan_gives_the_days_that_were_checked_by_hand(shared: Path, plan: str, who: str) -> None:
    found = {
        key: tuple(f"{day:%d/%m/%Y}" for day in (one.closes_on, one.due_on, one.locks_on))
        for key, one in _periods(shared, plan, who).items()
    }
    assert found == TABLE[plan, who]


@pytest.mark.parametrize(("plan", "who"), TABLE)
def test_only_days_that_no_document_prints_are_marked_as_inferred(shared: Path, plan: str, who: str) -> None:
    assert {one.is_due_inferred for one in _periods(shared, plan, who).values()} == {plan not in PRINTED}


def test_lao_cai_owes_the_four_reports_that_it_names(shared: Path) -> None:
    """Quý I, 6 tháng, Quý III và năm: what ends and is due together is told once."""
    rules = _rules(shared, "lao-cai-2021", "UBND cấp xã")
    form = [{"cycle": cycle, "timing": timing.as_json()} for cycle, timing, _ in rules]
    asked = asked_periods({**form[0], "longer": form[1:]}, year=2021)
    assert {one.key: told for one, told in asked} == {
        "2021-Q1": "",
        "2021-Q2": "2021-H1",
        "2021-Q3": "",
        "2021-Q4": "2021",
    }


def test_xin_man_is_told_that_its_fourth_quarter_falls_after_its_year(shared: Path) -> None:
    found = conflicts([_link(shared, number, plan="xin-man-2023") for number in range(3)])
    (one,) = [conflict for conflict in found if conflict.code == "after-longer"]
    assert one.key == "2023-Q4"
    assert "08/12/2023" in one.text
    assert "14/11/2023" in one.text


def test_the_levels_of_dak_nong_and_nam_dong_follow_one_another(shared: Path) -> None:
    for plan, count in (("dak-nong-2024", 6), ("nam-dong-2024", 2)):
        links = [_link(shared, number, plan=plan) for number in range(count)]
        assert [one for one in conflicts(links) if one.code == "late-for-above"] == []
        assert any(above.owners & {below.receiver} for below in links for above in links), "the chain was not seen"


def test_a_level_that_owes_before_its_sources_is_found(shared: Path) -> None:
    sources, above = (_link(shared, number, plan="nam-dong-2024") for number in range(2))
    early = tuple(report_periods("year", Timing(due={"before": True, "month_day": "11-10"}), year=2024))
    found = conflicts([sources, Link(1, above.name, above.owners, above.receiver, early)])
    one = found[0]
    assert one.code == "late-for-above"
    assert one.numbers == (1, 0)


def test_a_blank_day_is_a_finding_for_a_person(shared: Path) -> None:
    found = conflicts([_link(shared, 2, plan="vinh-hoa-2024")])
    assert [one.code for one in found] == ["due-inferred"]
    assert "17/12/2024" in found[0].text


def _link(shared: Path, number: int, *, plan: str) -> Link:
    reading = _read(shared / "plans" / f"{plan}.docx")
    rule = reading["reporting_regime"][number]
    owners = frozenset(_plain(name) for name in rule["who"].split(";"))
    timing = Timing(due=rule["due"])
    periods = report_periods(CYCLE_OF[rule["cycle"]], timing, year=reading["document"]["year"])
    return Link(number, rule["who"][:30], owners, _plain(rule["via"] or rule["to"]), tuple(periods))


def _plain(name: str) -> str:
    return canonical(name.strip(" *")).removeprefix("giám đốc ").removeprefix("Giám đốc ")


def test_covered_takes_the_shortest_that_holds_it() -> None:
    timing = Timing(due={"before": False, "day": 20})
    own = report_periods("month", timing, year=2026)
    longer = [one for cycle in ("year", "quarter") for one in report_periods(cycle, timing, year=2026)]
    told = covered(own, longer)
    assert told["2026-12"] == "2026-Q4"
    assert "2026-11" not in told


def test_a_report_owed_once_has_its_day() -> None:
    (one,) = report_periods("once", Timing(due={"date": "2026-06-05", "before": True}), year=2026)
    assert (one.due_on, one.closes_on) == (date(2026, 6, 4), date(2026, 6, 2))
    assert report_periods("once", Timing(due={"date": "2026-06-05"}), year=2027) == ()
