"""Settings: one file, read from the environment alone. Each variable stands in docs/operate/settings.md."""

from pathlib import Path

from dondoc.config.environment import database, envbool, envint, envstr, hours, secret_key

DATA = Path(envstr("DONDOC_DATA", "data")).resolve()
DEBUG = envbool("DONDOC_DEBUG")
DEMO = envbool("DONDOC_DEMO")
SITE_URL = envstr("DONDOC_SITE_URL", "http://127.0.0.1:8000").rstrip("/")
MAX_UPLOAD_BYTES = envint("DONDOC_MAX_UPLOAD_MB", 25) * 1024 * 1024
REPORTS_PER_HOUR = envint("DONDOC_REPORTS_PER_HOUR", 60)
WORKERS = envint("DONDOC_WORKERS", 1)
BEHIND_PROXY = envbool("DONDOC_BEHIND_PROXY")

SECRET_KEY = envstr("DONDOC_SECRET_KEY") or secret_key(DATA)
ALLOWED_HOSTS = [host for host in envstr("DONDOC_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if host]
IS_EXPOSED = bool(set(ALLOWED_HOSTS) - {"localhost", "127.0.0.1", "[::1]"})
HTTPS = envbool("DONDOC_HTTPS", default=IS_EXPOSED)

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django_htmx",
    "dondoc.web",
    "dondoc.records",
    "dondoc.accounts",
    "dondoc.config",
    "dondoc.units",
    "dondoc.framework",
    "dondoc.schedule",
    "dondoc.figures",
    "dondoc.scores",
    "dondoc.duties",
    "dondoc.plans",
    "dondoc.feedback",
    "dondoc.disclosure",
    "dondoc.meetings",
    "dondoc.reports",
    "dondoc.desk",
    "dondoc.api",
    "dondoc.portal",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "dondoc.web.middleware.content_policy",
    "dondoc.web.middleware.body_size",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "dondoc.web.middleware.chosen_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "dondoc.web.middleware.RefusalPages",
    "dondoc.accounts.middleware.seen",
    "dondoc.accounts.middleware.password_first",
]

ROOT_URLCONF = "dondoc.config.urls"
WSGI_APPLICATION = "dondoc.config.wsgi.application"
UI = Path(__file__).resolve().parent.parent / "ui"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [UI / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "dondoc.web.jinja.environment",
            "context_processors": ["dondoc.web.jinja.shell"],
            "auto_reload": DEBUG,
        },
    }
]
PUBLIC_TEMPLATES = ("portal/", "feedback/")  # compiled before the first visitor comes
FORM_RENDERER = "dondoc.web.forms.Widgets"
# Who may see which item of the side bar: dotted names, asked in this order. Apps are listed by the project, not by web.
NAVIGATION = [
    "dondoc.accounts.navigation.items",
    "dondoc.units.navigation.items",
    "dondoc.schedule.navigation.items",
    "dondoc.scores.navigation.items",
    "dondoc.plans.navigation.items",
    "dondoc.duties.navigation.items",
    "dondoc.feedback.navigation.items",
    "dondoc.disclosure.navigation.items",
    "dondoc.meetings.navigation.items",
    "dondoc.reports.navigation.items",
    "dondoc.desk.navigation.items",
    "dondoc.portal.navigation.items",
]

# What a change of the working calendar would move: dotted names of functions, asked before it is done.
WHAT_MOVES = [
    "dondoc.duties.queries.moving.foreseen",
    "dondoc.duties.queries.answers.foreseen",
    "dondoc.feedback.queries.terms.foreseen",
]
WHAT_TERMS_MOVE = [
    "dondoc.feedback.queries.terms.foreseen_by_term",
    "dondoc.disclosure.queries.terms.foreseen_by_term",
]

# What waits for a person, in the top bar: a dotted name of a function of the request.
BELL = "dondoc.duties.navigation.bell"

# Whom one can become with a click in demo mode: a dotted name of a function.
DEMO_PEOPLE = "dondoc.desk.demo.people.doors"
# What the demo lives through in apps that the desk may not know: dotted names of functions of (people by login, at).
DEMO_ALSO = ["dondoc.portal.demo.live"]

# What `dondoc check` asks each app to prove: dotted names of functions that yield one line for each fault.
PROOFS = [
    "dondoc.records.queries.checks.faults",
    "dondoc.duties.queries.checks.faults",
    "dondoc.disclosure.queries.checks.faults",
]

DATABASES = {"default": database(envstr("DONDOC_DATABASE"), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = envstr("DONDOC_SIGN_IN", "dondoc.accounts.backends.PasswordBackend").split(",")
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "dondoc.accounts.passwords.NotGuessable"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "sign-in"

SESSION_ENGINE = "dondoc.accounts.sessions"
SESSION_COOKIE_AGE = envint("DONDOC_SESSION_HOURS", 12 * 7) * 3600
SESSION_COOKIE_NAME = "phien"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "dondoc.web.errors.csrf_failed"
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SITE_URL.startswith("https://") else []
LANGUAGE_COOKIE_NAME = "ngon-ngu"

SECURE_SSL_REDIRECT = False  # the proxy in front does that; embedded use has no certificate
SECURE_HSTS_SECONDS = envint("DONDOC_HSTS_SECONDS", 0)
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [UI / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

STATIC_URL = "/static/"
STATIC_ROOT = UI / "static"  # served as it stands: no build step between a checkout and a page
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 0 if DEBUG else 30 * 86400

MESSAGE_CHANNELS = {
    "email": "dondoc.records.adapters.mail.send",
    "sms": "dondoc.records.adapters.gateway.send",
    "zalo": "dondoc.records.adapters.gateway.send",
}
# When a message that keeps hours may leave: a dotted name of a function of the moment.
MESSAGE_HOURS = "dondoc.duties.queries.hours.is_working_hour"
WORKING_HOURS = hours(envstr("DONDOC_WORKING_HOURS", "7:30-17:00"))
# The people of a demo are made up, and so are their addresses: nothing of it leaves the machine.
GATEWAYS = {"sms": envstr("DONDOC_SMS_GATEWAY"), "zalo": envstr("DONDOC_ZALO_GATEWAY")}
if DEMO:  # nothing leaves the machine
    GATEWAYS = dict.fromkeys(GATEWAYS, "console")
GATEWAY_SECRET = envstr("DONDOC_GATEWAY_SECRET")
_CONSOLE = "django.core.mail.backends.console.EmailBackend"
EMAIL_BACKEND = _CONSOLE if DEMO else envstr("DONDOC_EMAIL_BACKEND", _CONSOLE)
EMAIL_HOST = envstr("DONDOC_SMTP_HOST", "localhost")
EMAIL_PORT = envint("DONDOC_SMTP_PORT", 25)
EMAIL_HOST_USER = envstr("DONDOC_SMTP_USER")
EMAIL_HOST_PASSWORD = envstr("DONDOC_SMTP_PASSWORD")
EMAIL_USE_TLS = envbool("DONDOC_SMTP_TLS")
DEFAULT_FROM_EMAIL = envstr("DONDOC_MAIL_FROM", "dondoc@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": envstr("DONDOC_LOG_LEVEL", "WARNING").upper()},
}
