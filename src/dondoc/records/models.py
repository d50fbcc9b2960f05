"""Tables of records. Audit entries and seals are only added to; a leased row changes by UPDATEs that name its state."""

from django.db import models
from django.db.models import Q


class State(models.TextChoices):
    """States of a row that a worker takes. `unknown` is for a message alone: its sender died half way."""

    WAITING = "waiting", "chờ"
    RUNNING = "running", "đang chạy"
    DONE = "done", "xong"
    FAILED = "failed", "hỏng"
    UNKNOWN = "unknown", "không rõ"


class Leased(models.Model):
    """A row that one worker at a time may hold, for as long as its lease runs. `token` grows at each taking: whoever
    comes back with an older one has lost the row and may not write (fencing)."""

    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    not_before = models.DateTimeField()
    lease_until = models.DateTimeField(null=True, blank=True)
    token = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    worker = models.CharField(max_length=80, blank=True)
    error = models.TextField(blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


class AuditEntry(models.Model):
    """Who did what to which thing, when, and what changed. Never updated, never deleted."""

    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True, help_text="No key to the user: the entry outlives the account.")
    verb = models.CharField(max_length=60)
    object_kind = models.CharField(max_length=40)
    object_code = models.CharField(max_length=80)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    count = models.PositiveIntegerField(default=1)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["object_kind", "object_code", "id"], name="audit_by_object"),
            models.Index(fields=["actor_id", "id"], name="audit_by_actor"),
            models.Index(fields=["at"], name="audit_by_time"),
        ]


class AuditSeal(models.Model):
    """A link of the chain: the hash over the entries up to `last_id`, begun with the hash of the seal before."""

    number = models.PositiveIntegerField(primary_key=True)
    last_id = models.BigIntegerField(unique=True)
    entries = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()


class StoredFile(models.Model):
    """Content by its SHA-256; the bytes lie under DONDOC_DATA/files. Two uploads of one content are one row."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=120)
    stored_at = models.DateTimeField()
    public_copy = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="originals")
    taken_at = models.DateTimeField(null=True, blank=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(size__gt=0), name="file_not_empty"),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="file_place_on_earth",
            ),
        ]


class Attachment(models.Model):
    """A file as somebody attached it to something: with the name that it had there."""

    code = models.CharField(max_length=16, unique=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="attachments")
    original_name = models.CharField(max_length=255)
    object_kind = models.CharField(max_length=40)
    object_code = models.CharField(max_length=80)
    added_by_id = models.BigIntegerField(null=True)
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["object_kind", "object_code"], name="attachment_by_object")]


class Event(models.Model):
    """Something that happened, written in the transaction in which it happened."""

    name = models.CharField(max_length=80)
    payload = models.JSONField()
    at = models.DateTimeField()


class Delivery(Leased):
    """One event for one handler: each handler goes at its own pace, and one that fails holds up no other."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="deliveries")
    handler = models.CharField(max_length=160)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "handler"], name="delivery_once_per_handler")]
        indexes = [models.Index(fields=["state", "not_before", "id"], name="delivery_due")]


class Message(Leased):
    """A letter to a person by e-mail, SMS or the like. `key` makes asking for the same message twice one message."""

    key = models.CharField(max_length=120, unique=True)
    channel = models.CharField(max_length=20)
    recipient = models.CharField(max_length=254)
    subject = models.CharField(max_length=255, blank=True)
    body = models.TextField()
    created_at = models.DateTimeField()
    keeps_hours = models.BooleanField(default=False, help_text="Leaves in working hours alone, retries too.")

    class Meta:
        indexes = [models.Index(fields=["state", "not_before", "id"], name="message_due")]


class Job(Leased):
    """Work in the background. `key` makes queueing the same work twice one job while it has not failed."""

    code = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=80)
    args = models.JSONField(default=dict)
    key = models.CharField(max_length=120, unique=True)
    created_at = models.DateTimeField()
    created_by_id = models.BigIntegerField(null=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    note = models.CharField(max_length=200, blank=True)
    result = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["state", "not_before", "id"], name="job_due")]


class Periodic(models.Model):
    """When each periodic work last began: the worker whose UPDATE finds the old time does the round."""

    name = models.CharField(max_length=80, primary_key=True)
    last_at = models.DateTimeField()


class SentForm(models.Model):
    """The key of a form that was carried out, and where its sender was sent on to."""

    key = models.CharField(max_length=40)
    actor_id = models.BigIntegerField(default=0, help_text="0 for a person without an account.")
    location = models.CharField(max_length=500)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "actor_id"], name="form_counts_once")]


class Knock(models.Model):
    """One sending or one wrong code, by a salted hash of where it came from; forgotten after a day."""

    kind = models.CharField(max_length=8)
    address_hash = models.CharField(max_length=48)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["kind", "address_hash", "at"], name="knocked_by_address"),
            models.Index(fields=["kind", "at"], name="knocked_by_time"),
        ]
