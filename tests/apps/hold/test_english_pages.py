"""Under English the demo's pages are English, but for what the office itself wrote: all opened, piece by piece."""

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from seeds import Seeds, product

SOURCE = Path(__file__).resolve().parents[3] / "src/dondoc"
LETTERS = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u01b0\u1ea0-\u1ef9]")
# A piece ends at punctuation, and at the number of a document or a day: "118/BC-UBND", "07/12/2026".
ENDS = re.compile(r"(?P<cut>…|\.{3})|\d+/\S+|[·–:()\[\]“”\"',;/|→●+{}<>\n]|[.?!](?:\s|$)|\d\d:\d\d on")
LONG = 4  # words; fewer stand within anything
# The trail and messages are made of our own words: that a page shows what stands there proves nothing, but of the pages
# that quote messages as they were sent.
OF_OURS = {"records_auditentry", "records_job", "django_migrations"}
SENT = {"records_message", "duties_notice"}
QUOTING = ("/don-doc/tin-gui/", "/thong-bao/")
# What stays Vietnamese and is in no table of the demo. A short list: whatever else is found is to be said.
STAYS = (
    "Tiếng Việt",  # the language by its own name
    "Amounts in đồng",  # the currency
    "Kính gửi",  # what stands in the document that a field fills
    "Người làm", "Báo kết quả",  # names of columns, as they stand in the file
    "Kết quả cải thiện Chỉ số PAPI",  # an example of what to type
    # The people of the demo, as the page of signing in presents them.
    "Chuyên viên Sở Tư pháp", "Đầu mối Sở Nội vụ", "Cán bộ xã An Lạc", "Cán bộ xã Hòa Bình", "nhiều việc chậm",
    "Hoàng Văn Páo",  # named within what a citizen wrote: offered to be blotted out
    # Laws and their citations.
    "Điều 49", "văn bản cũ: đối chiếu Nghị định", "Điều 111 khoản 3", "Làm bù cho ngày",
    "theo quyết định của các tỉnh",
)  # fmt: skip


@pytest.mark.either_database
def test_pages_show_no_vietnamese_of_ours(seeds: Seeds, tmp_path: Path) -> None:
    place = seeds.demo(tmp_path / "data")
    told = json.loads(product(place, str(Path(__file__).parent / "pages_in_english.py")).splitlines()[-1])
    base, names, pages = place / "dondoc.sqlite3", told["names"], told["pages"]
    office = Office([*kept_in(base, without=OF_OURS | SENT), *shipped(), *STAYS], names)
    quoting = Office([*kept_in(base, without=OF_OURS), *shipped(), *STAYS], names)
    assert len(pages) > 150
    found = {
        piece: address
        for address, texts in pages.items()
        for piece in (quoting if address.startswith(QUOTING) else office).strange(texts)
    }
    assert not found, "say it (docs/apps/web.md, English): " + json.dumps(found, ensure_ascii=False, indent=1)


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        ("Nothing is late.", []),
        ("Chưa có việc nào.", ["chưa có việc nào"]),
        ("12 items of Sở Nội vụ: quá hạn", ["quá hạn"]),
        ("Work of UBND xã An Lạc (đang mở)", ["đang mở"]),
        ("hạn 07/12/2026", ["hạn"]),
        ("Báo cáo quý III/2026 · hạn 07/12/2026 → đã gửi", ["hạn", "đã gửi"]),
        ("Drop rule đúng ngày đến hạn", ["drop rule đúng ngày đến hạn"]),
        ("To Sở Nội vụ, Lê Thu Hà", []),
        ("118/BC-UBND Niêm yết danh sách", []),
        ("Niêm yết danh sách hộ…", []),
        ("Niêm yết việc…", ["niêm yết việc"]),
        ("Signed by Niêm yết danh sách", []),
        ("Quý III", ["quý iii"]),
        ("hộ nghèo tại nhà văn hóa", []),
        ("nhà văn hóa", ["nhà văn hóa"]),
        ("ĐK", []),
    ],
)
def test_what_the_office_did_not_write_is_found(shown: str, found: list[str]) -> None:
    texts = ["Báo cáo quý III/2026", "Niêm yết danh sách", "Niêm yết danh sách hộ nghèo tại nhà văn hóa thôn."]
    office = Office(texts, ["Sở Nội vụ", "UBND xã An Lạc", "Lê Thu Hà"])
    assert office.strange([unicodedata.normalize("NFD", shown)]) == found


def test_values_of_a_database_are_read_as_texts() -> None:
    assert list(texts_of('{"lời": "\\u0111\\u00fang\\nh\\u1ea1n"}')) == ['{"lời": "đúng\nhạn"}']
    assert list(texts_of("đúng hạn")) == ["đúng hạn"]


class Office:
    """What the office wrote, to be known again in pages: a whole piece between punctuation, at the end of a sentence of
    ours too; a long one that stands within another, since pages quote and cut; names, alone within a sentence."""

    def __init__(self, texts: Iterable[str], names: Iterable[str]) -> None:
        known = {folded(text) for text in texts if LETTERS.search(unicodedata.normalize("NFC", text))}
        self.whole = "\n".join(known)
        self.pieces = {piece for piece, _ in pieces(self.whole)}
        named = sorted({name for name in map(folded, names) if name}, key=len, reverse=True)
        self.named = re.compile(rf"\b(?:{'|'.join(map(re.escape, named))})\b")
        self.words = {word for name in named for word in name.split()}  # labels of a map stand word by word

    def strange(self, texts: Iterable[str]) -> list[str]:
        """The Vietnamese pieces that nobody of the office wrote, each once."""
        shown = dict.fromkeys(one for text in texts for one in pieces(text))
        return [piece for piece, is_cut in shown if not self.knows(piece, is_cut=is_cut)]

    def knows(self, piece: str, *, is_cut: bool) -> bool:
        if piece in self.pieces or piece in self.words:
            return True
        words = piece.split()
        if (is_cut or len(words) >= LONG) and re.search(rf"(?<!\w){re.escape(piece)}", self.whole):
            return True
        if not LETTERS.search(self.named.sub("", piece)):
            return True
        splits = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words) - 1))
        return any(theirs in self.pieces and not LETTERS.search(ours) for ours, theirs in splits)


def folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def pieces(text: str) -> list[tuple[str, bool]]:
    """What stands between the punctuation of a text, where it has a letter that English has not, and whether it was cut
    short there. A single word in capitals is a symbol."""
    text = unicodedata.normalize("NFC", text)
    if text.isupper() and " " not in text:
        return []
    found, begin = [], 0
    for end in [*ENDS.finditer(text), None]:
        piece = " ".join(folded(text[begin : end.start() if end else None]).split())
        if LETTERS.search(piece):
            found.append((piece, bool(end and end["cut"])))
        begin = end.end() if end else begin
    return found


def kept_in(base: Path, *, without: set[str]) -> Iterator[str]:
    """Every text that the demo's office keeps, but for some tables."""
    with closing(sqlite3.connect(base)) as data:
        tables = [name for (name,) in data.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            if table not in without and "fts" not in table:
                rows = data.execute(f'SELECT * FROM "{table}"')
                yield from (text for row in rows for one in row if isinstance(one, str) for text in texts_of(one))


def texts_of(value: str) -> Iterator[str]:
    """A text; of JSON its letters and lines."""
    is_json = value[:1] in ("[", "{")
    letters = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), value) if is_json else value
    yield letters.replace("\\n", "\n") if is_json else letters


def shipped() -> Iterator[str]:
    """Tables of names, and days off as the decrees of each year call them."""
    yield from (path.read_text(encoding="utf-8") for path in SOURCE.glob("*/data/*.csv"))
    for name in (SOURCE / "schedule/rules/holidays.py").read_text(encoding="utf-8").split('"'):
        yield from (name, f"Nghỉ bù {name}")
