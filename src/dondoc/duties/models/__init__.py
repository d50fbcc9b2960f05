"""Tables of the engine, of evidence, of reporting regimes, of counts, of urging."""

from dondoc.duties.models.assigning import AssignmentRule
from dondoc.duties.models.difficulty import Difficulty, DifficultyStep
from dondoc.duties.models.engine import (
    STATES,
    Duty,
    DutyAgency,
    DutyMember,
    Expansion,
    Obligation,
    Occasion,
    Occurrence,
    Part,
)
from dondoc.duties.models.evaluation import Evaluation, EvaluationRule, EvaluationRun, EvaluationScore, Objection
from dondoc.duties.models.evidence import Contribution, Evidence, EvidenceUse, Figure
from dondoc.duties.models.letters import UrgingLetter, UrgingLetterAgency
from dondoc.duties.models.regime import Period, Regime, ReportRule
from dondoc.duties.models.summary import SummaryDelta, SummaryRow
from dondoc.duties.models.urging import (
    Audience,
    Channel,
    DigestChoice,
    EscalationRule,
    Notice,
    ReminderRule,
    Urging,
)

__all__ = [
    "STATES",
    "AssignmentRule",
    "Audience",
    "Channel",
    "Contribution",
    "Difficulty",
    "DifficultyStep",
    "DigestChoice",
    "Duty",
    "DutyAgency",
    "DutyMember",
    "EscalationRule",
    "Evaluation",
    "EvaluationRule",
    "EvaluationRun",
    "EvaluationScore",
    "Evidence",
    "EvidenceUse",
    "Expansion",
    "Figure",
    "Notice",
    "Objection",
    "Obligation",
    "Occasion",
    "Occurrence",
    "Part",
    "Period",
    "Regime",
    "ReminderRule",
    "ReportRule",
    "SummaryDelta",
    "SummaryRow",
    "Urging",
    "UrgingLetter",
    "UrgingLetterAgency",
]
