"""Forms of reports: shape alone. The sheet is one form of many rows, read by `read_sheet`."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from dondoc.duties.actions.evidence import Proof, Upload
from dondoc.duties.forms import DAY, FilesField
from dondoc.duties.models import Evidence
from dondoc.duties.rules.reporting import CYCLE_WORDS, Timing
from dondoc.reports.actions.filling import Typed
from dondoc.reports.actions.sending import Signature
from dondoc.reports.models import ReportPassage
from dondoc.reports.queries.content import SheetRow
from dondoc.reports.rules.answers import Entry
from dondoc.units.models import Agency, AgencyGroup

_FIELD = re.compile(r"([atlnd])(\d*)-(\w+)")
"""The name of a field of a row: what it is, of which part, of which row."""
_DAYS = ["%Y-%m-%d", "%d/%m/%Y"]


def read_sheet(post: QueryDict, rows: Sequence[SheetRow]) -> dict[str, Typed]:
    """What was typed in the rows of the page that was sent; rows that the page did not hold are left out."""
    return {row.key: _typed(post, row) for row in rows if f"s-{row.key}" in post and not row.is_kept}


def read_gone(post: QueryDict, rows: Sequence[SheetRow]) -> tuple[dict[str, Entry], dict[str, str]]:
    """What was typed in rows that are no more to be filled here: gone since the page was opened, or told by their own
    page. Second, words of such rows that a page showed again."""
    stands = {row.key: row for row in rows}
    parts: dict[str, set[int]] = {}
    for match in filter(None, map(_FIELD.fullmatch, post)):
        parts.setdefault(match[3], set()).update([int(match[2])] if match[2] else [])
    found: dict[str, Entry] = {}
    for key, numbers in parts.items():
        row = stands.get(key)
        if row is not None and not row.is_kept:
            continue
        typed = _read(post, key, sorted(numbers))
        if not typed.entry.is_empty and typed.entry.digest() not in (typed.seen, row.seen if row else ""):
            found[key] = typed.entry
    words = {name[2:]: str(post[name]).strip() for name in post if name.startswith("g-")}
    return found, {key: text for key, text in words.items() if text}


def read_passages(post: QueryDict, passages: Sequence[ReportPassage]) -> dict[str, tuple[str, str]]:
    found = {}
    for one in passages:
        name = f"{one.kind}-{one.section}"
        if f"p-{name}" in post:
            found[f"{one.kind}:{one.section}"] = (str(post[f"p-{name}"]), str(post.get(f"q-{name}", "")))
    return found


def _typed(post: QueryDict, row: SheetRow) -> Typed:
    return _read(post, row.key, [number.asked.part for number in row.numbers])


def _read(post: QueryDict, key: str, parts: Sequence[int]) -> Typed:
    entry = Entry(
        answer=post.get(f"a-{key}", ""),
        text=post.get(f"t-{key}", ""),
        reason=post.get(f"l-{key}", ""),
        is_claimed=f"c-{key}" in post,
        figures={part: (post.get(f"n{part}-{key}", ""), post.get(f"d{part}-{key}", "")) for part in parts},
    )
    return Typed(entry, post.get(f"s-{key}", ""))


class ManyForm(forms.Form):
    """One act for the rows that are ticked: a reason, or a proof."""

    why = forms.CharField(label=_("Lý do chung (không phát sinh)"), required=False, max_length=2000)
    number = forms.CharField(
        label=_("Số, ký hiệu văn bản"), required=False, max_length=60, widget=forms.TextInput({"class": "w-20"})
    )
    dated_on = forms.DateField(
        label=_("Ngày văn bản"), required=False, widget=forms.DateInput(DAY), input_formats=_DAYS
    )
    title = forms.CharField(label=_("Trích yếu"), required=False, max_length=300)
    url = forms.URLField(label=_("Đường dẫn"), required=False, max_length=600, assume_scheme="https")
    uploads = FilesField(label=_("Tệp, ảnh"), help_text=_("Tối đa 25 MB mỗi lần gửi."))
    existing = forms.ChoiceField(label=_("Hoặc minh chứng đã có"), required=False)

    def __init__(self, *args: Any, offered: Sequence[Evidence] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.offered = {one.code: one for one in offered}
        field = self.fields["existing"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("chọn")), *((one.code, f"{one.number} {one.title}".strip()[:90]) for one in offered)]
        if not offered:
            del self.fields["existing"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("dated_on") and not cleaned.get("number"):
            self.add_error("number", ValidationError(_("Văn bản có ngày cần số, ký hiệu.")))
        return cleaned

    def proofs(self) -> list[Proof]:
        """The document carries the first file, where both were given."""
        given = self.cleaned_data
        files = [Upload(one.name or "tep", one.chunks()) for one in given["uploads"]]
        out = []
        if given["number"]:
            first = files.pop(0) if files else None
            out.append(Proof(title=given["title"], number=given["number"], dated_on=given["dated_on"], upload=first))
        if given["url"]:
            out.append(Proof(title="" if out else given["title"], url=given["url"]))
        out += [Proof(upload=file) for file in files]
        chosen = given.get("existing")
        return [*out, Proof(existing=self.offered[chosen])] if chosen else out


class ApprovalForm(forms.Form):
    """The signed paper: number, symbol, day, signer."""

    number = forms.CharField(label=_("Số"), max_length=20, widget=forms.TextInput({"class": "w-8"}))
    symbol = forms.CharField(
        label=_("Ký hiệu"), max_length=40, required=False, widget=forms.TextInput({"class": "w-20"})
    )
    signed_on = forms.DateField(label=_("Ngày ký"), widget=forms.DateInput(DAY), input_formats=_DAYS)
    signer = forms.CharField(label=_("Người ký"), max_length=120)
    position = forms.CharField(label=_("Chức vụ"), max_length=120, required=False)

    def signature(self) -> Signature:
        given = self.cleaned_data
        return Signature(given["number"], given["symbol"], given["signed_on"], given["signer"], given["position"])


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=5000, widget=forms.Textarea({"rows": 3}))


class UploadForm(forms.Form):
    file = forms.FileField(label=_("Tệp .xlsx đã điền"), help_text=_("Dùng mẫu tải từ trang này; tối đa 25 MB."))


class RegimeForm(forms.Form):
    """A regime that stands by itself."""

    title = forms.CharField(
        label=_("Nội dung báo cáo"), max_length=300, help_text=_("Ví dụ: Kết quả cải thiện Chỉ số PAPI.")
    )
    who = forms.ChoiceField(label=_("Ai báo cáo"))
    to = forms.ChoiceField(label=_("Gửi đến"))
    via = forms.ChoiceField(
        label=_("Qua đầu mối"), required=False, help_text=_("Đầu mối tiếp nhận, tổng hợp; để trống nếu gửi thẳng.")
    )
    cycles = forms.MultipleChoiceField(
        label=_("Kỳ báo cáo"), widget=forms.CheckboxSelectMultiple, choices=[(k, v) for k, v in CYCLE_WORDS.items()]
    )
    how = forms.ChoiceField(
        label=_("Hạn gửi"),
        choices=[
            ("none", _("sau ngày chốt số liệu (mặc định theo Nghị định 09/2019)")),
            ("on", _("vào ngày … tháng cuối kỳ")),
            ("before", _("trước ngày … tháng cuối kỳ")),
            ("month-day", _("trước ngày/tháng cố định hằng năm (kỳ năm)")),
            ("date", _("một ngày cụ thể (báo cáo một lần)")),
        ],
    )
    day = forms.IntegerField(
        label=_("Ngày"), required=False, min_value=1, max_value=31, widget=forms.TextInput({"class": "w-4"})
    )
    month = forms.IntegerField(
        label=_("Tháng"), required=False, min_value=1, max_value=12, widget=forms.TextInput({"class": "w-4"})
    )
    date = forms.DateField(label=_("Ngày cụ thể"), required=False, widget=forms.DateInput(DAY), input_formats=_DAYS)
    closing = forms.IntegerField(
        label=_("Ngày chốt số liệu trong tháng cuối kỳ"),
        required=False,
        min_value=1,
        max_value=31,
        help_text=_("Để trống: ngày 14 theo Nghị định 09/2019."),
        widget=forms.TextInput({"class": "w-4"}),
    )
    after = forms.IntegerField(
        label=_("Số ngày làm việc từ ngày chốt đến hạn"), required=False, min_value=1, max_value=60,
        help_text=_("Dùng khi không ấn định ngày gửi; mặc định 2."), widget=forms.TextInput({"class": "w-4"}),
    )  # fmt: skip
    locks = forms.IntegerField(
        label=_("Khóa sau hạn (ngày làm việc)"), required=False, min_value=1, max_value=120,
        help_text=_("Mặc định 10."), widget=forms.TextInput({"class": "w-4"}),
    )  # fmt: skip

    def __init__(
        self, *args: Any, groups: Sequence[AgencyGroup] = (), agencies: Sequence[Agency] = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        named = [(f"a:{one.code}", f"{one.name} ({one.unit.name})") for one in agencies]
        self._choose("who", [*((f"g:{one.code}", one.name) for one in groups), *named])
        self._choose("to", [(one.code, f"{one.name} ({one.unit.name})") for one in agencies])
        self._choose("via", [("", _("gửi thẳng")), *((one.code, f"{one.name} ({one.unit.name})") for one in agencies)])

    def _choose(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        how = given.get("how")
        if how in ("on", "before") and not given.get("day"):
            self.add_error("day", ValidationError(_("Nhập ngày trong tháng cuối kỳ, ví dụ 10.")))
        if how == "month-day" and not (given.get("day") and given.get("month")):
            self.add_error("day", ValidationError(_("Nhập cả ngày và tháng, ví dụ 15 và 11.")))
        if how == "date" and not given.get("date"):
            self.add_error("date", ValidationError(_("Chọn ngày hạn của báo cáo một lần.")))
        if "once" in (given.get("cycles") or ()) and how != "date":
            self.add_error("how", ValidationError(_("Báo cáo một lần cần một ngày cụ thể.")))
        return given

    def timing(self) -> Timing:
        given = self.cleaned_data
        return Timing(due=_due(given), closing=given.get("closing"), after=given.get("after"), locks=given.get("locks"))


class RuleForm(RegimeForm):
    """The days and the receiver of one rule."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name in ("title", "who", "cycles"):
            del self.fields[name]
        self.fields["to"].required = False


def _due(given: Mapping[str, Any]) -> dict[str, Any] | None:
    how = given["how"]
    if how == "none":
        return None
    if how == "date":
        return {"before": False, "date": _iso(given["date"])}
    if how == "month-day":
        return {"before": True, "month_day": f"{given['month']:02d}-{given['day']:02d}"}
    return {"before": how == "before", "day": given["day"]}


def _iso(day: date) -> str:
    return day.isoformat()
