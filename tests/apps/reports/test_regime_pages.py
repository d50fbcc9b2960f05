"""Regimes at their addresses: three days apart, findings, a regime without a plan, other days for a rule."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from dondoc.duties.models import Duty, Period, Regime
from makers.reports import Reporting
from people import Cast

AT = datetime(2026, 3, 5, 2, tzinfo=UTC)
GIVEN = {"title": "Kết quả PAPI", "how": "before", "day": "10"}


@pytest.fixture
def ha(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.ha)
    return client


def test_close_due_and_lock_stand_as_three_days(setting: Reporting, ha: Client) -> None:
    text = ha.get(reverse("regime", args=[setting.regime.code])).content.decode()
    for day in ("05/03/2026", "09/03/2026", "23/03/2026"):
        assert day in text
    assert "lồng trong báo cáo dài hơn" in text
    assert "trước ngày 10 tháng cuối kỳ" in text
    assert "Ngày chốt suy ra" in text


def _given(setting: Reporting, **more: object) -> dict[str, object]:
    group = Duty.objects.filter(source_kind="report")[0].parties.get().group
    assert group is not None
    codes = {"who": f"g:{group.code}", "to": setting.home_affairs.code, "via": ""}
    return {**GIVEN, **codes, "cycles": ["quarter", "year"], **more}


def test_a_regime_without_a_plan_is_made_on_a_page(setting: Reporting, ha: Client) -> None:
    made = ha.post(reverse("regime-open"), _given(setting))
    regime = Regime.objects.get(source_kind="standing")
    assert made.headers["Location"] == reverse("regime", args=[regime.code])
    assert set(regime.report_rules.values_list("cycle", flat=True)) == {"quarter", "year"}
    text = ha.get(reverse("regimes")).content.decode()
    assert "Kết quả PAPI" in text
    assert "không theo kế hoạch" in text


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"title": ""}, "Trường này là bắt buộc"),
        ({"cycles": []}, "Trường này là bắt buộc"),
        ({"day": ""}, "Nhập ngày trong tháng cuối kỳ"),
        ({"how": "month-day", "month": ""}, "cả ngày và tháng"),
        ({"cycles": ["once"]}, "cần một ngày cụ thể"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(
    setting: Reporting, ha: Client, more: dict[str, object], words: str
) -> None:
    refused = ha.post(reverse("regime-open"), _given(setting, **more))
    assert refused.status_code == 422
    assert words in refused.content.decode()
    assert not Regime.objects.filter(source_kind="standing").exists()


def test_other_days_move_the_periods(setting: Reporting, ha: Client) -> None:
    address = reverse("rule-edit", args=[setting.regime.code, 0])
    assert 'value="10"' in ha.get(address).content.decode()
    ha.post(address, {"to": "", "via": setting.home_affairs.code, "how": "on", "day": "20", "locks": "5"})
    period = Period.objects.get(rule__regime=setting.regime, rule__number=0, key="2026-Q1")
    assert (period.due_on.isoformat(), period.locks_on.isoformat()) == ("2026-03-20", "2026-03-27")


def test_an_officer_of_a_commune_shapes_nothing(setting: Reporting, cast: Cast) -> None:
    client = Client()
    client.force_login(cast.lan)
    assert client.get(reverse("regime", args=[setting.regime.code])).status_code == 200
    assert client.get(reverse("rule-edit", args=[setting.regime.code, 0])).status_code == 404
    assert client.get(reverse("regime-open")).status_code == 404


def test_a_standing_regime_is_ended_and_a_plans_is_not(setting: Reporting, ha: Client) -> None:
    ha.post(reverse("regime-open"), _given(setting))
    regime = Regime.objects.get(source_kind="standing")
    ha.post(reverse("regime-end", args=[regime.code]), {"reason": "Lồng ghép"})
    regime.refresh_from_db()
    assert regime.ended_on is not None
    ha.post(reverse("regime-end", args=[setting.regime.code]), {"reason": "x"})
    setting.regime.refresh_from_db()
    assert setting.regime.ended_on is None
