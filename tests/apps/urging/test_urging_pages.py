"""Pages of urging: notices with the count in the top bar, rules, messages, who does not carry out."""

from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from desk_province import Province
from dondoc.duties.actions.escalating import escalate
from dondoc.duties.actions.regime import create_regime
from dondoc.duties.actions.urging_rules import set_way_up
from dondoc.duties.models import DigestChoice, Duty, ReminderRule
from dondoc.records.models import AuditEntry, Message, State
from makers import make_member, make_message, make_user
from makers.urging import digests_on, make_rule
from people import Cast, signed_in


def test_the_top_bar_counts_what_was_not_read(province: Province, now: datetime) -> None:
    lan = signed_in("lan.nt")
    assert "chưa đọc" not in lan.get("/viec-cua-toi/").content.decode()
    digests_on(now)
    assert "Thông báo: 1 chưa đọc" in lan.get("/viec-cua-toi/").content.decode()
    page = lan.get("/thong-bao/").content.decode()
    assert "10/11/2026: 1 việc quá hạn" in page
    lan.post("/thong-bao/da-doc/")
    assert "chưa đọc" not in lan.get("/thong-bao/").content.decode()


def test_nobody_reads_the_notices_of_another(province: Province, now: datetime) -> None:
    code = next(one.code for one in digests_on(now) if one.user.login == "lan.nt")
    tung = signed_in("tung.ds")
    assert "UBND xã An Lạc" not in tung.get("/thong-bao/").content.decode()
    tung.post("/thong-bao/da-doc/", {"code": code})
    assert "1 chưa đọc" in signed_in("lan.nt").get("/thong-bao/").content.decode()


def test_a_person_chooses_channels(province: Province, cast: Cast) -> None:
    lan = signed_in("lan.nt")
    assert "lan@anlac.gov.vn" in lan.get("/thong-bao/cach-nhan/").content.decode()
    assert lan.post("/thong-bao/cach-nhan/", {"app": "on"}).status_code == 302
    assert dict(DigestChoice.objects.filter(user=cast.lan).values_list("channel", "is_wanted")) == {
        "app": True,
        "email": False,
    }


def rule(**more: Any) -> dict[str, Any]:
    return {"days": "2", "side": "before", "every": "", "audience": "doer", "channel": "email", "agency": "", **more}


def test_an_administrator_sets_rules_for_everybody(province: Province) -> None:
    ha = signed_in("ha.lt")
    assert ha.post("/don-doc/quy-tac/", rule()).status_code == 302
    made = ReminderRule.objects.get(offset=-2)
    assert made.agency is None
    assert "trước hạn 2 ngày làm việc" in ha.get("/don-doc/quy-tac/").content.decode()
    assert ha.post(f"/don-doc/quy-tac/{made.code}/bo/").status_code == 302
    assert "trước hạn 2 ngày làm việc" not in ha.get("/don-doc/quy-tac/").content.decode()


def test_a_head_sets_rules_for_the_own_people_alone(province: Province) -> None:
    head = make_user("khang.vd")
    make_member(head, province.an_lac, "head")
    khang = signed_in("khang.vd")
    assert khang.post("/don-doc/quy-tac/", rule(agency=province.an_lac.code)).status_code == 302
    assert ReminderRule.objects.get(offset=-2).agency == province.an_lac
    assert khang.post("/don-doc/quy-tac/", rule(days="4")).status_code == 422
    assert khang.post("/don-doc/quy-tac/", rule(days="4", agency=province.hoa_binh.code)).status_code == 422
    others = make_rule(8)
    assert khang.post(f"/don-doc/quy-tac/{others.code}/bo/").status_code == 404
    assert khang.post("/don-doc/quy-tac/bao-cao-len/", {"step1": "2"}).status_code == 404


def test_a_rule_that_stands_is_refused_with_what_was_typed(province: Province) -> None:
    answer = signed_in("ha.lt").post("/don-doc/quy-tac/", rule(days="5", side="after"))
    assert answer.status_code == 422
    assert "Quy tắc này đã có" in answer.content.decode()


def test_an_administrator_changes_the_way_up(province: Province) -> None:
    ha = signed_in("ha.lt")
    assert ha.post("/don-doc/quy-tac/bao-cao-len/", {"step1": "3", "step3": "9"}).status_code == 302
    page = ha.get("/don-doc/quy-tac/").content.decode()
    assert "người đứng đầu cơ quan sau 3 ngày" in page
    refused = ha.post("/don-doc/quy-tac/bao-cao-len/", {"step1": "3", "step2": "3"})
    assert refused.status_code == 422
    assert "phải lớn hơn bước trước" in refused.content.decode()


def test_an_administrator_gives_a_regime_its_own_days(province: Province, now: datetime) -> None:
    regime = create_regime(
        province.unit, source=("plan", "kh9"), rules=[], title="KẾ HOẠCH Nâng cao PAPI", by=None, at=now
    )
    Duty.objects.update(regime=regime)
    ha, address = signed_in("ha.lt"), f"/don-doc/quy-tac/bao-cao-len/{regime.code}/"
    assert address in ha.get("/don-doc/quy-tac/").content.decode()
    assert "Kế hoạch nâng cao PAPI" in ha.get(address).content.decode()
    assert ha.post(address, {"step1": "20", "step2": "30"}).status_code == 302
    assert "người đứng đầu cơ quan sau 20 ngày; cấp trên trực tiếp sau 30 ngày" in (
        ha.get("/don-doc/quy-tac/").content.decode()
    )
    assert escalate(now.date(), at=now) == 0
    refused = ha.post(address, {"step1": "9", "step2": "3"})
    assert refused.status_code == 422
    assert 'value="9"' in refused.content.decode()
    assert ha.post(address, {"step1": "", "step2": ""}).status_code == 302
    assert escalate(now.date(), at=now) > 0
    entry = AuditEntry.objects.filter(verb="set_way_up", object_code=regime.code).latest("pk")
    assert entry.before == {"1": 20, "2": 30}


def test_a_head_reads_the_days_of_the_own_regime_alone(province: Province, now: datetime) -> None:
    head = make_user("khang.vd")
    make_member(head, province.an_lac, "head")
    own, other = (
        create_regime(province.unit, source=("plan", code), rules=[], title=title, by=None, at=now)
        for code, title in (("kh9", "Chế độ của xã"), ("kh8", "Chế độ khác"))
    )
    Duty.objects.update(regime=own)
    for one in (own, other):
        set_way_up({1: 4}, regime=one, by=None, at=now)
    page = signed_in("khang.vd").get("/don-doc/quy-tac/").content.decode()
    assert "Chế độ của xã" in page
    assert "Chế độ khác" not in page
    assert f"/don-doc/quy-tac/bao-cao-len/{own.code}/" not in page
    assert signed_in("khang.vd").post(f"/don-doc/quy-tac/bao-cao-len/{own.code}/", {"step1": "1"}).status_code == 404


def test_a_message_of_unknown_fate_waits_for_a_person(province: Province) -> None:
    ha, message = signed_in("ha.lt"), make_message()
    Message.objects.update(state=State.UNKNOWN)
    page = ha.get("/don-doc/tin-gui/").content.decode()
    assert "Chờ người quyết định" in page
    assert "không rõ" in page
    ha.post(f"/don-doc/tin-gui/{message.pk}/", {"decision": "arrived"})
    message.refresh_from_db()
    assert message.state == State.DONE
    again = ha.post(f"/don-doc/tin-gui/{message.pk}/", {"decision": "again"}, follow=True)
    assert "không còn chờ người quyết định" in again.content.decode()
    message.refresh_from_db()
    assert message.state == State.DONE


def test_a_failed_message_goes_out_again(province: Province) -> None:
    message = make_message()
    Message.objects.update(state=State.FAILED)
    signed_in("ha.lt").post(f"/don-doc/tin-gui/{message.pk}/", {"decision": "again"})
    message.refresh_from_db()
    assert (message.state, message.attempts) == (State.WAITING, 0)


@pytest.mark.parametrize("login", ["lan.nt", "chi.pq"])
def test_messages_are_for_administrators(province: Province, login: str) -> None:
    assert signed_in(login).get("/don-doc/tin-gui/").status_code == 403


def test_the_committee_has_the_list_of_those_who_do_not_carry_out(
    province: Province, now: datetime, monkeypatch: Any
) -> None:
    for day in range(4):
        escalate((now + timedelta(days=day)).date(), at=now + timedelta(days=day))
    monkeypatch.setattr("django.utils.timezone.now", lambda: now + timedelta(days=6))
    chi = signed_in("chi.pq")
    page = chi.get("/don-doc/bao-cao-len/?buoc=3").content.decode()
    assert "UBND xã An Lạc" in page
    assert "Ủy ban nhân dân, 12/11/2026" in page
    content = chi.get("/don-doc/bao-cao-len.docx?buoc=3").content
    cells = [cell.text for table in Document(BytesIO(content)).tables for row in table.rows for cell in row.cells]
    assert any("UBND xã Hòa Bình: 1 nhiệm vụ" in cell for cell in cells)


def test_nothing_went_up(province: Province) -> None:
    assert "Không có việc nào phải báo cáo lên" in signed_in("chi.pq").get("/don-doc/bao-cao-len/").content.decode()
