"""Fifty people settle at once through the address: no error page, nothing lost, nothing twice."""

import threading

from apps.hold.product import Browser, Place, Product

CLIENTS = 50


class Person(threading.Thread):
    """Opens each obligation, writes what was done, sends it; keeps what it was answered."""

    def __init__(self, port: int, session: str, codes: list[str]) -> None:
        super().__init__(daemon=True)
        self.browser, self.codes = Browser(port, session), codes
        self.answers: list[tuple[str, int, str]] = []

    def run(self) -> None:
        for code in self.codes:
            path = f"/viec/{code}/"
            fields = self.browser.form(path, "text") | {"text": f"Đã làm {code}", "number": f"1/{code}"}
            self.answers.append((code, *self.browser.post(path, fields)))


def test_fifty_people_settle_at_once(place: Place, product: Product) -> None:
    world = place.make("settling", CLIENTS)
    product.start()
    people = [Person(product.port, one["session"], one["codes"]) for one in world["clients"]]
    for person in people:
        person.start()
    for person in people:
        person.join(300)
    answers = [answer for person in people for answer in person.answers]
    assert len(answers) == CLIENTS * 4
    assert [answer for answer in answers if answer[1:] != (302, f"/viec/{answer[0]}/")] == []
    product.kill()
    assert place.count("duties_obligation", "state IN ('done', 'done-late') AND note = 'Đã làm ' || code") == len(
        answers
    )
    assert place.count("records_auditentry", "verb = 'settle'") == len(answers)
    assert place.count("duties_evidenceuse") == len(answers)
    assert place.faults().strip() == ""
