"""Rules of reminders and of the way up, and what a person wants of the digest."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from dondoc.accounts.models import User
from dondoc.duties.models import Audience, Channel, DigestChoice, EscalationRule, Regime, ReminderRule
from dondoc.duties.rules.reminding import BACK, Reminder
from dondoc.records.actions import audit
from dondoc.records.rules.codes import new_code
from dondoc.toolkit.errors import BadInput
from dondoc.units.models import Agency

FURTHEST = 60


def add_rule(
    reminder: Reminder,
    *,
    audience: str,
    channel: str,
    by: audit.Actor | None,
    at: datetime,
    agency: Agency | None = None,
) -> ReminderRule:
    """A rule for everybody, or of an agency for its own people. Refuses days that no list reaches, a repetition before
    the due day, and a rule that stands already."""
    if abs(reminder.offset) > FURTHEST or reminder.every > FURTHEST:
        raise BadInput("rule-days", "Số ngày làm việc phải từ -{most} đến {most}: nhập lại số ngày.", most=FURTHEST)
    if reminder.every and reminder.offset < 0:
        raise BadInput("rule-repeats", "Chỉ nhắc lặp lại kể từ ngày đến hạn: bỏ ô lặp lại hoặc nhập số ngày từ 0.")
    fields = {"agency": agency, "offset": reminder.offset, "audience": audience, "channel": channel}
    with transaction.atomic():
        if ReminderRule.objects.filter(ended_at=None, **fields).exists():
            raise BadInput("rule-twice", "Quy tắc này đã có: sửa số ngày, đối tượng hoặc kênh.")
        rule = ReminderRule.objects.create(code=new_code(), every=reminder.every, made_at=at, **fields)
        audit.record("add_reminder_rule", ("reminder-rule", rule.code), by=by, at=at, after=_told(rule))
    return rule


def end_rule(rule: ReminderRule, *, by: audit.Actor, at: datetime) -> None:
    """From the next digest on nobody is reminded by it; what went out under it stays explained."""
    with transaction.atomic():
        if ReminderRule.objects.filter(pk=rule.pk, ended_at=None).update(ended_at=at):
            audit.record("end_reminder_rule", ("reminder-rule", rule.code), by=by, at=at, before=_told(rule))


def set_way_up(days: Mapping[int, int], *, by: audit.Actor | None, at: datetime, regime: Regime | None = None) -> None:
    """After how many working days late each step is taken (step -> days; a step left out is not taken). Refuses days
    that do not grow from step to step."""
    asked = [days[step] for step in EscalationRule.Step.values if step in days]
    if any(one < 1 or one > BACK // 2 for one in asked) or sorted(set(asked)) != asked:
        raise BadInput("way-up-order", "Số ngày của bước sau phải lớn hơn bước trước và từ 1 trở lên: nhập lại.")
    with transaction.atomic():
        before = way_up_of(regime)
        EscalationRule.objects.filter(regime=regime).delete()
        EscalationRule.objects.bulk_create(
            EscalationRule(regime=regime, step=step, after_days=after) for step, after in sorted(days.items())
        )
        told = ("regime", regime.code if regime else "*")
        audit.record(
            "set_way_up", told, by=by, at=at, before={str(k): v for k, v in before.items()},
            after={str(k): v for k, v in days.items()},
        )  # fmt: skip


def way_up_of(regime: Regime | None) -> dict[int, int]:
    return dict(EscalationRule.objects.filter(regime=regime).values_list("step", "after_days"))


def choose_digest(user: User, *, wanted: Mapping[str, bool], by: User, at: datetime) -> None:
    """What a person wants of the digest by channel. In the application it stands in any case; it may arrive read."""
    with transaction.atomic():
        for channel, is_wanted in sorted(wanted.items()):
            if channel not in Channel.values:
                raise BadInput("channel-unknown", "Kênh này không có. Chọn một kênh trong danh sách.")
            DigestChoice.objects.update_or_create(user=user, channel=channel, defaults={"is_wanted": is_wanted})
        audit.record("choose_digest", ("user", user.code), by=by, at=at, after=dict(wanted))


def _told(rule: ReminderRule) -> dict[str, object]:
    return {
        "agency": rule.agency.code if rule.agency else "",
        "offset": rule.offset,
        "every": rule.every,
        "audience": Audience(rule.audience).value,
        "channel": Channel(rule.channel).value,
    }
