"""A thing done once is settled once: the own task, and the tasks of the levels above that it serves."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.actions.evidence import Proof
from dondoc.duties.actions.obligation import claim_nothing, settle
from dondoc.duties.models import EvidenceUse, Figure, Obligation
from dondoc.duties.queries.above import Above, above_of, nothing_above, proved_by
from dondoc.duties.rules import judging
from dondoc.duties.rules.aims import asked_of
from dondoc.duties.rules.serving import product_above, same_parts
from dondoc.duties.rules.states import State


@dataclass(frozen=True, slots=True)
class Settled:
    """The state of the own obligation, what was settled above with it, and what was left because it asks more."""

    state: State
    above: tuple[Above, ...] = ()
    lacking: tuple[Above, ...] = ()


def every(_code: str) -> bool:
    return True


def settle_with_above(
    first: Obligation,
    *,
    by: User,
    at: datetime,
    text: str = "",
    evidence: Sequence[Proof] = (),
    figures: Mapping[int, judging.Figure] | None = None,
    claimed: bool = False,
    is_entered_for: bool = False,
    wanted: Callable[[str], bool] = every,
) -> Settled:
    """`settle`, and in the same transaction what the same agency owes above by the same work, where `wanted` says yes
    to its code: with the same words, proofs and the figures of the same targets. What asks more than was given stays
    owed and is told. Each goes its own way afterwards: returned or withdrawn, the other stays. Refuses what `settle`
    refuses; then nothing is written anywhere."""
    with transaction.atomic():
        state = settle(
            first, by=by, at=at, text=text, evidence=evidence, figures=figures, claimed=claimed,
            is_entered_for=is_entered_for,
        )  # fmt: skip
        return carry_up(first, state, by=by, at=at, wanted=wanted)


def carry_up(
    first: Obligation, state: State, *, by: User | None, at: datetime, wanted: Callable[[str], bool] = every
) -> Settled:
    """What was settled a moment ago, by its page or by its own record, settles above what it does there too. Inside the
    transaction of whoever settled it."""
    if first.duty.serves_id is None:
        return Settled(state)
    proved = proved_by([first]).get(first.pk, set())
    seen = above_of(first, timezone.localtime(at).date(), proved=proved)
    asked = [each for each in seen if wanted(each.one.code)]
    done = tuple(each for each in asked if not each.lacks)
    for each in done:
        _settle_above(each.one, first, by=by, at=at)
    return Settled(state, done, tuple(each for each in asked if each.lacks))


def claim_nothing_with_above(
    first: Obligation,
    *,
    by: User,
    at: datetime,
    reason: str,
    is_entered_for: bool = False,
    wanted: Collection[str] = (),
) -> tuple[Above, ...]:
    """`claim_nothing`, and in the same transaction the same of what the same agency owes above, for the codes that the
    person named: nothing below does not mean that nothing came up above, and never that the work above is done. What
    was said above. Refuses what `claim_nothing` refuses; then nothing is written anywhere."""
    with transaction.atomic():
        claim_nothing(first, by=by, at=at, reason=reason, is_entered_for=is_entered_for)
        said = tuple(each for each in nothing_above(first, timezone.localtime(at).date()) if each.one.code in wanted)
        for each in said:
            claim_nothing(each.one, by=by, at=at, reason=reason, is_entered_for=is_entered_for, through=first)
    return said


def _settle_above(one: Obligation, first: Obligation, *, by: User | None, at: datetime) -> None:
    products = [str(product) for product in one.duty.products]
    uses = EvidenceUse.objects.filter(obligation=first, removed_at=None).select_related("evidence").order_by("pk")
    settle(
        one,
        by=by,
        at=at,
        text=first.note,
        evidence=[Proof(existing=use.evidence, product=product_above(use.product, products)) for use in uses],
        figures=_figures(one, first),
        claimed=first.is_claimed,
        is_entered_for=first.is_entered_for,
        through=first,
    )


def _figures(one: Obligation, first: Obligation) -> dict[int, judging.Figure]:
    given = {figure.target_part: figure for figure in Figure.objects.filter(obligation=first)}
    same = same_parts(asked_of(first.duty.targets), asked_of(one.duty.targets))
    return {
        part: judging.Figure(judging.Kind(it.kind), it.numerator, it.denominator, it.is_stock)
        for part, mine in same.items()
        if (it := given.get(mine)) is not None
    }
