"""Pages of the directory: who may open what, what they show, what they write."""

import re
from datetime import date, datetime, timedelta
from html import unescape
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.records.models import AuditEntry, Job
from dondoc.records.worker import drain
from dondoc.units.actions.agency import end_agency
from dondoc.units.actions.unit import follow_unit
from dondoc.units.models import AdministrativeUnit, Agency, AgencyGroup, AgencySuccession, Delegation, Membership
from makers import make_agency, make_delegation, make_group, make_member, make_unit
from people import PASSWORD, Cast

Place = dict[str, Agency]


@pytest.fixture
def place(cast: Cast) -> Place:
    """Two wards. Lan is an officer and Chi the leader of one, Tùng leads the other, Minh belongs to a department."""
    province = make_unit("Minh Sơn")
    here = make_unit("An Lạc", level="commune", kind="phường", parent=province, code="p-an-lac")
    there = make_unit("Bình Hòa", level="commune", parent=province, code="x-binh-hoa")
    finance = make_agency(province, "Sở Tài chính", kind="t-tai-chinh")
    made = {
        "here": make_agency(here),
        "office": make_agency(here, "Phòng Văn hóa - Xã hội", kind="x-van-hoa-xa-hoi"),
        "there": make_agency(there),
        "finance": finance,
    }
    make_member(cast.lan, made["here"], position="Công chức Văn hóa - Xã hội")
    make_member(cast.chi, made["here"], "committee")
    make_member(cast.tung, made["there"], "committee")
    make_member(cast.minh, finance)
    return made


def addresses(place: Place, cast: Cast, now: datetime) -> dict[str, tuple[str, str]]:
    """Every address about the one ward: its method and who of Lan, Chi, Hà (the administrator) is let in."""
    agency, unit = place["here"].code, place["here"].unit.code
    membership = Membership.objects.get(user=cast.chi)
    until = timezone.localdate() + timedelta(days=9)
    lent = make_delegation(membership, cast.minh, starts_on=timezone.localdate(), ends_on=until, by=cast.chi)
    group = make_group(place["here"].unit, "Các đơn vị liên quan", kind="open")
    return {
        reverse("agency", args=[agency]): ("get", "lan chi ha"),
        reverse("agency-edit", args=[agency]): ("get", "chi ha"),
        reverse("role-grant", args=[agency]): ("get", "chi ha"),
        reverse("role-invite", args=[agency]): ("get", "chi ha"),
        reverse("role-delegate", args=[membership.code]): ("get", "chi ha"),
        reverse("group", args=[group.code]): ("get", "lan chi ha"),
        reverse("agency-create", args=[unit]): ("get", "chi ha"),
        reverse("group-create", args=[unit]): ("get", "chi ha"),
        reverse("agency-end", args=[agency]): ("post", ""),
        reverse("agency-follow", args=[agency]): ("post", ""),
        reverse("role-end", args=[membership.code]): ("post", ""),
        reverse("delegation-revoke", args=[lent.code]): ("post", ""),
        reverse("agency-defaults", args=[unit]): ("post", ""),
        reverse("units-import"): ("get", "ha"),
    }


def test_who_may_open_what(cast: Cast, place: Place, client: Client, now: datetime) -> None:
    """A stranger gets 404 (or is refused where the thing itself is public); signed out goes to the sign-in page."""
    for address, (method, allowed) in addresses(place, cast, now).items():
        client.logout()
        assert getattr(client, method)(address)["Location"].startswith("/tai-khoan/dang-nhap/"), address
        client.force_login(cast.tung)
        assert getattr(client, method)(address).status_code in (403, 404), address
        for name in ("lan", "chi", "ha") if method == "get" else ():
            client.force_login(getattr(cast, name))
            expected = 200 if name in allowed.split() else 403
            assert client.get(address).status_code == expected, (address, name)


def test_the_directory_is_found_without_marks(cast: Cast, place: Place, client: Client) -> None:
    client.force_login(cast.lan)
    html = client.get(reverse("agencies"), {"q": "van hoa"}).content.decode()
    assert "Phòng Văn hóa - Xã hội" in html
    assert "UBND phường An Lạc" not in html
    assert "UBND xã Bình Hòa" not in client.get(reverse("agencies")).content.decode()
    assert "Không có cơ quan nào khớp" in client.get(reverse("agencies"), {"q": "zzz"}).content.decode()


def test_htmx_gets_the_table_alone(cast: Cast, place: Place, client: Client) -> None:
    client.force_login(cast.lan)
    html = client.get(reverse("agencies"), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in html
    assert 'id="co-quan"' in html


def test_the_directory_keeps_its_budget(
    cast: Cast, place: Place, client: Client, django_assert_max_num_queries
) -> None:
    """Four of them are the session, its notes and the user; two are the frame's: notices, reports of citizens."""
    client.force_login(cast.chi)
    with django_assert_max_num_queries(15):
        client.get(reverse("agencies"))
    with django_assert_max_num_queries(22):
        client.get(reverse("agency", args=[place["here"].code]))


def test_an_agency_shows_its_people(cast: Cast, place: Place, client: Client) -> None:
    client.force_login(cast.lan)
    html = client.get(reverse("agency", args=[place["here"].code])).content.decode()
    assert "Nguyễn Thị Lan" in html
    assert "Công chức Văn hóa - Xã hội" in html
    assert reverse("role-grant", args=[place["here"].code]) not in html


def test_a_leader_gives_a_role_and_takes_it_back(cast: Cast, place: Place, client: Client) -> None:
    client.force_login(cast.chi)
    office = place["office"]
    posted = {"user": "minh.tv", "role": "officer", "position": "Chuyên viên"}
    response = client.post(reverse("role-grant", args=[office.code]), posted)
    assert response["Location"] == reverse("agency", args=[office.code])
    given = Membership.objects.get(agency=office)
    assert (given.user, given.position) == (cast.minh, "Chuyên viên")
    again = client.post(reverse("role-grant", args=[office.code]), posted)
    assert (again.status_code, "đã có vai trò này" in again.content.decode()) == (422, True)
    client.post(reverse("role-end", args=[given.code]))
    given.refresh_from_db()
    assert given.valid_to is not None


def test_an_unknown_person_is_refused_beside_the_field(cast: Cast, place: Place, client: Client) -> None:
    client.force_login(cast.chi)
    response = client.post(reverse("role-grant", args=[place["office"].code]), {"user": "ai.do", "role": "officer"})
    assert response.status_code == 422
    assert "Không có tài khoản nào như vậy" in response.content.decode()
    assert 'value="ai.do"' in response.content.decode()


def test_an_invited_person_has_the_role_after_making_the_account(cast: Cast, place: Place, client: Client) -> None:
    client.force_login(cast.chi)
    posted = {"full_name": "Vũ Mai Hoa", "role": "officer", "position": "", "email": "", "phone": ""}
    html = client.post(reverse("role-invite", args=[place["office"].code]), posted).content.decode()
    link = html.split('readonly value="')[1].split('"')[0]
    client.logout()
    client.post(link, {"login": "hoa.vm", "new": PASSWORD, "again": PASSWORD})
    drain("test")
    assert Membership.objects.get(user=User.objects.get(login="hoa.vm")).agency == place["office"]


def test_one_lends_the_own_role_and_takes_it_back(cast: Cast, place: Place, client: Client) -> None:
    client.force_login(cast.chi)
    mine = Membership.objects.get(user=cast.chi)
    today = timezone.localdate()
    posted = {"to": "lan.nt", "starts_on": today.isoformat(), "ends_on": (today + timedelta(days=7)).isoformat()}
    client.post(reverse("role-delegate", args=[mine.code]), posted)
    lent = Delegation.objects.get(membership=mine)
    assert "Đang ủy quyền cho Nguyễn Thị Lan" in client.get(reverse("agency", args=[mine.agency.code])).content.decode()
    client.post(reverse("delegation-revoke", args=[lent.code]))
    lent.refresh_from_db()
    assert lent.revoked_at is not None
    bad = client.post(reverse("role-delegate", args=[mine.code]), posted | {"ends_on": "2020-01-01"})
    assert bad.status_code == 422


def test_an_agency_is_made_edited_and_ended(cast: Cast, place: Place, client: Client) -> None:
    client.force_login(cast.chi)
    unit = place["here"].unit
    posted = {"name": "Trạm Y tế", "stance": "vertical", "guided_by": place["finance"].code, "_once": "a" * 20}
    for _ in range(2):
        response = client.post(reverse("agency-create", args=[unit.code]), posted)
    made = Agency.objects.get(name="Trạm Y tế")
    assert response["Location"] == reverse("agency", args=[made.code])
    assert made.guided_by == place["finance"]
    client.post(reverse("agency-edit", args=[made.code]), {"name": "Trạm Y tế phường", "stance": "vertical"})
    made.refresh_from_db()
    assert (made.name, made.guided_by) == ("Trạm Y tế phường", None)
    client.post(reverse("agency-end", args=[made.code]), {"on": "2026-06-30"})
    made.refresh_from_db()
    assert made.valid_to == date(2026, 6, 30)
    assert AuditEntry.objects.filter(object_code=made.code).count() == 3


def test_a_name_taken_is_refused(cast: Cast, place: Place, client: Client) -> None:
    client.force_login(cast.chi)
    posted = {"name": "Phòng Văn hóa - Xã hội", "stance": "subordinate"}
    response = client.post(reverse("agency-create", args=[place["here"].unit.code]), posted)
    assert response.status_code == 422
    assert "đã có cơ quan tên" in response.content.decode()


def test_default_agencies_are_made_with_one_click(cast: Cast, place: Place, client: Client) -> None:
    client.force_login(cast.chi)
    client.post(reverse("agency-defaults", args=[place["here"].unit.code]))
    assert Agency.objects.filter(unit=place["here"].unit, name="Công an phường").exists()
    assert Agency.objects.filter(unit=place["here"].unit, kind="x-van-hoa-xa-hoi").count() == 1


def test_the_members_of_an_open_group_are_chosen(cast: Cast, place: Place, client: Client) -> None:
    client.force_login(cast.chi)
    group = make_group(place["here"].unit, "Các đơn vị liên quan", kind="open")
    assert "Nhóm để mở" in client.get(reverse("group", args=[group.code])).content.decode()
    client.post(reverse("group", args=[group.code]), {"members": [place["office"].code]})
    assert [row.agency for row in group.members.all()] == [place["office"]]
    narrowed = client.get(reverse("group", args=[group.code]), {"q": "ubnd"}).content.decode()
    assert "Phòng Văn hóa - Xã hội" in narrowed  # chosen already: stays in sight
    assert client.get(reverse("group", args=[group.code]), {"q": "zzz"}).content.decode().count("checkbox") == 1
    empty = client.post(reverse("group", args=[group.code]), {})
    assert (empty.status_code, group.members.count()) == (422, 1)


def test_a_list_is_made_by_hand(cast: Cast, place: Place, client: Client) -> None:
    client.force_login(cast.chi)
    posted = {"name": "Tổ giúp việc", "kind": "list", "members": [place["office"].code, place["here"].code]}
    client.post(reverse("group-create", args=[place["here"].unit.code]), posted)
    assert AgencyGroup.objects.get(name="Tổ giúp việc").members.count() == 2
    assert "Tổ giúp việc" in client.get(reverse("groups")).content.decode()


def test_who_follows_an_agency_is_confirmed_by_a_person(
    cast: Cast, place: Place, client: Client, now: datetime
) -> None:
    old = make_unit("Cũ", level="commune", parent=place["here"].unit.parent, valid_to=date(2025, 6, 30))
    committee = make_agency(old)
    end_agency(committee, on=date(2025, 6, 30), by=cast.ha, at=now)
    follow_unit(old, successor=place["here"].unit, kind="merge", on=date(2025, 7, 1), by=None, at=now)
    client.force_login(cast.chi)
    html = client.get(reverse("agency", args=[committee.code])).content.decode()
    assert "đề xuất chờ xác nhận" in html
    client.post(reverse("agency-follow", args=[committee.code]), {"successor": place["here"].code, "subject": ""})
    link = AgencySuccession.objects.get(predecessor=committee)
    assert (link.successor, link.on, link.decided_at is not None) == (place["here"], date(2025, 7, 1), True)
    assert "đề xuất chờ xác nhận" not in client.get(reverse("agency", args=[committee.code])).content.decode()


def test_units_are_shown_as_of_a_day(cast: Cast, place: Place, client: Client) -> None:
    make_unit("Xưa", level="commune", parent=place["here"].unit.parent, valid_to=date(2025, 6, 30), code="xua")
    client.force_login(cast.lan)
    assert "xã Xưa" not in client.get(reverse("units")).content.decode()
    html = client.get(reverse("units"), {"ngay": "2025-06-30", "q": "xua"}).content.decode()
    assert "xã Xưa" in html
    assert "30/06/2025" in client.get(reverse("unit", args=["xua"])).content.decode()
    assert client.get(reverse("units"), {"ngay": "sai", "cap": "sai"}).status_code == 200
    assert client.get(reverse("unit", args=["khong-co"])).status_code == 404


LIST = "Mã,Tên,Cấp,Mã TP\n01,Tỉnh Minh Sơn,Tỉnh,\n00101,Phường An Lạc Mới,Phường,01\n00103,Xã Thêm,Xã,01\n"


def upload(content: bytes, name: str = "danh-muc.csv") -> dict[str, object]:
    return {"file": SimpleUploadedFile(name, content), "on": "2026-10-01"}


@pytest.fixture
def listed(cast: Cast, now: datetime) -> None:
    province = make_unit("Minh Sơn", code="P01", official_code="01")
    make_unit("An Lạc", level="commune", kind="phường", parent=province, code="C00101", official_code="00101")
    make_unit("Cũ Kỹ", level="commune", kind="xã", parent=province, code="C00102", official_code="00102")


def test_a_newer_list_is_shown_before_it_is_written(cast: Cast, listed: None, client: Client) -> None:
    client.force_login(cast.ha)
    html = client.post(reverse("units-import"), upload(LIST.encode())).content.decode()
    assert AdministrativeUnit.objects.count() == 3
    assert all(word in html for word in ("khác 3 chỗ", "phường An Lạc Mới", "xã Thêm", "không còn"))
    code = html.split('name="attachment" value="')[1].split('"')[0]
    client.post(reverse("units-import"), {"attachment": code, "on": "2026-10-01"})
    renamed = AdministrativeUnit.objects.get(code="C00101")
    assert (renamed.name, renamed.name_on(date(2026, 9, 30))) == ("An Lạc Mới", "An Lạc")
    assert AdministrativeUnit.objects.get(code="C00102").valid_to == date(2026, 9, 30)
    new = AdministrativeUnit.objects.get(official_code="00103")
    assert (new.parent.code if new.parent else "", new.valid_from) == ("P01", date(2026, 10, 1))
    again = client.post(reverse("units-import"), upload(LIST.encode()) | {"on": "2026-10-02"}).content.decode()
    assert "không khác gì" in again


def test_a_list_of_the_whole_country_is_shown_by_what_differs_and_stays_light(
    cast: Cast, listed: None, client: Client
) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    communes = "".join(f"{number:05},Xã Số {number},Xã,02\n" for number in range(200, 3521))
    content = f"{LIST.splitlines()[0]}\n01,Tỉnh Minh Sơn,Tỉnh,\n02,Tỉnh Hai,Tỉnh,\n00101,Phường An Lạc,Phường,02\n"
    client.force_login(cast.ha)
    html = client.post(reverse("units-import"), upload((content + communes).encode())).content.decode()
    assert "Không còn: 1" in html
    assert "phường An Lạc, tỉnh Minh Sơn" in html
    assert "phường An Lạc, tỉnh Hai" in html
    assert "và 3.122 đơn vị nữa" in html  # a new province too
    assert len(html.encode()) < 200_000
    before = AdministrativeUnit.objects.count()
    link = re.search(r'href="([^"]*tep=[^"]*)"', html)
    assert link is not None
    answer = client.get(unescape(link[1]))
    assert "khac-biet-danh-muc.xlsx" in answer["Content-Disposition"]
    rows = list(openpyxl.load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert rows[0] == ("Khác biệt", "Mã", "Đang dùng", "Danh mục mới")
    assert {row[1] for row in rows if row[0] == "mới"} == {"02", *(f"{number:05}" for number in range(200, 3521))}
    assert ("đổi đơn vị cấp trên", "00101", "phường An Lạc, tỉnh Minh Sơn", "phường An Lạc, tỉnh Hai") in rows
    assert [row[1] for row in rows if row[0] == "không còn"] == ["00102"]
    assert AdministrativeUnit.objects.count() == before, "nothing is written by it"
    assert client.get(unescape(link[1]).replace("2026-", "x-")).status_code == 404
    client.force_login(cast.lan)
    assert client.get(unescape(link[1])).status_code == 403


def test_units_without_an_official_code_are_left_alone_and_named(cast: Cast, listed: None, client: Client) -> None:
    """Nothing says what they are in the list: not one of them ends, whatever the list holds."""
    for name in ("Không Mã", "Chưa Mã"):
        make_unit(name, level="commune", kind="xã")
    client.force_login(cast.ha)
    html = client.post(reverse("units-import"), upload(LIST.encode())).content.decode()
    assert "2 đơn vị đang dùng chưa có mã" in html
    assert "xã Không Mã" in html
    assert "khác 3 chỗ" in html
    code = html.split('name="attachment" value="')[1].split('"')[0]
    client.post(reverse("units-import"), {"attachment": code, "on": "2026-10-01"})
    assert AdministrativeUnit.objects.filter(name__in=["Không Mã", "Chưa Mã"], valid_to=None).count() == 2


def test_a_spreadsheet_is_read_as_well(cast: Cast, listed: None, client: Client) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for line in LIST.splitlines():
        book.active.append(line.split(","))
    content = BytesIO()
    book.save(content)
    client.force_login(cast.ha)
    html = client.post(reverse("units-import"), upload(content.getvalue(), "danh-muc.xlsx")).content.decode()
    assert "khác 3 chỗ" in html


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"\xff\xfe\x00rac", "danh-muc.csv", "UTF-8"),
        (b"a,b\n1,2\n", "danh-muc.csv", "cột mã"),
        (b"%PDF-1.7", "danh-muc.pdf", ".csv hoặc .xlsx"),
        (b"PK\x03\x04rac", "danh-muc.xlsx", "hỏng"),
        ("Mã,Tên,Cấp\n".encode(), "danh-muc.csv", "không có dòng nào"),
    ],
)
def test_a_bad_list_says_what_is_wrong(
    cast: Cast, listed: None, client: Client, content: bytes, name: str, told: str
) -> None:
    if content.startswith(b"PK"):
        pytest.importorskip("openpyxl")
    client.force_login(cast.ha)
    response = client.post(reverse("units-import"), upload(content, name))
    assert (response.status_code, told in response.content.decode()) == (422, True)


def test_the_shipped_list_is_queued(cast: Cast, client: Client) -> None:
    client.force_login(cast.ha)
    client.post(reverse("units-import"), {"shipped": "1"})
    assert Job.objects.get().kind == "units.load-shipped"
