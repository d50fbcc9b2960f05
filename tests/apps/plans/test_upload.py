"""The way in of a document: read in the background, refused in words, recognised when it comes again."""

import io
from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from apps.plans.making import Province, make_province, plan_docx
from dondoc.plans.models import Plan
from dondoc.records.models import Job
from dondoc.records.worker import drain
from people import Cast

pytestmark = pytest.mark.django_db
NEW = "/ke-hoach/moi/"


@pytest.fixture
def province(cast: Cast) -> Province:
    return make_province(cast)


@pytest.fixture
def ha(cast: Cast, client: Client) -> Client:
    client.force_login(cast.ha)
    return client


def send(client: Client, content: bytes, agency: str, name: str = "Kế hoạch.docx"):  # type: ignore[no-untyped-def]
    return client.post(NEW, {"file": SimpleUploadedFile(name, content), "agency": agency})


def test_the_head_of_the_document_fills_the_plan(ha: Client, province: Province) -> None:
    send(ha, plan_docx(), province.committee.code)
    drain()
    plan = Plan.objects.get()
    assert (plan.year, plan.number, plan.symbol) == (2026, "15", "KH-UBND")
    assert plan.title == "KẾ HOẠCH Nâng cao Chỉ số PAPI năm 2026"
    assert plan.document.attachment.original_name == "Kế hoạch.docx"


def test_certain_names_are_resolved_and_open_ones_wait_for_a_person(ha: Client, province: Province) -> None:
    send(ha, plan_docx(), province.committee.code)
    drain()
    means = {
        row.printed: (row.agency or row.group)
        for task in Plan.objects.get().tasks.all()
        for row in task.agencies.select_related("agency", "group")
    }
    assert means["Sở Tư pháp"] == province.justice
    assert means["UBND các xã, phường"].kind == "rule"  # type: ignore[union-attr]
    assert means["Cơ quan, đơn vị liên quan"].kind == "open"  # type: ignore[union-attr]


def test_the_same_file_again_leads_to_the_first_plan(ha: Client, province: Province) -> None:
    first = send(ha, plan_docx(), province.committee.code)["Location"]
    content = Plan.objects.get().document.attachment.file
    drain()
    from dondoc.records.adapters import vault

    same = vault.path_of(vault.root(), content.sha256).read_bytes()
    response = send(ha, same, province.committee.code, "Bản khác tên.docx")
    assert response["Location"] == first
    assert "đã được tải lên trước đây" in ha.get(first).content.decode()
    assert Plan.objects.count() == 1


def test_a_job_run_twice_gives_the_drafts_once(ha: Client, province: Province) -> None:
    send(ha, plan_docx(), province.committee.code)
    drain()
    count = Plan.objects.get().tasks.count()
    Job.objects.update(state="waiting")
    drain()
    assert Plan.objects.get().tasks.count() == count


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "không có nội dung"), (b"\x00\x01\x02\x03" * 50, "không"), (b"PK\x03\x04 hong" * 9, "")],
    ids=["empty", "unknown", "broken"],
)
def test_a_foreign_file_is_refused_in_words(ha: Client, province: Province, content: bytes, told: str) -> None:
    response = send(ha, content, province.committee.code)
    assert response.status_code == 422
    assert told in response.content.decode()
    assert not Plan.objects.exists()


def test_a_document_that_cannot_be_read_keeps_why_and_takes_another(ha: Client, province: Province) -> None:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "PNG")
    page = send(ha, out.getvalue(), province.committee.code, "anh.png")["Location"]
    drain()
    assert "Không đọc được văn bản này" in ha.get(page).content.decode()
    ha.post(f"{page}tep/", {"file": SimpleUploadedFile("Kế hoạch.docx", plan_docx())})
    drain()
    assert Plan.objects.get().tasks.filter(source="appendix").count() == 3


def test_the_progress_leads_on_when_the_reading_is_done(ha: Client, province: Province) -> None:
    page = send(ha, plan_docx(), province.committee.code)["Location"]
    part = ha.get(f"{page}?doc=1", headers={"HX-Request": "true"}).content.decode()
    assert part.lstrip().startswith("<div")
    drain()
    assert ha.get(f"{page}?doc=1", headers={"HX-Request": "true"})["HX-Redirect"].endswith("/duyet-lai/")


def test_a_form_sent_twice_makes_one_plan(ha: Client, province: Province) -> None:
    fields = {"agency": province.committee.code, "_once": "k" * 22}
    for _ in range(2):
        ha.post(NEW, {**fields, "file": SimpleUploadedFile("a.docx", plan_docx())})
    assert Plan.objects.count() == 1


def test_only_for_agencies_that_the_person_writes_for(client: Client, cast: Cast, province: Province) -> None:
    client.force_login(cast.minh)
    assert send(client, plan_docx(), province.committee.code).status_code == 422
    assert send(client, plan_docx(), province.justice.code).status_code == 302
    client.force_login(cast.tung)
    assert send(client, plan_docx(), province.justice.code).status_code == 403


def test_the_original_is_given_to_whom_it_belongs(ha: Client, province: Province, cast: Cast, now: datetime) -> None:
    page = send(ha, plan_docx(), province.committee.code)["Location"]
    assert ha.get(f"{page}van-ban/")["Content-Disposition"].startswith("attachment")
    ha.force_login(cast.tung)
    assert ha.get(f"{page}van-ban/").status_code == 404
