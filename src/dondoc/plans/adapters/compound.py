"""OLE compound files (MS-CFB), as much as tells what an old Word file is and how many cell marks it holds.

Bounded: sector chains are followed at most as far as the file is long.
"""

import struct
from pathlib import Path
from types import TracebackType
from typing import Self

_FREE = 0xFFFFFFFA  # this and above are no sectors
_ENTRY = 128
_CELL_MARK = 7


class Compound:
    """The directory and streams of a compound file. Raises ValueError where it is broken."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        if len(self._data) < 512:
            raise ValueError("shorter than its header")
        self._size = 1 << self._short(30)
        self._mini_size = 1 << self._short(32)
        if not 512 <= self._size <= 4096:
            raise ValueError("odd sector size")
        self._fat = self._read_fat()
        self._entries = self._read_entries()
        self.names = frozenset(self._entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._data = b""

    def _short(self, offset: int) -> int:
        return int.from_bytes(self._data[offset : offset + 2], "little")

    def _long(self, offset: int) -> int:
        return int.from_bytes(self._data[offset : offset + 4], "little")

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._data[start : start + self._size]

    def _longs(self, data: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])

    def _read_fat(self) -> tuple[int, ...]:
        sectors = list(self._longs(self._data[76:512]))
        further, left = self._long(68), len(self._data) // self._size
        while further < _FREE and left > 0:
            *more, further = self._longs(self._sector(further)) or (_FREE,)
            sectors += more
            left -= 1
        return self._longs(b"".join(self._sector(number) for number in sectors if number < _FREE))

    def _chain(self, first: int) -> bytes:
        parts, left = [], len(self._data) // self._size + 1
        while first < len(self._fat) and left > 0:
            parts.append(self._sector(first))
            first, left = self._fat[first], left - 1
        return b"".join(parts)

    def _read_entries(self) -> dict[str, tuple[int, int]]:
        directory = self._chain(self._long(48))
        entries: dict[str, tuple[int, int]] = {}
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length = int.from_bytes(directory[at + 64 : at + 66], "little")
            name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            first, size = struct.unpack("<II", directory[at + 116 : at + 124])
            if name:
                entries.setdefault(name, (first, size))
        if not entries:
            raise ValueError("no directory")
        return entries

    def stream(self, name: str) -> bytes:
        """A stream's bytes; small ones live in the root's mini stream."""
        first, size = self._entries.get(name, (_FREE, 0))
        if size >= self._long(56) or name == "Root Entry":
            return self._chain(first)[:size]
        small, table = self._chain(self._entries["Root Entry"][0]), self._longs(self._chain(self._long(60)))
        parts, left = [], size // self._mini_size + 1
        while first < len(table) and left > 0:
            parts.append(small[first * self._mini_size : (first + 1) * self._mini_size])
            first, left = table[first], left - 1
        return b"".join(parts)[:size]

    def word_is_encrypted(self) -> bool:
        """The flag in the file information block (MS-DOC 2.5.2, fEncrypted)."""
        head = self.stream("WordDocument")[:12]
        return len(head) == 12 and bool(int.from_bytes(head[10:12], "little") & 0x0100)

    def table_stream(self) -> bytes:
        """The stream that the file information block names for its tables (fWhichTblStm)."""
        flags = int.from_bytes(self.stream("WordDocument")[10:12], "little")
        return self.stream("1Table" if flags & 0x0200 else "0Table")

    def pieces(self) -> list[tuple[int, int, bool]]:
        """(offset in WordDocument, characters, one byte each) of the text's pieces in order."""
        start, length = struct.unpack("<II", self.stream("WordDocument")[0x01A2:0x01AA])
        return _pieces(self.table_stream()[start : start + length])

    def cell_marks(self) -> int:
        """Cell and row marks in the text of an old Word file: what a conversion must not lose."""
        document = self.stream("WordDocument")
        return sum(_marks(document, *piece) for piece in self.pieces())


def _pieces(clx: bytes) -> list[tuple[int, int, bool]]:
    """(offset, characters, is compressed) of the text's pieces (MS-DOC 2.9.38, 2.9.178)."""
    at = 0
    while at < len(clx) and clx[at] == 1:
        at += 3 + int.from_bytes(clx[at + 1 : at + 3], "little")
    if at + 5 > len(clx) or clx[at] != 2:
        return []
    plc = clx[at + 5 : at + 5 + int.from_bytes(clx[at + 1 : at + 5], "little")]
    count = (len(plc) - 4) // 12
    positions = struct.unpack(f"<{count + 1}I", plc[: 4 * (count + 1)])
    out = []
    for number in range(count):
        place = int.from_bytes(plc[4 * (count + 1) + 8 * number + 2 :][:4], "little")
        compressed = bool(place & 0x40000000)
        offset = (place & 0x3FFFFFFF) // 2 if compressed else place & 0x3FFFFFFF
        out.append((offset, max(0, positions[number + 1] - positions[number]), compressed))
    return out


def _marks(document: bytes, offset: int, characters: int, compressed: bool) -> int:
    if compressed:
        return document[offset : offset + characters].count(_CELL_MARK)
    text = document[offset : offset + 2 * characters]
    return sum(text[at] == _CELL_MARK and text[at + 1] == 0 for at in range(0, len(text) - 1, 2))
