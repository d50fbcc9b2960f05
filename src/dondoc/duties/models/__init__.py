"""Tables of the engine, of evidence, of reporting regimes, of counts."""

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
from dondoc.duties.models.evidence import Contribution, Evidence, EvidenceUse, Figure
from dondoc.duties.models.regime import Period, Regime, ReportRule
from dondoc.duties.models.summary import SummaryDelta, SummaryRow

__all__ = [
    "STATES",
    "Contribution",
    "Duty",
    "DutyAgency",
    "DutyMember",
    "Evidence",
    "EvidenceUse",
    "Expansion",
    "Figure",
    "Obligation",
    "Occasion",
    "Occurrence",
    "Part",
    "Period",
    "Regime",
    "ReportRule",
    "SummaryDelta",
    "SummaryRow",
]
