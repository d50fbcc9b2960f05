"""SMS and Zalo as channels of messages: to the log for trying out, or as a signed call to the office's own gateway."""

import http.client
import json
import logging
import time
from typing import Protocol
from urllib.parse import urlsplit

from dondoc.records.rules.retries import NotSentError
from dondoc.records.rules.signing import signature

log = logging.getLogger(__name__)
SECONDS = 15


class Letter(Protocol):
    key: str
    channel: str
    recipient: str
    subject: str
    body: str


def send(message: Letter) -> None:
    """By the setting of the channel: "console" writes to the log, an address is called. With none nothing leaves and
    that is certain."""
    from django.conf import settings

    gateway = str(settings.GATEWAYS.get(message.channel, ""))
    if not gateway:
        raise NotSentError(f"Chưa đặt cổng gửi cho kênh {message.channel}.")
    if gateway == "console":
        log.warning("%s to %s: %s", message.channel, message.recipient, message.body)
    else:
        _call(gateway, settings.GATEWAY_SECRET, message)


def _call(gateway: str, secret: str, message: Letter) -> None:
    """2xx: taken. 4xx, 503 and no connection: certainly not taken, it is tried again. Anything else (the answer never
    came, 500): nobody knows whether it left, and a person decides."""
    body = json.dumps(_told(message), ensure_ascii=False).encode()
    connection = _connected(gateway)
    try:
        address = urlsplit(gateway)
        connection.request("POST", address._replace(scheme="", netloc="").geturl() or "/", body, _heads(secret, body))
        status = connection.getresponse().status
    finally:
        connection.close()
    if 400 <= status < 500 or status == 503:
        raise NotSentError(f"Cổng gửi tin trả lời mã {status}.")
    if not 200 <= status < 300:
        raise RuntimeError(f"Cổng gửi tin trả lời mã {status}.")


def _connected(gateway: str) -> http.client.HTTPConnection:
    address = urlsplit(gateway)
    kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
    connection = kind(address.hostname or "", address.port, timeout=SECONDS)
    try:
        connection.connect()
    except OSError as error:
        raise NotSentError(f"Không kết nối được cổng gửi tin: {error}") from error
    return connection


def _told(message: Letter) -> dict[str, str]:
    return {
        "id": message.key,
        "channel": message.channel,
        "to": message.recipient,
        "subject": message.subject,
        "text": message.body,
    }


def _heads(secret: str, body: bytes) -> dict[str, str]:
    timestamp = str(int(time.time()))
    return {
        "Content-Type": "application/json; charset=utf-8",
        "X-Dondoc-Timestamp": timestamp,
        "X-Dondoc-Signature": signature(secret, timestamp, body),
    }
