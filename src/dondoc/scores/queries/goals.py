"""What a goal asks, how often it was met, whether it was: told in sentences, with the limits said."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from dondoc.scores.queries.national import breaks_told, numbered
from dondoc.scores.queries.places import Place
from dondoc.scores.queries.store import Store, panel_with
from dondoc.scores.rules.goals import parse_goals
from dondoc.scores.rules.odds import Rate
from dondoc.scores.rules.panel import TOTAL
from dondoc.scores.rules.prospects import Prospect, prospect
from dondoc.scores.rules.standing import result
from dondoc.toolkit.errors import BadInput
from dondoc.web.formats import number

# (kind, words, whether a number is asked for): what the form of a goal offers.
KINDS = (
    ("score+", "điểm cao hơn", False), ("score+n", "tăng ít nhất … điểm", True),
    ("score>=n", "đạt từ … điểm trở lên", True),
    ("rank+n", "tăng ít nhất … bậc", True), ("topn", "thuộc … địa phương dẫn đầu", True),
    ("group+1", "tăng nhóm", False),
    ("group>=mid-low", "thuộc nhóm Trung bình thấp trở lên", False),
    ("group>=mid-high", "thuộc nhóm Trung bình cao trở lên", False), ("group>=high", "thuộc nhóm Cao", False),
    ("keep", "giữ thứ hạng", False), ("keep-group", "giữ nhóm", False),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GoalTold:
    """A goal of a place: `prospect` for whoever draws, the sentences for whoever reads."""

    spec: str
    words: str
    base_year: int
    prospect: Prospect
    needs: str
    odds: list[str]
    cautions: list[str]
    outcome: str
    is_met: bool | None
    is_known: bool


def goal_spec(kind: str, amount: str) -> str:
    """The written goal of a choice and a number: ("rank+n", "5") is "rank+5"."""
    return kind[:-1] + amount.strip().replace(",", ".") if kind.endswith("n") else kind


def goal_told(store: Store, place: Place, spec: str, base_year: int, code: str = TOTAL) -> GoalTold:
    """A goal set from a year, reckoned from the newest year up to it that the country is known of. Refused where the
    goal is not understood or the place has no result to start from."""
    key = ("goal", place.key, place.name, spec, base_year, code)
    return store.once(key, lambda: _told(store, place, spec, base_year, code))


def _told(store: Store, place: Place, spec: str, base_year: int, code: str) -> GoalTold:
    panel, _kind = panel_with(store, place.key, place.name)
    goals = parse_goals(spec)
    base = _base(store, place, base_year, code)
    found = prospect(panel, place.key, base, goals, code)
    cautions = breaks_told(found.across, panel)
    if base != base_year:
        later = _("Kết quả cả nước năm %(wanted)s chưa có: tính từ năm gần nhất đã có (%(base)s) sang năm liền sau.")
        cautions.insert(0, later % {"wanted": base_year, "base": base})
    words = ", ".join(goal.words for goal in goals)
    told = words if code == TOTAL else f"{numbered(panel, code, base)}: {words}"
    known = found.outcome is not None and base == base_year
    return GoalTold(
        spec, told, base, found, _needs(found), _odds(found), cautions, _outcome(found) if known else "",
        found.is_met if known else None, known,
    )  # fmt: skip


def _base(store: Store, place: Place, wanted: int, code: str) -> int:
    """The wanted year if the place stands in it, else the newest before it."""
    panel, _kind = panel_with(store, place.key, place.name)
    held = [year for year in panel.years(code) if year <= wanted and place.key in panel.column(code, year)]
    if not held:
        raise BadInput("result-absent", f"Chưa có kết quả của {place.name} đến năm {wanted} để tính từ đó.")
    return held[-1]


def _needs(found: Prospect) -> str:
    if found.needs is None:
        return _("Từ vị trí này không thể đạt: không còn bậc hoặc nhóm nào cao hơn đủ xa.")
    told = []
    if found.needs:
        told.append(
            _("Cần thêm ít nhất %(points)s điểm nếu các nơi khác giữ nguyên.") % {"points": _points(found.needs)}
        )
        if found.surely_needs and found.surely_needs != found.needs:
            told.append(_("Chắc chắn khi thêm %(points)s điểm.") % {"points": _points(found.surely_needs)})
    if found.spare is not None:
        told.append(_("Có thể mất đến %(points)s điểm nếu các nơi khác giữ nguyên.") % {"points": _points(found.spare)})
    return " ".join(told) or _("Chỉ cần không thấp hơn năm trước.")


def _odds(found: Prospect) -> list[str]:
    if found.needs is None:
        return []
    if found.rate is None:
        return [_("Chưa có trường hợp nào tương tự để tính tỷ lệ.")]
    new = _("khi mẫu khảo sát được chọn lại, như dự kiến lần này")
    same = _("giữa hai năm cùng một đợt mẫu khảo sát")
    lies, other = (new, _("giữa hai năm cùng một đợt mẫu")) if found.across.is_new_sample else (same, _("khi mẫu đổi"))
    told = [_rate(found.rate, lies)]
    if found.other_rate:
        told.append(_("Để so sánh, %(when)s: %(met)s trong %(cases)s lần (%(share)s %%).") % {
            "when": other, "met": found.other_rate.met, "cases": found.other_rate.cases,
            "share": round(100 * found.other_rate.share),
        })  # fmt: skip
    return told


def _rate(rate: Rate, when: str) -> str:
    low, high = (round(100 * end) for end in rate.interval)
    told = _(
        "Các nơi cùng điểm xuất phát, %(when)s: %(met)s trong %(cases)s lần đã đạt, tức khoảng %(share)s %%. "
        "Với số lần như vậy, tỷ lệ thật có thể từ %(low)s đến %(high)s %%; từng năm có khi %(worst)s %%, "
        "có khi %(best)s %%."
    ) % {
        "when": when, "met": rate.met, "cases": rate.cases, "share": round(100 * rate.share), "low": low, "high": high,
        "worst": round(100 * rate.lowest), "best": round(100 * rate.highest),
    }  # fmt: skip
    return f"{told} {_('Ít trường hợp, chỉ để tham khảo.')}" if rate.is_few else told


def _outcome(found: Prospect) -> str:
    outcome = found.outcome
    if outcome is None:
        return ""
    verdict = {True: _("Đạt"), False: _("Không đạt"), None: _("Không kết luận được vì thang điểm đã đổi")}[found.is_met]
    after = outcome.result
    told = _("%(verdict)s. Năm %(year)s: %(score)s điểm, hạng %(rank)s/%(of)s, nhóm %(group)s") % {
        "verdict": verdict, "year": after.year, "score": number(after.score, 2), "rank": after.rank, "of": after.of,
        "group": after.placement.group.words,
    }  # fmt: skip
    if found.is_met is False and outcome.short_by:
        told += _(", thiếu %(points)s điểm") % {"points": _points(outcome.short_by)}
    told += "."
    if outcome.is_met_in_common not in (None, found.is_met):
        told += " " + _("Nếu chỉ tính các nơi có điểm cả hai năm và chia nhóm theo tứ phân vị thì kết luận ngược lại.")
    return told


def _points(value: Decimal) -> str:
    return number(value, 2 if not value or abs(value) >= Decimal("0.01") else 4)


def result_line(store: Store, place: Place, year: int, code: str = TOTAL) -> str:
    """A published result as plans note it: "2023: 38,97 điểm, hạng 61/61, nhóm Thấp"; empty where there is none. Of one
    known before the country the score alone is told."""
    panel, _kind = panel_with(store, place.key, place.name)
    found = result(panel, code, year, place.key)
    if found is not None:
        place_told = f"hạng {found.rank}/{found.of}, nhóm {found.placement.group.words}"
        return f"{year}: {number(found.score, 2)} điểm, {place_told}"[:60]
    early = store.others.get(place.key, {}).get((code, year))
    return f"{year}: {number(early, 2)} điểm" if early is not None else ""
