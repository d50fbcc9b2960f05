"""Files in: stored once by content, attached as often as needed. Refuses what is empty, too large or unknown."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import transaction

from dondoc.records.actions import audit
from dondoc.records.adapters import pictures, vault
from dondoc.records.models import Attachment, StoredFile
from dondoc.records.rules.codes import new_code
from dondoc.records.rules.names import safe_name
from dondoc.records.rules.sniffing import PICTURES


def store_file(chunks: Iterable[bytes], *, at: datetime) -> StoredFile:
    """Keep the content and its row. The bytes are on disk before the row can be committed; where the transaction then
    fails, the bytes stay behind and are swept later. Of a picture, place and time are read."""
    kept = vault.keep(vault.root(), chunks, limit=settings.MAX_UPLOAD_BYTES)
    origin = pictures.Origin()
    if kept.media_type in PICTURES:
        origin = pictures.read_origin(vault.path_of(vault.root(), kept.sha256))
    stored, _ = StoredFile.objects.get_or_create(
        sha256=kept.sha256,
        defaults={
            "size": kept.size,
            "media_type": kept.media_type,
            "stored_at": at,
            "taken_at": origin.taken_at,
            "latitude": origin.latitude,
            "longitude": origin.longitude,
        },
    )
    return stored


def attach_file(
    chunks: Iterable[bytes], *, name: str, on: tuple[str, str], by: audit.Actor | None, at: datetime
) -> Attachment:
    """Store a file and attach it to the thing `on` (kind, code) under the name that its sender gave it."""
    with transaction.atomic():
        return attach_stored(store_file(chunks, at=at), name=name, on=on, by=by, at=at)


def attach_stored(
    stored: StoredFile, *, name: str, on: tuple[str, str], by: audit.Actor | None, at: datetime
) -> Attachment:
    """Attach a file that is kept already: who must not hold a transaction while the disk writes stores first."""
    with transaction.atomic():
        attachment = Attachment.objects.create(
            code=new_code(),
            file=stored,
            original_name=safe_name(name),
            object_kind=on[0],
            object_code=on[1],
            added_by_id=by.pk if by else None,
            added_at=at,
        )
        after = {"file": stored.sha256, "name": attachment.original_name, "attachment": attachment.code}
        audit.record("attach_file", on, by=by, at=at, after=after)
    return attachment


def remove_attachment(attachment: Attachment, *, by: audit.Actor, at: datetime) -> bool:
    """Take an attachment away from its thing; the bytes stay for the trail. False where it was away already."""
    with transaction.atomic():
        if not Attachment.objects.filter(pk=attachment.pk, removed_at=None).update(removed_at=at):
            return False
        on = (attachment.object_kind, attachment.object_code)
        audit.record("remove_attachment", on, by=by, at=at, before={"attachment": attachment.code})
    return True


def make_public_copy(stored: StoredFile, *, at: datetime) -> StoredFile:
    """The file that the public may get: for a picture a copy without its place and time, for all else the file."""
    if stored.media_type not in PICTURES:
        return stored
    if stored.public_copy is None:
        content = pictures.public_copy(vault.path_of(vault.root(), stored.sha256))
        stored.public_copy = store_file([content], at=at)
        stored.save(update_fields=["public_copy"])
    return stored.public_copy
