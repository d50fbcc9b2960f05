"""Proofs for `dondoc check`: the trail is whole, every file is there, nothing waits for a person unseen."""

from collections.abc import Iterator

from dondoc.records.adapters import vault
from dondoc.records.models import Delivery, Job, Message, State, StoredFile
from dondoc.records.sealing import verify_chain


def faults() -> Iterator[str]:
    """One line of Vietnamese for each thing that is wrong."""
    yield from verify_chain()
    for sha256 in StoredFile.objects.order_by("pk").values_list("sha256", flat=True).iterator():
        if not vault.is_intact(vault.root(), sha256):
            yield f"Tệp {sha256[:12]}… mất hoặc hỏng."
    for model, name in ((Job, "việc nền"), (Delivery, "sự kiện chưa chuyển"), (Message, "tin chưa gửi")):
        count = model._default_manager.filter(state__in=[State.FAILED, State.UNKNOWN]).count()
        if count:
            yield f"{count} {name} hỏng hoặc không rõ, chờ người xem."
