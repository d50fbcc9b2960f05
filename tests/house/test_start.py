"""The command answers at once: nothing heavy is imported before it is needed."""

import subprocess
import sys

HEAVY = ("docx", "lxml", "pdfplumber", "pdfminer", "PIL", "rapidfuzz", "django", "openpyxl")


def test_nothing_heavy_is_imported_at_start() -> None:
    script = "import sys, dondoc.cli; print(*sorted(name.split('.')[0] for name in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not set(HEAVY) & set(loaded)


def test_help_is_given_without_reading_anything() -> None:
    found = subprocess.run([sys.executable, "-m", "dondoc.cli", "--help"], capture_output=True, text=True, check=False)
    assert found.returncode == 0
    assert "read" in found.stdout
