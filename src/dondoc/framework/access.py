"""Indices are facts that whoever signed in may read. The national ones are shaped by administrators, an own one also by
the focal point and leaders of its unit."""

from dondoc.framework.models import Index
from dondoc.units.access import Scope, may_shape_unit


def may_shape_index(scope: Scope, index: Index) -> bool:
    return scope.is_administrator or (index.owner_id is not None and may_shape_unit(scope, index.owner_id))
