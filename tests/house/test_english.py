"""Vietnamese is said, not written into pages: what a page shows passes by the catalogue, so that English can follow."""

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src/dondoc"
LETTERS = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u01b0\u1ea0-\u1ef9]")
SAYING = {"_", "gettext_lazy", "ngettext", "pgettext", "Column", "BadInput"}
OTHERWISE = {"write_sheet", "write_book", "removesuffix"}  # files stay Vietnamese; what was typed is read
HEADS = re.compile(r"_?[A-Z_]*HEADS|heads")
DRAWERS = {"views", "forms", "forms_consolidation", "navigation"}
# The name of the language; the page of a fault, which leans on nothing; the page of symbols, for those who build.
OWN_WORDS = {"base.html", "server_fault.html", "styleguide.html"}


def _tables() -> dict[str, list[str]]:
    spec = importlib.util.spec_from_file_location("messages", SOURCE.parents[1] / "tools/messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    tables: dict[str, list[str]] = module.TABLES
    return tables


TABLES = _tables()
TEMPLATES = [path for path in SOURCE.rglob("*.html") if path.name not in OWN_WORDS]
MODULES = [
    path
    for path in SOURCE.rglob("*.py")
    if path.name != "styleguide.py" and DRAWERS & set(path.relative_to(SOURCE).with_suffix("").parts[1:2])
]


def test_templates_say_their_words_through_the_catalogue() -> None:
    assert len(TEMPLATES) > 100
    found = [f"{path.name}: {word}" for path in TEMPLATES for word in _bare(path.read_text(encoding="utf-8"))]
    assert not found, "write {{ _('…') }}, or {{ word|said }} for a word that is kept"


def _bare(text: str) -> Iterator[str]:
    text = re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)
    text = re.sub(r"\b_\(\s*(\"[^\"]*\"|'[^']*')", "", text)
    text = re.sub(r"\bngettext\(\s*(\"[^\"]*\"|'[^']*'),\s*(\"[^\"]*\"|'[^']*')", "", text)
    yield from (word for word in re.findall(r"[^<>{}\"'\n]+", text) if LETTERS.search(word))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_views_and_forms_say_their_words_through_the_catalogue(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    module = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
    known = {name.partition(".")[0] for name in TABLES.get(module, [])}
    told = {id(node) for part in ast.walk(tree) if _is_told(part, known) for node in ast.walk(part)}
    found = [text for text in _texts(tree) if id(text) not in told]
    words = [f"{text.lineno}: {text.value}" for text in found]
    assert not words, "write _('…'), or keep the word in a constant that TABLES of tools/messages.py names"


def _texts(tree: ast.AST) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and LETTERS.search(node.value):
            yield node


def _is_told(node: ast.AST, known: set[str]) -> bool:
    """What is said where it is shown, goes to a file, or is no text: a docstring."""
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
        return name in SAYING | OTHERWISE
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = {one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)}
        return bool(names & known) or any(HEADS.fullmatch(name) for name in names)
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
