"""Tables of reports: the report of one agency on one period, and what stands in it."""

from dondoc.reports.models.report import (
    Answer,
    PassageKind,
    Report,
    ReportFigure,
    ReportPassage,
    ReportRow,
    ReportVersion,
)

__all__ = ["Answer", "PassageKind", "Report", "ReportFigure", "ReportPassage", "ReportRow", "ReportVersion"]
