"""The next number of a register, and the clock of a numbered case."""

from datetime import date, datetime, time
from typing import Any, TypeVar

from django.db.models import Max
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.feedback.actions.terms import begin_term, meet_term
from dondoc.feedback.models import AccountRequest, Complaint, Denunciation, Term
from dondoc.feedback.queries.terms import open_term
from dondoc.feedback.rules import clock
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.schedule.queries import timer
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Agency

N = TypeVar("N", Complaint, Denunciation, AccountRequest)
FLOWS: dict[type[Any], str] = {Complaint: "complaint", Denunciation: "denunciation", AccountRequest: "account"}
PATHS = {"complaint": "khieu-nai", "denunciation": "to-cao", "account": "giai-trinh"}
SHORT = {"complaint": "Khiếu nại", "denunciation": "Tố cáo", "account": "Giải trình"}


def register(model: type[N], *, agency: Agency, received_on: date, by: User, at: datetime, **fields: Any) -> N:
    """A new row with the next number of its agency and year. Refuses a day that is still to come."""
    if received_on > timezone.localtime(at).date():
        raise BadInput("register-future", "Ngày nhận không thể ở sau hôm nay.")
    last = model.objects.filter(agency=agency, year=received_on.year).aggregate(last=Max("number"))["last"]
    row = model.objects.create(
        code=new_code(),
        unit=agency.unit,
        agency=agency,
        year=received_on.year,
        number=(last or 0) + 1,
        received_on=received_on,
        **fields,
    )
    after = {"number": row.number, "year": row.year, "agency": agency.code, "received_on": received_on.isoformat()}
    audit.record(f"register_{FLOWS[model]}", (FLOWS[model], row.code), by=by, at=at, after=after)
    return row


def change(row: N, verb: str, *, states: tuple[str, ...], by: User, at: datetime, **fields: Any) -> None:
    """An UPDATE that names the old state; refuses what does not fit it."""
    flow = FLOWS[type(row)]
    was = row.state
    if was not in states or not type(row).objects.filter(pk=row.pk, state=was).update(**fields):
        raise BadInput("register-state", "Bước này không hợp với tình trạng hiện tại của vụ việc. Tải lại trang.")
    for name, value in fields.items():
        setattr(row, name, value)
    after = {name: value.isoformat() if isinstance(value, date) else value for name, value in fields.items()}
    audit.record(f"{verb}_{flow}", (flow, row.code), by=by, at=at, before={"state": was}, after=after)


def begin(row: N, step: str, *, key: str, on: date, by: User, at: datetime, turn: int = 1) -> Term:
    """Let the agency owe a step from a day on, by the legal term that holds on that day."""
    flow = FLOWS[type(row)]
    legal = timer(key, on)
    rule = clock.Rule(legal.number, clock.Unit(legal.unit), legal.citation)
    return begin_term(
        (flow, row.code),
        step=step,
        unit=row.unit,
        agency=row.agency,
        rule=rule,
        key=key,
        received_at=noon(on),
        label=label_of(row),
        href=href_of(row),
        by=by,
        at=at,
        turn=turn,
    )


def meet(row: N, step: str, *, on: date, title: str, by: User, at: datetime) -> None:
    """The step was taken on a day: in time or late by that day, not by the day on which it was entered."""
    flow = FLOWS[type(row)]
    term = open_term(flow, row.code, step)
    meet_term(
        term, record=(flow, row.code), title=f"{title} {label_of(row)}", href=href_of(row), by=by, at=min(at, noon(on))
    )


def day_after(on: date, earlier: date | None, at: datetime) -> None:
    """Refuses a day before the step that comes first, and one still to come."""
    if (earlier is not None and on < earlier) or on > timezone.localtime(at).date():
        raise BadInput("register-day", "Ngày phải từ ngày của bước trước đến hôm nay. Kiểm tra lại.")


def label_of(row: Complaint | Denunciation | AccountRequest) -> str:
    return f"{SHORT[FLOWS[type(row)]]} {row.number:02}/{row.year}"


def href_of(row: Complaint | Denunciation | AccountRequest) -> str:
    return f"/phan-anh/so/{PATHS[FLOWS[type(row)]]}/{row.code}/"


def noon(day: date) -> datetime:
    """Registers know days; the clock wants a moment of them."""
    return timezone.make_aware(datetime.combine(day, time(12, 0)))
