"""The verbs on an obligation's page beside "báo hoàn thành": who may, what it needs, what it does."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from dondoc.accounts.models import User
from dondoc.duties import access
from dondoc.duties.actions import obligation as act
from dondoc.duties.actions.serving import claim_nothing_with_above
from dondoc.duties.models import Obligation
from dondoc.duties.queries.above import Above
from dondoc.units.access import Scope


class Act(Protocol):
    def __call__(
        self, one: Obligation, *, by: User, at: datetime, text: str, scope: Scope, above: Collection[str] = ()
    ) -> Sequence[Above]:
        """What was said above with it."""


@dataclass(frozen=True, slots=True)
class Verb:
    """`slug` is in the address, `move` names the row of the table of states (empty: possible in any). `is_claim`:
    not for a case, which its own record settles."""

    slug: str
    move: str
    label: str
    title: str
    done: str
    may: Callable[[Scope, Obligation], bool]
    act: Act
    needs_reason: bool = True
    kind: str = "second"
    is_claim: bool = False


def _may_enter(scope: Scope, one: Obligation) -> bool:
    return access.may_do(scope, one) or access.may_enter_for(scope, one)


def _confirm(
    one: Obligation, *, by: User, at: datetime, text: str, scope: Scope, above: Collection[str] = ()
) -> Sequence[Above]:
    act.confirm(one, by=by, at=at, note=text)
    return ()


def _return(
    one: Obligation, *, by: User, at: datetime, text: str, scope: Scope, above: Collection[str] = ()
) -> Sequence[Above]:
    act.return_(one, by=by, at=at, reason=text)
    return ()


def _nothing(
    one: Obligation, *, by: User, at: datetime, text: str, scope: Scope, above: Collection[str] = ()
) -> Sequence[Above]:
    is_for = access.may_enter_for(scope, one)
    return claim_nothing_with_above(one, by=by, at=at, reason=text, is_entered_for=is_for, wanted=above)


def _withdraw(
    one: Obligation, *, by: User, at: datetime, text: str, scope: Scope, above: Collection[str] = ()
) -> Sequence[Above]:
    act.withdraw(one, by=by, at=at)
    return ()


def _excuse(
    one: Obligation, *, by: User, at: datetime, text: str, scope: Scope, above: Collection[str] = ()
) -> Sequence[Above]:
    act.excuse(one, by=by, at=at, reason=text)
    return ()


def _contribute(
    one: Obligation, *, by: User, at: datetime, text: str, scope: Scope, above: Collection[str] = ()
) -> Sequence[Above]:
    act.contribute(one, agency=access.contributing_agency(scope, one), text=text, by=by, at=at)
    return ()


VERBS = {
    verb.slug: verb
    for verb in (
        Verb(
            "xac-nhan", "confirm", "Xác nhận", "Xác nhận kết quả này", "Đã xác nhận.", access.may_confirm, _confirm,
            needs_reason=False, kind="main",
        ),
        Verb("tra-lai", "return", "Trả lại", "Trả lại để bổ sung", "Đã trả lại.", access.may_return, _return),
        Verb(
            "khong-phat-sinh", "claim_nothing", "Không phát sinh", "Kỳ này không phát sinh", "Đã ghi không phát sinh.",
            _may_enter, _nothing, is_claim=True,
        ),
        Verb(
            "rut-lai", "withdraw", "Rút lại", "Rút lại để sửa", "Đã rút lại.", access.may_do, _withdraw,
            needs_reason=False,
        ),
        Verb(
            "phoi-hop", "", "Ghi nội dung phối hợp", "Nội dung phối hợp", "Đã ghi nội dung phối hợp.",
            access.may_contribute, _contribute,
        ),
        Verb("mien", "excuse", "Miễn", "Miễn thực hiện", "Đã miễn.", access.may_excuse, _excuse),
    )
}  # fmt: skip
