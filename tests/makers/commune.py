"""A commune with one of everything that is its own: work, a report, files, letters, an evaluation, a plan, registers.

Whatever a person of it typed carries a word of the commune, so that a test can ask where that word is read.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.desk.actions.saved import save_filter
from dondoc.disclosure.models import Publication
from dondoc.duties.actions.assigning import add_rule
from dondoc.duties.actions.duty import Party
from dondoc.duties.actions.evaluation import announce, compute, object_to
from dondoc.duties.actions.evidence import Proof, Upload
from dondoc.duties.actions.letters import send_letter, write_letters
from dondoc.duties.actions.obligation import assign, settle
from dondoc.duties.actions.reporting import RuleSpec, open_standing
from dondoc.duties.models import EvaluationScore, Evidence, Obligation
from dondoc.duties.rules.reporting import Timing
from dondoc.feedback.actions.catalogue import open_intake
from dondoc.feedback.actions.complaints import receive_complaint
from dondoc.feedback.actions.signals import receive_signal
from dondoc.meetings.actions.dialogue import hold_dialogue
from dondoc.meetings.actions.promise import keep_promise
from dondoc.meetings.actions.reception import refuse_visit
from dondoc.plans.actions.plan import approve_plan, issue_plan, submit_plan, upload_plan
from dondoc.plans.actions.regime import confirm_rule
from dondoc.plans.actions.task import accept_task
from dondoc.plans.models import Goal, Plan, TaskAgency
from dondoc.records.models import Attachment
from dondoc.records.worker import drain
from dondoc.reports.actions.uploading import keep_form
from dondoc.reports.queries.form import form_of
from dondoc.units.actions.group import choose_members
from dondoc.units.models import Agency, Membership
from makers import (
    make_agency,
    make_agency_succession,
    make_delegation,
    make_duty,
    make_group,
    make_member,
    make_obligations,
    make_plan,
)
from makers.disclosure import PNG as PHOTO
from makers.disclosure import make_collection, make_consultation, make_item, make_publication, photo
from makers.duties import make_difficulty
from makers.feedback import Ward, make_answered
from makers.feedback import make_report as make_feedback
from makers.meetings import make_dialogue, make_norms, make_promise, make_question, make_reception, make_visit
from makers.reports import fill_all, make_report
from makers.urging import make_rule

PHRASE = "Chuyện riêng"
AT = datetime(2026, 3, 9, 2, tzinfo=UTC)
DAY = date(2026, 11, 2)
THEN = datetime(2026, 11, 2, 2, tzinfo=UTC)

Addresses = dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Commune:
    """Its committee, who leads it, and the word of its people."""

    committee: Agency
    head: User
    officer: User
    word: str

    @property
    def text(self) -> str:
        """What is typed everywhere: one phrase to search by, then the word."""
        return f"{PHRASE} {self.word}"


def make_holdings(one: Commune) -> Addresses:
    """Addresses of what the commune holds, by name: each opens for its head."""
    make_member(one.head, one.committee, "committee")
    office = make_agency(one.committee.unit, "Phòng Kinh tế", kind="x-kinh-te")
    made = _work(one) | _report(one) | _urging(one, office) | _evaluation(one) | _plan(one)
    made |= _feedback(one, office) | _disclosure(one) | _meetings(one) | _desk(one) | _agencies(one)
    return made


def _work(one: Commune) -> Addresses:
    """A task of its own that is proved by a file, one that waits for an event, a difficulty, a rule of assignment."""
    unit, by = one.committee.unit, {"by": one.head, "at": AT}
    work, *_ = make_obligations(unit, [("lead", one.committee)], task=f"W{one.word}", title=one.text, plan_code="")
    assign(work, to=one.officer, **by)
    proof = Proof(title=one.text, upload=Upload(f"{one.text}.pdf", [b"%PDF-1.7 " + one.word.encode()]))
    settle(work, text=one.text, evidence=[proof], **by)
    file = Attachment.objects.get(object_code=Evidence.objects.get(agency=one.committee, title=one.text).code)
    waits = make_duty(
        unit,
        [("lead", one.committee)],
        task=f"E{one.word}",
        title=one.text,
        schedule={"kind": "event", "text": "Khi có"},
    )
    difficulty = make_difficulty(one.committee, to=_province(one), by=one.head)
    rule = add_rule(one.committee, words=one.text, position="Công chức văn hóa", **by)
    code, agency = [work.code], [one.committee.code]
    return {
        "obligation": code, "obligation-assign": code, "obligation-file": [work.code, file.code],
        "obligation-move": [work.code, "rut-lai"], "occasion-add": [waits.code],
        "difficulty": [difficulty.code], "difficulty-move": [difficulty.code, "rut"],
        "assignment-rules": agency, "assignment-apply": agency, "assignment-withdraw": [*agency, rule.code],
    }  # fmt: skip


def _report(one: Commune) -> Addresses:
    """A report that is being written, with a form that came in, and a regime of the commune alone."""
    report = make_report(one.committee, by=one.officer, key="2026-Q3", at=AT)
    fill_all(report, by=one.officer, at=AT, text=one.text)
    form = keep_form(report, chunks=[form_of(report, AT.date())], name=f"{one.text}.xlsx", by=one.officer, at=AT)
    spec = RuleSpec("year", Timing(), (Party("execute", agency=one.committee),))
    regime = open_standing(one.committee.unit, title=one.text, specs=[spec], by=one.head, at=AT, on=AT.date())
    code, file = [report.code], [report.code, form.code]
    return {
        "report-begin": [report.obligation.code], "report": code, "report-sheet": code, "report-upload": code,
        "report-trial": file, "report-faults": file, "report-approve": code,
        "report-step": [report.code, "rut-ve"],
        "regime": [regime.code], "regime-end": [regime.code], "rule-edit": [regime.code, 0],
    }  # fmt: skip


def _urging(one: Commune, office: Agency) -> Addresses:
    """A signed letter to the office that is late, and a letter in preparation."""
    rows = make_obligations(one.committee.unit, [("lead", office)], task=f"L{one.word}", title=one.text, plan_code="")
    late = Obligation.objects.filter(pk__in=[row.pk for row in rows if row.due_on < DAY]).select_related("duty")
    wanted: dict[str, Any] = {
        "obligations": late, "kind": "urge", "each": False, "answer_by": DAY + timedelta(days=9), "by": one.head
    }  # fmt: skip
    (sent,), (kept,) = (write_letters(one.committee, **wanted, at=THEN) for _ in range(2))
    copy = Upload(f"{one.text}.pdf", [b"%PDF-1.7 signed " + one.word.encode()])
    send_letter(sent, number="12/UBND", dated_on=DAY, signer=one.text, copy=copy, by=one.head, at=THEN)
    rule = make_rule(9, agency=one.committee)
    return {
        "urging-agency": [office.code], "letters-zip": [kept.batch], "letter": [kept.code], "letter-docx": [kept.code],
        "letter-withdraw": [kept.code], "letter-copy": [sent.code], "urging-rule-end": [rule.code],
    }  # fmt: skip


def _evaluation(one: Commune) -> Addresses:
    """Of the commune's own agencies, with an objection of its office."""
    row = compute(one.committee.unit, year=2026, by=one.head, at=THEN)
    announce(row, by=one.head, at=THEN)
    score = EvaluationScore.objects.select_related("agency").filter(evaluation=row).order_by("pk")[0]
    figure = next(line["figure"] for line in score.lines if float(line["weight"]))
    reason = {"figure": figure, "reason": one.text}
    objection = object_to(row, agency=score.agency, **reason, by=one.head, at=THEN)
    code, year = [row.code], [row.unit.code, 2026]
    return {
        "evaluation-rule": year, "evaluation-begin": year, "evaluation": code, "evaluation-docx": code,
        "evaluation-xlsx": code, "evaluation-reform": code, "evaluation-score": [row.code, score.agency.code],
        "objection-answer": [row.code, objection.code], "evaluation-move": [row.code, "khoa"],
    }  # fmt: skip


def make_issued(agency: Agency, *, text: str, by: User) -> Plan:
    """A plan of one task that was read through, signed and given out."""
    plan = make_plan(agency, by=by, content=_document(agency, text))
    for row in TaskAgency.objects.filter(task__plan=plan, group__kind="open").select_related("group"):
        assert row.group is not None
        choose_members(row.group, members=[agency], on=AT.date(), by=by, at=AT)
    for number in range(len(plan.regime_rules)):
        confirm_rule(plan, number=number, cycle="quarterly", due={"day": 15, "before": True}, by=by, at=AT)
    for task in plan.tasks.filter(is_accepted=False, is_left_out=False):
        accept_task(task, edition=task.edition, by=by, at=AT)
    submit_plan(plan, by=by, at=AT)
    approve_plan(plan, number="15", issued_on=AT.date(), signer=text, by=by, at=AT)
    issue_plan(plan, by=by, at=AT)
    drain()
    return plan


def _document(agency: Agency, text: str) -> bytes:
    from apps.plans.making import plan_docx

    return plan_docx((("1.1", text, agency.name, "", "Quý IV/2026"),), title=text)


def _plan(one: Commune) -> Addresses:
    """A draft, one that was issued, and what is to amend that: nobody outside reads them. Below a commune there is no
    plan."""
    plan = make_plan(one.committee, by=one.head, content=_document(one.committee, one.text))
    issued = make_issued(one.committee, text=f"{one.text} đã ban hành", by=one.head)
    amending, _is_new = upload_plan(
        one.committee, chunks=[_document(one.committee, f"{one.text} thêm việc")], name=f"{one.text}.docx", year=2026,
        amends=issued, amendment="supplement", by=one.head, at=AT,
    )  # fmt: skip
    drain()
    task = [plan.code, plan.tasks.order_by("order")[0].code]
    group = make_group(plan.unit, one.text, kind="open")
    goal = Goal.objects.create(plan=plan, kind="rank", text=one.text, normalised={})
    names = (
        "plan", "plan-xlsx", "plan-docx", "plan-above", "plan-file-replace", "plan-file", "plan-review",
        "plan-accept-certain", "plan-names", "plan-heading", "plan-goals", "task-add",
        "plan-submit", "plan-approve", "plan-issue", "plan-close",
    )  # fmt: skip
    after = ("plan-amend", "year-end", "year-end-docx", "next-plan")
    return {name: [plan.code] for name in names} | {name: [issued.code] for name in after} | {
        "plan-compare": [amending.code],
        "task": task, "task-edit": task, "task-merge": task, "task-revise": task, "group": [group.code],
        "goal-measure": [plan.code, goal.pk], "plan-rule": [plan.code, 0], "plan-group": [plan.code, group.code],
    }  # fmt: skip


def _feedback(one: Commune, office: Agency) -> Addresses:
    """What citizens of the commune wrote to it, in the registers too."""
    unit, by = one.committee.unit, {"by": one.head, "at": AT}
    inspectorate = make_agency(unit, f"Thanh tra {unit.name}", kind="t-thanh-tra")
    make_member(one.head, inspectorate, "inspector")
    intake = open_intake(unit, dispatcher=one.committee, inspectorate=inspectorate, by=None, at=AT)
    ward = Ward(unit, one.committee, office, inspectorate, intake)
    private = make_feedback(ward, text=f"{one.text} nhờ xử lý sớm.", is_private=True, photos=[PHOTO], at=AT)
    answered = make_answered(ward, text=f"{one.text} nhờ trả lời.", answer=f"{one.text} đã xong.", **by)
    signal, *_ = receive_signal(intake, subject="bribe", text=f"{one.text} phong bì.", sent_key=uuid4(), at=AT)
    case = receive_complaint(
        one.committee, received_on=AT.date(), subject="land", summary=one.text, name=one.text, **by
    )  # fmt: skip
    code = [private.code]
    return {
        "feedback-report": code, "feedback-private": code, "feedback-alike": code,
        "feedback-photo": [private.code, private.photos.get().code], "feedback-move": [private.code, "tiep-nhan"],
        "feedback-publish": [answered.code], "signal": [signal.code], "feedback-record": [unit.code],
        "feedback-setup-unit": [unit.code], "register-case": ["khieu-nai", case.code],
        "register-step": ["khieu-nai", case.code, "thu-ly"],
    }  # fmt: skip


def _disclosure(one: Commune) -> Addresses:
    """A publication that has not been opened, a consultation with its comments, a contribution."""
    by = {"by": one.head, "at": THEN}
    item = make_item(one.committee.unit, one.text)
    made: Publication = make_publication(item, one.committee, title=one.text, photos=[photo(f"{one.text}.png")], **by)
    posting = made.postings.order_by("pk")[0]
    file = Attachment.objects.filter(original_name=f"{one.text}.png")[0]
    asked = make_consultation(one.committee, by=one.head, at=timezone.now())
    collection = make_collection(one.committee, **by)
    owed = Obligation.objects.filter(duty__source_code=item.code).order_by("due_on")
    unit, code, place = [one.committee.unit.code], [made.code], [made.code, posting.code]
    names = ("disclosure-unit", "disclosure-adopt", "disclosure-item-add", "consultations", "collections")
    return dict.fromkeys(names, unit) | {
        "publish": [*unit, item.code], "disclosure-decision": [*unit, item.code], "disclosure-item": [item.code],
        "disclosure-owed": [owed[0].code], "disclosure-nothing": [owed[1].code],
        "disclosure-plan": [*unit, 2026], "disclosure-list": [*unit, 2026, 4],
        "consultation": [asked.code], "consultation-act": [asked.code, "tong-hop"],
        "collection": [collection.code], "collection-act": [collection.code, "ghi"],
        "publication": code, "publication-postings": code, "publication-correct": code, "publication-withdraw": code,
        "publication-open": code, "publication-use": [made.code, owed[1].code],
        "publication-file": [made.code, file.code],
        "posting-down": place, "posting-proof": place, "posting-link": place,
    }  # fmt: skip


def _meetings(one: Commune) -> Addresses:
    """A reception with a visit that was refused and one that was promised something, a dialogue with its minutes."""
    by = {"by": one.head, "at": THEN}
    make_norms(one.committee.unit)
    reception = make_reception(one.committee, on=DAY, **by)
    told, sent_away = (make_visit(reception, content=one.text, citizen=one.text, **by) for _ in range(2))
    refuse_visit(sent_away, ground="other", reason=one.text, **by)
    talk = make_dialogue(one.committee, on=DAY, **by)
    after = {"by": one.head, "at": THEN + timedelta(days=1)}
    hold_dialogue(talk, people=80, minutes="03/BB", files=[Upload(f"{one.text}.pdf", [b"%PDF-1.7 minutes"])], **after)
    owed = Obligation.objects.filter(held_by=one.committee, duty__source_kind="reception").order_by("due_on")
    made, kept = (
        make_promise(told, one.committee, **by),
        make_promise(make_question(talk, **after), one.committee, **after),
    )
    keep_promise(kept, text=one.text, files=[Upload(f"{one.text}.pdf", [b"%PDF-1.7 kept"])], **after)
    files = {row.object_code: row.code for row in Attachment.objects.filter(object_kind__in=["dialogue", "promise"])}
    unit = [one.committee.unit.code]
    return {
        "meetings-owed": [owed[0].code], "meetings-unit": unit, "meetings-adopt": unit, "reception-add": unit,
        "dialogue-add": unit, "event-add": unit, "reception": [reception.code], "reception-held": [reception.code],
        "reception-missed": [reception.code], "visit-add": [reception.code], "visit": [told.code],
        "visit-act": [told.code, "hua"], "refusal-document": [sent_away.code],
        "dialogue": [talk.code], "dialogue-act": [talk.code, "hoi"], "dialogue-file": [talk.code, files[talk.code]],
        "promise": [made.code], "promise-act": [made.code, "xong"], "promise-file": [kept.code, files[kept.code]],
    }  # fmt: skip


def _desk(one: Commune) -> Addresses:
    kept = save_filter(one.head, place="my-work", name=one.text, query="truc=2", by=one.head, at=AT)
    return {"filter-drop": [kept.code]}


def _agencies(one: Commune) -> Addresses:
    """Its agencies, their people and papers; an agency that two follow, with work that waits for a person."""
    unit = one.committee.unit
    old = make_agency(unit, f"Phòng Cũ {unit.name}", kind="x")
    make_obligations(unit, [("lead", old)], task=f"S{one.word}", title=one.text, plan_code="")
    for name in ("Phòng Một", "Phòng Hai"):
        make_agency_succession(old, make_agency(unit, f"{name} {unit.name}", kind="x"), by=one.head)
    role = Membership.objects.filter(user=one.head, agency=one.committee).order_by("pk")[0]
    days = {"starts_on": DAY, "ends_on": DAY + timedelta(days=9)}
    given = make_delegation(role, one.officer, **days, by=one.head)
    code, paper = [one.committee.code], [unit.code, "REPORT"]
    names = ("agency", "agency-edit", "agency-end", "agency-follow", "role-grant", "role-invite")
    return dict.fromkeys(names, code) | {
        "split": [old.code], "role-end": [role.code], "role-delegate": [role.code], "delegation-revoke": [given.code],
        "paper-templates": [unit.code], "paper-symbols": [unit.code], "paper-template": paper,
        "paper-template-drop": paper, "portal-opening": [unit.code],
    }  # fmt: skip


def _province(one: Commune) -> Agency:
    return Agency.objects.get(unit=one.committee.unit.parent, kind="ubnd")
