"""Forms of plans: shape alone; what is allowed is decided by the actions."""

from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from dondoc.plans.actions.task import Typed
from dondoc.plans.models import Amendment, Plan, Task
from dondoc.plans.queries.review import component_options, section_options
from dondoc.scores.queries.goals import KINDS
from dondoc.units.models import Agency

ACCEPTED = ".docx,.doc,.pdf,.txt"


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("Tệp văn bản"),
        help_text=format_lazy(
            _("Word (.docx, .doc), PDF có chữ hoặc .txt; tối đa {limit} MB."),
            limit=settings.MAX_UPLOAD_BYTES // (1024 * 1024),
        ),
        allow_empty_file=True,
        max_length=255,
        widget=forms.FileInput({"accept": ACCEPTED}),
        error_messages={"required": _("Chưa chọn tệp. Chọn tệp văn bản của kế hoạch.")},
    )


class UploadForm(FileForm):
    agency = forms.ChoiceField(label=_("Kế hoạch của"))
    year = forms.IntegerField(
        label=_("Năm"),
        help_text=_("Chỉ cần khi văn bản không ghi năm."),
        required=False,
        min_value=2011,
        max_value=2100,
        widget=forms.NumberInput({"class": "w-4", "inputmode": "numeric"}),
    )
    field_order = ["file", "agency", "year"]

    def __init__(self, *args: Any, agencies: list[Agency], **named: Any) -> None:
        super().__init__(*args, **named)
        self.agencies = {agency.code: agency for agency in agencies}
        chosen = self.fields["agency"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = [(agency.code, agency.name) for agency in agencies]


class WriteForm(forms.Form):
    """A plan without a document: whose, of which year, from which plan."""

    agency = forms.ChoiceField(label=_("Kế hoạch của"))
    year = forms.IntegerField(
        label=_("Năm"),
        min_value=2011,
        max_value=2100,
        widget=forms.NumberInput({"class": "w-4", "inputmode": "numeric"}),
    )
    source = forms.ChoiceField(
        label=_("Soạn từ"),
        help_text=_("Kế hoạch năm trước của đơn vị, hoặc kế hoạch của cấp trên mà đơn vị phải thực hiện."),
    )
    title = forms.CharField(label=_("Tên kế hoạch"), required=False, widget=forms.Textarea({"rows": 2}))

    def __init__(self, *args: Any, agencies: list[Agency], plans: list[Plan], **named: Any) -> None:
        super().__init__(*args, **named)
        self.agencies = {agency.code: agency for agency in agencies}
        self.plans = {plan.code: plan for plan in plans}
        options = {
            "agency": [(agency.code, agency.name) for agency in agencies],
            "source": [(plan.code, f"{plan.year} · {plan.agency.name}: {plan.title}"[:140]) for plan in plans],
        }
        for name, choices in options.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices


class AmendForm(FileForm):
    amendment = forms.ChoiceField(
        label=_("Loại sửa đổi"),
        help_text=_("Chỉ văn bản thay thế mới bỏ những nhiệm vụ mà nó không nêu."),
        choices=[("", _("chọn một loại")), *Amendment.choices],
    )
    field_order = ["file", "amendment"]


class TaskForm(forms.Form):
    """One draft. Names of agencies are fields of their own, read by the view."""

    content = forms.CharField(label=_("Nội dung"), widget=forms.Textarea({"rows": 4}))
    section = forms.ChoiceField(label=_("Trục nội dung"), required=False)
    component = forms.ChoiceField(label=_("Nội dung thành phần"), required=False)
    schedule_text = forms.CharField(label=_("Thời gian"), required=False, max_length=400)
    target_text = forms.CharField(label=_("Chỉ tiêu"), required=False, widget=forms.Textarea({"rows": 2}))
    products = forms.CharField(
        label=_("Sản phẩm"), help_text=_("Mỗi dòng một sản phẩm."), required=False, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *args: Any, year: int, **named: Any) -> None:
        super().__init__(*args, **named)
        for name, options in (("section", section_options(year)), ("component", component_options(year))):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", _("không xác định")), *options]

    def typed(self) -> Typed:
        data = dict(self.cleaned_data)
        return Typed(**{**data, "section": int(data["section"]) if data["section"] else None})


class RevisionForm(TaskForm):
    """A task of an issued plan as it shall be, why, and from which day."""

    reason = forms.CharField(
        label=_("Lý do, căn cứ"),
        help_text=_("Văn bản hoặc ý kiến chỉ đạo nào, của ai, ngày nào."),
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": _("Chưa nêu lý do thay đổi. Ghi căn cứ: văn bản hoặc ý kiến chỉ đạo nào, của ai.")},
    )
    effective_on = forms.DateField(
        label=_("Hiệu lực từ ngày"), widget=forms.DateInput({"type": "date", "class": "w-12"}, format="%Y-%m-%d")
    )

    def typed(self) -> Typed:
        data = {name: self.cleaned_data[name] for name in TaskForm.base_fields}
        return Typed(**{**data, "section": int(data["section"]) if data["section"] else None})


def initial_of(task: Task) -> dict[str, Any]:
    """A draft as it fills its form."""
    return {
        "content": task.content,
        "section": str(task.section or ""),
        "component": task.component,
        "schedule_text": task.schedule_text,
        "target_text": task.target_text,
        "products": "\n".join(task.products),
    }


class HeadingForm(forms.Form):
    title = forms.CharField(label=_("Tên kế hoạch"), widget=forms.Textarea({"rows": 2}))
    year = forms.IntegerField(
        label=_("Năm"),
        min_value=2011,
        max_value=2100,
        widget=forms.NumberInput({"class": "w-4", "inputmode": "numeric"}),
    )


class ApprovalForm(forms.Form):
    number = forms.CharField(
        label=_("Số văn bản"), max_length=20, widget=forms.TextInput({"class": "w-8", "autocomplete": "off"})
    )
    symbol = forms.CharField(
        label=_("Ký hiệu"), max_length=40, required=False, widget=forms.TextInput({"class": "w-12"})
    )
    issued_on = forms.DateField(
        label=_("Ngày ban hành"), widget=forms.DateInput({"type": "date", "class": "w-12"}, format="%Y-%m-%d")
    )
    signer = forms.CharField(label=_("Người ký"), max_length=120, widget=forms.TextInput({"class": "w-20"}))
    position = forms.CharField(
        label=_("Chức vụ"), max_length=120, required=False, widget=forms.TextInput({"class": "w-20"})
    )


def approval_of(plan: Plan) -> dict[str, Any]:
    return {
        "number": plan.number,
        "symbol": plan.symbol,
        "issued_on": plan.issued_on,
        "signer": plan.signer,
        "position": plan.signer_position,
    }


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300, widget=forms.Textarea({"rows": 2}))


class RuleForm(forms.Form):
    CYCLES = (
        ("monthly", _("tháng")),
        ("quarterly", _("quý")),
        ("6-month", _("6 tháng")),
        ("9-month", _("9 tháng")),
        ("annual", _("năm")),
    )
    cycle = forms.ChoiceField(label=_("Kỳ"), choices=CYCLES)
    day = forms.IntegerField(label=_("Ngày"), required=False, min_value=1, max_value=31)
    before = forms.BooleanField(label=_("trước ngày này"), required=False)


class MeasureForm(forms.Form):
    """What a goal measures: the total, a dimension or a component; a kind out of those that can be weighed, with its
    number; the year it is set against."""

    code = forms.ChoiceField(label=_("Của"), required=False)
    kind = forms.ChoiceField(
        label=_("Đo"),
        required=False,
        choices=[("", _("không tính khả năng đạt")), *((kind, _(words)) for kind, words, _number in KINDS)],
    )
    amount = forms.CharField(
        label=_("Số (thay cho dấu …)"),
        required=False,
        max_length=8,
        widget=forms.TextInput({"class": "w-8", "inputmode": "decimal"}),
    )
    base_year = forms.IntegerField(
        label=_("So với năm"),
        required=False,
        min_value=2000,
        max_value=2100,
        widget=forms.NumberInput({"class": "w-4"}),
    )
    field_order = ("kind", "amount", "code", "base_year")

    def __init__(self, *args: Any, codes: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        cast(forms.ChoiceField, self.fields["code"]).choices = codes

    @staticmethod
    def parted(spec: str) -> tuple[str, str]:
        """The kind and number of a written goal: "rank+5" is ("rank+n", "5"); one of several is its first."""
        first = spec.split(",")[0]
        if any(kind == first for kind, _words, _number in KINDS):
            return first, ""
        for kind, _words, asks in KINDS:
            if asks and first.startswith(kind[:-1]):
                return kind, first.removeprefix(kind[:-1]).replace(".", ",")
        return "", ""
