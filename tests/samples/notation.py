"""The two notations in which the made-up plans are written.

Rows of an annex, one a line, cells parted by `|` in the order of the columns::

    # 2 | II | Công khai, minh bạch               a heading row: dimension | printed number | printed text
    ## 2.1 | Tiếp cận thông tin @2.1               a group row: printed code | component's name @code in one numbering
    1 | content | Sở A; UBND cấp xã | ^ | Quý II => q:2025-Q2

`^` goes on from the row above (a merged cell). ` => ` parts what is printed from what it means: the names of agencies
and products (parted by `;`), a time (`time_of`), a target (`target_of`); `⏎` is a line break in a cell.

The body, one paragraph a line::

    H I. MỤC ĐÍCH              heading            P text               not a duty
    W Sở A; Sở B || 1. Các sở  heading that names who owes what follows
    S 2 || 2. Công khai        heading of a dimension
    D a) text {coord=… | when=… | s=6 | alt=5 7 | lead=… | product=… | t=…}      a duty; B one that may be left out
    T                          the next table of the body

In a duty the label before the text is not content, nor what stands before `¦`; what stands after `‖` may be left out.
`product=?` and a meaning `?` of a time or target leave open what is right.
"""

import re

from samples.paper import Annex, Column, Gold, Line, TableCell, TableRow

ROLES = ("lead", "coordinate", "execute", "guide_monitor")
LABEL = re.compile(r"^(?:[-+•*]\s*|[IVX]+\.\s+|\d+(?:\.\d+)*[.)]\s+|[a-zđ]\)\s*)")
NEWLINE = "⏎"


def time_of(cell: str) -> Gold | None:
    """`Quý II => q:2025-Q2`; codes: c, m:, q:, y:, r:every+every[,m12][,d20], d<ISO, d=ISO, d>ISO, g:a..b, e, l, o."""
    if not cell:
        return None
    text, _, code = (part.strip() for part in cell.partition("=>"))
    code = code or "c"
    if code == "?":
        return {"text": text, "unsettled": True}
    kinds = {"c": "continuous", "e": "event", "l": "by-law", "o": "other"}
    if code in kinds:
        return {"text": text, "kind": kinds[code], "normalised": {}}
    return {"text": text} | _dated(code)


def _dated(code: str) -> Gold:
    sort, rest = code[0], code[2:]
    if sort in "mqy":
        kind = {"m": "month", "q": "quarter", "y": "year"}[sort]
        return {"kind": kind, "normalised": {kind: rest}}
    if sort == "d":
        op = {"<": "before", "=": "on", ">": "from"}[code[1]]
        return {"kind": "date", "normalised": {"date": rest, "op": op}}
    if sort == "g":
        start, _, end = rest.partition("..")
        return {"kind": "range", "normalised": {"from": start, "to": end}}
    return _recurring(rest)


def _recurring(rest: str) -> Gold:
    every, *anchors = rest.split(",")
    names = [name or None for name in every.split("+")]
    out: Gold = {"every": names[0] if len(names) == 1 else names}
    for anchor in anchors:
        out["month" if anchor[0] == "m" else "day"] = int(anchor[1:])
    return {"kind": "recurring", "normalised": out}


def target_of(text: str, code: str) -> Gold:
    """`>= 90 %`, `= 2 lần/năm`; an empty code is a target without a figure, `?` one that is not settled."""
    if code == "?":
        return {"text": text, "unsettled": True}
    op, value, unit = ([*code.split(maxsplit=2), None, None, None])[:3]
    figure = None if value is None else float(value)
    if figure is not None and figure.is_integer():
        figure = int(figure)
    return {"text": text, "op": op, "value": figure, "unit": unit}


def names_of(cell: str, joiner: str) -> tuple[str, list[str]]:
    """Printed text and the names in it."""
    printed, arrow, meant = (part.strip() for part in cell.partition("=>"))
    names = [name.strip() for name in (meant if arrow else printed).split(";") if name.strip()]
    return (printed if arrow else joiner.join(names)), names


class Rows:
    """Reads the rows of one annex; keeps what goes on from row to row."""

    def __init__(self, columns: tuple[Column, ...], joiner: str, form: str, section: int | None) -> None:
        self.columns, self.joiner, self.form, self.section = columns, joiner, form, section
        self.group: Gold = {}
        self.above: dict[str, str] = {}

    def read(self, text: str) -> tuple[TableRow, ...]:
        lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
        return tuple(self._row(line) for line in lines)

    def _row(self, line: str) -> TableRow:
        if line.startswith("## "):
            return self._group([part.strip() for part in line[3:].split("|")])
        if line.startswith("# "):
            return self._heading([part.strip() for part in line[2:].split("|")])
        cells = [part.strip().replace(NEWLINE, "\n") for part in line.split("|")]
        if len(cells) != len(self.columns):
            raise ValueError(f"{len(cells)} cells for {len(self.columns)} columns: {line[:80]}")
        return self._task(cells)

    def _heading(self, parts: list[str]) -> TableRow:
        section, number, text = parts
        self.section, self.group, self.above = int(section) or None, {}, {}
        return TableRow(self._heading_cells(number, text), is_heading=True)

    def _heading_cells(self, number: str, text: str) -> tuple[TableCell, ...]:
        wide = len(self.columns)
        if self.form == "all":
            return (TableCell(f"{number} {text}".strip(), span=wide),)
        if self.form == "span" and self.columns[0].role == "no":
            return (TableCell(number), TableCell(text, span=wide - 1))
        return self._plain_cells(number, text, "content")

    def _plain_cells(self, number: str, text: str, role: str) -> tuple[TableCell, ...]:
        at = next(i for i, column in enumerate(self.columns) if column.role == role)
        texts = ["" for _ in self.columns]
        texts[at] = text
        if self.columns[0].role == "no":
            texts[0] = number
        return tuple(TableCell(cell) for cell in texts)

    def _group(self, parts: list[str]) -> TableRow:
        number, (name, _, code) = parts[0], parts[1].partition("@")
        self.group = _component(number, name.strip(), code.strip())
        self.above = {}
        return TableRow(self._plain_cells(number, name.strip(), "content"), is_heading=True)

    def _task(self, cells: list[str]) -> TableRow:
        task: Gold = {"source": "appendix", "core": True, "section": self.section, "section_alt": []}
        task |= {"lead": [], "coordinate": [], "execute": [], "guide_monitor": [], "product": [], "target": None}
        task |= {"schedule": None, "subcode": None, "indicator_name": None, "papi_subdimension": None} | self.group
        printed = tuple(self._cell(column.role, text, task) for column, text in zip(self.columns, cells, strict=True))
        return TableRow(printed, task)

    def _cell(self, role: str, text: str, task: Gold) -> TableCell:
        goes_on = text == "^"
        source = self.above.get(role, "") if goes_on else text
        self.above[role] = source
        return TableCell(_fill(role, source, task, self.joiner), from_above=goes_on)


def _agencies(text: str, task: Gold) -> None:
    """One cell for all: `Chủ trì: A⏎Phối hợp: B; C`."""
    for line in text.split("\n"):
        label, _, names = line.partition(":")
        role = "coordinate" if "phối hợp" in label.lower() else "lead"
        task[role] = names_of(names.strip(" ."), "; ")[1]


def _component(number: str, name: str, code: str) -> Gold:
    subcode = number if re.fullmatch(r"[1-8]\.\d", number) else None
    return {"subcode": subcode, "indicator_name": name or None, "papi_subdimension": code or None}


def _fill(role: str, source: str, task: Gold, joiner: str) -> str:
    """Puts what a cell means into the task; gives what is printed."""
    if role in ROLES or role == "product":
        printed, task[role] = names_of(source, joiner)
        if role == "product" and "->" in source:
            raise ValueError(source)
        return printed
    text, arrow, code = (part.strip() for part in source.partition("=>"))
    if role == "agencies":
        _agencies(text, task)
    elif role == "section":
        task["section"] = int(code)
    elif role == "when":
        task["schedule"] = time_of(source)
    elif role == "content":
        task["content"] = text
        task["target"] = target_of(text, code) if arrow else task["target"]
    elif role == "target" and text:
        task["target"] = target_of(text, code)
    elif role == "name":
        name, _, component = (part.strip() for part in text.partition("@"))
        task |= _component(str(task.pop("printed", "")), name, component)
        return name
    elif role == "no" and re.fullmatch(r"[1-8]\.\d", text):
        task["printed"] = text
    return text


def annex(
    columns: tuple[Column, ...],
    rows: str,
    *,
    title: tuple[str, ...] = (),
    caption: str = "",
    joiner: str = "; ",
    form: str = "span",
    numbered_header: bool = False,
    place: str = "annex",
    section: int | None = None,
) -> Annex:
    """An annex from its rows; `section` is the dimension of a table that serves one alone."""
    read = Rows(columns, joiner, form, section).read(rows)
    for row in read:
        if row.task is not None:
            row.task.pop("printed", None)
    return Annex(columns, read, title, caption, numbered_header, "body" if place == "body" else "annex")


def score_table(columns: tuple[Column, ...], rows: str, *, title: tuple[str, ...] = (), place: str = "body") -> Annex:
    """A table of scores: every cell is printed, no row is a task."""
    lines = [line.split("|") for line in rows.strip().splitlines()]
    read = tuple(TableRow(tuple(TableCell(cell.strip()) for cell in cells)) for cells in lines)
    return Annex(columns, read, title, place="body" if place == "body" else "annex")


class Body:
    """Reads the body; keeps whose work the duties are and which dimension they serve."""

    def __init__(self) -> None:
        self.who: list[str] = []
        self.section: int | None = None

    def read(self, text: str) -> tuple[Line, ...]:
        lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
        return tuple(self._line(line[0], line[1:].strip()) for line in lines)

    def _line(self, mark: str, rest: str) -> Line:
        if mark == "H":
            self.who, self.section = [], None
            return Line(rest, "heading")
        if mark in "WS":
            return self._heading(mark, rest)
        if mark in "DB":
            return self._duty(rest, core=mark == "D")
        if mark == "T":
            return Line("", "table")
        if mark != "P":
            raise ValueError(f"unknown mark {mark!r}: {rest[:60]}")
        return Line(rest.replace(NEWLINE, "\n"))

    def _heading(self, mark: str, rest: str) -> Line:
        value, _, printed = (part.strip() for part in rest.partition("||"))
        if mark == "S":
            self.section, self.who = int(value) or None, []
        else:
            self.who, self.section = [name.strip() for name in value.split(";") if name.strip()], None
        return Line(printed, "subheading")

    def _duty(self, rest: str, *, core: bool) -> Line:
        text, _, tail = rest.partition(" {")
        options = dict(_option(part) for part in tail.rstrip("}").split(" | ")) if tail else {}
        before, cut, after = text.partition("¦")
        content, end, tail = (after if cut else LABEL.sub("", text)).partition("‖")
        line = (before + after if cut else text).replace("‖", "")
        duty = self._gold(content, options, core)
        if end:
            duty["content_alt"] = (content + tail).replace(NEWLINE, "\n").strip()
        return Line(line.replace(NEWLINE, "\n"), duty=duty)

    def _gold(self, content: str, options: dict[str, str], core: bool) -> Gold:
        section = int(options["s"]) if "s" in options else self.section
        out: Gold = {"source": "body", "core": core, "section": section}
        out |= {"section_alt": [int(one) if one != "0" else None for one in options.get("alt", "").split()]}
        out |= {"subcode": None, "indicator_name": None, "papi_subdimension": None, "execute": [], "guide_monitor": []}
        out |= {"content": content.replace(NEWLINE, "\n").strip(), "lead": self.who, "coordinate": []}
        out["product"] = []
        for option, role in (("lead", "lead"), ("coord", "coordinate"), ("product", "product")):
            if option in options:
                out[role] = names_of(options[option], "; ")[1]
        if out["product"] == ["?"]:
            del out["product"]
        text, _, code = options.get("t", "").partition("=>")
        out["target"] = target_of(text.strip(), code.strip()) if text else None
        out["schedule"] = time_of(options.get("when", ""))
        return out


def _option(part: str) -> tuple[str, str]:
    name, _, value = part.partition("=")
    return name.strip(), value.strip()


def body(text: str) -> tuple[Line, ...]:
    """The paragraphs of a body with the duties in them."""
    return Body().read(text)
