"""The documents say what is there: commands, findings, links; and the project speaks of itself alone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dondoc.cli import _parser
from dondoc.plans.adapters import refusals
from dondoc.plans.reading import read_file
from dondoc.plans.rules.findings import SENTENCES

ROOT = Path(__file__).resolve().parents[2]
READING = ("toolkit", "schedule", "framework", "units/rules", "plans/rules", "plans/adapters")
OWN = ("src", "tests", "docs", "bench", "deploy", ".ci")
TEXTS = sorted(
    path
    for folder in OWN
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".md", ".toml", ".html", ".j2", ".css", ".csv", ".txt", ""} and path.is_file()
) + sorted(
    path for path in ROOT.iterdir() if path.suffix in {".md", ".toml", ".lock", ".py"} or path.name == "Makefile"
)
# Places and things of the making that have no business here; spelt in parts so that this file may hold them.
FOREIGN = ["/wo" + "rk/", "/ro" + "ot/", "py" + "pi.org", "python" + "hosted", "npm" + "js.org", "issue" + " #"]


def test_no_text_holds_two_versions_of_itself() -> None:
    mark = "<" * 7 + " "
    torn = [path for path in TEXTS if any(line.startswith(mark) for line in path.read_text("utf-8").splitlines())]
    assert TEXTS
    assert not torn, "a conflict was left as it was: choose one of the two"


def test_every_finding_is_explained() -> None:
    explained = (ROOT / "docs/apps/plans.md").read_text(encoding="utf-8")
    missing = [code for code in SENTENCES if f"| {code} |" not in explained]
    assert not missing, f"write a row for {missing} in docs/apps/plans.md"


def test_every_refusal_of_a_document_is_explained() -> None:
    explained = (ROOT / "docs/apps/plans.md").read_text(encoding="utf-8")
    missing = [code for code in refusals.SENTENCES if f"| {code} |" not in explained]
    assert not missing, f"write a row for {missing} in docs/apps/plans.md"


def test_every_other_refusal_of_the_reading_is_named() -> None:
    named = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs/apps").glob("*.md"))
    files = [
        ROOT / "src/dondoc/cli.py",
        *(path for app in READING for path in (ROOT / "src/dondoc" / app).rglob("*.py")),
    ]
    codes = {
        code for file in files for code in re.findall(r'BadInput\(\s*"([a-z-]+)"', file.read_text(encoding="utf-8"))
    }
    missing = sorted(code for code in codes if f"`{code}`" not in named)
    assert codes
    assert not missing, f"name {missing} in docs/apps/<app>.md"


def test_every_key_of_a_reading_is_described() -> None:
    described = (ROOT / "docs/apps/plans-json.md").read_text(encoding="utf-8")
    reading = read_file(ROOT / "src/dondoc/plans/samples/ke-hoach-mau.docx").as_json()
    missing = sorted(key for key in set(_keys(reading)) if f"`{key}`" not in described)
    assert not missing, f"describe {missing} in docs/apps/plans-json.md"


def _keys(value: object) -> Iterator[str]:
    """Keys of a reading; those of `where`, `confidence`, `extra` are names of fields or columns, those of a schedule
    are described with the schedules."""
    for inner in value if isinstance(value, list) else ():
        yield from _keys(inner)
    for key, inner in value.items() if isinstance(value, dict) else ():
        yield key
        if key not in ("where", "confidence", "extra", "schedule"):
            yield from _keys(inner)


def test_every_command_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = next(action.choices for action in _parser()._actions if isinstance(action.choices, dict))
    missing = [name for name in commands if f"dondoc {name}" not in readme]
    assert not missing, f"write a row for {missing} in README.md"


@pytest.mark.parametrize("path", [p for p in TEXTS if p.suffix == ".md"], ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_project_speaks_of_itself_alone() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in TEXTS
        for word in FOREIGN
        if word in path.read_text(encoding="utf-8", errors="ignore")
    ]
    assert not found


def test_the_lock_names_no_host() -> None:
    assert "://" not in (ROOT / "requirements.lock").read_text(encoding="utf-8")


def test_every_module_of_the_toolkit_is_described() -> None:
    described = (ROOT / "docs/apps/toolkit.md").read_text(encoding="utf-8")
    names = [path.stem for path in (ROOT / "src/dondoc/toolkit").glob("*.py") if path.stem != "__init__"]
    assert [name for name in names if f"| `{name}` |" not in described] == []
