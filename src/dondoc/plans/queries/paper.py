"""A plan as an official document: what it is for, its goals, who reports when, and the annex of its tasks."""

from collections.abc import Mapping, Sequence
from datetime import date

from dondoc.framework.rules.papi import COMPONENTS, framework
from dondoc.plans.models import Plan
from dondoc.plans.queries.plans import RuleLine, TaskRow, plan_parts, rule_lines
from dondoc.units.queries.papers import letterhead_of
from dondoc.web.formats import capital
from dondoc.web.papers import (
    Annex,
    Band,
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Kind,
    Paper,
    Paragraph,
    Signature,
    Table,
)  # fmt: skip

# A part that nobody has in the plan has no column: what is printed is read again as it was meant.
PARTS = ("Chủ trì", "Thực hiện", "Phối hợp", "Hướng dẫn, theo dõi")


def plan_paper(plan: Plan, *, today: date) -> Paper:
    """The paper of a plan, signed or not yet."""
    head = letterhead_of(plan.agency)
    is_signed = plan.state in ("approved", "issued", "closed")
    return Paper(
        kind=Kind.PLAN,
        superior=head.superior,
        issuer=head.issuer,
        symbol=plan.symbol.removeprefix("KH-") or head.symbol,
        place=head.place,
        number=plan.number or None if is_signed else None,
        dated_on=plan.issued_on if is_signed else None,
        drafted_on=today,
        summary=_summary(plan.title),
        blocks=_body(plan),
        signature=Signature(plan.signer_position or head.head_post, plan.signer, collective=head.collective),
        recipients=[f"{head.superior} (để báo cáo)"] * bool(head.superior) + ["Các cơ quan có tên trong Phụ lục"],
        annexes=[Annex(f"Nhiệm vụ thực hiện năm {plan.year}", [_annex(plan, today)], is_landscape=True)],
    )


def _summary(title: str) -> str:
    """The title without the name of the kind, which the paper prints above it."""
    bare = title.strip()
    rest = bare[len("kế hoạch") :].strip() if bare.lower().startswith("kế hoạch") else bare
    return capital(rest)


def _body(plan: Plan) -> list[Block]:
    blocks: list[Block] = [
        Heading("Mục đích, yêu cầu"),
        Paragraph(
            "Nâng chất lượng phục vụ người dân ở những nội dung mà Chỉ số PAPI đo; mỗi nhiệm vụ có cơ quan chủ trì, "
            "thời hạn và sản phẩm rõ ràng để theo dõi, đôn đốc."
        ),
    ]
    # A sentence that sets two goals, a score and a group, is printed once.
    goals = list(dict.fromkeys(goal.text for goal in plan.goals.order_by("pk") if not goal.is_fact))
    if goals:
        blocks += [Heading("Mục tiêu"), Bullets(goals)]
    blocks += [
        Heading("Nhiệm vụ"),
        Paragraph("Nhiệm vụ, cơ quan, thời gian, chỉ tiêu và sản phẩm tại Phụ lục kèm theo."),
        Heading("Tổ chức thực hiện"),
    ]
    rules = dict.fromkeys(_rule_words(line) for line in rule_lines(plan))
    above = [f"Thực hiện kế hoạch của {plan.above.agency.name}: {plan.above.title}."] if plan.above else []
    return [*blocks, Bullets([*above, *rules, "Các cơ quan được giao thực hiện và báo cáo đúng thời hạn của Phụ lục."])]


def _rule_words(line: RuleLine) -> str:
    """Who reports and how it was put; a rule without words of its own by what it means."""
    words = line.text.strip().rstrip(".") or line.words
    if line.who and line.who.casefold() not in words.casefold():
        return f"{line.who}: {words[:1].lower()}{words[1:]}."
    return f"{capital(words)}."


def _annex(plan: Plan, today: date) -> Table:
    rows: list[Band | Sequence[Cell]] = []
    parts = plan_parts(plan, by="", today=today)
    names = {str(one.reference): one.name_vi for one in (*COMPONENTS, *framework(plan.year))}
    named = [name for name in PARTS if any(row.agencies.get(name) for part in parts for row in part.rows)]
    for part in parts:
        rows.append(Band(part.name))
        rows += [_row(number, row, named, names) for number, row in enumerate(part.rows, 1)]
    columns = (
        Column("TT", 0.5, "centre"),
        Column("Nội dung thành phần", 1.5),
        Column("Nhiệm vụ", 3.6),
        *(Column(name, 1.6) for name in named),
        Column("Thời gian", 1.2),
        Column("Chỉ tiêu", 1.5),
        Column("Sản phẩm", 1.5),
    )
    return Table(columns, rows)


def _row(number: int, row: TaskRow, named: Sequence[str], names: Mapping[str, str]) -> list[Cell]:
    # A code alone may be any office's own: with its name it is that of the index.
    component = f"{row.component}. {names[row.component]}" if row.component in names else row.subcode
    return [
        number, component, row.content,
        *("; ".join(row.agencies.get(name, ())) for name in named), row.schedule,
        # Of a target that is a sentence of the task only what it asks is printed again.
        row.asked if row.targets in row.content else row.targets, "; ".join(row.products),
    ]  # fmt: skip
