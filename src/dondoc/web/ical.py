"""Calendars as RFC 5545 writes them: lines of at most 75 octets, CRLF, text with its commas and line breaks escaped.

Only what offices need: events of a whole day, or from a moment to another (written in UTC), without alarms.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LONGEST = 75


@dataclass(frozen=True, slots=True)
class Event:
    """One day, or the hours in it: `uid` stays for ever, so that a calendar program recognises an event that moved."""

    uid: str
    day: date
    summary: str
    description: str = ""
    url: str = ""
    place: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None


def write_calendar(name: str, events: Iterable[Event], *, at: datetime) -> str:
    """The whole file; `at` is the moment of writing, with its zone."""
    stamp = at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//dondoc//VI",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for event in events:
        lines += _event(event, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(event: Event, stamp: str) -> list[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{stamp}",
        *_times(event),
        f"SUMMARY:{_text(event.summary)}",
        "TRANSP:TRANSPARENT",
    ]
    if event.place:
        lines.append(f"LOCATION:{_text(event.place)}")
    if event.description:
        lines.append(f"DESCRIPTION:{_text(event.description)}")
    if event.url:
        lines.append(f"URL:{event.url}")
    return [*lines, "END:VEVENT"]


def _times(event: Event) -> tuple[str, str]:
    if event.starts_at and event.ends_at:
        starts_at, ends_at = (moment.astimezone(UTC) for moment in (event.starts_at, event.ends_at))
        return f"DTSTART:{starts_at:%Y%m%dT%H%M%SZ}", f"DTEND:{ends_at:%Y%m%dT%H%M%SZ}"
    ends_on = event.day + timedelta(days=1)
    return f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}", f"DTEND;VALUE=DATE:{ends_on:%Y%m%d}"


def _text(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\n").replace("\r", "\n")
    return plain.replace("\n", "\\n")


def _folded(line: str) -> Iterable[str]:
    """Cut by octets, never inside a letter; what goes on begins with a space that counts."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LONGEST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    yield piece
