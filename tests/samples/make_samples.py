"""Writes the sample plan that comes with the product: `python tests/samples/make_samples.py`."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "src" / "dondoc" / "plans" / "samples"


def main() -> None:
    sys.path.insert(0, str(HERE.parent))
    from samples.loading import BUNDLED, plan
    from samples.to_docx import write_docx

    TARGET.mkdir(parents=True, exist_ok=True)
    print(write_docx(plan(BUNDLED), TARGET / f"{BUNDLED}.docx"))


if __name__ == "__main__":
    main()
