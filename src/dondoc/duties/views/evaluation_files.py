"""The result as .docx and .xlsx, and the table for the administrative-reform index."""

from decimal import Decimal

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from dondoc.duties import access
from dondoc.duties.adapters import evaluations as papers
from dondoc.duties.adapters.letters import Sender
from dondoc.duties.models import Evaluation, EvaluationScore, Objection
from dondoc.duties.queries import evaluation as told
from dondoc.duties.rules.evaluating import rounded
from dondoc.records.serving import download
from dondoc.units.access import Scope, scope_for
from dondoc.units.models import Agency
from dondoc.units.queries.papers import letterhead_of, written
from dondoc.units.rules.kinds import COMMITTEE
from dondoc.web.doors import door
from dondoc.web.found import found
from dondoc.web.papers import WORD
from dondoc.web.requests import Request
from dondoc.web.sheets import MEDIA_TYPE, write_sheet


@door("GET")
def evaluation_docx(request: Request, code: str) -> HttpResponse:
    """The notice of the result, by who evaluates and once it is locked by everybody evaluated."""
    _scope, row, scores = _whole(request, code)
    issuer = found(Agency.objects.filter(unit=row.unit, kind=COMMITTEE, valid_to=None).select_related("unit"))
    head = letterhead_of(issuer)
    sender = Sender(head.superior, head.issuer, head.symbol, head.place, head.head_post, head.collective)
    facts = papers.Facts(row.year, row.as_of, row.number, row.dated_on, row.signer)
    rule = papers.Rule(
        row.rule.version,
        [(line.label, line.weight) for line in told.line_rules(row.rule)],
        [(grade.name, grade.least) for grade in told.grades_of(row.rule)],
    )
    groups = [
        papers.Group(name, [_result(one) for one in scores if one.block == key]) for key, name in told.BLOCKS.items()
    ]
    paper = papers.notice_of_results(sender, facts, [one for one in groups if one.results], rule, _answered(row))
    return download(written(issuer, paper), WORD, f"danh-gia-{row.year}.docx")


@door("GET")
def evaluation_xlsx(request: Request, code: str) -> HttpResponse:
    """Each agency with each line: what was counted, the points, the source."""
    _scope, row, scores = _whole(request, code)
    heads = (
        "Năm", "Khối", "Thứ hạng", "Mã cơ quan", "Cơ quan", "Tổng điểm", "Mức", "Dòng", "Trọng số", "Tử số", "Mẫu số",
        "Điểm", "Ghi chú", "Nguồn",
    )  # fmt: skip
    cells = (
        (row.year, told.BLOCKS[one.block], one.place, one.agency.code, one.agency.name, one.points,
         one.grade or one.why, line.label, line.weight, line.numerator, line.denominator, line.points, line.why,
         line.href)
        for one in scores
        for line in told.lines_of(one)
    )  # fmt: skip
    return download(write_sheet("Đánh giá", heads, cells), MEDIA_TYPE, f"danh-gia-{row.year}.xlsx")


@door("GET")
def evaluation_reform(request: Request, code: str) -> HttpResponse:
    """What the administrative-reform index takes: due, on time, done, the points on its own scale."""
    _scope, row, scores = _whole(request, code)
    heads = (
        "Mã cơ quan", "Cơ quan", "Việc đến hạn", "Đã hoàn thành", "Đúng hạn", "Tỷ lệ đúng hạn (%)", "Điểm đánh giá",
        "Điểm tối đa", "Điểm Chỉ số cải cách hành chính",
    )  # fmt: skip
    cells = (_reform(one, row.rule.scale) for one in scores)
    return download(write_sheet("Chỉ số CCHC", heads, cells), MEDIA_TYPE, f"cai-cach-hanh-chinh-{row.year}.xlsx")


def _reform(one: EvaluationScore, scale: Decimal) -> tuple[object, ...]:
    lines = {line.figure: line for line in told.lines_of(one)}
    complete, on_time = lines.get("duties.complete"), lines.get("duties.on-time")
    share = on_time.share if on_time else None
    return (
        one.agency.code, one.agency.name, complete and complete.denominator, complete and complete.numerator,
        on_time and on_time.numerator, rounded(share) if share is not None else None, one.points, scale,
        rounded(one.points * scale / 100) if one.points is not None else _("không đánh giá"),
    )  # fmt: skip


def _whole(request: Request, code: str) -> tuple[Scope, Evaluation, list[EvaluationScore]]:
    """Files hold every agency: not for those evaluated while it is not locked."""
    scope = scope_for(request)
    row = access.get_evaluation_for(scope, code)
    if not (access.may_evaluate(scope, row) or row.state == Evaluation.State.LOCKED):
        raise Http404
    return scope, row, told.scores_of(row)


def _result(one: EvaluationScore) -> papers.Result:
    counted = [line.points for line in told.lines_of(one) if line.weight]
    return papers.Result(one.place, one.agency.name, one.points, one.grade or one.why, counted)


def _answered(row: Evaluation) -> list[papers.Answered]:
    labels = {line.figure: line.label for line in told.line_rules(row.rule)}
    rows = Objection.objects.filter(evaluation=row, answered_at__isnull=False).select_related("agency").order_by("pk")
    return [papers.Answered(one.agency.name, labels.get(one.figure, ""), one.reason, one.answer) for one in rows]
