"""Who takes results in: the focal point of a province, where the published table is stored."""

import pytest
from django.test import Client

from makers import make_agency, make_member, make_unit
from makers.scores import make_shipped
from people import Cast, signed_in


@pytest.fixture
def ha(cast: Cast) -> Client:
    """No administrator."""
    cast.ha.is_administrator = False
    cast.ha.save()
    make_member(cast.ha, make_agency(make_unit("Đắk Nông", code="P67"), "Sở Nội vụ", kind="t-noi-vu"), "focal")
    make_shipped()
    return signed_in("ha.lt")
