"""PDF documents with text to neutral blocks."""

from dondoc.plans.adapters.pdf.reader import read_pdf

__all__ = ["read_pdf"]
