"""A province with its agencies, and a small plan made up as a Word file."""

import io
from dataclasses import dataclass
from datetime import date, datetime

from dondoc.accounts.models import User
from dondoc.plans.actions.plan import approve_plan, issue_plan, submit_plan, upload_plan
from dondoc.plans.actions.regime import confirm_rule
from dondoc.plans.actions.task import accept_task
from dondoc.plans.models import Plan, TaskAgency
from dondoc.records.worker import drain
from dondoc.units.actions.group import choose_members
from dondoc.units.models import AdministrativeUnit, Agency
from makers import make_agency, make_member, make_unit
from people import Cast

ROWS = (
    ("1.1", "Biên soạn tài liệu hỏi đáp về quyền của người dân", "Sở Tư pháp", "UBND các xã, phường", "Quý IV/2026"),
    ("1.2", "Tổ chức đối thoại với người dân", "UBND các xã, phường", "", "Tháng 12/2026"),
    ("1.2", "Rà soát quy ước của thôn", "Sở Tư pháp", "Cơ quan, đơn vị liên quan", "Thường xuyên"),
)


@dataclass(frozen=True, slots=True)
class Province:
    unit: AdministrativeUnit
    committee: Agency
    home_affairs: Agency
    justice: Agency
    commune: Agency
    other: Agency


def make_province(cast: Cast) -> Province:
    """Hà keeps the plans together, Chi leads the province, Lan works in a commune, Minh in Justice."""
    unit = make_unit("Minh Sơn")
    an_lac = make_unit("An Lạc", level="commune", kind="phường", parent=unit)
    tan_hoa = make_unit("Tân Hòa", level="commune", kind="xã", parent=unit)
    made = Province(
        unit,
        make_agency(unit),
        make_agency(unit, "Sở Nội vụ", kind="so-noi-vu"),
        make_agency(unit, "Sở Tư pháp", kind="so-tu-phap"),
        make_agency(an_lac),
        make_agency(tan_hoa),
    )
    make_member(cast.ha, made.home_affairs, "focal")
    make_member(cast.chi, made.committee, "committee")
    make_member(cast.minh, made.justice, "officer")
    make_member(cast.lan, made.commune, "officer")
    return made


def plan_docx(rows: tuple[tuple[str, ...], ...] = ROWS, *, title: str = "Nâng cao Chỉ số PAPI năm 2026") -> bytes:
    from docx import Document

    document = Document()
    for line in (
        "ỦY BAN NHÂN DÂN",
        "TỈNH MINH SƠN",
        "Số: 15/KH-UBND",
        "Minh Sơn, ngày 12 tháng 10 năm 2026",
        "KẾ HOẠCH",
    ):
        document.add_paragraph(line)
    document.add_paragraph(title)
    document.add_paragraph(
        "Hằng quý, các sở, ban, ngành báo cáo kết quả về UBND tỉnh (qua Sở Nội vụ) trước ngày 15 tháng cuối quý."
    )
    document.add_paragraph("PHỤ LỤC")
    heads = ("TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm")
    table = document.add_table(rows=1, cols=len(heads))
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.text = text
    names = {"1.1": "Tri thức công dân", "1.2": "Cơ hội tham gia"}
    said = ""
    for code, content, lead, coordinate, when in rows:
        if code != said:
            merged = table.add_row().cells
            merged[0].text, merged[1].text = code, names[code]
            said = code
        cells = table.add_row().cells
        for cell, text in zip(cells, ("-", content, lead, coordinate, when, "Báo cáo"), strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read_plan_of(province: Province, *, by: User, at: datetime, content: bytes = b"") -> Plan:
    """A plan of the province whose document was read."""
    plan, _ = upload_plan(
        province.committee, chunks=[content or plan_docx()], name="Kế hoạch PAPI.docx", year=None, by=by, at=at
    )
    drain()
    plan.refresh_from_db()
    return plan


def issue_plan_of(plan: Plan, province: Province, cast: Cast, *, at: datetime, issued_on: date) -> None:
    """A person went through all of it, the head said yes, the work was given out."""
    for row in TaskAgency.objects.filter(task__plan=plan, group__kind="open").select_related("group"):
        if row.group is not None:
            choose_members(row.group, members=[province.home_affairs], on=at.date(), by=cast.ha, at=at)
    for number in range(len(plan.regime_rules)):
        confirm_rule(plan, number=number, cycle="quarterly", due={"day": 15, "before": True}, by=cast.ha, at=at)
    for task in plan.tasks.filter(is_accepted=False, is_left_out=False):
        accept_task(task, edition=task.edition, by=cast.ha, at=at)
    submit_plan(plan, by=cast.ha, at=at)
    approve_plan(plan, number="15", issued_on=issued_on, signer="Phạm Quỳnh Chi", by=cast.chi, at=at)
    issue_plan(plan, by=cast.ha, at=at)
    drain()
