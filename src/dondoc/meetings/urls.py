"""Addresses of meetings, under /tiep-dan/."""

from django.urls import path

from dondoc.meetings.views import dialogues, receptions, units

urlpatterns = [
    path("", units.meetings, name="meetings"),
    path("xuat.xlsx", units.meetings_sheet, name="meetings-sheet"),
    path("lich/<slug:code>.ics", units.calendar, name="meetings-calendar"),
    path("viec/<slug:code>/", units.owed, name="meetings-owed"),
    path("don-vi/<slug:code>/", units.unit, name="meetings-unit"),
    path("don-vi/<slug:code>/nap-dinh-muc/", units.adopt, name="meetings-adopt"),
    path("don-vi/<slug:code>/buoi-tiep/", receptions.reception_add, name="reception-add"),
    path("don-vi/<slug:code>/doi-thoai/", dialogues.dialogue_add, name="dialogue-add"),
    path("don-vi/<slug:code>/su-kien/", dialogues.event_add, name="event-add"),
    path("buoi/<slug:code>/", receptions.reception, name="reception"),
    path("buoi/<slug:code>/da-tiep/", receptions.reception_held, name="reception-held"),
    path("buoi/<slug:code>/khong-tiep/", receptions.reception_missed, name="reception-missed"),
    path("buoi/<slug:code>/luot/", receptions.visit_add, name="visit-add"),
    path("luot/<slug:code>/", receptions.visit, name="visit"),
    path("luot/<slug:code>/thong-bao.docx", receptions.refusal_document, name="refusal-document"),
    path("luot/<slug:code>/<slug:verb>/", receptions.visit_act, name="visit-act"),
    path("doi-thoai/<slug:code>/", dialogues.dialogue, name="dialogue"),
    path("doi-thoai/<slug:code>/tep/<slug:file>/", dialogues.dialogue_file, name="dialogue-file"),
    path("doi-thoai/<slug:code>/<slug:verb>/", dialogues.dialogue_act, name="dialogue-act"),
    path("hua/<slug:code>/", dialogues.promise, name="promise"),
    path("hua/<slug:code>/tep/<slug:file>/", dialogues.promise_file, name="promise-file"),
    path("hua/<slug:code>/<slug:verb>/", dialogues.promise_act, name="promise-act"),
]
