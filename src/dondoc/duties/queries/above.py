"""What an agency does above by doing its own task: the tasks of the levels above that it serves, at the same time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from dondoc.duties.access import published
from dondoc.duties.models import Duty, EvidenceUse, Obligation, Part
from dondoc.duties.queries.moving import STILL, going_on
from dondoc.duties.rules.aims import asked_of
from dondoc.duties.rules.explaining import page_of
from dondoc.duties.rules.serving import Time, figures_lacking, products_lacking, time_above
from dondoc.duties.rules.states import MOVES, State
from dondoc.schedule.queries import current_calendar
from dondoc.web import formats

WHOLE = ("",)
_MAY_BE_SETTLED = [state.value for state in MOVES["settle"]]


@dataclass(frozen=True, slots=True)
class Above:
    """An obligation above that the own one settles too. `lacks` says what it asks beyond: then it is left alone."""

    one: Obligation
    lacks: tuple[str, ...]

    @property
    def name(self) -> str:
        """The task, the time and the due day, as they stand beside the tick."""
        told = f"{self.one.duty.title}, {formats.said(self.one.label)}"
        return (
            _("%(what)s, hạn %(day)s") % {"what": told, "day": formats.day(self.one.due_on)}
            if self.one.due_on
            else told
        )


def above_of(first: Obligation, today: date, *, proved: Collection[str] = WHOLE) -> tuple[Above, ...]:
    """The obligations of the same holder that doing `first` does too, level by level upwards, also under versions that
    took the place of a task above. `proved`: products that its proofs name (`rules.serving`). No query where its task
    serves none, a few for each level else."""
    served = _served(first.duty)
    rows = _owed(first, list(served)) if served else []
    if not rows:
        return ()
    others = Obligation.objects.filter(duty=first.duty_id, held_by=first.held_by_id, state__in=STILL)
    still_owed = [day for day in others.exclude(pk=first.pk).values_list("due_on", flat=True) if day]
    found = []
    for pk, duty in served.items():
        theirs = {row.occurrence: row for row in rows if row.duty_id == pk}
        if theirs:
            pairs = going_on(first.duty, duty, year=first.opens_on.year, calendar=current_calendar())
            times = [Time(row.occurrence, row.opens_on, row.due_on) for row in theirs.values()]
            day = first.due_on or today
            time = time_above(first.occurrence, day, pairs=pairs, times=times, still_owed=still_owed)
            if time is not None:
                found.append(theirs[time.key])
    return _with_lacks(first, found, proved)


def nothing_above(first: Obligation, today: date) -> tuple[Above, ...]:
    """Those of `above_of` of which "không phát sinh" may be said too: that asks for no product and no figure."""
    return tuple(each for each in above_of(first, today) if State(each.one.state) in MOVES["claim_nothing"])


def proved_by(obligations: Sequence[Obligation]) -> dict[int, set[str]]:
    """The products that the proofs of each name, empty for the whole."""
    found: dict[int, set[str]] = {}
    uses = EvidenceUse.objects.filter(obligation__in=[one.pk for one in obligations], removed_at=None)
    for pk, product in uses.values_list("obligation", "product"):
        found.setdefault(pk, set()).add(product)
    return found


def _served(duty: Duty) -> dict[int, Duty]:
    """The task above, the one that it serves itself, and so on; with what took the place of each."""
    found: dict[int, Duty] = {}
    wanted = {duty.serves_id} if duty.serves_id else set()
    while wanted:
        rows = list(Duty.objects.filter(pk__in=wanted).select_related("regime").order_by("pk"))
        found |= {row.pk: row for row in rows}
        later = Duty.objects.filter(replaces__in=wanted).values_list("pk", flat=True)
        next_up = {row.serves_id for row in rows if row.serves_id}
        wanted = (next_up | set(later)) - {duty.pk} - found.keys()
    return found


def _owed(first: Obligation, served: Sequence[int]) -> list[Obligation]:
    """What the same agency may settle of them by hand. A lead that has executors confirms and sums: that is not done by
    doing the own task."""
    rows = published().filter(duty__in=served, held_by=first.held_by_id, state__in=_MAY_BE_SETTLED)
    rows = rows.exclude(part=Part.LEAD, duty__parties__part=Part.EXECUTE)
    found = rows.select_related("duty", "held_by", "owed_by", "unit").order_by("due_on", "pk")
    return [one for one in found if not page_of(one.duty.source_kind, one.code, one.explained)]


def _with_lacks(first: Obligation, found: Sequence[Obligation], proved: Collection[str]) -> tuple[Above, ...]:
    kept = proved_by(found) if found else {}
    own, mine = _products(first), asked_of(first.duty.targets)
    out = []
    for one in found:
        wanted = products_lacking(own=own, proved=proved, above=_products(one))
        held = kept.get(one.pk)
        if held:
            wanted = products_lacking(own=wanted if "" in held else (), proved=held, above=wanted)
        out.append(Above(one, (*wanted, *figures_lacking(mine, asked_of(one.duty.targets)))))
    return tuple(out)


def _products(one: Obligation) -> list[str]:
    return [str(product) for product in one.duty.products]
