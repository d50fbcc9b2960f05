"""Large letters and high contrast, remembered by the browser; and what an installed app needs."""

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from dondoc.web.doors import door
from dondoc.web.jinja import static, url
from dondoc.web.pages import page
from dondoc.web.requests import Request

COOKIE = "hien-thi"
CHOICES = ("to", "dam")


@door("POST", who="anyone")
def display(request: Request) -> HttpResponse:
    """Turn one of the two on or off, and go back to the page."""
    back = request.POST.get("next", "/cong/")
    response = HttpResponseRedirect(back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else "/cong/")
    held = set(request.COOKIES.get(COOKIE, "").split(".")) & set(CHOICES)
    held ^= {request.POST.get("doi", "")} & set(CHOICES)
    response.set_cookie(
        COOKIE, ".".join(sorted(held)), max_age=365 * 86400, samesite="Lax", secure=settings.HTTPS, httponly=True
    )
    return response


@door("GET", who="anyone")
def worker(request: Request) -> HttpResponse:
    """The service worker, from an address that lets it look after all public pages."""
    script = (settings.STATIC_ROOT / "dondoc/portal-sw.js").read_bytes()
    response = HttpResponse(script, content_type="text/javascript; charset=utf-8")
    response["Service-Worker-Allowed"] = "/"
    response["Cache-Control"] = "no-cache"
    return response


@door("GET", who="anyone")
def kept(request: Request) -> HttpResponse:
    """What the worker shows instead of an error when a report could not be sent; the browser holds it beforehand."""
    return page(request, "portal/kept.html")


@door("GET", who="anyone")
def manifest(request: Request) -> HttpResponse:
    told = {
        "name": _("Cổng công dân"),
        "short_name": _("Cổng công dân"),
        "lang": "vi",
        "start_url": url("portal"),
        "scope": "/",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#14416b",
        "icons": [{"src": static("dondoc/mark.svg"), "sizes": "any", "type": "image/svg+xml"}],
    }
    return JsonResponse(told, content_type="application/manifest+json")
