"""Vietnamese is said, not written into pages: what a page shows passes by the catalogue, so that English can follow."""

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src/dondoc"
LETTERS = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u01b0\u1ea0-\u1ef9]")
SAYING = {"_", "gettext_lazy", "ngettext", "pgettext", "Column", "BadInput", "Saying"}
GATHERED = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext"}
OTHERWISE = {"write_sheet", "write_book", "removesuffix"}  # files stay Vietnamese; what was typed is read
MAKING = {"format", "format_map", "join", "_", "gettext"}
HEADS = re.compile(r"_?[A-Z_]*HEADS|heads")
DRAWERS = {"views", "forms", "forms_consolidation", "navigation"}
# Of the drawer `queries`, what writes files (papers, workbooks, open data): Vietnamese whoever asks.
FILES = {
    "paper", "papers", "year_paper", "agenda", "consolidation_paper", "consolidation_sheets", "consolidation_tables",
    "downloads", "form",
}  # fmt: skip
# Those whose texts are kept, go into a report or a plan, or are a name: app, module -> why.
KEPT = {
    ("accounts", "queries"): "the name of a browser",
    ("duties", "answers"): "the title of a duty, the ground of its day: kept with it",
    ("duties", "checks"): "what `dondoc check` prints",
    ("records", "checks"): "what `dondoc check` prints",
    ("reports", "gone"): "the words of a row as they go into the report",
    ("scores", "goals"): "a result as a plan notes it",
    ("scores", "places"): "the name of a city",
    ("schedule", "queries"): "the name of a day as it is kept",
}
ASKING = (
    "accounts", "desk", "disclosure", "duties", "feedback", "framework", "meetings", "plans", "portal", "records",
    "reports", "schedule", "scores", "units",
)  # fmt: skip
# The name of the language; the page of a fault, which leans on nothing; the page of symbols, for those who build.
OWN_WORDS = {"base.html", "server_fault.html", "styleguide.html"}


def _messages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages", SOURCE.parents[1] / "tools/messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MESSAGES = _messages()
TABLES: dict[str, list[str]] = MESSAGES.TABLES
CATALOGUE = {str(one.id) for one in MESSAGES.kept()}
QUERIES = [
    path
    for app in ASKING
    for path in (SOURCE / app).rglob("*.py")
    if "queries" in path.relative_to(SOURCE / app).with_suffix("").parts[:1]
    and path.stem not in FILES
    and (app, path.stem) not in KEPT
]
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


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_rows_for_pages_hold_words_that_can_be_said(path: Path) -> None:
    """A word of a row is one of the catalogue, which the page says; what is filled in is a `Saying`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node) for part in ast.walk(tree) if _is_told(part, set()) for node in ast.walk(part)}
    filled = {id(node) for part in ast.walk(tree) if isinstance(part, ast.JoinedStr) for node in ast.walk(part)}
    words = [
        f"{text.lineno}: {text.value}"
        for text in _texts(tree)
        if id(text) not in told and (id(text) in filled or text.value not in CATALOGUE)
    ]
    assert not words, "write Saying('… {count} …', count=count), or keep the word in a constant of TABLES"


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


def test_a_text_of_the_catalogue_stands_outside_f_strings() -> None:
    """What gathers texts does not look into an f-string: such a text would have no English."""
    found = [
        f"{path.relative_to(SOURCE)}:{call.lineno}"
        for path in SOURCE.rglob("*.py")
        for whole in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(whole, ast.JoinedStr)
        for call in ast.walk(whole)
        if isinstance(call, ast.Call) and _name(call) in GATHERED and isinstance(call.args[0], ast.Constant)
    ]
    assert not found


def test_a_sentence_keeps_its_pattern_where_it_is_filled_in() -> None:
    files = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCE.rglob("*.py")}
    found = [
        f"{path.relative_to(SOURCE)}:{line}"
        for path, tree in files.items()
        if path.parent.name != "toolkit"  # which makes them
        for line in _filled_too_early(tree, ".".join(path.relative_to(SOURCE).with_suffix("").parts))
    ]
    assert not found, "write BadInput(code, '… {count} …', count=count), Saying('… {count} …', count=count)"


@pytest.mark.parametrize(
    ("line", "is_right"),
    [
        ('BadInput("x", "Thiếu tên.")', True),
        ('BadInput("x", "Thiếu {n} tên.", n=2)', True),
        ('BadInput("x", MOVED)', True),
        ('BadInput("x", first.text)', True),
        ('BadInput("x", f"Thiếu {n} tên.")', False),
        ('BadInput("x", "Thiếu %s tên." % n)', False),
        ('BadInput("x", "Thiếu {} tên.".format(n))', False),
        ('BadInput("x", "Thiếu " + name)', False),
        ('BadInput("x", " ".join(names))', False),
        ('BadInput("x", _("Thiếu tên."))', False),
        ('BadInput("x", sentence)', False),
        ('BadInput("x", "Thiếu {one.name}.", one=one)', False),
        ('BadInput("x", "Thiếu {n} tên.")', False),
        ('errors.BadInput("x", f"Thiếu {n} tên.")', False),
        ('Saying(f"Thiếu {n} tên.")', False),
        ('Saying("Thiếu {} tên.".format(n))', False),
        ("Saying(WORDS[state])", True),
        ('demanded(text, f"Thiếu {n} tên.")', False),
        ('def demanded(text, sentence):\n    raise BadInput("x", sentence)', True),
    ],
)
def test_the_check_of_patterns_sees_every_way_of_filling_in(line: str, *, is_right: bool) -> None:
    tree = ast.parse(f'MOVED = Saying("Đã chuyển.")\nsentence = f"Thiếu {{n}} tên."\n{line}')
    assert (not list(_filled_too_early(tree, "none"))) is is_right


def _filled_too_early(tree: ast.Module, module: str) -> Iterator[int]:
    """Lines of refusals and sentences whose text is not one pattern of the catalogue, with its values beside it."""
    passing = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) and one.name in MESSAGES.CALLS]
    passed = {id(node) for one in passing for node in ast.walk(one)}
    known = {name.partition(".")[0] for name in TABLES.get(module, [])} | {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and _name(node.value) == "Saying"
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for call in ast.walk(tree):
        at = MESSAGES.CALLS.get(_name(call)) if isinstance(call, ast.Call) else None
        if not isinstance(call, ast.Call) or at is None or len(call.args) <= at:
            continue
        if _name(call) != "Column" and not (_is_pattern(call.args[at], call, known) or id(call) in passed):
            yield call.lineno


def _is_pattern(text: ast.expr, call: ast.Call, known: set[str]) -> bool:
    """One text with the names of its values; a constant that the catalogue knows; what another sentence says whole."""
    if isinstance(text, ast.Constant) and isinstance(text.value, str):
        given = {one.arg for one in call.keywords}
        wanted = {name for _, name, _, _ in Formatter().parse(text.value) if name is not None} if given else set()
        is_bare = not given and bool(re.search(r"(?<!\{)\{\w+[:}]", text.value))
        return not is_bare and wanted == given - {None}
    if _name(call) == "Saying" and not call.keywords:  # a word that is kept elsewhere, said along in a sentence
        made = isinstance(text, ast.JoinedStr | ast.BinOp) or (isinstance(text, ast.Call) and _name(text) in MAKING)
        return not made
    if isinstance(text, ast.Subscript):
        text = text.value
    return (isinstance(text, ast.Name) and text.id in known) or isinstance(text, ast.Attribute)


def _name(call: ast.Call) -> str:
    return getattr(call.func, "id", "") or getattr(call.func, "attr", "")
