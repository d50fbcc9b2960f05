"""What may happen to a report, and what came of it. A report that was answered is not thereby resolved."""

from collections.abc import Mapping
from enum import StrEnum

from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying


class Kind(StrEnum):
    REPORT = "report"
    QUESTION = "question"


class Channel(StrEnum):
    """By which way it came in; all but the web and Open311 are entered on the writer's behalf."""

    WEB = "web"
    HOTLINE = "hotline"
    BOX = "box"
    COUNTER = "counter"
    MEETING = "meeting"
    EMAIL = "email"
    OPEN311 = "open311"


class Stage(StrEnum):
    """Where a report stands: with the dispatcher, with the agency, waiting for its writer, with the head, answered."""

    RECEIVED = "received"
    ASSIGNED = "assigned"
    WAITING = "waiting"
    SUBMITTED = "submitted"
    ANSWERED = "answered"


class Outcome(StrEnum):
    RESOLVED = "resolved"
    EXPLAINED = "explained"
    FORWARDED = "forwarded"
    REFUSED = "refused"
    UNRESOLVED = "unresolved"


KINDS = {Kind.REPORT: "phản ánh, kiến nghị", Kind.QUESTION: "câu hỏi"}
CHANNELS = {
    Channel.WEB: "trang web",
    Channel.HOTLINE: "đường dây nóng",
    Channel.BOX: "hòm thư góp ý",
    Channel.COUNTER: "trực tiếp tại cơ quan",
    Channel.MEETING: "cuộc họp, tiếp xúc",
    Channel.EMAIL: "thư điện tử",
    Channel.OPEN311: "ứng dụng khác (Open311)",
}
STAGES = {
    Stage.RECEIVED: "chờ tiếp nhận",
    Stage.ASSIGNED: "đang giải quyết",
    Stage.WAITING: "chờ người gửi bổ sung",
    Stage.SUBMITTED: "chờ duyệt trả lời",
    Stage.ANSWERED: "đã trả lời",
}
OUTCOMES = {
    Outcome.RESOLVED: "đã giải quyết",
    Outcome.EXPLAINED: "đã giải thích",
    Outcome.FORWARDED: "đã chuyển cơ quan khác",
    Outcome.REFUSED: "không thụ lý, có lý do",
    Outcome.UNRESOLVED: "chưa giải quyết được",
}
OPEN = (Stage.RECEIVED, Stage.ASSIGNED, Stage.WAITING, Stage.SUBMITTED)

# verb -> (from which stages, to which stage; None: the stage stays)
MOVES: Mapping[str, tuple[frozenset[Stage], Stage | None]] = {
    "acknowledge": (frozenset({Stage.RECEIVED}), Stage.ASSIGNED),
    "transfer": (frozenset({Stage.ASSIGNED}), Stage.ASSIGNED),
    "ask": (frozenset({Stage.ASSIGNED}), Stage.WAITING),
    "resume": (frozenset({Stage.WAITING}), Stage.ASSIGNED),
    "extend": (frozenset({Stage.ASSIGNED, Stage.SUBMITTED}), None),
    "submit": (frozenset({Stage.ASSIGNED}), Stage.SUBMITTED),
    "return": (frozenset({Stage.SUBMITTED}), Stage.ASSIGNED),
    "approve": (frozenset({Stage.SUBMITTED}), Stage.ANSWERED),
    "reopen": (frozenset({Stage.ANSWERED}), Stage.ASSIGNED),
    "confirm": (frozenset({Stage.ANSWERED}), None),
    "publish": (frozenset({Stage.ANSWERED}), None),
}


def next_stage(verb: str, stage: Stage) -> Stage:
    """The stage after a verb; refuses what is not possible from here."""
    before, after = MOVES[verb]
    if stage not in before:
        raise BadInput(
            "report-stage",
            "Phản ánh đang ở bước “{stage}” nên không làm được việc này. Tải lại trang.",
            stage=Saying(STAGES[stage]),
        )
    return after or stage


def is_resolved(outcome: str, confirmed: bool | None) -> bool:
    """Resolved by the agency's own word and not denied by the writer: an answer alone is not enough."""
    return outcome == Outcome.RESOLVED and confirmed is not False
