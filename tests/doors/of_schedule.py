"""Addresses of the working calendar: everybody reads it, an administrator keeps it."""

from doors.rows import administrators, signed_in
from makers.schedule import make_day, make_timer

ROWS = {
    "calendar-days": signed_in(),
    "timers": signed_in(),
    "timer": signed_in(args=lambda _cast: ["feedback.answer"]),
    "office-day-add": administrators(),
    "office-day": administrators(args=lambda _cast: [make_day().code]),
    "timer-withdraw": administrators("post", args=lambda _cast: [make_timer().code]),
}
