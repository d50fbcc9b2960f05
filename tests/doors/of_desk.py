"""Addresses of the desk."""

from doors.rows import anyone, signed_in

ROWS = {
    "briefing": signed_in(404),
    "demo-document": signed_in(404),
    "my-work": signed_in(),
    "my-work-sheet": signed_in(),
    "monitor": signed_in(),
    "monitor-obligations": signed_in(),
    "monitor-obligations-sheet": signed_in(),
    "monitor-late": signed_in(),
    "monitor-coverage": signed_in(),
    "monitor-coverage-sheet": signed_in(),
    "monitor-units-sheet": signed_in(),
    "calendar": signed_in(),
    "calendar-address": signed_in(method="post"),
    "calendar-feed": anyone(404, args=lambda _: ["khong-co"]),
    "log": signed_in(),
    "search": signed_in(),
}
