"""The style page draws every component; the address is closed outside debug and demo."""

from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory

from dondoc.web.styleguide import styleguide


def test_every_component_is_drawn() -> None:
    request = RequestFactory().get("/kieu-dang/")
    request.user = AnonymousUser()
    html = styleguide(request).content.decode()  # type: ignore[attr-defined]
    for part in (
        "<caption",
        'class="errors"',
        "popover",
        "<progress",
        "<svg",
        'aria-sort="ascending"',
        'class="empty"',
        "skip",
    ):
        assert part in html


def test_it_is_closed_in_production(db: None, client: Client) -> None:
    assert client.get("/kieu-dang/").status_code == 404
