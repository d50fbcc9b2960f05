"""Making and ending agencies."""

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.text import clean
from dondoc.units.models import AdministrativeUnit, Agency, Membership, Stance
from dondoc.units.rules.forms import search_of
from dondoc.units.rules.kinds import OTHER


def create_agency(
    unit: AdministrativeUnit,
    *,
    name: str,
    by: audit.Actor | None,
    at: datetime,
    kind: str = OTHER,
    stance: str = Stance.SUBORDINATE,
    guided_by: Agency | None = None,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Agency:
    """Make an agency of a unit. Refuses an empty name and one that the unit has already."""
    name = " ".join(clean(name).split())
    if not name:
        raise BadInput("agency-name-empty", "Chưa có tên cơ quan. Nhập tên đầy đủ như trong quyết định thành lập.")
    if len(name) > 160:
        raise BadInput("agency-name-long", "Tên cơ quan dài quá 160 ký tự. Viết tên chính thức, bỏ phần giải thích.")
    taken = BadInput(
        "agency-taken",
        "{unit} đã có cơ quan tên “{name}”. Chọn cơ quan đó, hoặc đặt tên khác.",
        unit=unit.name,
        name=name,
    )
    with transaction.atomic():
        if valid_to is None and Agency.objects.filter(unit=unit, name=name, valid_to=None).exists():
            raise taken
        agency = Agency(
            code=new_code(),
            unit=unit,
            kind=kind,
            name=name,
            search=search_of(name),
            stance=stance,
            guided_by=guided_by,
            valid_from=valid_from,
            valid_to=valid_to,
        )
        try:
            with transaction.atomic():
                agency.save()
        except IntegrityError:  # somebody else made it a moment ago
            raise taken from None
        audit.record("create_agency", ("agency", agency.code), by=by, at=at, after=_told(agency))
    return agency


def edit_agency(
    agency: Agency, *, name: str, stance: str, guided_by: Agency | None, by: audit.Actor | None, at: datetime
) -> None:
    """Rename an agency, or say anew how it stands and who guides it. Refuses a name taken and a circle of guidance."""
    name = " ".join(clean(name).split())
    _refuse_circle(agency, guided_by)
    before = _told(agency)
    with transaction.atomic():
        others = Agency.objects.filter(unit_id=agency.unit_id, name=name, valid_to=None).exclude(pk=agency.pk)
        if not name or others.exists():
            raise BadInput("agency-taken", "Tên “{name}” trống hoặc đã có trong đơn vị. Đặt tên khác.", name=name)
        agency.name, agency.search, agency.stance, agency.guided_by = name, search_of(name), stance, guided_by
        agency.save(update_fields=["name", "search", "stance", "guided_by"])
        audit.record("edit_agency", ("agency", agency.code), by=by, at=at, before=before, after=_told(agency))


def end_agency(agency: Agency, *, on: date, by: audit.Actor | None, at: datetime) -> bool:
    """The agency is no more from the day after `on`; its open roles end with it. False where it had ended before."""
    with transaction.atomic():
        if not Agency.objects.filter(pk=agency.pk, valid_to=None).update(valid_to=on):
            return False
        Membership.objects.filter(agency=agency, valid_to=None).update(valid_to=on)
        audit.record("end_agency", ("agency", agency.code), by=by, at=at, after={"valid_to": on.isoformat()})
    agency.valid_to = on
    return True


def refuse_ended(agency: Agency, *, on: date) -> None:
    """Nothing new is given to an agency that is no more on the day."""
    if agency.valid_to is not None and agency.valid_to < on:
        raise BadInput("agency-ended", "{agency} đã kết thúc hoạt động. Chọn cơ quan kế thừa.", agency=agency.name)


def day_before(day: date) -> date:
    return day - timedelta(days=1)


def _refuse_circle(agency: Agency, guided_by: Agency | None) -> None:
    above = guided_by
    for _ in range(10):
        if above is None:
            return
        if above.pk == agency.pk:
            raise BadInput("guidance-circle", "Cơ quan không thể tự hướng dẫn mình, kể cả qua cơ quan khác. Chọn lại.")
        above = above.guided_by
    raise BadInput("guidance-circle", "Tuyến hướng dẫn dài quá mười cấp. Kiểm tra lại cơ quan cấp trên.")


def _told(agency: Agency) -> dict[str, object]:
    guide = agency.guided_by.code if agency.guided_by else ""
    return {"name": agency.name, "kind": agency.kind, "stance": str(agency.stance), "guided_by": guide}
