"""The review of a read plan: what is still to do, one draft beside its place in the document, candidates for names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dondoc.duties.rules.occurrences import occurrences_of
from dondoc.duties.rules.regimes import anchors_of, base_cycle_of
from dondoc.duties.rules.schedules import schedule_from
from dondoc.framework.queries.names import part_name
from dondoc.framework.rules import framework
from dondoc.plans.models import Plan, Task, TaskAgency
from dondoc.plans.queries.above import AboveChoice, above_choice
from dondoc.plans.queries.certain import is_sure
from dondoc.plans.rules.certainty import doubtful
from dondoc.plans.rules.showing import anchors_of as anchors_in
from dondoc.schedule.queries import current_calendar
from dondoc.schedule.rules.formatting import describe
from dondoc.toolkit.sayings import Saying, listed
from dondoc.units.models import Agency, AgencyGroup
from dondoc.units.queries import Resolver

ROLE_WORDS = {
    "lead": "Chủ trì",
    "execute": "Thực hiện",
    "coordinate": "Phối hợp",
    "guide_monitor": "Hướng dẫn, theo dõi",
}
GROUP_WORDS: dict[str, str] = {
    AgencyGroup.Kind.RULE: "nhóm theo quy tắc",
    AgencyGroup.Kind.LIST: "danh sách",
    AgencyGroup.Kind.OPEN: "nhóm để mở",
}
FIELD_WORDS = {
    "content": "nội dung",
    "lead": "cơ quan chủ trì",
    "execute": "cơ quan thực hiện",
    "coordinate": "cơ quan phối hợp",
    "guide_monitor": "cơ quan hướng dẫn, theo dõi",
    "schedule": "thời gian",
    "target": "chỉ tiêu",
    "product": "sản phẩm",
    "section": "trục nội dung",
    "papi_subdimension": "nội dung thành phần",
}
SHOWN_DAYS = 4
Option = tuple[str, str]


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One line of the list of drafts. `standing` accepted | left-out | sure | open."""

    code: str
    order: int
    content: str
    section: int | None
    standing: str
    findings: int

    @property
    def is_waiting(self) -> bool:
        return self.standing in ("sure", "open")


@dataclass(frozen=True, slots=True)
class DraftList:
    rows: list[DraftRow]

    @property
    def total(self) -> int:
        return sum(row.standing != "left-out" for row in self.rows)

    @property
    def accepted(self) -> int:
        return sum(row.standing == "accepted" for row in self.rows)

    @property
    def sure(self) -> int:
        return sum(row.standing == "sure" for row in self.rows)

    @property
    def waiting(self) -> list[DraftRow]:
        return [row for row in self.rows if row.is_waiting]

    def chosen(self, code: str) -> DraftRow | None:
        """The draft asked for; else the first that waits, else the first."""
        asked = next((row for row in self.rows if row.code == code), None)
        return asked or next(iter(self.waiting or self.rows), None)

    def beside(self, code: str, step: int) -> str:
        """The code of the draft before (-1) or after (+1); empty at the ends."""
        codes = [row.code for row in self.rows]
        at = codes.index(code) + step
        return codes[at] if 0 <= at < len(codes) else ""

    def next_waiting(self, code: str) -> str:
        """The next draft that waits after this one, beginning again at the top; empty where none waits."""
        orders = {row.code: row.order for row in self.rows}
        after = [row for row in self.waiting if row.order > orders.get(code, 0)]
        others = [row for row in self.waiting if row.code != code]
        return next((row.code for row in [*after, *others]), "")


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """A printed name in its role, whom it means, and who else it could mean. `value` is the option that stands."""

    pk: int
    role: str
    printed: str
    value: str
    name: str
    note: str
    candidates: list[Option]
    group_code: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """What was typed, in the words of the product: when it is due next, and each part of the target."""

    schedule: str
    days: list[tuple[str, date]]
    targets: list[str]
    is_open_end: bool


@dataclass(frozen=True, slots=True)
class DraftCard:
    task: Task
    findings: list[str]
    anchors: Mapping[str, str]
    agencies: list[AgencyLine]
    choices: list[tuple[str, list[Option]]]
    components: list[Option]
    understood: Understood
    above: AboveChoice | None = None

    @property
    def first_anchor(self) -> str:
        return self.anchors.get("content") or next(iter(self.anchors.values()), "")


def draft_list(plan: Plan) -> DraftList:
    """All drafts of a plan in their order. Two queries."""
    tasks = plan.tasks.filter(ended_on=None).order_by("order").prefetch_related("agencies")
    return DraftList([_row(task) for task in tasks])


def draft_card(plan: Plan, task: Task, *, on: date) -> DraftCard:
    """One draft with everything that a person decides about it."""
    resolver = Resolver(plan.unit, on)
    rows = task.agencies.select_related("agency", "group").order_by("pk")
    return DraftCard(
        task=task,
        findings=_findings(task),
        anchors=anchors_in(task.original.get("where", {})),
        agencies=[_line(row, resolver) for row in rows],
        choices=agency_choices(resolver),
        components=component_options(plan.year),
        understood=understood(plan, task),
        above=above_choice(plan, task),
    )


def _findings(task: Task) -> list[str]:
    """What the reading noticed, and the fields that it is not sure of."""
    told = [str(one["message"]) for one in task.original.get("findings", ())]
    unsure = [Saying(FIELD_WORDS[name]) for name in doubtful(task.original) if name in FIELD_WORDS]
    return [*told, Saying("Nên xem kỹ: {fields}.", fields=listed(unsure))] if unsure else told


@dataclass(frozen=True, slots=True)
class NameRow:
    """A printed name that waits to be known, in how many tasks, and whom it could mean."""

    pk: int
    printed: str
    tasks: int
    roles: str
    candidates: list[Option]


def waiting_names(plan: Plan, *, on: date) -> tuple[list[NameRow], list[tuple[str, list[Option]]]]:
    """The distinct names of a plan that nobody resolved, the most frequent first, and the options for all of them."""
    resolver = Resolver(plan.unit, on)
    rows = TaskAgency.objects.filter(task__plan=plan, task__is_left_out=False, agency=None, group=None).order_by("pk")
    same: dict[str, list[TaskAgency]] = {}
    for row in rows:
        same.setdefault(row.printed, []).append(row)
    told = [_name(found, resolver) for found in same.values()]
    return sorted(told, key=lambda row: -row.tasks), agency_choices(resolver)


def _name(rows: list[TaskAgency], resolver: Resolver) -> NameRow:
    roles = ", ".join(dict.fromkeys(ROLE_WORDS[row.role].lower() for row in rows))
    tasks = len({row.task_id for row in rows})
    return NameRow(rows[0].pk, rows[0].printed, tasks, roles, list(_candidates(rows[0].printed, resolver)))


def understood(plan: Plan, task: Task) -> Understood:
    schedule = schedule_from(task.schedule, year=plan.year)
    return Understood(
        describe(schedule) if task.schedule else "",
        next_days(plan, task.schedule),
        [part_words(part) for part in task.targets],
        schedule.kind == "event",
    )


def next_days(plan: Plan, form: Mapping[str, Any]) -> list[tuple[str, date]]:
    """The first due days of a schedule in the year of its plan, as the engine will count them."""
    cycle = base_cycle_of(plan.regime_rules)
    found = occurrences_of(
        form,
        year=plan.year,
        issued_on=plan.issued_on or date(plan.year, 1, 1),
        calendar=current_calendar(),
        base_cycle=cycle,
        base_anchors=anchors_of(plan.regime_rules, cycle),
    )
    return [(one.label, one.due_on) for one in found[:SHOWN_DAYS]]


def part_words(part: Mapping[str, Any]) -> str:
    """ "từ 90 % trở lên · số hồ sơ", or the words of a part without a figure. Unit and scope are the plan's."""
    scope = part.get("scope")
    if part.get("value") is None:
        return str(scope) if scope else Saying("theo dõi bằng lời")
    value = f"{part['value']} {part.get('unit') or ''}".replace(".", ",").strip()
    words: str = value
    if part.get("op") == ">=":
        words = Saying("từ {value} trở lên", value=value)
    elif part.get("op") == "<=":
        words = Saying("không quá {value}", value=value)
    return Saying("{target} · {scope}", target=words, scope=scope) if scope else words


def component_options(year: int) -> list[Option]:
    """The components of the index in a year, by number."""
    return [(c.reference or "", f"{c.reference} {part_name(c)}") for c in framework(year) if c.level == "component"]


def section_options(year: int) -> list[Option]:
    return [(c.reference or "", f"{c.reference}. {part_name(c)}") for c in framework(year) if c.level == "dimension"]


def _row(task: Task) -> DraftRow:
    standing = (
        "accepted" if task.is_accepted else "left-out" if task.is_left_out else "sure" if is_sure(task) else "open"
    )
    return DraftRow(task.code, task.order, task.content, task.section, standing, len(task.original.get("findings", ())))


def _line(row: TaskAgency, resolver: Resolver) -> AgencyLine:
    value, name, note, group_code = "", "", "", ""
    if row.agency is not None:
        value, name = f"a:{row.agency.code}", row.agency.name
    elif row.group is not None:
        value, name, note = f"g:{row.group.code}", row.group.name, _group_note(row.group)
        group_code = row.group.code if row.group.kind == AgencyGroup.Kind.OPEN else ""
    candidates = [one for one in _candidates(row.printed, resolver) if one[0] != value]
    return AgencyLine(row.pk, row.role, row.printed, value, name, note, candidates, group_code)


def _group_note(group: AgencyGroup) -> str:
    return GROUP_WORDS[group.kind]


def _candidates(printed: str, resolver: Resolver) -> Iterator[Option]:
    """Values: "a:" an agency, "g:" a group, "p:" the candidate of that number, which makes its group when taken."""
    for number, one in enumerate(resolver.resolve(printed)):
        label = Saying("{name} ({why})", name=one.label, why=one.why) if one.why else one.label
        if one.agency is not None:
            yield f"a:{one.agency.code}", label
        elif one.group is not None:
            yield f"g:{one.group.code}", label
        else:
            yield f"p:{number}", label


def agency_choices(resolver: Resolver) -> list[tuple[str, list[Option]]]:
    """Agencies of the unit itself and of those above, and the groups that stand: for a name nothing is near to."""
    own = _options(resolver.agencies[resolver.unit.pk])
    above = _options([agency for unit in resolver.above for agency in resolver.agencies[unit.pk]])
    groups = [(f"g:{group.code}", group.name) for group in resolver.groups]
    unit = Saying("Cơ quan của {unit}", unit=resolver.unit.name)
    told: list[tuple[str, list[Option]]] = [(unit, own), (Saying("Cấp trên"), above), (Saying("Nhóm đã có"), groups)]
    return [(label, options) for label, options in told if options]


def _options(agencies: list[Agency]) -> list[Option]:
    return [(f"a:{agency.code}", agency.name) for agency in sorted(agencies, key=lambda one: one.search)]
