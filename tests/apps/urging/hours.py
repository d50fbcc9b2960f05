"""Offices that never and that always work."""

from datetime import datetime


def never(moment: datetime) -> bool:
    return False


def always(moment: datetime) -> bool:
    return True
