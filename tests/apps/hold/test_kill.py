"""kill -9 of everything in the middle: after a restart there is all of a thing or nothing, and the work goes on."""

import http.client
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from apps.hold.product import Browser, Place, Product, multipart, wait_until

# The body of the plan asks for reports as well; counted here is what the rows of the annex ask.
OF_ANNEX = "content LIKE 'Niêm yết%'"
OF_TASKS = "source_kind = 'task'"  # the report that the plan asks for is a duty of its own
GONE = (OSError, http.client.HTTPException)
OF_DUTIES = "duty_id IN (SELECT id FROM duties_duty WHERE title LIKE 'Niêm yết%')"


def half_sent(product: Product, browser: Browser, fields: dict[str, str], content: bytes) -> None:
    """An upload of which the server has read half when it dies."""
    kind, body = multipart(fields, {"file": ("Kế hoạch.docx", content)})
    connection = http.client.HTTPConnection("127.0.0.1", product.port)
    connection.putrequest("POST", "/ke-hoach/moi/")
    for name, value in (browser.headers(kind) | {"Content-Length": str(len(body))}).items():
        connection.putheader(name, value)
    connection.endheaders(body[: len(body) // 2])
    time.sleep(0.2)
    product.kill()
    connection.close()


def sent_and_killed(product: Product, browser: Browser, fields: dict[str, str], content: bytes, after: float) -> None:
    """An upload sent whole; the server dies `after` seconds, wherever it stands then."""

    def send() -> None:
        with suppress(*GONE):
            browser.post("/ke-hoach/moi/", fields, {"file": ("Kế hoạch.docx", content)})

    sender = threading.Thread(target=send)
    sender.start()
    time.sleep(after)
    product.kill()
    sender.join(30)


def test_an_upload_is_there_whole_or_not_at_all(place: Place, product: Product) -> None:
    world = place.make("uploading", 30)
    product.start()
    content = Path(world["path"]).read_bytes()
    fields = Browser(product.port, world["session"]).form("/ke-hoach/moi/", "agency") | {"agency": world["agency"]}
    browser = Browser(product.port, world["session"])
    fields |= {name: value for name, value in browser.form("/ke-hoach/moi/", "agency").items() if name != "agency"}
    half_sent(product, browser, fields, content)
    assert (place.count("plans_plan"), place.count("records_storedfile")) == (0, 0)
    for after in (0.01, 0.05, 0.2):
        product.again()
        browser.port = product.port
        sent_and_killed(product, browser, fields, content, after)
        plans = place.count("plans_plan")
        assert plans in (0, 1)
        whole = (
            place.count("plans_plandocument"),
            place.count("records_storedfile"),
            place.count("records_attachment"),
        )
        assert whole == (plans,) * 3
    product.again()
    browser.port = product.port
    status, _ = browser.post("/ke-hoach/moi/", fields, {"file": ("Kế hoạch.docx", content)})
    assert status == 302
    wait_until(lambda: place.count("plans_task", OF_ANNEX) == 30, 60)
    product.kill()
    assert place.count("plans_plan") == 1
    assert place.faults().strip() == ""


def test_a_reading_that_was_killed_is_begun_again(place: Place, product: Product) -> None:
    world = place.make("uploading", 300)
    product.start()
    browser = Browser(product.port, world["session"])
    fields = browser.form("/ke-hoach/moi/", "agency") | {"agency": world["agency"]}
    file = ("Kế hoạch.docx", Path(world["path"]).read_bytes())
    assert browser.post("/ke-hoach/moi/", fields, {"file": file})[0] == 302
    wait_until(lambda: place.count("records_job", "kind = 'plans.read' AND state = 'running'") == 1, 60, 0.005)
    product.kill()
    assert place.count("plans_task") == 0
    assert place.count("plans_plandocument", "read_at IS NOT NULL") == 0
    product.again()
    wait_until(lambda: place.count("records_job", "kind = 'plans.read' AND state = 'done'") == 1, 120)
    product.kill()
    assert place.count("plans_task", OF_ANNEX) == 300
    assert place.count("records_job", "kind = 'plans.read' AND attempts = 2") == 1
    assert place.count("records_auditentry", "verb = 'read_plan'") == 1
    assert place.faults().strip() == ""


COMMUNES, TASKS = 100, 30


def test_what_is_given_out_is_unseen_until_all_of_it_is_there(place: Place, product: Product) -> None:
    world = place.make("issuing", COMMUNES, TASKS)
    product.start()
    browser = Browser(product.port, world["session"])
    plan = f"/ke-hoach/{world['plan']}/"
    fields = browser.form(plan, "_once")
    assert browser.post(f"{plan}ban-hanh/", fields)[0] == 302
    wait_until(
        lambda: place.count("records_job", f"kind = 'duties.expand' AND done BETWEEN 3 AND {TASKS - 3}") == 1, 90, 0.005
    )
    product.kill()
    made = place.count("duties_obligation")
    assert 0 < made < COMMUNES * TASKS * 4
    assert place.count("duties_expansion", "published_at IS NOT NULL") == 0
    assert place.count("duties_summaryrow") == 0
    product.again()
    wait_until(lambda: place.count("records_job", "kind = 'duties.expand' AND state = 'done'") == 1, 180)
    product.kill()
    assert place.count("duties_obligation", OF_DUTIES) == COMMUNES * TASKS * 4
    assert place.count("duties_expansion") == place.count("duties_expansion", "published_at IS NOT NULL") == 1
    assert place.faults().strip() == ""


@pytest.mark.parametrize("after", [0.0, 0.03, 0.1])
def test_a_plan_is_issued_whole_or_not_at_all(place: Place, product: Product, after: float) -> None:
    world = place.make("issuing", 3, TASKS)
    product.start()
    browser = Browser(product.port, world["session"])
    plan = f"/ke-hoach/{world['plan']}/"
    fields = browser.form(plan, "_once")

    def send() -> None:
        with suppress(*GONE):
            browser.post(f"{plan}ban-hanh/", fields)

    sender = threading.Thread(target=send)
    sender.start()
    time.sleep(after)
    product.kill()
    sender.join(30)
    issued = place.count("plans_plan", "state = 'issued'")
    assert place.count("duties_duty", OF_TASKS) == issued * world["tasks"]
    assert place.count("records_job", "kind = 'duties.expand'") == issued
    product.again()
    browser.port = product.port
    assert browser.post(f"{plan}ban-hanh/", fields)[0] == 302
    wait_until(lambda: place.count("records_job", "kind = 'duties.expand' AND state = 'done'") == 1, 60)
    product.kill()
    assert place.count("duties_duty", OF_TASKS) == world["tasks"]
    assert place.count("duties_obligation", OF_DUTIES) == 3 * TASKS * 4
    assert place.faults().strip() == ""


class Sender(threading.Thread):
    """Settles one after the other until the server is gone; knows what it sent and what it was answered."""

    def __init__(self, port: int, session: str, codes: list[str]) -> None:
        super().__init__(daemon=True)
        self.browser, self.codes = Browser(port, session), codes
        self.sent: dict[str, dict[str, str]] = {}
        self.answered: set[str] = set()

    def run(self) -> None:
        with suppress(*GONE):
            for code in self.codes:
                form = self.browser.form(f"/viec/{code}/", "text")
                self.sent[code] = form | {"text": f"Đã làm {code}", "number": f"1/{code}"}
                if self.browser.post(f"/viec/{code}/", self.sent[code])[0] == 302:
                    self.answered.add(code)


def test_what_was_answered_is_kept_and_what_was_not_can_be_sent_again(place: Place, product: Product) -> None:
    world = place.make("settling", 12)
    product.start()
    senders = [Sender(product.port, one["session"], one["codes"]) for one in world["clients"]]
    for sender in senders:
        sender.start()
    wait_until(lambda: sum(len(sender.answered) for sender in senders) >= 8, 60, 0.001)
    product.kill()
    for sender in senders:
        sender.join(30)
    answered = {code for sender in senders for code in sender.answered}
    settled = "state IN ('done', 'done-late')"
    kept = {code for (code,) in place.sql(f"SELECT code FROM duties_obligation WHERE {settled}")}
    assert answered <= kept
    assert len(kept) < 48
    for table, where in (("records_auditentry", "verb = 'settle'"), ("duties_evidenceuse", "1 = 1")):
        assert place.count(table, where) == len(kept)
    product.again()
    for sender in senders:
        sender.browser.port = product.port
        for code, fields in sender.sent.items():
            assert sender.browser.post(f"/viec/{code}/", fields) == (302, f"/viec/{code}/")
    sent = {code for sender in senders for code in sender.sent}
    product.kill()
    assert place.count("duties_obligation", settled) == len(sent)
    assert place.count("records_auditentry", "verb = 'settle'") == len(sent)
    assert place.faults().strip() == ""
