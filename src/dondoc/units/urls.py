"""Addresses of units: the directory of agencies, groups, roles, administrative units."""

from django.urls import path

from dondoc.units.views import agencies, groups, papers, people, places, roles

urlpatterns = [
    path("co-quan/", agencies.agency_list, name="agencies"),
    path("co-quan/<slug:code>/", agencies.agency, name="agency"),
    path("co-quan/<slug:code>/sua/", agencies.agency_edit, name="agency-edit"),
    path("co-quan/<slug:code>/ket-thuc/", agencies.agency_end, name="agency-end"),
    path("co-quan/<slug:code>/vai-tro/", roles.role_grant, name="role-grant"),
    path("co-quan/<slug:code>/moi/", roles.role_invite, name="role-invite"),
    path("co-quan/<slug:code>/ke-thua/", agencies.agency_follow, name="agency-follow"),
    path("vai-tro/<slug:code>/ket-thuc/", roles.role_end, name="role-end"),
    path("vai-tro/<slug:code>/uy-quyen/", roles.role_delegate, name="role-delegate"),
    path("uy-quyen/<slug:code>/thu-hoi/", roles.delegation_revoke, name="delegation-revoke"),
    path("nhom/", groups.group_list, name="groups"),
    path("nhom/<slug:code>/", groups.group, name="group"),
    path("nguoi/", people.people, name="people"),
    path("nguoi/<slug:code>/", people.person, name="person"),
    path("nguoi/<slug:code>/mat-khau/", people.person_password, name="person-password"),
    path("nguoi/<slug:code>/dong/", people.person_close, name="person-close"),
    path("don-vi/", places.unit_list, name="units"),
    path("don-vi/nap-danh-muc/", places.units_import, name="units-import"),
    path("don-vi/<str:code>/", places.unit, name="unit"),
    path("don-vi/<str:code>/co-quan-moi/", agencies.agency_create, name="agency-create"),
    path("don-vi/<str:code>/co-quan-mac-dinh/", agencies.agency_defaults, name="agency-defaults"),
    path("don-vi/<str:code>/thon/", places.settlements_add, name="settlements-add"),
    path("don-vi/<str:code>/mau-van-ban/", papers.templates, name="paper-templates"),
    path("don-vi/<str:code>/ky-hieu/", papers.symbols, name="paper-symbols"),
    path("don-vi/<str:code>/mau-van-ban/<str:kind>/", papers.template, name="paper-template"),
    path("don-vi/<str:code>/mau-van-ban/<str:kind>/bo/", papers.template_drop, name="paper-template-drop"),
    path("don-vi/<str:code>/nhom-moi/", groups.group_create, name="group-create"),
]
