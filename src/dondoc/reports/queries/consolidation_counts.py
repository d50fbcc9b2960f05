"""What stands behind a count of a consolidation: each obligation that was counted, with the report that told it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from dondoc.reports.models import Consolidation
from dondoc.reports.queries import consolidation as rows
from dondoc.reports.rules.consolidation import SETTLED, Said

# What the columns of counts ask for, by the word in the address; nothing: all that is owed.
RESULTS = {
    "xong": (_("Đã xong"), frozenset({Said.DONE, Said.DONE_LATE})),
    "qua-han": (_("Quá hạn"), frozenset({Said.DONE_LATE})),
    "khong-phat-sinh": (_("Không phát sinh"), frozenset({Said.NOTHING})),
    "chua-xong": (_("Chưa xong"), frozenset({Said.NOT_YET})),
    "chua-bao-cao": (_("Chưa báo cáo"), frozenset({Said.MISSING})),
    "hoan-thanh": (_("Đã xong hoặc không phát sinh"), SETTLED),
}
NONE = "khac"  # of no component


@dataclass(frozen=True, slots=True)
class Counted:
    """What is asked for: of a dimension, a component ("" for none), a line, with a result. None is all."""

    section: int | None = None
    component: str | None = None
    position: int | None = None
    result: str = ""


@dataclass(frozen=True, slots=True)
class CountedRow:
    agency: str
    position: int
    title: str
    said: str
    report_code: str


def read_counted(query: Mapping[str, str]) -> Counted:
    """What cannot be understood is left out."""
    section, component, position = query.get("phan", ""), query.get("tp", ""), query.get("viec", "")
    return Counted(
        int(section) if section.isdecimal() and len(section) == 1 else None,
        ("" if component == NONE else component[:8]) if component else None,
        int(position) if position.isdecimal() and len(position) < 5 else None,
        result if (result := query.get("kq", "")) in RESULTS else "",
    )


def counted_rows(consolidation: Consolidation, asked: Counted) -> list[CountedRow]:
    """As many rows as the count says. Two queries."""
    sources = consolidation.sources.select_related("agency__unit", "report")
    told = {one.agency.code: (rows.name_of(one.agency), one.report.code if one.report else "") for one in sources}
    named = {"section": asked.section, "component": asked.component, "position": asked.position}
    lines = consolidation.lines.filter(name="", **{name: value for name, value in named.items() if value is not None})
    wanted = RESULTS[asked.result][1] if asked.result else frozenset(Said)
    return [
        CountedRow(told[code][0], line.position, line.title, rows.SAID_WORDS[said], told[code][1])
        for line in lines.order_by("position")
        for code, said, *_rest in line.entries
        if said in wanted
    ]
