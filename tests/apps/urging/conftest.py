"""A province where two communes are five working days late with a public list."""

from datetime import datetime

import pytest

from desk_province import Province, make_province
from dondoc.duties.actions.obligation import excuse
from makers.urging import make_way_up, only_rules
from people import Cast


@pytest.fixture
def province(cast: Cast, now: datetime) -> Province:
    made = make_province(cast, now)
    excuse(made.owed_by(made.department), by=None, at=now, reason="Chỉ xét các xã.")
    only_rules({"offset": 5})
    make_way_up(head=5, above=6, committee=7)
    return made
