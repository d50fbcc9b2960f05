"""Editions of an index: begun by copying the last one, edited, published; an index of one's own."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.framework.models import Certainty, Edition, EditionState, Index, IndexPart, Totalling
from dondoc.framework.rules.lines import PartLine
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.sayings import Saying
from dondoc.toolkit.text import clean
from dondoc.units.models import AdministrativeUnit

MOVED = Saying("Khung của năm này đã chuyển trạng thái: tải lại trang để xem bản mới nhất.")


def create_index(
    owner: AdministrativeUnit | None, *, short_name: str, name: str, about: str, year: int, by: User, at: datetime
) -> Edition:
    """Begin an index of one's own with an empty draft for a year. Refuses it without a name."""
    short_name, name = (" ".join(clean(text).split()) for text in (short_name, name))
    if not short_name or not name:
        raise BadInput("index-name", "Chưa có tên chỉ số. Nhập tên đầy đủ và tên viết tắt.")
    with transaction.atomic():
        code = f"cs-{new_code().lower()}"[:30]
        index = Index.objects.create(
            code=code, short_name=short_name[:40], name=name[:200], about=clean(about), owner=owner
        )
        edition = Edition.objects.create(index=index, year=_checked(year), total_min=0, total_max=100)
        audit.record("create_index", ("index", code), by=by, at=at, after={"name": name, "year": year})
    return edition


def copy_edition(index: Index, *, year: int, by: User, at: datetime) -> Edition:
    """A draft for a year, with the parts of the year before it (else the first after). Refuses a year that has one."""
    if Edition.objects.filter(index=index, year=year).exists():
        raise BadInput("edition-taken", "Năm {year} đã có khung. Mở khung đó để xem hoặc sửa.", year=year)
    with transaction.atomic():
        model = index.editions.filter(year__lt=_checked(year)).order_by("-year").first()
        model = model or index.editions.order_by("year").first()
        fields = {name: getattr(model, name) for name in ("totalling", "total_min", "total_max")} if model else {}
        source = f"Chép từ khung năm {model.year}; chưa đối chiếu." if model else ""
        edition = Edition.objects.create(index=index, year=year, source=source, **fields)
        for part in model.parts.order_by("order") if model else ():
            part.pk, part.edition = None, edition
            part.save(force_insert=True)
        after = {"year": year, "from": model.year if model else None}
        audit.record("copy_edition", ("index", index.code), by=by, at=at, after=after)
    return edition


def edit_edition(
    edition: Edition,
    *,
    parts: Sequence[PartLine],
    totalling: str,
    total_min: Decimal,
    total_max: Decimal,
    certainty: str,
    source: str,
    by: User,
    at: datetime,
) -> None:
    """Write what a draft measures. Names in English and references of parts that stay are kept. Refuses what is
    published, and a total whose ends are turned round."""
    if total_min >= total_max:
        raise BadInput("total-scale", "Điểm tổng thấp nhất phải nhỏ hơn điểm tổng cao nhất.")
    with transaction.atomic():
        fields = {
            "totalling": Totalling(totalling),
            "total_min": total_min,
            "total_max": total_max,
            "certainty": Certainty(certainty),
            "source": clean(source),
        }
        if not Edition.objects.filter(pk=edition.pk, state=EditionState.DRAFT).update(**fields):
            raise BadInput("edition-published", MOVED)
        known = {part.code: part for part in edition.parts.all()}
        edition.parts.all().delete()
        IndexPart.objects.bulk_create(
            _row(edition, at_, part, known.get(part.code)) for at_, part in enumerate(parts, 1)
        )
        after = {"parts": len(parts), "source": fields["source"]}
        audit.record("edit_edition", ("index", f"{edition.index.code}:{edition.year}"), by=by, at=at, after=after)
    edition.refresh_from_db()


def _row(edition: Edition, order: int, part: PartLine, known: IndexPart | None) -> IndexPart:
    return IndexPart(
        edition=edition, order=order, code=part.code, level=part.level, parent=part.parent, number=part.number,
        reference=known.reference if known else "", name_vi=part.name, name_en=known.name_en if known else "",
        scale_min=part.least, scale_max=part.most,
        is_name_confirmed=known.is_name_confirmed if known and known.name_vi == part.name else True,
    )  # fmt: skip


def publish_edition(edition: Edition, *, by: User, at: datetime) -> None:
    """From now on results of the year are taken in by this edition. Refuses one without parts and without a source."""
    if not edition.parts.exists():
        raise BadInput("edition-empty", "Khung chưa có phần nào. Ghi các phần trước khi công bố.")
    if not edition.source.strip():
        raise BadInput("edition-source", "Chưa ghi nguồn của khung. Ghi báo cáo hoặc quyết định đã đọc.")
    with transaction.atomic():
        row = Edition.objects.filter(pk=edition.pk, state=EditionState.DRAFT)
        if not row.update(state=EditionState.PUBLISHED, published_at=at):
            raise BadInput("edition-published", MOVED)
        audit.record("publish_edition", ("index", f"{edition.index.code}:{edition.year}"), by=by, at=at)
    edition.refresh_from_db()


def reopen_edition(edition: Edition, *, reason: str, by: User, at: datetime) -> None:
    """A published edition becomes a draft again to be mended. Refuses it without a reason."""
    reason = " ".join(clean(reason).split())[:300]
    if not reason:
        raise BadInput("reason-empty", "Chưa nêu lý do mở lại. Viết một câu để người sau biết vì sao khung được sửa.")
    with transaction.atomic():
        row = Edition.objects.filter(pk=edition.pk, state=EditionState.PUBLISHED)
        if not row.update(state=EditionState.DRAFT, published_at=None):
            raise BadInput("edition-published", MOVED)
        code = f"{edition.index.code}:{edition.year}"
        audit.record("reopen_edition", ("index", code), by=by, at=at, after={"reason": reason})
    edition.refresh_from_db()


def _checked(year: int) -> int:
    if not 2000 <= year <= 2100:
        raise BadInput("edition-year", "Năm {year} không hợp lệ. Nhập năm của kết quả, ví dụ 2025.", year=year)
    return year
