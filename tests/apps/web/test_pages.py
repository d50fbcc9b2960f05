"""Page or fragment, doors, headers, errors."""

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils.translation import get_language

from dondoc.accounts.models import User
from dondoc.toolkit.errors import BadInput
from dondoc.web import errors
from dondoc.web.middleware import RefusalPages, chosen_language
from dondoc.web.pages import page
from people import Cast


class Htmx:
    boosted = False
    history_restore_request = False

    def __bool__(self) -> bool:
        return True


def test_htmx_gets_the_part_and_a_browser_the_page() -> None:
    request = RequestFactory().get("/")
    context = {"status": 404, "title": "Không có", "advice": ()}
    request.htmx = Htmx()  # type: ignore[attr-defined]
    response = page(request, "server_fault.html", context, fragment="_error.html")
    assert "<html" not in response.content.decode()
    assert "HX-Request" in response["Vary"]
    Htmx.boosted = True
    assert "<html" in page(request, "server_fault.html", context, fragment="_error.html").content.decode()
    Htmx.boosted = False


def test_a_stranger_is_asked_to_sign_in_and_comes_back(db: None, client: Client) -> None:
    response = client.get("/tai-khoan/?x=1")
    assert (response.status_code, response["Location"]) == (302, "/tai-khoan/dang-nhap/?next=/tai-khoan/%3Fx%3D1")


def test_htmx_moves_the_whole_page_to_sign_in(db: None, client: Client) -> None:
    response = client.get("/tai-khoan/", headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/viec/"})
    assert response["HX-Redirect"].endswith("?next=/viec/")


def test_a_wrong_method_is_405_with_those_allowed(cast: Cast, client: Client) -> None:
    client.force_login(cast.lan)
    response = client.get("/tai-khoan/dang-xuat-moi-noi/")
    assert (response.status_code, response["Allow"]) == (405, "POST")


def test_pages_carry_a_policy_without_inline_script(db: None, client: Client) -> None:
    response = client.get("/tai-khoan/dang-nhap/")
    assert "script-src 'self';" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
    html = response.content.decode()
    assert "<script>" not in html
    assert " style=" not in html
    assert " onclick=" not in html


def test_pages_of_a_person_are_not_kept_by_the_browser(cast: Cast, client: Client) -> None:
    client.force_login(cast.lan)
    assert "no-store" in client.get("/")["Cache-Control"]


def test_an_unknown_address_is_404_in_plain_words(db: None, client: Client) -> None:
    response = client.get("/khong-co/")
    assert response.status_code == 404
    assert "Không tìm thấy trang" in response.content.decode()


def test_a_body_over_the_limit_is_413_before_it_is_read(db: None, client: Client) -> None:
    response = client.post("/tai-khoan/dang-nhap/", CONTENT_LENGTH=str(30 * 1024 * 1024))
    assert response.status_code == 413
    assert "25 MB" in response.content.decode()


def test_a_refusal_that_no_view_caught_says_why() -> None:
    request = RequestFactory().post("/")
    request.user = User()
    request.session = {}  # type: ignore[assignment]
    response = RefusalPages(lambda r: HttpResponse()).process_exception(request, BadInput("x", "Kỳ này đã khóa."))
    assert response is not None
    assert response.status_code == 422
    assert "Kỳ này đã khóa." in response.content.decode()


def test_the_page_of_our_fault_needs_nothing() -> None:
    response = errors.server_fault(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "chưa được ghi" in response.content.decode()


@pytest.mark.parametrize(
    ("accept", "cookie", "language"), [("en-US,en", "", "vi"), ("vi", "en", "en"), ("vi", "xx", "vi")]
)
def test_the_language_is_vietnamese_unless_chosen(
    db: None, client: Client, accept: str, cookie: str, language: str
) -> None:
    client.cookies["ngon-ngu"] = cookie
    response = client.get("/tai-khoan/dang-nhap/", headers={"Accept-Language": accept})
    assert response["Content-Language"] == language
    assert f'<html lang="{language}"' in response.content.decode()


def test_choosing_a_language_goes_back_to_our_own_pages_alone(db: None, client: Client) -> None:
    response = client.post("/ngon-ngu/", {"language": "en", "next": "https://xau.vn/"})
    assert response["Location"] == "/"
    assert client.cookies["ngon-ngu"].value == "en"


def test_health_answers_anybody(db: None, client: Client) -> None:
    assert client.get("/suc-khoe/").json() == {"ok": True}


@pytest.mark.parametrize(
    ("path", "language"), [("/a.docx", "vi"), ("/a.xlsx", "vi"), ("/a.csv", "vi"), ("/a/xlsx/", "vi"), ("/a/", "en")]
)
def test_files_of_the_office_are_vietnamese_whoever_asks(rf: RequestFactory, path: str, language: str) -> None:
    asked = rf.get(path)
    asked.COOKIES["ngon-ngu"] = "en"
    answered = chosen_language(lambda _: HttpResponse(get_language()))(asked)
    assert answered.content.decode() == language
