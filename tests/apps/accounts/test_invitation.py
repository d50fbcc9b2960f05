"""Invitations: one person, once, for a time."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from dondoc.accounts.actions.invitation import find_invitation, revoke_invitation
from dondoc.accounts.models import User
from dondoc.records.models import Event
from dondoc.toolkit.errors import BadInput
from makers import make_invitation
from people import Cast

GOOD = {"login": "hoa.vm", "new": "cây đa bến nước", "again": "cây đa bến nước"}


def test_it_makes_the_account_signs_in_and_tells_the_apps_above(cast: Cast, client: Client) -> None:
    invitation, token = make_invitation(by=cast.ha, email="hoa@anlac.gov.vn", at=timezone.now())
    assert "Vũ Mai Hoa" in client.get(f"/tai-khoan/loi-moi/{token}/").content.decode()
    assert client.post(f"/tai-khoan/loi-moi/{token}/", GOOD).status_code == 302
    user = User.objects.get(login="hoa.vm")
    assert (user.full_name, user.email, client.session["_auth_user_id"]) == (
        "Vũ Mai Hoa",
        "hoa@anlac.gov.vn",
        str(user.pk),
    )
    event = Event.objects.get(name="accounts.invitation-accepted")
    assert event.payload == {"invitation_id": invitation.pk, "user_id": user.pk}


def test_it_works_once(cast: Cast, client: Client) -> None:
    _, token = make_invitation(by=cast.ha, at=timezone.now())
    client.post(f"/tai-khoan/loi-moi/{token}/", GOOD)
    response = Client().post(f"/tai-khoan/loi-moi/{token}/", {**GOOD, "login": "hai"})
    assert response.status_code == 422
    assert not User.objects.filter(login="hai").exists()


def test_a_login_name_that_is_taken_is_said_beside_its_field(cast: Cast, client: Client) -> None:
    _, token = make_invitation(by=cast.ha, at=timezone.now())
    response = client.post(f"/tai-khoan/loi-moi/{token}/", {**GOOD, "login": "lan.nt"})
    assert "đã có tài khoản khác dùng" in response.content.decode()


def test_it_expires_and_can_be_taken_back(cast: Cast, now: datetime) -> None:
    first, token = make_invitation(by=cast.ha, at=now)
    with pytest.raises(BadInput):
        find_invitation(token, at=now + timedelta(days=8))
    assert revoke_invitation(first, by=cast.ha, at=now)
    assert not revoke_invitation(first, by=cast.ha, at=now)
    with pytest.raises(BadInput):
        find_invitation(token, at=now)


def test_the_secret_of_the_link_is_kept_nowhere(cast: Cast, now: datetime) -> None:
    invitation, token = make_invitation(by=cast.ha, at=now)
    assert token not in str(vars(invitation))
