"""The one writer of official documents as .docx, by NĐ 30/2020 (docs/apps/papers.md).

A caller says what the document says (`Paper`); how it looks is the template's, which an office may change.
"""

from dondoc.web.papers.checking import check_template
from dondoc.web.papers.paper import (
    Annex,
    Band,
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Kind,
    Paper,
    Paragraph,
    Run,
    Signature,
    Table,
    Text,
)
from dondoc.web.papers.template import default_template
from dondoc.web.papers.writer import WORD, write_excerpt, write_paper

__all__ = [
    "WORD",
    "Annex",
    "Band",
    "Block",
    "Bullets",
    "Cell",
    "Column",
    "Heading",
    "Kind",
    "Paper",
    "Paragraph",
    "Run",
    "Signature",
    "Table",
    "Text",
    "check_template",
    "default_template",
    "write_excerpt",
    "write_paper",
]
