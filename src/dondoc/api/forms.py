"""What a program sends, and the form by which an administrator makes its key."""

from decimal import Decimal, InvalidOperation

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from dondoc.feedback.actions.receiving import Letter
from dondoc.feedback.models import Service


class ClientForm(forms.Form):
    name = forms.CharField(label=_("Ứng dụng, cơ quan dùng khóa"), max_length=120)
    unit = forms.CharField(
        label=_("Mã đơn vị"), required=False, max_length=24, help_text=_("Để trống nếu khóa dùng cho mọi đơn vị.")
    )


def missing_attributes(service: Service, data: QueryDict) -> list[str]:
    """Codes of required attributes that were not sent, and of lists whose value is none of the list."""
    wrong = []
    for one in service.attributes:
        given = data.getlist(f"attribute[{one['code']}]") + data.getlist(f"attribute[{one['code']}][]")
        allowed = {value["key"] for value in one.get("values", ())}
        if (one.get("required") and not given) or (allowed and not set(given) <= allowed):
            wrong.append(str(one["code"]))
    return wrong


def letter_of(service: Service, data: QueryDict) -> Letter | str:
    """The letter of a POST request, or what is wrong with it."""
    latitude, longitude = _degrees(data.get("lat", ""), 90), _degrees(data.get("long", ""), 180)
    place = data.get("address_string", "") or data.get("address_id", "")
    has_point = latitude is not None and longitude is not None
    if not has_point and not place:
        return "lat and long, address_string or address_id is required"
    attributes = {
        one["code"]: data.getlist(f"attribute[{one['code']}]") or data.getlist(f"attribute[{one['code']}][]")
        for one in service.attributes
    }
    told = {code: ", ".join(values)[:500] for code, values in attributes.items() if values}
    if data.get("media_url"):
        told["media_url"] = data.get("media_url", "")[
            :500
        ]  # never fetched: a server that fetches is told where to look
    return Letter(
        text=data.get("description", ""),
        service=service,
        place=place[:200],
        latitude=latitude if has_point else None,
        longitude=longitude if has_point else None,
        attributes=told,
        name=" ".join(filter(None, (data.get("last_name"), data.get("first_name")))),
        phone=data.get("phone", ""),
        email=data.get("email", ""),
    )


def _degrees(text: str, most: int) -> Decimal | None:
    try:
        found = round(Decimal(text), 6)
    except (InvalidOperation, ValueError):
        return None
    return found if abs(found) <= most else None
