"""Forms of one obligation: what was done and what proves it; any other verb with its reason."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from dondoc.duties.actions.evidence import Proof
from dondoc.duties.forms.fields import DAY, FilesField, NumberField, TicksField, upload_of
from dondoc.duties.models import Evidence
from dondoc.duties.queries.above import Above
from dondoc.duties.rules import judging
from dondoc.duties.rules.aims import Asked
from dondoc.toolkit.errors import BadInput
from dondoc.web.formats import said

_FIGURES = {
    judging.Kind.SHARE: (_("Tử số"), _("Mẫu số")),
    judging.Kind.COUNT: (_("Số lượng"), ""),
    judging.Kind.DURATION: (_("Trường hợp lâu nhất"), _("Số trường hợp")),
    judging.Kind.YES_NO: (_("Đạt: 1, không đạt: 0"), ""),
}


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
    above = TicksField(
        label=_("Việc cấp trên"), help_text=_("Cùng kết quả, minh chứng, số liệu; cả hai việc được ghi một lần.")
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(
        self,
        *args: Any,
        above: Sequence[Above] = (),
        products: Sequence[str] = (),
        asked: Sequence[Asked] = (),
        offered: Sequence[Evidence] = (),
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.asked, self.offered = asked, {one.code: one for one in offered}
        self._choose("product", [("", _("cả nhiệm vụ")), *((text[:200], text) for text in products)], len(products) > 1)
        self._choose("existing", [(one.code, _named(one)) for one in offered], bool(offered))
        self.asking_more = [each for each in above if each.lacks]
        self._offer_above([each for each in above if not each.lacks])
        for one in asked:
            self._ask(one)

    def _choose(self, name: str, choices: list[tuple[Any, Any]], is_wanted: bool) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
        if not is_wanted:
            del self.fields[name]

    def _offer_above(self, above: Sequence[Above]) -> None:
        """Ticked until the person takes the tick away."""
        words = _("Báo luôn việc cấp trên: %(name)s")
        self.fields["above"].initial = [each.one.code for each in above]
        self._choose("above", [(each.one.code, words % {"name": each.name}) for each in above], bool(above))

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
                self.add_error(f"n{one.part}", ValidationError(said(refused)))
        if cleaned.get("dated_on") and not cleaned.get("number"):
            self.add_error("number", ValidationError(_("Văn bản có ngày cần số, ký hiệu.")))
        return cleaned

    def figures(self) -> dict[int, judging.Figure]:
        """Of the parts that were filled in."""
        found = {one.part: self._figure(one) for one in self.asked}
        return {part: figure for part, figure in found.items() if figure is not None}

    def proofs(self) -> list[Proof]:
        """The document carries the first file, where both were given; more files are proofs of their own."""
        given, files = self.cleaned_data, [upload_of(one) for one in self.cleaned_data["uploads"]]
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


class NothingForm(ReasonForm):
    """Nothing arose; of the work above by tick, none of which is set beforehand."""

    above = TicksField(
        label=_("Việc cấp trên"),
        help_text=_("Đánh dấu nếu ở việc cấp trên kỳ này cũng không phát sinh; ghi cùng lý do."),
    )

    def __init__(self, *args: Any, above: Sequence[Above] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        words = _("Việc cấp trên cũng không phát sinh: %(name)s")
        field = self.fields["above"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(each.one.code, words % {"name": each.name}) for each in above]
        if not above:
            del self.fields["above"]


class PlainForm(forms.Form):
    """A verb that needs no words, or may have some."""

    reason = forms.CharField(label=_("Ghi chú"), required=False, max_length=5000, widget=forms.Textarea({"rows": 2}))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


def _named(one: Evidence) -> str:
    return f"{one.number} – {one.title}" if one.number and one.number not in one.title else one.title


class SheetForm(forms.Form):
    """A list of obligations that was filled in."""

    file = forms.FileField(
        label=_("Tệp .xlsx đã điền"), help_text=_("Dùng tệp tải từ danh sách việc; tối đa 25 MB."), max_length=255
    )
