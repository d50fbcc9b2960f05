"""What stands before a form that anybody may send: when it was given out, a field that no person sees, a sum in words,
how many came from one address in an hour. No foreign service, no script; nobody is dropped without a word.

The count is of this process and forgotten with it: a limit against floods, not a record of people.
"""

import secrets
from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta

from django import forms
from django.core import signing
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

QUICKEST, OLDEST, WINDOW = timedelta(seconds=3), timedelta(days=2), timedelta(hours=1)
ASKED_AFTER, REFUSED_AFTER, KEPT = 5, 40, 20_000
_SALT = "dondoc.web.guard"
_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_seen: dict[str, deque[datetime]] = {}


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum in words, and the token that holds its answer."""

    text: str
    token: str


class GuardedForm(forms.Form):
    """A form for the public: `stamp` is when it was given out, `website` is for programs that fill in everything."""

    stamp = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    website = forms.CharField(label=_("Để trống ô này"), required=False, max_length=200)
    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    answer = forms.CharField(label=_("Trả lời câu hỏi"), required=False, max_length=20)


def new_stamp(at: datetime) -> str:
    return signing.dumps(at.timestamp(), salt=_SALT)


def new_sum() -> Sum:
    first, second = 1 + secrets.randbelow(8), 1 + secrets.randbelow(8)
    text = f"{_WORDS[first].capitalize()} cộng {_WORDS[second]} bằng mấy?"
    return Sum(text, signing.dumps([first + second, secrets.token_hex(4)], salt=_SALT + ".sum"))


def must_ask(form: GuardedForm, address: str, *, at: datetime) -> bool:
    """Whether the sum has to be answered first: an odd age, a full trap, many from one address. A full trap is no proof
    of a robot: some programs fill in forms for people."""
    given = form.cleaned_data
    if _is_answered(given["token"], given["answer"]):
        return False
    age = _age(given["stamp"], at)
    is_odd = bool(given["website"]) or age is None or not QUICKEST <= age <= OLDEST
    return is_odd or _count(address, at) >= ASKED_AFTER


def must_wait(address: str, *, at: datetime) -> bool:
    return _count(address, at) >= REFUSED_AFTER


def note(address: str, *, at: datetime) -> None:
    """One more was taken from the address."""
    if len(_seen) > KEPT:
        _seen.clear()
    _seen.setdefault(_hash(address), deque(maxlen=REFUSED_AFTER)).append(at)


def forget() -> None:
    """Between tests."""
    _seen.clear()


def _count(address: str, at: datetime) -> int:
    return sum(at - one < WINDOW for one in _seen.get(_hash(address), ()))


def _hash(address: str) -> str:
    return salted_hmac(_SALT, address).hexdigest()[:24]


def _age(stamp: str, at: datetime) -> timedelta | None:
    try:
        return timedelta(seconds=at.timestamp() - float(signing.loads(stamp, salt=_SALT)))
    except (signing.BadSignature, TypeError, ValueError):
        return None


def _is_answered(token: str, answer: str) -> bool:
    try:
        wanted = int(signing.loads(token, salt=_SALT + ".sum", max_age=OLDEST)[0])
    except (signing.BadSignature, TypeError, ValueError, IndexError):
        return False
    flat = answer.strip().lower()
    return flat == str(wanted) or (wanted < len(_WORDS) and flat == _WORDS[wanted])
