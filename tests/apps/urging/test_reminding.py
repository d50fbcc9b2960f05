"""Reminders: to those who owe and only then, one digest a day, nothing when nothing is due."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core import mail

from desk_province import Province, give_work
from dondoc.accounts.models import User
from dondoc.duties.actions.evidence import Proof
from dondoc.duties.actions.obligation import assign, excuse, return_, settle
from dondoc.duties.actions.reminding import remind
from dondoc.duties.actions.urging_rules import choose_digest, end_rule
from dondoc.duties.models import Notice, Obligation, Urging
from dondoc.duties.tasks import urge_today
from dondoc.records.models import Message, State
from dondoc.records.worker import drain
from dondoc.toolkit.errors import BadInput
from dondoc.units.actions.membership import delegate
from makers import make_member, make_user
from makers.urging import digests_on, make_rule, only_rules
from people import Cast

PROOF = Proof(title="Biên bản niêm yết", number="12/BB-UBND", dated_on=date(2026, 11, 2), product="Biên bản niêm yết")


def names(notices: list[Notice]) -> list[str]:
    return [notice.user.login for notice in notices]


def test_those_who_owe_have_one_digest_each(province: Province, now: datetime) -> None:
    lan, tung = sorted(digests_on(now), key=lambda n: n.user.login)
    assert (lan.user.login, tung.user.login) == ("lan.nt", "tung.ds")
    assert lan.title == "1 việc quá hạn"
    assert lan.lines[0]["term"] == "quá hạn 5 ngày làm việc (hạn 03/11/2026)"
    assert Urging.objects.filter(obligation=province.owed_by(province.an_lac), way="reminder").count() == 1


def test_the_same_day_again_writes_to_nobody(province: Province, now: datetime) -> None:
    digests_on(now)
    assert remind(now.date(), at=now + timedelta(hours=2)) == 0
    assert Message.objects.count() == 1  # Lan alone has an address


@pytest.mark.parametrize("how", ["settled", "excused", "waiting", "requested", "history"])
def test_who_does_not_owe_is_not_reminded(province: Province, now: datetime, cast: Cast, how: str) -> None:
    one = province.owed_by(province.an_lac)
    if how == "settled":
        Obligation.objects.filter(pk=one.pk).update(part="lead")
        one.refresh_from_db()
        settle(one, by=cast.lan, at=now, evidence=[PROOF])
    elif how == "excused":
        excuse(one, by=cast.chi, at=now, reason="Xã không có hộ nghèo.")
    elif how == "waiting":
        settle(one, by=cast.lan, at=now, evidence=[PROOF])
    else:
        Obligation.objects.filter(pk=one.pk).update(**{f"is_{how}": True})
    assert names(digests_on(now)) == ["tung.ds"]


def test_what_was_returned_is_owed_again(province: Province, now: datetime, cast: Cast) -> None:
    one = province.owed_by(province.an_lac)
    settle(one, by=cast.lan, at=now, evidence=[PROOF])
    return_(one, by=cast.minh, at=now, reason="Thiếu dấu.")
    assert "lan.nt" in names(digests_on(now))


def test_nothing_due_is_no_message(province: Province, now: datetime) -> None:
    assert digests_on(now + timedelta(days=1)) == []
    assert not Message.objects.exists()


def test_not_on_a_day_off(province: Province, now: datetime) -> None:
    only_rules({"offset": 1, "every": 1})
    saturday = now + timedelta(days=4)
    assert remind(saturday.date(), at=saturday) == 0
    assert remind((saturday + timedelta(days=2)).date(), at=saturday) == 2


def test_all_of_a_day_stands_in_one_digest(province: Province, now: datetime) -> None:
    only_rules({"offset": 5}, {"offset": -3}, {"offset": 0})
    give_work(province, now, due_on=date(2026, 11, 10), source="t2")
    give_work(province, now, due_on=date(2026, 11, 13), source="t3")
    lan = next(one for one in digests_on(now) if one.user.login == "lan.nt")
    assert lan.title == "1 việc quá hạn, 1 việc đến hạn hôm nay, 1 việc sắp đến hạn"
    message = Message.objects.get(recipient="lan@anlac.gov.vn")
    assert message.body.count("/viec/") == 3


def test_the_person_to_whom_it_was_given_is_reminded_alone(province: Province, now: datetime, cast: Cast) -> None:
    other = make_user("nga.tt")
    make_member(other, province.an_lac)
    assert "nga.tt" in names(digests_on(now))
    Notice.objects.all().delete()
    assign(province.owed_by(province.an_lac), to=other, by=cast.lan, at=now)
    assert set(names(digests_on(now))) == {"nga.tt", "tung.ds"}


def test_a_head_is_reminded_by_the_rule_for_heads(province: Province, now: datetime) -> None:
    head = make_user("khang.vd")
    make_member(head, province.an_lac, "head")
    only_rules({"offset": 5, "audience": "head"})
    assert names(digests_on(now)) == ["khang.vd"]


def test_the_rule_of_an_agency_is_for_its_own_people(province: Province, now: datetime) -> None:
    only_rules({"offset": 5, "agency": province.hoa_binh})
    assert names(digests_on(now)) == ["tung.ds"]


def test_a_rule_that_ended_reminds_of_nothing(province: Province, now: datetime, cast: Cast) -> None:
    rule = make_rule(5, audience="head")
    (first,) = only_rules({"offset": 5})
    end_rule(first, by=cast.ha, at=now)
    assert digests_on(now) == []
    assert rule.ended_at is None


def test_whom_a_role_was_lent_to_is_reminded_too(province: Province, now: datetime, cast: Cast) -> None:
    head, stand_in = make_user("khang.vd"), make_user("nga.tt")
    lent = make_member(head, province.an_lac, "head")
    delegate(lent, to=stand_in, starts_on=now.date(), ends_on=now.date() + timedelta(days=3), by=head, at=now)
    only_rules({"offset": 5, "audience": "head"})
    assert set(names(digests_on(now))) == {"khang.vd", "nga.tt"}


def test_an_account_that_was_closed_is_not_written_to(province: Province, now: datetime, cast: Cast) -> None:
    User.objects.filter(pk=cast.lan.pk).update(is_active=False)
    assert names(digests_on(now)) == ["tung.ds"]


def test_who_wants_no_letters_has_it_in_the_application_alone(province: Province, now: datetime, cast: Cast) -> None:
    choose_digest(cast.lan, wanted={"email": False, "app": True}, by=cast.lan, at=now)
    lan = next(one for one in digests_on(now) if one.user == cast.lan)
    assert (lan.channels, lan.read_at) == ([], None)
    assert not Message.objects.exists()


def test_who_wants_no_count_finds_it_read(province: Province, now: datetime, cast: Cast) -> None:
    choose_digest(cast.lan, wanted={"app": False}, by=cast.lan, at=now)
    assert next(one for one in digests_on(now) if one.user == cast.lan).read_at == now


def test_sms_goes_out_once_a_gateway_is_named(province: Province, now: datetime, settings: Any) -> None:
    only_rules({"offset": 5, "channel": "sms"})
    digests_on(now)
    assert not Message.objects.exists()
    Notice.objects.all().delete()
    settings.GATEWAYS = {"sms": "console"}
    digests_on(now)
    message = Message.objects.get()
    assert (message.channel, message.recipient) == ("sms", "0912345678")
    assert len(message.body) <= 300


@pytest.mark.parametrize(
    ("hour", "day", "is_sent"), [(9, 10, True), (6, 10, False), (17, 10, False), (10, 14, False), (10, 24, False)]
)
def test_the_background_urges_in_working_hours_alone(
    province: Province, now: datetime, hour: int, day: int, is_sent: bool
) -> None:
    """24 November is a day off since 2026."""
    only_rules({"offset": 1, "every": 1})
    moment = now.replace(hour=hour, day=day, minute=0)
    urge_today(moment)
    urge_today(moment + timedelta(minutes=10))
    drain()
    assert Notice.objects.filter(user__login="lan.nt").count() == is_sent


def test_a_message_waits_for_working_hours(province: Province, now: datetime, settings: Any) -> None:
    digests_on(now)
    settings.MESSAGE_HOURS = "apps.urging.hours.never"
    drain()
    assert Message.objects.get().state == State.WAITING
    settings.MESSAGE_HOURS = "apps.urging.hours.always"
    drain()
    assert Message.objects.get().state == State.DONE
    assert mail.outbox[0].to == ["lan@anlac.gov.vn"]
    assert mail.outbox[0].subject == "Đôn đốc 10/11/2026: 1 việc quá hạn"


def test_a_repetition_before_the_day_is_refused(db: None) -> None:
    with pytest.raises(BadInput) as refused:
        make_rule(-3, every=2)
    assert refused.value.code == "rule-repeats"


def test_the_same_rule_twice_is_refused(db: None) -> None:
    make_rule(7)
    with pytest.raises(BadInput) as refused:
        make_rule(7)
    assert refused.value.code == "rule-twice"
