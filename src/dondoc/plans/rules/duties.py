"""Duties that stand in the body: one for each leaf of the sections that give work.

Purpose, requirements, goals, results of the past, the preamble and closing words give none. The agency comes from
the sentence itself, else from the heading above; the dimension from the nearest heading that names one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dondoc.framework.rules import match_component, match_dimension
from dondoc.plans.rules.blocks import Place
from dondoc.plans.rules.drafts import TaskDraft
from dondoc.plans.rules.duties_agents import (
    Addressee,
    addressee_inside,
    addressee_of_heading,
    addressee_of_sentence,
    coordinating,
)
from dondoc.plans.rules.duties_roles import is_role_line, roles_begin, roles_of, with_roles
from dondoc.plans.rules.duties_sections import section_of_text
from dondoc.plans.rules.findings import Finding, finding
from dondoc.plans.rules.outline import Node, Outline
from dondoc.plans.rules.outline_lines import ARTICLE, DASH, LEAF, NUMBER, PLUS, STAR, Line, join
from dondoc.plans.rules.outline_sections import MONEY, REPORT, WORK, heading_kind
from dondoc.plans.rules.targets import find_target
from dondoc.schedule.rules import Schedule, main_schedule, reporting_cycles
from dondoc.schedule.rules.reporting import CYCLE_OF, anchor_of
from dondoc.toolkit.text import fold

_CARRY_OUT = r"(?:trien khai|thuc hien|to chuc)"
_ASIDE = re.compile(
    rf"^\W*(?:tren day la|(?:trong )?qua trinh {_CARRY_OUT}|ke hoach nay (?:co hieu luc|thay the|duoc)|noi nhan"
    r"|(?:noi dung )?(?:chi tiet|nhiem vu cu the|cu the)?\s*(?:tai|theo|co|xem)?\s*(?:cac )?phu luc\b"
    r"|\(?(?:chi tiet|co|theo(?! doi)|kem theo)\b[^.]*\b(?:phu luc|bieu (?:so|mau|kem|chi tiet|\d)|dinh kem|kem theo)"
    r"|(?:(?:\(|; |thuc hien (?:theo )?)?(?:cac |nhung |noi dung,? )*(?:nhiem vu|noi dung|giai phap|phan cong)\b"
    r"[^.;]{0,90}\b(?:tai|theo|trong|o|co) (?:cac )?(?:phu luc|bieu|bang)\b[^.;]{0,60}){1,4}\W*$"
    r"|[^.;]{0,160}\b(?:neu|the hien|quy dinh|xac dinh|ghi|liet ke|chi tiet|cu the)\b[^.;]{0,40}\b(?:tai|trong|o|theo) "
    r"(?:cac )?(?:phu luc|bieu)\b[^.;]{0,80}[.;]?$"
    rf"|neu co (?:kho khan|vuong mac)|de nghi cac (?:co quan|don vi)[^.]{{0,80}}nghiem tuc {_CARRY_OUT}"
    rf"|yeu cau (?:thu truong|cac|chu tich|nguoi dung dau)[^.]{{0,200}}nghiem tuc {_CARRY_OUT}"
    r"|(?:ubnd|uy ban nhan dan) \w+(?: \w+)? (?:yeu cau|de nghi)[^.]{0,160}tap trung thuc hien tot ke hoach)"
)
_FAREWELL = re.compile(
    r"^(?:yeu cau|de nghi) (?:thu truong|cac|chu tich|giam doc)\b|nghiem tuc|phan anh ve|kip thoi giai quyet"
    r"|ke hoach nay|vuong mac|xem xet, giai quyet"
)
_END_MARK = re.compile(r"\.\s*/\.?\s*\W*$")
_POINTER = re.compile(r"\s*[*(]+\s*(?:[^()]*\b(?:[Pp]hụ lục|PHỤ LỤC|biểu)\b[^()]*)\)?[\s.*)]*$")
_ENDED = re.compile(r"[.;!?…][\"”’)*\s]*$")
_REPORT_FIRST = re.compile(r"^(?:báo cáo|định kỳ|gửi|thực hiện (?:tốt |nghiêm )?chế độ)", re.IGNORECASE)
_PRODUCT = re.compile(r"xây dựng (báo cáo chuyên đề[^,.;]*?)(?=\s+theo\b|\s*[,.;]|$)", re.IGNORECASE)
_OWN_PLAN = re.compile(
    r"xây dựng(?:,? (?:và )?ban hành)? (?:và triển khai )?kế hoạch\b"
    r"(?:(?P<of>\s+của\s+(?:cơ quan|đơn vị|địa phương|ngành)[^.;()]*?)"
    r"(?=\s*,?\s*(?:mình|gửi|nộp|trước|trình|để|[.;(]|$)))?",
    re.IGNORECASE,
)
_HEADING_WORDS, _TITLE_WORDS = 12, 25


@dataclass(frozen=True, slots=True)
class Duty:
    """A draft with the line it was read from and where its content begins there."""

    draft: TaskDraft
    line: Line
    start: int


@dataclass(frozen=True, slots=True)
class _Context:
    """What the headings above say: kind of section, agencies, dimension, path of headings."""

    kind: str = WORK
    lead: Addressee | None = None
    lead_place: Place | None = None
    section: int | None = None
    section_place: Place | None = None
    heading: Line | None = None
    in_charge: bool = False


def read_duties(outline: Outline, *, year: int | None) -> tuple[Duty, ...]:
    """All duties of the body in order. `year` completes days and months that the plan prints without one."""
    duties: list[Duty] = []
    for duty in _of_nodes(outline.body, _Context(), year):
        duties.append(_carried(duty, duties[-1].draft) if duties else duty)
    return tuple(duties)


def _carried(duty: Duty, before: TaskDraft) -> Duty:
    """A reporting rule without a subject ("- Báo cáo kết quả …") is for those of the item before it."""
    draft = duty.draft
    if draft.lead or not _REPORT_FIRST.match(draft.content) or draft.heading != before.heading or not before.lead:
        return duty
    where = dict(draft.where) | ({"lead": before.where["lead"]} if "lead" in before.where else {})
    found = tuple(f for f in draft.findings if f.code != "task-without-agency")
    confidence = dict(draft.confidence) | {"lead": 0.6}
    return replace(duty, draft=replace(draft, lead=before.lead, where=where, confidence=confidence, findings=found))


def _of_nodes(nodes: Sequence[Node], above: _Context, year: int | None) -> list[Duty]:
    """The duties of siblings. A line of roles ("- Cơ quan chủ trì: …") speaks of those above it, back to the last."""
    context, duties, first, was_role = above, list[Duty](), 0, False
    nodes = _lifted(nodes)
    for i, node in enumerate(nodes):
        if is_role_line(node.line.text):
            duties[first:] = [_with_role_line(duty, node.line, year) for duty in duties[first:]]
            was_role = True
            continue
        first, was_role = (len(duties) if was_role else first), False
        if is_aside(node.line):
            duties += _of_nodes(node.children, context, year)
        elif _is_intro(node, i + 1 < len(nodes)):
            context = _after_intro(context, node.line)
        else:
            duties += _of_node(node, context, year)
    return duties


def _lifted(nodes: Sequence[Node]) -> list[Node]:
    """An unlabelled line of roles below the last list item speaks of the whole list: it is taken out beside it."""
    out: list[Node] = []
    for node in nodes:
        roles = [c for c in node.children if c.line.depth == LEAF and is_role_line(c.line.text)]
        if roles and node.line.depth >= STAR:
            out += [Node(node.line, tuple(c for c in node.children if c not in roles)), *roles]
        else:
            out.append(node)
    return out


def _with_role_line(duty: Duty, line: Line, year: int | None) -> Duty:
    return replace(duty, draft=with_roles(duty.draft, line, 0, roles_of(line.text), year))


def _of_node(node: Node, above: _Context, year: int | None) -> list[Duty]:
    line, children = _absorbed(node)
    if children and all(is_role_line(child.line.text) for child in children):
        duties = list(_duty(line, above, year)) if above.kind in (WORK, REPORT) else []
        for child in children:
            duties = [_with_role_line(duty, child.line, year) for duty in duties]
        return duties
    below = _below(line, above, has_children=bool(children))
    if _is_heading(line, children):
        return _of_nodes(children, below, year)
    if line.depth >= STAR and children and all(child.line.depth >= PLUS for child in children):
        line, children = _list_as_one(line, children), ()
    own = list(_duty(line, above, year)) if _gives_work(line, below) else []
    return own + _of_nodes(children, _below(line, above, has_children=True), year)


def is_aside(line: Line) -> bool:
    """Closing words and pointers to an annex: "Trên đây là Kế hoạch …", "(Theo Phụ lục đính kèm)"; no duty."""
    text = fold(line.text)
    if _ASIDE.match(text):
        return True
    is_last_words = not line.is_labelled and line.depth == LEAF and _END_MARK.search(line.text)
    return bool(is_last_words and _FAREWELL.search(text))


def _is_intro(node: Node, has_more: bool) -> bool:
    """ "…, UBND huyện yêu cầu các cơ quan … thực hiện các nhiệm vụ sau:" over what follows."""
    return node.line.depth == LEAF and has_more and node.line.text.rstrip(" *").endswith(":")


def _after_intro(above: _Context, line: Line) -> _Context:
    match = re.search(r"(?:yêu cầu|giao|đề nghị|chỉ đạo)\s+", line.text, re.IGNORECASE)
    found = addressee_of_sentence(line.text[match.start() :]) if match else None
    if found is None or above.lead is not None or match is None:
        return above
    place = line.place(match.start() + found.start, match.start() + found.end)
    return replace(above, lead=replace(found, confidence=0.5), lead_place=place)


def _absorbed(node: Node) -> tuple[Line, tuple[Node, ...]]:
    """A list item with the unlabelled lines that go on below it (a page break at a full stop)."""
    line, children = node.line, list(node.children)
    while line.depth in (STAR, DASH, PLUS) and children and children[0].line.depth == LEAF:
        if is_aside(children[0].line) or is_role_line(children[0].line.text) or line.text.rstrip().endswith(":"):
            break
        line = join(line, children.pop(0).line)
    return line, tuple(child for child in children if not is_aside(child.line))


def _is_heading(line: Line, children: Sequence[Node]) -> bool:
    """A title over other items, as against a duty that has further ones below it."""
    text = line.text.strip(" *")
    if not children:
        return False
    if line.depth <= ARTICLE or text.endswith(":"):
        return line.depth < STAR or not all(child.line.depth >= PLUS for child in children) or _names_agency(text)
    if line.depth >= STAR:
        return _names_agency(text) and not _ENDED.search(text)
    return not _ENDED.search(text) or len(text.split()) <= _HEADING_WORDS


def _names_agency(text: str) -> bool:
    found = addressee_of_heading(text)
    return found is not None and len(text) - (found.end - found.start) < 40


def _list_as_one(line: Line, children: Sequence[Node]) -> Line:
    """A list item with its "+" items as printed below it, one duty."""
    for child in children:
        label = child.line.label + " " if child.line.is_labelled else ""
        moved = replace(child.line, text=label + child.line.text)
        line = _joined_below(line, moved, len(label))
        line = _list_as_one(line, child.children)
    return line


def _joined_below(line: Line, item: Line, label: int) -> Line:
    start = len(line.text) + 1
    spans = tuple(replace(span, start=span.start + start + (label if span.start == 0 else 0)) for span in item.spans)
    return replace(line, text=f"{line.text}\n{item.text}", spans=line.spans + spans)


def _below(line: Line, above: _Context, *, has_children: bool) -> _Context:
    """The context for what stands under this line."""
    kind = (heading_kind(line) if line.depth < LEAF else None) or above.kind
    is_title = not _ENDED.search(line.text) or len(line.text.split()) <= _HEADING_WORDS
    title = line.text if is_title else ""
    dimension = match_dimension(title) if title and kind in (WORK, REPORT) else None
    found = _agencies_below(line, above, title) if has_children else None
    context = replace(above, kind=kind, heading=line if is_title else above.heading)
    context = replace(context, in_charge=above.in_charge or _is_in_charge(line))
    if dimension is not None and dimension.confidence >= 0.6:
        context = replace(context, section=dimension.number, section_place=line.place())
    if found is not None:
        context = replace(context, lead=found, lead_place=line.place(found.start, found.end))
    return context


def _agencies_below(line: Line, above: _Context, title: str) -> Addressee | None:
    if line.depth <= ARTICLE and line.text.isupper():
        return None
    if title and (found := addressee_of_heading(title, in_charge=above.in_charge and line.depth <= NUMBER + 2)):
        return found
    return addressee_of_sentence(line.text)


def _is_in_charge(line: Line) -> bool:
    """Under "Tổ chức thực hiện" and the like the next headings are agencies."""
    text = fold(line.text)
    return (
        bool(re.match(r"(?:to chuc (?:thuc hien|trien khai)|phan cong|trach nhiem)", text)) and line.depth <= NUMBER + 1
    )


def _gives_work(line: Line, context: _Context) -> bool:
    text = _POINTER.sub("", line.text).strip(" *")
    if context.kind == MONEY:
        return addressee_of_sentence(text) is not None
    if context.kind not in (WORK, REPORT) or len(text.split()) < 4:
        return False
    if line.depth <= ARTICLE and (text.isupper() or not _ENDED.search(text)):
        return False
    is_title = not _ENDED.search(text) and line.depth < STAR and len(text.split()) <= _TITLE_WORDS
    return not (is_title and (heading_kind(line) is not None or addressee_of_heading(text) or match_dimension(text)))


def _duty(line: Line, above: _Context, year: int | None) -> Iterator[Duty]:
    """The draft of one leaf; nothing where only a pointer is left of it."""
    roles_at = roles_begin(line.text)
    stop = len(_POINTER.sub("", line.text[:roles_at]).rstrip())
    text = line.text[:stop]
    own = addressee_of_sentence(text, above.lead.names if above.lead else ())
    start = own.content if own else 0
    content = text[start:]
    if len(content.split()) < 3:
        return
    lead, lead_place = _lead(own, text, line, above)
    coordinate, at = coordinating(content)
    where = {"content": line.place(start, stop)}
    where |= {"lead": lead_place} if lead and lead_place else {}
    where |= {"coordinate": line.place(start + at[0], start + at[1])} if at else {}
    draft = TaskDraft(
        source="body", content=content, lead=lead.names if lead else (), coordinate=coordinate,
        target=find_target(content),
        is_requested=bool(lead and lead.is_requested), heading=above.heading.text if above.heading else None,
        where=where, confidence={"content": 0.9} | ({"lead": lead.confidence} if lead else {}),
    )  # fmt: skip
    draft = _with_findings(_with_section(_with_schedule(draft, line, start, year), above, year))
    yield Duty(with_roles(draft, line, roles_at, roles_of(line.text[roles_at:]), year), line, start)


def _lead(own: Addressee | None, text: str, line: Line, above: _Context) -> tuple[Addressee | None, Place | None]:
    """The sentence's own agency; else the heading's; else one that a later sentence names; else an introduction's."""
    if own is not None:
        return own, line.place(own.start, own.end)
    if above.lead is not None and above.lead.confidence > 0.5:
        return above.lead, above.lead_place
    if inside := addressee_inside(text):
        return inside, line.place(inside.start, inside.end)
    return above.lead, above.lead_place


def _every_cycle(schedule: Schedule | None, text: str, year: int | None) -> Schedule | None:
    """A report due in several cycles ("6 tháng trước ngày 15/6, năm trước ngày 15/12") recurs in all of them, each by
    its own day; a day that stands apart from the cycle ("hằng quý … trước ngày 15 tháng cuối quý") belongs to it."""
    if schedule is None or schedule.kind != "recurring" or not schedule.every or "bao cao" not in fold(text):
        return schedule
    rules = [(CYCLE_OF[cycle], due) for cycle, due in reporting_cycles(text, year=year)]
    cycles = tuple(dict.fromkeys(cycle for cycle, _ in rules))
    more = len(schedule.every) == 1 and len(cycles) > 1 and not set(cycles) <= set(schedule.every)
    if not more and schedule.anchors:
        return schedule
    every = cycles if more else schedule.every
    anchors = dict.fromkeys(anchor_of(due, cycle) for cycle, due in rules if due and cycle in every)
    return replace(schedule, every=every, anchors=tuple(anchors))


def _with_schedule(draft: TaskDraft, line: Line, start: int, year: int | None) -> TaskDraft:
    schedule = _every_cycle(main_schedule(draft.content, year=year), draft.content, year)
    product = _product(draft.content, is_once=schedule is not None and schedule.kind == "date")
    if schedule is None:
        return replace(draft, product=product)
    at = draft.content.find(schedule.text)
    where = dict(draft.where) | (
        {"schedule": line.place(start + at, start + at + len(schedule.text))} if at >= 0 else {}
    )
    return replace(draft, schedule=schedule, product=product, where=where)


def _product(content: str, *, is_once: bool) -> tuple[str, ...]:
    """What is to be made, where the sentence says so: one's own plan by a day, a report on a subject."""
    if is_once and (plan := _OWN_PLAN.search(content)):
        return ("kế hoạch" + (plan["of"] or " của cơ quan, đơn vị"),)
    match = _PRODUCT.search(content)
    return (match[1],) if match else ()


def _with_section(draft: TaskDraft, above: _Context, year: int | None) -> TaskDraft:
    """Dimension from the headings, else from the words where they are clear; component only suggested."""
    section, confidence = above.section, 0.9
    if section is None and (found := section_of_text(draft.content)):
        section, confidence = found
    match = match_component(section=section, printed_code=None, printed_name=None, text=draft.content, year=year)
    code = match.code if match is not None and section is not None else None
    where = dict(draft.where) | ({"section": above.section_place} if above.section_place else {})
    sure = dict(draft.confidence) | ({"section": confidence} if section is not None else {})
    return replace(
        draft, section=section, papi_subdimension=code, component_is_suggested=code is not None, where=where,
        confidence=sure | ({"papi_subdimension": match.confidence} if match is not None and code else {}),
    )  # fmt: skip


def _with_findings(draft: TaskDraft) -> TaskDraft:
    found: list[Finding] = []
    if not draft.lead:
        found.append(finding("task-without-agency", draft.where["content"]))
    if draft.papi_subdimension:
        found.append(finding("component-suggested", draft.where["content"], code=draft.papi_subdimension))
    return replace(draft, findings=tuple(found))
