"""What is new, for programs that read feeds (Atom, RFC 4287)."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from dondoc.portal.access import get_open_unit
from dondoc.portal.queries.news import news_of
from dondoc.web.doors import door
from dondoc.web.formats import capital
from dondoc.web.requests import Request


@door("GET", who="anyone")
def feed(request: Request, code: str) -> HttpResponse:
    opened = get_open_unit(code)
    name = capital(opened.unit.full_name)
    home = settings.SITE_URL + reverse("portal-unit", args=[code])
    told = Atom1Feed(
        title=_("%(unit)s: có gì mới") % {"unit": name},
        link=home,
        description="",
        language="vi",
        author_name=name,
        feed_url=settings.SITE_URL + reverse("portal-feed", args=[code]),
    )
    for one in news_of(opened):
        link = settings.SITE_URL + one.href
        told.add_item(
            title=f"{one.kind}: {one.title}",
            link=link,
            description=one.summary,
            pubdate=one.at,
            updateddate=one.at,
            unique_id=link,
        )
    response = HttpResponse(told.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
    response["Cache-Control"] = "public, max-age=600"
    return response
