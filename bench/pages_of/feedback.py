"""Pages of feedback."""


def pages() -> dict[str, tuple[str, str, int]]:
    """Name of the page -> (who reads it, address, queries that it may take)."""
    from django.urls import reverse

    from dondoc.feedback.models import Complaint, Report
    from dondoc.feedback.queries.codes import follow_code

    unit = "demo-x01"
    answered = Report.objects.filter(unit__code=unit, published_at__isnull=False).order_by("pk").first()
    assigned = Report.objects.filter(unit__code=unit, stage="assigned").order_by("pk").first()
    complaint = Complaint.objects.order_by("pk").first()
    if answered is None or assigned is None or complaint is None:
        return {}
    return {
        "places to write to": ("", reverse("send-places"), 4),
        "ways of writing": ("", reverse("send-ways", args=[unit]), 4),
        "form of a report": ("", reverse("send-report", args=[unit]), 5),
        "form of a signal": ("", reverse("send-signal", args=[unit]), 4),
        "legal way": ("", reverse("send-channel", args=[unit, "to-cao"]), 4),
        "follow": ("", reverse("follow"), 3),
        "a report by its code": ("", reverse("follow-report", args=[follow_code(answered.sent_key)]), 12),
        "published reports": ("", reverse("published-reports", args=[unit]), 10),
        "published report": ("", reverse("published-report", args=[unit, answered.code]), 6),
        "inbox": ("lan.nt", reverse("feedback-inbox"), 22),
        "inbox, all": ("khang.vd", reverse("feedback-inbox") + "?buoc=tat-ca", 24),
        "inbox of the province": ("ha.lt", reverse("feedback-inbox") + "?buoc=tat-ca", 24),
        "inbox as a workbook": ("lan.nt", reverse("feedback-sheet"), 12),
        "report": ("lan.nt", reverse("feedback-report", args=[assigned.code]), 34),
        "publication of a report": ("khang.vd", reverse("feedback-publish", args=[answered.code]), 16),
        "record a report": ("lan.nt", reverse("feedback-record", args=[unit]), 17),
        "register of complaints": ("lan.nt", reverse("register-khieu-nai"), 16),
        "a complaint": ("lan.nt", reverse("register-case", args=["khieu-nai", complaint.code]), 17),
        "register of denunciations": ("khang.vd", reverse("register-to-cao"), 18),
        "set-up of feedback": ("khang.vd", reverse("feedback-setup-unit", args=[unit]), 28),
    }
