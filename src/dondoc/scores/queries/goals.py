"""What a goal asks, how often it was met, whether it was: told in sentences, with the limits said."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from dondoc.framework.queries.names import language
from dondoc.scores.queries.places import Place
from dondoc.scores.queries.store import Store, panel_with
from dondoc.scores.rules.goals import parse_goals
from dondoc.scores.rules.panel import TOTAL
from dondoc.scores.rules.prospects import Prospect, prospect
from dondoc.scores.rules.sentences import breaks_told, limits_told, needs_told, odds_told, outcome_told
from dondoc.scores.rules.standing import numbered, result
from dondoc.toolkit.errors import BadInput
from dondoc.web.formats import number

# (kind, words, whether a number is asked for): what the form of a goal offers.
KINDS = (
    ("score+", "điểm cao hơn", False), ("score+n", "tăng ít nhất … điểm", True),
    ("score>=n", "đạt từ … điểm trở lên", True),
    ("rank+n", "tăng ít nhất … bậc", True), ("topn", "thuộc … địa phương dẫn đầu", True),
    ("group+1", "tăng nhóm", False),
    ("group>=mid-low", "thuộc nhóm Trung bình thấp trở lên", False),
    ("group>=mid-high", "thuộc nhóm Trung bình cao trở lên", False),
    ("group>=high", "thuộc nhóm Cao", False),
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
    limits: str


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
    cautions = breaks_told(found.across, panel, _, language())
    if base != base_year:
        later = _("Kết quả cả nước năm %(wanted)s chưa có: tính từ năm gần nhất đã có (%(base)s) sang năm liền sau.")
        cautions.insert(0, later % {"wanted": base_year, "base": base})
    words = ", ".join(goal.told(_) for goal in goals)
    told = words if code == TOTAL else f"{numbered(panel, code, base, language())}: {words}"
    known = found.outcome is not None and base == base_year
    return GoalTold(
        spec, told, base, found, needs_told(found, _), odds_told(found, _), cautions,
        outcome_told(found, _) if known else "",
        found.is_met if known else None, known, limits_told(_),
    )  # fmt: skip


def _base(store: Store, place: Place, wanted: int, code: str) -> int:
    """The wanted year if the place stands in it, else the newest before it."""
    panel, _kind = panel_with(store, place.key, place.name)
    held = [year for year in panel.years(code) if year <= wanted and place.key in panel.column(code, year)]
    if not held:
        raise BadInput(
            "result-absent",
            "Chưa có kết quả của {place} đến năm {wanted} để tính từ đó.",
            place=place.name,
            wanted=wanted,
        )
    return held[-1]


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
