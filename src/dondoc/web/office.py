"""LibreOffice, where it is installed: one document at a time, a profile of its own, no macros, for a while."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

_PROGRAMS = ("soffice", "libreoffice")
WORD, PDF = "docx:MS Word 2007 XML", "pdf:writer_pdf_Export"


def office() -> str | None:
    """The program, or None where this machine has none."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def convert(given: Path, to: str, folder: Path, *, program: str, seconds: float) -> Path | None:
    """`given` in another format, under `folder`; None where the program made nothing. Raises TimeoutError."""
    command = [
        program, "--headless", "--norestore", "--nolockcheck", "--nodefault",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to", to, "--outdir", str(folder / "out"), str(given),
    ]  # fmt: skip
    running = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired as late:
        raise TimeoutError from late
    finally:
        _stop(running)
    made = folder / "out" / f"{given.stem}.{to.split(':')[0]}"
    return made if made.is_file() else None


def to_pdf(document: bytes, *, program: str, seconds: float = 180) -> bytes | None:
    """A .docx as PDF with its outline and its tags, or None. Raises TimeoutError."""
    with tempfile.TemporaryDirectory(prefix="dondoc-") as name:
        given = Path(name) / "van-ban.docx"
        given.write_bytes(document)
        made = convert(given, PDF, Path(name), program=program, seconds=seconds)
        return made.read_bytes() if made else None


def _stop(running: "subprocess.Popen[bytes]") -> None:
    """LibreOffice starts children of its own: the whole group goes."""
    if running.poll() is None:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
