"""The sample that comes with the product reads as it is known to: a golden file, renewed by `--update`.

python tests/apps/plans_score/test_sample_reading.py --update
"""

import difflib
import json
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

GOLDEN = HERE / "ke-hoach-mau.json"
SAMPLE = HERE.parents[2] / "src" / "dondoc" / "plans" / "samples" / "ke-hoach-mau.docx"
LEFT_OUT = ("where", "confidence")


def reading() -> dict[str, Any]:
    """What is read of the sample, without places and confidences: those may change without a change of meaning."""
    from dondoc.plans.reading import read_file

    kept: dict[str, Any] = _kept(read_file(SAMPLE).as_json())
    return kept


def _kept(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _kept(one) for name, one in value.items() if name not in LEFT_OUT}
    return [_kept(one) for one in value] if isinstance(value, list) else value


def printed(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def test_the_bundled_sample_reads_as_the_golden_file_says() -> None:
    now, before = printed(reading()), GOLDEN.read_text(encoding="utf-8")
    changes = difflib.unified_diff(before.splitlines(), now.splitlines(), "golden", "reading", lineterm="", n=2)
    assert now == before, "\n".join(changes)


def test_the_bundled_sample_is_the_one_its_text_makes(tmp_path: Path) -> None:
    from dondoc.plans.reading import read_file
    from samples.loading import BUNDLED, plan
    from samples.to_docx import write_docx

    made = read_file(write_docx(plan(BUNDLED), tmp_path / "made.docx")).as_json()
    assert _kept(made) == reading(), "run tests/samples/make_samples.py"


if __name__ == "__main__" and "--update" in sys.argv:
    GOLDEN.write_text(printed(reading()), encoding="utf-8")
    print(GOLDEN)
