"""Headers, size, language and refusals: what holds for every answer."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from dondoc.toolkit.errors import BadInput
from dondoc.web import errors

Next = Callable[[HttpRequest], HttpResponse]

# No inline script or style anywhere, nothing from elsewhere. blob: is for a picture chosen but not yet sent.
POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "font-src 'self'",
        "manifest-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)


def content_policy(get_response: Next) -> Next:
    """The content policy, unless the view set a stricter one of its own (served files do)."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.setdefault("Content-Security-Policy", POLICY)
        response.setdefault("Permissions-Policy", "camera=(self), geolocation=(self), microphone=()")
        return response

    return middleware


def body_size(get_response: Next) -> Next:
    """Refuse a body over the limit before reading it. One megabyte is left for the other fields of the form."""

    def middleware(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdigit() and int(length) > settings.MAX_UPLOAD_BYTES + 1024 * 1024:
            return errors.too_large(request, settings.MAX_UPLOAD_BYTES // (1024 * 1024))
        return get_response(request)

    return middleware


def chosen_language(get_response: Next) -> Next:
    """Vietnamese unless the person chose otherwise: what a browser was installed with says nothing of an officer. Files
    of the office are Vietnamese whoever asks: documents by decree, sheets because they come in again by their heads,
    open data because a program has to find the same words in it every day."""

    def middleware(request: HttpRequest) -> HttpResponse:
        is_file = request.path.endswith((".docx", ".xlsx", "/xlsx/", ".csv"))
        chosen = "" if is_file else request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = get_response(request)
        response.setdefault("Content-Language", language)
        return response

    return middleware


class RefusalPages:
    """A refusal that no view turned into a form error becomes a page that says why, with nothing changed. An address
    with a null character is nobody's: PostgreSQL has no such text."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if any("\0" in value for value in (request.path, *request.GET.values())):
            return errors.bad_request(request)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, BadInput):
            return errors.refused(request, exception)
        if isinstance(exception, RequestDataTooBig):
            return errors.too_large(request, settings.MAX_UPLOAD_BYTES // (1024 * 1024))
        return None
