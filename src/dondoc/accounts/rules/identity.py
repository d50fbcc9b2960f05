"""What a person may type to say who they are: a login name, an e-mail, a phone number. One form for comparing each."""

import re

from dondoc.toolkit.text import fold

_PHONE = re.compile(r"(?:\+?84|0)(\d{9,10})")
_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{2,39}")


def phone_key(text: str) -> str:
    """`0912345678` from `+84 912 345 678`, `0912.345.678`; empty where it is no Vietnamese number."""
    match = _PHONE.fullmatch(re.sub(r"[\s.()-]", "", text))
    return f"0{match[1]}" if match else ""


def email_key(text: str) -> str:
    """Lower case, no spaces around; empty where there is no name and domain."""
    address = text.strip().casefold()
    return address if re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", address) else ""


def login_key(text: str) -> str:
    """A login name is 3 to 40 of a-z, 0-9, dot, dash, underscore; marks and capitals are forgiven. Empty if none."""
    name = fold(text).strip()
    return name if _LOGIN.fullmatch(name) else ""


def identity_key(text: str) -> str:
    """Whatever was typed in the one field of the sign-in page, in the form it is stored in."""
    return email_key(text) or phone_key(text) or login_key(text) or text.strip().casefold()[:254]


def initials(full_name: str) -> str:
    """Two letters as Vietnamese use them: the last middle name and the given name, `Nguyễn Thị Lan` -> `TL`."""
    return "".join(word[0] for word in full_name.split()[-2:]).upper()
