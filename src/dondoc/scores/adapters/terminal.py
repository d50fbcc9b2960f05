"""Standings and prospects in Vietnamese, for people at a terminal."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dondoc.scores.rules.differences import Difference
from dondoc.scores.rules.labels import UNWEIGHTED
from dondoc.scores.rules.panel import Panel
from dondoc.scores.rules.prospects import Prospect
from dondoc.scores.rules.sentences import (
    as_it_is,
    breaks_told,
    limits_told,
    needs_told,
    odds_told,
    outcome_told,
    points,
)
from dondoc.scores.rules.standing import Line, Result, Standing
from dondoc.scores.rules.workbooks import Workbook
from dondoc.toolkit.numbers import write_number

_ZERO = Decimal(0)
# Lists are cut here on a terminal; the JSON holds all.
_MOST = 20


def standing_in_words(standing: Standing, panel: Panel) -> str:
    """The total with what it is compared with, then dimensions and components as a table."""
    return "\n".join([*_head(standing, panel), "", *_table(standing)])


def _head(standing: Standing, panel: Panel) -> Iterator[str]:
    name, total = panel.provinces[standing.province], standing.total
    if total is None:
        why = f" ({standing.reason})" if standing.reason else ""
        yield f"{name}, năm {standing.year}: không có điểm tổng; thiếu {', '.join(standing.missing)}{why}."
        return
    yield f"{name}, năm {standing.year}: {_result(total.result)}"
    yield from _change(total, panel)
    best, most = total.best
    if total.gap_to_best:
        yield f"- kém nơi dẫn đầu ({panel.provinces[best]} {points(most)}) {points(total.gap_to_best)} điểm"
    yield from _next_group(total)
    yield f"- trung bình các tỉnh, thành phố có điểm: {points(total.mean)}"


def _result(result: Result) -> str:
    placed = result.placement
    doubt = ", điểm nằm đúng ngưỡng" if placed.is_at_cut else ""
    basis = "" if placed.is_published else " (tính theo tứ phân vị)"
    return f"{points(result.score)} điểm, hạng {result.rank}/{result.of}, nhóm {placed.group.words}{basis}{doubt}"


def _change(line: Line, panel: Panel) -> Iterator[str]:
    moved, places = line.movement, line.places
    year = line.result.year
    if moved is None:
        yield f"- không so được điểm với năm {year - 1} (thang điểm khác hoặc thiếu kết quả)"
        return
    yield f"- so với năm {year - 1}: {_signed(moved.change)} điểm, {_places(places or 0)}"
    if moved.usual:
        judged = "nhiều hơn mức dao động thường thấy" if moved.is_unusual else "trong mức dao động thường thấy"
        yield f"- so với mức thay đổi chung: {_signed(moved.relative)} điểm, {judged}"
    if moved.across.is_break:
        yield from (f"- {told}" for told in breaks_told(moved.across, panel, as_it_is))


def _next_group(line: Line) -> Iterator[str]:
    begins, gap = line.next_group, line.gap_to_next_group
    if begins and gap is not None:
        sure = f" (chắc chắn từ {points(begins.surely)})" if begins.surely != begins.at else ""
        yield f"- nhóm {begins.group.words} bắt đầu từ {points(begins.at)}{sure}: còn thiếu {points(gap)} điểm"


def _table(standing: Standing) -> Iterator[str]:
    yield f"{'Chỉ số nội dung, nội dung thành phần':52} {'Điểm':>7} {'Hạng':>6} {'Thay đổi':>9}  Nhóm"
    for dimension in standing.dimensions:
        yield _row(dimension, "")
        code = dimension.result.code
        yield from (_row(line, "  ") for line in standing.components if line.result.code.startswith(f"{code}_"))
    orphans = {line.result.code[:2] for line in standing.components} - {d.result.code for d in standing.dimensions}
    yield from (_row(line, "  ") for line in standing.components if line.result.code[:2] in orphans)


def _row(line: Line, indent: str) -> str:
    found = line.result
    name = f"{indent}{line.name}"
    name = name if len(name) <= 52 else f"{name[:51]}…"
    change = _signed(round(line.movement.change, 2)) if line.movement else "-"
    group = f"{found.placement.group.words}{' *' if found.placement.is_at_cut else ''}"
    return f"{name:52} {points(found.score):>7} {found.rank:>3}/{found.of} {change:>9}  {group}"


def prospect_in_words(prospect: Prospect, panel: Panel) -> str:
    """What the goal asks, how often it was met, what lies between, whether it was met; the limits said plainly."""
    year = prospect.base.year + 1
    goal = ", ".join(goal.words for goal in prospect.goals)
    return "\n".join(
        [
            f"{panel.provinces[prospect.province]}, mục tiêu năm {year}: {goal}",
            f"- xuất phát (năm {year - 1}): {_result(prospect.base)}",
            *(f"- {told}" for told in _told(prospect, panel)),
        ]
    )


def _told(prospect: Prospect, panel: Panel) -> Iterator[str]:
    """The sentences of the pages: what it takes, how often it was met, what lies between, how it ended."""
    yield needs_told(prospect, as_it_is)
    odds = odds_told(prospect, as_it_is)
    yield from odds
    if odds:
        yield limits_told(as_it_is)
    yield from breaks_told(prospect.across, panel, as_it_is)
    yield outcome_told(prospect, as_it_is) or f"Kết quả năm {prospect.base.year + 1}: chưa có."


def comparison_in_words(book: Workbook, found: Sequence[Difference], panel: Panel) -> str:
    """What was read of a workbook, what is wrong and where, and what it would change, the first of each."""
    years = ", ".join(map(str, book.years)) or "không có"
    fresh = sum(difference.stored is None for difference in found)
    return "\n".join(
        [
            f"Đọc được {sum(r.statistic == UNWEIGHTED for r in book.records)} điểm, năm: {years}",
            *_listed("Lỗi phải sửa trước khi nhập", [f"{r.place}: {r.sentence}" for r in book.faults]),
            *_listed("Lưu ý", [f"{r.place}: {r.sentence}" for r in book.remarks if not r.is_fault]),
            f"So với số liệu đang có: {fresh} điểm mới, {len(found) - fresh} điểm khác",
            *(_difference(difference, panel) for difference in found[:_MOST] if difference.stored is not None),
        ]
    )


def _listed(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"{title} ({len(lines)}):"
        yield from (f"- {line}" for line in lines[:_MOST])
        if len(lines) > _MOST:
            yield f"- và {len(lines) - _MOST} mục nữa"


def _difference(difference: Difference, panel: Panel) -> str:
    name = panel.provinces[difference.province]
    was = write_number(difference.stored) if difference.stored is not None else "chưa có"
    now = write_number(difference.found)
    return f"- {difference.place}: {difference.code} năm {difference.year} của {name}: {was} -> {now}"


def _signed(value: Decimal) -> str:
    return f"{'+' if value > _ZERO else ''}{points(value)}"


def _places(places: int) -> str:
    return "giữ hạng" if not places else f"{'tăng' if places > 0 else 'giảm'} {abs(places)} bậc"


def source_in_words(source: str) -> str:
    """Whose figures were told: "database" or "shipped"."""
    told = {"database": "kết quả đang lưu trong cơ sở dữ liệu", "shipped": "bảng có sẵn kèm phần mềm (2011-2024)"}
    return f"Số liệu: {told[source]}."
