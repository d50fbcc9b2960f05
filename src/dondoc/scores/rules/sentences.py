"""What is said of goals and of years that do not compare: one wording for pages, documents and the command line.

`_` translates; at a terminal it gives the Vietnamese back as it is (`as_it_is`). Numbers are written in Vietnamese.
"""

from collections.abc import Callable
from decimal import Decimal

from dondoc.scores.rules.comparability import Crossing
from dondoc.scores.rules.goals import SCORE
from dondoc.scores.rules.odds import Rate
from dondoc.scores.rules.panel import Panel
from dondoc.scores.rules.prospects import Prospect
from dondoc.scores.rules.standing import name_of, numbered
from dondoc.toolkit.numbers import write_number

Translate = Callable[[str], str]


def as_it_is(text: str) -> str:
    return text


def points(value: Decimal) -> str:
    """Two places, as reports print them; four where two would show nothing."""
    return write_number(value, places=2 if not value or abs(value) >= Decimal("0.01") else 4)


def needs_told(found: Prospect, _: Translate) -> str:
    """What a goal takes, in points."""
    if found.needs is None:
        return _("Từ vị trí này không thể đạt: không còn bậc hoặc nhóm nào cao hơn đủ xa.")
    told = []
    if found.needs:
        more = {"points": points(found.needs)}
        told.append(_("Cần thêm ít nhất %(points)s điểm nếu các nơi khác giữ nguyên.") % more)
        if found.surely_needs and found.surely_needs != found.needs:
            told.append(_("Chắc chắn khi thêm %(points)s điểm.") % {"points": points(found.surely_needs)})
    if found.spare is not None:
        told.append(_("Có thể mất đến %(points)s điểm nếu các nơi khác giữ nguyên.") % {"points": points(found.spare)})
    is_rise = any(goal.kind == SCORE and not goal.amount for goal in found.goals)
    least = _("Chỉ cần cao hơn năm trước, dù ít.") if is_rise else _("Chỉ cần không thấp hơn năm trước.")
    return " ".join(told) or least


def odds_told(found: Prospect, _: Translate) -> list[str]:
    """How often such a goal was met, in years like the one ahead and in others; nothing where it is out of reach."""
    if found.needs is None:
        return []
    if found.rate is None:
        return [_("Chưa có trường hợp nào tương tự để tính tỷ lệ.")]
    new = _("khi mẫu khảo sát được chọn lại, như dự kiến lần này")
    same = _("giữa hai năm cùng một đợt mẫu khảo sát")
    lies, other = (new, _("giữa hai năm cùng một đợt mẫu")) if found.across.is_new_sample else (same, _("khi mẫu đổi"))
    told = [_rate(found.rate, lies, _)]
    if found.other_rate:
        told.append(_("Để so sánh, %(when)s: %(met)s trong %(cases)s lần (%(share)s %%).") % {
            "when": other, "met": found.other_rate.met, "cases": found.other_rate.cases,
            "share": round(100 * found.other_rate.share),
        })  # fmt: skip
    return told


def limits_told(_: Translate) -> str:
    """What such rates are not."""
    return _(
        "Tỷ lệ là những gì đã xảy ra từ năm 2011, không phải tác dụng của kế hoạch: nơi đứng đầu thường tụt lại, nơi "
        "đứng cuối thường tự tăng."
    )


def _rate(rate: Rate, when: str, _: Translate) -> str:
    low, high = (round(100 * end) for end in rate.interval)
    told = _(
        "Các nơi cùng điểm xuất phát, %(when)s: %(met)s trong %(cases)s lần đã đạt, tức khoảng %(share)s %%. "
        "Với số lần như vậy, tỷ lệ thật có thể từ %(low)s đến %(high)s %%; từng năm có khi %(worst)s %%, "
        "có khi %(best)s %%."
    ) % {
        "when": when, "met": rate.met, "cases": rate.cases, "share": round(100 * rate.share), "low": low, "high": high,
        "worst": round(100 * rate.lowest), "best": round(100 * rate.highest),
    }  # fmt: skip
    return told + " " + _("Ít trường hợp, chỉ để tham khảo.") if rate.is_few else told


def outcome_told(found: Prospect, _: Translate) -> str:
    """How it ended; empty while the year after is not known."""
    outcome = found.outcome
    if outcome is None:
        return ""
    verdict = {True: _("Đạt"), False: _("Không đạt"), None: _("Không kết luận được vì thang điểm đã đổi")}[found.is_met]
    after = outcome.result
    told = _("%(verdict)s. Năm %(year)s: %(score)s điểm, hạng %(rank)s/%(of)s, nhóm %(group)s") % {
        "verdict": verdict, "year": after.year, "score": points(after.score), "rank": after.rank, "of": after.of,
        "group": _(after.placement.group.words),
    }  # fmt: skip
    if found.is_met is False and outcome.short_by:
        told += _(", thiếu %(points)s điểm") % {"points": points(outcome.short_by)}
    told += "."
    if outcome.is_met_in_common not in (None, found.is_met):
        told += " " + _("Nếu chỉ tính các nơi có điểm cả hai năm và chia nhóm theo tứ phân vị thì kết luận ngược lại.")
    return told


def breaks_told(across: Crossing, panel: Panel, _: Translate, language: str = "vi") -> list[str]:
    """What lies between a year and the one before, in sentences; `language` is that of the names in them."""
    told = []
    if across.is_new_sample:
        told.append(
            _("Dự kiến mẫu khảo sát mới: thứ hạng có thể đổi nhiều mà không do việc làm của tỉnh.")
            if across.is_expected
            else _("Nhiều khả năng mẫu khảo sát đã được chọn lại: thứ hạng đổi nhiều mà không do việc làm của tỉnh.")
        )
    if across.is_rescaled:
        told.append(_("Thang điểm đã đổi: không so được điểm với năm trước."))
    if across.redefined:
        names = "; ".join(numbered(panel, code, across.year, language) for code in across.redefined)
        told.append(_("Cách đo đã đổi: %(names)s.") % {"names": names})
    if across.replaced:
        names = "; ".join(
            name_of(code, across.year, panel, language) if any(c.code == code for c in panel.frame(across.year))
            else name_of(code, across.year - 1, panel, language)
            for code in across.replaced
        )  # fmt: skip
        told.append(_("Thêm hoặc bỏ: %(names)s.") % {"names": names})
    return told
