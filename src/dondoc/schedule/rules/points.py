"""Days, months, quarters, years and stretches of them, as they are printed."""

import re
from collections.abc import Iterator

from dondoc.schedule.rules.atoms import WORDS, Atom, count
from dondoc.schedule.rules.expressions import Part, Point
from dondoc.schedule.rules.letters import ending

_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
_MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)"
_QUARTER = r"(?:iv|0?[1-4]|[1il|!]{1,3}|[1lrt]v|ih|hi|h|m|n)(?![a-z0-9])"
_FULL_YEAR = r"(?:19|20)\d\d(?!\d)"
_TO = r" ?(?:,|;|va|den|toi|-|/|\+|&|hoac) ?(?:het )?"
_RELATIVE = r" ?,? ?(?:cua )?nam (?P<relative>nay|sau|truoc|toi|tiep theo|ke tiep|lien ke)(?! (?:ngay|thang|khi|\d))"
_YEAR = (
    rf"(?: ?(?:[/.,-]|nam|,? ?(?:cua |trong )?nam:?|[/-] ?nam)? ?(?P<year>{_FULL_YEAR})"
    rf"| ?[/-] ?(?P<short>[2-4]\d)(?![\d/])|{_RELATIVE})?"
)
_NOT_IN_WORD = r"(?<![a-z0-9])"

_FULL_DATE = re.compile(
    rf"{_NOT_IN_WORD}(?:ngay ?)?(?P<day>{_DAY})(?P<sep> ?/| ?\.| ?-) ?(?P<month>{_MONTH})(?P=sep) ?(?P<year>\d{{4}}"
    rf"|\d\d)(?!\d)"
)
_DAYS_OF_MONTH = re.compile(
    rf"{_NOT_IN_WORD}(?:ngay ?)?(?P<day>{_DAY})(?P<to> ?- ?| den (?:het )?(?:ngay )?|, ?"
    rf"| va (?:ngay )?)(?P<last>{_DAY})"
    rf"(?: ?/ ?| thang ?)(?P<month>{_MONTH})(?! thang){_YEAR}"
)
_DATE_IN_WORDS = re.compile(
    rf"{_NOT_IN_WORD}(?<!tuan )(?:ngay ?)?(?P<day>{_DAY}) ?thang ?(?P<month>{_MONTH})(?! thang| lan){_YEAR}"
)
_DATE = re.compile(
    rf"{_NOT_IN_WORD}(?:ngay ?(?:mung |mong )?(?P<day>{_DAY}) ?[/.-]"
    rf"|(?<![\d/.,-])(?P<plain>{_DAY}) ?/) ?(?P<month>{_MONTH})"
    rf"(?! ?/ ?\d|,\d| ?%){_YEAR}"
)
_MONTHS = re.compile(
    rf"{_NOT_IN_WORD}(?:thang|t(?=\d)) ?(?P<months>{_MONTH}(?:{_TO}(?:thang ?)?{_MONTH})*)(?! (?:lan|thang)){_YEAR}"
)
_MONTHS_PLAIN = re.compile(
    rf"(?:(?<![a-z\d/.,-])|(?<=20\d\d-))(?P<months>{_MONTH}(?: ?- ?{_MONTH})?) ?[/-] ?(?P<year>{_FULL_YEAR})(?! ?/)"
)
_MONTH_IN_WORDS = re.compile(
    r"(?<!hang )(?<!moi )(?<!\d )thang (?P<word>gieng|mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi mot|muoi hai|muoi|chap)"
    rf"(?![a-z])(?= ?$| ?[/,;)-]| nam ){_YEAR}"
)
_QUARTERS = re.compile(
    rf"{_NOT_IN_WORD}(?:quy|qui|q) ?[.:]? ?(?P<quarters>{_QUARTER}(?:{_TO}(?:(?:quy|qui|q) ?)?{_QUARTER})*)"
    rf"(?! (?:lan|thang)){_YEAR}"
)
_QUARTER_IN_WORDS = re.compile(
    rf"{_NOT_IN_WORD}(?:quy|qui) (?P<word>mot|hai|ba|bon|tu|dau tien|dau|cuoi)(?= ?$| ?[/,;)-]| nam| cua nam){_YEAR}"
)
_YEARS = re.compile(
    rf"{_NOT_IN_WORD}(?:(?:giai doan|nhiem ky|nam hoc|nien do|cac nam|ca nam|nam:?"
    rf"|n\.) ?)?(?<![/-])(?P<years>{_FULL_YEAR}"
    rf"(?:(?:{_TO}|/)(?:nam )?{_FULL_YEAR})*)(?! ?/ ?[a-z])(?P<on>,? (?:va|cac)[a-z ]{{0,12}} nam (?:tiep theo|sau"
    rf"|ke tiep|toi)| tro di)?"
)
_THIS_YEAR = re.compile(
    rf"{_NOT_IN_WORD}(?:(?:ngay )?trong|ca|het)(?: ca)? nam(?: nay| ke hoach)?(?! ?\d| hoc| [a-z]{{2,}} ky)(?![a-z])"
)
_PART_OF_YEAR = re.compile(rf"{_NOT_IN_WORD}(?P<part>dau|giua|cuoi)(?: cua)? nam(?! hoc)(?![a-z]){_YEAR}(?! hang)")
_NEXT_YEAR = re.compile(rf"{_NOT_IN_WORD}(?:trong )?nam (?P<relative>nay|sau|toi|ke tiep|tiep theo)(?= ?$| ?[,;.)])")
_STRETCH = re.compile(
    rf"{_NOT_IN_WORD}(?P<number>\d{{1,2}}|sau|ba|chin) ?thang ?(?P<part>dau|cuoi)(?:(?: cua)? nam)?(?! hoc| quy){_YEAR}"
)
_HALF = re.compile(rf"{_NOT_IN_WORD}nua (?P<part>dau|cuoi)(?: cua)? nam{_YEAR}")

_PARTS: dict[str, Part] = {"dau": "start", "giua": "middle", "cuoi": "end"}
_PART_BEFORE = re.compile(r"(?<![a-z])(dau|giua|cuoi)(?: cua)? $")
_WORD_MONTHS = WORDS | {"gieng": 1, "muoi mot": 11, "muoi hai": 12, "chap": 12}
_WORD_QUARTERS = WORDS | {"dau": 1, "dau tien": 1, "cuoi": 4}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "h": 2, "n": 2, "ih": 3, "hi": 3, "m": 3}
_LIST = re.compile(r"den|toi|-")


def point_atoms(flat: str, year: int | None) -> Iterator[Atom]:
    """Every piece of the calendar in the letters, overlapping ones too; best kinds first. `year` is what "trong năm",
    "năm sau" count from; points that print no year keep None, for their neighbours may lend one."""
    yield from _dates(flat, year)
    yield from _stretches(flat, year)
    yield from _months(flat, year)
    yield from _quarters(flat, year)
    yield from _years(flat, year)


def _dates(flat: str, year: int | None) -> Iterator[Atom]:
    for found in _FULL_DATE.finditer(flat):
        point = Point(year=_four(found["year"]), month=int(found["month"]), day=int(found["day"]))
        yield _atom(flat, found, (point,))
    for found in _DAYS_OF_MONTH.finditer(flat):
        days = (int(found["day"]), int(found["last"]))
        ends = tuple(Point(year=_year(found, year), month=int(found["month"]), day=day) for day in days)
        yield _atom(flat, found, ends, is_range=bool(_LIST.search(found["to"])))
    for pattern in (_DATE_IN_WORDS, _DATE):
        for found in pattern.finditer(flat):
            day = found["day"] or found["plain"]
            yield _atom(flat, found, (Point(year=_year(found, year), month=int(found["month"]), day=int(day)),))


def _stretches(flat: str, year: int | None) -> Iterator[Atom]:
    for found in _STRETCH.finditer(flat):
        number = count(found["number"])
        if not 1 < number < 12:
            continue
        first, last = (1, number) if found["part"] == "dau" else (13 - number, 12)
        ends = tuple(Point(year=_year(found, year), month=month) for month in (first, last))
        yield Atom("half", *found.span(), points=ends, is_range=True)
    for found in _HALF.finditer(flat):
        months = (1, 6) if found["part"] == "dau" else (7, 12)
        ends = tuple(Point(year=_year(found, year), month=month) for month in months)
        yield Atom("half", *found.span(), points=ends, is_range=True)


def _months(flat: str, year: int | None) -> Iterator[Atom]:
    for pattern in (_MONTHS, _MONTHS_PLAIN):
        for found in pattern.finditer(flat):
            months = [int(number) for number in re.findall(r"\d+", found["months"])]
            points = tuple(Point(year=_year(found, year), month=month) for month in months)
            yield _atom(flat, found, points, is_range=_is_range(found["months"], len(months)))
    for found in _MONTH_IN_WORDS.finditer(flat):
        yield _atom(flat, found, (Point(year=_year(found, year), month=_WORD_MONTHS[found["word"]]),))


def _quarters(flat: str, year: int | None) -> Iterator[Atom]:
    for found in _QUARTERS.finditer(flat):
        printed = re.sub(r"(?:quy|qui|q)(?![a-z])|va|den|toi|hoac|het", " ", found["quarters"])
        quarters = [_quarter(word) for word in re.findall(r"[a-z0-9|!]+", printed)]
        points = tuple(Point(year=_year(found, year), quarter=quarter) for quarter in quarters)
        yield _atom(flat, found, points, is_range=_is_range(found["quarters"], len(quarters)))
    for found in _QUARTER_IN_WORDS.finditer(flat):
        yield _atom(flat, found, (Point(year=_year(found, year), quarter=_WORD_QUARTERS[found["word"]]),))


def _years(flat: str, year: int | None) -> Iterator[Atom]:
    for found in _YEARS.finditer(flat):
        years = [int(number) for number in re.findall(r"\d{4}", found["years"])]
        points = tuple(Point(year=number) for number in years)
        is_range = len(years) == 2 and bool(re.search(r"den|toi|[-/]", found["years"]))
        if found["on"] is None:
            yield _atom(flat, found, points, is_range=is_range)
        else:
            yield _atom(flat, found, (*points[:1], Point()), is_range=True)
    for found in _PART_OF_YEAR.finditer(flat):
        yield Atom("points", *found.span(), points=(Point(year=_year(found, year)),), part=_PARTS[found["part"]])
    for found in _THIS_YEAR.finditer(flat):
        yield Atom("points", *found.span(), points=(Point(),))
    for found in _NEXT_YEAR.finditer(flat):
        yield Atom("points", *found.span(), points=(Point(year=_year(found, year)),))


def _atom(flat: str, found: re.Match[str], points: tuple[Point, ...], *, is_range: bool = False) -> Atom:
    before = ending(_PART_BEFORE, flat, found.start()) if len(points) == 1 and points[0].day is None else None
    part = _PARTS[before[1]] if before else None
    return Atom("points", found.start(), found.end(), points=points, is_range=is_range, part=part)


def _year(found: re.Match[str], year: int | None) -> int | None:
    """The year printed with a point, "năm sau" counted from the reader's year; None where nothing is printed."""
    groups = found.groupdict()
    if groups.get("year") or groups.get("short"):
        return _four(groups.get("year") or groups["short"])
    relative = groups.get("relative")
    if relative is None or year is None:
        return None
    return year + {"nay": 0, "truoc": -1}.get(relative, 1)


def _four(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _quarter(word: str) -> int:
    if word.lstrip("0") in ("1", "2", "3", "4"):
        return int(word)
    if word.endswith("v"):
        return 4
    return _ROMAN.get(re.sub(r"[1l|!]", "i", word), 1)


def _is_range(printed: str, number: int) -> bool:
    return number == 2 and bool(_LIST.search(printed))
