"""Words and choices of the registers beside reports: signals, complaints, denunciations, requests to account."""

from enum import StrEnum


class Subject(StrEnum):
    """Of what a signal speaks. Chosen from a list, so that it can be counted without being read."""

    BRIBE = "bribe"
    CONDUCT = "conduct"
    FUNDS = "funds"
    LAND = "land"
    HIRING = "hiring"
    OTHER = "other"


class ComplaintSubject(StrEnum):
    LAND = "land"
    COMPENSATION = "compensation"
    SOCIAL = "social"
    PENALTY = "penalty"
    PROCEDURE = "procedure"
    DISCIPLINE = "discipline"
    OTHER = "other"


class ComplaintState(StrEnum):
    RECEIVED = "received"
    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not-accepted"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    SETTLED = "settled"


class Finding(StrEnum):
    """What a settlement found, of complaints and denunciations alike."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"


class DenunciationState(StrEnum):
    RECEIVED = "received"
    FORWARDED = "forwarded"
    NOT_ACCEPTED = "not-accepted"
    ACCEPTED = "accepted"
    SETTLED = "settled"
    PUBLISHED = "published"


class AccountState(StrEnum):
    RECEIVED = "received"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    EXPLAINED = "explained"


SUBJECTS = {
    Subject.BRIBE: "đòi, nhận tiền hoặc quà",
    Subject.CONDUCT: "thái độ, trách nhiệm của cán bộ",
    Subject.FUNDS: "thu chi, quỹ, đóng góp",
    Subject.LAND: "đất đai, đền bù",
    Subject.HIRING: "tuyển dụng, bổ nhiệm",
    Subject.OTHER: "việc khác",
}
COMPLAINT_SUBJECTS = {
    ComplaintSubject.LAND: "đất đai",
    ComplaintSubject.COMPENSATION: "bồi thường, hỗ trợ, tái định cư",
    ComplaintSubject.SOCIAL: "chính sách xã hội",
    ComplaintSubject.PENALTY: "xử phạt vi phạm hành chính",
    ComplaintSubject.PROCEDURE: "thủ tục hành chính",
    ComplaintSubject.DISCIPLINE: "kỷ luật cán bộ, công chức",
    ComplaintSubject.OTHER: "việc khác",
}
COMPLAINT_STATES = {
    ComplaintState.RECEIVED: "chờ thụ lý",
    ComplaintState.ACCEPTED: "đang giải quyết",
    ComplaintState.NOT_ACCEPTED: "không thụ lý",
    ComplaintState.SUSPENDED: "tạm đình chỉ",
    ComplaintState.WITHDRAWN: "đình chỉ",
    ComplaintState.SETTLED: "đã giải quyết",
}
FINDINGS = {Finding.RIGHT: "đúng", Finding.PARTLY: "đúng một phần", Finding.WRONG: "sai"}
DENUNCIATION_STATES = {
    DenunciationState.RECEIVED: "xử lý ban đầu",
    DenunciationState.FORWARDED: "đã chuyển",
    DenunciationState.NOT_ACCEPTED: "không thụ lý",
    DenunciationState.ACCEPTED: "đang giải quyết",
    DenunciationState.SETTLED: "đã kết luận",
    DenunciationState.PUBLISHED: "đã công khai kết luận",
}
ACCOUNT_STATES = {
    AccountState.RECEIVED: "chờ trả lời",
    AccountState.ACCEPTED: "đang giải trình",
    AccountState.REFUSED: "từ chối",
    AccountState.EXPLAINED: "đã giải trình",
}


def settlement_key(*, is_second: bool, is_complex: bool, is_remote: bool) -> str:
    """The key of the term for settling a complaint (Luật Khiếu nại 2011, Điều 28, 37)."""
    kind = "-".join(word for word, holds in (("remote", is_remote), ("complex", is_complex)) if holds)
    return f"complaint.{'second' if is_second else 'first'}.{kind or 'normal'}"
