"""System checks of the installation: each with an id and what to do about it."""

import os
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as Advice


@register()
def demo_stays_home(**_: Any) -> Sequence[CheckMessage]:
    """Demo mode signs anybody in with one click: never together with a public name."""
    if not (settings.DEMO and settings.IS_EXPOSED):
        return []
    return [
        Error(
            "DEMO MODE ON A PUBLIC NAME: anybody who reaches this server can sign in as anybody.",
            hint="Unset DONDOC_DEMO, or leave DONDOC_HOSTS to localhost.",
            id="dondoc.E001",
        )
    ]


@register(deploy=True)
def demo_is_no_production(**_: Any) -> Sequence[CheckMessage]:
    if not settings.DEMO:
        return []
    return [
        Error(
            "DEMO MODE IN PRODUCTION: sign-in without a password is open.", hint="Unset DONDOC_DEMO.", id="dondoc.E002"
        )
    ]


@register()
def debug_stays_home(**_: Any) -> Sequence[CheckMessage]:
    if not (settings.DEBUG and settings.IS_EXPOSED):
        return []
    return [Error("Debug pages show secrets to strangers.", hint="Unset DONDOC_DEBUG.", id="dondoc.E003")]


@register()
def cookies_are_safe(**_: Any) -> Sequence[CheckMessage]:
    if settings.HTTPS or not settings.IS_EXPOSED:
        return []
    return [
        Advice(
            "Sign-in cookies travel unprotected.", hint="Serve over HTTPS and set DONDOC_HTTPS=yes.", id="dondoc.W001"
        )
    ]


@register()
def data_is_writable(**_: Any) -> Sequence[CheckMessage]:
    """Files and, with SQLite, the database live in DONDOC_DATA."""
    if not settings.DATA.exists() or os.access(settings.DATA, os.W_OK):
        return []
    return [Error(f"{settings.DATA} cannot be written.", hint="Give it to the user of the server.", id="dondoc.E004")]


@register()
def gateways_are_signed(**_: Any) -> Sequence[CheckMessage]:
    """A message to an officer's phone goes to who knows the secret alone, and is read by nobody on the way."""
    called = [urlsplit(address) for address in settings.GATEWAYS.values() if address not in ("", "console")]
    is_open = any(one.scheme != "https" and one.hostname not in ("localhost", "127.0.0.1") for one in called)
    if not called or (settings.GATEWAY_SECRET and not is_open):
        return []
    return [
        Error(
            "A gateway of SMS or Zalo is called without a signature or by plain HTTP.",
            hint="Set DONDOC_GATEWAY_SECRET and an https:// address.",
            id="dondoc.E005",
        )
    ]
