"""Ends of the groups of a year as they were published: where they are known they go before the rule of quarters."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.records.actions import audit
from dondoc.scores.models import GroupBound
from dondoc.scores.queries.store import stored
from dondoc.scores.rules.panel import TOTAL, Group
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean


def enter_bounds(year: int, *, lowers: Mapping[Group, Decimal], source: str, by: User, at: datetime) -> None:
    """Write where the groups of the total begin in a year; those entered before are replaced. Refuses a year without
    results, ends out of order, no source, and bounds of lower groups without those above them."""
    source = " ".join(clean(source).split())[:300]
    if year not in stored().panel.years(TOTAL):
        raise BadInput(
            "year-unknown", "Chưa có kết quả cả nước năm {year}: nạp kết quả trước, rồi ghi ngưỡng.", year=year
        )
    if not source:
        raise BadInput("source-empty", "Chưa ghi nguồn của ngưỡng. Ghi báo cáo và trang, hoặc địa chỉ công bố.")
    ordered = [lowers[group] for group in sorted(lowers, reverse=True)]
    is_from_top = sorted(lowers, reverse=True) == [Group.HIGH, Group.MID_HIGH, Group.MID_LOW][: len(lowers)]
    if not ordered or not is_from_top or ordered != sorted(set(ordered), reverse=True):
        raise BadInput("bounds-order", "Ghi từ nhóm Cao trở xuống, nhóm trên có điểm thấp nhất lớn hơn nhóm dưới.")
    with transaction.atomic():
        rows = GroupBound.objects.filter(year=year, code=TOTAL)
        before = {str(row.group): row.lower for row in rows}
        rows.delete()
        told = {"source": source, "entered_at": at, "entered_by": by}
        GroupBound.objects.bulk_create(
            GroupBound(year=year, group=int(group), lower=f"{lower:f}", **told) for group, lower in lowers.items()
        )
        after = {**{str(int(group)): f"{lower:f}" for group, lower in lowers.items()}, "source": source}
        audit.record("enter_bounds", ("score-bounds", str(year)), by=by, at=at, before=before, after=after)
