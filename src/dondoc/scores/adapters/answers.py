"""Standings and prospects as JSON of plain numbers: scores with the places published, shares with four.

The names of the keys are kept stable; scripts rely on them. Numbers that do not exist are null.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from dondoc.scores.rules.comparability import Crossing
from dondoc.scores.rules.differences import Difference
from dondoc.scores.rules.labels import UNWEIGHTED
from dondoc.scores.rules.odds import Rate
from dondoc.scores.rules.panel import Panel
from dondoc.scores.rules.prospects import Mark, Outcome, Prospect
from dondoc.scores.rules.standing import Line, Result, Standing
from dondoc.scores.rules.workbooks import Remark, Workbook

_PLACES = Decimal("0.0001")
# What stands of a total that was not published: null, so that scripts find the keys.
_OF_TOTAL = ("score", "rank", "of", "group", "change", "rank_change")


def standing_as_json(standing: Standing, panel: Panel) -> dict[str, Any]:
    """The answer of `dondoc scores show`; the keys of the total stand at the top level."""
    names = panel.provinces
    head = {"province": names[standing.province], "province_code": standing.province, "year": standing.year}
    total = _line(standing.total, names) if standing.total else dict.fromkeys(_OF_TOTAL)
    return {
        **head,
        "total": total.pop("score"),
        **total,
        "missing": list(standing.missing),
        "missing_because": standing.reason or None,
        "dimensions": {line.result.code: _line(line, names) for line in standing.dimensions},
        "components": {line.result.code: _line(line, names) for line in standing.components},
    }


def prospect_as_json(prospect: Prospect, panel: Panel) -> dict[str, Any]:
    """The answer of `dondoc scores goal`."""
    rate, other = prospect.rate, prospect.other_rate
    return {
        "province": panel.provinces[prospect.province],
        "province_code": prospect.province,
        "base_year": prospect.base.year,
        "goal": ", ".join(goal.words for goal in prospect.goals),
        "base": _result(prospect.base),
        "needs": _number(prospect.needs),
        "needs_surely": _number(prospect.surely_needs),
        "spare": _number(prospect.spare),
        "is_reachable": prospect.needs is not None,
        "marks": [_mark(mark) for mark in prospect.marks],
        "rate": round(rate.share, 4) if rate else None,
        "interval": [round(end, 4) for end in rate.interval] if rate else None,
        "interval_method": "wilson-95",
        "cases": rate.cases if rate else 0,
        "met_cases": rate.met if rate else 0,
        "is_few": rate.is_few if rate else True,
        "years_lowest_highest": [round(rate.lowest, 4), round(rate.highest, 4)] if rate else None,
        "rate_of": _kind_of_cases(prospect.across.is_new_sample),
        "other_rate": _rate(other, not prospect.across.is_new_sample),
        "crosses_break": prospect.across.is_break,
        "break": _crossing(prospect.across),
        "met": prospect.is_met,
        "outcome": _outcome(prospect.outcome),
    }


def comparison_as_json(book: Workbook, found: Sequence[Difference], panel: Panel) -> dict[str, Any]:
    """The answer of `dondoc scores compare`: what was read, what is wrong, what storing it would change."""
    return {
        "years": list(book.years),
        "scores": sum(record.statistic == UNWEIGHTED for record in book.records),
        "faults": [_remark(remark) for remark in book.remarks if remark.is_fault],
        "notes": [_remark(remark) for remark in book.remarks if not remark.is_fault],
        "differences": [
            {
                "year": difference.year,
                "code": difference.code,
                "province": panel.provinces[difference.province],
                "stored": _number(difference.stored),
                "found": _number(difference.found),
                "place": difference.place,
            }
            for difference in found
        ],
    }


def _remark(remark: Remark) -> dict[str, str]:
    return {"code": remark.code, "place": remark.place, "sentence": remark.sentence}


def _result(result: Result) -> dict[str, Any]:
    return {
        "score": _number(result.score),
        "rank": result.rank,
        "of": result.of,
        "group": result.placement.group.words,
        "group_is_published": result.placement.is_published,
        "at_cut": result.placement.is_at_cut,
    }


def _line(line: Line, names: Mapping[str, str]) -> dict[str, Any]:
    moved = line.movement
    return {
        "name": line.name,
        **_result(line.result),
        "change": _number(moved.change) if moved else None,
        "rank_change": line.places,
        "rank_change_in_common": line.places_in_common,
        "change_against_mean": _number(moved.relative) if moved else None,
        "usual_change": _rounded(moved.usual.spread) if moved and moved.usual else None,
        "is_unusual": moved.is_unusual if moved else None,
        "break": _crossing(moved.across) if moved and moved.across.is_break else None,
        "mean_of_provinces": _number(line.mean),
        "national": _number(line.national),
        "best": {"province": names[line.best[0]], "score": _number(line.best[1]), "gap": _number(line.gap_to_best)},
        "next_group": _next_group(line),
        "reliability": _rounded(line.usual.reliability) if line.usual else None,
    }


def _next_group(line: Line) -> dict[str, Any] | None:
    begins = line.next_group
    if begins is None:
        return None
    return {
        "group": begins.group.words,
        "from": _number(begins.at),
        "surely_from": _number(begins.surely),
        "gap": _number(line.gap_to_next_group),
    }


def _crossing(across: Crossing) -> dict[str, Any]:
    return {
        "new_sample": across.is_new_sample,
        "is_expected": across.is_expected,
        "rescaled": across.is_rescaled,
        "redefined": list(across.redefined),
        "added_or_dropped": list(across.replaced),
    }


def _mark(mark: Mark | None) -> dict[str, Any] | None:
    if mark is None:
        return None
    return {
        "score": _number(mark.at),
        "surely": _number(mark.surely),
        "rank": mark.place,
        "group": mark.group.words if mark.group is not None else None,
    }


def _rate(rate: Rate | None, is_new_sample: bool) -> dict[str, Any] | None:
    if rate is None:
        return None
    return {
        "rate_of": _kind_of_cases(is_new_sample),
        "rate": round(rate.share, 4),
        "interval": [round(end, 4) for end in rate.interval],
        "cases": rate.cases,
    }


def _outcome(outcome: Outcome | None) -> dict[str, Any] | None:
    if outcome is None:
        return None
    return {
        "year": outcome.result.year,
        **_result(outcome.result),
        "rank_change": outcome.places,
        "rank_change_in_common": outcome.places_in_common,
        "short_by": _number(outcome.short_by),
        "met_in_common": outcome.is_met_in_common,
    }


def _kind_of_cases(is_new_sample: bool) -> str:
    return "new-sample" if is_new_sample else "same-sample"


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value.quantize(_PLACES))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
