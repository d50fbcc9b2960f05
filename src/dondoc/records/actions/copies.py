"""Copies of pictures for the public, made in the background before anybody asks for one."""

from collections.abc import Iterable
from datetime import datetime

from dondoc.records.actions import audit
from dondoc.records.actions.jobs import queue_job
from dondoc.records.models import Attachment
from dondoc.records.rules.sniffing import PICTURES

KIND = "records.public-copy"


def queue_public_copies(attachments: Iterable[Attachment], *, by: audit.Actor | None, at: datetime) -> int:
    """One job for each picture that has no copy yet; a picture again is the same job. How many there are."""
    wanted = {one.file.sha256 for one in attachments if one.file.media_type in PICTURES and not one.file.public_copy_id}
    for sha256 in sorted(wanted):
        queue_job(KIND, {"sha256": sha256}, by=by, at=at, key=f"{KIND}:{sha256}")
    return len(wanted)
