"""What people do with an obligation."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from dondoc.duties.actions import obligation as act
from dondoc.duties.actions.evidence import Proof, Upload
from dondoc.duties.models import Evidence, EvidenceUse, Figure, Obligation
from dondoc.duties.queries import standing, summary_by_unit
from dondoc.duties.rules import judging
from dondoc.records.models import Attachment, AuditEntry, Event
from dondoc.toolkit.errors import BadInput
from makers import make_obligations
from people import Cast

pytestmark = pytest.mark.django_db
PROOF = Proof(title="Báo cáo quý I", number="12/BC-UBND", dated_on=date(2026, 3, 20))


@pytest.fixture
def owed(place) -> Obligation:
    return make_obligations(place.province, [("execute", place.an_lac)])[0]


@pytest.fixture
def confirmed_above(place) -> Obligation:
    found = make_obligations(place.province, [("lead", place.lead), ("execute", place.an_lac)])
    return next(one for one in found if one.part == "execute")


def moment(day: int, month: int = 3) -> datetime:
    from zoneinfo import ZoneInfo

    return datetime(2026, month, day, 10, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def refusal(call) -> str:
    with pytest.raises(BadInput) as refused:
        call()
    return refused.value.code


def test_settled_with_proof_in_time_is_done(owed: Obligation, cast: Cast) -> None:
    assert act.settle(owed, by=cast.lan, at=moment(25), text="Đã niêm yết", evidence=[PROOF]) == "done"
    stored = Obligation.objects.get(pk=owed.pk)
    assert (stored.state, stored.version, stored.is_claimed, stored.note) == ("done", 2, False, "Đã niêm yết")
    assert Evidence.objects.get().number == "12/BC-UBND"
    entry = AuditEntry.objects.get(verb="settle")
    assert (entry.before, entry.after["state"], entry.actor_id) == ({"state": "open"}, "done", cast.lan.pk)
    assert Event.objects.filter(name="duties.obligation-moved").count() == 1


def test_settled_after_the_day_is_done_late(owed: Obligation, cast: Cast) -> None:
    assert act.settle(owed, by=cast.lan, at=moment(1, 4), text="Đã niêm yết", evidence=[PROOF]) == "done-late"


def test_without_proof_it_must_be_claimed_and_is_marked(owed: Obligation, cast: Cast) -> None:
    assert refusal(lambda: act.settle(owed, by=cast.lan, at=moment(25), text="Đã làm")) == "proof-missing"
    assert refusal(lambda: act.settle(owed, by=cast.lan, at=moment(25))) == "settle-empty"
    act.settle(owed, by=cast.lan, at=moment(25), text="Đã làm", claimed=True)
    assert Obligation.objects.get(pk=owed.pk).is_claimed


def test_figures_alone_are_no_proof(owed: Obligation, cast: Cast) -> None:
    figure = judging.Figure(judging.Kind.COUNT, Decimal(2))
    assert (
        refusal(lambda: act.settle(owed, by=cast.lan, at=moment(25), figures={0: figure}, claimed=True))
        == "claim-empty"
    )


def test_a_file_is_kept_with_its_name(owed: Obligation, cast: Cast) -> None:
    upload = Upload("Danh sách.pdf", [b"%PDF-1.7 mot trang"])
    act.settle(owed, by=cast.lan, at=moment(25), text="Đã niêm yết", evidence=[Proof(upload=upload)])
    assert Attachment.objects.get().original_name == "Danh sách.pdf"
    assert Evidence.objects.get().title == "Danh sách.pdf"


def test_figures_are_kept_by_part(owed: Obligation, cast: Cast) -> None:
    figure = judging.Figure(judging.Kind.SHARE, Decimal(9), Decimal(10))
    act.settle(owed, by=cast.lan, at=moment(25), text="x", evidence=[PROOF], figures={0: figure})
    stored = Figure.objects.get()
    assert (stored.numerator, stored.denominator, stored.kind) == (9, 10, "share")


def test_the_second_officer_is_told_and_nothing_of_theirs_is_written(owed: Obligation, cast: Cast) -> None:
    seen_by_both = Obligation.objects.get(pk=owed.pk)
    act.settle(owed, by=cast.lan, at=moment(25), text="Lần một", evidence=[PROOF])
    second = lambda: act.settle(seen_by_both, by=cast.ha, at=moment(25), text="Lần hai", evidence=[PROOF])  # noqa: E731
    assert refusal(second) == "state-moved"
    assert Obligation.objects.get(pk=owed.pk).note == "Lần một"
    assert EvidenceUse.objects.count() == 1


def test_what_executors_did_waits_for_their_lead_and_keeps_its_day(confirmed_above: Obligation, cast: Cast) -> None:
    one = confirmed_above
    assert act.settle(one, by=cast.lan, at=moment(30), text="Đã làm", evidence=[PROOF]) == "awaiting"
    assert act.confirm(one, by=cast.ha, at=moment(20, 4)) == "done"
    assert Obligation.objects.get(pk=one.pk).settled_at == moment(30)


def test_returned_it_is_owed_again_by_the_same_day(confirmed_above: Obligation, cast: Cast) -> None:
    one = confirmed_above
    act.settle(one, by=cast.lan, at=moment(30), text="Đã làm", evidence=[PROOF])
    assert refusal(lambda: act.return_(one, by=cast.ha, at=moment(31), reason=" ")) == "reason-missing"
    assert act.return_(one, by=cast.ha, at=moment(31), reason="Thiếu ảnh") == "returned"
    assert standing(one, date(2026, 4, 1)).words == "quá hạn"
    assert act.settle(one, by=cast.lan, at=moment(2, 4), text="Đã thêm ảnh") == "awaiting"
    assert act.confirm(one, by=cast.ha, at=moment(3, 4)) == "done-late"


def test_withdrawn_and_revoked_it_is_open_again(confirmed_above: Obligation, cast: Cast) -> None:
    one = confirmed_above
    act.settle(one, by=cast.lan, at=moment(30), text="Đã làm", evidence=[PROOF])
    assert act.withdraw(one, by=cast.lan, at=moment(30)) == "open"
    act.settle(one, by=cast.lan, at=moment(30), text="Đã làm")
    act.confirm(one, by=cast.ha, at=moment(31))
    assert act.revoke(one, by=cast.ha, at=moment(31), reason="Gỡ danh sách sớm") == "open"


def test_nothing_arose_and_excuse_need_a_reason(owed: Obligation, cast: Cast) -> None:
    assert refusal(lambda: act.claim_nothing(owed, by=cast.lan, at=moment(25), reason="")) == "reason-missing"
    assert act.claim_nothing(owed, by=cast.lan, at=moment(25), reason="Không có hộ mới") == "nothing-arose"
    assert act.return_(owed, by=cast.ha, at=moment(26), reason="Có ba hộ") == "returned"
    assert act.excuse(owed, by=cast.ha, at=moment(26), reason="Theo công văn 5") == "exempt"
    assert refusal(lambda: act.settle(owed, by=cast.lan, at=moment(27), text="x", claimed=True)) == "state-moved"


def test_every_move_is_counted(owed: Obligation, cast: Cast, place) -> None:
    day = date(2026, 4, 1)
    assert summary_by_unit(today=day)[place.an_lac.unit_id].late == 1
    act.settle(owed, by=cast.lan, at=moment(25), text="Đã làm", claimed=True)
    counts = summary_by_unit(today=day)[place.an_lac.unit_id]
    assert (counts.late, counts.done, counts.total) == (0, 1, 4)


def test_assigning_moves_no_version(owed: Obligation, cast: Cast) -> None:
    act.assign(owed, to=cast.lan, by=cast.chi, at=moment(25))
    stored = Obligation.objects.get(pk=owed.pk)
    assert (stored.assigned_to, stored.version) == (cast.lan, 1)


def test_a_proof_dated_tomorrow_is_refused(owed: Obligation, cast: Cast) -> None:
    proof = Proof(number="1/BC", dated_on=(moment(25) + timedelta(days=1)).date())
    assert (
        refusal(lambda: act.settle(owed, by=cast.lan, at=moment(25), text="x", evidence=[proof])) == "evidence-future"
    )
    assert Obligation.objects.get(pk=owed.pk).state == "open"
