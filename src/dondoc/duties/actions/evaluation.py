"""The yearly evaluation: rule, computation, announcement, objections and answers, lock."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from dondoc.accounts.models import User
from dondoc.duties.models import Evaluation, EvaluationRule, EvaluationRun, EvaluationScore, Objection
from dondoc.duties.queries import evaluation as told
from dondoc.duties.rules.evaluating import Outcome, evaluate, rounded
from dondoc.duties.rules.evaluation_defaults import BASE
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import AdministrativeUnit, Agency

KIND = "evaluation"


def set_rule(
    unit: AdministrativeUnit,
    *,
    year: int,
    lines: Sequence[Mapping[str, Any]],
    grades: Sequence[Mapping[str, Any]],
    scale: Decimal,
    reason: str,
    by: User | None,
    at: datetime,
) -> EvaluationRule:
    """A new version of the rule of a unit and year. Refuses weights below zero or none at all, a figure that nobody
    tells, grades that leave somebody without one, and any change once the year is locked."""
    _check(lines, grades)
    with transaction.atomic():
        if Evaluation.objects.filter(unit=unit, year=year, state=Evaluation.State.LOCKED).exists():
            raise BadInput("evaluation-locked", "Đánh giá năm này đã khóa: quy tắc không đổi được nữa.")
        last = told.rule_of(unit, year)
        rule = EvaluationRule.objects.create(
            unit=unit, year=year, version=last.version + 1 if last else 1, lines=[dict(line) for line in lines],
            grades=[dict(grade) for grade in grades], scale=scale, reason=reason.strip()[:300], made_by=by, made_at=at,
        )  # fmt: skip
        after = {"year": year, "version": rule.version, "lines": rule.lines, "grades": rule.grades, "reason": reason}
        audit.record("set_evaluation_rule", ("unit", unit.code), by=by, at=at, after=after)
    return rule


def compute(unit: AdministrativeUnit, *, year: int, by: User | None, at: datetime, reason: str = "") -> Evaluation:
    """Compute from the record as it stands now, with the newest version of the rule (ours, where the unit has none).
    Run again, it says what changed for whom. What answers to objections set stays set. Refuses a year that has not
    begun, and one that is locked."""
    today = timezone.localtime(at).date()
    starts_on, ends_on = date(year, 1, 1), min(date(year, 12, 31), today - timedelta(days=1))
    if starts_on > ends_on:
        raise BadInput("evaluation-early", "Năm {year} chưa có việc nào đến hạn để đánh giá: chọn năm khác.", year=year)
    with transaction.atomic():
        rule = told.rule_of(unit, year) or set_rule(
            unit, year=year, lines=told.default_lines(), grades=told.default_grades(), scale=Decimal(2),
            reason="Quy tắc ban đầu của hệ thống", by=by, at=at,
        )  # fmt: skip
        row, _is_new = Evaluation.objects.get_or_create(
            unit=unit,
            year=year,
            defaults={"code": new_code(), "rule": rule, "as_of": ends_on, "computed_at": at},
        )
        values = {"rule": rule, "as_of": ends_on, "computed_at": at}
        if not Evaluation.objects.filter(pk=row.pk).exclude(state=Evaluation.State.LOCKED).update(**values):
            raise BadInput("evaluation-locked", "Đánh giá năm này đã khóa: không tính lại được nữa.")
        changes = _write(row, _outcomes(row, rule, starts_on, ends_on))
        EvaluationRun.objects.create(
            evaluation=row, at=at, by=by, version=rule.version, reason=reason.strip()[:300], changes=changes
        )
        after = {"year": year, "version": rule.version, "changed": len(changes), "reason": reason}
        audit.record("compute_evaluation", (KIND, row.code), by=by, at=at, after=after)
    row.refresh_from_db()
    return row


def announce(evaluation: Evaluation, *, by: User, at: datetime) -> None:
    """Shown to those evaluated, whose heads may object from now on."""
    with transaction.atomic():
        _move(evaluation, Evaluation.State.DRAFT, state=Evaluation.State.ANNOUNCED)
        audit.record("announce_evaluation", (KIND, evaluation.code), by=by, at=at)


def lock(evaluation: Evaluation, *, number: str, dated_on: date, signer: str, by: User, at: datetime) -> None:
    """Confirmed: nothing changes any more. Refuses while an objection waits for its answer."""
    with transaction.atomic():
        if Objection.objects.filter(evaluation=evaluation, answered_at=None).exists():
            raise BadInput("evaluation-objections", "Còn kiến nghị chưa trả lời: trả lời hết rồi mới khóa đánh giá.")
        values = {
            "number": " ".join(number.split())[:60],
            "dated_on": dated_on,
            "signer": " ".join(signer.split())[:120],
        }
        _move(evaluation, Evaluation.State.ANNOUNCED, state=Evaluation.State.LOCKED, locked_at=at, **values)
        audit.record("lock_evaluation", (KIND, evaluation.code), by=by, at=at, after={"number": number})


def object_to(evaluation: Evaluation, *, agency: Agency, figure: str, reason: str, by: User, at: datetime) -> Objection:
    """The head objects to a line. Refuses without a reason, to a line that does not count, while the same waits for an
    answer, and when the evaluation is not open for it."""
    reason = reason.strip()
    if not reason:
        raise BadInput("objection-reason", "Ghi lý do kiến nghị: dòng nào sai, vì sao, căn cứ ở đâu.")
    with transaction.atomic():
        if not Evaluation.objects.filter(pk=evaluation.pk, state=Evaluation.State.ANNOUNCED).exists():
            raise BadInput("objection-closed", "Đánh giá này không ở bước lấy ý kiến nên không nhận kiến nghị.")
        score = EvaluationScore.objects.filter(evaluation=evaluation, agency=agency).first()
        if score is None or not any(line["figure"] == figure for line in score.lines if Decimal(line["weight"])):
            raise BadInput("objection-line", "Chọn một dòng có tính điểm của cơ quan để kiến nghị.")
        if Objection.objects.filter(evaluation=evaluation, agency=agency, figure=figure, answered_at=None).exists():
            raise BadInput("objection-waits", "Dòng này đã có kiến nghị đang chờ trả lời.")
        row = Objection.objects.create(
            code=new_code(),
            evaluation=evaluation,
            agency=agency,
            figure=figure,
            reason=reason,
            raised_by=by,
            raised_at=at,
        )
        after = {"agency": agency.code, "figure": figure, "reason": reason}
        audit.record("object_to_evaluation", (KIND, evaluation.code), by=by, at=at, after=after)
    return row


def answer(objection: Objection, *, text: str, points: Decimal | None, by: User, at: datetime) -> None:
    """Answer with a reason; with `points` the line is set to them and all is computed anew. Refuses an empty answer,
    points beyond the weight of the line, and an objection that was answered."""
    text, evaluation = text.strip(), objection.evaluation
    if not text:
        raise BadInput("answer-empty", "Ghi nội dung trả lời: giữ nguyên hay điều chỉnh, vì sao.")
    score = EvaluationScore.objects.get(evaluation=evaluation, agency=objection.agency)
    weight = next((Decimal(line["weight"]) for line in score.lines if line["figure"] == objection.figure), Decimal(0))
    if points is not None and not 0 <= points <= weight:
        raise BadInput(
            "answer-points", "Điểm của dòng này từ 0 đến {most:f}: nhập lại số điểm.", most=weight.normalize()
        )
    with transaction.atomic():
        waits = Objection.objects.filter(pk=objection.pk, answered_at=None)
        if not waits.update(answer=text, points=points, answered_by=by, answered_at=at):
            raise BadInput("objection-answered", "Kiến nghị này đã được trả lời: tải lại trang để xem.")
        told_ = {"objection": objection.code, "points": str(points) if points is not None else "", "text": text}
        audit.record("answer_objection", (KIND, evaluation.code), by=by, at=at, after=told_)
        if points is not None:
            compute(evaluation.unit, year=evaluation.year, by=by, at=at, reason=f"Giải quyết kiến nghị: {text}")


def _check(lines: Sequence[Mapping[str, Any]], grades: Sequence[Mapping[str, Any]]) -> None:
    known = {figure.name for figure in told.offered()}
    weights = [Decimal(str(line["weight"])) for line in lines]
    if any(line["figure"] not in known for line in lines):
        raise BadInput("rule-figure", "Có dòng không còn phần nào cung cấp số liệu: bỏ dòng đó.")
    if any(weight < 0 or weight != rounded(weight) for weight in weights) or not sum(weights):
        raise BadInput("rule-weights", "Trọng số từ 0 trở lên, nhiều nhất hai số lẻ, ít nhất một dòng lớn hơn 0.")
    if not any(Decimal(str(grade["least"])) == 0 for grade in grades):
        raise BadInput("rule-grades", "Mức thấp nhất phải bắt đầu từ 0 điểm để mọi cơ quan đều có mức: sửa lại.")


def _outcomes(row: Evaluation, rule: EvaluationRule, starts_on: date, ends_on: date) -> dict[int, tuple[str, Outcome]]:
    agencies, rules = told.evaluated(row.unit, ends_on), told.line_rules(rule)
    measures = told.measures_of(rules, agencies, starts_on=starts_on, ends_on=ends_on)
    found: dict[int, tuple[str, Outcome]] = {}
    for block in told.BLOCKS:
        mine = {pk: measures[pk] for pk, (_agency, theirs) in agencies.items() if theirs == block}
        done = evaluate(rules, mine, told.grades_of(rule), base=BASE, given=told.set_points(row))
        found.update({one.key: (block, one) for one in done})
    return found


def _write(row: Evaluation, outcomes: Mapping[int, tuple[str, Outcome]]) -> list[dict[str, Any]]:
    """Replace the scores; what changed for whom since the computation before (the first changes nothing)."""
    before = {score.agency_id: score for score in row.scores.select_related("agency")}
    row.scores.all().delete()
    made = EvaluationScore.objects.bulk_create(
        EvaluationScore(
            evaluation=row, agency_id=pk, block=block, lines=[told.as_json(line) for line in one.lines],
            points=one.points, grade=one.grade, place=one.place, why=one.why,
        )
        for pk, (block, one) in outcomes.items()
    )  # fmt: skip
    return [change for score in made if (old := before.get(score.agency_id)) and (change := _change(old, score))]


def _change(old: EvaluationScore, new: EvaluationScore) -> dict[str, Any] | None:
    if old.points == new.points and old.grade == new.grade:
        return None
    was = {line["figure"]: line for line in old.lines}
    lines = [
        {"label": line["label"], "was": was.get(line["figure"], {}).get("points"), "is": line["points"]}
        for line in new.lines
        if was.get(line["figure"], {}).get("points") != line["points"]
    ]
    points = [str(one) if one is not None else None for one in (old.points, new.points)]
    return {"agency": old.agency.name, "was": points[0], "is": points[1], "lines": lines}


def _move(evaluation: Evaluation, old: str, **values: Any) -> None:
    if not Evaluation.objects.filter(pk=evaluation.pk, state=old).update(**values):
        raise BadInput("evaluation-moved", "Đánh giá này đã sang bước khác: tải lại trang để xem.")
    for name, value in values.items():
        setattr(evaluation, name, value)
