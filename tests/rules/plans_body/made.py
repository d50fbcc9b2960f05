"""Made-up plans for the body's tests: lines of text to a neutral source."""

from dondoc.plans.rules.blocks import Cell, Paragraph, Row, Source, Table

TABLE = "[bảng]"


def source_of(text: str, kind: str = "txt") -> Source:
    """One paragraph for each line that is not empty; `[bảng]` stands for a small table of an annex."""
    blocks: list[Paragraph | Table] = []
    for line in text.strip("\n").split("\n"):
        if line.strip() == TABLE:
            cells = tuple(Cell(text, 0, column) for column, text in enumerate(("TT", "Nhiệm vụ", "Cơ quan chủ trì")))
            blocks.append(Table(0, (Row(0, cells),), 3))
        elif line.strip():
            paragraphs = sum(isinstance(block, Paragraph) for block in blocks)
            blocks.append(Paragraph(line, paragraphs))
    return Source(kind, "made-up", tuple(blocks))
