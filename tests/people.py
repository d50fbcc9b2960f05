"""The cast. Lan (commune officer), Minh (department specialist), Hà (Home Affairs), Chi (chair), Tùng (another commune:
the stranger), Hoa (a citizen, who has no account)."""

from dataclasses import dataclass
from datetime import datetime

from django.test import Client

from dondoc.accounts.models import User
from makers import PASSWORD, make_user

__all__ = ["PASSWORD", "Cast", "hire_cast", "signed_in"]


@dataclass(frozen=True, slots=True)
class Cast:
    lan: User
    minh: User
    ha: User
    chi: User
    tung: User


def hire_cast(at: datetime) -> Cast:
    return Cast(
        lan=make_user("lan.nt", full_name="Nguyễn Thị Lan", email="lan@anlac.gov.vn", phone="0912345678", at=at),
        minh=make_user("minh.tv", full_name="Trần Văn Minh", at=at),
        ha=make_user("ha.lt", full_name="Lê Thu Hà", is_administrator=True, at=at),
        chi=make_user("chi.pq", full_name="Phạm Quỳnh Chi", at=at),
        tung=make_user("tung.ds", full_name="Đỗ Sơn Tùng", at=at),
    )


def signed_in(login: str) -> Client:
    """A browser of its own in which the person has signed in by the page."""
    client = Client(headers={"User-Agent": "Mozilla/5.0 (Windows NT 10.0) Chrome/130 Safari/537"})
    client.post("/tai-khoan/dang-nhap/", {"identity": login, "password": PASSWORD})
    return client
