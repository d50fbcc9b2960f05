"""Addresses of api, under /api/."""

from django.urls import path, re_path

from dondoc.api.views import clients, open311

_V2 = "open311/v2/"
_FORM = r"\.(?P<form>xml|json)$"

urlpatterns = [
    path("ung-dung/", clients.clients, name="api-clients"),
    re_path(rf"^{_V2}discovery{_FORM}", open311.discovery, name="open311-discovery"),
    re_path(rf"^{_V2}services{_FORM}", open311.services, name="open311-services"),
    re_path(rf"^{_V2}services/(?P<code>[\w-]+){_FORM}", open311.service, name="open311-service"),
    re_path(rf"^{_V2}requests{_FORM}", open311.requests, name="open311-requests"),
    re_path(rf"^{_V2}requests/(?P<code>[\w-]+){_FORM}", open311.request_one, name="open311-request"),
    re_path(rf"^{_V2}tokens/(?P<code>[\w-]+){_FORM}", open311.token, name="open311-token"),
]
