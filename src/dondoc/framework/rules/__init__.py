"""Pure domain: the framework's tables and matching."""

from dondoc.framework.rules.components import ComponentMatch, match_component
from dondoc.framework.rules.dimensions import DimensionMatch, match_dimension
from dondoc.framework.rules.papi import Concept, framework

__all__ = [
    "ComponentMatch",
    "Concept",
    "DimensionMatch",
    "framework",
    "match_component",
    "match_dimension",
]
