"""What was answered counts for the task of a plan that asks for it: offered in the form, taken over by a click."""

from datetime import date, datetime

import pytest
from django.test import Client

from makers import expand, make_duty
from makers.feedback import Ward, make_answered
from people import Cast

pytestmark = pytest.mark.django_db


def test_the_form_of_a_task_offers_what_the_product_counted(
    client: Client, ward: Ward, cast: Cast, at_hand: datetime
) -> None:
    share = {
        "text": "100 % phản ánh được trả lời đúng hạn",
        "parts": [{"op": ">=", "value": "100", "unit": "%", "text": "100 % phản ánh"}],
    }
    duty = make_duty(
        ward.unit, [("execute", ward.committee)], title="Trả lời phản ánh", section=8, component="8.3", targets=[share],
        issued_on=date(2026, 1, 5),
    )  # fmt: skip
    expand(at=at_hand)
    make_answered(ward, by=cast.lan, at=at_hand)
    one = duty.obligations.filter(state="open").latest("due_on")
    client.force_login(cast.lan)
    path = f"/viec/{one.code}/"
    assert "Xem số liệu hệ thống đã đếm" in client.get(path).content.decode()
    told = client.get(f"{path}?so-lieu=1").content.decode()
    assert "Phản ánh được trả lời đúng hạn" in told
    assert "1 trên 1 (100,0 %)" in told
    taken = client.get(f"{path}?dien=feedback.answered-in-time").content.decode()
    assert "Phản ánh được trả lời đúng hạn: 1 trên 1 (100,0 %)." in taken
    assert client.get(f"{path}?dien=khong-co").status_code == 200
