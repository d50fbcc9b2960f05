"""Reads of units: typed rows for screens, printed names resolved, members of groups.

For other apps: `as_of`, `members_of`, `resolve` (one name) and `Resolver` (many names of one plan).
"""

from dondoc.units.queries.groups import member_ids, members_of
from dondoc.units.queries.names import Candidate, Proposal, Resolver, resolve
from dondoc.units.queries.places import as_of, descendants_of, province_of, unit_on

__all__ = [
    "Candidate",
    "Proposal",
    "Resolver",
    "as_of",
    "descendants_of",
    "member_ids",
    "members_of",
    "province_of",
    "resolve",
    "unit_on",
]
