"""The documents say what is there: commands, findings, links; and the project speaks of itself alone."""

import re
from pathlib import Path

import pytest

from dondoc.cli import _parser
from dondoc.plans.rules.findings import SENTENCES

ROOT = Path(__file__).resolve().parents[2]
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


def test_every_finding_is_explained() -> None:
    explained = (ROOT / "docs/apps/plans.md").read_text(encoding="utf-8")
    missing = [code for code in SENTENCES if f"| {code} |" not in explained]
    assert not missing, f"write a row for {missing} in docs/apps/plans.md"


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
