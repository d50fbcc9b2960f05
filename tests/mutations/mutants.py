"""Ways to change an annotated plan without changing what it asks, and mutants made of several of them by a seed."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from mutations.dossier import Dossier, swapped, with_gold, write_docx, write_txt
from samples.paper import Annex, Column, Gold, TableCell, TableRow
from samples.to_txt import Manner

HEADS: dict[str, tuple[str, ...]] = {
    "no": ("STT", "TT", "Số TT", "Stt"),
    "name": ("Nội dung thành phần", "Chỉ số thành phần", "Tiêu chí", "CHỈ SỐ NỘI DUNG/ NỘI DUNG THÀNH PHẦN"),
    "content": ("Nội dung, nhiệm vụ", "Nhiệm vụ, giải pháp", "NHIỆM VỤ", "Nội dung công việc", "Giải pháp thực hiện"),
    "lead": ("Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì", "CƠ QUAN CHỦ TRÌ THỰC HIỆN", "Đơn vị chủ trì tham mưu"),
    "coordinate": ("Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp", "CƠ QUAN, ĐƠN VỊ PHỐI HỢP"),
    "execute": ("Đơn vị thực hiện", "Cơ quan thực hiện", "Đơn vị tổ chức thực hiện"),
    "guide_monitor": ("Cơ quan theo dõi, giám sát", "Đơn vị hướng dẫn, theo dõi", "Cơ quan giám sát"),
    "product": ("Sản phẩm", "Sản phẩm đầu ra", "Kết quả, sản phẩm", "SẢN PHẨM HOÀN THÀNH"),
    "target": ("Chỉ tiêu", "Mục tiêu cần đạt", "Chỉ tiêu năm"),
    "when": ("Thời gian", "Thời gian hoàn thành", "Thời hạn", "THỜI GIAN THỰC HIỆN", "Tiến độ thực hiện"),
    "note": ("Ghi chú",),
}
OPTIONAL = {"xin-man-2023": ("coordinate", "product"), "dak-nong-2024": ("guide_monitor",), "lao-cai-2021": ("note",)}
OTHER_WORDS: dict[str, list[list[tuple[str, str]]]] = {
    "xin-man-2023": [
        [
            ("Xín Mần", "Mường Lát"),
            ("Xin Mần", "Mường Lát"),
            ("Hà Giang", "Thanh Hóa"),
            ("Phạm Duy Hiền", "Lương Thị Hạnh"),
        ],
        [("Nội vụ", "Tổ chức"), ("Nà Chì", "Đa khoa Khu vực"), ("Quảng Nguyên", "Pù Nhi")],
    ],
    "dak-nong-2024": [
        [("Đắk Nông", "Bắc Kạn"), ("Gia Nghĩa", "Phủ Thông"), ("Lê Văn Chiến", "Hoàng Thu Trang"), ("474", "1206")],
        [("Thông tin và Truyền thông", "Khoa học và Công nghệ"), ("Trưởng thôn, buôn, bon, bản", "Trưởng ấp, khóm")],
    ],
    "lao-cai-2021": [
        [("Lào Cai", "Sóc Trăng"), ("Trịnh Xuân Trường", "Trần Văn Lâu")],
        [("Thông tin và Truyền thông", "Văn hóa và Thể thao"), ("Thông tin Truyền thông", "Văn hóa Thể thao")],
    ],
}
YEARS = {"xin-man-2023": 2023, "dak-nong-2024": 2024, "lao-cai-2021": 2021}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed plan: its dossier, the words that are other outside the annex, and what was done."""

    dossier: Dossier
    swaps: tuple[tuple[str, str], ...]
    done: tuple[str, ...]


Change = Callable[[Mutant, random.Random], Mutant]


def _with_annex(mutant: Mutant, annex: Annex, name: str, gold: Gold | None = None) -> Mutant:
    dossier = replace(mutant.dossier, annex=annex, gold=gold or mutant.dossier.gold)
    return replace(mutant, dossier=dossier, done=(*mutant.done, name))


def _columns(annex: Annex, order: list[int]) -> Annex:
    """The table with these columns; a row that is one wide cell beside its number keeps its form."""
    rows = tuple(
        replace(row, cells=tuple(row.cells[at] for at in order))
        if len(row.cells) == len(annex.columns)
        else replace(row, cells=(*row.cells[:-1], replace(row.cells[-1], span=len(order) - len(row.cells) + 1)))
        for row in annex.rows
    )
    return replace(annex, columns=tuple(annex.columns[at] for at in order), rows=rows)


def reorder(mutant: Mutant, chance: random.Random) -> Mutant:
    """The number stays first; what names a component stays before the content."""
    annex = mutant.dossier.annex
    rest = list(range(1, len(annex.columns)))
    chance.shuffle(rest)
    roles = [annex.columns[at].role for at in rest]
    if "name" in roles and roles.index("name") > roles.index("content"):
        one, other = roles.index("name"), roles.index("content")
        rest[one], rest[other] = rest[other], rest[one]
    return _with_annex(mutant, _columns(annex, [0, *rest]), "reorder")


def rename(mutant: Mutant, chance: random.Random) -> Mutant:
    annex = mutant.dossier.annex
    columns = tuple(replace(column, head=chance.choice(HEADS[column.role])) for column in annex.columns)
    return _with_annex(mutant, replace(annex, columns=columns), "rename")


def drop(mutant: Mutant, chance: random.Random) -> Mutant:
    """One optional column goes, and with it what the gold took from it."""
    annex = mutant.dossier.annex
    role = chance.choice(OPTIONAL[mutant.dossier.key])
    order = [at for at, column in enumerate(annex.columns) if column.role != role]
    gold = dict(mutant.dossier.gold)
    if role != "note":
        gold["tasks"] = [_without(task, role) for task in gold["tasks"]]
    return _with_annex(mutant, _columns(annex, order), f"drop {role}", gold)


def _without(task: Gold, role: str) -> Gold:
    if task.get("source", "appendix") != "appendix":
        return task
    out = {name: value for name, value in task.items() if name != f"{role}_normalised"} | {role: []}
    target = task.get("target")
    if role == "product" and target and target["text"] in "; ".join(task["product"]):
        out["target"] = None
    return out


def repeat(mutant: Mutant, chance: random.Random) -> Mutant:
    """Merged cells are split and their values repeated."""
    annex = mutant.dossier.annex
    rows: list[TableRow] = []
    for row in annex.rows:
        above = rows[-1].cells if rows and len(rows[-1].cells) == len(row.cells) else row.cells
        cells = tuple(
            replace(last, span=cell.span) if cell.from_above else cell
            for cell, last in zip(row.cells, above, strict=True)
        )
        rows.append(replace(row, cells=cells))
    return _with_annex(mutant, replace(annex, rows=tuple(rows)), "repeat")


def renumber(mutant: Mutant, chance: random.Random) -> Mutant:
    """The numbers of the heading rows in another manner."""
    manner = chance.choice(
        ("I II III IV V VI VII VIII", "A B C D E F G H", "1 2 3 4 5 6 7 8", "I. II. III. IV. V. VI. VII. VIII.")
    )
    numbers = iter(manner.split())
    annex = mutant.dossier.annex
    rows = tuple(
        replace(row, cells=(replace(row.cells[0], text=next(numbers)), *row.cells[1:])) if row.is_heading else row
        for row in annex.rows
    )
    return _with_annex(mutant, replace(annex, rows=rows), "renumber")


def widen(mutant: Mutant, chance: random.Random) -> Mutant:
    """Heading rows over the whole width, the number in the text; or with nothing merged."""
    annex = mutant.dossier.annex
    whole = chance.random() < 0.5
    rows = tuple(
        _heading(row, len(annex.columns), annex.columns, whole=whole) if row.is_heading else row for row in annex.rows
    )
    return _with_annex(mutant, replace(annex, rows=rows), "widen" if whole else "narrow")


def _heading(row: TableRow, wide: int, columns: tuple[Column, ...], *, whole: bool) -> TableRow:
    number, text = row.cells[0].text, row.cells[1].text
    if whole:
        return replace(row, cells=(TableCell(f"{number.rstrip('.')}. {text}", wide),))
    texts = [""] * wide
    texts[0] = number
    texts[min(at for at, column in enumerate(columns) if column.role in ("name", "content"))] = text
    return replace(row, cells=tuple(TableCell(one) for one in texts))


def reword(mutant: Mutant, chance: random.Random) -> Mutant:
    """Other places, agencies and signers."""
    return _swap(mutant, chance.choice(OTHER_WORDS[mutant.dossier.key]), "reword")


def shift(mutant: Mutant, chance: random.Random) -> Mutant:
    """Every year of the plan's time some years later."""
    by = chance.choice((1, 2))
    year = YEARS[mutant.dossier.key]
    swaps = [(str(one), str(one + by)) for one in range(year - 3, year + 10)]
    shifted = _swap(mutant, swaps, f"shift {by}")
    gold = dict(shifted.dossier.gold)
    gold["document"] = gold["document"] | {"year": year + by}
    return replace(shifted, dossier=replace(shifted.dossier, gold=gold))


def _swap(mutant: Mutant, swaps: list[tuple[str, str]], name: str) -> Mutant:
    annex = mutant.dossier.annex
    rows = tuple(
        replace(row, cells=tuple(replace(cell, text=swapped(cell.text, swaps)) for cell in row.cells))
        for row in annex.rows
    )
    changed = _with_annex(mutant, replace(annex, rows=rows), name, with_gold(mutant.dossier.gold, swaps))
    return replace(changed, swaps=(*mutant.swaps, *swaps))


CHANGES: tuple[Change, ...] = (reorder, rename, drop, repeat, renumber, widen, reword, shift)


def make(dossier: Dossier, seed: int) -> Mutant:
    """A mutant of one to four changes, each at most once; the same seed makes the same mutant."""
    chance = random.Random(f"{dossier.key} {seed}")
    chosen = chance.sample(CHANGES, k=chance.randint(1, 4))
    mutant = Mutant(dossier, (), ())
    for change in sorted(chosen, key=CHANGES.index):
        mutant = change(mutant, chance)
    return mutant


def write(mutant: Mutant, seed: int, path: Path) -> Path:
    """Two of three as Word, the third as received text with other page breaks."""
    swaps = list(mutant.swaps)
    if seed % 3:
        return write_docx(mutant.dossier, swaps, path.with_suffix(".docx"))
    chance = random.Random(seed)
    manner = Manner(
        seed,
        repeats_header=chance.random() < 0.5,
        rows_a_page=chance.randint(2, 7),
        cuts=chance.random(),
        page_numbers=chance.random() < 0.3,
    )
    return write_txt(mutant.dossier, swaps, path.with_suffix(".txt"), manner, chance)
