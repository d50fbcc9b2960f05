"""What stands before every form that anybody may send: a stamp, a trap, a count, and a small question where these ask
for one. No foreign service, no script, nobody dropped without a word."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core import signing
from django.forms import Form

from dondoc.accounts.actions.sign_in import address_of
from dondoc.feedback.actions import flood
from dondoc.feedback.rules.flood import Seen, Verdict, is_answer, question_of
from dondoc.web.requests import Request

_STAMP, _QUESTION = "dondoc.feedback.stamp", "dondoc.feedback.question"
QUESTION_HOLDS = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Question:
    """A sum in words, and the token that holds its answer."""

    text: str
    token: str


def new_stamp() -> str:
    """When a form was given out, so that nobody else can say when."""
    return signing.TimestampSigner(salt=_STAMP).sign("f")


def ask() -> Question:
    seed = secrets.randbelow(64)
    text, _ = question_of(seed)
    return Question(text, signing.dumps([seed, secrets.token_hex(4)], salt=_QUESTION))


def judge_sending(request: Request, form: Form, *, at: datetime) -> Verdict:
    """Whether a form may be taken, must answer a question first, or has to wait."""
    given = form.cleaned_data
    address = address_of(request)
    from_address, from_all = flood.seen_of(address, at=at)
    seen = Seen(
        from_address,
        from_all,
        _age(given.get("stamp", ""), at),
        trap_filled=bool(given.get("website")),
        question_answered=_is_answered(given.get("token", ""), given.get("answer", ""), at),
    )
    return flood.verdict_on(seen)


def count_sending(request: Request, *, at: datetime) -> None:
    flood.knock(flood.SENT, address_of(request), at=at)


def _age(stamp: str, at: datetime) -> timedelta | None:
    try:
        signer = signing.TimestampSigner(salt=_STAMP)
        signer.unsign(stamp)
        made = signing.b62_decode(stamp.rsplit(":", 2)[1])
    except (signing.BadSignature, ValueError, IndexError, KeyError):
        return None
    return timedelta(seconds=at.timestamp() - made)


def _is_answered(token: str, answer: str, at: datetime) -> bool:
    if not token or not answer:
        return False
    try:
        seed: Any = signing.loads(token, salt=_QUESTION, max_age=QUESTION_HOLDS)[0]
    except (signing.BadSignature, ValueError, TypeError, IndexError):
        return False
    return is_answer(answer, question_of(int(seed))[1]) and flood.use_solution(token, at=at)
