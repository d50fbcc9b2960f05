"""Addresses of web and accounts."""

from doors.rows import Row, anyone, signed_in

ROWS = {
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
