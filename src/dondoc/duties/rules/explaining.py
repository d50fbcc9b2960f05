"""Why a thing that runs from a start is due when it is, in the form that obligations keep."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dondoc.schedule.rules import Deadline
from dondoc.schedule.rules.timers import TimerRule

CASE = "case:"


def explained_by(rule: TimerRule, deadline: Deadline, *, text: str = "", href: str = "") -> dict[str, Any]:
    """The JSON of `Obligation.explained` for a legal term: the sentence, the days passed over, the citation. `text` is
    what started it; `href` the page on which the thing is done, where it is settled by its own record."""
    start = deadline.start
    zero = f"{start:%H:%M} ngày {start:%d/%m/%Y}" if rule.unit == "hours" else f"ngày {start:%d/%m/%Y}"
    tail = "" if rule.unit == "hours" else "; ngày đó không tính"
    sentence = f"{rule.label}: {rule.words} kể từ {zero}{tail}."
    if deadline.aim is not None:
        sentence += (
            f" Ngày cuối rơi vào ngày nghỉ nên hạn là ngày làm việc tiếp theo; nên xong {written(deadline.aim)}."
        )
    skipped = [{"day": one.day.isoformat(), "why": one.why} for one in deadline.skipped]
    told: dict[str, Any] = {"text": text, "rule": sentence, "skipped": skipped, "cited": rule.citation}
    if deadline.aim is not None:
        told["aim"] = deadline.aim.isoformat()
    return {**told, "href": href} if href else told


def written(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def aim_of(explained: Mapping[str, Any]) -> date | None:
    """The day to aim at, where the term had to be moved."""
    return date.fromisoformat(explained["aim"]) if explained.get("aim") else None


_PAGES: dict[str, str] = {}


def kept_at(source_kind: str, address: str) -> None:
    """All that duties of a kind of source ask is settled by a record of its own, on the page `address`, in which {code}
    is the code of the obligation. Said by the app that keeps these records, when it starts."""
    _PAGES[source_kind] = address


def page_of(source_kind: str, code: str, explained: Mapping[str, Any]) -> str:
    """The one answer to where an obligation is settled that its own record settles: the page of its case ("href"), else
    the page that `kept_at` named for its source; empty for all that is reported on its own page."""
    return str(explained.get("href") or "") or _PAGES.get(source_kind, "").format(code=code)
