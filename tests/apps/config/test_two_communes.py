"""Two communes of one province, each with one of everything: what is the first's, people of the second find by no
address, and read in no list, search, feed or file.

An address that names something is of a commune, of the province's consolidation, or stands in `OPEN` with the reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile, is_zipfile

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from apps.config.test_permissions import ALL
from dondoc.accounts.models import User
from dondoc.desk.actions.feed import make_feed
from dondoc.reports.models import Consolidation, Report
from dondoc.units.models import Agency
from dondoc.web.doors import Door
from makers import make_agency, make_member, make_unit, make_user
from makers.commune import PHRASE, Addresses, Commune, make_holdings, make_issued
from makers.consolidation import make_consolidation
from makers.reports import make_reporting
from people import hire_cast

AT = datetime(2026, 1, 5, 1, tzinfo=UTC)
FACTS, LED, PUBLIC, SECRET = "the same facts for everybody", "an administrator's", "the public's", "a secret address"
PLACES = (
    "portal-unit", "portal-plans", "portal-items", "portal-drafts", "portal-ledger", "portal-calendar",
    "portal-dialogues", "portal-scores", "portal-feed", "portal-data", "portal-dcat", "send-ways", "send-report",
    "published-reports", "meetings-calendar", "unit",
)  # fmt: skip
"""What anybody may ask of any unit."""
OPEN = {
    **dict.fromkeys(("component", "timer", "office-day", "index", "edition", "scores-place"), FACTS),
    **dict.fromkeys(("scores-goal", "scores-levers", "scores-what-if", "scores-other"), FACTS),
    **dict.fromkeys(("timer-withdraw", "edition-edit", "edition-publish", "scores-bounds", "scores-batch"), LED),
    **dict.fromkeys(("scores-batch-file", "scores-populations", "person", "person-password", "person-close"), LED),
    **dict.fromkeys(("message-decide", "way-up-regime"), LED),
    **dict.fromkeys(("agency-create", "agency-defaults", "group-create", "settlements-add"), "units are facts: 403"),
    **dict.fromkeys(("send-ways", "send-report", "send-signal", "send-channel", "register-add"), PUBLIC),
    **dict.fromkeys(("published-reports", "published-report", "published-photo", "consultation-file"), PUBLIC),
    **dict.fromkeys(("comment", "ledger", "ledger-sheet", "meetings-calendar", "demo-sign-in"), PUBLIC),
    **dict.fromkeys(("open311-discovery", "open311-services", "open311-service", "open311-requests"), PUBLIC),
    **dict.fromkeys(("open311-request", "open311-token"), PUBLIC),
    **dict.fromkeys(("follow-report", "follow-move", "calendar-feed", "invitation-accept"), SECRET),
    **dict.fromkeys(PLACES, PUBLIC),
    **dict.fromkeys(("portal-plan", "portal-item-file", "portal-table"), PUBLIC),
    "letters-write": "of those whom one urges, named in what is sent",
    "obligations-trial": "only who brought the file",
    "plan-cascade": "of the plan above, which every commune below receives: a commune has none below",
}  # fmt: skip
"""Addresses that name what is of no commune, or what anybody may read."""
UNREADY = {"passage-add", "consolidation-pdf"}
"""What a consolidation in preparation does not have yet, for nobody."""
LISTS = (
    "home", "search", "my-work", "my-work-sheet", "monitor-obligations", "monitor-obligations-sheet", "monitor-late",
    "monitor-coverage-sheet", "regimes", "plans", "log", "groups", "feedback-inbox", "register-khieu-nai", "occasions",
    "disclosure-sheet",
)  # fmt: skip
"""Where the head of An Lạc reads the word of An Lạc."""


@dataclass(frozen=True, slots=True)
class World:
    """`theirs` is of An Lạc, `ours` of Hòa Bình; `above` is the province's, `received` both have of it. What is `typed`
    at an address names a thing too. `strangers` are all of Hòa Bình, or of another province. `public` pages of An Lạc
    anybody may open."""

    theirs: Addresses
    ours: Addresses
    above: Addresses
    received: Addresses
    typed: dict[str, dict[str, str]]
    public: list[str]
    word: str
    unit: str
    owner: User
    receiver: User
    strangers: dict[str, User]


@pytest.fixture
def world(db: None) -> World:
    cast = hire_cast(AT)
    setting = make_reporting(cast)
    focal, elsewhere = make_user("van.nt", at=AT), make_user("dan.lq", at=AT)
    make_member(cast.chi, setting.hoa_binh, "head")
    make_member(focal, setting.hoa_binh, "focal")
    make_member(elsewhere, make_agency(make_unit("Sơn Hải"), "Sở Nội vụ", kind="t-noi-vu"), "focal")
    an_lac = Commune(setting.an_lac, cast.minh, cast.lan, "Quỳnhlưuxa")
    hoa_binh = Commune(setting.hoa_binh, cast.chi, cast.tung, "Trầmtíchgần")
    consolidation = make_consolidation(setting, cast, text=an_lac.text)
    theirs, ours = make_holdings(an_lac), make_holdings(hoa_binh)
    strangers = {"officer": cast.tung, "head": cast.chi, "focal": focal, "elsewhere": elsewhere}
    committee = Agency.objects.get(unit=an_lac.committee.unit.parent, kind="ubnd")
    plan = make_issued(committee, text="Kế hoạch của tỉnh", by=cast.ha)
    typed = {
        "feedback-alike": {"phan-anh": theirs["feedback-publish"][0]}, "plan-above": {"cap-tren": plan.code},
    }  # fmt: skip
    public = [reverse(name, args=[an_lac.committee.unit.code]) for name in PLACES]
    public.append(reverse("calendar-feed", args=[make_feed(cast.chi, by=cast.chi, at=AT)]))
    return World(
        theirs, ours, _above(consolidation), {"plan-cascade": [plan.code]}, typed, public, an_lac.word,
        an_lac.committee.unit.code, cast.minh, cast.ha, strangers,
    )  # fmt: skip


def _above(one: Consolidation) -> Addresses:
    """The addresses of the consolidation in which the reports of both stand, and of a report that came in."""
    more: dict[str, list[Any]] = {"consolidation-line": [1], "consolidation-theme": [1]}
    names = [name for name in ALL if name.startswith(("consolidation-", "passage")) and name != "consolidation-open"]
    sent = Report.objects.get(period=one.period, sent_at__isnull=False)
    return {name: [one.code, *more.get(name, [])] for name in ("consolidation", *names)} | {
        "report-return": [sent.code]
    }


def test_nobody_finds_or_reads_what_is_of_another_commune(world: World) -> None:
    held = {*world.theirs, *world.above}
    assert _named() - held - set(OPEN) == set(), "make one in makers/commune.py, or say in OPEN why it is no commune's"
    assert set(OPEN) & held == set(), "what is held is not open"
    assert _unfound(world, world.theirs, world.owner) == set(), "its own head finds all of it"
    assert _unfound(world, world.above, world.receiver) == UNREADY, "who received finds all of it"
    for person in (world.owner, world.strangers["head"]):
        assert _unfound(world, world.received, person) == set(), "whoever is below finds it"
    assert _unfound(world, world.received, world.strangers["elsewhere"]) == set(world.received)
    assert list(_found(world)) == []
    assert _unread(world) == set(), "whose it is reads it there"
    for person in ("head", "focal"):
        assert list(_read(world, world.strangers[person])) == []
    assert list(_read(world, None)) == []
    assert list(_read_within(world, world.strangers["head"])) == []


def _unfound(world: World, addresses: Addresses, person: User) -> set[str]:
    """Names that are 404 for the person, whatever method is used."""
    client = _client(person)
    return {
        name
        for name, args in addresses.items()
        if all(_status(world, client, method, name, args) == 404 for method in _methods(name))
    }


def _status(world: World, client: Client, method: str, name: str, args: list[Any]) -> int:
    return _ask(client, method, reverse(name, args=args), world.typed.get(name)).status_code


def _found(world: World) -> Iterator[str]:
    """What answers a stranger with anything but 404, or a person without an account with anything but the sign-in. The
    head asks in every way, the others in the one that writes, where there is one."""
    foreign = [(name, args) for name, args in (world.theirs | world.above).items()]
    mixed = [(name, [world.ours[name][0], *args[1:]]) for name, args in world.theirs.items() if _names_two(args)]
    mixed.append(("feedback-alike", world.ours["feedback-alike"]))  # and types a report of theirs
    for person, user in {"nobody": None, **world.strangers}.items():
        client, expected = _client(user), 404 if user else 302
        for name, args in foreign + (mixed if person == "head" else []):
            for method in _methods(name) if person == "head" else _methods(name)[-1:]:
                status = _status(world, client, method, name, args)
                if status != expected:
                    yield f"{person} {method} {name} {args}: {status}"


def _names_two(args: list[Any]) -> bool:
    """Whether a thing is named within another, each by its code."""
    return len(args) > 1 and len(str(args[1])) >= 8 and str(args[1]).isalnum()


def _unread(world: World) -> set[str]:
    """Of `LISTS`, those in which even its own head does not read the word of An Lạc."""
    client, asked = _client(world.owner), f"?tim={PHRASE}"
    return {name for name in LISTS if world.word not in _text(_ask(client, "get", reverse(name) + asked))}


def _read(world: World, user: User | None) -> Iterator[str]:
    """The lists and public pages in which a person who searches for it reads the word of An Lạc."""
    lists = [name for name in sorted(set(ALL) - _named()) if "get" in _methods(name) and _opens(name, user)]
    client, asked = _client(user), f"?tim={PHRASE}&q={PHRASE}&don-vi={world.unit}"
    for page in [*map(reverse, lists), *world.public]:
        if world.word in _text(_ask(client, "get", page + asked)):
            yield page


def _read_within(world: World, user: User) -> Iterator[str]:
    """The lists as they stand, and pages and files of what is the person's own, in which the word of An Lạc is read."""
    client, lists = _client(user), {name: [] for name in set(ALL) - _named()}
    for name, args in (lists | world.ours).items():
        if "get" in _methods(name) and world.word in _text(_ask(client, "get", reverse(name, args=args))):
            yield name


def _opens(name: str, user: User | None) -> bool:
    return user is not None or ALL[name].callback.door.who == "anyone"


def _named() -> set[str]:
    """Names of addresses that name something."""
    return {name for name, pattern in ALL.items() if "<" in str(pattern.pattern)}


def _methods(name: str) -> list[str]:
    door: Door = ALL[name].callback.door
    return [method.lower() for method in door.methods]


def _client(user: User | None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user)
    return client


def _ask(client: Client, method: str, address: str, typed: dict[str, str] | None = None) -> HttpResponseBase:
    """The answer; whatever was done is undone."""
    with transaction.atomic():
        answer: HttpResponseBase = getattr(client, method)(address, typed or {})
        transaction.set_rollback(True)
    return answer


def _text(answer: Any) -> str:
    """All that is said, that of a packed file too."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as packed:
            content = b"".join(packed.read(name) for name in packed.namelist())
    return content.decode("utf-8", "replace")
