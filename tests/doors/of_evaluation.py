"""Addresses of the evaluation. Lan heads the committee of a ward and evaluates its departments."""

from typing import Any

from doors.rows import own, signed_in
from makers.urging import make_evaluation
from people import Cast


def _code(cast: Cast) -> list[Any]:
    return [make_evaluation(cast.lan).code]


def _unit(cast: Cast) -> list[Any]:
    return [make_evaluation(cast.lan).unit.code, 2026]


def _score(cast: Cast) -> list[Any]:
    row = make_evaluation(cast.lan)
    return [row.code, row.scores.get().agency.code]


ROWS = {
    "evaluations": signed_in(),
    "evaluation-rule": own(200, args=_unit),
    "evaluation-begin": own(302, "post", args=_unit),
    "evaluation-docx": own(200, args=_code),
    "evaluation-xlsx": own(200, args=_code),
    "evaluation-reform": own(200, args=_code),
    "evaluation": own(200, args=_code),
    "evaluation-score": own(200, args=_score),
    "objection-answer": own(404, "post", args=lambda cast: [*_code(cast), "khong-co"]),
    "evaluation-move": own(302, "post", args=lambda cast: [*_code(cast), "lay-y-kien"]),
}
