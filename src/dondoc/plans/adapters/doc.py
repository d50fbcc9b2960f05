"""Old Word documents (.doc, .rtf), converted by LibreOffice to .docx and then read.

LibreOffice may drop tables without a word, so the cells are counted before and after; where they got lost the file is
read directly.
"""

import shutil
import struct
import tempfile
from dataclasses import replace
from pathlib import Path

from dondoc.plans.adapters.compound import Compound
from dondoc.plans.adapters.docx import read_docx
from dondoc.plans.adapters.limits import DEFAULT_LIMITS, Limits
from dondoc.plans.adapters.old_word import read_old_word
from dondoc.plans.adapters.refusals import refusal
from dondoc.plans.rules.blocks import Source
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying
from dondoc.web.office import WORD, convert, office

_FEW = 4


def read_doc(path: Path, *, kind: str = "doc", limits: Limits = DEFAULT_LIMITS) -> Source:
    """A .doc or .rtf as a `Source`. Refuses where LibreOffice is absent, fails, or lost cells of tables."""
    program = office()
    if program is None:
        rebuilt = _rebuilt(path, kind, limits)
        if rebuilt is None or any(each.code == "list-numbers-lost" for each in rebuilt.findings):
            raise refusal("doc-needs-libreoffice", path)
        return rebuilt
    with tempfile.TemporaryDirectory(prefix="dondoc-") as folder:
        converted = _convert(path, kind, Path(folder), program, limits)
        try:
            source = read_docx(converted, limits=limits)
        except BadInput as error:
            raise refusal("doc-conversion-failed", path) from error
        before, after = _marks(path, kind), _cells(converted, limits)
    # Merged cells may be fewer in the result; half of them gone means that a table is.
    if before <= _FEW or after * 2 >= before:
        return replace(source, kind=Saying("doc"), name=path.name)
    rebuilt = _rebuilt(path, kind, limits)
    if rebuilt is None or not rebuilt.blocks:
        raise refusal("doc-tables-lost", path, before=before, after=after)
    return rebuilt


def _rebuilt(path: Path, kind: str, limits: Limits) -> Source | None:
    """The file read directly, None where it cannot be."""
    if kind != "doc":
        return None
    try:
        source = read_old_word(path, limits=limits)
    except (ValueError, IndexError, KeyError, struct.error):
        return None
    return source if source.blocks else None


def _convert(path: Path, kind: str, folder: Path, program: str, limits: Limits) -> Path:
    given = folder / f"van-ban.{kind}"
    shutil.copyfile(path, given)
    try:
        converted = convert(given, WORD, folder, program=program, seconds=limits.seconds)
    except TimeoutError as error:
        raise refusal("doc-timeout", path, seconds=limits.seconds) from error
    if converted is None:
        raise refusal("doc-conversion-failed", path)
    return converted


def _cells(converted: Path, limits: Limits) -> int:
    """Cells and row ends in the result, as the old format counts them."""
    from dondoc.plans.adapters.docx.names import W
    from dondoc.plans.adapters.docx.package import Package

    package = Package(converted, limits)
    try:
        root = package.parse(package.main_part())
    finally:
        package.close()
    return sum(1 for _ in root.iter(W + "tc", W + "tr")) if root is not None else 0


def _marks(path: Path, kind: str) -> int:
    if kind == "rtf":
        data = path.read_bytes()
        return data.count(b"\\cell") - data.count(b"\\cellx") + data.count(b"\\row")
    try:
        with Compound(path) as compound:
            return compound.cell_marks()
    except (ValueError, IndexError, OSError, ArithmeticError):
        return 0
