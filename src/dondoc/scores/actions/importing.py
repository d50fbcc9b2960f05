"""A sheet of results, read as it is, first to look at, then in: an official workbook of PAPI, or of another index."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dondoc.accounts.models import User
from dondoc.framework.models import Index
from dondoc.records.adapters import vault
from dondoc.records.models import Attachment
from dondoc.scores.actions.storing import Figure, store_figures
from dondoc.scores.adapters.workbooks import sheets_of
from dondoc.scores.models import ImportKind, ScoreImport
from dondoc.scores.queries.schemes import reading_of
from dondoc.scores.rules.differences import Difference, compare
from dondoc.scores.rules.workbooks import Workbook
from dondoc.toolkit.errors import BadInput


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a workbook holds, what is wrong with it, and what storing it would change."""

    book: Workbook
    differences: list[Difference]
    names: Mapping[str, str]

    @property
    def fresh(self) -> int:
        return sum(one.stored is None for one in self.differences)

    @property
    def other(self) -> int:
        return len(self.differences) - self.fresh


def read_attachment(attachment: Attachment, *, index: Index, year: int | None) -> DryRun:
    """Read a stored file against what stands now of an index; nothing is stored. Refuses what is no workbook."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "bang.xlsx"
        path.symlink_to(vault.path_of(vault.root(), attachment.file.sha256))
        sheets = sheets_of(path)
    how = reading_of(index)
    book, found = compare(how.panel, sheets, name=attachment.original_name, year=year, scheme=how.scheme)
    return DryRun(book, found, how.names)


def import_workbook(
    attachment: Attachment,
    *,
    index: Index,
    year: int | None,
    source: str,
    source_on: date | None,
    by: User,
    at: datetime,
) -> ScoreImport:
    """Store all that a workbook holds, read again as things stand now. Of one with a fault nothing is stored."""
    found = read_attachment(attachment, index=index, year=year)
    if found.book.faults:
        count = len(found.book.faults)
        raise BadInput(
            "workbook-faulty", "Bảng tính có {count} lỗi nên chưa ghi gì: sửa các ô đã nêu rồi nạp lại.", count=count
        )
    figures = [Figure(r.year, r.code, r.province, r.score, r.statistic) for r in found.book.records]
    told: dict[str, Any] = {"kind": ImportKind.WORKBOOK, "source": source, "source_on": source_on}
    return store_figures(index.code, figures, **told, attachment=attachment, by=by, at=at)
