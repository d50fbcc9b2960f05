"""English, the second language: the catalogue is whole, runs as it is kept, and speaks where a person chose it."""

import importlib.util
import io
import re
from pathlib import Path
from types import ModuleType

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from dondoc.accounts.actions.sign_in import PER_ACCOUNT
from dondoc.toolkit.errors import BadInput
from dondoc.web.formats import said

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def messages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages", ROOT / "tools/messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_everything_said_has_its_english(messages: ModuleType) -> None:
    untold = messages.missing(messages.renewed())
    assert untold == [], "python tools/messages.py, then write the English into src/dondoc/ui/locale/en"


def test_what_runs_is_what_is_kept(messages: ModuleType) -> None:
    from babel.messages.mofile import write_mo

    compiled = io.BytesIO()
    write_mo(compiled, messages.kept())
    assert compiled.getvalue() == messages.CATALOGUE.with_suffix(".mo").read_bytes(), "python tools/messages.py"


def test_no_text_loses_what_is_filled_into_it(messages: ModuleType) -> None:
    places = messages.PLACES.findall
    wrong = [
        one.id
        for one in messages.kept()
        if isinstance(one.id, str) and one.id and sorted(places(one.id)) != sorted(places(str(one.string)))
    ]
    assert wrong == []


@pytest.mark.django_db
def test_a_page_speaks_the_chosen_language(client: Client) -> None:
    assert "Đăng nhập" in client.get("/tai-khoan/dang-nhap/").content.decode()
    client.post("/ngon-ngu/", {"language": "en", "next": "/tai-khoan/dang-nhap/"})
    shown = client.get("/tai-khoan/dang-nhap/").content.decode()
    assert "<h1>Sign in</h1>" in shown
    assert '<html lang="en">' in shown


@pytest.mark.django_db
def test_a_refusal_with_a_value_speaks_the_chosen_language(client: Client) -> None:
    """The address is locked after too many attempts: who, and until when, stand in the sentence."""
    typed = {"identity": "nobody", "password": "sai"}
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    for _attempt in range(PER_ACCOUNT + 1):
        shown = client.post("/tai-khoan/dang-nhap/", typed).content.decode()
    assert re.search(r"This account is locked for a while.* It opens at \d\d:\d\d on \d\d/\d\d/\d{4};", shown)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "vi"
    shown = client.post("/tai-khoan/dang-nhap/", typed).content.decode()
    assert re.search(r"Tài khoản này tạm khóa .* Mở lại lúc \d\d:\d\d ngày \d\d/\d\d/\d{4};", shown)


def test_what_is_filled_in_stands_in_the_sentence_said() -> None:
    refused = BadInput("year-wrong", "Năm phải từ {first} đến {last}.", first=2011, last=2030)
    with translation.override("en"):
        assert said(refused) == said(refused.message) == "The year is between 2011 and 2030."
        assert said(BadInput("x", "Chưa có trong danh mục: {0} 100 %")) == "Chưa có trong danh mục: {0} 100 %"
    assert said(refused) == "Năm phải từ 2011 đến 2030."


@pytest.mark.parametrize(
    ("label", "english"),
    [
        ("Quý II/2026", "Quarter II/2026"),
        ("Tháng 3/2026", "March 2026"),
        ("6 tháng đầu năm 2026", "First half of 2026"),
        ("9 tháng năm 2026", "First nine months of 2026"),
        ("Năm 2026", "2026"),
        ("Từ tháng 3/2026 đến tháng 5/2026, lần 2", "March 2026 to May 2026, no. 2"),
        ("Tuần từ 05/10/2026", "Week from 05/10/2026"),
        ("Hội nghị quý (02/03/2026)", "Hội nghị quý (02/03/2026)"),
    ],
)
def test_the_name_of_a_period_is_said(label: str, english: str) -> None:
    assert said(label) == label
    with translation.override("en"):
        assert said(label) == english


def test_patterns_of_sentences_are_taken_up(messages: ModuleType) -> None:
    words = messages.words_of_calls()
    assert "Năm phải từ {first} đến {last}." in words
    assert "Ghi lý do gia hạn." in words, "what a form demands is passed on to a refusal"
    assert messages.PLACES.findall("{on:%d/%m/%Y} {a} {{…}} %(n)s") == ["{on:%d/%m/%Y}", "{a}", "%(n)s"]


def test_words_of_tables_are_taken_up_whatever_their_letters(messages: ModuleType) -> None:
    words = messages.words_of_tables()
    assert {"Cao", "Thấp", "sai", "Đường, cầu, vỉa hè"} <= set(words)
    assert "xac-nhan" not in words
