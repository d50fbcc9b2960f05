"""What people add to results: populations, published ends of groups, why a result is missing, where comparison ends."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.records.actions.forms import send_once
from dondoc.scores.actions.bounds import enter_bounds
from dondoc.scores.actions.notes import note_absence, note_break, withdraw_note
from dondoc.scores.actions.weights import enter_populations
from dondoc.scores.forms import AbsenceForm, BoundsForm, BreakForm, PopulationForm, PopulationsForm
from dondoc.scores.models import AbsenceNote, BreakNote, PopulationWeight
from dondoc.scores.queries.notes import absences_told, breaks_by_year, by_year, noted_parts
from dondoc.scores.queries.places import dated_names, province_names
from dondoc.scores.rules.panel import Group
from dondoc.scores.views.asking import own_places, place_asked, store_now, taker
from dondoc.toolkit.errors import BadInput
from dondoc.web.doors import door
from dondoc.web.forms import add_refusal
from dondoc.web.found import found
from dondoc.web.pages import page
from dondoc.web.requests import Request


@door("GET", "POST")
def populations(request: Request, key: str) -> HttpResponse:
    """Populations of the provinces that went up in one, for its approximation."""
    user, place = taker(request), place_asked(key)
    if not place.is_merged:
        raise Http404
    names = province_names()
    members = [(member, names[member]) for member in place.members]
    held = {row.place: row for row in PopulationWeight.objects.filter(place__in=place.members)}
    initial: dict[str, object] = {f"p-{place}": row.population for place, row in held.items()}
    initial |= next(({"source": row.source, "year": row.year} for row in held.values()), {})
    form = PopulationForm(request.POST or None, members=members, initial=initial)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            entered = {member: form.cleaned_data[f"p-{member}"] for member, _name in members}
            told = {"source": form.cleaned_data["source"], "year": form.cleaned_data["year"]}
            enter_populations(entered, **told, by=user, at=timezone.now())
            messages.success(request, _("Đã ghi dân số. Trang của tỉnh nay có thêm số ước tính."))
            return reverse("scores-place", args=[key])

        try:
            return send_once(request, act, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "source")
    return page(request, "scores/populations.html", {"form": form, "place": place}, status=422 if form.errors else 200)


@door("GET", "POST")
def populations_all(request: Request) -> HttpResponse:
    """Populations of any number of provinces at once, as a yearbook lists them."""
    user = taker(request)
    names = {**province_names(), **{place.key: place.name for place in own_places(request)}}
    names = {place: name for place, name in names.items() if not place_asked(place).is_merged}
    form = PopulationsForm(request.POST or None, names=names)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            told = {"source": form.cleaned_data["source"], "year": form.cleaned_data["year"]}
            enter_populations(form.populations, **told, by=user, at=timezone.now())
            messages.success(request, _("Đã ghi dân số của %(n)s nơi.") % {"n": len(form.populations)})
            return reverse("scores-populations-all")

        try:
            return send_once(request, act, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "lines")
    held = PopulationWeight.objects.order_by("place")
    context = {"form": form, "held": [(names.get(row.place, row.place), row) for row in held], "of": len(names)}
    return page(request, "scores/populations_all.html", context, status=422 if form.errors else 200)


@door("GET", "POST")
def bounds(request: Request, year: int) -> HttpResponse:
    """Where the groups of a year begin, as it was published."""
    user = taker(request)
    form = BoundsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            lowers = {
                group: form.cleaned_data[f"g{int(group)}"]
                for group in Group
                if group and form.cleaned_data[f"g{int(group)}"]
            }
            enter_bounds(year, lowers=lowers, source=form.cleaned_data["source"], by=user, at=timezone.now())
            messages.success(request, _("Đã ghi ngưỡng nhóm năm %(year)s.") % {"year": year})
            return f"{reverse('scores')}?nam={year}"

        try:
            return send_once(request, act, at=timezone.now())
        except BadInput as refused:
            add_refusal(form, refused, "source" if refused.code == "source-empty" else "g3")
    return page(request, "scores/bounds.html", {"form": form, "year": year}, status=422 if form.errors else 200)


@door("GET", "POST")
def notes(request: Request) -> HttpResponse:
    """Why provinces have no result, and where a year may not be compared with the one before: shipped and added."""
    user, store, now = taker(request), store_now(), timezone.now()
    if request.POST.get("withdraw"):
        return send_once(request, lambda: _withdraw(request), at=now)
    is_break = request.POST.get("what") == "break"
    absence = AbsenceForm(None if is_break else request.POST or None, names=dated_names(), prefix="vang")
    broken = BreakForm(request.POST if is_break else None, parts=noted_parts(store.panel), prefix="moc")
    form: AbsenceForm | BreakForm = broken if is_break else absence
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            told = form.cleaned_data
            if isinstance(form, BreakForm):
                note_break(told["year"], told["code"], source=told["source"], source_on=told["source_on"],
                           by=user, at=now)  # fmt: skip
            else:
                note_absence(
                    told["year"], told["place"], missing=told["missing"], reason=told["reason"],
                    source=told["source"], source_on=told["source_on"], by=user, at=now,
                )  # fmt: skip
            messages.success(request, _("Đã ghi, áp dụng cho mọi trang chỉ số."))
            return reverse("scores-notes")

        try:
            return send_once(request, act, at=now)
        except BadInput as refused:
            add_refusal(form, refused, _FIELDS.get(refused.code, "year"))
    context: dict[str, Any] = {
        "absence": absence, "broken": broken, "absences": by_year(absences_told(store.panel)),
        "breaks": by_year(breaks_by_year(store.panel)),
    }  # fmt: skip
    return page(request, "scores/notes.html", context, status=422 if form.errors else 200)


_FIELDS = {"source-empty": "source", "component-unknown": "code", "break-known": "code", "place-unknown": "place",
           "result-stands": "place"}  # fmt: skip


def _withdraw(request: Request) -> str:
    kind, _dash, number = request.POST["withdraw"].partition("-")
    rows: Any = AbsenceNote.objects if kind == "vang" else BreakNote.objects
    withdraw_note(found(rows.filter(pk=int(number) if number.isdecimal() else 0)), by=taker(request), at=timezone.now())
    messages.success(request, _("Đã gỡ."))
    return reverse("scores-notes")
