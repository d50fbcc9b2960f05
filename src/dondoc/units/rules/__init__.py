"""Pure domain: names of agencies, how a cell or a sentence is read into them, levels."""

from dondoc.units.rules.agencies import AgencyName, split_agencies
from dondoc.units.rules.levels import level_of
from dondoc.units.rules.naming import canonical
from dondoc.units.rules.runs import AgencyRun, read_agencies

__all__ = ["AgencyName", "AgencyRun", "canonical", "level_of", "read_agencies", "split_agencies"]
