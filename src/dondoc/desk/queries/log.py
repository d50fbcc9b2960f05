"""Who changed what: entries of the trail about things that one may see, and what one did oneself."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.desk.queries.log_names import Named, Names, Reader, names_of
from dondoc.desk.queries.log_values import changes_of, refers
from dondoc.desk.rules.trail_fields import KINDS
from dondoc.desk.rules.trail_verbs import SUBJECTS
from dondoc.duties.queries.page import VERBS as OF_OBLIGATIONS
from dondoc.records.models import AuditEntry
from dondoc.toolkit.text import fold
from dondoc.web.formats import said

DIRECTORY = ("unit", "agency", "group", "membership", "delegation", "user", "invitation")
GROUPS = (("Việc", OF_OBLIGATIONS), *SUBJECTS)
VERBS: Mapping[str, str] = {verb: words for _label, verbs in GROUPS for verb, words in verbs.items()}
# They change nothing and would drown what does: shown where they are asked for.
QUIET = ("sign_in", "sign_out", "remind", "read_notices")
# Deeds that are done to things of many kinds: which kind it was is told beside.
OF_MANY = frozenset({
    "attach_file", "remove_attachment", "correct", "submit_report", "approve_report", "return_report", "keep_party",
    "escalate_term", "make_feed", "end_feed",
})  # fmt: skip
# What only those who may see the case now are told, were it their own deed.
KEPT = frozenset({"report", "visit", "signal", "complaint", "denunciation", "account"})
# Of many things at once the code is that of what holds them.
HOLDERS = {
    "expand": "duty",
    "let_off": "duty",
    "reschedule": "duty",
    "carry_over": "duty",
    "accept_certain": "plan",
    "adopt_catalogue": "unit",
    "add_settlements": "unit",
    "create_default_agencies": "unit",
    "plan_receptions": "agency",
    "hand_over": "agency",
}
LOOKED_AT = 2000


@dataclass(frozen=True, slots=True)
class LogRow:
    """`changes` are triples (field, before, after) as text; `shows_kind` where the verb fits many kinds of things."""

    at: datetime
    who: str
    verb: str
    kind: str
    name: str
    href: str
    count: int
    changes: list[tuple[str, str, str]]
    shows_kind: bool


@dataclass(frozen=True, slots=True)
class LogFilter:
    """What is asked of the trail; what is not understood is left out, so that an old link still opens."""

    verb: str = ""
    code: str = ""
    since: date | None = None
    until: date | None = None


def filter_of(query: QueryDict) -> LogFilter:
    verb = query.get("viec", "")
    return LogFilter(
        verb if verb in VERBS else "", query.get("ma", "")[:80], _day(query.get("tu", "")), _day(query.get("den", ""))
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def visible_entries(reader: Reader) -> QuerySet[AuditEntry]:
    """What one did oneself, what was done to obligations and plans that one may see, and for an administrator what
    was done to the directory and the accounts."""
    seen = Q(actor_id=reader.user.pk)
    seen |= Q(object_kind="obligation", object_code__in=reader.obligations.values("code"))
    seen |= Q(object_kind="plan", object_code__in=reader.plans.values("code"))
    seen |= Q(object_kind="task", object_code__in=reader.tasks.values("code"))
    if reader.scope.is_administrator:
        seen |= Q(object_kind__in=DIRECTORY)
    return AuditEntry.objects.filter(seen).order_by("-pk")


def between(rows: QuerySet[AuditEntry], asked: LogFilter) -> QuerySet[AuditEntry]:
    """Entries of the days asked for, both included, in the time of the office."""
    if asked.since:
        rows = rows.filter(at__gte=_midnight(asked.since))
    if asked.until and asked.until < date.max:
        rows = rows.filter(at__lt=_midnight(asked.until + timedelta(days=1)))
    return rows.filter(object_code=asked.code) if asked.code else rows


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def narrowed_log(rows: QuerySet[AuditEntry], asked: LogFilter) -> QuerySet[AuditEntry]:
    rows = between(rows, asked)
    return rows.filter(verb=asked.verb) if asked.verb else rows.exclude(verb__in=QUIET)


def offered_verbs(rows: QuerySet[AuditEntry], asked: LogFilter) -> list[tuple[str, list[tuple[str, str]]]]:
    """By subject, what happened among the newest LOOKED_AT entries of the days asked for: a trail of years costs no
    more than a short one. What is asked for, and what is left out unless it is asked for, is always among them."""
    newest = AuditEntry.objects.filter(pk__in=between(rows, asked).values("pk")[:LOOKED_AT])
    known = {*newest.order_by().values_list("verb", flat=True).distinct(), asked.verb, *QUIET}
    groups = [(said(label), _offered(verbs, known)) for label, verbs in GROUPS]
    return [(label, verbs) for label, verbs in groups if verbs]


def _offered(verbs: Mapping[str, str], known: Collection[str]) -> list[tuple[str, str]]:
    """In the order of a Vietnamese list: "đổi hạn" after "dời hạn", not behind all."""
    return sorted(
        ((verb, said(words)) for verb, words in verbs.items() if verb in known), key=lambda pair: fold(pair[1])
    )


def log_rows(reader: Reader, entries: list[AuditEntry]) -> list[LogRow]:
    """One query or two for each kind of thing on the page, however many entries."""
    wanted = refers(entries)
    for entry in entries:
        kind, code = _key(entry)
        wanted.setdefault(kind, set()).add(code)
        wanted.setdefault("user", set()).update({f"#{entry.actor_id}"} if entry.actor_id else ())
    names = names_of(reader, wanted)
    return [_row(entry, names) for entry in entries]


def _key(entry: AuditEntry) -> tuple[str, str]:
    is_many = bool(entry.digest)
    return (HOLDERS.get(entry.verb, "") if is_many else entry.object_kind, entry.object_code)


def _row(entry: AuditEntry, names: Names) -> LogRow:
    found, actor = names.get(_key(entry)), names.get(("user", f"#{entry.actor_id}"))
    is_told = found is not None or entry.object_kind not in KEPT
    named = found if found and found is not actor else Named(entry.object_kind, "")
    kind = entry.object_kind if entry.digest else named.kind
    return LogRow(
        entry.at,
        _who(entry, actor),
        VERBS.get(entry.verb, entry.verb),
        KINDS.get(kind, kind),
        named.name,
        named.href,
        entry.count,
        changes_of(entry, names) if is_told else [],
        entry.verb in OF_MANY,
    )


def _who(entry: AuditEntry, actor: Named | None) -> str:
    if entry.actor_id is None:
        return _("Hệ thống")
    return actor.name if actor else _("Người dùng cũ")
