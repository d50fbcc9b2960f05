"""The Jinja2 environment: filters of `formats`, translation, addresses; and what every page's shell needs."""

from functools import cache
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.template import engines
from django.urls import get_resolver, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, gettext, ngettext
from jinja2 import Environment, StrictUndefined

from dondoc.web import formats
from dondoc.web.links import linkify
from dondoc.web.navigation import bell, navigation
from dondoc.web.once import new_key


def url(name: str, *args: object, **query: object) -> str:
    """`url("plan", plan.code)`; named arguments become the query."""
    address = reverse(name, args=[str(arg) for arg in args])
    return f"{address}?{urlencode(query, doseq=True)}" if query else address


@cache
def static(path: str) -> str:
    """The address of a file of ours; a part of its hash makes a new version a new address."""
    content = (settings.STATIC_ROOT / path).read_bytes()
    return f"{settings.STATIC_URL}{path}?v={sha256(content).hexdigest()[:10]}"


def environment(**options: Any) -> Environment:
    """An unknown name is a fault, not an empty place on the page."""
    options.setdefault("undefined", StrictUndefined)
    env = Environment(**options, extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True)
    env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    for name in ("day", "moment", "number", "share", "money", "file_size", "term", "due", "capital", "said"):
        env.filters[name] = getattr(formats, name)
    env.filters["linkify"] = linkify
    env.globals |= {"url": url, "static": static, "language": get_language, "once_key": new_key}
    return env


def warm_up() -> None:
    """Read the addresses and compile what strangers open (settings.PUBLIC_TEMPLATES, and what all pages share): many
    come at once after a start, and each thread of the server would compile the same for itself."""
    get_resolver().url_patterns  # noqa: B018
    env = engines["jinja2"].env  # type: ignore[attr-defined]
    for name in env.list_templates(extensions=["html"]):
        if "/" not in name or name.startswith(("macros/", *settings.PUBLIC_TEMPLATES)):
            env.get_template(name)


def shell(request: HttpRequest) -> dict[str, Any]:
    """What the base page draws around every page."""
    return {
        "navigation": SimpleLazyObject(lambda: navigation(request)),
        "bell": SimpleLazyObject(lambda: bell(request)),
        "messages": SimpleLazyObject(lambda: get_messages(request)),
        "user": getattr(request, "user", None),
        "is_demo": settings.DEMO,
    }
