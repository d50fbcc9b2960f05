"""Opening a document: known by its content, not by its extension; read by its reader, or refused in one sentence."""

from pathlib import Path

from dondoc.plans.adapters.limits import DEFAULT_LIMITS, MEGABYTE, Limits, Progress
from dondoc.plans.adapters.refusals import refusal
from dondoc.plans.adapters.sniffing import KINDS, sniff
from dondoc.plans.rules.blocks import Source
from dondoc.toolkit.sayings import Saying


def read_source(path: Path, *, limits: Limits = DEFAULT_LIMITS, progress: Progress | None = None) -> Source:
    """The document as neutral blocks. `progress` is told (pages read, pages) where the format has pages.

    Raises `BadInput` for what is missing, no document, damaged, protected, has macros, is a scan without text, or
    exceeds `limits`.
    """
    path = Path(path)
    _check(path, limits)
    try:
        kind = sniff(path)
    except OSError as error:
        raise refusal("file-unreadable", path, why=error.strerror or Saying("lỗi đọc")) from error
    source = _read(kind, path, limits, progress)
    if not any(_texts(source)):
        raise refusal("document-empty", path)
    return source


def _check(path: Path, limits: Limits) -> None:
    try:
        if path.is_dir():
            raise refusal("file-is-directory", path)
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise refusal("file-missing", path) from error
    except (OSError, ValueError) as error:
        raise refusal(
            "file-unreadable", path, why=getattr(error, "strerror", None) or Saying("đường dẫn sai")
        ) from error
    if not path.is_file():
        raise refusal("not-a-document", path, kind=Saying("thiết bị hoặc đường ống"))
    if size == 0:
        raise refusal("file-empty", path)
    if size > limits.file_bytes:
        raise refusal("file-too-big", path, size=-(-size // MEGABYTE), limit=limits.file_bytes // MEGABYTE)


def _read(kind: str, path: Path, limits: Limits, progress: Progress | None) -> Source:
    """Readers are imported where they are used: each brings its own heavy library."""
    if kind == "docx":
        from dondoc.plans.adapters.docx import read_docx

        return read_docx(path, limits=limits)
    if kind == "pdf":
        from dondoc.plans.adapters.pdf import read_pdf

        return read_pdf(path, limits=limits, progress=progress)
    if kind in ("doc", "rtf"):
        from dondoc.plans.adapters.doc import read_doc

        return read_doc(path, kind=kind, limits=limits)
    if kind == "txt":
        from dondoc.plans.adapters.text import read_text

        return read_text(path, limits=limits)
    if kind in ("macro-enabled", "password-protected"):
        raise refusal(kind, path)
    if kind == "zip-damaged":
        raise refusal("damaged", path, why=Saying("tệp nén không đọc được"))
    raise refusal("not-a-document", path, kind=Saying(KINDS[kind]))


def _texts(source: Source) -> list[str]:
    texts = [paragraph.text for paragraph in source.paragraphs()]
    texts += [cell.text for table in source.tables() for cell in table.cells()]
    return [text for text in texts if text.strip()]
