"""Forms of disclosure: shape alone."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from dondoc.disclosure.actions.publication import FIELDS, Place
from dondoc.disclosure.models import Posting
from dondoc.disclosure.rules.consulting import OUTCOMES
from dondoc.disclosure.rules.ledger import SIDES
from dondoc.duties.actions.evidence import Upload
from dondoc.duties.forms import DAY, FilesField
from dondoc.records.guard import GuardedForm
from dondoc.units.models import Settlement

DAYS = ["%Y-%m-%d", "%d/%m/%Y"]
Channel = Posting.Channel


def day_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        widget=forms.DateInput(DAY, format="%Y-%m-%d"),
        input_formats=DAYS,
        help_text=help_text,
    )


class PhotosField(FilesField):
    """Pictures straight from the camera of a phone, or files."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.widget.attrs |= {"accept": "image/*,application/pdf"}


class PlacesForm(forms.Form):
    """Where it hangs and since when: one step on a phone."""

    board = forms.BooleanField(label=_("Bảng tin tại trụ sở"), required=False)
    halls = forms.MultipleChoiceField(
        label=_("Nhà văn hóa thôn, tổ dân phố"), required=False, widget=forms.CheckboxSelectMultiple
    )
    begins_on = day_field(_("Niêm yết từ ngày"))
    photos = PhotosField(
        label=_("Ảnh chụp nơi niêm yết, biên bản"),
        help_text=_("Chụp cả bảng, thấy rõ nơi và ngày. Ảnh danh sách có tên người chỉ lưu nội bộ."),
    )
    minutes = forms.CharField(label=_("Số biên bản niêm yết"), required=False, max_length=200)
    url = forms.URLField(
        label=_("Đường dẫn trên trang thông tin điện tử"), required=False, max_length=600, assume_scheme="https"
    )
    loud_from = day_field(_("Phát loa truyền thanh từ ngày"), required=False)
    loud_to = day_field(_("Phát loa đến ngày"), required=False)
    log = forms.CharField(
        label=_("Nhật ký phát"),
        required=False,
        max_length=200,
        help_text=_("Ví dụ: 5 giờ 30 và 17 giờ, sổ phát số 12."),
    )

    def __init__(self, *args: Any, halls: Sequence[Settlement] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.settlements = {one.code: one for one in halls}
        field = self.fields["halls"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(one.code, f"{one.kind} {one.name}") for one in halls]
        if not halls:
            del self.fields["halls"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("loud_to") and not cleaned.get("loud_from"):
            self.add_error("loud_from", ValidationError(_("Nhập ngày bắt đầu phát.")))
        return cleaned

    def places(self) -> list[Place]:
        given = self.cleaned_data
        begins_on, minutes = given["begins_on"], given["minutes"]
        out = [Place(Channel.BOARD, begins_on, minutes=minutes)] if given["board"] else []
        out += [
            Place(Channel.VILLAGE, begins_on, settlement=self.settlements[code], minutes=minutes)
            for code in given.get("halls", ())
        ]
        if given["url"]:
            out.append(Place(Channel.PORTAL, begins_on, url=given["url"]))
        if given["loud_from"]:
            out.append(Place(Channel.LOUDSPEAKER, given["loud_from"], until=given["loud_to"], minutes=given["log"]))
        return out

    def pictures(self) -> list[Upload]:
        return [upload_of(one) for one in self.cleaned_data["photos"]]


class PublishForm(PlacesForm):
    """What and where, in one go."""

    title = forms.CharField(label=_("Tên văn bản, danh sách"), max_length=300)
    number = forms.CharField(
        label=_("Số, ký hiệu"), required=False, max_length=60, widget=forms.TextInput({"class": "w-20"})
    )
    decided_on = day_field(_("Ngày ban hành"), required=False, help_text=_("Hạn công khai tính từ ngày này."))
    papers = FilesField(label=_("Tệp văn bản, danh sách"), help_text=_("Bản có chữ, không phải ảnh chụp."))
    field_order = ["title", "board", "halls", "begins_on", "photos", "number", "decided_on", "papers"]

    def documents(self) -> list[Upload]:
        return [upload_of(one) for one in self.cleaned_data["papers"]]


class DecisionForm(forms.Form):
    """A paper was issued that must be made public."""

    title = forms.CharField(label=_("Tên văn bản, danh sách phải công khai"), max_length=200)
    decided_on = day_field(_("Ngày ban hành"))


class DownForm(forms.Form):
    on = day_field(_("Ngày gỡ"))
    reason = forms.CharField(
        label=_("Lý do"), required=False, max_length=300, help_text=_("Bắt buộc khi gỡ trước thời hạn.")
    )


class ProofForm(forms.Form):
    photos = PhotosField(label=_("Ảnh, biên bản"))
    minutes = forms.CharField(label=_("Số biên bản, nhật ký phát"), required=False, max_length=200)

    def pictures(self) -> list[Upload]:
        return [upload_of(one) for one in self.cleaned_data["photos"]]


class LinkForm(forms.Form):
    url = forms.URLField(label=_("Đường dẫn mới"), max_length=600, assume_scheme="https")


class CorrectForm(forms.Form):
    reason = forms.CharField(
        label=_("Nội dung đính chính"), max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text=_("Sai gì, sửa thành gì. Bản trước vẫn được lưu."),
    )  # fmt: skip
    title = forms.CharField(label=_("Tên văn bản, danh sách"), max_length=300)
    number = forms.CharField(label=_("Số, ký hiệu"), required=False, max_length=60)
    decided_on = day_field(_("Ngày ban hành"), required=False)
    papers = FilesField(label=_("Tệp thay thế"))

    def documents(self) -> list[Upload]:
        return [upload_of(one) for one in self.cleaned_data["papers"]]


class WithdrawForm(forms.Form):
    reason = forms.CharField(label=_("Lý do rút"), max_length=300)


class OpenForm(forms.Form):
    """Which fields the public sees."""

    fields_open = forms.MultipleChoiceField(
        label=_("Người dân xem được"),
        required=False,
        choices=list(FIELDS.items()),
        widget=forms.CheckboxSelectMultiple,
    )


class ItemForm(forms.Form):
    """What a plan or an office adds."""

    name = forms.CharField(label=_("Nội dung phải công khai"), max_length=300)
    basis = forms.CharField(
        label=_("Căn cứ"), max_length=400, help_text=_("Kế hoạch, quyết định hoặc quy định yêu cầu công khai.")
    )
    when = forms.CharField(
        label=_("Tần suất, thời hạn"),
        required=False,
        max_length=200,
        help_text=_("Ví dụ: Hằng quý; Hằng năm, trước ngày 31/03; 05 ngày làm việc kể từ ngày ban hành."),
    )
    holds_people = forms.BooleanField(label=_("Có tên, thông tin của cá nhân"), required=False)


class FrequencyForm(forms.Form):
    when = forms.CharField(
        label=_("Tần suất, thời hạn"), max_length=200, help_text=_("Ví dụ: Hằng quý; Hằng năm, trước ngày 31/03.")
    )


class NothingForm(forms.Form):
    reason = forms.CharField(label=_("Vì sao kỳ này không có gì phải công khai"), max_length=500)


class ConsultationForm(forms.Form):
    title = forms.CharField(label=_("Tên dự thảo"), max_length=300)
    about = forms.CharField(
        label=_("Tóm tắt, những điểm cần góp ý"), required=False, widget=forms.Textarea({"rows": 5}), max_length=20_000
    )
    starts_on = day_field(_("Lấy ý kiến từ ngày"))
    ends_on = day_field(_("Đến hết ngày"), help_text=_("Ít nhất 20 ngày."))
    papers = FilesField(label=_("Tệp dự thảo"), help_text=_("Bản có chữ, không phải ảnh chụp."))

    def documents(self) -> list[Upload]:
        return [upload_of(one) for one in self.cleaned_data["papers"]]


class CommentForm(GuardedForm):
    """What the public sends: no account, a name or none."""

    text = forms.CharField(
        label=_("Ý kiến của ông/bà"), widget=forms.Textarea({"rows": 6}), max_length=5000,
        help_text=_("Không ghi số giấy tờ, số điện thoại: ý kiến được công bố."),
    )  # fmt: skip
    name = forms.CharField(
        label=_("Họ tên"), required=False, max_length=80, help_text=_("Có thể để trống; nếu ghi thì được công bố.")
    )


class AnswerForm(forms.Form):
    outcome = forms.ChoiceField(label=_("Kết quả"), choices=list(OUTCOMES.items()))
    answer = forms.CharField(
        label=_("Tiếp thu, giải trình"), required=False, widget=forms.Textarea({"rows": 2}), max_length=5000
    )


class HideForm(forms.Form):
    reason = forms.CharField(label=_("Lý do ẩn"), max_length=200)


class SummaryForm(forms.Form):
    summary = forms.CharField(
        label=_("Tổng hợp tiếp thu, giải trình"), widget=forms.Textarea({"rows": 6}), max_length=20_000
    )


class MoneyField(forms.IntegerField):
    """Whole đồng as people write them: 1.200.000 or 1200000."""

    def __init__(self, **more: Any) -> None:
        widget = forms.TextInput({"inputmode": "numeric", "class": "w-12"})
        super().__init__(min_value=1, max_value=10**15, widget=widget, **more)

    def to_python(self, value: Any) -> int | None:
        text = str(value or "").replace(".", "").replace(" ", "").removesuffix("đồng").removesuffix("đ")
        return super().to_python(text)


class CollectionForm(forms.Form):
    name = forms.CharField(label=_("Tên khoản huy động"), max_length=200)
    purpose = forms.CharField(label=_("Mục đích"), widget=forms.Textarea({"rows": 3}), max_length=5000)
    asked_by = forms.CharField(label=_("Ai vận động"), max_length=200)
    settlement = forms.ChoiceField(label=_("Thôn, tổ dân phố"), required=False)
    households = forms.IntegerField(label=_("Tổng số hộ"), min_value=1, widget=forms.NumberInput({"class": "w-4"}))
    agreed = forms.IntegerField(
        label=_("Số hộ đồng ý"), min_value=0, widget=forms.NumberInput({"class": "w-4"}),
        help_text=_("Từ 2/3 số hộ trở lên mới được huy động."),
    )  # fmt: skip
    agreed_on = day_field(_("Ngày họp thống nhất"))
    minutes = forms.CharField(label=_("Số biên bản họp"), required=False, max_length=120)

    def __init__(self, *args: Any, halls: Sequence[Settlement] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.settlements = {one.code: one for one in halls}
        field = self.fields["settlement"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("cả xã")), *((one.code, f"{one.kind} {one.name}") for one in halls)]


class EntryForm(forms.Form):
    side = forms.ChoiceField(label=_("Thu hay chi"), choices=list(SIDES.items()), widget=forms.RadioSelect)
    amount = MoneyField(label=_("Số tiền (đồng)"))
    on = day_field(_("Ngày"))
    what = forms.CharField(label=_("Nội dung"), max_length=300)
    paper = forms.CharField(label=_("Số phiếu, chứng từ"), required=False, max_length=80)


class ReverseForm(forms.Form):
    reason = forms.CharField(label=_("Lý do ghi đảo"), max_length=250)


def upload_of(file: "UploadedFile[Any]") -> Upload:
    def chunks() -> Iterator[bytes]:
        yield from file.chunks()

    return Upload(file.name or "tep", chunks())


def today_first(today: date) -> dict[str, Any]:
    """What most often holds: on the board, from today."""
    return {"board": True, "begins_on": today}
