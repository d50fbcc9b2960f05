"""Tables of reports: the report of one agency on one period, and what stands in it."""

from dondoc.reports.models.consolidation import (
    Consolidation,
    ConsolidationLine,
    ConsolidationPassage,
    ConsolidationSource,
    Standing,
)
from dondoc.reports.models.report import (
    Answer,
    PassageKind,
    Report,
    ReportFigure,
    ReportPassage,
    ReportRow,
    ReportVersion,
)

__all__ = [
    "Answer",
    "Consolidation",
    "ConsolidationLine",
    "ConsolidationPassage",
    "ConsolidationSource",
    "PassageKind",
    "Report",
    "ReportFigure",
    "ReportPassage",
    "ReportRow",
    "ReportVersion",
    "Standing",
]
