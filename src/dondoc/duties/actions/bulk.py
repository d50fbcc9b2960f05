"""Many rows of obligations by one statement. Each database has its own quickest way, with the same outcome: a row that
is there already (duty, agency, occurrence) stays as it is."""

from collections.abc import Sequence
from typing import Any

from django.db import connection

COLUMNS = (
    "code", "duty_id", "part", "owed_by_id", "held_by_id", "unit_id", "province_id", "occurrence", "label", "opens_on",
    "due_at", "due_on", "aim_on", "explained", "state", "settled_at", "is_claimed", "is_history", "is_requested",
    "note", "reason", "section", "component", "is_entered_for", "assigned_to_id", "expansion_id", "version",
)  # fmt: skip
_NAMES = ", ".join(COLUMNS)
_UNLESS_THERE = "ON CONFLICT (duty_id, owed_by_id, occurrence) DO NOTHING"


def insert_rows(rows: Sequence[tuple[Any, ...]]) -> int:
    """How many were new. A code that is taken raises IntegrityError and nothing is written."""
    if not rows:
        return 0
    return _copied(rows) if connection.vendor == "postgresql" else _inserted(rows)


def _inserted(rows: Sequence[tuple[Any, ...]]) -> int:
    """SQLite runs one prepared statement over all rows without leaving the process."""
    marks = ", ".join(["%s"] * len(COLUMNS))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO duties_obligation ({_NAMES}) VALUES ({marks}) {_UNLESS_THERE}", rows)
        return max(int(cursor.rowcount), 0)


def _copied(rows: Sequence[tuple[Any, ...]]) -> int:
    """PostgreSQL takes them in as a stream, into a table of this transaction, and from there at once."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS fresh_obligation")
        cursor.execute(
            f"CREATE TEMPORARY TABLE fresh_obligation ON COMMIT DROP AS SELECT {_NAMES} FROM duties_obligation "
            "WITH NO DATA"
        )
        with cursor.copy(f"COPY fresh_obligation ({_NAMES}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        cursor.execute(
            f"INSERT INTO duties_obligation ({_NAMES}) SELECT {_NAMES} FROM fresh_obligation {_UNLESS_THERE}"
        )
        return max(int(cursor.rowcount), 0)
