"""Filters that people keep under a name."""

from datetime import datetime

from django.db import IntegrityError, transaction

from dondoc.accounts.models import User
from dondoc.desk.models import SavedFilter
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean
from dondoc.units.models import Agency

MOST = 30


def save_filter(
    user: User, *, place: str, name: str, query: str, by: User, at: datetime, agency: Agency | None = None
) -> SavedFilter:
    """Keep a narrowed list; the same name again is the new list. With `agency` it is there for its people too. Refuses
    a filter without name, one that narrows nothing, another person's shared name, and more than `MOST` of one's own."""
    name = " ".join(clean(name).split())[:80]
    if not name:
        raise BadInput("filter-nameless", "Chưa có tên bộ lọc. Đặt tên ngắn, ví dụ: Quá hạn trục 2.")
    if not query:
        raise BadInput("filter-empty", "Danh sách chưa lọc gì. Chọn điều kiện lọc trước rồi lưu.")
    if user.saved_filters.count() >= MOST:
        raise BadInput("filter-many", "Đã lưu {most} bộ lọc. Xóa bớt bộ lọc không dùng rồi lưu lại.", most=MOST)
    try:
        with transaction.atomic():
            row, _ = SavedFilter.objects.update_or_create(
                user=user, agency=agency, place=place, name=name,
                defaults={"query": query[:600], "saved_at": at},
                create_defaults={"code": new_code(), "query": query[:600], "saved_at": at},
            )  # fmt: skip
            after = {"name": name, "place": place, "agency": agency.code if agency else ""}
            audit.record("save_filter", ("filter", row.code), by=by, at=at, after=after)
    except IntegrityError:
        raise BadInput("filter-taken", "Cơ quan đã có bộ lọc chung tên “{name}”. Đặt tên khác.", name=name) from None
    return row


def drop_filter(row: SavedFilter, *, by: User, at: datetime) -> None:
    """It is no longer kept; the list itself can be narrowed again at any time."""
    with transaction.atomic():
        audit.record("drop_filter", ("filter", row.code), by=by, at=at, before={"name": row.name, "query": row.query})
        row.delete()
