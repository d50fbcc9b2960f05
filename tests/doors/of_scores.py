"""Addresses of scores: published results are facts that anybody who signed in may read; few take them in."""

from typing import Any

from doors.rows import administrators, signed_in
from makers.scores import make_shipped
from people import Cast


def _batch(_cast: Cast) -> list[Any]:
    return [make_shipped().code]


def _papi(_cast: Cast) -> list[Any]:
    make_shipped()
    return ["papi"]


ROWS = {
    "scores": signed_in(),
    "scores-compare": signed_in(),
    "scores-method": signed_in(),
    "scores-xlsx": signed_in(),
    "scores-csv": signed_in(),
    "scores-description": signed_in(),
    "scores-place": signed_in(args=lambda _cast: ["67"]),
    "scores-goal": signed_in(args=lambda _cast: ["67"]),
    "scores-levers": signed_in(args=lambda _cast: ["67"]),
    "scores-what-if": signed_in(args=lambda _cast: ["67"]),
    "scores-other": signed_in(args=_papi),
    "scores-import": administrators(),
    "scores-type": administrators(),
    "scores-bounds": administrators(args=lambda _cast: [2024]),
    "scores-batch": administrators(args=_batch),
    "scores-batch-file": administrators(args=_batch),
    "scores-populations-all": administrators(),
    "scores-notes": administrators(),
    "scores-populations": administrators(args=lambda _cast: ["P15.250701"]),
}
