"""Which drafts may be accepted without reading them one by one, and what still stands in the way of the others."""

from collections.abc import Iterable, Mapping
from typing import Any

# What the reading noticed but leaves nothing to decide.
HARMLESS = frozenset({"target-text", "number-blank", "date-blank", "carried-over"})
SURE = 0.85
OWING = ("lead", "execute")
NOT_UNDERSTOOD = ("", "other")


def is_certain(original: Mapping[str, Any], *, schedule_kind: str, roles: Iterable[str], are_resolved: bool) -> bool:
    """A draft from the annex with nothing to decide: no finding that matters, every field sure, the time understood,
    every agency known and one of them owing. Duties from the body are read from sentences: a person looks at each."""
    findings = {str(one.get("code")) for one in original.get("findings", ())} - HARMLESS
    owes = any(role in OWING for role in roles)
    is_understood = schedule_kind not in NOT_UNDERSTOOD
    is_annex = original.get("source") == "appendix"
    return is_annex and not findings and not doubtful(original) and owes and is_understood and are_resolved


def doubtful(original: Mapping[str, Any]) -> list[str]:
    """The fields of a draft that the reading is not sure of, in its order."""
    return [str(name) for name, sure in original.get("confidence", {}).items() if float(sure) < SURE]
