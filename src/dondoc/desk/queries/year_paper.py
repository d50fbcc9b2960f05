"""The report of a plan at the end of its year, as an official document."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from django.utils.translation import gettext as _

from dondoc.desk.queries.year_end import ComponentEnd, YearEnd
from dondoc.desk.rules.year_end import Ending
from dondoc.plans.queries.goals import SaidGoal
from dondoc.scores.queries.profile import ProfileLine
from dondoc.units.queries.papers import letterhead_of
from dondoc.web.formats import day, number, share
from dondoc.web.papers import Band, Block, Bullets, Cell, Column, Heading, Kind, Paper, Paragraph, Signature, Table

COLUMNS = (
    Column("Nội dung thành phần", 3.2),
    Column("Nhiệm vụ", 1, "right", is_summed=True),
    Column("Hoàn thành", 1, "right", is_summed=True),
    Column("Việc quá hạn", 1, "right", is_summed=True),
    Column("Điểm", 1, "right"),
    Column("So năm trước", 1.1, "right"),
)


def year_paper(of: YearEnd, *, today: date) -> Paper:
    """Báo cáo tổng kết: for the head to look over, number and sign."""
    head = letterhead_of(of.plan.agency)
    return Paper(
        kind=Kind.REPORT,
        superior=head.superior,
        issuer=head.issuer,
        symbol=head.symbol,
        place=head.place,
        drafted_on=today,
        summary=_("Tổng kết thực hiện Kế hoạch nâng cao Chỉ số PAPI năm %(year)s") % {"year": of.plan.year},
        blocks=[*_whole(of, today), *_by_dimension(of), *_undone(of), *_ahead(of)],
        signature=Signature(head.head_post, collective=head.collective),
        recipients=[f"{head.superior} (để báo cáo)"] * bool(head.superior) + [_("Các cơ quan thực hiện kế hoạch")],
    )


def _whole(of: YearEnd, today: date) -> list[Block]:
    c = of.total
    told = _(
        "Kế hoạch có %(tasks)s nhiệm vụ. Đến ngày %(day)s: %(done)s nhiệm vụ hoàn thành, %(part)s hoàn thành một phần, "
        "%(none)s chưa hoàn thành, %(ahead)s chưa đến hạn."
    ) % {
        "tasks": number(len(of.tasks)), "day": day(today), "done": number(of.ended(Ending.DONE)),
        "part": number(of.ended(Ending.PART)), "none": number(of.ended(Ending.NOT_DONE)),
        "ahead": number(of.ended(Ending.NOT_ASKED)),
    }  # fmt: skip
    work = _(
        "Trong %(asked)s việc đã giao đến các cơ quan, %(settled)s việc xong (%(share)s), %(late)s việc đang quá hạn."
    ) % {
        "asked": number(c.asked), "settled": number(c.settled), "share": share(c.settled, c.asked),
        "late": number(c.late),
    }  # fmt: skip
    goals = [_goal_line(goal) for goal in of.goals]
    return [Heading(_("Kết quả chung")), Paragraph(f"{told} {work}"), *([Bullets(goals)] if goals else [])]


def _goal_line(goal: SaidGoal) -> str:
    """The sentence once, then what became of each thing that it sets, where that is known."""
    known = [row.told for row in goal.rows if row.told is not None and row.told.is_known]
    if not known:
        return _("%(goal)s: kết quả của năm kế hoạch chưa công bố, chưa đánh giá được.") % {"goal": goal.text}
    return " ".join([f"{goal.text}:", *(f"{told.words}: {told.outcome}" for told in known)])


def _by_dimension(of: YearEnd) -> list[Block]:
    note = (
        _("Điểm của năm %(year)s.") % {"year": of.result_year}
        if of.is_published
        else _("Kết quả năm %(year)s chưa công bố; điểm dưới đây là của năm %(last)s.")
        % {"year": of.plan.year, "last": of.result_year or "–"}
    )
    rows: list[Band | Sequence[Cell]] = []
    for part in of.dimensions:
        rows.append(Band(f"{part.number}. {part.name}" if part.number else part.name))
        rows += [_row(one) for one in part.components]
    return [
        Heading(_("Kế hoạch, việc đã làm và kết quả theo từng nội dung")),
        Paragraph(note),
        Table(COLUMNS, rows, total=_("Cộng")),
        Paragraph(
            _(
                "Thay đổi trong một năm chịu ảnh hưởng của mẫu khảo sát; việc hoàn thành và điểm tăng, giảm đặt cạnh "
                "nhau để xem xét, không phải là nguyên nhân và kết quả."
            ),
            is_italic=True,
        ),
    ]


def _row(one: ComponentEnd) -> list[Cell]:
    line = one.last
    change = one.moved.change if one.moved else None
    late = sum(task.tally.late for task in one.tasks)
    score = number(line.line.result.score, 2) if line else "–"
    return [one.name, len(one.tasks), one.done, late, score, number(change, 2) if change is not None else "–"]


def _undone(of: YearEnd) -> list[Block]:
    undone = [task for task in of.tasks if task.ending in (Ending.PART, Ending.NOT_DONE)]
    lines = [f"{task.row.content.rstrip('.')} ({task.words})." for task in undone]
    return [Heading(_("Nhiệm vụ chưa hoàn thành")), Bullets(lines) if lines else Paragraph(_("Không có."))]


def _ahead(of: YearEnd) -> list[Block]:
    lines = [_ahead_line(one) for one in of.proposed]
    return [
        Heading(_("Nội dung cần đưa vào kế hoạch năm %(year)s") % {"year": of.plan.year + 1}),
        Bullets(lines) if lines else Paragraph(_("Không có nội dung nào ở nhóm thấp theo kết quả gần nhất.")),
    ]


def _ahead_line(one: ComponentEnd) -> str:
    line = cast(ProfileLine, one.last)
    told = {
        "name": one.name, "score": number(line.line.result.score, 2), "group": line.line.result.placement.group.words,
        "gap": number(line.to_median, 2),
    }  # fmt: skip
    words = _("%(name)s: %(score)s điểm, nhóm %(group)s, kém trung vị %(gap)s điểm") % told
    held = _("đã có %(n)s nhiệm vụ.") % {"n": len(one.tasks)} if one.tasks else _("chưa có nhiệm vụ.")
    return f"{words}; {held}"
