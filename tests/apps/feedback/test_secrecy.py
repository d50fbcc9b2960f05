"""Who does not see what: private reports, contacts, signals and denunciations, by every path."""

from datetime import date, datetime, timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.db import models
from django.test import Client
from django.utils import timezone

from apps.feedback.conftest import picture
from dondoc.duties.models import Obligation
from dondoc.feedback.actions import denunciations
from dondoc.feedback.actions.signals import answer_signal, receive_signal
from dondoc.feedback.models import Denunciation, Photo, Report, Term
from dondoc.feedback.tasks import follow_calendar
from makers import make_agency, make_member
from makers.feedback import Ward, make_answered, make_report
from people import Cast

pytestmark = pytest.mark.django_db

TEXT = "Nhà hàng xóm mở nhạc suốt đêm, tôi ngại nói thẳng với họ."


@pytest.fixture
def private(ward: Ward, cast: Cast, now: datetime) -> Report:
    return make_answered(
        ward, by=cast.lan, at=now, text=TEXT, is_private=True, photos=[picture()], phone="0912345678", name="Vũ Mai Hoa"
    )


def test_nobody_but_those_who_work_on_it_reads_a_private_report_by_any_path(
    client: Client, private: Report, ward: Ward, cast: Cast
) -> None:
    photo = Photo.objects.get()
    paths = [
        f"/phan-anh/{private.code}/",
        f"/phan-anh/{private.code}/anh/{photo.code}/",
        f"/phan-anh/{private.code}/cong-bo/",
        f"/hoi-va-dap/{ward.unit.code}/{private.code}/",
        f"/hoi-va-dap/{ward.unit.code}/{private.code}/anh/{photo.code}/",
    ]
    lists = [
        "/phan-anh/?buoc=tat-ca",
        "/phan-anh/?buoc=tat-ca&tim=nhac",
        f"/hoi-va-dap/{ward.unit.code}/?tim=nhac",
        "/viec-cua-toi/",
        "/theo-doi/viec/",
        "/tim/?tim=nhac",
        "/nhat-ky/",
    ]
    for person in (None, cast.tung, cast.ha):
        client.logout()
        if person:
            client.force_login(person)
        for path in paths:
            assert client.get(path).status_code in (302, 404), (person, path)
        for path in lists:
            assert TEXT[:20] not in client.get(path).content.decode(), (person, path)
        for verb in ("tiep-nhan", "tra-loi", "duyet", "chuyen"):
            assert client.post(f"/phan-anh/{private.code}/buoc/{verb}/", {}).status_code in (302, 404)
    client.force_login(cast.minh)
    assert client.get(paths[0]).status_code == 200


def test_the_line_above_reads_an_open_report_and_not_who_wrote_it(
    client: Client, ward: Ward, cast: Cast, now: datetime
) -> None:
    province = ward.unit.parent
    assert province is not None
    make_member(cast.tung, make_agency(province, "Sở Nội vụ", kind="t-noi-vu"), "focal")
    report = make_report(ward, at=now, phone="0912345678", name="Vũ Mai Hoa", photos=[picture()])
    client.force_login(cast.tung)
    page = client.get(f"/phan-anh/{report.code}/").content.decode()
    assert report.text[:20] in page
    assert "0912345678" not in page
    assert "Vũ Mai Hoa" not in page
    assert client.get(f"/phan-anh/{report.code}/anh/{Photo.objects.get().code}/").status_code == 404


def test_the_workbook_holds_no_private_report_and_no_contact(
    client: Client, private: Report, ward: Ward, cast: Cast, now: datetime
) -> None:
    from openpyxl import load_workbook

    make_report(ward, at=now, phone="0987654321", name="Trần Thị Mơ")
    client.force_login(cast.lan)
    book = load_workbook(BytesIO(client.get("/phan-anh/xuat.xlsx?buoc=tat-ca").content))
    cells = [str(cell.value) for row in book.active.iter_rows() for cell in row]  # type: ignore[union-attr]
    assert not {TEXT, "0987654321", "Trần Thị Mơ", "0912345678"} & set(cells)
    assert len([cell for cell in cells if "ổ gà" in cell]) == 1


def test_a_private_report_cannot_be_published_even_by_force(private: Report) -> None:
    from django.db import IntegrityError

    with pytest.raises(IntegrityError):
        Report.objects.filter(pk=private.pk).update(published_at=private.answered_at)


def test_signals_are_read_by_the_inspector_alone(client: Client, ward: Ward, cast: Cast, now: datetime) -> None:
    text = "Cán bộ địa chính đòi tiền khi đo đất."
    signal, _, _ = receive_signal(ward.intake, subject="bribe", text=text, sent_key=uuid4(), at=now)
    path = f"/phan-anh/tin-hieu/{signal.code}/"
    for person in (cast.lan, cast.minh, cast.chi, cast.tung):
        client.force_login(person)
        assert client.get(path).status_code == 404
        assert client.post(path, {"text": "x", "version": "1"}).status_code == 404
        assert signal.code not in client.get("/phan-anh/tin-hieu/").content.decode()
    client.force_login(cast.ha)
    assert text in client.get(path).content.decode()


def test_nobody_else_learns_that_there_is_a_signal(client: Client, ward: Ward, cast: Cast, now: datetime) -> None:
    """What is owed is read by the whole line above, by title too: of a signal nothing stands there."""
    signal, _, _ = receive_signal(
        ward.intake, subject="bribe", text="Cán bộ địa chính đòi tiền.", sent_key=uuid4(), at=now
    )
    assert not Obligation.objects.exists()
    term = Term.objects.get(flow="signal", case_code=signal.code)
    assert (term.obligation, term.due_at is not None) == (None, True)
    answer_signal(signal, answer="Đã nhắc nhở.", by=cast.ha, at=now)
    term.refresh_from_db()
    assert term.met_at == now


def test_the_inspector_sees_a_late_signal(client: Client, ward: Ward, cast: Cast) -> None:
    at = timezone.now() - timedelta(days=40)
    receive_signal(ward.intake, subject="bribe", text="Cán bộ địa chính đòi tiền.", sent_key=uuid4(), at=at)
    client.force_login(cast.ha)
    assert "quá hạn" in client.get("/phan-anh/tin-hieu/").content.decode()


def test_a_denunciation_has_no_field_that_could_name_anybody() -> None:
    allowed = (models.DateField, models.IntegerField, models.BooleanField, models.BigAutoField)
    for field in Denunciation._meta.get_fields():
        if isinstance(field, models.ForeignKey):
            assert field.related_model._meta.model_name in ("administrativeunit", "agency")  # type: ignore[union-attr]
        elif isinstance(field, models.CharField):
            assert field.choices or field.name == "code", field.name
        else:
            assert isinstance(field, allowed), field.name
            assert not isinstance(field, models.DateTimeField), field.name


def test_no_form_and_no_action_of_denunciations_takes_a_text() -> None:
    import inspect

    from django import forms

    from dondoc.feedback.forms import DenunciationForm
    from dondoc.feedback.views.steps import STEPS

    taken = (forms.ChoiceField, forms.DateField, forms.BooleanField)
    assert all(isinstance(field, taken) for field in DenunciationForm.base_fields.values())
    assert {need for step in STEPS["to-cao"] for need in step.needs} <= {"on", "finding"}
    choices = {"state", "finding"}
    for name, action in inspect.getmembers(denunciations, inspect.isfunction):
        if action.__module__ == denunciations.__name__:
            texts = {n for n, p in inspect.signature(action).parameters.items() if p.annotation is str}
            assert texts <= choices, name


def test_whatever_is_posted_to_the_register_of_denunciations_no_text_is_kept(
    client: Client, ward: Ward, cast: Cast, at_hand: datetime
) -> None:
    client.force_login(cast.chi)
    secret = "Ông Nguyễn Văn A, thôn 3"
    sent = client.post(
        "/phan-anh/so/to-cao/moi/",
        {"agency": ward.committee.code, "received_on": "2026-11-09", "summary": secret, "name": secret, "text": secret},
    )
    assert sent.status_code == 302
    row = Denunciation.objects.get()
    client.post(f"/phan-anh/so/to-cao/{row.code}/thu-ly/", {"thu-ly-on": "2026-11-10", "thu-ly-text": secret})
    row.refresh_from_db()
    assert row.state == "accepted"
    from django.apps import apps

    for model in apps.get_models():
        assert secret not in str(list(model._base_manager.values())), model


def test_denunciations_are_sums_for_all_but_their_keepers(
    client: Client, ward: Ward, cast: Cast, at_hand: datetime
) -> None:
    row = denunciations.receive_denunciation(ward.committee, received_on=date(2026, 11, 9), by=cast.chi, at=at_hand)
    client.force_login(cast.lan)
    page = client.get("/phan-anh/so/to-cao/").content.decode()
    assert row.code not in page
    assert client.get(f"/phan-anh/so/to-cao/{row.code}/").status_code == 404


def test_the_calendar_handler_may_be_called_again(ward: Ward) -> None:
    from dondoc.schedule.events import CalendarChanged

    follow_calendar(CalendarChanged([], "Quyết định 1"))


def test_the_log_names_a_denunciation_by_its_number_alone_and_only_to_its_keepers(
    client: Client, ward: Ward, cast: Cast, now: datetime
) -> None:
    """Whoever entered it and keeps the register no longer reads in the log that something was entered, and no more."""
    row = denunciations.receive_denunciation(ward.committee, received_on=now.date(), by=cast.chi, at=now)
    client.force_login(cast.chi)
    log = client.get("/nhat-ky/").content.decode()
    assert f'<a href="/phan-anh/so/to-cao/{row.code}/">số {row.number}/{row.year}</a>' in log
    assert "Ngày nhận" in log
    cast.chi.memberships.update(valid_to=now.date() - timedelta(days=1))
    log = client.get("/nhat-ky/").content.decode()
    assert "vào sổ tố cáo" in log
    assert row.code not in log
    assert "Ngày nhận" not in log


def test_the_log_calls_a_private_report_by_day_and_subject_to_those_who_work_on_it(
    client: Client, private: Report, cast: Cast
) -> None:
    client.force_login(cast.lan)
    log = client.get("/nhat-ky/").content.decode()
    assert f"/phan-anh/{private.code}/" in log
    for told in (TEXT[:20], "Vũ Mai Hoa", "0912345678", "sha256:"):
        assert told not in log
    client.force_login(cast.ha)
    assert private.code not in client.get("/nhat-ky/").content.decode()
