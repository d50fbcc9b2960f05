"""How well plans are read: `python tests/score.py [--only PART] [--key KEY] [--fields|--verbose]` (`make score`).

Four parts. The annotated plans, in Word, text and PDF, measured by the tool that came with them; a corpus of made-up
plans; the same plans laid out in other ways; and mutants of the annotated plans, whose fields may fall by 0.02 against
the unchanged plan.
Exit status 1 where a threshold is missed. What needs the annotated plans is skipped where they are absent.
"""

import argparse
import json
import multiprocessing
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from mutations import layouts  # noqa: E402
from mutations.dossier import HEADS, take_apart  # noqa: E402
from mutations.mutants import Mutant, make, write  # noqa: E402
from samples.compare import Comparison, Part, compare  # noqa: E402
from samples.loading import keys, plan  # noqa: E402
from samples.to_docx import write_docx  # noqa: E402
from samples.to_txt import write_txt  # noqa: E402

SHARED = HERE.parents[1] / "shared"
MUTANTS = 50
LAYOUTS = 8
MAY_FALL = 0.02
FORMS = ("docx", "txt", "pdf")
Thresholds = dict[str, float]
ANNOTATED: dict[str, Thresholds] = {
    form: {"recall": 1.0, "precision": 1.0, "fields": fields, "body recall": 0.95, "body precision": 0.90}
    | {"body fields": 0.85, "document": 1.0}
    for form, fields in (("docx", 0.97), ("txt", 0.95), ("pdf", 0.95))
}
CORPUS: Thresholds = {"recall": 0.98, "precision": 0.95, "fields": 0.90, "body recall": 0.85, "body precision": 0.85}
CORPUS |= {"body fields": 0.80, "document": 0.90}
COLUMNS = ("recall", "precision", "fields", "body recall", "body precision", "body fields", "document")


@dataclass(frozen=True, slots=True)
class Job:
    """One document to read: `part` annotated | corpus | mutant."""

    part: str
    key: str
    form: str
    file: Path
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """`figures` by column; `wrong` rows of (what, field, gold, read); `failed` where the reading raised."""

    job: Job
    figures: dict[str, float] = field(default_factory=dict)
    document_wrong: tuple[str, ...] = ()
    wrong: tuple[tuple[str, str, str, str], ...] = ()
    failed: str = ""
    done: tuple[str, ...] = ()


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory() as folder, multiprocessing.Pool(2) as pool:
        bad = 0
        for part, jobs, judge in _parts(options.only, Path(folder)):
            start = time.monotonic()
            results = pool.map(measure, jobs, chunksize=1)
            print(f"\n{part}: {len(results)} tài liệu, {time.monotonic() - start:.0f} giây")
            bad += judge(results, options)
    return 1 if bad else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How well plans are read.")
    parser.add_argument("--only", choices=("annotated", "corpus", "layouts", "mutants"))
    parser.add_argument("--key", help="only documents whose key holds this")
    parser.add_argument("--verbose", action="store_true", help="every wrong field")
    parser.add_argument("--fields", action="store_true", help="wrong fields counted by document and field")
    options = parser.parse_args()
    globals()["_KEY"] = options.key or ""
    return options


_KEY = ""


def _parts(only: str | None, folder: Path) -> Iterator[tuple[str, list[Job], Any]]:
    shared = SHARED.is_dir()
    for name, jobs, judge, needs in (
        ("annotated", _annotated, _judge_annotated, True),
        ("corpus", _corpus, _judge_corpus, False),
        ("layouts", _layouts, _judge_layouts, False),
        ("mutants", _mutants, _judge_mutants, True),
    ):
        if only not in (None, name):
            continue
        if needs and not shared:
            print(f"\n{name}: bỏ qua, không có {SHARED}")
            continue
        yield name, [job for job in jobs(folder) if _KEY in job.key], judge


def _annotated(folder: Path) -> Iterable[Job]:
    return [Job("annotated", key, form, SHARED / "plans" / f"{key}.{form}") for key in HEADS for form in FORMS]


def _corpus(folder: Path) -> Iterable[Job]:
    """Every plan as Word and text; as PDF where LibreOffice is present."""
    out = []
    for key in keys():
        out.append(Job("corpus", key, "docx", write_docx(plan(key), folder / f"{key}.docx")))
        out.append(Job("corpus", key, "txt", write_txt(plan(key), folder / f"{key}.txt")))
    made = as_pdf([job.file for job in out if job.form == "docx"], folder)
    return [*out, *(Job("corpus", file.stem, "pdf", file) for file in made)]


def as_pdf(files: list[Path], folder: Path) -> list[Path]:
    """PDF files by LibreOffice in a profile of its own; none where it is absent."""
    office = shutil.which("soffice")
    if office is None:
        print("\ncorpus: bỏ qua PDF, không có LibreOffice")
        return []
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=False, capture_output=True, timeout=180)
    return sorted(folder.glob("*.pdf"))


def _layouts(folder: Path) -> Iterable[Job]:
    return [
        Job("layout", key, file.suffix[1:], file, seed)
        for key in layouts.movable()
        for seed in range(1, LAYOUTS + 1)
        for file in [layouts.write(layouts.lay_out(key, seed)[0], seed, folder / f"{key}-layout-{seed}")]
    ]


def _mutants(folder: Path) -> Iterable[Job]:
    out = []
    for key in HEADS:
        dossier = take_apart(SHARED, key)
        for form, seed in (("docx", 1), ("txt", 0)):
            out.append(Job("mutant", key, form, write(Mutant(dossier, (), ()), seed, folder / f"{key}-base-{form}")))
        for seed in range(1, MUTANTS + 1):
            file = write(make(dossier, seed), seed, folder / f"{key}-{seed}")
            out.append(Job("mutant", key, file.suffix[1:], file, seed))
    return out


def measure(job: Job) -> Result:
    """Reads one document and compares; runs in a worker."""
    from dondoc.plans.reading import read_file

    try:
        read = read_file(job.file).as_json()
    except Exception as error:
        return Result(job, failed=f"{type(error).__name__}: {error}")
    if job.part == "annotated":
        return _by_tool(job, read)
    if job.part == "corpus":
        return _result(job, compare(plan(job.key).gold(), read))
    if job.part == "layout":
        return _result(job, compare(plan(job.key).gold(), read), layouts.lay_out(job.key, job.seed)[1])
    mutant = make(take_apart(SHARED, job.key), job.seed) if job.seed else None
    gold = mutant.dossier.gold if mutant else take_apart(SHARED, job.key).gold
    return _result(job, compare(gold, read), mutant.done if mutant else ())


def _result(job: Job, found: Comparison, done: tuple[str, ...] = ()) -> Result:
    figures = _figures("", found.annex) | _figures("body ", found.body) | {"document": found.document_share}
    wrong = (*_wrong("", found.annex), *_wrong("body ", found.body))
    return Result(job, figures, tuple(found.document_wrong), wrong, done=done)


def _figures(prefix: str, part: Part) -> dict[str, float]:
    values = {"recall": part.recall, "precision": part.precision, "fields": part.fields}
    return {prefix + name: value for name, value in values.items()}


def _wrong(prefix: str, part: Part) -> list[tuple[str, str, str, str]]:
    missing = [(content, prefix + "missing", "", "") for content in part.missing]
    extra = [(content, prefix + "extra", "", "") for content in part.extra]
    return [*missing, *extra, *((what, prefix + name, gold, read) for what, name, gold, read in part.wrong)]


def _by_tool(job: Job, read: dict[str, Any]) -> Result:
    tool, gold = SHARED / "tools" / "score_read.py", SHARED / "gold" / f"{job.key}.json"
    command = [sys.executable, str(tool), str(gold), "-", "--body", "--verbose"]
    run = subprocess.run(command, input=json.dumps(read), capture_output=True, text=True, check=True)
    out = json.loads(run.stdout)
    figures = {"document": sum(out["document"].values()) / len(out["document"])}
    wrong: list[tuple[str, str, str, str]] = []
    for prefix, part in (("", out["annex"]), ("body ", out["body"])):
        names = {"recall": "recall", "precision": "precision", "fields": "all_fields"}
        figures |= {prefix + name: part.get(key) or 0.0 for name, key in names.items()}
        wrong += [(name, prefix + kind, "", "") for kind in ("missing", "extra") for name in part[kind]]
        wrong += [(str(w["task"]), prefix + w["field"], _short(w["gold"]), _short(w["read"])) for w in part["wrong"]]
    bad = tuple(name for name, is_right in out["document"].items() if not is_right)
    counted = [one for one in wrong if "suggested" not in one[1]]
    return Result(job, figures, bad, tuple(counted))


def _short(value: object) -> str:
    return str(value)[:160]


def _judge_annotated(results: list[Result], options: argparse.Namespace) -> int:
    return sum(_show(result, ANNOTATED[result.job.form], options) for result in results)


def _judge_corpus(results: list[Result], options: argparse.Namespace) -> int:
    """The thresholds hold for the mean of each form; single documents are shown."""
    for result in sorted(results, key=lambda one: (one.job.form, one.job.key)):
        _show(result, CORPUS, options)
    bad = 0
    for form in FORMS:
        of_form = [result for result in results if result.job.form == form]
        if not of_form:
            continue
        means = {name: sum(one.figures.get(name, 0) for one in of_form) / len(of_form) for name in COLUMNS}
        bad += _line(f"TRUNG BÌNH {form}", means, CORPUS, ())
    _counted(results)
    return bad


def _judge_layouts(results: list[Result], options: argparse.Namespace) -> int:
    """The thresholds of the corpus hold for the mean; documents below them are shown."""
    for result in results:
        if result.failed or any(result.figures[name] < CORPUS[name] for name in CORPUS):
            _show(result, CORPUS, options)
    means = {name: sum(one.figures.get(name, 0) for one in results) / max(1, len(results)) for name in COLUMNS}
    _counted(results)
    return _line("TRUNG BÌNH", means, CORPUS, ())


def _judge_mutants(results: list[Result], options: argparse.Namespace) -> int:
    bases = {(one.job.key, one.job.form): one for one in results if not one.job.seed}
    bad = 0
    for result in results:
        base = bases[result.job.key, result.job.form].figures
        if not result.job.seed:
            _show(result, {}, options)
            continue
        limits = {name: base.get(name, 0) - MAY_FALL for name in COLUMNS}
        if result.failed or any(result.figures[name] < limit for name, limit in limits.items()):
            bad += _show(result, limits, options)
    print(f"{bad} trong {sum(1 for one in results if one.job.seed)} bản biến đổi kém hơn bản gốc")
    kinds = Counter(
        change
        for one in results
        for change in one.done
        if one.job.seed and _fell(one, bases[one.job.key, one.job.form])
    )
    print("  có mặt trong các bản kém:", ", ".join(f"{name} {count}" for name, count in kinds.most_common()) or "không")
    _counted([one for one in results if one.job.seed])
    return bad


def _fell(result: Result, base: Result) -> bool:
    return any(result.figures.get(name, 0) < base.figures.get(name, 0) - MAY_FALL for name in COLUMNS)


def _show(result: Result, limits: Thresholds, options: argparse.Namespace) -> int:
    name = f"{result.job.key} {result.job.form}" + (f" #{result.job.seed}" if result.job.seed else "")
    if result.failed:
        print(f"{name:34} HỎNG {result.failed}")
        return 1
    bad = _line(name, result.figures, limits, (*result.document_wrong, *result.done))
    if options.verbose:
        for what, kind, gold, read in result.wrong:
            print(f"      {kind:22} {what[:60]}\n          gold {gold}\n          read {read}")
    elif options.fields and result.wrong:
        counted = Counter(kind for _, kind, _, _ in result.wrong)
        print("      " + ", ".join(f"{kind} {count}" for kind, count in counted.most_common()))
    return bad


def _line(name: str, figures: dict[str, float], limits: Thresholds, notes: Iterable[str]) -> int:
    """One row; a figure below its limit is marked. 1 where there is one."""
    shown, bad = [], 0
    for column in COLUMNS:
        low = figures.get(column, 0) < limits.get(column, 0) - 1e-9
        bad |= low
        shown.append(f"{figures.get(column, 0):6.3f}{'*' if low else ' '}")
    print(f"{name:34} {' '.join(shown)}  {' '.join(notes)}")
    return int(bad)


def _counted(results: list[Result]) -> None:
    counted = Counter(kind for result in results for _, kind, _, _ in result.wrong)
    print("  sai nhiều nhất:", ", ".join(f"{kind} {count}" for kind, count in counted.most_common(12)) or "không")


if __name__ == "__main__":
    sys.exit(main())
