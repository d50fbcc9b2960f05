"""What a time expression of a plan means."""

from dataclasses import dataclass, field
from collections.abc import Mapping
from typing import Any


@dataclass(frozen=True, slots=True)
class Schedule:
    kind: str
    text: str
    parts: Mapping[str, Any] = field(default_factory=dict)

    def normalised(self) -> dict[str, Any]:
        return dict(self.parts)

    def as_json(self) -> dict[str, Any]:
        return {"text": self.text, "kind": self.kind, "normalised": self.normalised()}
