"""The words of a digest: one for a person and a day, whatever the number of things in it."""

from collections.abc import Sequence
from dataclasses import dataclass

SHORT, SHORTEST_LIST = 300, 40


@dataclass(frozen=True, slots=True)
class Line:
    """One thing of a digest. `group` is the head under which it stands: late, due, coming, from below."""

    code: str
    title: str
    label: str
    agency: str
    term: str
    group: str


LATE, TODAY, COMING, UP = "quá hạn", "đến hạn hôm nay", "sắp đến hạn", "cấp dưới không thực hiện, báo cáo lên"
GROUPS = (LATE, TODAY, COMING, UP)


def group_of(passed: int) -> str:
    return LATE if passed > 0 else TODAY if passed == 0 else COMING


def title_of(lines: Sequence[Line]) -> str:
    """ "2 việc quá hạn, 1 việc sắp đến hạn": what a list of notices and a subject line say."""
    counts = [(group, sum(line.group == group for line in lines)) for group in GROUPS]
    return ", ".join(f"{count} việc {group}" for group, count in counts if count)


def letter_of(name: str, lines: Sequence[Line], site: str) -> str:
    """The text of an e-mail: by group, each line with its term and its address."""
    out = [f"Kính gửi {name},", ""]
    for group in GROUPS:
        told = [line for line in lines if line.group == group]
        if told:
            out += [f"{len(told)} việc {group}:", *(_told(line, site) for line in told), ""]
    return "\n".join([*out, f"Chọn cách nhận thông báo tại {site}/thong-bao/cach-nhan/"])


def short_of(lines: Sequence[Line], site: str) -> str:
    """The text of an SMS or a Zalo message: counts, the most pressing one, where the rest stands."""
    first = min(lines, key=lambda line: GROUPS.index(line.group))
    head, tail = f"{title_of(lines)}. Gấp nhất: ", f" ({first.term}). Xem {site}/thong-bao/"
    room = max(SHORTEST_LIST, SHORT - len(head) - len(tail))
    name = first.title if len(first.title) <= room else first.title[: room - 1].rstrip() + "…"
    return f"{head}{name}{tail}"


def _told(line: Line, site: str) -> str:
    where = ", ".join(part for part in (line.label, line.agency if line.group == UP else "") if part)
    return f"- {line.title} ({where}): {line.term}\n  {site}/viec/{line.code}/"
