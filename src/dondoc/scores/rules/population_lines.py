"""Populations of provinces as lines of text: name; people. Pasted from a yearbook (tabs) or typed (semicolons)."""

import re
from collections.abc import Mapping

from dondoc.scores.rules.provinces import find_province
from dondoc.toolkit.errors import BadInput
from dondoc.toolkit.numbers import read_number
from dondoc.toolkit.sayings import Saying
from dondoc.toolkit.text import clean

LEAST, MOST = 1_000, 20_000_000


def parse_populations(text: str, names: Mapping[str, str], *, times: int = 1) -> tuple[dict[str, int], list[Saying]]:
    """Populations by place, and a sentence for each line that is wrong; empty lines are left out. `times` is 1000 where
    the table counts in thousands of people, as yearbooks do."""
    found: dict[str, int] = {}
    faults: list[Saying] = []
    for number, line in enumerate(clean(text).splitlines(), 1):
        cells = [cell.strip() for cell in re.split(r"\t|;", line) if cell.strip()]
        if not cells:
            continue
        try:
            place, people = _line(cells, names, times)
            if place in found:
                raise BadInput("place-doubled", "{name} đã có ở dòng trên.", name=names[place])
            found[place] = people
        except BadInput as refused:
            faults.append(Saying("Dòng {number}: {why}", number=number, why=refused.message))
    if not found and not faults:
        faults.append(Saying("Chưa có dòng nào. Viết mỗi tỉnh một dòng: tên tỉnh; dân số."))
    return found, faults


def _line(cells: list[str], names: Mapping[str, str], times: int) -> tuple[str, int]:
    if len(cells) != 2:
        raise BadInput("line-columns", "có {count} cột, cần đủ 2: tên tỉnh; dân số.", count=len(cells))
    place = find_province(cells[0], names)
    people = int(read_number(cells[1]) * times)
    if not LEAST <= people <= MOST:
        wanted = Saying("nghìn người, ví dụ 671,3") if times > 1 else Saying("người, ví dụ 671.300")
        raise BadInput(
            "line-number", "“{text}” không phải dân số một tỉnh. Viết số {wanted}.", text=cells[1], wanted=wanted
        )
    return place, people
