"""One publication as its page shows it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from dondoc.accounts.models import User
from dondoc.disclosure.models import Correction, Posting, Publication
from dondoc.disclosure.queries.facts import PAPER, PROOF, findings_of, halls_of, steps_of, stretch_of
from dondoc.disclosure.rules.register import Finding
from dondoc.duties.access import published
from dondoc.duties.models import EvidenceUse, Obligation
from dondoc.duties.queries.standing import Standing, standing
from dondoc.duties.rules.lateness import Days
from dondoc.duties.rules.states import OWED
from dondoc.records.models import Attachment, AuditEntry
from dondoc.schedule.queries import current_calendar
from dondoc.toolkit.text import fold

OFFERED = 8
VERBS = {
    "publish": "công khai",
    "add_postings": "thêm nơi công khai",
    "correct": "đính chính",
    "open_to_public": "đổi phần công khai trên mạng",
    "withdraw_publication": "rút bản công khai",
}
_COMMON = {
    *("cong", "khai", "niem", "yet", "danh", "sach", "tai", "cua", "cac", "theo", "nam", "quy", "don", "phuong"),
}


@dataclass(frozen=True, slots=True)
class PostingRow:
    posting: Posting
    place: str
    days: int
    is_up: bool
    photos: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class TrailRow:
    at: datetime
    who: str
    what: str
    text: str


@dataclass(frozen=True, slots=True)
class PublicationPage:
    publication: Publication
    owed: Obligation | None
    standing: Standing | None
    postings: tuple[PostingRow, ...]
    papers: tuple[Attachment, ...]
    steps: tuple[str, ...]
    findings: tuple[Finding, ...]
    corrections: tuple[Correction, ...]
    trail: tuple[TrailRow, ...]
    serves: tuple[Obligation, ...]
    offered: tuple[Obligation, ...]


def publication_page(publication: Publication, today: date) -> PublicationPage:
    """Ten queries at most."""
    days, owed = Days(current_calendar()), publication.settles
    postings = list(publication.postings.select_related("settlement").order_by("pk"))
    files = _files(publication, postings)
    papers = tuple(files.get(publication.code, ()))
    halls = halls_of([publication.unit_id]).get(publication.unit_id, ())
    names = {one.code: one.original_name for one in papers}
    is_owed = owed is not None and owed.state in OWED
    serves = _serves(publication)
    return PublicationPage(
        publication=publication,
        owed=owed,
        standing=standing(owed, today, days=days) if owed else None,
        postings=tuple(_posting(one, tuple(files.get(one.code, ())), today) for one in postings),
        papers=papers,
        steps=tuple(steps_of(publication, postings, halls)) if is_owed else (),
        findings=tuple(findings_of(publication, postings, calendar=days, names=names)),
        corrections=tuple(publication.corrections.order_by("-version")),
        trail=_trail(publication),
        serves=tuple(serves),
        offered=tuple(_offered(publication, {one.pk for one in serves})),
    )


def _files(publication: Publication, postings: list[Posting]) -> dict[str, list[Attachment]]:
    codes = [publication.code, *(one.code for one in postings)]
    rows = Attachment.objects.filter(object_kind__in=[PAPER, PROOF], object_code__in=codes, removed_at=None)
    found: dict[str, list[Attachment]] = {}
    for one in rows.select_related("file").order_by("pk"):
        found.setdefault(one.object_code, []).append(one)
    return found


def _posting(one: Posting, photos: tuple[Attachment, ...], today: date) -> PostingRow:
    facts = stretch_of(one)
    is_read = one.channel == one.Channel.LOUDSPEAKER  # a first day of reading counts, one of posting does not
    return PostingRow(one, facts.place, facts.days_by(today) + is_read, facts.is_up(today), photos)


def _serves(publication: Publication) -> list[Obligation]:
    """Tasks of plans that it proves."""
    record = {"evidence__record_kind": "publication", "evidence__record_code": publication.code}
    uses = EvidenceUse.objects.filter(removed_at=None, **record)
    rows = Obligation.objects.filter(pk__in=uses.values("obligation")).exclude(pk=publication.settles_id or 0)
    return list(rows.select_related("duty").order_by("pk"))


def _offered(publication: Publication, known: set[int]) -> list[Obligation]:
    """Open tasks of plans of the same agency that speak of the same thing: of its component, or in its words."""
    rows = published().filter(held_by=publication.agency_id, state__in=[state.value for state in OWED])
    rows = rows.exclude(duty__plan_code="").exclude(pk__in=known).select_related("duty").order_by("due_on", "pk")
    words = {word for word in fold(publication.item.name).split() if len(word) > 2} - _COMMON
    scored = [(_likeness(one, publication, words), one) for one in rows[:200]]
    best = sorted(((score, one) for score, one in scored if score > 1), key=lambda pair: -pair[0])
    return [one for _, one in best[:OFFERED]]


def _likeness(one: Obligation, publication: Publication, words: set[str]) -> int:
    said = set(one.duty.search.split())
    is_same = bool(one.component) and one.component == publication.item.component
    return 2 * is_same + len(words & said) + ("cong" in said and "khai" in said) + ("niem" in said)


def _trail(publication: Publication) -> tuple[TrailRow, ...]:
    entries = list(
        AuditEntry.objects.filter(object_kind="publication", object_code=publication.code).order_by("-pk")[:50]
    )
    names = dict(User.objects.filter(pk__in={e.actor_id for e in entries if e.actor_id}).values_list("pk", "full_name"))
    return tuple(
        TrailRow(
            entry.at,
            names.get(entry.actor_id or 0, _("hệ thống") if entry.actor_id is None else _("người dùng cũ")),
            VERBS.get(entry.verb, entry.verb),
            str(entry.after.get("reason") or ""),
        )
        for entry in entries
        if entry.verb in VERBS
    )
