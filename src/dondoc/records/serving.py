"""Files out: only through a view that asked for permission first; never run, never shown where that is unsafe."""

from django.http import FileResponse, HttpResponse

from dondoc.records.adapters import vault
from dondoc.records.models import Attachment, StoredFile
from dondoc.records.rules.names import disposition
from dondoc.records.rules.sniffing import INLINE


def serve_attachment(attachment: Attachment, *, wants_inline: bool = False) -> FileResponse:
    return serve_file(attachment.file, attachment.original_name, wants_inline=wants_inline)


def serve_file(stored: StoredFile, name: str, *, wants_inline: bool = False) -> FileResponse:
    """The bytes with the type we found ourselves. The sandbox keeps even a shown PDF from running anything."""
    is_inline = wants_inline and stored.media_type in INLINE
    response = FileResponse(vault.path_of(vault.root(), stored.sha256).open("rb"), content_type=stored.media_type)
    response["Content-Length"] = str(stored.size)
    response["Content-Disposition"] = disposition(name, is_inline=is_inline)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = (
        "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'"
    )
    response["X-Frame-Options"] = "SAMEORIGIN"
    response["Cache-Control"] = "private, no-store"
    return response


def download(content: bytes, media_type: str, name: str) -> HttpResponse:
    """What was made for this answer alone (a document, a workbook), to be kept under a name."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = disposition(name, is_inline=False)
    return response
