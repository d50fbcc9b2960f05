"""How long reading a plan takes (file to drafts), and how much memory, beside markitdown in the same run.

    python bench/read.py [PLAN.docx PLAN.pdf …]

Without arguments: ../shared/plans/xin-man-2023.docx and .pdf. Each reading runs in a process of its own after import;
the best of several runs counts. markitdown is not needed by the product: it may live in an environment of its own,
whose Python MARKITDOWN_PYTHON names; where it is missing, how to get it is said.
"""

import os
import subprocess
import sys
from pathlib import Path

PLANS = Path(__file__).resolve().parents[2] / "shared" / "plans"
RUNS = 5
PEER = os.environ.get("MARKITDOWN_PYTHON", sys.executable)
READERS = {
    "dondoc": "from dondoc.plans.reading import read_file as read\nimport dondoc.plans.adapters.opening, {extra}\n",
    "markitdown": "from markitdown import MarkItDown\nread = MarkItDown().convert\nimport {extra}\n",
}
_CHILD = """
import sys, time, resource
from pathlib import Path
{start}
path = Path(sys.argv[1])
before = time.perf_counter()
read(path)
took = time.perf_counter() - before
print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def main(arguments: list[str]) -> int:
    """Prints one line for each file and reader, and the ratio. Status 1 where a file is missing."""
    paths = [Path(each) for each in arguments] or [PLANS / "xin-man-2023.docx", PLANS / "xin-man-2023.pdf"]
    missing = [str(path) for path in paths if not path.is_file()]
    if missing:
        print(f"missing: {', '.join(missing)}", file=sys.stderr)
        return 1
    with_peer = subprocess.run([PEER, "-c", "import markitdown"], capture_output=True, check=False).returncode == 0
    if not with_peer:
        print("markitdown is not here: pip install 'markitdown[docx,pdf]' anywhere, then MARKITDOWN_PYTHON=…/python")
    for path in paths:
        own = best(path, "dondoc")
        print(f"{path.name:28} dondoc     {own[0]:7.3f} s {own[1]:6.0f} MB")
        if with_peer:
            peer = best(path, "markitdown")
            print(f"{path.name:28} markitdown {peer[0]:7.3f} s {peer[1]:6.0f} MB")
            print(f"{path.name:28} ratio      {peer[0] / own[0]:7.2f}   {peer[1] / own[1]:6.2f}   (peer / dondoc)")
    return 0


def best(path: Path, reader: str) -> tuple[float, float]:
    """(seconds, peak MB) of the fastest of some runs."""
    extra = "pdfplumber" if path.suffix == ".pdf" else "lxml.etree"
    code = _CHILD.format(start=READERS[reader].format(extra=extra))
    python = PEER if reader == "markitdown" else sys.executable
    runs = []
    for _ in range(RUNS):
        done = subprocess.run([python, "-c", code, str(path)], capture_output=True, text=True, check=True)
        seconds, memory = done.stdout.split()[-2:]
        runs.append((float(seconds), float(memory)))
    return min(runs)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
