"""From a Word file to what each agency owes, by the pages alone."""

import re
from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from apps.plans.making import make_province, plan_docx
from dondoc.duties.models import Obligation
from dondoc.plans.models import Plan, PlanState, TaskAgency
from dondoc.records.worker import drain
from people import Cast, signed_in

pytestmark = pytest.mark.django_db


def upload(client: Client, content: bytes, agency: str) -> str:
    file = SimpleUploadedFile("Kế hoạch PAPI 2026.docx", content)
    response = client.post("/ke-hoach/moi/", {"file": file, "agency": agency})
    assert response.status_code == 302, response.content.decode()[:3000]
    return str(response["Location"])


def accept_all(client: Client, plan: Plan) -> None:
    for _ in range(20):
        page = client.get(f"/ke-hoach/{plan.code}/duyet-lai/").content.decode()
        task = plan.tasks.filter(is_accepted=False, is_left_out=False).order_by("order").first()
        if task is None:
            return
        fields = {
            "lam": "nhan",
            "edition": task.edition,
            "content": task.content,
            "schedule_text": task.schedule_text,
            "section": task.section or "",
            "component": task.component,
            "products": "\n".join(task.products),
        }
        assert f'value="{task.edition}"' in page
        response = client.post(f"/ke-hoach/{plan.code}/viec/{task.code}/", fields)
        assert response.status_code == 302, re.sub(r"<[^>]+>", " ", response.content.decode())[:3000]


def test_a_word_file_becomes_work_of_every_agency(cast: Cast, now: datetime) -> None:
    province = make_province(cast)
    ha, chi = signed_in("ha.lt"), signed_in("chi.pq")
    address = upload(ha, plan_docx(), province.committee.code)
    assert "Đang đọc văn bản" in ha.get(address).content.decode()
    drain()
    plan = Plan.objects.get()
    assert plan.tasks.count() >= 3
    assert "Đối chiếu với văn bản" in ha.get(address).content.decode()
    ha.post(f"{address}duyet-lai/chac-chan/")
    accept_all(ha, plan)
    ha.post(f"{address}trinh/")
    plan.refresh_from_db()
    assert plan.state == PlanState.DRAFT  # an open group and a rule still wait
    for row in TaskAgency.objects.filter(task__plan=plan, group__kind="open"):
        ha.post(f"{address}nhom/{row.group.code}/", {"co-quan": [province.home_affairs.code]})  # type: ignore[union-attr]
    for number, _rule in enumerate(plan.regime_rules):
        ha.post(f"{address}ky-bao-cao/{number}/", {"cycle": "quarterly", "day": "15", "before": "on"})
    ha.post(f"{address}trinh/")
    approval = {"number": "15", "symbol": "KH-UBND", "issued_on": "2026-10-12", "signer": "Phạm Quỳnh Chi"}
    assert chi.post(f"{address}duyet/", approval).status_code == 302
    assert ha.post(f"{address}ban-hanh/").status_code == 302
    drain()
    plan.refresh_from_db()
    assert plan.state == PlanState.ISSUED
    owing = set(Obligation.objects.values_list("owed_by__name", flat=True))
    assert {"Sở Tư pháp", "UBND phường An Lạc", "UBND xã Tân Hòa"} <= owing
    assert "việc của các cơ quan" in ha.get(address).content.decode()
    assert signed_in("lan.nt").get(address).status_code == 200
