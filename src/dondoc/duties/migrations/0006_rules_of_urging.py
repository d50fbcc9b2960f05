"""The rules that an installation begins with; an administrator changes them on a page."""

from typing import Any

from django.db import migrations
from django.utils import timezone

from dondoc.records.rules.codes import new_code

# (offset in working days, repeated every, audience, channel)
REMINDERS = (
    (-5, 0, "doer", "email"),
    (-1, 0, "doer", "email"),
    (0, 0, "doer", "email"),
    (1, 5, "doer", "email"),
    (3, 5, "head", "email"),
)
WAY_UP = {1: 5, 2: 10, 3: 20}


def begin(apps: Any, _schema_editor: Any) -> None:
    reminder, way_up = apps.get_model("duties", "ReminderRule"), apps.get_model("duties", "EscalationRule")
    now = timezone.now()
    for offset, every, audience, channel in REMINDERS:
        reminder.objects.create(
            code=new_code(), offset=offset, every=every, audience=audience, channel=channel, made_at=now
        )
    for step, after in WAY_UP.items():
        way_up.objects.create(step=step, after_days=after)


# The number is the one under which databases made before the first migrations were folded together know it.
class Migration(migrations.Migration):
    dependencies = [("duties", "0001_initial")]
    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
