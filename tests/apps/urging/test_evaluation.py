"""The yearly evaluation from the record: measures, rule, objections, lock, files; who sees what."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from docx import Document
from openpyxl import load_workbook

from desk_province import Province, make_province
from dondoc.duties.actions.evaluation import announce, answer, compute, lock, object_to, set_rule
from dondoc.duties.actions.evidence import Proof
from dondoc.duties.actions.letters import send_letter, write_letters
from dondoc.duties.actions.obligation import confirm, excuse, return_, settle
from dondoc.duties.models import Evaluation, EvaluationScore, Obligation
from dondoc.duties.queries import evaluation as told
from dondoc.duties.queries import figures as _figures  # noqa: F401 - registers
from dondoc.figures import registry
from dondoc.figures.registry import Ask, Figure, Kind, Told, tell
from dondoc.toolkit.errors import BadInput
from makers import make_agency, make_member, make_user
from people import Cast, signed_in

EARLY = datetime(2026, 10, 20, 3, 0).astimezone()
PROOF = Proof(title="Biên bản", number="1/BB", dated_on=date(2026, 10, 19), product="Biên bản niêm yết")


@pytest.fixture
def province(cast: Cast, now: datetime) -> Province:
    """An Lạc settled in time and was confirmed, Hòa Bình is late; the head of An Lạc is Khang."""
    made = make_province(cast, now)
    one = made.owed_by(made.an_lac)
    settle(one, by=cast.lan, at=EARLY, evidence=[PROOF])
    confirm(one, by=cast.minh, at=EARLY)
    khang = make_user("khang.vd", full_name="Vũ Đình Khang")
    make_member(khang, made.an_lac, "head")
    return made


@pytest.fixture
def done(province: Province, cast: Cast, now: datetime) -> Evaluation:
    return compute(province.unit, year=2026, by=cast.chi, at=now)


def score(evaluation: Evaluation, agency: Any) -> EvaluationScore:
    return EvaluationScore.objects.get(evaluation=evaluation, agency=agency)


def told_of(province: Province, name: str) -> dict[str, tuple[int, int | None]]:
    units = frozenset({province.unit.pk, province.an_lac.unit_id, province.hoa_binh.unit_id})
    ask = Ask(units, date(2026, 1, 1), date(2026, 11, 9))
    names = {a.pk: a.name for a in (province.an_lac, province.hoa_binh, province.department)}
    return {names[t.agency_id or 0]: (t.numerator, t.denominator) for t in tell(name, ask)}


def test_what_the_engine_tells(province: Province, cast: Cast) -> None:
    assert told_of(province, "duties.on-time") == {
        "UBND xã An Lạc": (1, 1),
        "UBND xã Hòa Bình": (0, 1),
        "Sở Tư pháp": (0, 1),
    }
    assert told_of(province, "duties.complete")["UBND xã An Lạc"] == (1, 1)
    assert told_of(province, "duties.proved") == {"UBND xã An Lạc": (1, 1)}
    assert told_of(province, "duties.not-returned") == {"UBND xã An Lạc": (1, 1)}
    assert told_of(province, "duties.letters") == {}


@pytest.mark.parametrize("how", ["is_requested", "is_history", "excused", "waiting"])
def test_what_is_not_owed_in_earnest_is_in_no_figure(province: Province, cast: Cast, now: datetime, how: str) -> None:
    one = province.owed_by(province.hoa_binh)
    if how == "excused":
        excuse(one, by=cast.chi, at=now, reason="Không còn hộ nghèo.")
    elif how == "waiting":
        settle(one, by=cast.tung, at=now, evidence=[PROOF])
    else:
        Obligation.objects.filter(pk=one.pk).update(**{how: True})
    assert "UBND xã Hòa Bình" not in told_of(province, "duties.complete")


def test_a_return_counts_even_when_it_was_mended(province: Province, cast: Cast, now: datetime) -> None:
    one = province.owed_by(province.an_lac)
    return_(one, by=cast.minh, at=now, reason="Thiếu dấu.")
    settle(one, by=cast.lan, at=now, evidence=[PROOF])
    confirm(one, by=cast.minh, at=now)
    assert told_of(province, "duties.not-returned") == {"UBND xã An Lạc": (0, 1)}


def test_points_follow_from_the_record(done: Evaluation, province: Province) -> None:
    best, worst = score(done, province.an_lac), score(done, province.hoa_binh)
    assert (best.points, best.grade, best.place) == (Decimal(100), "Hoàn thành xuất sắc", 1)
    assert (worst.points, worst.grade, worst.place) == (Decimal(0), "Không hoàn thành", 2)


def test_each_line_names_its_source(done: Evaluation, province: Province) -> None:
    line = next(one for one in told.lines_of(score(done, province.an_lac)) if one.figure == "duties.on-time")
    assert (line.numerator, line.denominator, line.points) == (1, 1, Decimal(35))
    assert line.href.endswith(f"co-quan={province.an_lac.code}")


def test_who_had_nothing_due_is_not_graded(done: Evaluation) -> None:
    home = EvaluationScore.objects.get(evaluation=done, agency__kind="t-noi-vu")
    assert (home.points, home.place) == (None, None)
    assert "không xếp loại" in home.why


def test_who_is_only_asked_is_not_evaluated(province: Province, cast: Cast, now: datetime) -> None:
    front = make_agency(province.unit, "Ủy ban MTTQ tỉnh", kind="t-mttq", stance="requested")
    row = compute(province.unit, year=2026, by=cast.chi, at=now)
    assert not row.scores.filter(agency=front).exists()
    assert not row.scores.filter(agency=province.committee).exists()


@pytest.fixture
def other_figure() -> Iterator[str]:
    name = "test.answered"

    def answered(ask: Ask) -> list[Told]:
        return [Told(unit, Decimal(1), Decimal(2), "/phan-anh/") for unit in ask.units]

    registry.tells(Figure(name, "Phản ánh trả lời đúng hạn", Kind.SHARE, in_evaluation=True))(answered)
    yield name
    del registry._tellers[name]


def test_what_other_parts_tell_of_a_unit_counts_for_its_committee(
    other_figure: str, province: Province, cast: Cast, now: datetime
) -> None:
    row = compute(province.unit, year=2026, by=cast.chi, at=now)
    lines = {one.figure: one for one in told.lines_of(score(row, province.an_lac))}
    assert (lines[other_figure].weight, lines[other_figure].points) == (Decimal(5), Decimal("2.50"))
    department = {one.figure: one for one in told.lines_of(score(row, province.department))}
    assert department[other_figure].points is None


def test_a_letter_received_is_shown(province: Province, cast: Cast, now: datetime) -> None:
    rows = Obligation.objects.filter(owed_by=province.hoa_binh).select_related("duty")
    day = date(2026, 11, 20)
    at = now - timedelta(days=1)
    (letter,) = write_letters(
        province.committee, obligations=rows, kind="urge", each=False, answer_by=day, by=cast.chi, at=at
    )
    send_letter(letter, number="1/UBND", dated_on=at.date(), signer="", by=cast.chi, at=at)
    assert told_of(province, "duties.letters") == {"UBND xã Hòa Bình": (1, None)}


def test_a_new_version_of_the_rule_is_explained_in_the_run(
    done: Evaluation, province: Province, cast: Cast, now: datetime
) -> None:
    one = province.owed_by(province.hoa_binh)
    settle(one, by=cast.tung, at=now, evidence=[PROOF])
    confirm(one, by=cast.minh, at=now)
    compute(province.unit, year=2026, by=cast.chi, at=now + timedelta(days=1), reason="Bổ sung hồ sơ")
    run = done.runs.latest("pk")
    (change,) = run.changes
    assert (change["agency"], change["was"]) == ("UBND xã Hòa Bình", "0.00")
    assert Decimal(change["is"]) > 0
    assert {"label": "Việc đến hạn đã hoàn thành", "was": "0.00", "is": "25.00"} in change["lines"]


def test_weights_are_data_by_version(done: Evaluation, province: Province, cast: Cast, now: datetime) -> None:
    lines = [{"figure": "duties.complete", "weight": "1"}]
    rule = set_rule(
        province.unit,
        year=2026,
        lines=lines,
        grades=told.default_grades(),
        scale=Decimal(2),
        reason="Gọn",
        by=cast.chi,
        at=now,
    )
    again = compute(province.unit, year=2026, by=cast.chi, at=now)
    assert (rule.version, again.rule.version) == (2, 2)
    assert [line["figure"] for line in score(again, province.an_lac).lines] == ["duties.complete"]


@pytest.mark.parametrize(
    ("lines", "grades", "code"),
    [
        ([{"figure": "duties.complete", "weight": "0"}], None, "rule-weights"),
        ([{"figure": "duties.complete", "weight": "-1"}], None, "rule-weights"),
        ([{"figure": "nobody.tells", "weight": "1"}], None, "rule-figure"),
        ([{"figure": "duties.complete", "weight": "1"}], [{"name": "Tốt", "least": "50"}], "rule-grades"),
    ],
)
def test_a_rule_that_cannot_be_is_refused(
    province: Province, cast: Cast, now: datetime, lines: Any, grades: Any, code: str
) -> None:
    with pytest.raises(BadInput) as refused:
        set_rule(
            province.unit, year=2026, lines=lines, grades=grades or told.default_grades(), scale=Decimal(2), reason="",
            by=cast.chi, at=now,
        )  # fmt: skip
    assert refused.value.code == code


def objected(done: Evaluation, province: Province, cast: Cast, now: datetime) -> Any:
    announce(done, by=cast.chi, at=now)
    return object_to(
        done,
        agency=province.hoa_binh,
        figure="duties.on-time",
        reason="Đã nộp bản giấy ngày 02/11.",
        by=cast.tung,
        at=now,
    )


def test_an_objection_is_answered_and_sets_the_points(
    done: Evaluation, province: Province, cast: Cast, now: datetime
) -> None:
    row = objected(done, province, cast, now)
    with pytest.raises(BadInput) as refused:
        lock(done, number="1/TB", dated_on=now.date(), signer="", by=cast.chi, at=now)
    assert refused.value.code == "evaluation-objections"
    answer(row, text="Chấp nhận, có dấu công văn đến.", points=Decimal(20), by=cast.chi, at=now + timedelta(hours=1))
    line = next(one for one in told.lines_of(score(done, province.hoa_binh)) if one.figure == "duties.on-time")
    assert line.points == Decimal(20)
    assert "kiến nghị" in line.why
    assert score(done, province.hoa_binh).points == Decimal("33.33")  # 20 of the 60 that count for it
    lock(done, number="1/TB", dated_on=now.date(), signer="", by=cast.chi, at=now)
    with pytest.raises(BadInput) as refused:
        compute(province.unit, year=2026, by=cast.chi, at=now)
    assert refused.value.code == "evaluation-locked"


def test_points_beyond_the_weight_and_a_second_answer_are_refused(
    done: Evaluation, province: Province, cast: Cast, now: datetime
) -> None:
    row = objected(done, province, cast, now)
    with pytest.raises(BadInput) as refused:
        answer(row, text="Chấp nhận.", points=Decimal(36), by=cast.chi, at=now)
    assert refused.value.code == "answer-points"
    answer(row, text="Giữ nguyên: không có dấu đến.", points=None, by=cast.chi, at=now)
    with pytest.raises(BadInput) as refused:
        answer(row, text="Lần nữa.", points=None, by=cast.chi, at=now)
    assert refused.value.code == "objection-answered"


@pytest.fixture
def clock(now: datetime, monkeypatch: Any) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)


def client(login: str) -> Client:
    return signed_in(login)


@pytest.mark.usefixtures("clock")
def test_the_whole_way_on_pages(province: Province) -> None:
    chi = client("chi.pq")
    page = chi.get("/danh-gia/").content.decode()
    assert "Tính đánh giá năm 2026" in page
    address = chi.post(f"/danh-gia/tinh/{province.unit.code}/2026/").url
    assert client("khang.vd").get(address).status_code == 404
    assert "UBND xã An Lạc" in chi.get(address).content.decode()
    chi.post(f"{address}lay-y-kien/")
    khang, mine = client("khang.vd"), f"{address}co-quan/{province.an_lac.code}/"
    assert "UBND xã Hòa Bình" not in khang.get(address).content.decode()
    assert khang.get(f"{address}co-quan/{province.hoa_binh.code}/").status_code == 404
    assert khang.get(f"{address[:-1]}.xlsx").status_code == 404
    assert "xem nguồn" in khang.get(mine).content.decode()
    assert khang.post(mine, {"figure": "duties.proved", "reason": " "}).status_code == 422
    assert khang.post(mine, {"figure": "duties.proved", "reason": "Thiếu một tệp."}).status_code == 302
    code = Evaluation.objects.get().objections.get().code
    assert khang.post(f"{address}kien-nghi/{code}/", {"text": "Tự duyệt"}).status_code == 404
    refused = chi.post(f"{address}kien-nghi/{code}/", {"text": "Giữ", "points": "99"})
    assert refused.status_code == 422
    assert "Điểm của dòng này từ 0 đến 10" in refused.content.decode()
    assert chi.post(f"{address}kien-nghi/{code}/", {"text": "Giữ nguyên."}).status_code == 302
    sent = {"number": "15/TB-UBND", "dated_on": "2026-11-10", "signer": "Phạm Quỳnh Chi"}
    assert chi.post(f"{address}khoa/", sent).status_code == 302
    assert "15/TB-UBND" in khang.get(address).content.decode()
    assert "UBND xã Hòa Bình" in khang.get(address).content.decode()
    assert client("tung.ds").get(address).status_code == 200


@pytest.mark.usefixtures("clock")
def test_who_is_evaluated_reads_the_rule_and_cannot_change_it(done: Evaluation, province: Province, cast: Cast) -> None:
    announce(done, by=cast.chi, at=done.computed_at)
    khang, address = client("khang.vd"), f"/danh-gia/quy-tac/{province.unit.code}/2026/"
    assert "Việc hoàn thành đúng hạn" in khang.get(address).content.decode()
    assert khang.post(address, {"reason": "x"}).status_code == 404


@pytest.mark.usefixtures("clock")
def test_a_new_version_by_the_page(done: Evaluation, province: Province) -> None:
    chi, address = client("chi.pq"), f"/danh-gia/quy-tac/{province.unit.code}/2026/"
    fields = {f"w{number}": "1" for number in range(20)} | {f"g{number}": "0" for number in range(4)}
    assert chi.post(address, {**fields, "scale": "2,5", "reason": "Đều nhau"}).status_code == 302
    assert "Phiên bản 2" in chi.get(address).content.decode()
    assert chi.post(address, {**dict.fromkeys(fields, "0"), "scale": "2", "reason": "x"}).status_code == 422


@pytest.mark.usefixtures("clock")
def test_files_of_the_result(done: Evaluation, province: Province) -> None:
    chi, address = client("chi.pq"), f"/danh-gia/{done.code}"
    document = Document(BytesIO(chi.get(f"{address}.docx").content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "UBND xã An Lạc" in cells
    assert "Hoàn thành xuất sắc" in cells
    rows = list(load_workbook(BytesIO(chi.get(f"{address}.xlsx").content)).active.iter_rows(values_only=True))
    points = [row[11] for row in rows[1:] if row[4] == "UBND xã An Lạc" and row[11] is not None]
    assert sum(points) == 80  # of the 80 that count for it: no target was asked
    reform = list(load_workbook(BytesIO(chi.get(f"{address}/cchc.xlsx").content)).active.iter_rows(values_only=True))
    an_lac = next(row for row in reform if row[1] == "UBND xã An Lạc")
    assert an_lac[2:] == (1, 1, 1, 100, 100, 2, 2)
