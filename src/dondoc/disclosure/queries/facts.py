"""Rows as the facts that the rules judge: what is asked of a publication, where it hangs."""

from collections.abc import Iterable, Sequence
from datetime import date

from dondoc.disclosure.models import Item, Posting, Publication
from dondoc.disclosure.rules.catalogue import PORTAL, PUBLISH, VILLAGE
from dondoc.disclosure.rules.register import Asked, Finding, Stretch, WorkingDays, findings, missing
from dondoc.records.models import Attachment
from dondoc.schedule.queries import find_timer
from dondoc.toolkit.sayings import Saying
from dondoc.units.models import Level, Settlement

# Each commune has its part of the province's portal (NĐ 224/2026/NĐ-CP, in force from this day).
PORTAL_SINCE = date(2026, 7, 1)
PAPER, PROOF = "publication", "posting"


def halls_of(unit_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Settlements of communes by unit, in the order of their names. One query."""
    found: dict[int, list[str]] = {}
    for one in Settlement.objects.filter(commune__in=list(unit_ids), valid_to=None).order_by("kind", "name"):
        found.setdefault(one.commune_id, []).append(named(one))
    return {unit: tuple(names) for unit, names in found.items()}


def named(settlement: Settlement) -> str:
    return f"{settlement.kind} {settlement.name}"


def asked_of(item: Item, halls: tuple[str, ...], on: date, *, decided_on: date | None = None) -> Asked:
    """Lists of people hang on boards and are not asked to stand in the net (Luật 91/2025/QH15). How soon a decision has
    to be public is said by the term of its own day."""
    has_portal = PORTAL in item.places or (on >= PORTAL_SINCE and item.level == Level.COMMUNE and not item.holds_people)
    places = tuple(item.places)
    term = find_timer(PUBLISH, decided_on) if decided_on and item.key else None
    within = term.number if term and term.unit == "working_days" else item.within
    return Asked(item.days, item.loud, within, places, halls if VILLAGE in places else (), has_portal)


def stretch_of(one: Posting) -> Stretch:
    place = named(one.settlement) if one.settlement else Saying(one.get_channel_display())
    proofs = one.proofs + bool(one.minutes)
    return Stretch(one.channel, place, one.begins_on, one.until, one.down_on, proofs, one.is_dead)


def stretches_of(postings: Iterable[Posting]) -> list[Stretch]:
    return [stretch_of(one) for one in postings]


def steps_of(publication: Publication, postings: Sequence[Posting], halls: tuple[str, ...]) -> list[Saying]:
    day = publication.published_at.date()
    return missing(asked_of(publication.item, halls, day), stretches_of(postings))


def findings_of(
    publication: Publication,
    postings: Sequence[Posting],
    *,
    calendar: WorkingDays,
    names: dict[str, str] | None = None,
) -> list[Finding]:
    """`names` are those of the papers by code; asked for where they are not given."""
    unreadable = list(publication.unreadable)
    if unreadable and names is None:
        names = dict(Attachment.objects.filter(code__in=unreadable).values_list("code", "original_name"))
    return findings(
        asked_of(publication.item, (), publication.published_at.date(), decided_on=publication.decided_on),
        stretches_of(postings),
        decided_on=publication.decided_on,
        unreadable=[(names or {}).get(code, "tệp") for code in unreadable],
        calendar=calendar,
    )
