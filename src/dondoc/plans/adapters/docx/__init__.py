"""Word documents (.docx) to neutral blocks: exact merges, automatic numbers, revisions accepted, layout undone."""

from dondoc.plans.adapters.docx.body import read_docx

__all__ = ["read_docx"]
