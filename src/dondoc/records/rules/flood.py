"""When a sender is asked a small question first, and when sending has to wait: nobody is dropped without a word."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

WINDOW = timedelta(hours=1)
# A form that was filled in faster than a person reads it, or that is older than an offline phone may be.
QUICKEST, OLDEST = timedelta(seconds=3), timedelta(days=60)
WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


class Verdict(StrEnum):
    PASS = "pass"
    ASK = "ask"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Budget:
    """Sendings in an hour: from one address before it is asked, and before it has to wait; from everywhere before all
    are asked. A village behind one address of its carrier is many people: the first limit is no wall."""

    asked_after: int = 5
    refused_after: int = 60
    all_asked_after: int = 300


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a sending: how many came before it, how old its form is, whether the field that no person sees
    was filled in, whether the question was answered."""

    from_address: int
    from_all: int
    age: timedelta | None
    trap_filled: bool = False
    question_answered: bool = False


def judge(seen: Seen, budget: Budget) -> Verdict:
    """A full trap or an odd age is no proof of a robot (programs fill in forms for people): it is asked."""
    if seen.from_address >= budget.refused_after:
        return Verdict.REFUSE
    if seen.question_answered:
        return Verdict.PASS
    is_odd = seen.trap_filled or seen.age is None or not QUICKEST <= seen.age <= OLDEST
    is_many = seen.from_address >= budget.asked_after or seen.from_all >= budget.all_asked_after
    return Verdict.ASK if is_odd or is_many else Verdict.PASS


def question_of(seed: int) -> tuple[str, int]:
    """A sum in words, with its answer: "Bốn cộng ba bằng mấy?"."""
    first, second = 1 + seed % 8, 1 + seed // 8 % 8
    return f"{WORDS[first].capitalize()} cộng {WORDS[second]} bằng mấy?", first + second


def is_answer(text: str, wanted: int) -> bool:
    """In figures or in words, with or without marks."""
    flat = text.strip().lower()
    return flat == str(wanted) or (wanted < len(WORDS) and flat == WORDS[wanted])
