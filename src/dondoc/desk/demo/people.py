"""People of the demo: five to become with one click, some more, and an officer for each commune."""

from dataclasses import dataclass
from datetime import datetime

from dondoc.accounts.actions.user import create_user
from dondoc.accounts.models import User
from dondoc.desk.demo.places import MORE_PEOPLE, PASSWORD, PEOPLE, Person
from dondoc.toolkit.text import fold
from dondoc.units.actions.membership import grant_role
from dondoc.units.models import Agency


@dataclass(frozen=True, slots=True)
class Door:
    """One of the five on the sign-in page, with what the person is."""

    code: str
    full_name: str
    says: str


def doors() -> list[Door]:
    """The five roles, in their order; none before the demo is made."""
    codes = dict(User.objects.filter(is_active=True).values_list("login", "code"))
    return [Door(codes[one.login], one.full_name, one.says) for one in PEOPLE if one.login in codes]


def hire(agencies: dict[tuple[str, str], Agency], *, at: datetime) -> dict[str, User]:
    """Everybody with a role, by login. `agencies` is by commune ("" for the province) and kind."""
    everybody = (*PEOPLE, *MORE_PEOPLE, *_officers(agencies))
    return {one.login: _hire(one, number, agencies, at) for number, one in enumerate(everybody, 1)}


def _hire(one: Person, number: int, agencies: dict[tuple[str, str], Agency], at: datetime) -> User:
    """Addresses are made up: a domain that can be nobody's (RFC 2606), numbers that no provider has given out."""
    user = create_user(
        one.login,
        full_name=one.full_name,
        password=PASSWORD,
        by=None,
        at=at,
        email=f"{one.login}@sonhai.example",
        phone=f"0900000{number:03}",
        is_administrator=not one.role,
    )
    if one.role:
        agency = agencies[one.commune, one.agency]
        grant_role(user, agency=agency, role=one.role, position=one.position, by=None, at=at)
    return user


def _officers(agencies: dict[tuple[str, str], Agency]) -> list[Person]:
    taken = {one.commune for one in PEOPLE}
    communes = [commune for commune, kind in agencies if kind == "ubnd" and commune and commune not in taken]
    return [
        Person(f"vp.{fold(name).replace(' ', '')}", f"Cán bộ {name}", f"cán bộ {name}", "officer", "ubnd", name)
        for name in communes
    ]
