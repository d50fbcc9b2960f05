"""What stands before every form that anybody may send: a stamp, a trap, a count, and a small question where these ask
for one. No foreign service, no script, nobody dropped without a word.

    form = LetterForm(initial={"stamp": new_stamp(at)})
    verdict = judge_sending(form, "letter", address, at=at)   # pass, ask (`question = ask(form)`), refuse (429)
    count_sending("letter", address, at=at)                   # once it was taken

and `{{ forms.public_guard(form, question) }}` in the page.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from dondoc.records.actions import flood
from dondoc.records.rules.flood import Seen, Verdict, is_answer, question_of

_STAMP, _QUESTION = "dondoc.records.stamp", "dondoc.records.question"
QUESTION_HOLDS = timedelta(hours=2)


class GuardedForm(forms.Form):
    """A form for the public: `stamp` is when it was given out, `website` is for programs that fill in everything."""

    stamp = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    website = forms.CharField(required=False, max_length=200)
    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=300)
    answer = forms.CharField(label=_("Trả lời câu hỏi"), required=False, max_length=20)


@dataclass(frozen=True, slots=True)
class Question:
    """A sum in words, and the token that holds its answer."""

    text: str
    token: str


def new_stamp(at: datetime) -> str:
    """When a form was given out, so that nobody else can say when."""
    return signing.dumps(at.timestamp(), salt=_STAMP)


def ask(form: GuardedForm) -> Question:
    """A fresh question for a form that has to answer one; the form says so."""
    form.add_error("answer", _("Trả lời câu hỏi nhỏ này để gửi."))
    seed = secrets.randbelow(64)
    text, __ = question_of(seed)
    return Question(text, signing.dumps([seed, secrets.token_hex(4)], salt=_QUESTION))


def judge_sending(form: GuardedForm, kind: str, address: str, *, at: datetime) -> Verdict:
    """Whether a valid form may be taken, must answer a question first, or has to wait. An answer is used up by this."""
    given = form.cleaned_data
    from_address, from_all = flood.seen_of(kind, address, at=at)
    is_answered = _is_answered(given["token"], given["answer"], at)
    return flood.verdict_on(
        Seen(from_address, from_all, _age(given["stamp"], at), bool(given["website"]), question_answered=is_answered)
    )


def count_sending(kind: str, address: str, *, at: datetime) -> None:
    """One more was taken from the address."""
    flood.knock(kind, address, at=at)


def _age(stamp: str, at: datetime) -> timedelta | None:
    try:
        return timedelta(seconds=at.timestamp() - float(signing.loads(stamp, salt=_STAMP)))
    except (signing.BadSignature, TypeError, ValueError):
        return None


def _is_answered(token: str, answer: str, at: datetime) -> bool:
    if not token or not answer:
        return False
    try:
        seed: Any = signing.loads(token, salt=_QUESTION, max_age=QUESTION_HOLDS)[0]
    except (signing.BadSignature, ValueError, TypeError, IndexError):
        return False
    return is_answer(answer, question_of(int(seed))[1]) and flood.use_solution(token, at=at)
