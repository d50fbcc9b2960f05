"""The WSGI application that the server loads."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.config.settings")
application = get_wsgi_application()

from dondoc.web.jinja import warm_up  # noqa: E402  # needs the apps

warm_up()
