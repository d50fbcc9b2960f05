"""Fields of a template replaced by what the paper says; a paragraph that has nothing to say goes.

A field stands in a paragraph. Where it says several lines, the paragraph is repeated, so that its look is
the template's. Word may break a field over several runs: it is looked for in the words of the whole paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from dondoc.web.papers import looks
from dondoc.web.papers.fields import BODY, LINES
from dondoc.web.papers.paper import Paper
from dondoc.web.papers.template import draw_rule

FIELD = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_RULED = {"co_quan_ban_hanh": (looks.ISSUER, looks.HEAD_LEFT), "trich_yeu": (looks.SUMMARY, looks.BODY_WIDTH)}
_BLANKS = {"nguoi_ky": [""]}  # the room for the signature stays while nobody is named
_RULE_SHARE = 0.42  # a third to a half of the words above it


def fields_in(document: Any) -> list[tuple[str, Any]]:
    """(name, paragraph element) of every field of the body, in order."""
    return [(name, line) for line in _paragraphs(document) for name in FIELD.findall(words_of(line))]


def words_of(line: Any) -> str:
    return "".join(text.text or "" for text in _texts(line))


def fill(document: Any, paper: Paper) -> Any:
    """Put the paper's lines into the fields. The paragraph that waits for the body of the document."""
    waiting = None
    styles = {style.name: style.style_id for style in document.styles}
    for name, line in fields_in(document):
        if name == BODY:
            waiting = line
        elif name in LINES:
            lines = [text for text in LINES[name](paper) if text.strip()] or _BLANKS.get(name, [])
            _set_rule(name, line, lines, styles)
            filled = _repeat(line, name, lines)
            if name == "kinh_gui" and len(lines) > 1:
                _restyle(filled, styles[looks.ADDRESSES.name])
    return waiting


def _paragraphs(document: Any) -> Iterator[Any]:
    from docx.oxml.ns import qn

    return iter(list(document.element.body.iter(qn("w:p"))))


def _texts(line: Any) -> list[Any]:
    from docx.oxml.ns import qn

    return list(line.iter(qn("w:t")))


def _repeat(line: Any, name: str, lines: Sequence[str]) -> list[Any]:
    made = []
    for text in lines:
        copy = deepcopy(line)
        _replace(copy, name, text)
        line.addprevious(copy)
        made.append(copy)
    if made or line.getnext() is not None or next(line.itersiblings(line.tag, preceding=True), None) is not None:
        line.getparent().remove(line)
    else:  # a cell may not be left without a paragraph
        _replace(line, name, "")
    return made


def _replace(line: Any, name: str, by: str) -> None:
    """Put `by` where the field begins, in the run that begins it; what else the field was made of becomes empty."""
    from docx.oxml.ns import qn

    texts = _texts(line)
    found = next(match for match in FIELD.finditer(words_of(line)) if match[1] == name)
    at = 0
    for text in texts:
        own = text.text or ""
        start, end = max(0, found.start() - at), min(len(own), found.end() - at)
        at += len(own)
        if start < end:
            begins = at - len(own) <= found.start()
            text.text = own[:start] + (by if begins else "") + own[end:]
            text.set(qn("xml:space"), "preserve")


def _restyle(lines: Sequence[Any], style: str) -> None:
    for line in lines[1:]:
        line.get_or_add_pPr().get_or_add_pStyle().val = style


def _set_rule(name: str, line: Any, lines: Sequence[str], styles: dict[str, str]) -> None:
    """The short line under the issuing body and under the summary, where the template has kept a place for it."""
    after = line.getnext()
    if name not in _RULED or not lines or after is None or getattr(after, "style", None) != styles[looks.RULE.name]:
        return
    look, within = _RULED[name]
    draw_rule(after, _RULE_SHARE * min(looks.width_of(lines[-1], look), within), within)
