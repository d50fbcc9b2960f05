"""States of a report: drafted, submitted to the head, approved with number and day, sent, accepted or returned,
locked."""

from collections.abc import Mapping
from enum import StrEnum

from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying


class ReportState(StrEnum):
    """What is stored. The Vietnamese words are in `WORDS`."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    SENT = "sent"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    LOCKED = "locked"


WORDS: Mapping[ReportState, str] = {
    ReportState.DRAFT: "soạn",
    ReportState.SUBMITTED: "trình",
    ReportState.APPROVED: "duyệt",
    ReportState.SENT: "gửi",
    ReportState.RETURNED: "trả lại",
    ReportState.ACCEPTED: "tiếp nhận",
    ReportState.LOCKED: "khóa",
}
EDITABLE = frozenset({ReportState.DRAFT, ReportState.RETURNED})
ARRIVED = frozenset({ReportState.SENT, ReportState.ACCEPTED, ReportState.LOCKED})
TAKEN = frozenset({ReportState.ACCEPTED, ReportState.LOCKED})

# verb -> (the states that it may start from, the state after it)
MOVES: Mapping[str, tuple[frozenset[ReportState], ReportState]] = {
    "submit": (EDITABLE, ReportState.SUBMITTED),
    "take_back": (frozenset({ReportState.SUBMITTED, ReportState.APPROVED}), ReportState.DRAFT),
    "approve": (frozenset({ReportState.SUBMITTED}), ReportState.APPROVED),
    "send": (frozenset({ReportState.APPROVED}), ReportState.SENT),
    "return": (frozenset({ReportState.SENT, ReportState.ACCEPTED}), ReportState.RETURNED),
    "accept": (frozenset({ReportState.SENT}), ReportState.ACCEPTED),
    "lock": (frozenset({ReportState.ACCEPTED}), ReportState.LOCKED),
    "unlock": (frozenset({ReportState.LOCKED}), ReportState.RETURNED),
}


def next_state(verb: str, state: ReportState) -> ReportState:
    """The state after `verb`; what the state does not allow is refused (code `report-moved`)."""
    allowed, after = MOVES[verb]
    if state not in allowed:
        raise BadInput(
            "report-moved",
            "Báo cáo này đang ở bước “{state}”: tải lại trang để xem bản mới nhất.",
            state=Saying(WORDS[state]),
        )
    return after
