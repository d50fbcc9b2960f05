"""Figures in, each import with its source; an import that was wrong is undone and leaves its trace."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import connection, transaction

from dondoc.accounts.models import User
from dondoc.framework.actions.shipped import load_shipped
from dondoc.framework.models import Index
from dondoc.records.actions import audit
from dondoc.records.actions.outbox import emit
from dondoc.records.models import Attachment
from dondoc.records.rules.codes import new_code
from dondoc.scores.adapters.tables import shipped_panel
from dondoc.scores.events import ResultsStored
from dondoc.scores.models import ImportKind, PublishedScore, ScoreImport
from dondoc.scores.queries.store import PAPI, figures_of
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean

SHIPPED_SOURCE = "Bảng PAPI 2011-2024 kèm phần mềm, theo các bản công khai của bảng tính papi.org.vn"
SHIPPED_ON = date(2026, 11, 1)
_COLUMNS = "batch_id, year, code, place, statistic, score"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure to be stored."""

    year: int
    code: str
    place: str
    score: Decimal
    statistic: str = "unweighted"


def store_shipped(*, by: User | None, at: datetime) -> ScoreImport:
    """The published results of 63 provinces, 2011-2024, as they come with the product, with their framework. Stored
    once: again it is the same import."""
    with transaction.atomic():
        load_shipped(by=by, at=at)
        known = ScoreImport.objects.filter(kind=ImportKind.SHIPPED, index__code=PAPI).first()
        if known is not None:
            return known
        panel = shipped_panel()
        figures = [
            Figure(year, code, place, score)
            for (code, year), column in panel.scores.items()
            for place, score in column.items()
        ]
        return _store(PAPI, figures, ImportKind.SHIPPED, SHIPPED_SOURCE, SHIPPED_ON, None, by, at)


def store_figures(
    index: str,
    figures: Sequence[Figure],
    *,
    kind: str,
    source: str,
    by: User | None,
    at: datetime,
    source_on: date | None = None,
    attachment: Attachment | None = None,
) -> ScoreImport:
    """Store figures of an index with their source; whatever stood before is kept below. Refuses no figures, no source,
    and figures that all stand already. Emits `ResultsStored`."""
    source = " ".join(clean(source).split())[:300]
    if not figures:
        raise BadInput("figures-none", "Không có điểm nào để ghi. Kiểm tra lại bảng hoặc các ô đã nhập.")
    if not source:
        raise BadInput(
            "source-empty", "Chưa ghi nguồn số liệu. Ghi nơi công bố và ngày, ví dụ “papi.org.vn, 15/4/2026”."
        )
    with transaction.atomic():
        store_shipped(by=by, at=at)
        return _store(index, figures, kind, source, source_on, attachment, by, at)


def _store(
    index: str, figures: Sequence[Figure], kind: str, source: str, on: date | None, file: Attachment | None,
    by: User | None, at: datetime,
) -> ScoreImport:  # fmt: skip
    changed = _changed(index, figures) if kind != ImportKind.SHIPPED else len(figures)
    if not changed:
        raise BadInput("figures-same", "Mọi điểm trong bảng này đã có đúng như vậy. Không có gì phải ghi.")
    years = sorted({figure.year for figure in figures})
    batch = ScoreImport.objects.create(
        code=new_code(), index=Index.objects.get(code=index), kind=kind, years=years, figures=len(figures),
        changed=changed, source=source, source_on=on, attachment=file, made_at=at, made_by=by,
    )  # fmt: skip
    _insert(batch, figures)
    after = {"index": index, "years": years, "figures": len(figures), "changed": changed, "source": source}
    audit.record("store_scores", ("score-import", batch.code), by=by, at=at, after=after)
    emit(ResultsStored(index, batch.code, years), at=at)
    return batch


def _insert(batch: ScoreImport, figures: Iterable[Figure]) -> None:
    """By one plain statement: rows by the ten thousand, of which nothing is asked back, take a tenth of the time."""
    adapt = connection.ops.adapt_decimalfield_value
    rows = [(batch.pk, f.year, f.code, f.place, f.statistic, adapt(f.score, 9, 4)) for f in figures]
    with connection.cursor() as cursor:
        table = PublishedScore._meta.db_table
        cursor.executemany(f"INSERT INTO {table} ({_COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s)", rows)


def _changed(index: str, figures: Sequence[Figure]) -> int:
    """How many of the figures are new or other than those that stand."""
    standing = figures_of(index)
    return sum(
        f.statistic == "unweighted" and standing.get((f.code, f.year), {}).get(f.place) != f.score for f in figures
    )


def undo_import(batch: ScoreImport, *, reason: str, by: User, at: datetime) -> None:
    """The figures of an import count no more; those that stood before it speak again. Row, figures and file stay, with
    who undid it and why. Refuses to do so without reason, twice, and for the shipped import."""
    reason = " ".join(clean(reason).split())[:300]
    if not reason:
        raise BadInput("reason-empty", "Chưa nêu lý do. Viết một câu để người sau biết vì sao số liệu bị hủy.")
    if batch.kind == ImportKind.SHIPPED:
        raise BadInput("import-shipped", "Bảng có sẵn không hủy được. Nạp bảng đúng hơn để thay từng điểm.")
    with transaction.atomic():
        row = ScoreImport.objects.filter(pk=batch.pk, undone_at=None)
        if not row.update(undone_at=at, undone_by=by, undo_reason=reason):
            raise BadInput("import-undone", "Lần nạp này đã được hủy trước đó. Tải lại trang để xem bản mới nhất.")
        audit.record("undo_scores", ("score-import", batch.code), by=by, at=at, after={"reason": reason})
        emit(ResultsStored(batch.index.code, batch.code, list(batch.years)), at=at)
    batch.refresh_from_db()
