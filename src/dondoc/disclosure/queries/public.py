"""What anybody may read of a unit, field by field: the portal and open data ask here. Nothing here asks who reads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from dondoc.disclosure.models import Collection, Comment, Consultation, LedgerEntry, Posting, Publication
from dondoc.disclosure.queries.facts import PAPER, PROOF, named
from dondoc.disclosure.rules.consulting import OUTCOMES, Outcome, is_open
from dondoc.records.models import Attachment
from dondoc.units.models import AdministrativeUnit
from dondoc.web.formats import said

MOST = 500


@dataclass(frozen=True, slots=True)
class PublicPlace:
    place: str
    begins_on: date
    until: date | None
    url: str


@dataclass(frozen=True, slots=True)
class PublicItem:
    """A publication as its unit opened it: fields that it did not open are empty. A list of people whose posting has
    ended is not here at all."""

    code: str
    item: str
    title: str
    version: int
    is_up: bool
    number: str = ""
    decided_on: date | None = None
    places: tuple[PublicPlace, ...] = ()
    papers: tuple[Attachment, ...] = ()
    photos: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicComment:
    name: str
    text: str
    outcome: str
    answer: str


@dataclass(frozen=True, slots=True)
class PublicConsultation:
    code: str
    title: str
    about: str
    agency: str
    starts_on: date
    ends_on: date
    is_open: bool
    comments: int
    summary: str


@dataclass(frozen=True, slots=True)
class PublicCollection:
    """What was asked of people, why, agreed by whom, and the sums to the đồng."""

    code: str
    name: str
    purpose: str
    asked_by: str
    agreed: int
    households: int
    agreed_on: date
    minutes: str
    collected: int
    spent: int
    left: int
    closed_on: date | None


def opened_publications(unit: AdministrativeUnit) -> QuerySet[Publication]:
    """Publications of which the unit opened anything."""
    return Publication.objects.filter(unit=unit, withdrawn_at=None).exclude(opened=[])


def public_items(unit: AdministrativeUnit, on: date, *, most: int = MOST, has_files: bool = True) -> list[PublicItem]:
    """The newest first, of the last `most` that were opened. Three queries with the files, two without."""
    rows = opened_publications(unit).select_related("item").order_by("-published_at", "-pk")
    listed = list(rows[:most])
    postings: dict[int, list[Posting]] = {}
    for one in Posting.objects.filter(publication__in=listed).select_related("settlement").order_by("pk"):
        postings.setdefault(one.publication_id, []).append(one)
    shown = [one for one in listed if is_shown(one, postings.get(one.pk, []), on)]
    files = _files(shown, postings) if has_files else {}
    return [_item(one, postings.get(one.pk, []), files, on) for one in shown]


def is_shown(publication: Publication, postings: Iterable[Posting], on: date) -> bool:
    """A list of people ends for the public with its posting; everything else stays to be read."""
    return not publication.holds_people or any(_is_up(one, on) for one in postings)


def public_file(unit: AdministrativeUnit, code: str, on: date) -> Attachment | None:
    """A paper or photo that the unit opened, as long as it is shown; photos of lists of people never are."""
    for one in public_items(unit, on):
        for file in (*one.papers, *one.photos):
            if file.code == code:
                return file
    return None


def opened_files(publication: Publication) -> list[Attachment]:
    """Papers and photos of one publication that its unit opened. Two queries."""
    postings = list(publication.postings.select_related("settlement").order_by("pk"))
    item = _item(
        publication, postings, _files([publication], {publication.pk: postings}), publication.published_at.date()
    )
    return [*item.papers, *item.photos]


def public_consultations(unit: AdministrativeUnit, on: date) -> list[PublicConsultation]:
    """Those that run first, then the newest. One query."""
    rows = Consultation.objects.filter(unit=unit, starts_on__lte=on).select_related("agency")
    rows = rows.annotate(said=Count("comments", filter=Q(comments__is_hidden=False))).order_by("-ends_on", "-pk")
    found = [
        PublicConsultation(
            one.code, one.title, one.about, one.agency.name, one.starts_on, one.ends_on,
            is_open(one.starts_on, one.ends_on, on), one.said, one.summary,
        )
        for one in rows
    ]  # fmt: skip
    return sorted(found, key=lambda one: not one.is_open)


def public_comments(consultation: Consultation) -> list[PublicComment]:
    """What was said, once its summary is published or it was answered; what was hidden never."""
    rows: QuerySet[Comment] = consultation.comments.filter(is_hidden=False).exclude(outcome="").order_by("pk")
    return [PublicComment(one.name, one.text, OUTCOMES[Outcome(one.outcome)], one.answer) for one in rows]


def public_ledger(unit: AdministrativeUnit) -> list[PublicCollection]:
    """Every collection of a unit with its sums. One query."""
    rows = Collection.objects.filter(unit=unit).order_by("-opened_at", "-pk")
    return [
        PublicCollection(
            one.code, one.name, one.purpose, one.asked_by, one.agreed, one.households, one.agreed_on, one.minutes,
            one.collected, one.spent, one.left, one.closed_on,
        )
        for one in rows
    ]  # fmt: skip


def public_entries(collection: Collection) -> QuerySet[LedgerEntry]:
    """Every line, reversals too."""
    return collection.entries.select_related("reverses").order_by("number")


def _is_up(one: Posting, on: date) -> bool:
    ends = [day for day in (one.until, one.down_on) if day is not None]
    return one.begins_on <= on and (not ends or on <= min(ends))


def _files(shown: list[Publication], postings: dict[int, list[Posting]]) -> dict[str, list[Attachment]]:
    codes = [one.code for one in shown]
    codes += [posting.code for one in shown for posting in postings.get(one.pk, [])]
    rows = Attachment.objects.filter(object_kind__in=[PAPER, PROOF], object_code__in=codes, removed_at=None)
    found: dict[str, list[Attachment]] = {}
    for file in rows.select_related("file").order_by("pk"):
        found.setdefault(file.object_code, []).append(file)
    return found


def _item(one: Publication, postings: list[Posting], files: dict[str, list[Attachment]], on: date) -> PublicItem:
    opened = set(one.opened)
    photos = [file for posting in postings for file in files.get(posting.code, [])]
    has_photos = "photos" in opened and not one.holds_people
    return PublicItem(
        code=one.code,
        item=one.item.name,
        title=one.title,
        version=one.version,
        is_up=any(_is_up(posting, on) for posting in postings),
        number=one.number if "decision" in opened else "",
        decided_on=one.decided_on if "decision" in opened else None,
        places=tuple(_place(posting) for posting in postings) if "places" in opened else (),
        papers=tuple(_papers(one, files.get(one.code, []))) if "papers" in opened else (),
        photos=tuple(photos) if has_photos else (),
    )


def _papers(one: Publication, files: Iterable[Attachment]) -> Iterable[Attachment]:
    """In a picture of a list of people nobody can look for numbers that may not be shown: it stays inside."""
    return [file for file in files if not (one.holds_people and file.code in one.unreadable)]


def _place(one: Posting) -> PublicPlace:
    place = named(one.settlement) if one.settlement else said(one.get_channel_display())
    ends = [day for day in (one.until, one.down_on) if day is not None]
    return PublicPlace(place, one.begins_on, min(ends) if ends else None, one.url)
