"""Letters: one for all, one for each, with the table of what is owed; numbered later and counted then."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document
from openpyxl import load_workbook

from desk_province import Province, give_work
from dondoc.duties.actions.evidence import Upload
from dondoc.duties.actions.letters import attach_copy, send_letter, write_letters
from dondoc.duties.actions.regime import create_regime
from dondoc.duties.models import Duty, Obligation, Urging, UrgingLetter
from dondoc.records.models import Attachment, AuditEntry
from dondoc.toolkit.errors import BadInput
from makers.urging import digests_on, make_letter
from people import Cast, signed_in


@pytest.fixture
def ha(province: Province, now: datetime, monkeypatch: Any) -> Client:
    """Home Affairs of the province, on the day on which the communes are five working days late."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    return signed_in("ha.lt")


def asked(client: Client, shape: str = "all", **more: Any) -> dict[str, Any]:
    page = client.get("/don-doc/").content.decode()
    issuer = page.split('name="issuer"')[1].split('value="')[1].split('"')[0]
    return {"issuer": issuer, "shape": shape, "answer_by": "2026-11-20", **more}


def words(content: bytes) -> str:
    document = Document(BytesIO(content))
    return "\n".join(_lines(document))


def _lines(document: Any) -> Iterator[str]:
    for paragraph in document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"):
        yield "".join(t.text or "" for t in paragraph.iter() if t.tag.endswith("}t"))


def test_the_list_tells_how_late_and_whom_to_call(ha: Client, province: Province) -> None:
    page = ha.get("/don-doc/").content.decode()
    assert "UBND xã An Lạc" in page
    assert "UBND xã Hòa Bình" in page
    assert "5 ngày làm việc" in page
    assert "Nguyễn Thị Lan" in page
    assert "0912345678" in page
    assert "chưa có" in page


def test_the_list_is_narrowed_by_plan_and_dimension(ha: Client, province: Province, now: datetime) -> None:
    create_regime(province.unit, source=("plan", "kh1"), rules=[], title="Kế hoạch PAPI 2026", by=None, at=now)
    Duty.objects.update(plan_code="kh1")
    shown = ha.get("/don-doc/?ke-hoach=kh1&truc=2").content.decode()
    assert "UBND xã An Lạc" in shown
    assert "Kế hoạch PAPI 2026" in shown
    assert f'href="/don-doc/co-quan/{province.an_lac.code}/?ke-hoach=kh1&amp;truc=2"' in shown
    assert 'href="/don-doc/qua-han.xlsx?ke-hoach=kh1&amp;truc=2"' in shown
    for query in ("?truc=5", "?ke-hoach=kh2"):
        assert "Không có việc nào khớp với bộ lọc" in ha.get(f"/don-doc/{query}").content.decode()
        assert "Niêm yết" not in ha.get(f"/don-doc/co-quan/{province.an_lac.code}/{query}").content.decode()
        book = load_workbook(BytesIO(ha.get(f"/don-doc/qua-han.xlsx{query}").content))
        assert book.active is not None
        assert book.active.max_row == 1


def test_a_letter_holds_what_the_list_was_narrowed_to(ha: Client, province: Province, now: datetime) -> None:
    give_work(province, now, source="t2")
    Duty.objects.filter(source_code="t2").update(section=5, title="Đo sự hài lòng")
    Obligation.objects.filter(duty__source_code="t2").update(section=5)
    ha.post("/don-doc/soan/qua-han/?truc=5", asked(ha, everybody="1"))
    lines = [line for row in UrgingLetter.objects.get().addressed.all() for line in row.lines]
    assert {line["title"] for line in lines} == {"Đo sự hài lòng"}
    refused = ha.post("/don-doc/soan/qua-han/?truc=5", asked(ha)).content.decode()
    assert 'action="/don-doc/soan/qua-han/?truc=5"' in refused


def test_the_monitor_leads_whoever_urges_to_the_list(ha: Client) -> None:
    assert 'href="/don-doc/">Đôn đốc</a>' in ha.get("/theo-doi/qua-han/").content.decode().split('class="tabs"')[1]
    others = signed_in("lan.nt").get("/theo-doi/qua-han/").content.decode()
    assert 'href="/don-doc/">' not in others


def test_one_letter_for_all_in_one_click(ha: Client, province: Province) -> None:
    answer = ha.post("/don-doc/soan/qua-han/", asked(ha, everybody="1"))
    letter = UrgingLetter.objects.get()
    assert answer.url == f"/don-doc/cong-van/{letter.code}.docx"
    text = words(ha.get(answer.url).content)
    for told in ("đôn đốc thực hiện", "UBND xã An Lạc: 1 nhiệm vụ", "UBND xã Hòa Bình: 1 nhiệm vụ", "03/11/2026"):
        assert told in text, told
    assert "trước ngày 20/11/2026" in text
    assert "/SNV" in text
    assert "ngày 10 tháng" not in text


def test_one_for_each_comes_as_an_archive(ha: Client, province: Province) -> None:
    answer = ha.post("/don-doc/soan/qua-han/", asked(ha, "each", everybody="1"))
    with ZipFile(BytesIO(ha.get(answer.url).content)) as archive:
        texts = [words(archive.read(name)) for name in archive.namelist()]
    assert len(texts) == UrgingLetter.objects.count() == 2
    assert sum("UBND xã An Lạc" in text for text in texts) == 1


def test_a_button_writes_to_one_alone(ha: Client, province: Province) -> None:
    ha.post("/don-doc/soan/qua-han/", asked(ha, one=province.an_lac.code))
    (to,) = UrgingLetter.objects.get().addressed.all()
    assert to.agency == province.an_lac


def test_the_same_form_twice_writes_once(ha: Client, province: Province) -> None:
    fields = asked(ha, one=province.an_lac.code, _once="abcdefghijklmnopqrstuvwx")
    first, second = (ha.post("/don-doc/soan/qua-han/", fields).url for _ in range(2))
    assert first == second
    assert UrgingLetter.objects.count() == 1


def test_nobody_chosen_is_refused_and_what_was_typed_stays(ha: Client, province: Province) -> None:
    answer = ha.post("/don-doc/soan/qua-han/", asked(ha, answer_by="2026-12-24"))
    assert answer.status_code == 422
    assert "chọn ít nhất một cơ quan" in answer.content.decode()
    assert "2026-12-24" in answer.content.decode()
    assert not UrgingLetter.objects.exists()


def test_it_counts_once_it_has_a_number(ha: Client, province: Province, now: datetime) -> None:
    ha.post("/don-doc/soan/qua-han/", asked(ha, one=province.an_lac.code))
    letter = UrgingLetter.objects.get()
    assert not Urging.objects.filter(way="letter").exists()
    sent = {"number": "412/SNV", "dated_on": "2026-11-10", "signer": "Lê Thu Hà"}
    assert ha.post(f"/don-doc/cong-van/{letter.code}/", sent).status_code == 302
    assert Urging.objects.get(way="letter").obligation == province.owed_by(province.an_lac)
    page = ha.get("/don-doc/").content.decode()
    assert "412/SNV" in page
    assert "(1 lần)" in page
    text = words(ha.get(f"/don-doc/cong-van/{letter.code}.docx").content)
    assert "Số: 412/SNV" in text
    assert "ngày 10 tháng 11 năm 2026" in text
    ha.post("/don-doc/soan/qua-han/", asked(ha, one=province.an_lac.code))
    again = words(ha.get(f"/don-doc/cong-van/{UrgingLetter.objects.latest('pk').code}.docx").content)
    assert "lần đôn đốc bằng văn bản thứ 2" in again


@pytest.mark.parametrize(("number", "day"), [(" ", "2026-11-10"), ("1/SNV", "2026-11-09"), ("1/SNV", "2026-11-11")])
def test_a_wrong_number_or_day_is_refused(ha: Client, province: Province, number: str, day: str) -> None:
    ha.post("/don-doc/soan/qua-han/", asked(ha, one=province.an_lac.code))
    letter = UrgingLetter.objects.get()
    answer = ha.post(f"/don-doc/cong-van/{letter.code}/", {"number": number, "dated_on": day})
    assert answer.status_code == 422
    letter.refresh_from_db()
    assert letter.state == "draft"


def test_who_is_only_asked_is_never_urged(province: Province, now: datetime, cast: Cast) -> None:
    one = province.owed_by(province.an_lac)
    Obligation.objects.filter(pk=one.pk).update(is_requested=True)
    with pytest.raises(BadInput) as refused:
        write_letters(
            province.committee,
            obligations=Obligation.objects.filter(pk=one.pk).select_related("duty"),
            kind="urge",
            each=False,
            answer_by=date(2026, 11, 20),
            by=cast.chi,
            at=now,
        )
    assert refused.value.code == "letter-requested"


def test_who_is_asked_gets_a_request_that_speaks_of_no_lateness(ha: Client, province: Province) -> None:
    Obligation.objects.filter(owed_by=province.an_lac).update(is_requested=True)
    assert "UBND xã An Lạc" not in ha.get("/don-doc/").content.decode()
    page = ha.get("/don-doc/de-nghi/").content.decode()
    assert "UBND xã An Lạc" in page
    assert "không bị đôn đốc" in page
    answer = ha.post("/don-doc/soan/de-nghi/", asked(ha, one=province.an_lac.code))
    text = words(ha.get(answer.url).content)
    assert "trân trọng đề nghị UBND xã An Lạc" in text
    assert "quá hạn" not in text.lower()


def test_the_one_urged_reads_the_letter_that_was_sent_and_no_draft(
    province: Province, now: datetime, cast: Cast, ha: Client
) -> None:
    ha.post("/don-doc/soan/qua-han/", asked(ha, one=province.an_lac.code))
    letter = UrgingLetter.objects.get()
    lan, tung = signed_in("lan.nt"), signed_in("tung.ds")
    assert lan.get(f"/don-doc/cong-van/{letter.code}/").status_code == 404
    send_letter(letter, number="1/SNV", dated_on=now.date(), signer="", by=cast.ha, at=now)
    assert lan.get(f"/don-doc/cong-van/{letter.code}/").status_code == 200
    assert lan.get(f"/don-doc/cong-van/{letter.code}.docx").status_code == 200
    assert tung.get(f"/don-doc/cong-van/{letter.code}/").status_code == 404
    assert tung.get(f"/don-doc/cong-van/{letter.code}.docx").status_code == 404
    assert tung.get(f"/don-doc/cong-van/lo/{letter.batch}.zip").status_code == 404


def test_a_letter_is_numbered_once(cast: Cast, now: datetime) -> None:
    letter = make_letter(cast.lan)
    send_letter(letter, number="1/UBND", dated_on=now.date(), signer="", by=cast.lan, at=now)
    with pytest.raises(BadInput) as refused:
        send_letter(letter, number="2/UBND", dated_on=now.date(), signer="", by=cast.lan, at=now + timedelta(hours=1))
    assert refused.value.code == "letter-moved"


def test_history_of_an_agency_stands_on_its_page(ha: Client, province: Province, now: datetime, cast: Cast) -> None:
    digests_on(now)
    ha.post("/don-doc/soan/qua-han/", asked(ha, one=province.an_lac.code))
    send_letter(UrgingLetter.objects.get(), number="5/SNV", dated_on=now.date(), signer="", by=cast.ha, at=now)
    page = ha.get(f"/don-doc/co-quan/{province.an_lac.code}/").content.decode()
    assert "1 lần nhắc, 1 công văn" in page
    assert "5/SNV" in page


def test_the_obligation_says_how_it_was_urged(ha: Client, province: Province, now: datetime, cast: Cast) -> None:
    digests_on(now)
    ha.post("/don-doc/soan/qua-han/", asked(ha, one=province.an_lac.code))
    send_letter(UrgingLetter.objects.get(), number="7/SNV", dated_on=now.date(), signer="", by=cast.ha, at=now)
    page = signed_in("lan.nt").get(f"/viec/{province.owed_by(province.an_lac).code}/").content.decode()
    assert "1 lần nhắc, lần cuối 10/11/2026" in page
    assert "7/SNV" in page


def scan(name: str = "cong-van-12.pdf", content: bytes = b"%PDF-1.7 da ky") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def numbered(ha: Client, province: Province, **more: Any) -> UrgingLetter:
    ha.post("/don-doc/soan/qua-han/", asked(ha, one=province.an_lac.code))
    letter = UrgingLetter.objects.get()
    told = {"number": "12/UBND-NV", "dated_on": "2026-11-10", "signer": "Lê Thu Hà", **more}
    assert ha.post(f"/don-doc/cong-van/{letter.code}/", told).status_code == 302
    return letter


def test_the_signed_copy_goes_with_the_letter(ha: Client, province: Province) -> None:
    letter = numbered(ha, province, copy=scan())
    address = f"/don-doc/cong-van/{letter.code}/ban-ky/"
    for reader in (ha, signed_in("lan.nt")):
        assert "cong-van-12.pdf" in reader.get(f"/don-doc/cong-van/{letter.code}/").content.decode()
        answer = reader.get(address)
        assert b"".join(answer.streaming_content) == b"%PDF-1.7 da ky"
        assert answer["Content-Type"] == "application/pdf"
    assert signed_in("tung.ds").get(address).status_code == 404
    assert signed_in("lan.nt").post(address, {"copy": scan()}).status_code == 404
    assert AuditEntry.objects.filter(verb="attach_file", object_kind="urging-letter", object_code=letter.code).exists()


def test_a_new_copy_takes_the_place_of_the_one_before(ha: Client, province: Province) -> None:
    letter = numbered(ha, province)
    address = f"/don-doc/cong-van/{letter.code}/ban-ky/"
    assert ha.get(address).status_code == 404
    for content in (b"%PDF-1.7 mot", b"%PDF-1.7 hai"):
        assert ha.post(address, {"copy": scan(content=content)}).status_code == 302
    assert b"".join(ha.get(address).streaming_content) == b"%PDF-1.7 hai"
    assert AuditEntry.objects.filter(verb="remove_attachment", object_code=letter.code).count() == 1


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (scan("so.txt", "Chỉ là chữ".encode()), "Bản đã ký phải là tệp PDF hoặc ảnh quét"),
        (scan("trong.pdf", b""), "rỗng"),
        (None, "Trường này là bắt buộc"),
    ],
)
def test_what_is_no_scan_is_refused(ha: Client, province: Province, file: Any, said: str) -> None:
    letter = numbered(ha, province)
    refused = ha.post(f"/don-doc/cong-van/{letter.code}/ban-ky/", {"copy": file} if file else {})
    assert refused.status_code == 422
    assert said in refused.content.decode()
    assert not Attachment.objects.exists()


def test_a_draft_has_no_signed_copy(ha: Client, province: Province, cast: Cast, now: datetime) -> None:
    ha.post("/don-doc/soan/qua-han/", asked(ha, one=province.an_lac.code))
    letter = UrgingLetter.objects.get()
    with pytest.raises(BadInput) as refused:
        attach_copy(letter, Upload("a.pdf", [b"%PDF-1.7"]), by=cast.ha, at=now)
    assert refused.value.code == "letter-unnumbered"
    bad = ha.post(
        f"/don-doc/cong-van/{letter.code}/",
        {"number": "9/UBND", "dated_on": "2026-11-10", "signer": "", "copy": scan("a.txt", b"chu")},
    )
    assert bad.status_code == 422
    letter.refresh_from_db()
    assert letter.state == UrgingLetter.State.DRAFT
    assert 'value="9/UBND"' in bad.content.decode()
