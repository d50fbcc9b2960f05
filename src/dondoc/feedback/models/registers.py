"""Four flows beside reports, each with its own register, all with the one clock."""

from django.db import models
from django.db.models import Q

from dondoc.feedback.models.clock import Flow
from dondoc.feedback.rules.registers import (
    ACCOUNT_STATES,
    COMPLAINT_STATES,
    COMPLAINT_SUBJECTS,
    DENUNCIATION_STATES,
    FINDINGS,
    SUBJECTS,
    AccountState,
    ComplaintState,
    DenunciationState,
)
from dondoc.units.models import AdministrativeUnit, Agency


def _pairs(words: object) -> list[tuple[str, str]]:
    return [(one.value, word) for one, word in words.items()]  # type: ignore[attr-defined]


class Signal(models.Model):
    """A signal of corruption or of an official's conduct. Of its writer nothing is held: no contact, no address, no
    photo (its data and its hand could tell who took it). Read by the inspectorate alone."""

    code = models.CharField(max_length=16, unique=True)
    sent_key = models.UUIDField(unique=True)
    follow_hash = models.CharField(max_length=64, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="signals")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=10, choices=_pairs(SUBJECTS))
    text = models.TextField()
    received_on = models.DateField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)


class Numbered(models.Model):
    """A row of a register: numbered within a unit's agency and year."""

    code = models.CharField(max_length=16, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    received_on = models.DateField()

    class Meta:
        abstract = True


class Complaint(Numbered):
    """A complaint by the Law on complaints: its steps and terms. Who complains stands in `CaseParty`."""

    subject = models.CharField(max_length=14, choices=_pairs(COMPLAINT_SUBJECTS))
    summary = models.CharField(max_length=300)
    is_second = models.BooleanField(default=False)
    is_complex = models.BooleanField(default=False)
    is_remote = models.BooleanField(default=False)
    state = models.CharField(max_length=14, choices=_pairs(COMPLAINT_STATES), default=ComplaintState.RECEIVED.value)
    accepted_on = models.DateField(null=True, blank=True)
    refusal = models.TextField(blank=True)
    settled_on = models.DateField(null=True, blank=True)
    decision = models.CharField(max_length=60, blank=True)
    finding = models.CharField(max_length=8, blank=True, choices=_pairs(FINDINGS))
    sent_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "year", "number"], name="complaint_number_once")]


class Denunciation(Numbered):
    """A denunciation: number, dates and terms, nothing else. No field here can hold a name, an address, a text or a
    file (Luật Tố cáo 25/2018/QH14, Điều 8, 56; kept as "mật" elsewhere): a test walks the fields."""

    is_several_places = models.BooleanField(default=False)
    extensions = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(
        max_length=14, choices=_pairs(DENUNCIATION_STATES), default=DenunciationState.RECEIVED.value
    )
    forwarded_on = models.DateField(null=True, blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    notified_on = models.DateField(null=True, blank=True)
    settled_on = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    finding = models.CharField(max_length=8, blank=True, choices=_pairs(FINDINGS))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "year", "number"], name="denunciation_number_once"),
            models.CheckConstraint(condition=Q(extensions__lte=2), name="denunciation_extended_twice_at_most"),
        ]


class AccountRequest(Numbered):
    """A request that an agency account for its decision or conduct (NĐ 59/2019)."""

    summary = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=_pairs(ACCOUNT_STATES), default=AccountState.RECEIVED.value)
    accepted_on = models.DateField(null=True, blank=True)
    refusal = models.TextField(blank=True)
    is_extended = models.BooleanField(default=False)
    explained_on = models.DateField(null=True, blank=True)
    document = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "year", "number"], name="account_number_once")]


class CaseParty(models.Model):
    """Who complains, or who asks for an account: kept apart from the register, never published. There is no such row
    for a denunciation, and the database refuses one."""

    flow = models.CharField(max_length=12, choices=Flow)
    case_code = models.CharField(max_length=16)
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["flow", "case_code"], name="case_party_once"),
            models.CheckConstraint(
                condition=Q(flow__in=[Flow.COMPLAINT, Flow.ACCOUNT]), name="case_party_never_of_a_denunciation"
            ),
        ]
