"""Prints what the demo's pages show under English, as JSON: {"pages": {address: [the texts between its tags]}, "names":
[...]}; run by its own process, which the demo's data belongs to. Names are those that a sentence may hold.

DONDOC_DATA=… python tests/apps/hold/pages_in_english.py
"""

import json
import os
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

SHOWN = ("title", "placeholder", "aria-label", "alt")


class Texts(HTMLParser):
    """The texts of a page, and of its attributes that are read out or shown."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent = tag if tag in ("script", "style") else self.silent
        self.found += [value for name, value in attrs if name in SHOWN and value]

    def handle_endtag(self, tag: str) -> None:
        self.silent = "" if tag == self.silent else self.silent

    def handle_data(self, data: str) -> None:
        self.found += [] if self.silent else [data]


def pages() -> Iterator[tuple[str, list[str]]]:
    from django.conf import settings
    from django.test import Client
    from pages_of import all_pages

    from dondoc.accounts.models import User

    clients: dict[str, Client] = {}
    for who, address in {(who, address): None for who, address, _budget in all_pages().values()}:
        if who not in clients:
            clients[who] = Client(headers={"host": "localhost"})
            if who:
                clients[who].force_login(User.objects.get(login=who))
            clients[who].cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
        answer = clients[who].get(address)
        if "text/html" in answer.headers.get("Content-Type", ""):
            assert answer.status_code == 200, (who, address, answer.status_code)
            assert answer.headers["Content-Language"] == "en", address
            yield f"{address} ({who})", sorted({text.strip() for text in Texts(answer.content.decode()).found})


def names() -> set[str]:
    from dondoc.accounts.models import User
    from dondoc.scores.queries.places import dated_names, province_names
    from dondoc.units.models import AdministrativeUnit, Agency, Settlement

    units = {name for one in AdministrativeUnit.objects.all() for name in (one.full_name, one.name)}
    settlements = {f"{one.kind} {one.name}" for one in Settlement.objects.all()}
    people = User.objects.values_list("full_name", flat=True)
    agencies = Agency.objects.values_list("name", flat=True)
    return {*units, *settlements, *people, *agencies, *province_names().values(), *dated_names().values()}


if __name__ == "__main__":
    os.environ |= {"DJANGO_SETTINGS_MODULE": "dondoc.config.settings", "DONDOC_DEMO": "1"}
    sys.path.append(str(Path(__file__).parents[3] / "bench"))
    import django

    django.setup()
    print(json.dumps({"pages": dict(pages()), "names": sorted(names())}))
