"""Forms of the directory: shape alone; what is allowed is decided by the actions."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from dondoc.accounts.models import User
from dondoc.units.models import Agency, AgencyGroup, Role, Stance

DAY = {"type": "date", "class": "w-8"}


class PersonField(forms.CharField):
    """A person named by login, e-mail or phone: no list of everybody is shown."""

    def __init__(self, **more: object) -> None:
        super().__init__(max_length=254, widget=forms.TextInput({"class": "w-20", "autocapitalize": "none"}), **more)  # type: ignore[arg-type]

    def clean(self, value: object) -> User | None:
        typed = super().clean(value)
        if not typed:
            return None
        user = User.objects.find(typed)
        if user is None or not user.is_active:
            raise ValidationError(_("Không có tài khoản nào như vậy. Kiểm tra lại, hoặc gửi lời mời cho người mới."))
        return user


class AgencyForm(forms.Form):
    name = forms.CharField(
        label=_("Tên cơ quan"), max_length=160, help_text=_("Tên đầy đủ, ví dụ Phòng Văn hóa - Xã hội")
    )
    stance = forms.ChoiceField(
        label=_("Quan hệ với đơn vị"),
        choices=Stance.choices,
        help_text=_("Cơ quan được đề nghị không bị đôn đốc, không bị chấm điểm."),
    )
    guided_by = forms.ChoiceField(
        label=_("Cơ quan hướng dẫn theo ngành dọc"), required=False, help_text=_("Để trống nếu không có.")
    )

    def __init__(self, *args: object, guides: list[Agency], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.guides = {agency.code: agency for agency in guides}
        choices = [(agency.code, f"{agency.name}, {agency.unit.full_name}") for agency in guides]
        field = self.fields["guided_by"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("không có")), *choices]

    def clean_guided_by(self) -> Agency | None:
        return self.guides.get(self.cleaned_data["guided_by"])


class RoleForm(forms.Form):
    user = PersonField(label=_("Người"), help_text=_("Tên đăng nhập, thư điện tử hoặc số điện thoại"))
    role = forms.ChoiceField(label=_("Vai trò"), choices=Role.choices)
    position = forms.CharField(label=_("Chức vụ, vị trí việc làm"), max_length=120, required=False)
    valid_to = forms.DateField(label=_("Đến hết ngày"), required=False, widget=forms.DateInput(DAY))


class InviteForm(forms.Form):
    full_name = forms.CharField(label=_("Họ và tên"), max_length=120)
    email = forms.EmailField(label=_("Thư điện tử"), required=False)
    phone = forms.CharField(
        label=_("Số điện thoại"), max_length=20, required=False, widget=forms.TextInput({"class": "w-12"})
    )
    role = forms.ChoiceField(label=_("Vai trò"), choices=Role.choices)
    position = forms.CharField(label=_("Chức vụ, vị trí việc làm"), max_length=120, required=False)


class DelegationForm(forms.Form):
    to = PersonField(label=_("Ủy quyền cho"), help_text=_("Tên đăng nhập, thư điện tử hoặc số điện thoại"))
    starts_on = forms.DateField(label=_("Từ ngày"), widget=forms.DateInput(DAY))
    ends_on = forms.DateField(label=_("Đến hết ngày"), widget=forms.DateInput(DAY))
    reason = forms.CharField(label=_("Lý do"), max_length=200, required=False)


class EndForm(forms.Form):
    on = forms.DateField(label=_("Ngày cuối cùng hoạt động"), widget=forms.DateInput(DAY))


class GroupForm(forms.Form):
    name = forms.CharField(label=_("Tên nhóm"), max_length=200, help_text=_("Viết như trong kế hoạch"))
    kind = forms.ChoiceField(
        label=_("Loại nhóm"),
        choices=[(AgencyGroup.Kind.LIST, _("danh sách")), (AgencyGroup.Kind.OPEN, _("để mở, chọn khi ban hành"))],
    )
    members = forms.MultipleChoiceField(
        label=_("Cơ quan trong nhóm"), required=False, widget=forms.CheckboxSelectMultiple()
    )

    def __init__(self, *args: object, agencies: list[Agency], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        field = self.fields["members"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(agency.code, f"{agency.name}, {agency.unit.full_name}") for agency in agencies]


class MembersForm(GroupForm):
    """The members alone, of a group that stands."""

    def __init__(self, *args: object, agencies: list[Agency], **more: object) -> None:
        super().__init__(*args, agencies=agencies, **more)
        del self.fields["name"], self.fields["kind"]


class SettlementsForm(forms.Form):
    names = forms.CharField(
        label=_("Thôn, bản, tổ dân phố"),
        max_length=20_000,
        help_text=_("Mỗi dòng một nơi, viết cả loại: thôn Nà Chì, tổ dân phố số 3"),
        widget=forms.Textarea({"rows": 10}),
    )


class ImportForm(forms.Form):
    file = forms.FileField(
        label=_("Danh mục đơn vị hành chính"),
        help_text=_("Tệp .csv hoặc .xlsx có cột mã, tên, cấp (hoặc loại), mã tỉnh"),
        widget=forms.FileInput({"accept": ".csv,.xlsx"}),
    )
    on = forms.DateField(label=_("Có hiệu lực từ ngày"), widget=forms.DateInput(DAY))

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on.year < 2000 or on.year > 2100:
            raise ValidationError(_("Năm phải từ 2000 đến 2100."))
        return on


class SymbolForm(forms.Form):
    """The symbol of one agency's documents."""

    agency = forms.ChoiceField(label=_("Cơ quan"))
    symbol = forms.CharField(
        label=_("Ký hiệu"),
        required=False,
        max_length=30,
        help_text=_("Ví dụ SNV-CCHC. Để trống thì lấy theo tên cơ quan. Tên loại (BC, KH…) do phần mềm ghi."),
    )

    def __init__(self, *args: object, agencies: list[tuple[str, str]], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        field = self.fields["agency"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = agencies


class TemplateForm(forms.Form):
    """A template of one kind of official document."""

    kind = forms.ChoiceField(label=_("Loại văn bản"))
    file = forms.FileField(
        label=_("Tệp mẫu"),
        help_text=_("Word (.docx), sửa từ mẫu gốc: giữ các trường {{…}} và các kiểu chữ."),
        max_length=255,
        widget=forms.FileInput({"accept": ".docx"}),
        error_messages={"required": _("Chưa chọn tệp.")},
    )

    def __init__(self, *args: object, kinds: list[tuple[str, str]], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = kinds
