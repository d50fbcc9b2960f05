"""What comes round is begun once, by whoever finds it due."""

from datetime import datetime, timedelta

import pytest

from dondoc.records import periodic


def test_it_runs_when_due_and_not_before(db: None, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[datetime] = []
    monkeypatch.setattr(periodic, "_entries", {"t": periodic.Entry(timedelta(hours=1), ran.append)})
    for minutes in (0, 30, 60, 61, 121):
        periodic.run_due(now + timedelta(minutes=minutes))
    assert [(at - now).seconds // 60 for at in ran] == [0, 60, 121]
