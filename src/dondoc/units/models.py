"""Tables of units, agencies and the people who act for them. Everything has its days; an id is never reused."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Level(models.TextChoices):
    """Levels of local government; district to 30/6/2025 (Luật TCCQĐP 72/2025)."""

    PROVINCE = "province", "cấp tỉnh"
    DISTRICT = "district", "cấp huyện"
    COMMUNE = "commune", "cấp xã"


class Stance(models.TextChoices):
    """How an agency stands to its unit's plans. A requested body is asked, never urged, graded or shown as late."""

    SUBORDINATE = "subordinate", "trực thuộc"
    VERTICAL = "vertical", "ngành dọc"
    REQUESTED = "requested", "được đề nghị"


class Role(models.TextChoices):
    """What a person may do for an agency."""

    OFFICER = "officer", "cán bộ thực hiện"
    HEAD = "head", "người đứng đầu"
    FOCAL = "focal", "đầu mối Nội vụ"
    COMMITTEE = "committee", "lãnh đạo UBND"
    INSPECTOR = "inspector", "thanh tra, kiểm tra"
    FRONT = "front", "Mặt trận giám sát"


class Dated(models.Model):
    """Valid from `valid_from` up to and with `valid_to`; an open end is None."""

    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


class AdministrativeUnit(Dated):
    """A province, district or commune with its days. "Lào Cai" before and after 1/7/2025 are two rows. A unit that only
    changed its kind, name or parent stays one row; `former` says what it was, oldest first:
    {"kind", "name", "parent" (a code), "until" (a day)}. `search` holds former names too, parted by "|"."""

    code = models.CharField(max_length=24, unique=True)
    official_code = models.CharField(max_length=8, blank=True)
    level = models.CharField(max_length=8, choices=Level)
    kind = models.CharField(max_length=24)
    name = models.CharField(max_length=80)
    search = models.CharField(max_length=240)
    former = models.JSONField(default=list, blank=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="unit_days_in_order",
            )
        ]
        indexes = [
            models.Index(fields=["parent", "level"], name="unit_by_parent"),
            models.Index(fields=["official_code"], name="unit_by_official_code"),
            models.Index(fields=["search"], name="unit_by_search"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def full_name(self) -> str:
        """As an office writes it: "xã Xín Mần"."""
        return f"{self.kind} {self.name}"

    def name_on(self, day: date) -> str:
        return self._was("name", day) or self.name

    def kind_on(self, day: date) -> str:
        return self._was("kind", day) or self.kind

    def _was(self, what: str, day: date) -> str:
        return next((str(version[what]) for version in self.former if day.isoformat() <= version["until"]), "")


class Succession(models.Model):
    """One unit follows another on a day: merged, split, renamed, or a part handed over."""

    class Kind(models.TextChoices):
        MERGE = "merge", "sáp nhập"
        SPLIT = "split", "chia tách"
        RENAME = "rename", "đổi tên"
        TRANSFER = "transfer", "điều chỉnh địa giới"

    predecessor = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="origins")
    kind = models.CharField(max_length=8, choices=Kind)
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor", "on"], name="succession_once"),
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="succession_of_another"),
        ]


class Settlement(Dated):
    """A village or residential group (thôn, bản, tổ dân phố) of a commune (NĐ 185/2026)."""

    code = models.CharField(max_length=16, unique=True)
    commune = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="settlements")
    kind = models.CharField(max_length=24)
    name = models.CharField(max_length=120)
    search = models.CharField(max_length=160)


class Agency(Dated):
    """A body that can be given work. `kind` is a key of `rules/departments`; `guided_by` is the vertical line."""

    code = models.CharField(max_length=16, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="agencies")
    kind = models.CharField(max_length=40)
    name = models.CharField(max_length=160)
    search = models.CharField(max_length=400)
    stance = models.CharField(max_length=12, choices=Stance, default=Stance.SUBORDINATE)
    guided_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="guides")
    symbol = models.CharField(
        max_length=30, blank=True, help_text="In the symbol of its documents; empty: by its name."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"], condition=Q(valid_to__isnull=True), name="agency_name_once"
            )
        ]
        indexes = [
            models.Index(fields=["unit", "kind"], name="agency_by_kind"),
            models.Index(fields=["search"], name="agency_by_search"),
        ]

    def __str__(self) -> str:
        return self.name


class AgencySuccession(models.Model):
    """Whose work goes to whom after a change. Several successors wait for a person to decide (`decided_at`)."""

    predecessor = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="origins")
    on = models.DateField()
    subject = models.CharField(max_length=120, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor", "subject"], name="agency_succession_once")
        ]


class AgencyGroup(models.Model):
    """A name that stands for many agencies. By rule: {"kinds": […], "levels": […]} within `scope`, expanded on the day
    it is used; a named list; or open: a person chooses before issue, never silently everybody, never nobody."""

    class Kind(models.TextChoices):
        RULE = "rule", "theo quy tắc"
        LIST = "list", "danh sách"
        OPEN = "open", "để mở"

    code = models.CharField(max_length=16, unique=True)
    scope = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="groups")
    kind = models.CharField(max_length=4, choices=Kind)
    name = models.CharField(max_length=200)
    search = models.CharField(max_length=240)
    rule = models.JSONField(default=dict, blank=True)


class AgencyGroupMember(Dated):
    """An agency on a named list, or chosen for an open group."""

    group = models.ForeignKey(AgencyGroup, on_delete=models.CASCADE, related_name="members")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="group_memberships")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "agency"], name="group_member_once")]


class Membership(Dated):
    """A person acts for an agency in a role."""

    code = models.CharField(max_length=16, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role)
    position = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "agency", "role"], condition=Q(valid_to__isnull=True), name="membership_once"
            )
        ]


class InvitedRole(models.Model):
    """The role that an invited person will have once they made their account."""

    invitation = models.OneToOneField("accounts.Invitation", on_delete=models.CASCADE, related_name="role")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="invited_roles")
    role = models.CharField(max_length=10, choices=Role)
    position = models.CharField(max_length=120, blank=True)


class Delegation(models.Model):
    """A membership lent to another person for a time."""

    code = models.CharField(max_length=16, unique=True)
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="delegations")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="delegations")
    starts_on = models.DateField()
    ends_on = models.DateField()
    reason = models.CharField(max_length=200, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="delegation_days_in_order")
        ]


class PaperTemplate(models.Model):
    """The template on which a unit writes a kind of official document (`web.papers.Kind` by name), instead of ours."""

    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="paper_templates")
    kind = models.CharField(max_length=12)
    file = models.ForeignKey("records.Attachment", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "kind"], name="paper_template_once")]
