"""What tests share: the annotated plans beside the checkout, and whether LibreOffice is there."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from seeds import drop_template, seeds

__all__ = ["seeds"]
# How long an example takes says how busy the machine is.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
SHARED = Path(__file__).resolve().parents[2] / "shared"


def _absent(variable: str, what: str) -> None:
    """A thing that a test needs is not here: an error where it was promised, a skip elsewhere."""
    if os.environ.get(variable):
        pytest.fail(f"{what} must be here: {variable} is set")
    pytest.skip(f"{what} is not here")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the five plans, their annotation and the scorer."""
    if not (SHARED / "plans").is_dir():
        _absent("DONDOC_NEED_SHARED", f"the folder of annotated plans ({SHARED})")
    return SHARED


@pytest.fixture(scope="session")
def needs_libreoffice() -> str:
    """The path of LibreOffice's command."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if not found:
        _absent("DONDOC_NEED_LIBREOFFICE", "LibreOffice")
    return str(found)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """The template of a run on PostgreSQL goes with the run."""
    if not hasattr(session.config, "workerinput"):
        drop_template()
