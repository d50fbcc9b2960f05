"""The side bar: each app says which of its pages a person has a use for (settings.NAVIGATION)."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class NavItem:
    """One place to go. `icon` is one of `macros/parts.html`; `place` orders; `count` is what waits there."""

    label: str
    url: str
    icon: str
    place: int = 50
    count: int = 0

    def is_here(self, path: str) -> bool:
        return path == self.url if self.url == "/" else path.startswith(self.url)


def navigation(request: HttpRequest) -> list[NavItem]:
    if not hasattr(request, "user"):  # refused before anybody was recognised
        return []
    sources: Iterable[str] = settings.NAVIGATION
    items = [item for source in sources for item in import_string(source)(request)]
    return sorted(items, key=lambda item: item.place)


def bell(request: HttpRequest) -> NavItem | None:
    """What waits for a person, shown in the top bar of every page."""
    found: NavItem | None = import_string(settings.BELL)(request) if hasattr(request, "user") else None
    return found
