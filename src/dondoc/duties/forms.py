"""Forms of the engine: shape alone; what the state allows is decided by the actions."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from dondoc.duties.actions.evidence import Proof, Upload
from dondoc.duties.models import Audience, EscalationRule, Evidence
from dondoc.duties.queries.difficulties import Level
from dondoc.duties.queries.splits import Heir
from dondoc.duties.rules import judging
from dondoc.duties.rules.aims import Asked
from dondoc.duties.rules.reminding import Reminder
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Agency, Settlement

POSITION = "vi-tri:"
DAY = {"type": "date", "class": "w-8"}
SMALL = {"class": "w-4"}
_FIGURES = {
    judging.Kind.SHARE: (_("Tử số"), _("Mẫu số")),
    judging.Kind.COUNT: (_("Số lượng"), ""),
    judging.Kind.DURATION: (_("Trường hợp lâu nhất"), _("Số trường hợp")),
    judging.Kind.YES_NO: (_("Đạt: 1, không đạt: 0"), ""),
}


class NumberField(forms.DecimalField):
    """1.234,5 as people write it, or 1234.5."""

    def __init__(self, **more: Any) -> None:
        super().__init__(
            required=False,
            min_value=Decimal(0),
            max_digits=18,
            decimal_places=3,
            widget=forms.TextInput({"inputmode": "decimal", "class": "w-8"}),
            **more,
        )

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # the stubs follow IntegerField
        text = str(value or "").strip().replace(" ", "")
        if "," in text:
            text = text.replace(".", "").replace(",", ".")
        elif text.count(".") > 1 or (len(text.rpartition(".")[2]) == 3 and "." in text):
            text = text.replace(".", "")
        return super().to_python(text)


class FilesField(forms.FileField):
    """Any number of files at once."""

    class Widget(forms.ClearableFileInput):
        allow_multiple_selected = True

    def __init__(self, **more: Any) -> None:
        super().__init__(required=False, widget=self.Widget(), **more)

    def clean(self, data: Any, initial: Any = None) -> list["UploadedFile[Any]"]:
        files = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(one, initial) for one in files if one]


class SettleForm(forms.Form):
    """What was done and what proves it: one document with its number, a link, files, a proof that is there already."""

    text = forms.CharField(
        label=_("Kết quả thực hiện"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Đã làm gì, ở đâu, kết quả ra sao."),
    )
    number = forms.CharField(
        label=_("Số, ký hiệu văn bản"), required=False, max_length=60, widget=forms.TextInput({"class": "w-20"})
    )
    dated_on = forms.DateField(
        label=_("Ngày văn bản"), required=False, widget=forms.DateInput(DAY), input_formats=["%Y-%m-%d", "%d/%m/%Y"]
    )
    title = forms.CharField(label=_("Trích yếu"), required=False, max_length=300)
    url = forms.URLField(label=_("Đường dẫn"), required=False, max_length=600, assume_scheme="https")
    uploads = FilesField(label=_("Tệp, ảnh"), help_text=_("Tối đa 25 MB mỗi lần gửi."))
    product = forms.ChoiceField(label=_("Minh chứng cho sản phẩm"), required=False)
    existing = forms.MultipleChoiceField(
        label=_("Dùng lại minh chứng đã có"), required=False, widget=forms.CheckboxSelectMultiple
    )
    claimed = forms.BooleanField(
        label=_("Tự khai: chưa có minh chứng"), required=False, help_text=_("Việc tự khai được đếm riêng.")
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(
        self,
        *args: Any,
        products: Sequence[str] = (),
        asked: Sequence[Asked] = (),
        offered: Sequence[Evidence] = (),
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.asked, self.offered = asked, {one.code: one for one in offered}
        self._choose("product", [("", _("cả nhiệm vụ")), *((text[:200], text) for text in products)], len(products) > 1)
        self._choose("existing", [(one.code, _named(one)) for one in offered], bool(offered))
        for one in asked:
            self._ask(one)

    def _choose(self, name: str, choices: list[tuple[Any, Any]], is_wanted: bool) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
        if not is_wanted:
            del self.fields[name]

    def _ask(self, one: Asked) -> None:
        first, second = _FIGURES[one.kind]
        self.fields[f"n{one.part}"] = NumberField(label=f"{first} ({one.text})")
        if second:
            self.fields[f"d{one.part}"] = NumberField(label=second)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for one in self.asked:
            try:
                self._figure(one)
            except BadInput as refused:
                self.add_error(f"n{one.part}", ValidationError(str(refused)))
        if cleaned.get("dated_on") and not cleaned.get("number"):
            self.add_error("number", ValidationError(_("Văn bản có ngày cần số, ký hiệu.")))
        return cleaned

    def figures(self) -> dict[int, judging.Figure]:
        """Of the parts that were filled in."""
        found = {one.part: self._figure(one) for one in self.asked}
        return {part: figure for part, figure in found.items() if figure is not None}

    def proofs(self) -> list[Proof]:
        """The document carries the first file, where both were given; more files are proofs of their own."""
        given, files = self.cleaned_data, [_upload(one) for one in self.cleaned_data["uploads"]]
        product = given.get("product", "")
        named = {"title": given["title"], "product": product}
        out = []
        if given["number"]:
            document = Proof(
                number=given["number"], dated_on=given["dated_on"], upload=next(iter(files), None), **named
            )
            out, files = [document], files[1:]
        if given["url"]:
            out.append(Proof(url=given["url"], **(named if not out else {"product": product})))
        out += [Proof(upload=file, product=product) for file in files]
        return [*out, *(Proof(existing=self.offered[code], product=product) for code in given.get("existing", []))]

    def _figure(self, one: Asked) -> judging.Figure | None:
        numerator = self.cleaned_data.get(f"n{one.part}")
        if numerator is None:
            return None
        return judging.Figure(one.kind, numerator, self.cleaned_data.get(f"d{one.part}"))


class ReasonForm(forms.Form):
    """A verb that needs its reason."""

    reason = forms.CharField(label=_("Lý do"), max_length=5000, widget=forms.Textarea({"rows": 3}))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class PlainForm(forms.Form):
    """A verb that needs no words, or may have some."""

    reason = forms.CharField(label=_("Ghi chú"), required=False, max_length=5000, widget=forms.Textarea({"rows": 2}))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class AssignForm(forms.Form):
    to = forms.ChoiceField(label=_("Người thực hiện"), required=False)

    def __init__(
        self, *args: Any, people: Sequence[tuple[str, str]], positions: Sequence[str] = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        named = [(f"{POSITION}{one}", one) for one in positions]
        groups = [(_("Người"), list(people)), *([(_("Vị trí"), named)] if named else [])]
        field.choices = [("", _("chưa giao cho ai")), *groups]

    def position(self) -> str:
        """The position that was chosen, empty where a person or nobody was."""
        to = str(self.cleaned_data["to"])
        return to.removeprefix(POSITION) if to.startswith(POSITION) else ""


class AssignmentRuleForm(AssignForm):
    """A line of an agency's list of who does what."""

    component = forms.CharField(
        label=_("Nội dung, tiêu chí"), required=False, max_length=16, help_text=_("Ví dụ 2 (cả nội dung) hoặc 2.1"),
        widget=forms.TextInput({"class": "w-8"}),
    )  # fmt: skip
    words = forms.CharField(
        label=_("Tên nhiệm vụ có các chữ"),
        required=False,
        max_length=120,
        help_text=_("Không cần dấu, ví dụ “ho ngheo”"),
    )
    to = forms.ChoiceField(label=_("Giao cho"))
    place = forms.IntegerField(
        label=_("Thứ tự xét"), required=False, min_value=0, max_value=32000, help_text=_("Để trống: xét sau cùng."),
        widget=forms.NumberInput({"class": "w-8"}),
    )  # fmt: skip


def _named(one: Evidence) -> str:
    return f"{one.number} – {one.title}" if one.number and one.number not in one.title else one.title


def _upload(file: "UploadedFile[Any]") -> Upload:
    def chunks() -> Iterator[bytes]:
        yield from file.chunks()

    return Upload(file.name or "tep", chunks())


class OccasionForm(forms.Form):
    """An event that work waits for; the agency is chosen before, so that its villages are offered. `REFUSALS` says
    beside which field a refusal stands."""

    REFUSALS: ClassVar[dict[str, str]] = {
        "occasion-unnamed": "name",
        "occasion-far": "on",
        "occasion-elsewhere": "agency",
        "occasion-village": "settlement",
    }

    name = forms.CharField(label=_("Tên sự kiện"), max_length=200, help_text=_("Ví dụ: Bầu cử trưởng thôn Nà Lan"))
    on = forms.DateField(
        label=_("Ngày diễn ra"), widget=forms.DateInput(DAY, format="%Y-%m-%d"), input_formats=["%Y-%m-%d", "%d/%m/%Y"]
    )
    settlement = forms.ChoiceField(label=_("Thôn, tổ dân phố"), required=False)

    def __init__(self, *args: Any, places: Sequence[Settlement], **more: Any) -> None:
        super().__init__(*args, **more)
        self.places = {one.code: one for one in places}
        field = self.fields["settlement"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", _("cả xã, hoặc không gắn với thôn nào")),
            *((c, _place(p)) for c, p in self.places.items()),
        ]
        if not places:
            del self.fields["settlement"]

    def clean_settlement(self) -> Settlement | None:
        return self.places.get(self.cleaned_data["settlement"])


def _place(one: Settlement) -> str:
    return f"{one.kind} {one.name}"


class LettersForm(forms.Form):
    """Whom to write to, in one letter or one for each, by when they are to answer, in whose name."""

    issuer = forms.ChoiceField(label=_("Cơ quan ban hành"))
    shape = forms.ChoiceField(
        label=_("Soạn thành"),
        choices=[("all", _("một công văn chung")), ("each", _("mỗi cơ quan một công văn"))],
        widget=forms.RadioSelect,
    )
    answer_by = forms.DateField(label=_("Báo kết quả trước ngày"), widget=forms.DateInput(DAY, format="%Y-%m-%d"))

    def __init__(self, *args: Any, issuers: Sequence[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["issuer"].choices = list(issuers)  # type: ignore[attr-defined]


class CopyForm(forms.Form):
    """The signed copy of a letter."""

    copy = forms.FileField(
        label=_("Bản đã ký, đóng dấu"), help_text=_("Tệp PDF hoặc ảnh quét. Ai xem được công văn thì xem được bản này.")
    )

    def upload(self) -> Upload | None:
        given = self.cleaned_data.get("copy")
        return _upload(given) if given else None


class SentForm(CopyForm):
    """Number, day and signer of a letter that went out, with its signed copy where it is at hand."""

    field_order = ("number", "dated_on", "signer", "copy")

    number = forms.CharField(label=_("Số, ký hiệu"), max_length=60, widget=forms.TextInput({"class": "w-12"}))
    dated_on = forms.DateField(label=_("Ngày"), widget=forms.DateInput(DAY, format="%Y-%m-%d"))
    signer = forms.CharField(label=_("Người ký"), max_length=120, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["copy"].required = False


class RuleForm(forms.Form):
    """A rule of reminders."""

    agency = forms.ChoiceField(label=_("Áp dụng cho"), required=False)
    days = forms.IntegerField(label=_("Số ngày làm việc"), min_value=0, max_value=60, widget=forms.NumberInput(SMALL))
    side = forms.ChoiceField(label=_("So với hạn"), choices=[("before", _("trước hạn")), ("after", _("sau hạn"))])
    every = forms.IntegerField(
        label=_("Sau đó nhắc lại mỗi (ngày làm việc)"),
        help_text=_("Chỉ cho quy tắc từ ngày đến hạn trở đi. Để trống: nhắc một lần."),
        min_value=0,
        max_value=60,
        required=False,
        widget=forms.NumberInput(SMALL),
    )
    audience = forms.ChoiceField(label=_("Gửi cho"), choices=Audience.choices)
    channel = forms.ChoiceField(label=_("Kênh"))

    def __init__(self, *args: Any, agencies: Sequence[tuple[str, str]], channels: Sequence[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["agency"].choices = list(agencies)  # type: ignore[attr-defined]
        self.fields["agency"].required = "" not in dict(agencies)  # who may not set them for all names the own
        self.fields["channel"].choices = list(channels)  # type: ignore[attr-defined]

    def reminder(self) -> Reminder:
        days = self.cleaned_data["days"]
        return Reminder(-days if self.cleaned_data["side"] == "before" else days, self.cleaned_data["every"] or 0)


class WayUpForm(forms.Form):
    """After how many working days late each step is taken; empty: not taken."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for step, label in EscalationRule.Step.choices:
            self.fields[f"step{step}"] = forms.IntegerField(
                label=_("Bước %(n)s: %(who)s") % {"n": step, "who": label},
                min_value=1,
                max_value=200,
                required=False,
                widget=forms.NumberInput(SMALL),
            )

    def days(self) -> dict[int, int]:
        told = {step: self.cleaned_data[f"step{step}"] for step in EscalationRule.Step.values}
        return {step: days for step, days in told.items() if days}


class ChoiceForm(forms.Form):
    """What a person wants of the digest: a box for each channel."""

    def __init__(self, *args: Any, channels: Sequence[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        for channel, label in channels:
            self.fields[channel] = forms.BooleanField(label=label, required=False)


class SplitForm(forms.Form):
    """Where chosen work of a split agency goes, and by which decision."""

    to = forms.ChoiceField(label=_("Chuyển cho"))
    reason = forms.CharField(label=_("Căn cứ"), max_length=500, help_text=_("Văn bản phân công, ví dụ 12/QĐ-UBND"))
    everything = forms.BooleanField(label=_("Chuyển tất cả việc đang liệt kê, kể cả ở trang sau"), required=False)

    def __init__(self, *args: Any, heirs: Sequence[Heir], **more: Any) -> None:
        super().__init__(*args, **more)
        self.heirs = {one.agency.code: one.agency for one in heirs}
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.agency.code, _heir(one)) for one in heirs]

    def clean_to(self) -> Agency:
        return self.heirs[self.cleaned_data["to"]]


def _heir(one: Heir) -> str:
    return f"{one.agency.name} ({one.subject})" if one.subject else one.agency.name


class AskForm(forms.Form):
    """A difficulty, and who is asked to settle it."""

    text = forms.CharField(
        label=_("Khó khăn, vướng mắc"), max_length=5000, widget=forms.Textarea({"rows": 4}),
        help_text=_("Điều gì cản trở, ở đâu, từ khi nào."),
    )  # fmt: skip
    wish = forms.CharField(
        label=_("Đề xuất"), required=False, max_length=2000, widget=forms.Textarea({"rows": 2}),
        help_text=_("Mong được giải quyết thế nào."),
    )  # fmt: skip
    to = forms.ChoiceField(label=_("Hỏi cơ quan"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, levels: Sequence[Level], **more: Any) -> None:
        super().__init__(*args, **more)
        _offer_levels(self, levels)

    def clean_to(self) -> Agency:
        return _level_chosen(self)


class ForwardForm(forms.Form):
    """Another owner, and why."""

    to = forms.ChoiceField(label=_("Chuyển đến cơ quan"), widget=forms.RadioSelect)
    note = forms.CharField(label=_("Lý do chuyển"), max_length=1000, widget=forms.Textarea({"rows": 2}))

    def __init__(self, *args: Any, levels: Sequence[Level], **more: Any) -> None:
        super().__init__(*args, **more)
        _offer_levels(self, levels)

    def clean_to(self) -> Agency:
        return _level_chosen(self)


class AnswerForm(forms.Form):
    text = forms.CharField(
        label=_("Nội dung trả lời"), max_length=10_000, widget=forms.Textarea({"rows": 5}),
        help_text=_("Cách giải quyết, ai làm, đến khi nào."),
    )  # fmt: skip


def _offer_levels(form: Any, levels: Sequence[Level]) -> None:
    form.levels = {one.agency.code: one.agency for one in levels}
    form.fields["to"].choices = [
        (one.agency.code, f"{one.agency.name} ({one.what})" if one.what else one.agency.name) for one in levels
    ]


def _level_chosen(form: Any) -> Agency:
    agency: Agency = form.levels[form.cleaned_data["to"]]
    return agency


class WeightsForm(forms.Form):
    """A weight for each line that is offered, the bounds of what is no share, the least points of each grade."""

    def __init__(self, *args: Any, lines: Sequence[Any], grades: Sequence[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self.lines, self.grades = lines, grades
        for number, line in enumerate(lines):
            self.fields[f"w{number}"] = NumberField(label=line["label"], initial=line["weight"])
            if not line["is_share"]:
                self.fields[f"b{number}"] = NumberField(
                    label=_("Giá trị được điểm tối đa"), initial=line.get("best"), help_text=line["label"]
                )
                self.fields[f"k{number}"] = NumberField(
                    label=_("Giá trị được 0 điểm"), initial=line.get("worst"), help_text=line["label"]
                )
        for number, grade in enumerate(grades):
            label = _("“%(name)s” từ điểm") % {"name": grade["name"]}
            self.fields[f"g{number}"] = NumberField(label=label, initial=grade["least"])
        self.fields["scale"] = NumberField(label=_("Điểm tối đa trong Chỉ số cải cách hành chính"))
        self.fields["reason"] = forms.CharField(label=_("Lý do thay đổi"), max_length=300)

    def told_lines(self) -> list[dict[str, Any]]:
        return [
            {
                "figure": line["figure"],
                "weight": str(self.cleaned_data[f"w{number}"] or 0),
                "best": str(self.cleaned_data.get(f"b{number}") if self._has(f"b{number}") else ""),
                "worst": str(self.cleaned_data.get(f"k{number}") if self._has(f"k{number}") else ""),
            }
            for number, line in enumerate(self.lines)
        ]

    def told_grades(self) -> list[dict[str, Any]]:
        return [
            {"name": grade["name"], "least": str(self.cleaned_data[f"g{number}"] or 0)}
            for number, grade in enumerate(self.grades)
        ]

    def _has(self, name: str) -> bool:
        return self.cleaned_data.get(name) is not None


class ObjectionForm(forms.Form):
    """Which line, and why."""

    figure = forms.ChoiceField(label=_("Dòng kiến nghị"))
    reason = forms.CharField(label=_("Lý do, căn cứ"), max_length=5000, widget=forms.Textarea({"rows": 4}))

    def __init__(self, *args: Any, lines: Sequence[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["figure"].choices = list(lines)  # type: ignore[attr-defined]


class RulingForm(forms.Form):
    """The answer; with points the line is set to them."""

    text = forms.CharField(label=_("Trả lời"), max_length=5000, widget=forms.Textarea({"rows": 3}))
    points = NumberField(label=_("Điều chỉnh điểm dòng này thành"), help_text=_("Để trống: giữ nguyên."))


class LockForm(forms.Form):
    """The notice of the result: number, day, signer."""

    number = forms.CharField(label=_("Số, ký hiệu thông báo"), max_length=60, widget=forms.TextInput({"class": "w-12"}))
    dated_on = forms.DateField(label=_("Ngày"), widget=forms.DateInput(DAY, format="%Y-%m-%d"))
    signer = forms.CharField(label=_("Người ký"), max_length=120, required=False)
