"""Addresses of the public's pages: anybody reads what is open; who leads opens it."""

from typing import Any

from doors.of_units import lans_ward
from doors.rows import Row, anyone
from makers.portal import make_open_unit
from people import Cast


def _open_unit(_cast: Cast) -> list[Any]:
    return [make_open_unit().code]


def _wards_unit(cast: Cast) -> list[Any]:
    return [lans_ward(cast).unit.code]


ROWS = {
    "portal": anyone(),
    "portal-display": anyone(302, method="post"),
    "portal-manifest": anyone(),
    "portal-worker": anyone(),
    "portal-kept": anyone(),
    "portal-unit": anyone(args=_open_unit),
    "portal-plans": anyone(args=_open_unit),
    "portal-plan": anyone(404, args=lambda cast: [*_open_unit(cast), "khong-co"]),
    "portal-items": anyone(args=_open_unit),
    "portal-item-file": anyone(404, args=lambda cast: [*_open_unit(cast), "khong-co"]),
    "portal-drafts": anyone(args=_open_unit),
    "portal-ledger": anyone(args=_open_unit),
    "portal-calendar": anyone(args=_open_unit),
    "portal-dialogues": anyone(args=_open_unit),
    "portal-scores": anyone(args=_open_unit),
    "portal-feed": anyone(args=_open_unit),
    "portal-data": anyone(args=_open_unit),
    "portal-dcat": anyone(args=_open_unit),
    "portal-table": anyone(args=lambda cast: [*_open_unit(cast), "ke-hoach"]),
    "portal-openings": Row((302, 404, 404, 404)),
    "portal-opening": Row((302, 404, 404, 200), args=_wards_unit),
}
