"""The one way in which the state of an obligation changes: an UPDATE that names the old state and version."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dondoc.duties.actions import summary
from dondoc.duties.events import ObligationMoved
from dondoc.duties.models import Obligation
from dondoc.duties.rules.states import WORDS, State, next_state
from dondoc.records.actions import audit, outbox
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying

KIND = "obligation"


def is_in_time(obligation: Obligation, at: datetime) -> bool:
    return obligation.due_at is None or at <= obligation.due_at


def move(
    obligation: Obligation,
    verb: str,
    *,
    by: audit.Actor | None,
    at: datetime,
    settled_at: datetime | None,
    after: Mapping[str, Any] | None = None,
    needs_confirmation: bool = False,
    **fields: Any,
) -> State:
    """Carry out a verb inside the transaction of the action: the row, the counts, the trail, the event. Whoever comes
    second, with the version of before, is refused with `state-moved` and has changed nothing. Whether it is late is
    told by `settled_at`: the day on which it was claimed, not the day on which it was confirmed."""
    old = State(obligation.state)
    in_time = is_in_time(obligation, settled_at or at)
    new = next_state(verb, old, needs_confirmation=needs_confirmation, in_time=in_time)
    version = obligation.version
    rows = Obligation.objects.filter(pk=obligation.pk, state=old.value, version=version)
    values = {"state": new.value, "settled_at": settled_at, "version": version + 1, **fields}
    if not rows.update(**values):
        raise moved_on(obligation)
    summary.changed(obligation, was=old.value, became=new.value)
    told = {"state": new.value, **(after or {})}
    audit.record(verb, (KIND, obligation.code), by=by, at=at, before={"state": old.value}, after=told)
    outbox.emit(ObligationMoved(obligation.code, verb, new.value), at=at)
    for name, value in values.items():
        setattr(obligation, name, value)
    return new


def moved_on(obligation: Obligation) -> BadInput:
    """Somebody was quicker: say what stands now."""
    now = Obligation.objects.get(pk=obligation.pk)
    return BadInput(
        "state-moved",
        "Người khác vừa cập nhật việc này (hiện ở trạng thái “{state}”). "
        "Nội dung anh/chị nhập vẫn còn dưới đây: xem lại rồi gửi lần nữa nếu cần.",
        state=Saying(WORDS[State(now.state)]),
    )
