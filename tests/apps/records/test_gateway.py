"""SMS and Zalo by a signed call: what the office's gateway answers decides whether it is tried again."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from dondoc.records.models import Message, State
from dondoc.records.rules.signing import is_signed
from dondoc.records.worker import send_one
from makers import make_message

SECRET = "khóa chung của hai bên"


class Gateway(HTTPServer):
    """Answers as told, and keeps what it received."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Asked)
        self.answers, self.received = 200, list[tuple[dict[str, str], bytes]]()


class _Asked(BaseHTTPRequestHandler):
    server: Gateway

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.received.append((dict(self.headers), body))
        if self.server.answers:
            self.send_response(self.server.answers)
            self.end_headers()

    def log_message(self, *_args: Any) -> None:
        return


@pytest.fixture
def gateway(db: None, settings: Any) -> Iterator[Gateway]:
    server = Gateway()
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    settings.GATEWAYS = {"sms": f"http://127.0.0.1:{server.server_port}/gui?kenh=1"}
    settings.GATEWAY_SECRET = SECRET
    yield server
    server.shutdown()
    server.server_close()


def test_it_is_signed_over_time_and_body(gateway: Gateway) -> None:
    make_message(channel="sms")
    send_one("w")
    heads, body = gateway.received[0]
    assert is_signed(SECRET, heads["X-Dondoc-Timestamp"], body, heads["X-Dondoc-Signature"])
    assert not is_signed(SECRET, heads["X-Dondoc-Timestamp"], body + b" ", heads["X-Dondoc-Signature"])
    assert not is_signed(SECRET, "1", body, heads["X-Dondoc-Signature"])
    assert not is_signed("khác", heads["X-Dondoc-Timestamp"], body, heads["X-Dondoc-Signature"])
    told = json.loads(body)
    assert (told["id"], told["channel"], told["to"]) == ("m1", "sms", "lan@anlac.gov.vn")
    assert Message.objects.get().state == State.DONE


@pytest.mark.parametrize(
    ("answers", "state"),
    [(202, State.DONE), (429, State.WAITING), (503, State.WAITING), (500, State.UNKNOWN), (0, State.UNKNOWN)],
)
def test_what_becomes_of_it(gateway: Gateway, answers: int, state: State) -> None:
    """0: the connection ends without an answer, after the message was received."""
    gateway.answers = answers
    make_message(channel="sms")
    send_one("w")
    assert Message.objects.get().state == state


def test_a_gateway_that_is_away_is_tried_again(gateway: Gateway, settings: Any) -> None:
    settings.GATEWAYS = {"sms": "http://127.0.0.1:1/"}
    make_message(channel="sms")
    send_one("w")
    assert Message.objects.get().state == State.WAITING


def test_without_a_gateway_nothing_leaves(gateway: Gateway, settings: Any) -> None:
    settings.GATEWAYS = {}
    make_message(channel="zalo")
    send_one("w")
    assert "Chưa đặt cổng gửi cho kênh zalo." in Message.objects.get().error


def test_the_console_is_for_trying_out(gateway: Gateway, settings: Any, caplog: Any) -> None:
    settings.GATEWAYS = {"zalo": "console"}
    make_message(channel="zalo")
    send_one("w")
    assert "zalo to lan@anlac.gov.vn" in caplog.text
    assert Message.objects.get().state == State.DONE
