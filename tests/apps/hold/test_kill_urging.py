"""kill -9 while digests are made and while messages are sent: everybody has one digest, nothing is sent twice, and a
message whose fate nobody knows waits for a person."""

import json
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from apps.hold.product import Place, Product, wait_until

PEOPLE = 160


class Gateway(ThreadingHTTPServer):
    """Takes messages, and at the one told holds its answer back until the sender is dead."""

    def __init__(self, holds: int) -> None:
        super().__init__(("127.0.0.1", 0), _Asked)
        self.holds, self.received, self.is_holding = holds, list[str](), threading.Event()


class _Asked(BaseHTTPRequestHandler):
    server: Gateway

    def do_POST(self) -> None:
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.received.append(told["id"])
        if len(self.server.received) == self.server.holds:
            self.server.is_holding.set()
            self.rfile.read(1)  # until the other end is gone
            return
        self.send_response(202)
        self.end_headers()

    def log_message(self, *_args: Any) -> None:
        return


@pytest.fixture
def gateway(place: Place) -> Iterator[Gateway]:
    server = Gateway(holds=8)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    place.environment |= {
        "DONDOC_SMS_GATEWAY": f"http://127.0.0.1:{server.server_port}/",
        "DONDOC_GATEWAY_SECRET": "chung",
    }
    yield server
    server.shutdown()
    server.server_close()


def test_everybody_has_one_digest_whatever_was_killed(place: Place, product: Product, gateway: Gateway) -> None:
    gateway.holds = -1
    place.make("urging", PEOPLE)
    product.start()
    wait_until(lambda: place.count("duties_notice") >= 50, 60, 0.005)
    product.kill()
    made = place.count("duties_notice")
    assert place.count("records_message") == place.count("duties_urging") == made
    product.again()
    wait_until(lambda: place.count("records_job", "kind = 'duties.urge' AND state = 'done'") == 1, 90)
    product.kill()
    assert place.count("duties_notice") == place.count("records_message") == place.count("duties_urging") == PEOPLE


def test_a_message_of_unknown_fate_waits_and_nothing_is_sent_twice(
    place: Place, product: Product, gateway: Gateway
) -> None:
    place.make("urging", 12)
    place.run("-c", RELEASE)
    product.start()
    wait_until(gateway.is_holding.is_set, 60)
    product.kill()
    product.again()
    wait_until(lambda: place.count("records_message", "state = 'done'") == 11, 60)
    product.kill()
    assert Counter(gateway.received).most_common(1)[0][1] == 1
    assert len(gateway.received) == 12
    held = gateway.received[7]
    assert place.sql("SELECT key FROM records_message WHERE state = 'unknown'") == [(held,)]
    assert "1 tin chưa gửi hỏng hoặc không rõ" in place.faults()


# Digests of the day made at once, their messages free to leave at any hour: the test runs at night as well.
RELEASE = """
from dondoc.config.commands import start
start()
from dondoc.records.models import Job, Message
from dondoc.records.worker import run_one_job
assert run_one_job("world")
Message.objects.update(keeps_hours=False)
"""
