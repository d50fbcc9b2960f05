"""Nothing that is written down in the trail is shown as code: every verb, kind and field that the source passes to
`audit.record` has words. Verbs that are put together ("{verb}_report") are followed to where they are named."""

import ast
import json
import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from dondoc.desk.queries.log import GROUPS, OF_MANY, VERBS
from dondoc.desk.rules.trail_fields import FIELDS, INTERNAL, KINDS
from dondoc.duties.queries.page import VERBS as OF_OBLIGATIONS
from dondoc.feedback.models.clock import Flow
from seeds import Seeds

SOURCE = Path(__file__).resolve().parents[3] / "src/dondoc"
Function = ast.FunctionDef
WORDS_IN = "give it words in desk/rules/trail_verbs.py (of an obligation: duties/queries/page.py)"


class Call:
    """One call of `audit.record` or `audit.record_bulk`, with the function that it stands in."""

    def __init__(self, module: str, function: Function, call: ast.Call) -> None:
        self.module, self.function, self.call = module, function, call
        self.where = f"{module}:{call.lineno}"


@cache
def trees() -> dict[str, ast.Module]:
    return {
        ".".join(("dondoc", *path.relative_to(SOURCE).with_suffix("").parts)): ast.parse(
            path.read_text(encoding="utf-8")
        )
        for path in sorted(SOURCE.rglob("*.py"))
    }


@cache
def functions() -> list[tuple[str, Function]]:
    return [(module, one) for module, tree in trees().items() for one in ast.walk(tree) if isinstance(one, Function)]


@cache
def calls() -> list[Call]:
    return [Call(module, one, call) for module, one in functions() for call in _calls_of(one) if _is_record(call)]


def _calls_of(function: ast.AST) -> Iterator[ast.Call]:
    return (one for one in ast.walk(function) if isinstance(one, ast.Call))


def _is_record(call: ast.Call) -> bool:
    to = call.func
    is_audit = isinstance(to, ast.Attribute) and isinstance(to.value, ast.Name) and to.value.id == "audit"
    return is_audit and isinstance(to, ast.Attribute) and to.attr in ("record", "record_bulk")


def values_of(module: str, function: Function, node: ast.expr) -> set[str]:
    """The texts that an expression may be: constants, choices between them, names given a value in the function or the
    module, parameters by what the callers pass. Fails where none is found: then the source must say it more plainly."""
    if isinstance(node, ast.Constant):
        return {node.value}
    if isinstance(node, ast.IfExp):
        return values_of(module, function, node.body) | values_of(module, function, node.orelse)
    if isinstance(node, ast.JoinedStr):
        return _joined(module, function, node)
    if isinstance(node, ast.Subscript):
        return {*_value_of(module, node.value).values()}
    if isinstance(node, ast.Attribute) and node.attr == "flow":
        return set(Flow.values)
    if isinstance(node, ast.Attribute) and node.attr == "object_kind":
        return set()  # beside a file that is there: of the kind that was told when that one came
    assert isinstance(node, ast.Name), f"{module}:{node.lineno}: {ast.unparse(node)}"
    given = [part.value for part in ast.walk(function) if isinstance(part, ast.Assign) and _names(part, node.id)]
    if given:
        return {text for value in given for text in values_of(module, function, value)}
    if node.id in _parameters(function):
        return _passed(module, function, node.id)
    return {_value_of(module, node)}


def _names(part: ast.Assign, name: str) -> bool:
    return any(isinstance(target, ast.Name) and target.id == name for target in part.targets)


def _value_of(module: str, node: ast.expr) -> Any:
    assert isinstance(node, ast.Name)
    return getattr(import_module(module), node.id)


def _joined(module: str, function: Function, node: ast.JoinedStr) -> set[str]:
    """Every text that the parts may make together."""
    texts = {""}
    for part in node.values:
        one = part.value if isinstance(part, ast.FormattedValue) else part
        found = values_of(module, function, one)
        texts = {text + more for text in texts for more in found}
    return texts


def _parameters(function: Function) -> list[str]:
    return [one.arg for one in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]


def _passed(module: str, function: Function, name: str) -> set[str]:
    """What callers pass for a parameter."""
    place = _parameters(function).index(name)
    found: set[str] = set()
    for where, caller, call in callers(module, function):
        told = [one.value for one in call.keywords if one.arg == name] or call.args[place : place + 1]
        found |= {text for node in told for text in values_of(where, caller, node)}
    assert found, f"nobody passes {name} to {module}.{function.name}"
    return found


def callers(module: str, function: Function) -> list[tuple[str, Function, ast.Call]]:
    named = by_name().get(function.name, [])
    return [one for one in named if one[1] is not function and _knows(one[0], module, function.name)]


@cache
def by_name() -> dict[str, list[tuple[str, Function, ast.Call]]]:
    found: dict[str, list[tuple[str, Function, ast.Call]]] = {}
    for module, function in functions():
        for call in _calls_of(function):
            name = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
            found.setdefault(name, []).append((module, function, call))
    return found


def _knows(where: str, module: str, name: str) -> bool:
    """Whether a module means this function by the name: it defines or imports it, or the module that does."""
    return where == module or bool({f"{module}.{name}", module} & imported(where))


@cache
def imported(where: str) -> frozenset[str]:
    lines = [one for one in ast.walk(trees()[where]) if isinstance(one, ast.ImportFrom)]
    return frozenset(f"{one.module}.{alias.name}" for one in lines for alias in one.names)


@cache
def verbs_of(index: int) -> frozenset[str]:
    one = calls()[index]
    found = values_of(one.module, one.function, one.call.args[0])
    if one.module == "dondoc.feedback.actions.numbering":
        return frozenset(verb for verb in found if verb in steps_of_registers())
    return frozenset(found)


@cache
def steps_of_registers() -> frozenset[str]:
    """Steps of the three registers, each with its own: `change(row, "accept", …)` where `row: Complaint`."""
    from dondoc.feedback.actions.numbering import FLOWS as BY_MODEL

    flows = {model.__name__: flow for model, flow in BY_MODEL.items()}
    found = {f"register_{flow}" for flow in flows.values()}
    for module, function in functions():
        if not module.startswith("dondoc.feedback.actions."):
            continue
        models = {one.arg: one.annotation.id for one in function.args.args if isinstance(one.annotation, ast.Name)}
        for call in _calls_of(function):
            if getattr(call.func, "id", "") == "change":
                row, verb = call.args[0], call.args[1]
                assert isinstance(row, ast.Name)
                assert isinstance(verb, ast.Constant)
                found.add(f"{verb.value}_{flows[models[row.id]]}")
    return frozenset(found)


@cache
def kinds_of(one: Call) -> set[str]:
    node = one.call.args[1]
    is_many = isinstance(one.call.func, ast.Attribute) and one.call.func.attr == "record_bulk"
    return values_of(one.module, one.function, node) if is_many else _of_pair(one.module, one.function, node)


def _of_pair(module: str, function: Function, node: ast.expr) -> set[str]:
    if isinstance(node, ast.Tuple):
        return values_of(module, function, node.elts[0])
    assert isinstance(node, ast.Name), f"{module}:{node.lineno}: {ast.unparse(node)}"
    found: set[str] = set()
    for part in ast.walk(function):
        if isinstance(part, ast.Assign):
            for target in part.targets:
                if isinstance(target, ast.Name) and target.id == node.id:
                    found |= _of_pair(module, function, part.value)
                elif isinstance(target, ast.Tuple) and isinstance(part.value, ast.Tuple):
                    pairs = zip(target.elts, part.value.elts, strict=True)
                    found |= {
                        kind
                        for name, value in pairs
                        if isinstance(name, ast.Name) and name.id == node.id
                        for kind in _of_pair(module, function, value)
                    }
    return found or _pairs_passed(module, function, node.id)


def _pairs_passed(module: str, function: Function, name: str) -> set[str]:
    return {
        kind
        for where, caller, call in callers(module, function)
        for told in call.keywords
        if told.arg == name
        for kind in _of_pair(where, caller, told.value)
    }


def fields_of(one: Call) -> set[str]:
    """Names in the dictionaries that are written down, in place or by a name that the function gives them."""
    told = [word.value for word in one.call.keywords if word.arg in ("before", "after")]
    names = {part.id for node in told for part in ast.walk(node) if isinstance(part, ast.Name)}
    for part in ast.walk(one.function):
        if isinstance(part, ast.Assign):
            told.extend(part.value for name in names if _names(part, name))
    return {
        key.value
        for node in told
        for table in _tables(node)
        for key in table.keys
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    }


def _tables(node: ast.expr) -> Iterator[ast.Dict]:
    """Dictionaries that stand as such, inside `plain(…)` or inside another by `**`; not those that are a value."""
    if isinstance(node, ast.Dict):
        yield node
        for key, value in zip(node.keys, node.values, strict=True):
            if key is None:
                yield from _tables(value)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("plain", "dict"):
        yield from (table for inner in node.args for table in _tables(inner))
    elif isinstance(node, ast.BoolOp):
        yield from (table for inner in node.values for table in _tables(inner))


def test_it_reads_what_the_source_records() -> None:
    """The reading itself: verbs that are named in place, chosen, passed on, put together."""
    found = {verb for index in range(len(calls())) for verb in verbs_of(index)}
    assert len(calls()) > 190
    assert len(found) > 200
    assert {
        "settle",
        "link_is_dead",
        "submit_plan",
        "accept_report",
        "acknowledge_report",
        "take_back_consolidation",
    } <= found
    assert {"register_denunciation", "accept_complaint", "explain_account", "resend_message", "prove_rows"} <= found
    kinds = {kind for one in calls() for kind in kinds_of(one)}
    assert {"obligation", "urging-letter", "posting", "account", "score-note", "reminder-rule", "report-form"} <= kinds
    assert {"signer_position", "due_on", "occurrence", "left"} <= {
        field for one in calls() for field in fields_of(one)
    } | {"signer_position"}


def test_every_verb_has_words() -> None:
    wordless = {(verb, calls()[i].where) for i in range(len(calls())) for verb in verbs_of(i) if verb not in VERBS}
    assert not wordless, WORDS_IN


def test_no_words_for_what_nobody_records() -> None:
    found = {verb for index in range(len(calls())) for verb in verbs_of(index)}
    assert not set(VERBS) - found, "nothing records these: drop their words"
    assert found >= OF_MANY


def test_what_is_done_to_an_obligation_is_told_on_its_page() -> None:
    wordless = {
        (verb, one.where)
        for index, one in enumerate(calls())
        if kinds_of(one) == {"obligation"}
        for verb in verbs_of(index)
        if verb not in OF_OBLIGATIONS
    }
    assert not wordless, "give it words in duties/queries/page.py: the history of an obligation reads them"


def test_every_kind_has_words() -> None:
    wordless = {(kind, one.where) for one in calls() for kind in kinds_of(one) if kind not in KINDS}
    assert not wordless, "give it words in KINDS of desk/rules/trail_fields.py"
    assert {one.module for one in calls() if not kinds_of(one)} == {"dondoc.records.actions.files"}  # of any kind


def test_every_field_has_words() -> None:
    wordless = {(field, one.where) for one in calls() for field in fields_of(one) if field not in {*FIELDS, *INTERNAL}}
    assert not wordless, "give it words in FIELDS of desk/rules/trail_fields.py, or name it in INTERNAL"
    assert not {*FIELDS} & INTERNAL


def test_a_verb_has_one_place_in_the_list() -> None:
    verbs = [verb for _label, group in GROUPS for verb in group]
    assert len(verbs) == len(set(verbs))
    stray = [field for field in FIELDS if "." in field and field.partition(".")[0] not in VERBS]
    assert not stray


@pytest.mark.either_database
def test_what_a_year_of_work_wrote_down_has_words(seeds: Seeds, tmp_path: Path) -> None:
    """The demo: verbs, kinds and fields as they stand in the trail, those that are only known when they are written
    too. Goals, steps and groups are written down by their numbers; places by their keys are told as a count."""
    base = seeds.demo(tmp_path / "data") / "dondoc.sqlite3"
    with sqlite3.connect(base) as data:
        rows = data.execute("SELECT DISTINCT verb, object_kind, before, after FROM records_auditentry").fetchall()
    assert len(rows) > 1000
    told = {(verb, field) for verb, _kind, *sides in rows for side in sides for field in json.loads(side)}
    known = {*FIELDS, *INTERNAL}
    assert {verb for verb, *_ in rows} <= set(VERBS)
    assert {kind for _, kind, *_ in rows} <= set(KINDS)
    assert not {pair for pair in told if pair[1] not in known and not pair[1].isdecimal()}
