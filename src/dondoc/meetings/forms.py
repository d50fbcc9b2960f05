"""Forms of meetings: shape alone."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from dondoc.duties.actions.evidence import Upload
from dondoc.duties.forms import DAY, FilesField, OccasionForm
from dondoc.duties.models import Duty
from dondoc.meetings.models import GROUND_CHOICES, LocalEvent, Visit
from dondoc.units.models import Agency

DAYS, HOURS = ["%Y-%m-%d", "%d/%m/%Y"], ["%H:%M", "%H:%M:%S"]


def day_field(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(DAY, format="%Y-%m-%d"), input_formats=DAYS, **more)


def hour_field(label: Any, initial: str) -> forms.TimeField:
    widget = forms.TimeInput({"type": "time", "class": "w-8"}, format="%H:%M")
    return forms.TimeField(label=label, widget=widget, input_formats=HOURS, initial=initial)


def words(label: Any, *, required: bool = True, rows: int = 3, **more: Any) -> forms.CharField:
    area = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, required=required, max_length=10_000, widget=area, **more)


class ReceptionForm(forms.Form):
    """One reception, or one every week for some time."""

    agency = forms.ChoiceField(label=_("Cơ quan tiếp"))
    first_on = day_field(_("Ngày tiếp"))
    starts_at = hour_field(_("Từ"), "08:00")
    ends_at = hour_field(_("Đến"), "11:00")
    place = forms.CharField(label=_("Nơi tiếp"), max_length=200)
    chaired_by = forms.CharField(
        label=_("Người tiếp"), max_length=120, help_text=_("Người đứng đầu, ghi họ tên và chức vụ.")
    )
    weeks = forms.IntegerField(
        label=_("Lặp lại bao nhiêu tuần"), min_value=1, max_value=53, initial=1,
        widget=forms.NumberInput({"class": "w-4"}),
    )  # fmt: skip
    is_online = forms.BooleanField(label=_("Tiếp trực tuyến"), required=False)

    def __init__(self, *args: Any, agencies: Sequence[Agency], **more: Any) -> None:
        super().__init__(*args, **more)
        self.agencies = {one.code: one for one in agencies}
        _choose(self.fields["agency"], [(one.code, one.name) for one in agencies])


class HeldForm(forms.Form):
    chaired_by = forms.CharField(label=_("Người đã tiếp"), max_length=120)
    by_head = forms.ChoiceField(
        label=_("Người tiếp là"),
        choices=[("1", _("người đứng đầu")), ("0", _("người khác tiếp thay"))],
        widget=forms.RadioSelect,
        initial="1",
        help_text=_("Người khác tiếp thay thì buổi này không tính cho định mức của người đứng đầu."),
    )


class MissedForm(forms.Form):
    reason = forms.CharField(label=_("Lý do không tiếp, ngày tiếp bù"), max_length=300)


class VisitForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Loại việc"), choices=Visit.Kind.choices, widget=forms.RadioSelect, initial=Visit.Kind.PROPOSAL,
        help_text=_("Tố cáo: chỉ đếm lượt, không ghi tên, không ghi nội dung ở đây."),
    )  # fmt: skip
    citizen = forms.CharField(
        label=_("Họ tên người đến"), required=False, max_length=80, help_text=_("Chỉ lưu nội bộ, có thể để trống.")
    )
    people = forms.IntegerField(
        label=_("Số người"), min_value=1, max_value=999, initial=1, widget=forms.NumberInput({"class": "w-4"})
    )
    content = words(_("Tóm tắt nội dung"), required=False)
    answer = words(_("Đã trả lời tại chỗ"), required=False, rows=2)


class OutcomeForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Kết quả"),
        choices=[(one.value, one.label) for one in (Visit.Outcome.ANSWERED, Visit.Outcome.FORWARDED)],
    )
    answer = words(_("Nội dung trả lời, nơi đã chuyển"), required=False)


_PUBLIC = _("Việc hứa ở buổi đối thoại hiện trên trang công dân: không ghi tên người dân.")


class PromiseForm(forms.Form):
    text = words(_("Việc phải làm"), help_text=_PUBLIC)
    agency = forms.ChoiceField(label=_("Cơ quan làm"))
    due_on = day_field(_("Hạn"))

    def __init__(self, *args: Any, agencies: Sequence[Agency], **more: Any) -> None:
        super().__init__(*args, **more)
        self.agencies = {one.code: one for one in agencies}
        _choose(self.fields["agency"], [(one.code, one.name) for one in agencies])


class KeptForm(forms.Form):
    text = words(_("Đã làm gì, kết quả"), help_text=_PUBLIC)
    papers = FilesField(label=_("Tệp, ảnh"))

    def uploads(self) -> list[Upload]:
        return [upload_of(one) for one in self.cleaned_data["papers"]]


class ReasonForm(forms.Form):
    reason = words(_("Lý do"), rows=2)


class RefuseForm(forms.Form):
    ground = forms.ChoiceField(label=_("Căn cứ từ chối"), choices=GROUND_CHOICES, widget=forms.RadioSelect)
    reason = words(_("Lý do cụ thể"))


class NoticeForm(forms.Form):
    number = forms.CharField(label=_("Số, ký hiệu thông báo"), max_length=60, widget=forms.TextInput({"class": "w-20"}))
    on = day_field(_("Ngày thông báo"))


class DialogueForm(forms.Form):
    topic = forms.CharField(label=_("Nội dung đối thoại"), max_length=300)
    on = day_field(_("Ngày tổ chức"))
    starts_at = hour_field(_("Bắt đầu lúc"), "08:00")
    place = forms.CharField(label=_("Nơi tổ chức"), max_length=200)
    notice = forms.CharField(label=_("Số thông báo, kế hoạch"), required=False, max_length=60)
    is_online = forms.BooleanField(
        label=_("Tổ chức trực tuyến"), required=False, help_text=_("Phải thông báo trước ít nhất 05 ngày làm việc.")
    )


class DialogueHeldForm(forms.Form):
    people = forms.IntegerField(label=_("Số người dự"), min_value=1, widget=forms.NumberInput({"class": "w-4"}))
    minutes = forms.CharField(label=_("Số biên bản"), required=False, max_length=120)
    papers = FilesField(label=_("Tệp biên bản"))

    def uploads(self) -> list[Upload]:
        return [upload_of(one) for one in self.cleaned_data["papers"]]


class QuestionForm(forms.Form):
    text = words(_("Người dân hỏi, đề nghị"), help_text=_("Ai cũng đọc được: không ghi tên người hỏi."))
    answer = words(_("Đã trả lời tại buổi đối thoại"), required=False)


class EventForm(OccasionForm):
    """An event that work waits for, with what it is here, and which of the work that waits it opens."""

    kind = forms.ChoiceField(label=_("Sự kiện"), choices=LocalEvent.Kind.choices)
    duties = forms.MultipleChoiceField(
        label=_("Nhiệm vụ chờ sự kiện này"), required=False, widget=forms.CheckboxSelectMultiple
    )
    field_order = ("kind", "name", "on", "settlement", "duties")

    def __init__(self, *args: Any, duties: Sequence[Duty], **more: Any) -> None:
        super().__init__(*args, **more)
        self.waiting = {one.code: one for one in duties}
        _choose(self.fields["duties"], [(one.code, one.title) for one in duties])
        if not duties:
            del self.fields["duties"]


def _choose(field: forms.Field, choices: Sequence[tuple[Any, Any]]) -> None:
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


def upload_of(file: "UploadedFile[Any]") -> Upload:
    def chunks() -> Iterator[bytes]:
        yield from file.chunks()

    return Upload(file.name or "tep", chunks())
