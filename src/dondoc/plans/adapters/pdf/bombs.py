"""Streams of a PDF that unpack to far more than a document holds, found without keeping what they unpack to."""

import mmap
import re
import zlib
from pathlib import Path

_STREAM = re.compile(rb"stream\r?\n")
_CHUNK = 1 << 20
_TAIL = 1 << 16


def unpacks_beyond(path: Path, bound: int) -> bool:
    """Whether a deflated stream of the file grows beyond `bound` bytes, or all of them beyond eight times it."""
    total = 0
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for match in _STREAM.finditer(data):
            size = _unpacked(data, match.end(), bound)
            total += size
            if size > bound or total > 8 * bound:
                return True
    return False


def is_cut_off(path: Path) -> bool:
    """Whether the end of the file is missing: a PDF closes with its table of places; guessing loses pages."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL))
        return b"startxref" not in file.read()


def _unpacked(data: mmap.mmap, start: int, bound: int) -> int:
    """How many bytes a stream unpacks to, counted no further than `bound`; 0 where it is not deflated."""
    if data[start] & 0x0F != 8:
        return 0
    unpacker, size, at = zlib.decompressobj(), 0, start
    waiting = b""
    try:
        while size <= bound and not unpacker.eof:
            if not waiting:
                waiting = data[at : at + 65536]
                at += len(waiting)
                if not waiting:
                    break
            size += len(unpacker.decompress(waiting, _CHUNK))
            waiting = unpacker.unconsumed_tail
    except zlib.error:
        return size
    return size
