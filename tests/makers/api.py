"""A program that may send."""

from datetime import datetime

from dondoc.api.actions.client import make_client
from dondoc.api.models import ApiClient
from dondoc.units.models import AdministrativeUnit
from makers import LONG_AGO


def make_program(
    name: str = "Ứng dụng của tỉnh", *, unit: AdministrativeUnit | None = None, at: datetime = LONG_AGO
) -> tuple[ApiClient, str]:
    return make_client(name, by=None, at=at, unit=unit)
