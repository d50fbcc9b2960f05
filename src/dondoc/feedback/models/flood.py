"""How often an address knocked lately; the address itself is not kept."""

from django.db import models


class Knock(models.Model):
    """One sending or one wrong code, by a salted hash of where it came from; forgotten after a day."""

    kind = models.CharField(max_length=8)
    address_hash = models.CharField(max_length=48)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["kind", "address_hash", "at"], name="knock_by_address"),
            models.Index(fields=["kind", "at"], name="knock_by_time"),
        ]
