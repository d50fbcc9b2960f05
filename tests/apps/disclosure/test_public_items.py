"""What anybody sees, field by field; and the documents of a unit."""

from datetime import datetime, timedelta
from io import BytesIO

import pytest
from docx import Document

from dondoc.disclosure.access import items_of
from dondoc.disclosure.actions.publication import open_to_public
from dondoc.disclosure.queries.papers import list_paper, plan_paper
from dondoc.disclosure.queries.public import public_file, public_items
from dondoc.disclosure.queries.standing import item_rows
from dondoc.duties.actions.evidence import Upload
from dondoc.duties.actions.opening import open_due
from makers.disclosure import PNG, make_publication
from people import Cast, signed_in

pytestmark = pytest.mark.django_db


def test_fields_that_were_not_opened_are_empty(place, cast: Cast, autumn: datetime) -> None:
    paper = Upload("du-toan.txt", ["Thu 120 triệu, chi 118 triệu".encode()])
    one = make_publication(
        place.items["ns-thuc-hien"], place.an_lac, by=cast.lan, at=autumn, number="12/QĐ", papers=[paper]
    )
    [shown] = public_items(place.an_lac.unit, autumn.date())
    assert (shown.number, len(shown.papers), shown.photos) == ("12/QĐ", 1, ())
    open_to_public(one, fields=["places"], by=cast.lan, at=autumn)
    [shown] = public_items(place.an_lac.unit, autumn.date())
    assert (shown.number, shown.papers, len(shown.places)) == ("", (), 2)
    open_to_public(one, fields=[], by=cast.lan, at=autumn)
    assert public_items(place.an_lac.unit, autumn.date()) == []


def test_a_list_of_people_ends_with_its_posting(place, cast: Cast, autumn: datetime) -> None:
    paper = Upload("ho-ngheo.txt", ["Hộ ông Nguyễn Văn A, thôn Nà Lan".encode()])
    item, places = place.items["ho-ngheo"], [_board(autumn)]
    make_publication(item, place.an_lac, by=cast.lan, at=autumn, papers=[paper], places=places)
    day = autumn.date()
    [shown] = public_items(place.an_lac.unit, day)
    code = shown.papers[0].code
    assert shown.photos == ()
    assert public_file(place.an_lac.unit, code, day + timedelta(days=30)) is not None
    assert public_items(place.an_lac.unit, day + timedelta(days=31)) == []
    assert public_file(place.an_lac.unit, code, day + timedelta(days=31)) is None


def test_a_picture_of_a_list_of_people_stays_inside(place, cast: Cast, autumn: datetime) -> None:
    """Nobody can look for numbers of identity papers in it."""
    papers = [Upload("ho-ngheo.png", [PNG]), Upload("ho-ngheo.txt", ["Hộ ông Nguyễn Văn A, thôn Nà Lan".encode()])]
    make_publication(
        place.items["ho-ngheo"], place.an_lac, by=cast.lan, at=autumn, papers=papers, places=[_board(autumn)]
    )
    [shown] = public_items(place.an_lac.unit, autumn.date())
    assert [file.original_name for file in shown.papers] == ["ho-ngheo.txt"]


def _board(at: datetime):
    from makers.disclosure import on_board

    return on_board(at.date())


def text_of(content: bytes) -> str:
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_plan_and_the_list_of_a_quarter(place, cast: Cast, autumn: datetime) -> None:
    make_publication(place.items["ns-thuc-hien"], place.an_lac, by=cast.lan, at=autumn, title="Thực hiện quý III")
    items = list(items_of(place.an_lac.unit, autumn.date()))
    plan = text_of(plan_paper(place.an_lac, items, year=2026, today=autumn.date()))
    for words in ("KẾ HOẠCH", "Nhân dân biết năm 2026", "chưa xác định tần suất", "Thủ tục hành chính"):
        assert words in plan
    listed = text_of(list_paper(place.an_lac, year=2026, quarter=4, today=autumn.date()))
    assert "Thực hiện quý III" in listed
    assert "05/10/2026" in listed
    assert "Thực hiện quý III" not in text_of(list_paper(place.an_lac, year=2026, quarter=3, today=autumn.date()))


def test_a_quarter_with_nothing_says_so_with_its_reason(place, cast: Cast, autumn: datetime) -> None:
    open_due(at=autumn)
    owed = place.owed("dong-gop")
    client = signed_in("lan.nt")
    address = f"/cong-khai/viec/{owed.code}/khong-phat-sinh/"
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "Xã không huy động khoản nào"}).status_code == 302
    owed.refresh_from_db()
    assert owed.state == "nothing-arose"
    rows = item_rows([place.an_lac.unit], autumn.date())
    assert next(row for row in rows if row.item.key == "dong-gop").obligation
