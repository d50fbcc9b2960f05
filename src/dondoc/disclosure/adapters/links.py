"""Whether an address answers. Only public web addresses are asked: never one inside the office's own network."""

import ipaddress
import socket
from collections.abc import Callable
from enum import StrEnum
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

TIMEOUT = 10
_AGENT = "dondoc (kiem tra duong dan cong khai)"
# Names that no network has (RFC 2606): of them nothing can be said.
_NOBODY = (".example", ".test", ".invalid", ".localhost")


class Answer(StrEnum):
    """THERE: the page is there. GONE: the server says that it is not. NO_NAME: the host is not known, which is also
    what a server whose own line is down hears. SILENT: slow, refused, or not for us to ask."""

    THERE = "there"
    GONE = "gone"
    NO_NAME = "no-name"
    SILENT = "silent"


Asking = Callable[[str], Answer]


def ask(url: str) -> Answer:
    """What an address answers to one request. Nothing is followed and nothing is read."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.hostname.endswith(_NOBODY):
        return Answer.SILENT
    try:
        address = _public_address(parts.hostname, parts.port or (443 if parts.scheme == "https" else 80))
    except socket.gaierror as fault:
        return Answer.NO_NAME if fault.errno == socket.EAI_NONAME else Answer.SILENT
    except (OSError, ValueError):
        return Answer.SILENT
    if address is None:
        return Answer.SILENT
    return _asked(
        parts.scheme, parts.hostname, address, f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    )


def _public_address(host: str, port: int) -> tuple[str, int] | None:
    """The first address of a host, where all of them are public; None where one is not."""
    found = {str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    if not found or not all(ipaddress.ip_address(one).is_global for one in found):
        return None
    return sorted(found)[0], port


def _asked(scheme: str, host: str, address: tuple[str, int], path: str) -> Answer:
    kind = HTTPSConnection if scheme == "https" else HTTPConnection
    connection = kind(host, address[1], timeout=TIMEOUT)
    try:
        connection.request("GET", path, headers={"User-Agent": _AGENT, "Accept": "*/*"})
        status = connection.getresponse().status
    except (OSError, HTTPException, ValueError):
        return Answer.SILENT
    finally:
        connection.close()
    if status in (404, 410):
        return Answer.GONE
    return Answer.THERE if status < 400 else Answer.SILENT
