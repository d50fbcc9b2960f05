"""A report is begun, and opens filled: with what was settled, with what other parts tell, with the work still owed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.duties.models import EvidenceUse, Figure, Obligation, Period
from dondoc.duties.rules.aims import asked_of
from dondoc.duties.rules.judging import Kind
from dondoc.duties.rules.reporting import titled
from dondoc.duties.rules.states import SETTLED, State
from dondoc.figures.registry import Ask, tell_all, total_of
from dondoc.figures.registry import Figure as RegisteredFigure
from dondoc.figures.registry import Kind as ToldKind
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.reports.models import Answer, PassageKind, Report, ReportFigure, ReportPassage, ReportRow
from dondoc.reports.queries.work import work_of
from dondoc.reports.rules.states import ARRIVED, EDITABLE, ReportState
from dondoc.toolkit.errors import BadInput

KIND = "report"
FORM = 1
TOLD = frozenset({*SETTLED, State.AWAITING})
ADDED = frozenset(ToldKind) - {ToldKind.SCORE}


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure that another part tells, as it stands now."""

    figure: RegisteredFigure
    numerator: Decimal
    denominator: Decimal | None
    href: str


def open_report(obligation: Obligation, *, by: User | None, at: datetime) -> Report:
    """The report that an obligation asks for: made and filled on the first call, the same afterwards. Refuses an
    obligation that is no report, or whose period stands no more."""
    held = Report.objects.filter(obligation=obligation).first()
    if held is not None:
        return held
    period = _period_of(obligation)
    with transaction.atomic():
        report, is_new = Report.objects.get_or_create(
            obligation=obligation,
            defaults={
                "code": new_code(),
                "period": period,
                "agency": obligation.held_by,
                "receiver_id": period.rule.receiver_id,
                "title": _titled(period),
                "form": FORM,
                "created_by": by,
                "created_at": at,
            },
        )
        if is_new:
            fill_report(report)
            after = {"obligation": obligation.code, "period": period.key}
            audit.record("open_report", (KIND, report.code), by=by, at=at, after=after)
    return report


def fill_report(report: Report) -> int:
    """Bring a draft up to what stands now: new work gets its row, what was settled elsewhere is taken over, what other
    parts tell is asked anew, an older form gets what the new one has; empty rows of what was let off go. What was typed
    is never touched; how many rows were added, taken over or gone. A report under way is left alone."""
    period = follow_period(report)
    if ReportState(report.state) not in EDITABLE:
        return 0
    work = work_of(period, report.obligation.held_by)
    rows = {row.obligation_id: row for row in report.rows.select_related("obligation")}
    gone = _drop_let_off(report, rows.values())
    added = [one for one in work if one.pk not in rows]
    bare = {pk for pk, row in rows.items() if not (row.answer or row.text or row.is_kept)} | {one.pk for one in added}
    settled = [one for one in work if one.pk in bare and State(one.state) in TOLD]
    told = _told_anew(report, period)
    missing = _missing_passages(report, work)
    if not (added or settled or told or missing or report.form != FORM):
        return gone  # a look at the page writes nothing
    with transaction.atomic():
        start = max((row.position for row in rows.values()), default=0)
        made = [ReportRow(report=report, obligation=one, position=start + n) for n, one in enumerate(added, 1)]
        ReportRow.objects.bulk_create(made, ignore_conflicts=True)
        taken = _take_over(report, settled)
        _keep_figures(report, told)
        _suggest(report, told)
        ReportPassage.objects.bulk_create(missing, ignore_conflicts=True)
        if report.form != FORM:
            Report.objects.filter(pk=report.pk).update(form=FORM)
            report.form = FORM
    return len(made) + taken + gone


def _drop_let_off(report: Report, rows: Iterable[ReportRow]) -> int:
    """What an amending document took away while the report was written asks for no word any more."""
    said = [row.pk for row in rows if row.answer or row.text or row.figures or row.is_kept]
    let_off = [row.pk for row in rows if row.pk not in said and row.obligation.state == State.EXEMPT.value]
    found = list(report.rows.filter(pk__in=let_off, proofs=None).values_list("pk", flat=True)) if let_off else []
    if found:
        report.rows.filter(pk__in=found).delete()
    return len(found)


def _take_over(report: Report, work: Iterable[Obligation]) -> int:
    """Rows of what was settled by its own page stand as settled; nobody types them again."""
    settled = {one.pk: one for one in work}
    rows = list(report.rows.filter(obligation__in=settled, answer="", text="", is_kept=False)) if settled else []
    if not rows:
        return 0
    figures = _figures_by_obligation(settled)
    uses = EvidenceUse.objects.filter(obligation__in=settled, removed_at=None).values_list(
        "obligation_id", "evidence_id"
    )
    proofs: dict[int, list[int]] = {}
    for obligation_id, evidence_id in uses:
        proofs.setdefault(obligation_id, []).append(evidence_id)
    for row in rows:
        one = settled[row.obligation_id]
        is_nothing = State(one.state) is State.NOTHING_AROSE
        row.answer = Answer.NOTHING if is_nothing else Answer.DONE
        row.text, row.reason, row.is_claimed, row.is_kept = one.note, one.reason, one.is_claimed, True
        row.figures = figures.get(one.pk, {})
    ReportRow.objects.bulk_update(rows, ["answer", "text", "reason", "is_claimed", "is_kept", "figures"])
    through = ReportRow.proofs.through
    links = [through(reportrow_id=r.pk, evidence_id=pk) for r in rows for pk in proofs.get(r.obligation_id, ())]
    through.objects.bulk_create(links, ignore_conflicts=True)
    return len(rows)


def _figures_by_obligation(settled: Iterable[int]) -> dict[int, dict[str, dict[str, str]]]:
    found: dict[int, dict[str, dict[str, str]]] = {}
    for one in Figure.objects.filter(obligation__in=list(settled)):
        below = "" if one.denominator is None else written(one.denominator)
        found.setdefault(one.obligation_id, {})[str(one.target_part)] = {"n": written(one.numerator), "d": below}
    return found


def _told_anew(report: Report, period: Period) -> list[_Told]:
    """What other parts of the system tell of the unit in the stretch of the figures, where it is not what stands."""
    ask = Ask(frozenset({report.agency.unit_id}), period.data_from, period.closes_on)
    stands = {one.name: (one.numerator, one.denominator, one.href) for one in report.told.all()}
    found = []
    for figure, told in tell_all(ask, ADDED):
        own = [one for one in told if one.agency_id in (None, report.agency_id)]
        if not own:
            continue
        numerator, denominator = total_of(figure, own)
        one = _Told(figure, numerator, denominator, own[0].href[:300])
        if stands.get(figure.name[:80]) != (one.numerator, one.denominator, one.href):
            found.append(one)
    return found


def _keep_figures(report: Report, told: list[_Told]) -> None:
    ReportFigure.objects.bulk_create(
        (
            ReportFigure(
                report=report, name=one.figure.name[:80], label=one.figure.label[:200], kind=one.figure.kind.value,
                numerator=one.numerator, denominator=one.denominator, href=one.href,
            )
            for one in told
        ),
        update_conflicts=True,
        unique_fields=["report", "name"],
        update_fields=["label", "kind", "numerator", "denominator", "href"],
    )  # fmt: skip


def _suggest(report: Report, told: list[_Told]) -> None:
    """A share that another part tells of the same component stands in the empty field of the row that asks for it."""
    shares = [one for one in told if one.figure.kind is ToldKind.SHARE and one.figure.components and one.denominator]
    if not shares:
        return
    changed = []
    for row in report.rows.filter(figures={}, is_kept=False).select_related("obligation__duty"):
        for one in shares:
            asked = [part for part in asked_of(row.obligation.duty.targets) if part.kind is Kind.SHARE]
            if row.obligation.component in one.figure.components and asked:
                pair = {"n": written(one.numerator), "d": written(one.denominator), "from": one.figure.label}
                row.figures = {str(asked[0].part): pair}
                changed.append(row)
                break
    ReportRow.objects.bulk_update(changed, ["figures"])


def _missing_passages(report: Report, work: Iterable[Obligation]) -> list[ReportPassage]:
    sections = sorted({one.section for one in work if one.section})
    wanted = [(PassageKind.GENERAL, 0), *((PassageKind.DIMENSION, section) for section in sections)]
    wanted += [(kind, 0) for kind in (PassageKind.DIFFICULTY, PassageKind.PROPOSAL, PassageKind.NEXT)]
    held = set(report.passages.values_list("kind", "section"))
    return [
        ReportPassage(report=report, kind=kind, section=section)
        for kind, section in wanted
        if (str(kind), section) not in held
    ]


def follow_period(report: Report) -> Period:
    """The period of the report. Where the plan that asks for it was replaced, what has not been sent goes on under the
    rule of the new plan, to whom that names; a title that the head has signed stays as it was signed. What was sent
    stays where it arrived."""
    period = report.period
    asked = (report.obligation.duty.source_code, report.obligation.occurrence)
    if ReportState(report.state) in ARRIVED or asked == (period.rule.code, period.key):
        return period
    period = _period_of(report.obligation)
    if period.pk != report.period_id:
        is_signed = ReportState(report.state) is ReportState.APPROVED
        title = report.title if is_signed else _titled(period)
        moved = {"period": period, "receiver_id": period.rule.receiver_id, "title": title}
        Report.objects.filter(pk=report.pk, state=report.state).update(**moved)
        report.refresh_from_db(fields=["period", "receiver", "title"])
    return period


def _titled(period: Period) -> str:
    return f"{_named(period)} {_inside(period.label)}"[:400]


def _period_of(obligation: Obligation) -> Period:
    found = Period.objects.filter(rule__code=obligation.duty.source_code, key=obligation.occurrence)
    period = found.select_related("rule__regime").first() if obligation.duty.source_kind == KIND else None
    if period is None:
        raise BadInput("report-unowed", "Việc này không phải một kỳ báo cáo: mở từ danh sách báo cáo cần gửi.")
    return period


def _named(period: Period) -> str:
    title = period.rule.regime.title
    return f"Báo cáo kết quả thực hiện {titled(title)}," if title else "Báo cáo kết quả thực hiện"


def _inside(label: str) -> str:
    """ "Quý II/2026" inside a sentence."""
    return label[:1].lower() + label[1:]


def written(number: Any) -> str:
    """A figure as people write it, without zeros behind the comma."""
    return f"{number.normalize():f}".replace(".", ",")
