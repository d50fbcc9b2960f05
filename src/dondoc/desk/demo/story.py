"""What a chapter of the demo finds when it begins."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from dondoc.accounts.models import User
from dondoc.plans.models import Plan
from dondoc.units.models import Agency


@dataclass(frozen=True, slots=True)
class Story:
    """The agencies by commune ("" for the province) and kind, the people by login, the plans, and the present."""

    agencies: Mapping[tuple[str, str], Agency]
    people: Mapping[str, User]
    last: Plan
    this: Plan
    commune: Plan
    at: datetime
