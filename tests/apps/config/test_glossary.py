"""Every record of the domain has its Vietnamese term in the glossary."""

import re
from pathlib import Path

import pytest
from django.apps import apps

GLOSSARY = (Path(__file__).resolve().parents[3] / "docs/glossary.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([A-Za-z]+)`", GLOSSARY))
# What the product keeps for itself; nobody outside speaks of it.
OF_THE_MACHINE = {"Delivery", "Event", "Periodic", "SentForm", "SummaryDelta", "SummaryRow"}
MODELS = sorted({model.__name__ for model in apps.get_models() if model.__module__.startswith("dondoc.")})


@pytest.mark.parametrize("name", [name for name in MODELS if name not in OF_THE_MACHINE])
def test_every_record_has_its_term(name: str) -> None:
    assert name in NAMED, f"write a row with `{name}` in docs/glossary.md"
