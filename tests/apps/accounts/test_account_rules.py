"""Names of accounts, locks, guessable passwords: pure rules."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.accounts.rules.guessable import is_common, names_person
from dondoc.accounts.rules.identity import email_key, identity_key, initials, login_key, phone_key
from dondoc.accounts.rules.lockout import PER_ACCOUNT, WINDOW, opens_at

NOW = datetime(2026, 11, 10, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("+84 912 345 678", "0912345678"),
        ("0912.345.678", "0912345678"),
        ("84912345678", "0912345678"),
        ("123", ""),
        ("", ""),
    ],
)
def test_phone_numbers(typed: str, key: str) -> None:
    assert phone_key(typed) == key


@pytest.mark.parametrize(
    ("typed", "key"), [("Lan.NT", "lan.nt"), ("đức_anh", "duc_anh"), ("ab", ""), ("a b c", ""), ("-abc", "")]
)
def test_login_names(typed: str, key: str) -> None:
    assert login_key(typed) == key


def test_mail_addresses() -> None:
    assert email_key(" Lan@AnLac.gov.vn ") == "lan@anlac.gov.vn"
    assert email_key("lan@anlac") == email_key("lan") == ""


@given(st.text(max_size=300))
def test_whatever_is_typed_has_one_key(text: str) -> None:
    key = identity_key(text)
    assert identity_key(key) == key or not key.isascii()


def test_initials_are_of_the_given_name() -> None:
    assert [initials(name) for name in ("Nguyễn Thị Lan", "Tùng", "")] == ["TL", "T", ""]


def test_the_door_locks_at_the_fifth_failure_and_opens_a_window_later() -> None:
    failures = [NOW - timedelta(minutes=m) for m in (4, 3, 2, 1)]
    assert opens_at(failures, PER_ACCOUNT, NOW) is None
    locked = [*failures, NOW]
    assert opens_at(locked, PER_ACCOUNT, NOW) == NOW + WINDOW
    assert opens_at(locked, PER_ACCOUNT, NOW + WINDOW) is None


def test_slow_failures_do_not_lock() -> None:
    assert opens_at([NOW - timedelta(minutes=4 * m) for m in range(5)], PER_ACCOUNT, NOW) is None


@pytest.mark.parametrize(
    "password", ["Mật khẩu 123", "matkhau@2026", "Password!!!", "9876543210", "aaaaabbbbb", "QWERTYUIOP"]
)
def test_what_everybody_tries_is_common(password: str) -> None:
    assert is_common(password)


@pytest.mark.parametrize("password", ["bàn ghế cửa sổ 27", "mưa rào tháng bảy", "correct horse battery"])
def test_a_few_words_are_not(password: str) -> None:
    assert not is_common(password)


def test_ones_own_name_is_found_without_marks() -> None:
    assert names_person("nguyễnthịlan", "lan.nt", "Nguyễn Thị Lan")
    assert names_person("0912345678!", "0912345678")
    assert not names_person("sông Hồng mùa nước nổi", "Nguyễn Thị Lan", "lan@anlac.gov.vn")
