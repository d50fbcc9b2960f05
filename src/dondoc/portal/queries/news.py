"""What is new at a unit: one line for each thing that came out, the newest first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.disclosure.queries.public import public_consultations, public_items
from dondoc.feedback.queries.public import public_rows, published
from dondoc.feedback.rules.stages import Kind
from dondoc.meetings.queries.public import PublicDialogue, dialogues_of, public_dialogues
from dondoc.portal.access import Open, public_plans
from dondoc.portal.rules.openings import Part
from dondoc.web.formats import day

MOST, LINE = 30, 110


@dataclass(frozen=True, slots=True)
class News:
    """`kind` is said before the title; `href` is an address of ours."""

    kind: str
    title: str
    href: str
    at: datetime
    summary: str = ""


Source = Callable[[Open, int], Iterable[News]]


def _plans(opened: Open, count: int) -> Iterable[News]:
    if not opened.has(Part.PLAN):
        return
    for plan in public_plans(opened)[:count]:
        if plan.issued_on:
            href = reverse("portal-plan", args=[opened.unit.code, plan.code])
            yield News(_("Kế hoạch"), plan.title, href, _midnight(plan.issued_on))


def _answers(opened: Open, count: int) -> Iterable[News]:
    """Answers that were published, whatever became of the thing."""
    kinds = {Kind.QUESTION.value: _("Hỏi đáp")}
    for row in public_rows(published(opened.unit)[:count]):
        if row.answered_on:
            href = reverse("published-report", args=[opened.unit.code, row.code])
            yield News(
                kinds.get(row.kind, _("Phản ánh")), shortened(row.text), href, row.answered_on, row.outcome_words
            )


def _items(opened: Open, count: int) -> Iterable[News]:
    """What was made public, as far as the unit opened it."""
    page = reverse("portal-items", args=[opened.unit.code])
    for one in public_items(opened.unit, timezone.localdate(), most=2 * count, has_files=False)[:count]:
        days = [place.begins_on for place in one.places] or ([one.decided_on] if one.decided_on else [])
        if days:
            href = f"{page}?ban={one.code}#c-{one.code}"
            yield News(_("Công khai"), shortened(one.title), href, _midnight(min(days)), one.item)


def _drafts(opened: Open, count: int) -> Iterable[News]:
    for one in public_consultations(opened.unit, timezone.localdate())[:count]:
        until = _("Lấy ý kiến đến hết ngày %(day)s") % {"day": day(one.ends_on)}
        href = reverse("comment", args=[one.code])
        yield News(_("Dự thảo"), shortened(one.title), href, _midnight(one.starts_on), until)


def _dialogues(opened: Open, count: int) -> Iterable[News]:
    """Each dialogue, told or held, and each promise that was kept."""
    page = reverse("portal-dialogues", args=[opened.unit.code])
    for one in public_dialogues(dialogues_of(opened.unit)[:count], timezone.localdate()):
        href, at = f"{page}?buoi={one.code}", one.held_at or _midnight(one.announced_on)
        yield News(_("Đối thoại"), shortened(one.topic), f"{href}#d-{one.code}", at, _became(one))
        for made in one.promises:
            if made.done_on:
                done = f"{made.standing.words}. {made.done}"
                at = _midnight(made.done_on)
                yield News(_("Việc đã hứa"), shortened(made.text), f"{href}#h-{made.code}", at, shortened(done))


def _became(one: PublicDialogue) -> str:
    if one.held_at is None:
        return _("Tổ chức ngày %(day)s") % {"day": day(one.on)}
    promised, kept, late = one.counts
    counts = {"promised": promised, "kept": kept, "late": late}
    return _("Đã hứa %(promised)s việc: %(kept)s việc đã xong, %(late)s việc quá hạn") % counts


def _midnight(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))


SOURCES: tuple[Source, ...] = (_plans, _answers, _items, _drafts, _dialogues)


def news_of(opened: Open, count: int = MOST) -> list[News]:
    """The newest of all that is open or published."""
    found = [one for source in SOURCES for one in source(opened, count)]
    return sorted(found, key=lambda one: one.at, reverse=True)[:count]


def shortened(text: str) -> str:
    """The first words, for one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LINE else flat[:LINE].rsplit(" ", 1)[0] + "…"
