"""Tables of meetings: receptions and their book, dialogues, what was promised, events of a place.

Of a denunciation the book holds the day and nothing else: no name, no text (Luật Tố cáo 25/2018/QH14 Đ.8)."""

from django.db import models
from django.db.models import F, Q

from dondoc.duties.models import Obligation
from dondoc.meetings.rules.grounds import GROUNDS
from dondoc.units.models import AdministrativeUnit, Agency, Settlement

GROUND_CHOICES = [(ground.value, words) for ground, words in GROUNDS.items()]


class Norm(models.Model):
    """A term of the law that a unit took over: how often heads receive, one dialogue a year. `code` is the source of
    its duty."""

    code = models.CharField(max_length=16, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="meeting_norms")
    key = models.CharField(max_length=24)
    title = models.CharField(max_length=200)
    citation = models.CharField(max_length=300)
    certainty = models.CharField(max_length=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "key"], name="meeting_norm_once")]


class Reception(models.Model):
    """A time at which a head receives citizens. It counts once it was held, by the head himself (Luật 136/2025)."""

    code = models.CharField(max_length=16, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="receptions")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="receptions")
    on = models.DateField()
    starts_at = models.TimeField()
    ends_at = models.TimeField()
    place = models.CharField(max_length=200)
    chaired_by = models.CharField(max_length=120)
    is_by_head = models.BooleanField(default=True)
    is_online = models.BooleanField(default=False)
    announced_on = models.DateField(null=True, blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    missed_reason = models.CharField(max_length=300, blank=True)
    settles = models.ForeignKey(Obligation, null=True, blank=True, on_delete=models.PROTECT, related_name="receptions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "on", "starts_at"], name="reception_once"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="reception_hours_in_order"),
        ]


class Visit(models.Model):
    """A line of the book. The name stays inside and may be left out."""

    class Kind(models.TextChoices):
        PROPOSAL = "proposal", "kiến nghị, phản ánh"
        COMPLAINT = "complaint", "khiếu nại"
        DENUNCIATION = "denunciation", "tố cáo"

    class Outcome(models.TextChoices):
        ANSWERED = "answered", "đã trả lời tại chỗ"
        PROMISED = "promised", "có kết luận, giao việc"
        FORWARDED = "forwarded", "hướng dẫn, chuyển nơi có thẩm quyền"
        REFUSED = "refused", "từ chối tiếp"

    code = models.CharField(max_length=16, unique=True)
    reception = models.ForeignKey(Reception, on_delete=models.PROTECT, related_name="visits")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=Kind)
    citizen = models.CharField(max_length=80, blank=True)
    people = models.PositiveSmallIntegerField(default=1)
    content = models.TextField(blank=True)
    outcome = models.CharField(max_length=10, blank=True, choices=Outcome)
    answer = models.TextField(blank=True)
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reception", "number"], name="visit_once"),
            models.CheckConstraint(
                condition=~Q(kind="denunciation") | Q(citizen="", content="", answer=""),
                name="visit_names_no_denouncer",
            ),
        ]


class Refusal(models.Model):
    """A citizen was not received: the ground, and the notice that is owed within three working days."""

    visit = models.OneToOneField(Visit, on_delete=models.PROTECT, related_name="refusal")
    ground = models.CharField(max_length=10, choices=GROUND_CHOICES)
    reason = models.TextField()
    number = models.CharField(max_length=60, blank=True)
    noticed_on = models.DateField(null=True, blank=True)
    settles = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="refusals")


class Dialogue(models.Model):
    """A meeting of the commune with its people, from the notice to what was done about it."""

    code = models.CharField(max_length=16, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="dialogues")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="dialogues")
    settlement = models.ForeignKey(Settlement, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    topic = models.CharField(max_length=300)
    on = models.DateField()
    starts_at = models.TimeField()
    place = models.CharField(max_length=200)
    is_online = models.BooleanField(default=False)
    notice = models.CharField(max_length=60, blank=True)
    announced_on = models.DateField()
    held_at = models.DateTimeField(null=True, blank=True)
    people = models.PositiveIntegerField(null=True, blank=True)
    minutes = models.CharField(max_length=120, blank=True)
    settles = models.ForeignKey(Obligation, null=True, blank=True, on_delete=models.PROTECT, related_name="dialogues")


class Question(models.Model):
    """What was asked at a dialogue, without the name of who asked, and what was said to it."""

    code = models.CharField(max_length=16, unique=True)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="questions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    answer = models.TextField(blank=True)
    asked_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dialogue", "number"], name="question_once")]


class Promise(models.Model):
    """What a conclusion gave somebody to do, with an owner and a day: it is owed like anything else."""

    code = models.CharField(max_length=16, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="promises")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="promises")
    visit = models.ForeignKey(Visit, null=True, blank=True, on_delete=models.PROTECT, related_name="promises")
    question = models.ForeignKey(Question, null=True, blank=True, on_delete=models.PROTECT, related_name="promises")
    text = models.TextField()
    due_on = models.DateField()
    settles = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="promises")
    done = models.TextField(blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(visit__isnull=False, question__isnull=True) | Q(visit__isnull=True, question__isnull=False),
                name="promise_made_once",
            )
        ]


class LocalEvent(models.Model):
    """Something that happens in a place and opens work that waits for it: the election of a village head."""

    class Kind(models.TextChoices):
        ELECTION = "election", "bầu trưởng thôn, tổ trưởng tổ dân phố"
        CONFERENCE = "conference", "hội nghị của cộng đồng dân cư"
        OTHER = "other", "sự kiện khác"

    code = models.CharField(max_length=16, unique=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="local_events")
    settlement = models.ForeignKey(Settlement, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=200)
    on = models.DateField()
    opened = models.PositiveSmallIntegerField(default=0, help_text="Số nhiệm vụ mở ra theo sự kiện.")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "settlement", "kind", "name", "on"], name="local_event_once")
        ]
