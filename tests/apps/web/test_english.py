"""English, the second language: the catalogue is whole, runs as it is kept, and speaks where a person chose it."""

import importlib.util
import io
from pathlib import Path
from types import ModuleType

import pytest
from django.test import Client

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


def test_words_of_tables_are_taken_up_whatever_their_letters(messages: ModuleType) -> None:
    words = messages.words_of_tables()
    assert {"Cao", "Thấp", "sai", "Đường, cầu, vỉa hè"} <= set(words)
    assert "xac-nhan" not in words
