"""/nhat-ky/: who changed what, within what one may see, as an official reads it."""

from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client

from desk_province import Province
from dondoc.duties.actions.obligation import assign, settle
from dondoc.portal.actions.opening import open_parts
from dondoc.portal.rules.openings import Part
from dondoc.records.actions import audit
from people import Cast

pytestmark = pytest.mark.usefixtures("frozen")


def read(client: Client, user: object, address: str = "/nhat-ky/") -> str:
    client.force_login(user)  # type: ignore[arg-type]
    return unescape(str(client.get(address).content.decode()))


def entries(client: Client, user: object, address: str = "/nhat-ky/") -> str:
    """What stands below the form."""
    return read(client, user, address).partition('id="nhat-ky"')[2]


def write(verb: str, on: tuple[str, str], *, by: Any, at: datetime, **told: Any) -> None:
    with transaction.atomic():
        audit.record(verb, on, by=by, at=at, **told)


def test_a_change_is_seen_by_who_may_see_the_thing(
    client: Client, cast: Cast, province: Province, now: datetime
) -> None:
    settle(province.owed_by(province.an_lac), by=cast.lan, at=now, text="Đã niêm yết tại 9 thôn.", claimed=True)
    for user in (cast.lan, cast.minh, cast.chi):
        assert "Đã niêm yết tại 9 thôn." in read(client, user)
    assert "9 thôn" not in read(client, cast.tung)


def test_it_can_be_narrowed_to_a_verb(client: Client, cast: Cast, province: Province, now: datetime) -> None:
    settle(province.owed_by(province.an_lac), by=cast.lan, at=now, text="Đã niêm yết tại 9 thôn.", claimed=True)
    assert "9 thôn" in read(client, cast.lan, "/nhat-ky/?viec=settle")
    assert "9 thôn" not in read(client, cast.lan, "/nhat-ky/?viec=confirm")


def test_it_can_be_narrowed_to_days_of_the_office(
    client: Client, cast: Cast, province: Province, now: datetime
) -> None:
    """Both days are included; a day that is none is left out."""
    settle(province.owed_by(province.an_lac), by=cast.lan, at=now, text="Đã niêm yết tại 9 thôn.", claimed=True)
    today, yesterday, tomorrow = (now.date() + timedelta(days=more) for more in (0, -1, 1))
    assert "9 thôn" in entries(client, cast.lan, f"/nhat-ky/?tu={today}&den={today}")
    assert "9 thôn" not in entries(client, cast.lan, f"/nhat-ky/?den={yesterday}")
    later = entries(client, cast.lan, f"/nhat-ky/?tu={tomorrow}")
    assert "9 thôn" not in later
    assert "Không có thay đổi nào như đã chọn." in later
    assert "9 thôn" in entries(client, cast.lan, "/nhat-ky/?tu=hom-nay&den=9999-12-31")


def test_personal_values_are_not_shown(client: Client, cast: Cast) -> None:
    text = read(client, cast.ha)
    assert "lập tài khoản" in text
    assert "sha256:" not in text
    assert "0912345678" not in text


def test_names_of_fields_and_values_are_those_of_an_official(
    client: Client, cast: Cast, province: Province, now: datetime
) -> None:
    settle(province.owed_by(province.an_lac), by=cast.lan, at=now, text="Đã niêm yết tại 9 thôn.", claimed=True)
    text = entries(client, cast.lan)
    for words in ("báo hoàn thành", "Trạng thái", "đang mở", "Nội dung", "Tự khai, chưa có minh chứng", ">có<"):
        assert words in text
    for code in ("settle", "state", "claimed", "entered_for", "True", "False"):
        assert f">{code}<" not in text


def test_codes_are_said_as_names_and_days_as_days(
    client: Client, cast: Cast, province: Province, now: datetime
) -> None:
    owed = province.owed_by(province.an_lac)
    assign(owed, to=cast.lan, by=cast.lan, at=now)
    told = {"agency": province.an_lac.code, "due_on": "2026-11-30", "due_at": "2026-11-30T16:59:59+00:00"}
    write("open_case", ("obligation", owed.code), by=cast.lan, at=now, after=told)
    text = entries(client, cast.lan)
    for words in ("Người thực hiện", "Nguyễn Thị Lan", "Cơ quan", province.an_lac.name, "30/11/2026", "23:59 ngày"):
        assert words in text
    for code in (cast.lan.code, province.an_lac.code, "2026-11-30"):
        assert f">{code}<" not in text


def test_whole_rows_are_said_as_a_count_and_what_only_the_machine_reads_not_at_all(
    client: Client, cast: Cast, province: Province, now: datetime
) -> None:
    owed = province.owed_by(province.an_lac)
    told = {
        "rows": ["0a1b2c3d4e", "1a1b2c3d4e"],
        "timing": {"closes": 14, "sends": 20},
        "file": "d0a90108a60a",
        "parties": [f"lead:{province.an_lac.code}"],
        "due": {"before": True, "day": 15},
        "figures": [{"part": 0, "numerator": "29", "denominator": "30"}],
        "is_left_out": False,
        "text": "Tiếp nhận phản ánh 8es5k5ybgf: gọi 0912345678",
    }
    write("set_due", ("obligation", owed.code), by=cast.lan, at=now, after=told)
    text = entries(client, cast.lan)
    for words in (
        "2 mục",
        "Tiếp nhận phản ánh: gọi 0912345678",
        "trước ngày 15",
        "29/30",
        f"chủ trì: {province.an_lac.name}",
        ">không<",
    ):
        assert words in text
    for code in ("0a1b2c3d4e", "d0a90108a60a", "closes", "{", "lead:"):
        assert code not in text


def test_a_thing_has_its_name_and_its_page(client: Client, cast: Cast, province: Province, now: datetime) -> None:
    open_parts(province.unit, parts={Part.PAGE}, by=cast.chi, at=now)
    text = entries(client, cast.chi)
    assert "đổi phần mở trên cổng công dân" in text
    assert f'<a href="/don-vi/{province.unit.code}/">' in text
    assert "trang của đơn vị" in text


def test_what_one_may_no_longer_see_is_not_named(client: Client, cast: Cast, province: Province, now: datetime) -> None:
    """One's own deed stays in the trail; the thing and what a value names are another's now."""
    others = province.owed_by(province.hoa_binh)
    write("raise_difficulty", ("obligation", others.code), by=cast.lan, at=now, after={"obligation": others.code})
    text = entries(client, cast.lan)
    assert "nêu khó khăn" in text
    assert "(ngoài phần được xem)" in text
    assert others.code not in text
    assert others.duty.title not in text


@pytest.mark.parametrize("kind", ["report", "visit", "signal", "complaint", "denunciation", "account"])
def test_of_a_case_that_is_not_ones_own_nothing_is_told(
    client: Client, cast: Cast, province: Province, now: datetime, kind: str
) -> None:
    """Whoever registered it once and is no longer of its keepers: that it was done, and no more."""
    write("settle_denunciation", (kind, "0a1b2c3d4e"), by=cast.lan, at=now, after={"decision": "Sai phạm của ông Tư"})
    text = entries(client, cast.lan)
    assert "kết luận tố cáo" in text
    assert "Sai phạm" not in text
    assert "0a1b2c3d4e" not in text


def test_signing_in_is_shown_only_where_it_is_asked_for(client: Client, cast: Cast, now: datetime) -> None:
    write("sign_in", ("user", cast.lan.code), by=cast.lan, at=now)
    assert "đăng nhập" not in entries(client, cast.lan)
    assert "đăng nhập" in entries(client, cast.lan, "/nhat-ky/?viec=sign_in")


def test_deeds_are_offered_by_subject_where_they_were_done(
    client: Client, cast: Cast, province: Province, now: datetime
) -> None:
    settle(province.owed_by(province.an_lac), by=cast.lan, at=now, text="Đã niêm yết tại 9 thôn.", claimed=True)
    form = read(client, cast.lan).partition('id="nhat-ky"')[0]
    assert '<optgroup label="Việc">' in form
    assert '<option value="settle">Báo hoàn thành</option>' in form
    assert '<option value="sign_in">Đăng nhập</option>' in form
    assert form.index('value="read_notices"') < form.index('value="remind"')  # "Đọc" stands before "Nhắc"
    assert "issue_plan" not in form
    assert '<optgroup label="Chỉ số">' not in form


def test_a_page_further_on_keeps_what_was_asked(client: Client, cast: Cast, province: Province, now: datetime) -> None:
    owed = province.owed_by(province.an_lac)
    for _ in range(51):
        write("contribute", ("obligation", owed.code), by=cast.lan, at=now, after={"text": "Đã góp ý"})
    first = entries(client, cast.lan, f"/nhat-ky/?viec=contribute&tu={now.date()}")
    assert f"viec=contribute&tu={now.date()}&truoc=" in first
    assert first.count("ghi nội dung phối hợp") == 50
    assert first.count("ghi nội dung phối hợp") == first.count("Đã góp ý")


def test_it_is_said_in_english(client: Client, cast: Cast, province: Province, now: datetime) -> None:
    settle(province.owed_by(province.an_lac), by=cast.lan, at=now, text="Đã niêm yết tại 9 thôn.", claimed=True)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    text = entries(client, cast.lan)
    assert "Declared without proof" in text
    assert ">yes<" in text
    assert "Trạng thái" not in text
