"""Addresses of accounts, under /tai-khoan/."""

from django.urls import path

from dondoc.accounts import views

urlpatterns = [
    path("", views.account, name="account"),
    path("dang-nhap/", views.sign_in, name="sign-in"),
    path("dung-thu/<slug:code>/", views.demo_sign_in, name="demo-sign-in"),
    path("dang-xuat/", views.sign_out, name="sign-out"),
    path("dang-xuat-moi-noi/", views.sign_out_everywhere, name="sign-out-everywhere"),
    path("mat-khau/", views.password_change, name="password-change"),
    path("loi-moi/<str:token>/", views.invitation_accept, name="invitation-accept"),
]
