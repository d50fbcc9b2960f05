"""Texts (.txt, .md) to neutral blocks, as they come from a scan's recognition or a clipboard."""

from dondoc.plans.adapters.text.reader import read_text

__all__ = ["read_text"]
