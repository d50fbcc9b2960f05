"""Everything that one obligation's page shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dondoc.accounts.models import User
from dondoc.duties.models import Difficulty, Evidence, EvidenceUse, Figure, Obligation, Occurrence, Urging
from dondoc.duties.queries.difficulties import of_obligation
from dondoc.duties.queries.executors import Executors, executors_of
from dondoc.duties.queries.standing import Standing, standing
from dondoc.duties.rules.aims import Asked, asked_of
from dondoc.records.models import Attachment, AuditEntry
from dondoc.toolkit.sayings import Saying

VERBS = {
    "settle": "báo hoàn thành",
    "claim_nothing": "báo không phát sinh",
    "confirm": "xác nhận",
    "return": "trả lại",
    "withdraw": "rút lại",
    "revoke": "hủy kết quả",
    "excuse": "miễn",
    "correct": "đính chính",
    "assign": "giao người thực hiện",
    "assign_by_rule": "giao theo quy tắc",
    "contribute": "ghi nội dung phối hợp",
    "remove_evidence": "gỡ minh chứng",
    "open": "mở việc đến kỳ",
    "open_case": "mở việc",
    "expand": "giao việc",
    "carry_over": "chuyển việc sang bản mới của nhiệm vụ",
    "let_off": "thôi giao",
    "hand_over": "chuyển cơ quan tiếp nhận",
    "reschedule": "dời hạn",
    "set_due": "đổi hạn",
    "escalate": "báo cáo lên cấp trên",
}


@dataclass(frozen=True, slots=True)
class ProofRow:
    code: str
    kind: str
    title: str
    number: str
    dated_on: date | None
    url: str
    product: str
    files: tuple[Attachment, ...]
    is_record: bool


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """Who did what, when, with the words that were given."""

    at: datetime
    who: str
    what: str
    text: str


@dataclass(frozen=True, slots=True)
class ObligationPage:
    obligation: Obligation
    standing: Standing
    explained: Mapping[str, Any]
    products: tuple[str, ...]
    asked: tuple[Asked, ...]
    figures: Mapping[int, Figure]
    proofs: tuple[ProofRow, ...]
    history: tuple[HistoryRow, ...]
    contributions: tuple[Any, ...]
    executors: Executors | None
    difficulties: tuple[Difficulty, ...]
    urged: tuple[Urging, ...]


def obligation_page(obligation: Obligation, today: date) -> ObligationPage:
    """Fourteen queries at most, whatever the length of the history. A lead that has executors is asked for no figure of
    its own: it confirms and sums theirs."""
    asked = asked_of(obligation.duty.targets)
    executors = executors_of(obligation, asked, today)
    figures = {figure.target_part: figure for figure in Figure.objects.filter(obligation=obligation)}
    return ObligationPage(
        obligation=obligation,
        standing=standing(obligation, today),
        explained=explanation_of(obligation),
        products=tuple(str(product) for product in obligation.duty.products),
        asked=() if executors else asked,
        figures=figures,
        proofs=proofs_of(obligation),
        history=history_of(obligation),
        contributions=tuple(obligation.contributions.select_related("agency", "by").order_by("pk")),
        executors=executors,
        difficulties=tuple(of_obligation(obligation)),
        urged=urged_of(obligation),
    )


def urged_of(obligation: Obligation) -> tuple[Urging, ...]:
    """How often it was urged and by what, the first time first; who may see the obligation may know."""
    rows = obligation.urgings.select_related("letter", "to_agency").order_by("on", "pk")
    return tuple(rows[:200])


def explanation_of(obligation: Obligation) -> Mapping[str, Any]:
    """Why it is due on this day: its own words, or those of the occurrence that it shares with others."""
    if obligation.explained:
        return dict(obligation.explained)
    found = Occurrence.objects.filter(duty=obligation.duty_id, key=obligation.occurrence).values_list("explained")
    return next((dict(explained) for (explained,) in found), {})


def proofs_of(obligation: Obligation) -> tuple[ProofRow, ...]:
    uses = list(
        EvidenceUse.objects.filter(obligation=obligation, removed_at=None).select_related("evidence").order_by("pk")
    )
    files: dict[str, list[Attachment]] = {}
    codes = [use.evidence.code for use in uses]
    for file in Attachment.objects.filter(object_kind="evidence", object_code__in=codes, removed_at=None).order_by(
        "pk"
    ):
        files.setdefault(file.object_code, []).append(file)
    return tuple(_proof(use, tuple(files.get(use.evidence.code, ()))) for use in uses)


def _proof(use: EvidenceUse, files: tuple[Attachment, ...]) -> ProofRow:
    one = use.evidence
    kind = Evidence.Kind(one.kind)
    is_record = kind is Evidence.Kind.RECORD
    return ProofRow(
        one.code, str(kind.label), one.title, one.number, one.dated_on, one.url, use.product, files, is_record
    )


def history_of(obligation: Obligation) -> tuple[HistoryRow, ...]:
    """The newest first; who no longer has an account stays as such."""
    entries = list(
        AuditEntry.objects.filter(object_kind="obligation", object_code=obligation.code).order_by("-pk")[:100]
    )
    names = dict(User.objects.filter(pk__in={e.actor_id for e in entries if e.actor_id}).values_list("pk", "full_name"))
    return tuple(
        HistoryRow(
            entry.at,
            names.get(entry.actor_id or 0, "hệ thống" if entry.actor_id is None else "người dùng cũ"),
            _what(entry),
            str(entry.after.get("reason") or entry.after.get("text") or entry.after.get("note") or ""),
        )
        for entry in entries
    )


def _what(entry: AuditEntry) -> str:
    """The verb; of what was settled by the work that serves it, by which."""
    words, through = VERBS.get(entry.verb, entry.verb), entry.after.get("through")
    if not through:
        return words
    title, unit = through["title"], through["unit"]
    return Saying("{what}, theo việc “{title}” của {unit}", what=Saying(words), title=title, unit=unit)
