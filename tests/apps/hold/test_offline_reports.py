"""A thousand reports written without a line are sent when it is back, by phones that try until they are answered, while
the process is killed again and again: each is there exactly once, with its trace, its clock and its code."""

import http.client
import random
import re
import threading
from contextlib import suppress
from io import BytesIO
from uuid import UUID

from apps.hold.product import Browser, Place, Product, wait_until
from seeds import SERVER

REPORTS, PHONES = (200 if SERVER else 1000), 8  # on PostgreSQL a part of them: the whole was shown on SQLite
GONE = (OSError, http.client.HTTPException, StopIteration)


class Phone(threading.Thread):
    """Holds reports with the keys that it made itself; sends each until it is led to where it can be followed."""

    def __init__(self, product: Product, world: dict[str, str], keys: list[UUID], photo: bytes) -> None:
        super().__init__(daemon=True)
        self.product, self.world, self.keys, self.photo = product, world, keys, photo
        self.answers: dict[UUID, set[str]] = {}
        self.sendings = 0

    def run(self) -> None:
        browser, token = Browser(0), ""
        path = f"/gui-phan-anh/{self.world['unit']}/viet/"
        for number, key in enumerate(self.keys):
            while key not in self.answers or (number % 10 == 0 and self.sendings % 2):
                with suppress(*GONE):
                    browser.port = self.product.port
                    token = token or re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', browser.get(path)[1])[0]
                    self.send(browser, path, token, key, with_photo=number % 20 == 0)

    def send(self, browser: Browser, path: str, token: str, key: UUID, *, with_photo: bool) -> None:
        fields = {
            "csrfmiddlewaretoken": token, "sent_key": str(key), "stamp": self.world["stamp"],
            "text": f"Phản ánh viết khi mất sóng, số {key}",
        }  # fmt: skip
        self.sendings += 1
        files = {"photos": ("anh.jpg", self.photo)} if with_photo else None
        status, location = browser.post(path, fields, files)
        if status == 302:
            self.answers.setdefault(key, set()).add(location.split("?")[0])


def picture() -> bytes:
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (200, 150), (30, 90, 60)).save(out, "JPEG")
    return out.getvalue()


def test_a_thousand_offline_reports_are_each_there_once(place: Place, product: Product) -> None:
    place.environment["DONDOC_REPORTS_PER_HOUR"] = "1000000"
    world = place.make("reporting", 0)
    chance = random.Random(2026)
    keys = [UUID(int=chance.getrandbits(128), version=4) for _ in range(REPORTS)]
    product.start()
    phones = [Phone(product, world, keys[start::PHONES], picture()) for start in range(PHONES)]
    for phone in phones:
        phone.start()
    for share in sorted(chance.sample(range(5, 95), 4)):
        wait_until(lambda share=share: told(phones) >= REPORTS * share / 100, 240, 0.002)  # type: ignore[misc]
        product.again()
    for phone in phones:
        phone.join(240)
    product.kill()
    assert told(phones) == REPORTS
    kept = [str(key) for (key,) in place.sql("SELECT sent_key FROM feedback_report")]
    assert sorted(key.replace("-", "") for key in kept) == sorted(key.hex for key in keys)
    assert all(len(ways) == 1 for phone in phones for ways in phone.answers.values()), "one report, one code"
    assert place.count("feedback_step", "verb = 'received'") == REPORTS
    assert place.count("feedback_term", "step = 'feedback.acknowledge'") == REPORTS
    assert place.count("duties_obligation", "occurrence LIKE 'case:rep-%'") == REPORTS
    assert place.count("records_auditentry", "verb = 'receive_report'") == REPORTS
    with_photo = sum(len(phone.keys[::20]) for phone in phones)
    assert place.count("feedback_photo") == place.count("records_attachment") == with_photo
    assert place.faults().strip() == ""


def told(phones: list[Phone]) -> int:
    return sum(len(phone.answers) for phone in phones)
