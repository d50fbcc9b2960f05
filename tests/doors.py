"""Who may do what at which address, in one table. A new address without a row here fails `test_permissions`.

Rows: name of the address -> expected status for (nobody, stranger, colleague, right person), by GET unless said. An app
adds its rows with its addresses. `Row.args` fills the address; a row may ask for things made by the makers.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from people import Cast

PEOPLE = ("nobody", "tung", "minh", "lan")


@dataclass(frozen=True, slots=True)
class Row:
    """`expected` is in the order of PEOPLE."""

    expected: tuple[int, int, int, int]
    method: str = "get"
    args: Callable[[Cast], list[Any]] = field(default=lambda _cast: [])


def anyone(status: int = 200, **more: Any) -> Row:
    return Row((status,) * 4, **more)


def signed_in(status: int = 200, **more: Any) -> Row:
    return Row((302, status, status, status), **more)


DOORS: dict[str, Row] = {
    "home": signed_in(),
    "health": anyone(),
    "language": anyone(302, method="post"),
    "account": signed_in(),
    "sign-in": Row((200, 302, 302, 302)),
    "demo-sign-in": anyone(404, method="post", args=lambda cast: [cast.lan.code]),
    "sign-out": anyone(302, method="post"),
    "sign-out-everywhere": signed_in(302, method="post"),
    "password-change": signed_in(),
    "invitation-accept": anyone(422, args=lambda _: ["khong-co"]),
}
