"""A paper on its template: fields filled, body in its place, annexes behind, each with its own heading and pages."""

from collections.abc import Sequence
from copy import deepcopy
from io import BytesIO
from typing import Any

from dondoc.web.papers import looks, wording
from dondoc.web.papers.blocks import Writer
from dondoc.web.papers.checking import open_template
from dondoc.web.papers.filling import fill, words_of
from dondoc.web.papers.paper import Annex, Block, Kind, Paper
from dondoc.web.papers.template import default_template

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def write_paper(paper: Paper, template: bytes | None = None) -> bytes:
    """The document as .docx, on the office's own template (checked when it was taken) or on ours."""
    document = open_template(template or default_template(paper.kind))
    waiting = fill(document, paper)
    for element in Writer(document, _usable(document.element.body.sectPr)).write(paper.blocks):
        waiting.addprevious(element)
    _keep_with_signature(waiting)
    waiting.getparent().remove(waiting)
    if paper.annexes:
        _add_annexes(document, paper)
    document.core_properties.title = f"{paper.name} {paper.summary}"[:250]
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def write_excerpt(blocks: Sequence[Block], template: bytes | None = None) -> bytes:
    """Blocks without head and signature, in the looks of a report: to be put into another document."""
    document = open_template(template or default_template(Kind.REPORT))
    body = document.element.body
    for element in [one for one in body if one is not body.sectPr]:
        body.remove(element)
    for element in Writer(document, _usable(body.sectPr)).write(blocks):
        body.sectPr.addprevious(element)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _keep_with_signature(waiting: Any) -> None:
    """A page must not hold the signature alone: the last paragraph of the body, or the last row of its last table, goes
    with it; and the empty paragraph that ends every document goes with the signature, or it makes a page of its own."""
    from docx.oxml.ns import qn

    last = waiting.getprevious()
    before = last.getprevious() if last is not None else None
    kept = [] if last is None else [last]
    if before is not None and before.tag == qn("w:tbl") and not words_of(last):
        kept.append(before.findall(qn("w:tr"))[-1])
    kept += list(waiting.itersiblings(qn("w:p"), qn("w:tbl")))[:-1]
    for line in (line for one in kept for line in one.iter(qn("w:p"))):
        line.get_or_add_pPr().get_or_add_keepNext()


def _add_annexes(document: Any, paper: Paper) -> None:
    """Each annex is a section. Word tells a section by its end: the body's goes into its last paragraph, the last
    annex takes the end of the document."""
    end = document.element.body.sectPr
    own = deepcopy(end)
    _end_section(document, end, own)
    for number, annex in enumerate(paper.annexes, 1):
        settings = _settings_of(own, annex)
        writer = Writer(document, _usable(settings))
        for element in (*_head(writer, paper, number), *writer.write(annex.blocks)):
            end.addprevious(element)
        if number < len(paper.annexes):
            _end_section(document, end, settings)
        else:
            end.getparent().replace(end, settings)


def _end_section(document: Any, end: Any, settings: Any) -> None:
    """In the empty paragraph behind the signature where there is one: a second could begin a page of its own."""
    from docx.oxml.ns import qn

    line = end.getprevious()
    is_free = line is not None and line.tag == qn("w:p") and not words_of(line) and not list(line.iter(qn("w:sectPr")))
    if not is_free:
        line = document.add_paragraph(style=looks.RULE.name)._p
        end.addprevious(line)
    line.get_or_add_pPr().append(settings)


def _settings_of(own: Any, annex: Annex) -> Any:
    """The section of an annex: pages from 1 again, and the page turned where its tables are wide."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    settings = deepcopy(own)
    for old in settings.findall(qn("w:pgNumType")):
        settings.remove(old)
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    settings.find(qn("w:pgMar")).addnext(numbers)
    page = settings.find(qn("w:pgSz"))
    if annex.is_landscape and page.get(qn("w:orient")) != "landscape":
        width, height = page.get(qn("w:w")), page.get(qn("w:h"))
        page.set(qn("w:w"), height)
        page.set(qn("w:h"), width)
        page.set(qn("w:orient"), "landscape")
    return settings


def _head(writer: Writer, paper: Paper, number: int) -> Sequence[Any]:
    return (
        writer.line(wording.annex_name(number, len(paper.annexes)), looks.ANNEX.name),
        writer.line(paper.annexes[number - 1].title.upper(), looks.ANNEX_TITLE.name),
        writer.line(wording.annex_of(paper), looks.ANNEX_OF.name),
    )


def _usable(settings: Any) -> int:
    """Between the margins, in twentieths of a point."""
    from docx.oxml.ns import qn

    page, margins = settings.find(qn("w:pgSz")), settings.find(qn("w:pgMar"))
    return int(page.get(qn("w:w"))) - int(margins.get(qn("w:left"))) - int(margins.get(qn("w:right")))
