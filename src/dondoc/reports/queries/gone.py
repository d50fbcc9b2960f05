"""What was typed for a row that the report has no more, or that its own page has told meanwhile: which row, why, the
words, and where in the report they may go."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q

from dondoc.duties.models import Obligation
from dondoc.duties.rules.states import State
from dondoc.reports.models import PassageKind, Report
from dondoc.reports.queries.content import SheetRow, passages_of
from dondoc.reports.rules.answers import Entry
from dondoc.reports.rules.columns import ANSWER_WORDS
from dondoc.toolkit.sayings import Saying

_MOST = 2000


@dataclass(frozen=True, slots=True)
class Gone:
    """`places` ("kind-section", its name) of passages that may take the words."""

    key: str
    title: str
    why: Saying
    words: str
    places: tuple[tuple[str, str], ...]


def gone_of(report: Report, entries: Mapping[str, Entry], words: Mapping[str, str]) -> list[Gone]:
    """Of rows that were typed in and are gone, by code: as `entries`, or in `words` that a page showed once already."""
    if not (entries or words):
        return []
    keys = list(dict.fromkeys([*words, *entries]))[:_MOST]
    known, passages = _known(report, keys), passages_of(report)
    named = {(one.kind, one.section): name for one, name in passages}
    found = []
    for key in keys:
        one = known.get(key)
        title = one.duty.title if one else Saying("mã {code}", code=key[:20])
        wanted = [(PassageKind.DIMENSION, one.section or 0 if one else 0), (PassageKind.GENERAL, 0)]
        wanted = [*[place for place in wanted if place in named][:1], (PassageKind.DIFFICULTY, 0)]
        places = tuple(
            (f"{kind}-{section}", named[kind, section]) for kind, section in wanted if (kind, section) in named
        )
        text = words[key] if key in words else f"{title}: {whole_words(entries[key])}"
        found.append(Gone(key, title, _why(report, one), text, places))
    return found


def reasons_of(report: Report, rows: Mapping[str, SheetRow], keys: list[str]) -> dict[str, Saying]:
    """By code, why a row that was once the agency's is not in the report: of codes that never were, nothing."""
    asked = [key for key in keys if key not in rows][:_MOST]
    known = _known(report, asked) if asked else {}
    return {key: Saying("“{title}”: {why}", title=one.duty.title, why=_why(report, one)) for key, one in known.items()}


def whole_words(entry: Entry) -> str:
    """All that was typed in a row as one text, for a place that has no fields for it: Vietnamese, as the report is."""
    numbers = "; ".join(f"{n}/{d}".strip("/") for n, d in entry.figures.values() if n or d)
    told = [ANSWER_WORDS.get(entry.answer, ""), entry.text.strip()]
    told += [f"Lý do: {entry.reason.strip()}"] if entry.reason.strip() else []
    told += [f"Số liệu: {numbers}"] if numbers else []
    return ". ".join(one.rstrip(".") for one in told if one) + "."


def _known(report: Report, keys: list[str]) -> dict[str, Obligation]:
    """Of the agency alone: what another owes is not named."""
    agency = report.obligation.held_by_id
    rows = Obligation.objects.filter(Q(held_by=agency) | Q(owed_by=agency), code__in=keys)
    return {one.code: one for one in rows.select_related("duty", "held_by")}


def _why(report: Report, one: Obligation | None) -> Saying:
    if one is None:
        return Saying("mã này không có trong báo cáo")
    if one.state == State.EXEMPT.value:
        return (
            Saying("việc đã thôi giao ({reason})", reason=one.reason.rstrip("."))
            if one.reason
            else Saying("việc đã thôi giao")
        )
    if one.held_by_id != report.obligation.held_by_id:
        return Saying("việc nay do {agency} thực hiện", agency=one.held_by.name)
    if report.rows.filter(obligation=one, is_kept=True).exists():
        return Saying("việc đã báo ở trang của nó, báo cáo lấy theo đó")
    return Saying("việc không thuộc kỳ báo cáo này")
