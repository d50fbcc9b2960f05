"""Made-up files for the readers' tests: Word documents from raw XML, and what they need around it."""

import re
import zipfile
from pathlib import Path

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WIDTH = 3400
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def word(path: Path, body: str, *, extra: dict[str, str] | None = None, namespace: str = _W) -> Path:
    """A .docx whose body is `body`; `extra` holds parts by name ("numbering", "styles", "footnotes")."""
    extra = extra or {}
    names = (
        f'xmlns:w="{namespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    links = "".join(
        f'<Relationship Id="r{number}" Type="{_KIND}{name}" Target="{name}.xml"/>' for number, name in enumerate(extra)
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        main = f'<Relationship Id="r" Type="{_KIND}officeDocument" Target="word/document.xml"/>'
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{_RELATIONSHIPS}">{main}</Relationships>')
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{_RELATIONSHIPS}">{links}</Relationships>'
        )
        archive.writestr("word/document.xml", f"<w:document {names}><w:body>{body}</w:body></w:document>")
        for name, content in extra.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {names}>{content}</w:{name}>")
    return path


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run; line breaks and tabs as Word keeps them."""
    inner = text.replace("\n", "</w:t><w:br/><w:t>").replace("\t", "</w:t><w:tab/><w:t>")
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{inner}</w:t></w:r></w:p>'


def cell(*texts: str, properties: str = "") -> str:
    span = re.search(r'gridSpan w:val="(\d+)"', properties)
    width = f'<w:tcW w:w="{_WIDTH * int(span[1] if span else 1)}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width}{properties}</w:tcPr>{''.join(paragraph(text) for text in texts)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


_EDGES = "".join(f'<w:{edge} w:val="single"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))


def table(*rows: str, bordered: bool = True) -> str:
    borders = f"<w:tblBorders>{_EDGES}</w:tblBorders>" if bordered else ""
    columns = max(each.count("<w:tcPr>") for each in rows)
    edges = f"<w:gridCol w:w='{_WIDTH}'/>" * columns
    grid = f"<w:tblGrid>{edges}</w:tblGrid>"
    return f"<w:tbl><w:tblPr>{borders}</w:tblPr>{grid}{''.join(rows)}</w:tbl>"


ANNEX_HEAD = row(cell("TT"), cell("Nhiệm vụ"), cell("Cơ quan chủ trì"), cell("Thời gian"), properties="<w:tblHeader/>")
