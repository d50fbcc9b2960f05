"""An official workbook, read as it is, first to look at, then in."""

import tempfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from dondoc.accounts.models import User
from dondoc.records.adapters import vault
from dondoc.records.models import Attachment
from dondoc.scores.actions.storing import Figure, store_figures
from dondoc.scores.adapters.workbooks import sheets_of
from dondoc.scores.models import ImportKind, ScoreImport
from dondoc.scores.queries.store import PAPI, stored
from dondoc.scores.rules.differences import Difference, compare
from dondoc.scores.rules.official import Workbook
from dondoc.toolkit.errors import BadInput


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a workbook holds, what is wrong with it, and what storing it would change."""

    book: Workbook
    differences: list[Difference]

    @property
    def fresh(self) -> int:
        return sum(one.stored is None for one in self.differences)

    @property
    def other(self) -> int:
        return len(self.differences) - self.fresh


def read_attachment(attachment: Attachment, *, year: int | None) -> DryRun:
    """Read a stored file against what stands now; nothing is stored. Refuses what is no workbook."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "bang.xlsx"
        path.symlink_to(vault.path_of(vault.root(), attachment.file.sha256))
        sheets = sheets_of(path)
    book, found = compare(stored().panel, sheets, name=attachment.original_name, year=year)
    return DryRun(book, found)


def import_workbook(
    attachment: Attachment, *, year: int | None, source: str, source_on: date | None, by: User, at: datetime
) -> ScoreImport:
    """Store all that a workbook holds, read again as things stand now. Of one with a fault nothing is stored."""
    found = read_attachment(attachment, year=year)
    if found.book.faults:
        count = len(found.book.faults)
        raise BadInput("workbook-faulty", f"Bảng tính có {count} lỗi nên chưa ghi gì: sửa các ô đã nêu rồi nạp lại.")
    figures = [Figure(r.year, r.code, r.province, r.score, r.statistic) for r in found.book.records]
    return store_figures(
        PAPI, figures, kind=ImportKind.WORKBOOK, source=source, source_on=source_on, attachment=attachment, by=by, at=at
    )
