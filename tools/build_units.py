"""Makes src/dondoc/units/data/*.csv from public lists. Run by hand when a list changes; never at run time.

    python tools/build_units.py LISTS

LISTS is a folder with the unpacked packages, one sub-folder each (see src/dondoc/units/data/SOURCES.md):
    vietnam_provinces-0.3.0      the list of 3/2/2021 (three tiers)
    vietnam_provinces-2026.9.0   the official conversion table of 1/7/2025, by code
    vietnamadminunits-1.0.4      the lists of 30/6/2025 and 1/7/2025, former names, the main heir of a split commune
Facts are taken (names, codes, which went into which), no code. Kept by hand beside this file: units_days.csv (days of
changes before 1/7/2025, each with its resolution) and units_since.csv (changes after it).
"""

import csv
import importlib
import json
import re
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import SequenceMatcher
from pathlib import Path

from dondoc.toolkit.text import clean, fold, key

HERE = Path(__file__).parent
OUT = HERE.parent / "src/dondoc/units/data"
TWO_TIERS = date(2025, 7, 1)
LATEST_UNDATED = date(2025, 1, 1)
KINDS = ("thành phố", "thị trấn", "thị xã", "đặc khu", "phường", "huyện", "quận", "tỉnh", "xã")
# A spelling mended from one list to the next is no renaming ("Nàn Xín" -> "Nàn Sín").
SAME_NAME = 0.8
# NSO's list writes the union of two old wards with a dash; the later list dropped it.
DASHED = {"00181": "Văn Miếu - Quốc Tử Giám", "00226": "Phương Liên - Trung Tự"}
# Rows of the conversion table that carry a neighbour's code: Mỹ Hưng went to Phục Hòa, Phú Thịnh to Thái Bình.
SLIPS = {("C01615", "C01648"), ("C02485", "C02494")}
ID_WIDTH = {"P": 2, "D": 3, "C": 5}


Units = dict[str, tuple[str, str]]  # unit id -> printed name, parent id


@dataclass(frozen=True, slots=True)
class Row:
    """One version of a unit; `start` and `end` are days or empty, with "~" where only lists bound them."""

    id: str
    code: str
    kind: str
    name: str
    parent: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """`old` went into `new`; `share` is "main" for the likeliest of several heirs."""

    old: str
    new: str
    kind: str
    on: str
    share: str = ""


@dataclass(frozen=True, slots=True)
class Lists:
    """The sources as dictionaries by unit id: (printed name, parent id)."""

    first: Units
    last: Units
    new: Units
    former: dict[tuple[str, str], list[str]]
    pairs: list[tuple[str, str]]
    main: dict[str, str]
    heirs: dict[str, str]
    islands: frozenset[str]


def scope(level: str, code: object) -> str:
    return f"{level}{int(str(code)):0{ID_WIDTH[level]}d}"


def new_id(level: str, code: object, on: date = TWO_TIERS) -> str:
    return f"{scope(level, code)}.{on:%y%m%d}"


def split_kind(printed: str) -> tuple[str, str]:
    """ "Thị Xã Buôn Hồ" -> ("thị xã", "Buôn Hồ"); "Phường 03" -> ("phường", "3")."""
    text = " ".join(clean(printed).replace("’", "'").split())
    kind = next(kind for kind in KINDS if text.lower().startswith(kind + " "))
    name = re.sub(r" ?' ?", "'", text[len(kind) + 1 :])
    name = re.sub(r"^NT |^N\.T ", "Nông trường ", name.replace("Phan Rang-", "Phan Rang - "))
    return kind, name.lstrip("0") if name.isdigit() else name


def squeeze(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(name))


def read_lists(folder: Path) -> Lists:
    database = sqlite3.connect(next(folder.glob("vietnamadminunits-1*")) / "vietnamadminunits/data/dataset.db")
    last: Units = {}
    former: dict[tuple[str, str], list[str]] = defaultdict(list)
    by_key: dict[str, str] = {}
    query = "select wardCode, ward, districtCode, district, provinceCode, province, wardAlias, provinceKey || '_' || "
    query += "districtKey || '_' || wardKey from admin_units_legacy"
    for ward_code, ward, d_code, district, p_code, province, aliases, path in database.execute(query):
        last[scope("P", p_code)] = (province, "")
        last[scope("D", d_code)] = (district, scope("P", p_code))
        if ward_code:
            commune = scope("C", ward_code)
            last[commune] = (ward, scope("D", d_code))
            by_key[path] = commune
            for alias in json.loads(aliases or "[]"):
                former[scope("P", p_code), alias].append(commune)
    new, new_by_key = read_new(database)
    pairs = [(old, heir) for old, heir in read_conversion(folder) if old in last and (old, heir) not in SLIPS]
    main, parents = read_main(folder, by_key, new_by_key), {parent for _, parent in last.values()}
    islands = frozenset(u for u in last if u[0] == "D" and u not in parents)
    return Lists(read_first(folder), last, new, former, pairs, main, province_heirs(pairs, last, new), islands)


def read_new(database: sqlite3.Connection) -> tuple[Units, dict[str, str]]:
    new: Units = {}
    by_key: dict[str, str] = {}
    for code, ward, p_code, province, ward_key, p_key in database.execute(
        "select wardCode, ward, provinceCode, province, wardKey, provinceKey from admin_units"
    ):
        new[scope("P", p_code)] = (province, "")
        new[scope("C", code)] = (ward, scope("P", p_code))
        by_key[f"{p_key}_{ward_key}"] = scope("C", code)
    return new, by_key


def read_first(folder: Path) -> Units:
    path = folder / "vietnam_provinces-0.3.0/vietnam_provinces/data/nested-divisions.json"
    first: Units = {}
    for province in json.loads(path.read_text()):
        p = scope("P", province["code"])
        first[p] = (province["name"], "")
        for district in province["districts"]:
            d = scope("D", district["code"])
            first[d] = (district["name"], p)
            first.update((scope("C", ward["code"]), (ward["name"], d)) for ward in district["wards"])
    return first


def read_conversion(folder: Path) -> Iterator[tuple[str, str]]:
    sys.path.insert(0, str(folder / "vietnam_provinces-2026.9.0"))
    table = importlib.import_module("vietnam_provinces._ward_conversion_2025")
    for code, entry in table.OLD_TO_NEW.items():
        for heir in entry.new_wards:
            yield scope("C", code), scope("C", heir.code)


def read_main(folder: Path, old: dict[str, str], new: dict[str, str]) -> dict[str, str]:
    """Old commune -> the new one that holds most of it; also whole ones, for gaps of the conversion table."""
    path = next(folder.glob("vietnamadminunits-1*")) / "vietnamadminunits/data/converter_2025.json"
    data = json.loads(path.read_text())
    main: dict[str, str] = {}
    for p_key, heirs in data["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward_key, olds in heirs.items():
            main.update((old[o], new[f"{p_key}_{ward_key}"]) for o in olds if o in old)
    for p_key, divided in data["DICT_PROVINCE_WARD_DIVIDED"].items():
        for o, heirs in divided.items():
            best = next((h["newWardKey"] for h in heirs if h["isDefaultNewWard"]), None)
            if o in old and best:
                main[old[o]] = new[f"{p_key}_{best}"]
    return main


def read_table(name: str) -> list[dict[str, str]]:
    lines = (line for line in (HERE / name).read_text().splitlines() if not line.startswith("#"))
    return list(csv.DictReader(lines))


class Days:
    """When the difference between two lists took effect, by the narrowest scope that is known."""

    def __init__(self) -> None:
        self.known = {row["scope"]: row["on"] for row in read_table("units_days.csv")}

    def of(self, *scopes: str) -> tuple[str, str]:
        """The first day of the new state and the last of the old one, as printed in the tables."""
        printed = next((self.known[s] for s in scopes if s in self.known), "")
        on, mark = (date.fromisoformat(printed), "") if printed else (LATEST_UNDATED, "~")
        return f"{on}{mark}", f"{on - timedelta(days=1)}{mark}"


def versions(lists: Lists, days: Days) -> Iterator[Row]:
    """The units of the three-tier order, each as it stood on the first and on the last list."""
    for unit in sorted(lists.first.keys() | lists.last.keys()):
        before, after = lists.first.get(unit), lists.last.get(unit)
        first_day, last_day = days.of(*scopes_of(unit, lists))
        rows = [make(unit, at) for at in (before, after) if at]
        end = "2025-06-30" if unit[0] != "P" or is_regrouped(unit, lists) else ""
        if len(rows) == 2 and is_same(*rows):
            yield replace(rows[1], end=end)
        elif len(rows) == 2:
            yield replace(rows[0], end=last_day)
            yield replace(rows[1], start=first_day, end=end)
        elif before:
            yield replace(rows[0], end=last_day)
        else:
            # Island districts without communes are missing from the first list, not new.
            yield replace(rows[0], start="" if unit in lists.islands else first_day, end=end)


def scopes_of(unit: str, lists: Lists) -> list[str]:
    found = [unit]
    for at in (lists.last.get(unit), lists.first.get(unit)):
        while at and at[1]:
            found.append(at[1])
            at = lists.last.get(at[1]) or lists.first.get(at[1])
    return sorted(set(found), key=lambda scope: "CDP".index(scope[0]))


def make(unit: str, at: tuple[str, str]) -> Row:
    kind, name = split_kind(at[0])
    return Row(unit, unit[1:], kind, DASHED.get(unit[1:], name) if kind == "phường" else name, at[1])


def is_same(a: Row, b: Row) -> bool:
    close = key(a.name) == key(b.name) or SequenceMatcher(None, fold(a.name), fold(b.name)).ratio() >= SAME_NAME
    return a.kind == b.kind and a.parent == b.parent and close


def is_regrouped(province: str, lists: Lists) -> bool:
    """Whether the province took part in the regrouping of 1/7/2025 (52 did, 11 stayed as they were)."""
    heir = lists.heirs[province]
    return sum(other == heir for other in lists.heirs.values()) > 1


def province_heirs(pairs: list[tuple[str, str]], last: Units, new: Units) -> dict[str, str]:
    """Old province -> the new one that took most of its communes."""
    taken: dict[str, Counter[str]] = defaultdict(Counter)
    for old, heir in pairs:
        taken[last[last[old][1]][1]][new[heir][1]] += 1
    return {province: heirs.most_common(1)[0][0] for province, heirs in taken.items()}


def since(lists: Lists) -> Iterator[Row]:
    """The units of the two-tier order, with what changed after 1/7/2025."""
    changes = {row["scope"]: row for row in read_table("units_since.csv")}
    for unit, at in sorted(lists.new.items()):
        is_old = unit[0] == "P" and not is_regrouped(unit, lists)
        row = make(unit, at)
        parent = province_id(at[1], lists) if at[1] else ""
        row = replace(row, id=unit if is_old else f"{unit}.250701", parent=parent, start=str(TWO_TIERS))
        if change := changes.get(unit):
            on = date.fromisoformat(change["on"])
            # A province that was not regrouped is on the old list up to this change.
            if is_old:
                row = replace(row, start="")
            yield replace(row, end=str(on - timedelta(days=1)))
            yield replace(row, kind=change["kind"], start=str(on))
        elif not is_old:
            yield row


def province_id(province: str, lists: Lists) -> str:
    return f"{province}.250701" if is_regrouped(province, lists) else province


def links_before(lists: Lists, days: Days) -> Iterator[Link]:
    """Merges between the two lists of the three-tier order, as far as former names tell them."""
    for unit, (printed, parent) in sorted(lists.first.items()):
        if unit in lists.last or unit[0] == "P":
            continue
        on = days.of(*scopes_of(unit, lists))[0]
        heirs = district_heirs(unit, lists) if unit[0] == "D" else former_heirs(printed, parent, lists)
        for heir, share in shares(heirs):
            yield Link(unit, heir, "split" if share is not None else "merge", on, share or "")
    for new, old in (("D224", "D219"), ("D475", "D474")):
        yield Link(old, new, "split", days.of(*scopes_of(new, lists))[0])


def shares(heirs: list[str]) -> Iterator[tuple[str, str | None]]:
    """Each heir with "main" for the first and "" for the others; None where there is one alone."""
    for number, heir in enumerate(heirs):
        yield heir, None if len(heirs) == 1 else "main" if number == 0 else ""


def district_heirs(district: str, lists: Lists) -> list[str]:
    moved = Counter(lists.last[c][1] for c, (_, d) in lists.first.items() if d == district and c in lists.last)
    return [heir for heir, _ in moved.most_common()]


def former_heirs(printed: str, parent: str, lists: Lists) -> list[str]:
    """The commune that carries the former name, in the same district if several do."""
    province = lists.first[parent][1]
    found = list(dict.fromkeys(lists.former.get((province, squeeze(printed)), [])))
    near = [c for c in found if lists.first.get(c, ("", ""))[1] == parent or lists.last[c][1] == parent]
    return near if len(near) == 1 else found


def links_2025(lists: Lists) -> Iterator[Link]:
    """What went into what on 1/7/2025: provinces, communes, and the island districts that became special zones."""
    on = str(TWO_TIERS)
    for province in sorted(u for u in lists.last if u[0] == "P" and is_regrouped(u, lists)):
        yield Link(province, province_id(lists.heirs[province], lists), "merge", on)
    heirs: dict[str, list[str]] = defaultdict(list)
    for old, heir in lists.pairs:
        heirs[old].append(heir)
    for old in sorted(u for u in lists.last if u[0] == "C" and u not in heirs):
        heirs[old].append(lists.main[old])
    sources = Counter(heir for found in heirs.values() for heir in found)
    for old, found in sorted(heirs.items()):
        for heir in sorted(found):
            share = "main" if len(found) > 1 and heir == main_heir(old, found, lists) else ""
            yield Link(old, f"{heir}.250701", kind_of(old, heir, found, sources, lists), on, share)
    yield from island_links(lists, on)


def main_heir(old: str, found: list[str], lists: Lists) -> str:
    return lists.main[old] if lists.main.get(old) in found else old if old in found else sorted(found)[0]


def kind_of(old: str, heir: str, found: list[str], sources: Counter[str], lists: Lists) -> str:
    if len(found) > 1:
        return "split"
    if sources[heir] > 1:
        return "merge"
    same = split_kind(lists.last[old][0]) == split_kind(lists.new[heir][0])
    return "transfer" if same else "rename"


def island_links(lists: Lists, on: str) -> Iterator[Link]:
    zones = {fold(split_kind(name)[1]): u for u, (name, _) in lists.new.items() if fold(name).startswith("dac khu")}
    for unit in sorted(lists.islands):
        name = split_kind(lists.last[unit][0])[1]
        yield Link(unit, f"{zones[fold(name)]}.250701", "rename", on)


def hand_kept() -> tuple[list[Row], list[Link]]:
    """What no list holds: Hà Tây joined Hà Nội (NQ 15/2008/QH12); Huế is a city since 1/1/2025 (NQ 175/2024/QH15)."""
    rows = [
        Row("P28", "28", "tỉnh", "Hà Tây", "", "", "2008-07-31"),
        Row("P46", "46", "tỉnh", "Thừa Thiên Huế", "", "", "2024-12-31"),
        Row("P46", "46", "thành phố", "Huế", "", "2025-01-01"),
    ]
    return rows, [Link("P28", "P01", "merge", "2008-08-01")]


def write(name: str, header: str, rows: Iterable[tuple[str, ...]]) -> None:
    with (OUT / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(sorted(set(rows)))


def main(folder: Path) -> None:
    lists, days = read_lists(folder), Days()
    extra_rows, extra_links = hand_kept()
    changed = {row.id for row in since(lists)}
    rows = [row for row in versions(lists, days) if row.id != "P46" and not (row.id[0] == "P" and row.id in changed)]
    rows += [*since(lists), *extra_rows]
    for name, level in (("provinces.csv", "P"), ("districts.csv", "D"), ("communes.csv", "C")):
        found = ((r.id, r.code, r.kind, r.name, r.parent, r.start, r.end) for r in rows if r.id[0] == level)
        write(name, "id,code,kind,name,parent,valid_from,valid_to", found)
    links = [*links_before(lists, days), *links_2025(lists), *extra_links]
    write("succession.csv", "old,new,kind,on,share", ((x.old, x.new, x.kind, x.on, x.share) for x in links))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
