"""Comments on drafts: when they are taken, and what may become of a comment (Luật 10/2022/QH15 Đ.28)."""

from datetime import date
from enum import StrEnum

LAST, SUMMARY = "consultation.last", "consultation.summary"  # terms of `schedule.rules.timers`


class Outcome(StrEnum):
    """What became of a comment; an empty one still waits."""

    TAKEN = "taken"
    PARTLY = "partly"
    EXPLAINED = "explained"
    ELSEWHERE = "elsewhere"


OUTCOMES = {
    Outcome.TAKEN: "tiếp thu",
    Outcome.PARTLY: "tiếp thu một phần",
    Outcome.EXPLAINED: "giải trình, giữ nguyên",
    Outcome.ELSEWHERE: "ngoài nội dung dự thảo",
}


def is_open(starts_on: date, ends_on: date, today: date) -> bool:
    return starts_on <= today <= ends_on
