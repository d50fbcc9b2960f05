"""The request as our middleware leaves it, for type annotations of views."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails


class Request(HttpRequest):
    """A request with what HTMX says of itself."""

    htmx: HtmxDetails
