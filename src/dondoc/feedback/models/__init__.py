"""Tables of feedback, each flow in a file of its own."""

from dondoc.feedback.models.catalogue import ClockRule, Intake, Service, Template
from dondoc.feedback.models.clock import Flow, Stop, Term
from dondoc.feedback.models.registers import AccountRequest, CaseParty, Complaint, Denunciation, Signal
from dondoc.feedback.models.report import Answer, Contact, Photo, Report, Step

__all__ = [
    "AccountRequest",
    "Answer",
    "CaseParty",
    "ClockRule",
    "Complaint",
    "Contact",
    "Denunciation",
    "Flow",
    "Intake",
    "Photo",
    "Report",
    "Service",
    "Signal",
    "Step",
    "Stop",
    "Template",
    "Term",
]
