"""Addresses of framework: what is measured may be read by whoever signed in, shaped by administrators."""

from typing import Any

from dondoc.framework.actions.shipped import load_shipped
from doors.rows import administrators, signed_in
from makers import LONG_AGO
from people import Cast


def _papi(_cast: Cast) -> list[Any]:
    load_shipped(by=None, at=LONG_AGO)
    return ["papi"]


def _papi_2024(cast: Cast) -> list[Any]:
    return [*_papi(cast), 2024]


ROWS = {
    "indices": signed_in(),
    "index": signed_in(args=_papi),
    "edition": signed_in(args=_papi_2024),
    "index-create": administrators(),
    "edition-edit": administrators(args=_papi_2024),
    "edition-publish": administrators("post", _papi_2024),
}
