"""Addresses of feedback that anybody may open, without an account."""

from django.urls import path

from dondoc.feedback.views import following, published, sending

urlpatterns = [
    path("gui-phan-anh/", sending.places, name="send-places"),
    path("gui-phan-anh/<str:unit>/", sending.ways, name="send-ways"),
    path("gui-phan-anh/<str:unit>/viet/", sending.write, name="send-report"),
    path("gui-phan-anh/<str:unit>/tin-hieu/", sending.signal, name="send-signal"),
    path("gui-phan-anh/<str:unit>/kenh/<str:flow>/", sending.channel, name="send-channel"),
    path("theo-doi-phan-anh/", following.find, name="follow"),
    path("theo-doi-phan-anh/<str:code>/", following.follow, name="follow-report"),
    path("theo-doi-phan-anh/<str:code>/<str:verb>/", following.follow_move, name="follow-move"),
    path("hoi-va-dap/<str:unit>/", published.published_list, name="published-reports"),
    path("hoi-va-dap/<str:unit>/<str:code>/", published.published_one, name="published-report"),
    path("hoi-va-dap/<str:unit>/<str:code>/anh/<str:photo>/", published.published_photo, name="published-photo"),
]
