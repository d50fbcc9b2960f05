"""Forms of results: shape alone; what is allowed is decided by the actions."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from dondoc.scores.rules.population_lines import parse_populations
from dondoc.toolkit.text import fold

DAY = {"type": "date", "class": "w-8"}
NUMBER = {"class": "w-8", "inputmode": "decimal"}


class SourceForm(forms.Form):
    """Where figures came from, and when that was published."""

    source = forms.CharField(
        label=_("Nguồn"), max_length=300, help_text=_("Nơi công bố, ví dụ: papi.org.vn, bảng tính PAPI 2025")
    )
    source_on = forms.DateField(label=_("Ngày công bố"), required=False, widget=forms.DateInput(DAY))

    def clean_source_on(self) -> date | None:
        on: date | None = self.cleaned_data["source_on"]
        if on and not 2010 <= on.year <= 2100:
            raise ValidationError(_("Năm phải từ 2010 đến 2100."))
        return on


class WorkbookForm(SourceForm):
    """A sheet of results: of PAPI the official workbook as it was published, of another index by its parts."""

    index = forms.ChoiceField(label=_("Chỉ số"), required=False, initial="papi")
    file = forms.FileField(
        label=_("Bảng tính chính thức"),
        help_text=_(
            "Tệp .xlsx. PAPI: như tải từ papi.org.vn, không cần sửa. Chỉ số khác: mỗi dòng (hoặc cột) một nơi, đầu cột "
            "ghi số hoặc tên các phần như trong khung, và “Tổng hợp”"
        ),
        widget=forms.FileInput({"accept": ".xlsx"}),
    )
    year = forms.IntegerField(
        label=_("Năm của số liệu"),
        required=False,
        min_value=2011,
        max_value=2100,
        help_text=_("Chỉ cần khi tên trang và tên tệp không ghi năm"),
        widget=forms.NumberInput({"class": "w-4"}),
    )
    field_order = ("index", "file", "year", "source", "source_on")

    def __init__(self, *args: object, indices: list[tuple[str, str]], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        cast(forms.ChoiceField, self.fields["index"]).choices = indices

    def clean_index(self) -> str:
        return self.cleaned_data["index"] or "papi"


class UndoForm(forms.Form):
    reason = forms.CharField(label=_("Lý do hủy"), max_length=300)


class ScoreField(forms.CharField):
    """A score as people write it: "41,25" or "41.25"; empty is none."""

    def __init__(self, **more: object) -> None:
        super().__init__(required=False, max_length=12, widget=forms.TextInput(NUMBER), **more)  # type: ignore[arg-type]

    def clean(self, value: object) -> Decimal | None:
        typed = str(super().clean(value) or "").strip().replace(",", ".")
        if not typed:
            return None
        try:
            number = Decimal(typed)
        except InvalidOperation:
            raise ValidationError(_("Không phải là số. Viết như 41,25.")) from None
        if not number.is_finite() or abs(number) >= 10_000:
            raise ValidationError(_("Số quá lớn. Kiểm tra lại."))
        return number.quantize(Decimal("0.0001"))


class FiguresForm(SourceForm):
    """One field for each part of an edition, with its scale; made for the parts given as (code, label, least, most)."""

    def __init__(self, *args: object, parts: list[tuple[str, str, Decimal, Decimal]], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.ends = {code: (least, most) for code, _label, least, most in parts}
        for code, label, least, most in parts:
            hint = _("từ %(least)s đến %(most)s") % {"least": f"{least.normalize():f}", "most": f"{most.normalize():f}"}
            self.fields[f"d-{code}"] = ScoreField(label=label, help_text=hint)

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        for code, (least, most) in self.ends.items():
            score = self.cleaned_data.get(f"d-{code}")
            if score is not None and not least <= score <= most:
                self.add_error(f"d-{code}", _("Nằm ngoài thang điểm. Kiểm tra lại dấu phẩy."))
        return cleaned

    @property
    def typed(self) -> dict[str, Decimal]:
        """The scores that were typed, by code."""
        found = {code: self.cleaned_data.get(f"d-{code}") for code in self.ends}
        return {code: score for code, score in found.items() if score is not None}


YEAR = {"class": "w-4"}


class PopulationForm(forms.Form):
    """The populations of the provinces that went up in one, with one source."""

    year = forms.IntegerField(
        label=_("Dân số năm"), required=False, min_value=2009, max_value=2100, widget=forms.NumberInput(YEAR)
    )
    source = forms.CharField(
        label=_("Nguồn"), max_length=200, help_text=_("Ví dụ: Niên giám thống kê 2024, dân số trung bình")
    )

    def __init__(self, *args: object, members: list[tuple[str, str]], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        for place, name in members:
            self.fields[f"p-{place}"] = forms.IntegerField(
                label=name, min_value=1000, max_value=20_000_000, help_text=_("số người"),
                widget=forms.NumberInput({"class": "w-8"}),
            )  # fmt: skip
        self.order_fields([*[f"p-{place}" for place, _name in members], "year", "source"])


class PopulationsForm(forms.Form):
    """Populations as lines, with one year and source; faults name their lines, all at once."""

    lines = forms.CharField(
        label=_("Dân số"), max_length=20_000, widget=forms.Textarea({"rows": 10, "class": "mono", "wrap": "off"}),
        help_text=_("Mỗi tỉnh một dòng: tên tỉnh; dân số. Dán hai cột từ bảng tính cũng được. Tỉnh của 2011-2024."),
    )  # fmt: skip
    unit = forms.ChoiceField(
        label=_("Đơn vị tính"), choices=[("1000", _("nghìn người, như niên giám")), ("1", _("người"))]
    )
    year = forms.IntegerField(label=_("Dân số năm"), min_value=2009, max_value=2100, widget=forms.NumberInput(YEAR))
    source = forms.CharField(
        label=_("Nguồn"), max_length=200, help_text=_("Ví dụ: Niên giám thống kê 2024, dân số trung bình")
    )
    populations: dict[str, int]

    def __init__(self, *args: object, names: Mapping[str, str], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.names = names

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        times = int(self.cleaned_data.get("unit") or 1)
        self.populations, faults = parse_populations(self.cleaned_data.get("lines", ""), self.names, times=times)
        if faults and "lines" not in self.errors:
            self.add_error("lines", ValidationError(faults))
        return cleaned


class NoteForm(forms.Form):
    """Something known of a year, with the day and place where it stands."""

    year = forms.IntegerField(label=_("Năm"), min_value=2011, max_value=2100, widget=forms.NumberInput(YEAR))
    source = forms.CharField(label=_("Nguồn"), max_length=300, help_text=_("Báo cáo PAPI của năm và trang"))
    source_on = forms.DateField(label=_("Ngày công bố"), widget=forms.DateInput(DAY))


class AbsenceForm(NoteForm):
    """Why a province has no result in a year."""

    place = forms.ChoiceField(label=_("Tỉnh, thành phố"))
    missing = forms.MultipleChoiceField(
        label=_("Chỉ số nội dung không được công bố"), required=False,
        choices=[(f"D{n}", f"{n}") for n in range(1, 9)], widget=forms.CheckboxSelectMultiple,
        help_text=_("Không chọn ô nào: không công bố gì"),
    )  # fmt: skip
    reason = forms.CharField(label=_("Lý do được nêu"), max_length=300, required=False)
    field_order = ("year", "place", "missing", "reason", "source", "source_on")

    def __init__(self, *args: object, names: Mapping[str, str], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        ordered = sorted(names.items(), key=lambda item: fold(item[1]))
        cast(forms.ChoiceField, self.fields["place"]).choices = ordered


class BreakForm(NoteForm):
    """What is not comparable with the year before."""

    code = forms.ChoiceField(label=_("Điều đã đổi so với năm trước"))
    field_order = ("year", "code", "source", "source_on")

    def __init__(self, *args: object, parts: list[tuple[str, str]], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        cast(forms.ChoiceField, self.fields["code"]).choices = parts


class BoundsForm(forms.Form):
    """Where the three upper groups begin, as printed; from the top down as far as they were published."""

    g3 = forms.DecimalField(label=_("Nhóm Cao, từ"), max_digits=7, decimal_places=4, localize=True)
    g2 = forms.DecimalField(
        label=_("Nhóm Trung bình cao, từ"), max_digits=7, decimal_places=4, required=False, localize=True
    )
    g1 = forms.DecimalField(
        label=_("Nhóm Trung bình thấp, từ"), max_digits=7, decimal_places=4, required=False, localize=True
    )
    source = forms.CharField(label=_("Nguồn"), max_length=300, help_text=_("Báo cáo PAPI của năm và trang"))
