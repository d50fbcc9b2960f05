"""Addresses of scores: published results are facts that anybody who signed in may read."""

from doors.rows import signed_in

ROWS = {
    "scores": signed_in(),
    "scores-compare": signed_in(),
    "scores-method": signed_in(),
    "scores-xlsx": signed_in(),
    "scores-csv": signed_in(),
    "scores-description": signed_in(),
    "scores-place": signed_in(args=lambda _cast: ["67"]),
}
