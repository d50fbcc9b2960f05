"""Forms of feedback: shape alone; what a step allows is decided by the actions."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from dondoc.accounts.rules.identity import email_key, phone_key
from dondoc.duties.forms import FilesField
from dondoc.feedback.actions.receiving import LONGEST, PHOTOS, Upload
from dondoc.feedback.models import Service
from dondoc.feedback.rules.registers import COMPLAINT_SUBJECTS, FINDINGS, SUBJECTS
from dondoc.feedback.rules.stages import CHANNELS, OUTCOMES, Channel, Kind
from dondoc.records.guard import GuardedForm
from dondoc.units.models import Agency, Settlement

DAY = {"type": "date", "class": "w-8"}
DAYS = ["%Y-%m-%d", "%d/%m/%Y"]
PICTURES = "image/jpeg,image/png,image/webp"  # phones turn their own kind into JPEG where this is asked


class DescribeForm(forms.Form):
    """What, on which subject, where. `sent_key` is made when the page is opened, here or by a phone without a line."""

    text = forms.CharField(
        label=_("Nội dung"),
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 6}),
        help_text=_("Việc gì, ở đâu, từ bao giờ. Không cần ghi tên, số điện thoại ở đây."),
        error_messages={"required": _("Viết nội dung cần gửi.")},
    )
    service = forms.ChoiceField(label=_("Lĩnh vực"), required=False)
    settlement = forms.ChoiceField(label=_("Thôn, bản, tổ dân phố"), required=False)
    place = forms.CharField(
        label=_("Chỗ cụ thể"), required=False, max_length=200, help_text=_("Ví dụ: trước cổng trường tiểu học.")
    )
    kind = forms.ChoiceField(
        required=False, widget=forms.HiddenInput, choices=[(Kind.REPORT.value, ""), (Kind.QUESTION.value, "")]
    )
    sent_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    latitude = forms.DecimalField(
        widget=forms.HiddenInput, required=False, min_value=-90, max_value=90, max_digits=12, decimal_places=9
    )
    longitude = forms.DecimalField(
        widget=forms.HiddenInput, required=False, min_value=-180, max_value=180, max_digits=12, decimal_places=9
    )

    def __init__(
        self, *args: Any, services: Sequence[Service] = (), settlements: Sequence[Settlement] = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.services = {one.code: one for one in services}
        self.settlements = {one.code: one for one in settlements}
        _choose(self, "service", _("chưa rõ"), [(one.code, one.name) for one in services])
        _choose(self, "settlement", _("không nhớ, hoặc cả xã"), [(s.code, f"{s.kind} {s.name}") for s in settlements])

    def letter(self) -> dict[str, Any]:
        """The fields of a letter that were filled in."""
        given = self.cleaned_data
        latitude, longitude = given.get("latitude"), given.get("longitude")
        point = (None, None)
        if latitude is not None and longitude is not None:
            point = (round(latitude, 6), round(longitude, 6))
        return {
            "text": given["text"],
            "kind": given.get("kind") or Kind.REPORT.value,
            "service": self.services.get(given.get("service", "")),
            "settlement": self.settlements.get(given.get("settlement", "")),
            "place": given.get("place", ""),
            "latitude": point[0],
            "longitude": point[1],
        }

    def key_of_sending(self) -> UUID:
        return self.cleaned_data.get("sent_key") or uuid4()


class SendForm(DescribeForm, GuardedForm):
    """With photos, whether it is private, how to be reached, and the guards against robots."""

    photos = FilesField(
        label=_("Ảnh"),
        help_text=_("Nhiều nhất 5 ảnh, tổng cộng 25 MB. Vị trí và tên máy ghi trong ảnh không được công bố."),
    )
    is_private = forms.BooleanField(label=_("Riêng tư: chỉ cơ quan giải quyết đọc, không công bố"), required=False)
    name = forms.CharField(label=_("Tên để cơ quan gọi"), required=False, max_length=120)
    phone = forms.CharField(
        label=_("Số điện thoại"),
        required=False,
        max_length=20,
        widget=forms.TextInput({"inputmode": "tel", "class": "w-12", "autocomplete": "tel"}),
    )
    email = forms.CharField(
        label=_("Thư điện tử"), required=False, max_length=254, widget=forms.EmailInput({"autocomplete": "email"})
    )
    consent = forms.BooleanField(
        label=_(
            "Tôi đồng ý để cơ quan giải quyết dùng thông tin liên hệ này cho phản ánh này; xóa sau khi trả lời 90 ngày"
        ),
        required=False,
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["photos"].widget.attrs |= {"accept": PICTURES}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("phone") and not phone_key(cleaned["phone"]):
            self.add_error("phone", ValidationError(_("Số điện thoại cần 10 chữ số, ví dụ 0912345678.")))
        if cleaned.get("email") and not email_key(cleaned["email"]):
            self.add_error("email", ValidationError(_("Thư điện tử cần có dạng ten@noi.vn.")))
        has_contact = any(cleaned.get(name) for name in ("name", "phone", "email"))
        if has_contact and not cleaned.get("consent"):
            self.add_error(
                "consent",
                ValidationError(_("Đánh dấu đồng ý, hoặc xóa thông tin liên hệ: không bắt buộc phải để lại.")),
            )
        if len(cleaned.get("photos") or ()) > PHOTOS:
            self.add_error("photos", ValidationError(_("Gửi nhiều nhất 5 ảnh.")))
        return cleaned

    def letter(self) -> dict[str, Any]:
        given = self.cleaned_data
        contact = {"name": given["name"], "phone": phone_key(given["phone"]), "email": email_key(given["email"])}
        return {**super().letter(), "is_private": given["is_private"], **contact}

    def uploads(self) -> list[Upload]:
        return uploads_of(self.cleaned_data["photos"])


class SignalForm(GuardedForm):
    """No field by which a writer could be found: no contact, no photo, no place."""

    subject = forms.ChoiceField(
        label=_("Tín hiệu về việc gì"),
        widget=forms.RadioSelect,
        choices=[(k.value, word) for k, word in SUBJECTS.items()],
        error_messages={"required": _("Chọn một việc.")},
    )
    text = forms.CharField(
        label=_("Nội dung"),
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 7}),
        help_text=_("Không ghi tên, số điện thoại, địa chỉ của anh/chị, cũng không kể điều mà chỉ anh/chị biết."),
        error_messages={"required": _("Viết nội dung cần gửi.")},
    )
    sent_key = forms.UUIDField(widget=forms.HiddenInput, required=False)


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Mã theo dõi"),
        max_length=40,
        help_text=_("12 chữ và số, ví dụ k7m2-9qrt-4vwx. Viết hoa hay thường đều được."),
        widget=forms.TextInput(
            {"class": "w-20", "autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )


class WordForm(forms.Form):
    """What the writer says afterwards."""

    text = forms.CharField(label=_("Nội dung"), required=False, max_length=2000, widget=forms.Textarea({"rows": 3}))
    is_resolved = forms.ChoiceField(
        label=_("Việc đã được giải quyết chưa"),
        required=False,
        widget=forms.RadioSelect,
        choices=[("co", _("Đã được giải quyết")), ("chua", _("Chưa được giải quyết"))],
    )
    rating = forms.ChoiceField(
        label=_("Mức hài lòng"),
        required=False,
        widget=forms.RadioSelect,
        choices=[
            ("5", _("5: rất hài lòng")),
            ("4", _("4: hài lòng")),
            ("3", _("3: bình thường")),
            ("2", _("2: không hài lòng")),
            ("1", _("1: rất không hài lòng")),
        ],
    )


class RecordForm(SendForm):
    """What came by telephone, box, counter, meeting or letter, entered by the dispatcher."""

    channel = forms.ChoiceField(
        label=_("Nhận qua"),
        choices=[(one.value, word) for one, word in CHANNELS.items() if one not in (Channel.WEB, Channel.OPEN311)],
    )
    received_at = forms.DateTimeField(
        label=_("Nhận lúc"),
        required=False,
        input_formats=["%Y-%m-%dT%H:%M", "%d/%m/%Y %H:%M"],
        widget=forms.DateTimeInput({"type": "datetime-local", "class": "w-12"}),
        help_text=_("Để trống là lúc này. Thời hạn tính từ lúc nhận."),
    )


class AcknowledgeForm(forms.Form):
    agency = forms.ChoiceField(label=_("Cơ quan trả lời"))
    service = forms.ChoiceField(label=_("Lĩnh vực"), required=False)
    is_private = forms.BooleanField(label=_("Riêng tư"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, agencies: Iterable[Agency], services: Iterable[Service], **more: Any) -> None:
        super().__init__(*args, **more)
        self.agencies, self.services = {one.code: one for one in agencies}, {one.code: one for one in services}
        _choose(self, "agency", "", [(code, one.name) for code, one in self.agencies.items()])
        _choose(self, "service", _("chưa rõ"), [(code, one.name) for code, one in self.services.items()])


class TransferForm(forms.Form):
    agency = forms.ChoiceField(label=_("Chuyển tới"))
    reason = forms.CharField(label=_("Lý do"), max_length=2000, widget=forms.Textarea({"rows": 2}))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, agencies: Iterable[Agency], **more: Any) -> None:
        super().__init__(*args, **more)
        self.agencies = {one.code: one for one in agencies}
        _choose(
            self, "agency", "", [(code, f"{one.name} ({one.unit.full_name})") for code, one in self.agencies.items()]
        )


class AnswerForm(forms.Form):
    text = forms.CharField(label=_("Nội dung trả lời"), max_length=10_000, widget=forms.Textarea({"rows": 7}))
    outcome = forms.ChoiceField(
        label=_("Kết quả"),
        widget=forms.RadioSelect,
        choices=[(one.value, word) for one, word in OUTCOMES.items()],
        help_text=_("Trả lời chưa phải là giải quyết: chỉ chọn “đã giải quyết” khi việc đã xong."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class TextForm(forms.Form):
    """A verb with its words."""

    text = forms.CharField(label=_("Nội dung"), max_length=5000, widget=forms.Textarea({"rows": 3}))
    version = forms.IntegerField(widget=forms.HiddenInput)


class ExtendForm(forms.Form):
    number = forms.IntegerField(
        label=_("Thêm bao nhiêu"), min_value=1, max_value=365, widget=forms.NumberInput({"class": "w-4"})
    )
    text = forms.CharField(label=_("Lý do, người gửi đọc được"), max_length=2000, widget=forms.Textarea({"rows": 2}))
    version = forms.IntegerField(widget=forms.HiddenInput)


class PlainForm(forms.Form):
    """A verb without words."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class PublishForm(forms.Form):
    text = forms.CharField(label=_("Lời người gửi"), max_length=2 * LONGEST, widget=forms.Textarea({"rows": 8}))
    answer = forms.CharField(label=_("Lời trả lời"), max_length=30_000, widget=forms.Textarea({"rows": 8}))
    version = forms.IntegerField(widget=forms.HiddenInput)


class ComplaintForm(forms.Form):
    agency = forms.ChoiceField(label=_("Cơ quan giải quyết"))
    received_on = forms.DateField(label=_("Ngày nhận"), widget=forms.DateInput(DAY), input_formats=DAYS)
    subject = forms.ChoiceField(
        label=_("Lĩnh vực"), choices=[(k.value, word) for k, word in COMPLAINT_SUBJECTS.items()]
    )
    summary = forms.CharField(label=_("Khiếu nại quyết định, hành vi nào"), max_length=300)
    name = forms.CharField(label=_("Người, cơ quan khiếu nại"), max_length=120)
    address = forms.CharField(label=_("Địa chỉ"), required=False, max_length=200)
    is_second = forms.BooleanField(label=_("Khiếu nại lần hai"), required=False)
    is_complex = forms.BooleanField(label=_("Vụ việc phức tạp"), required=False)
    is_remote = forms.BooleanField(label=_("Vùng sâu, vùng xa đi lại khó khăn"), required=False)

    def __init__(self, *args: Any, agencies: Iterable[Agency], **more: Any) -> None:
        super().__init__(*args, **more)
        self.agencies = _agencies(self, agencies)


class DenunciationForm(forms.Form):
    """Agency, day, one mark: nothing else is asked, nothing else is taken."""

    agency = forms.ChoiceField(label=_("Cơ quan giải quyết"))
    received_on = forms.DateField(label=_("Ngày nhận"), widget=forms.DateInput(DAY), input_formats=DAYS)
    is_several_places = forms.BooleanField(label=_("Phải kiểm tra, xác minh tại nhiều nơi"), required=False)

    def __init__(self, *args: Any, agencies: Iterable[Agency], **more: Any) -> None:
        super().__init__(*args, **more)
        self.agencies = _agencies(self, agencies)


class RequestForm(forms.Form):
    agency = forms.ChoiceField(label=_("Cơ quan giải trình"))
    received_on = forms.DateField(label=_("Ngày nhận"), widget=forms.DateInput(DAY), input_formats=DAYS)
    summary = forms.CharField(label=_("Yêu cầu giải trình về"), max_length=300)
    name = forms.CharField(label=_("Người, cơ quan yêu cầu"), max_length=120)

    def __init__(self, *args: Any, agencies: Iterable[Agency], **more: Any) -> None:
        super().__init__(*args, **more)
        self.agencies = _agencies(self, agencies)


class StepForm(forms.Form):
    """A step of a numbered case: its day, and what the step needs. Fields that it does not need are taken out."""

    on = forms.DateField(label=_("Ngày"), widget=forms.DateInput(DAY), input_formats=DAYS)
    text = forms.CharField(label=_("Lý do, căn cứ"), max_length=2000, widget=forms.Textarea({"rows": 2}))
    document = forms.CharField(label=_("Số, ký hiệu văn bản"), max_length=60, widget=forms.TextInput({"class": "w-20"}))
    finding = forms.ChoiceField(label=_("Kết luận nội dung"), choices=[(k.value, word) for k, word in FINDINGS.items()])

    def __init__(self, *args: Any, needs: Iterable[str] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        for name in set(self.fields) - set(needs):
            del self.fields[name]


class IntakeForm(forms.Form):
    inspectorate = forms.ChoiceField(label=_("Nơi nhận tín hiệu tham nhũng, thái độ cán bộ"), required=False)
    hotline = forms.CharField(
        label=_("Đường dây nóng"), required=False, max_length=40, widget=forms.TextInput({"class": "w-12"})
    )
    address = forms.CharField(label=_("Nơi tiếp nhận đơn trực tiếp"), required=False, max_length=200)

    def __init__(self, *args: Any, agencies: Iterable[Agency], **more: Any) -> None:
        super().__init__(*args, **more)
        self.agencies = {one.code: one for one in agencies}
        _choose(self, "inspectorate", _("chưa có"), [(code, one.name) for code, one in self.agencies.items()])


class RuleForm(forms.Form):
    key = forms.ChoiceField(label=_("Bước"))
    number = forms.IntegerField(
        label=_("Thời hạn"), min_value=1, max_value=365, widget=forms.NumberInput({"class": "w-4"})
    )
    counted_in = forms.ChoiceField(label=_("Tính theo"))
    channel = forms.ChoiceField(label=_("Riêng cho kênh"), required=False)
    closes_at = forms.TimeField(
        label=_("Giờ đóng cửa"),
        required=False,
        input_formats=["%H:%M"],
        widget=forms.TimeInput({"type": "time", "class": "w-8"}),
        help_text=_("Nếu ghi: nhận sau giờ này hoặc ngày nghỉ thì tính từ giờ mở cửa kế tiếp."),
    )
    citation = forms.CharField(label=_("Căn cứ"), max_length=200)
    valid_from = forms.DateField(label=_("Áp dụng từ"), widget=forms.DateInput(DAY), input_formats=DAYS)

    def __init__(
        self, *args: Any, keys: Sequence[tuple[str, str]], units: Sequence[tuple[str, str]], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        _choose(self, "key", "", keys)
        _choose(self, "counted_in", "", units)
        _choose(self, "channel", _("mọi kênh"), [(one.value, word) for one, word in CHANNELS.items()])


class ServiceForm(forms.Form):
    name = forms.CharField(label=_("Tên lĩnh vực"), max_length=120)
    agency = forms.ChoiceField(label=_("Cơ quan trả lời"), required=False)

    def __init__(self, *args: Any, agencies: Iterable[Agency], **more: Any) -> None:
        super().__init__(*args, **more)
        self.agencies = {one.code: one for one in agencies}
        _choose(self, "agency", _("đầu mối phân công"), [(code, one.name) for code, one in self.agencies.items()])


class TemplateForm(forms.Form):
    title = forms.CharField(label=_("Tên mẫu"), max_length=120)
    text = forms.CharField(label=_("Nội dung mẫu"), max_length=5000, widget=forms.Textarea({"rows": 4}))


def uploads_of(files: Iterable["UploadedFile[Any]"]) -> list[Upload]:
    return [Upload(one.name or "anh", _chunks(one)) for one in files]


def _chunks(file: "UploadedFile[Any]") -> Iterator[bytes]:
    yield from file.chunks()


def _choose(form: forms.Form, name: str, nothing: Any, choices: Sequence[tuple[str, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = [*([("", nothing)] if nothing else []), *choices]


def _agencies(form: forms.Form, agencies: Iterable[Agency]) -> dict[str, Agency]:
    known = {one.code: one for one in agencies}
    _choose(form, "agency", "", [(code, one.name) for code, one in known.items()])
    return known
