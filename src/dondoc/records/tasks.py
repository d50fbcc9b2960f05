"""What comes round for records: seals on the trail, old keys of forms, leftovers of uploads."""

from datetime import datetime, timedelta

from dondoc.records.actions.forms import forget_forms
from dondoc.records.adapters import vault
from dondoc.records.models import StoredFile
from dondoc.records.periodic import every
from dondoc.records.sealing import seal_entries


@every(timedelta(seconds=30), "records.seal")
def seal(now: datetime) -> None:
    seal_entries(at=now)


@every(timedelta(days=1), "records.forget-forms")
def forget(now: datetime) -> None:
    forget_forms(at=now)


@every(timedelta(days=1), "records.sweep-files")
def sweep_files(now: datetime) -> int:
    """Delete what no row knows and what lies aside, once it is a day old: younger files may belong to an upload that
    has not committed."""
    swept = 0
    for path in vault.root().rglob("*"):
        is_old = path.is_file() and now.timestamp() - path.stat().st_mtime > 86400
        if is_old and not StoredFile.objects.filter(sha256=path.name).exists():
            path.unlink()
            swept += 1
    return swept
