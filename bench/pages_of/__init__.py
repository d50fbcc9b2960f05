"""The pages of each app in the demo's province: who reads them, where, and how many queries they may take.

A module of an app gives `pages()`: name -> (sign-in or "", address, budget). A budget grows only with a reason; a page
that asks once for each row would be far above its own.
"""

from importlib import import_module
from pathlib import Path

# What the frame of a page asks for whoever signed in, beside its own budget: the notices not read yet, in the top bar;
# whether a unit takes reports of citizens, and how many wait there, in the side bar.
SHELL = 3


def all_pages() -> dict[str, tuple[str, str, int]]:
    found: dict[str, tuple[str, str, int]] = {}
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem != "__init__":
            found |= import_module(f"pages_of.{path.stem}").pages()
    return {name: (who, address, most + SHELL * bool(who)) for name, (who, address, most) in found.items()}
