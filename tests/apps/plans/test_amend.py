"""An issued plan amended: compared first; only a replacing document takes work away; what is done or late stays."""

from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from apps.plans.making import ROWS, Province, issue_plan_of, make_province, plan_docx, read_plan_of
from dondoc.duties.actions.opening import open_due
from dondoc.duties.models import Duty, Obligation, Period, Regime, ReportRule
from dondoc.duties.queries.checks import recount
from dondoc.duties.rules.occurrences import end_of
from dondoc.plans.models import Plan, PlanState
from dondoc.plans.queries.amending import changes_of
from dondoc.plans.queries.plans import plan_parts
from dondoc.records.worker import drain
from dondoc.reports.actions.consolidation import open_consolidation
from dondoc.reports.actions.drafting import fill_report, open_report
from dondoc.reports.actions.sending import Signature, accept_report, approve_report, send_report, submit_report
from dondoc.reports.models import Consolidation, Report, Standing
from dondoc.reports.queries.consolidation_list import period_rows
from dondoc.reports.queries.consolidation_reading import sources_of
from makers.reports import fill_all, send
from people import Cast

pytestmark = pytest.mark.django_db
FIRST, SECOND, _THIRD = ROWS
LATER = (
    FIRST,
    (*SECOND[:4], "Tháng 11/2026"),
    ("1.2", "Khảo sát mức độ hài lòng ở chợ", "Sở Tư pháp", "", "Quý IV/2026"),
)


@pytest.fixture
def province(cast: Cast) -> Province:
    return make_province(cast)


@pytest.fixture
def issued(cast: Cast, province: Province, client: Client, now: datetime) -> Plan:
    client.force_login(cast.ha)
    plan = read_plan_of(province, by=cast.ha, at=now)
    issue_plan_of(plan, province, cast, at=now, issued_on=date(2026, 10, 12))
    return plan


def amend(client: Client, plan: Plan, kind: str, rows: tuple[tuple[str, ...], ...] = LATER) -> Plan:
    file = SimpleUploadedFile("Sửa đổi.docx", plan_docx(rows))
    response = client.post(f"/ke-hoach/{plan.code}/sua-doi/", {"file": file, "amendment": kind})
    assert response.status_code == 302
    drain()
    return Plan.objects.get(amends=plan)


def kinds(plan: Plan, now: datetime) -> dict[str, str]:
    rows = changes_of(plan, today=now.date())
    either = [(row.new or row.old, row.kind) for row in rows]
    return {task.content: kind for task, kind in either if task is not None and task.source == "appendix"}


def test_each_task_is_compared_before_anything_changes(client: Client, issued: Plan, now: datetime) -> None:
    before = list(Obligation.objects.values_list("pk", "state").order_by("pk"))
    made = amend(client, issued, "replace")
    assert kinds(made, now) == {
        "Biên soạn tài liệu hỏi đáp về quyền của người dân": "same",
        "Tổ chức đối thoại với người dân": "changed",
        "Khảo sát mức độ hài lòng ở chợ": "new",
        "Rà soát quy ước của thôn": "gone",
    }
    page = client.get(f"/ke-hoach/{made.code}/so-sanh/").content.decode()
    assert "việc quá hạn giữ nguyên" in page
    assert "hạn 31/12/2026 → 30/11/2026" not in page  # asked for one task at a time
    task = page.split('href="?viec=')[1].split("#")[0]
    page = client.get(f"/ke-hoach/{made.code}/so-sanh/", {"viec": task}).content.decode()
    assert "tiếp tục theo nội dung mới, giữ minh chứng và người làm" in page
    assert "hạn 31/12/2026 → 30/11/2026" in page
    assert list(Obligation.objects.values_list("pk", "state").order_by("pk")) == before


def test_only_a_replacing_document_takes_tasks_away(client: Client, issued: Plan, now: datetime) -> None:
    made = amend(client, issued, "supplement")
    assert kinds(made, now)["Rà soát quy ước của thôn"] == "kept"


def test_work_goes_on_under_the_new_task_and_what_was_done_is_not_asked_again(
    client: Client, issued: Plan, cast: Cast, province: Province, now: datetime
) -> None:
    dialogue = issued.tasks.get(content__contains="đối thoại")
    done, waiting = Obligation.objects.filter(duty__source_code=dialogue.code).order_by("pk")
    Obligation.objects.filter(pk=done.pk).update(state="done")
    Obligation.objects.filter(pk=waiting.pk).update(assigned_to=cast.lan)
    made = amend(client, issued, "replace")
    issue_plan_of(made, province, cast, at=now, issued_on=date(2026, 11, 9))
    done.refresh_from_db()
    waiting.refresh_from_db()
    again = made.tasks.get(content__contains="đối thoại")
    assert (again.key, again.version) == (dialogue.key, 2)
    assert (done.state, done.duty.source_code) == ("done", dialogue.code)
    assert (waiting.duty.source_code, waiting.due_on, waiting.assigned_to) == (
        again.code,
        date(2026, 11, 30),
        cast.lan,
    )
    assert Obligation.objects.filter(duty__source_code__in=[again.code, dialogue.code]).count() == 2
    issued.refresh_from_db()
    assert issued.state == PlanState.CLOSED


def test_the_plan_that_replaces_shows_what_was_done_before_it(
    client: Client, issued: Plan, cast: Cast, province: Province, now: datetime
) -> None:
    Obligation.objects.filter(duty__title__contains="đối thoại").update(state="done")
    made = amend(client, issued, "replace")
    issue_plan_of(made, province, cast, at=now, issued_on=date(2026, 11, 9))
    again = made.tasks.get(content__contains="đối thoại")
    rows = {row.code: row.count for part in plan_parts(made, by="", today=now.date()) for row in part.rows}
    assert (rows[again.code].settled, rows[again.code].total) == (2, 2)


@pytest.mark.parametrize("kind", ["replace", "supplement"])
def test_a_task_amended_twice_still_goes_on(
    client: Client, issued: Plan, cast: Cast, province: Province, now: datetime, kind: str
) -> None:
    """The first amendment leaves a task as it is, the second changes it: its duty is two plans back."""
    owed = set(Obligation.objects.filter(duty__title__contains="tài liệu hỏi đáp").values_list("pk", flat=True))
    made = amend(client, issued, "replace")
    issue_plan_of(made, province, cast, at=now, issued_on=date(2026, 11, 9))
    rows = ((*FIRST[:4], "Tháng 11/2026"), LATER[1])
    last = amend(client, made, kind, rows)
    issue_plan_of(last, province, cast, at=now, issued_on=date(2026, 11, 10))
    again = last.tasks.get(content__contains="tài liệu hỏi đáp")
    rows_of = Obligation.objects.filter(duty__source_code=again.code)
    assert again.version == 3
    assert set(rows_of.values_list("pk", flat=True)) == owed
    assert set(rows_of.values_list("due_on", flat=True)) == {date(2026, 11, 30)}
    assert Duty.objects.filter(title__contains="tài liệu hỏi đáp", ended_on=None).count() == 1
    assert recount() == 0


def test_what_goes_on_unchanged_is_owed_once(
    client: Client, issued: Plan, cast: Cast, province: Province, now: datetime
) -> None:
    same = issued.tasks.get(content__contains="tài liệu hỏi đáp")
    owed = Obligation.objects.filter(duty__source_code=same.code).count()
    made = amend(client, issued, "replace")
    issue_plan_of(made, province, cast, at=now, issued_on=date(2026, 11, 9))
    again = made.tasks.get(content__contains="tài liệu hỏi đáp")
    assert not Duty.objects.filter(source_code=again.code).exists()
    assert Obligation.objects.filter(duty__source_code=same.code).count() == owed
    page = client.get(f"/ke-hoach/{made.code}/").content.decode()
    assert f'id="v-{again.code}"' in page
    assert "chưa có việc nào" not in page


def test_a_match_that_is_none_is_parted(client: Client, issued: Plan, now: datetime) -> None:
    made = amend(client, issued, "replace")
    task = made.tasks.get(content__contains="đối thoại")
    client.post(f"/ke-hoach/{made.code}/so-sanh/", {"tach": task.code})
    told = [row.kind for row in changes_of(made, today=now.date()) if "đối thoại" in (row.new or row.old).content]  # type: ignore[union-attr]
    assert told == ["new", "gone"]


def test_a_draft_is_not_amended(client: Client, cast: Cast, province: Province, now: datetime) -> None:
    client.force_login(cast.ha)
    plan = read_plan_of(province, by=cast.ha, at=now)
    assert client.get(f"/ke-hoach/{plan.code}/sua-doi/").status_code == 404


def reports_of(plan: Plan, province: Province) -> list[Obligation]:
    plans = [plan.code, *Plan.objects.filter(amends=plan).values_list("code", flat=True)]
    owed = Obligation.objects.filter(duty__source_kind="report", duty__plan_code__in=plans, held_by=province.justice)
    return list(owed.exclude(state="exempt").order_by("pk"))


def test_an_open_report_goes_on_under_the_plan_that_replaces(
    client: Client, issued: Plan, cast: Cast, province: Province, now: datetime
) -> None:
    (open_one,) = reports_of(issued, province)
    open_due(at=end_of(open_one.opens_on))
    begun = open_report(open_one, by=cast.minh, at=now)
    made = amend(client, issued, "replace")
    issue_plan_of(made, province, cast, at=now, issued_on=date(2026, 11, 9))
    (owed,) = reports_of(issued, province)
    assert (owed.pk, owed.state, owed.duty.plan_code) == (open_one.pk, "open", made.code)
    assert owed.duty.regime == Regime.objects.get(source_code=made.code)
    again = open_report(owed, by=cast.minh, at=now)
    fill_report(again)
    again.refresh_from_db()
    assert (again.pk, again.period.rule.regime) == (begun.pk, owed.duty.regime)
    assert recount() == 0


def test_a_report_that_was_sent_is_not_asked_again_by_the_plan_that_replaces(
    client: Client, issued: Plan, cast: Cast, province: Province, now: datetime
) -> None:
    (sent,) = reports_of(issued, province)
    Obligation.objects.filter(pk=sent.pk).update(state="done", settled_at=now)
    made = amend(client, issued, "replace")
    issue_plan_of(made, province, cast, at=now, issued_on=date(2026, 11, 9))
    (owed,) = reports_of(issued, province)
    assert (owed.pk, owed.state, owed.duty.plan_code) == (sent.pk, "done", issued.code)


def begun_report(issued: Plan, province: Province, cast: Cast, now: datetime) -> Report:
    """Of Justice, written in every row, not sent yet."""
    (owed,) = reports_of(issued, province)
    open_due(at=end_of(owed.opens_on))
    report = open_report(Obligation.objects.get(pk=owed.pk), by=cast.minh, at=now)
    fill_all(report, by=cast.minh, at=now)
    return report


def replaced(client: Client, issued: Plan, province: Province, cast: Cast, now: datetime) -> Plan:
    made = amend(client, issued, "replace")
    issue_plan_of(made, province, cast, at=now, issued_on=date(2026, 11, 9))
    return made


def titles_of(report: Report) -> set[str]:
    return set(report.rows.values_list("obligation__duty__title", flat=True))


def test_the_report_of_the_plan_that_replaces_holds_what_went_on_unchanged(
    client: Client, issued: Plan, cast: Cast, province: Province, now: datetime
) -> None:
    """A task that was only of the old plan leaves the sheet, unless something was written of it."""
    (owed,) = reports_of(issued, province)
    begun = open_report(owed, by=cast.minh, at=now)
    assert titles_of(begun) == {FIRST[1], ROWS[2][1]}
    replaced(client, issued, province, cast, now)
    begun.refresh_from_db()
    fill_report(begun)
    assert titles_of(begun) == {FIRST[1], LATER[2][1]}


def test_what_was_written_of_a_task_that_was_taken_away_is_told_and_settles_nothing(
    client: Client, issued: Plan, cast: Cast, province: Province, now: datetime
) -> None:
    report = begun_report(issued, province, cast, now)
    made = replaced(client, issued, province, cast, now)
    report.refresh_from_db()
    fill_report(report)
    assert ROWS[2][1] in titles_of(report)
    fill_all(report, by=cast.minh, at=now)
    send(report, by=cast.minh, head=cast.minh, at=now)
    gone = report.rows.get(obligation__duty__title=ROWS[2][1])
    assert (gone.text != "", gone.obligation.state) == (True, "exempt")
    assert report.period.regime == Regime.objects.get(source_code=made.code)


@pytest.mark.parametrize("step", ["submitted", "approved"])
def test_a_report_on_its_way_goes_to_the_plan_that_replaces_when_it_is_sent(
    client: Client, issued: Plan, cast: Cast, province: Province, now: datetime, step: str
) -> None:
    report = begun_report(issued, province, cast, now)
    submit_report(report, by=cast.minh, at=now)
    signature = Signature("45", "BC-STP", now.date(), "Trần Văn Minh")
    if step == "approved":
        approve_report(report, signature=signature, by=cast.minh, at=now)
    signed = report.title
    made = replaced(client, issued, province, cast, now)
    ReportRule.objects.filter(regime__source_code=made.code).update(via=province.committee)
    if step == "submitted":
        approve_report(report, signature=signature, by=cast.minh, at=now)
    send_report(report, by=cast.minh, at=now)
    report.refresh_from_db()
    assert (report.period.regime.source_code, report.receiver) == (made.code, province.committee)
    assert report.title == signed
    (owed,) = reports_of(issued, province)
    assert (owed.pk, owed.state) == (report.obligation_id, "done")


@pytest.mark.parametrize("begun", [False, True])
def test_what_was_sent_before_stands_in_the_consolidation_of_the_plan_that_replaces(
    client: Client, issued: Plan, cast: Cast, province: Province, now: datetime, begun: bool
) -> None:
    report = begun_report(issued, province, cast, now)
    accept_report(send(report, by=cast.minh, head=cast.minh, at=now), by=cast.ha, at=now)
    receiver, old = province.home_affairs, report.period
    held = open_consolidation(receiver, old, by=cast.ha, at=now) if begun else None
    made = replaced(client, issued, province, cast, now)
    new = Period.objects.get(regime__source_code=made.code, key=old.key, cycle=old.cycle)
    sources = {one.agency: one.standing for one in sources_of(new, receiver)}
    assert sources[province.justice] == Standing.ACCEPTED
    assert open_consolidation(receiver, new, by=cast.ha, at=now) == (held or Consolidation.objects.get())
    rows = period_rows(Period.objects.filter(pk__in=[old.pk, new.pk]), [receiver.pk], date(2026, 12, 31))
    assert [(row.taken, row.code) for row in rows] == [(1, Consolidation.objects.get().code)]
    assert sum(row.owing for row in rows) == len(sources)


def test_the_count_of_a_period_leads_to_what_was_sent_under_the_plan_before_too(
    client: Client, issued: Plan, cast: Cast, province: Province, now: datetime
) -> None:
    report = begun_report(issued, province, cast, now)
    accept_report(send(report, by=cast.minh, head=cast.minh, at=now), by=cast.ha, at=now)
    made = replaced(client, issued, province, cast, now)
    new = Period.objects.get(regime__source_code=made.code, key=report.period.key, cycle=report.period.cycle)
    page = client.get("/bao-cao/da-nhan/", {"ky": new.pk}).content.decode()
    assert f"/bao-cao/{report.code}/" in page


def test_a_report_of_a_supplemented_plan_holds_the_tasks_that_were_added(
    client: Client, issued: Plan, cast: Cast, province: Province, now: datetime
) -> None:
    (owed,) = reports_of(issued, province)
    made = amend(client, issued, "supplement", (LATER[2],))
    issue_plan_of(made, province, cast, at=now, issued_on=date(2026, 11, 9))
    assert titles_of(open_report(owed, by=cast.minh, at=now)) == {FIRST[1], ROWS[2][1], LATER[2][1]}
