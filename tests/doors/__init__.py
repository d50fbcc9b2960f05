"""Who may do what at which address, in one table. A new address without a row here fails `test_permissions`.

Rows: name of the address -> expected status for (nobody, stranger, colleague, right person), by GET unless said. An app
keeps its rows in a module of its name; `Row.args` fills the address and may ask for things made by the makers.
"""

from importlib import import_module
from pathlib import Path

from doors.rows import PEOPLE, Row

__all__ = ["DOORS", "PEOPLE", "Row"]

DOORS: dict[str, Row] = {}
for _path in sorted(Path(__file__).parent.glob("of_*.py")):
    DOORS |= import_module(f"doors.{_path.stem}").ROWS
