"""Settings: read strictly, documented, safe by default."""

import re
import stat
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from dondoc.config import checks
from dondoc.config.environment import BadSettingError, database, envbool, envint, prepare_data, secret_key

ROOT = Path(__file__).resolve().parents[3]


def test_every_setting_is_documented_and_none_is_invented() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/dondoc/config").glob("*.py"))
    read = set(re.findall(r"env(?:str|int|bool)\(\s*\"(DONDOC_\w+)\"", source))
    documented = set(
        re.findall(r"^\| `(DONDOC_\w+)`", (ROOT / "docs/operate/settings.md").read_text(encoding="utf-8"), re.M)
    )
    assert read == documented


@pytest.mark.parametrize(
    ("text", "value"), [("yes", True), ("1", True), ("ON", True), ("no", False), ("", False), ("0", False)]
)
def test_yes_and_no(monkeypatch: pytest.MonkeyPatch, text: str, value: bool) -> None:
    monkeypatch.setenv("DONDOC_X", text)
    assert envbool("DONDOC_X") is value


def test_what_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONDOC_X", "maybe")
    with pytest.raises(BadSettingError, match="DONDOC_X"):
        envbool("DONDOC_X")
    with pytest.raises(BadSettingError, match="DONDOC_X"):
        envint("DONDOC_X", 1)


def test_an_address_of_a_database() -> None:
    base = database("postgresql://a%40b:p%2Fq@db:5433/papi?sslmode=require", Path())
    assert (base["USER"], base["PASSWORD"], base["HOST"], base["PORT"], base["NAME"]) == (
        "a@b",
        "p/q",
        "db",
        "5433",
        "papi",
    )
    assert base["OPTIONS"] == {"sslmode": "require"}
    with pytest.raises(BadSettingError):
        database("mysql://x/y", Path())


def test_without_an_address_it_is_sqlite_that_queues_its_writers(tmp_path: Path) -> None:
    options = database("", tmp_path)["OPTIONS"]
    assert (options["transaction_mode"], options["timeout"]) == ("IMMEDIATE", 20)
    assert "journal_mode=WAL" in options["init_command"]


def test_the_key_is_made_once_and_closed_to_others(tmp_path: Path) -> None:
    place = tmp_path / "data"
    assert secret_key(place) != secret_key(place)
    assert not place.exists()
    prepare_data(place)
    assert secret_key(place) == secret_key(place)
    assert stat.S_IMODE((place / "secret-key").stat().st_mode) == 0o600
    assert stat.S_IMODE(place.stat().st_mode) == 0o700


def test_demo_on_a_public_name_shouts(settings: Any) -> None:
    settings.DEMO = True
    assert checks.demo_stays_home() == []
    settings.IS_EXPOSED = True
    assert [found.id for found in checks.demo_stays_home()] == ["dondoc.E001"]
    assert [found.id for found in checks.demo_is_no_production()] == ["dondoc.E002"]


def test_every_check_has_a_hint_and_a_row_in_the_document(settings: Any) -> None:
    settings.DEMO = settings.DEBUG = settings.IS_EXPOSED = True
    settings.HTTPS = False
    found = [
        one for check in (checks.demo_stays_home, checks.debug_stays_home, checks.cookies_are_safe) for one in check()
    ]
    document = (ROOT / "docs/operate/settings.md").read_text(encoding="utf-8")
    assert len(found) == 3
    assert all(one.hint and f"`{one.id}`" in document for one in found)


def test_migrations_are_complete(db: None) -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
