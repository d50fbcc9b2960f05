"""Addresses of the working calendar, under /lich-lam-viec/."""

from django.urls import path

from dondoc.schedule.views import days, timers

urlpatterns = [
    path("", days.days, name="calendar-days"),
    path("them/", days.day_add, name="office-day-add"),
    path("thoi-han/", timers.timers, name="timers"),
    path("thoi-han/<str:key>/", timers.timer, name="timer"),
    path("thoi-han/<slug:code>/rut/", timers.timer_withdraw, name="timer-withdraw"),
    path("ngay/<slug:code>/", days.day, name="office-day"),
]
