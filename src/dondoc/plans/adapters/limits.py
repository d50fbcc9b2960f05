"""Bounds that keep a hostile or broken file from taking the machine's memory or a day of its time."""

from collections.abc import Callable
from dataclasses import dataclass

MEGABYTE = 1024 * 1024
Progress = Callable[[int, int], None]  # told (pages read, pages), for files that take a while


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader takes at most. `part_bytes` is one unpacked part of a Word file or one stream of a PDF,
    `unpacked_bytes` all parts together; `seconds` is the time given to a conversion by LibreOffice."""

    file_bytes: int = 100 * MEGABYTE
    unpacked_bytes: int = 512 * MEGABYTE
    part_bytes: int = 64 * MEGABYTE
    pages: int = 2000
    cells: int = 200_000
    seconds: int = 120


DEFAULT_LIMITS = Limits()
