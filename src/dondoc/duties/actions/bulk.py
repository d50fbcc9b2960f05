"""Many rows of obligations by one statement. Each database has its own quickest way, with the same outcome: a row that
is there already (duty, agency, occurrence) stays as it is."""

from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, connection, transaction

COLUMNS = (
    "code", "duty_id", "part", "owed_by_id", "held_by_id", "unit_id", "province_id", "occurrence", "label", "opens_on",
    "due_at", "due_on", "aim_on", "explained", "state", "settled_at", "is_claimed", "is_history", "is_requested",
    "note", "reason", "section", "component", "is_entered_for", "assigned_to_id", "position", "expansion_id", "version",
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
    """PostgreSQL takes them in as a stream. Where one is there already (a run that was killed, a second one) the stream
    is turned back and goes by way of a table of this transaction."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            _stream(cursor, "duties_obligation", rows)
            return len(rows)
    except IntegrityError:
        return _merged(rows)


def _merged(rows: Sequence[tuple[Any, ...]]) -> int:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS fresh_obligation")
        cursor.execute(
            f"CREATE TEMPORARY TABLE fresh_obligation ON COMMIT DROP AS SELECT {_NAMES} FROM duties_obligation "
            "WITH NO DATA"
        )
        _stream(cursor, "fresh_obligation", rows)
        cursor.execute(
            f"INSERT INTO duties_obligation ({_NAMES}) SELECT {_NAMES} FROM fresh_obligation {_UNLESS_THERE}"
        )
        return max(int(cursor.rowcount), 0)


def _stream(cursor: Any, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    with connection.wrap_database_errors, cursor.copy(f"COPY {table} ({_NAMES}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
