"""The door of a view: who may knock and how. Every view of the product has one; a test walks all addresses.

A door knows strangers from people who signed in, nothing more. What a person may see is decided by the `access` drawer
of each app, which answers 404 for what lies outside.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Literal

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_cache_control
from django_htmx.http import HttpResponseClientRedirect

from dondoc.web import errors

Who = Literal["anyone", "user"]
View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Door:
    """Stands on the view as `view.door`."""

    who: Who
    methods: tuple[str, ...]


def door(*methods: str, who: Who = "user") -> Callable[[View], View]:
    """`@door("GET", "POST")`: signed-in people, these methods (GET brings HEAD). `who="anyone"`: the public too."""
    allowed = methods or ("GET",)

    def hang(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **named: Any) -> HttpResponseBase:
            if request.method not in allowed and not (request.method == "HEAD" and "GET" in allowed):
                return errors.wrong_method(request, allowed)
            if who == "user" and not request.user.is_authenticated:
                return ask_to_sign_in(request)
            response = view(request, *args, **named)
            if who == "user" and not response.has_header("Cache-Control"):
                patch_cache_control(response, private=True, no_store=True)
            return response

        guarded.door = Door(who, allowed)  # type: ignore[attr-defined]
        return guarded

    return hang


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page and back here afterwards; a fragment must move the whole page, and a form is not replayed."""
    htmx = getattr(request, "htmx", None)
    back = request.get_full_path() if request.method in {"GET", "HEAD"} else "/"
    if htmx:
        back = htmx.current_url_abs_path or "/"
    redirect = redirect_to_login(back)
    return HttpResponseClientRedirect(redirect.url) if htmx else redirect
