"""The settings of the site, read from the environment. Every variable is described in docs/operations.md."""

from datetime import timedelta
from pathlib import Path

from archive_site import environment
from archive_site.database.address import database_settings
from archive_site.login.openid.configuration import read_provider
from archive_site.postgres.cluster import BUFFERS_MB
from archive_site.secret_key import read_or_make_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent

# Everything that is written while the archive runs: the embedded database, the key, collected and uploaded
# files. A relative path counts from the project, wherever a command is run from.
VAR = BASE_DIR / environment.path("ARCHIVE_VAR", Path("var"))
HTTPS = environment.flag("ARCHIVE_HTTPS", False)
REQUIRE_LOGIN = environment.flag("ARCHIVE_REQUIRE_LOGIN", False)

# Whose minutes these are: in the titles of the pages, and first in every reference to an item.
ARCHIVE_MUNICIPALITY = environment.text("ARCHIVE_MUNICIPALITY", "Høje-Taastrup Kommune")

# Who says what things are called in feeds and calendars: never changed once somebody follows one, for all would be new.
ARCHIVE_TAG_AUTHORITY = environment.tagging_entity("ARCHIVE_TAG_AUTHORITY", "htk.dk,2026")

DEBUG = environment.flag("ARCHIVE_DEBUG", False)
SECRET_KEY = environment.text("ARCHIVE_SECRET_KEY", "") or read_or_make_secret_key(VAR / "secret-key")
ALLOWED_HOSTS = environment.words("ARCHIVE_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")

INSTALLED_APPS = [
    "minutes",
    "archive_site.apps.ArchiveAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",  # the templates of its widgets, of which the site has some of its own
    "django_filters",
    "axes",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "archive_site.middleware.security_headers.security_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "archive_site.middleware.caching.cache_rules",
    "archive_site.middleware.unreadable_requests.refuse_unreadable",
    "archive_site.middleware.query_strings.clean_query_string",
    "archive_site.middleware.body_limit.BodyLimit",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Django's closes every page; ours, before others answer for them, the addresses where there is none.
    *(["archive_site.middleware.closed_addresses.close_addresses"] if REQUIRE_LOGIN else []),
    *(["django.contrib.auth.middleware.LoginRequiredMiddleware"] if REQUIRE_LOGIN else []),
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "archive_site.middleware.unreadable_requests.UnusableData",
    "archive_site.login.answers.BusyLogin",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "archive_site.urls"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
WSGI_APPLICATION = "archive_site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Language and time

LANGUAGE_CODE = "da"
FORMAT_MODULE_PATH = "archive_site.formats"
TIME_ZONE = "Europe/Copenhagen"
USE_I18N = True
USE_TZ = True

# The database

DATABASES = {
    "default": {
        **database_settings(
            url=environment.text("DATABASE_URL", ""),
            embedded_in=VAR / "postgres",
            statement_timeout_ms=environment.whole_number("ARCHIVE_STATEMENT_TIMEOUT_MS", 0),
            buffers_mb=environment.whole_number(
                "ARCHIVE_DATABASE_BUFFERS_MB", BUFFERS_MB, least=16, most=65536
            ),
        ),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Files. Uploaded ones have no address: a view that checks the reader's rights hands them out.

STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Whoever asks, no more of a request is read than forms need. Files are taken at few addresses, from those who may add
# them (archive_site.request_limit). Minutes as text are some hundred kilobytes; an attachment with its pictures has a
# few megabytes. All files of a year can be sent at once; a mistaken folder of thousands is refused before it is read.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440  # 2.5 MB: the texts of the longest meetings are a tenth of that
ARCHIVE_UPLOAD_MAX_FILE_BYTES = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 100
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long meeting with all its items is one form in the admin
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_HANDLERS = [
    "archive_site.request_limit.WholeRequestLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "archive_site.request_limit.NamelessTemporaryFile",
]

# Logging in: a password can be tried five times for each name and address, then it is a quarter of an hour before any
# is checked again, the right one too. A success begins anew.

LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/"
ARCHIVE_OIDC = read_provider()
AUTHENTICATION_BACKENDS = [
    "archive_site.login.attempts.Doorkeeper",
    *([] if ARCHIVE_OIDC and ARCHIVE_OIDC.only else ["archive_site.login.permissions.UserWithRights"]),
    *(["minutes.editing.people.single_sign_on.SingleSignOn"] if ARCHIVE_OIDC else []),
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_HANDLER = "archive_site.login.attempts.CountedTries"
AXES_USERNAME_CALLABLE = "archive_site.login.attempts.name_tried"
AXES_CLIENT_IP_CALLABLE = "archive_site.login.client_address.client_address"
AXES_LOCKOUT_CALLABLE = "archive_site.login.answers.locked"
AXES_DISABLE_ACCESS_LOG = True  # who logged in when is nobody's business
AXES_ENABLE_ADMIN = False  # what is kept of a try is gone when it locks nobody any more: the log has the rest
AXES_VERBOSE = False

# The proxies whose X-Forwarded-For is believed; a stranger's never is.
ARCHIVE_PROXIES = environment.networks("ARCHIVE_PROXIES")

PASSWORD_HASHERS = ["archive_site.login.password_checks.PatientHasher"]
ARCHIVE_LOGIN_LOCKS = VAR / "login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# Single sign-on (OpenID Connect), beside passwords or instead of them. What mozilla-django-oidc asks of the settings.
if ARCHIVE_OIDC:
    OIDC_RP_CLIENT_ID = ARCHIVE_OIDC.client_id
    OIDC_RP_CLIENT_SECRET = ARCHIVE_OIDC.client_secret
    OIDC_OP_AUTHORIZATION_ENDPOINT = ARCHIVE_OIDC.authorization_url
    OIDC_OP_TOKEN_ENDPOINT = ARCHIVE_OIDC.token_url
    OIDC_OP_USER_ENDPOINT = ARCHIVE_OIDC.userinfo_url
    OIDC_OP_JWKS_ENDPOINT = ARCHIVE_OIDC.keys_url
    OIDC_RP_SCOPES = ARCHIVE_OIDC.scopes
OIDC_RP_SIGN_ALGO = "RS256"  # what every provider must have; never the client's own secret, and never none
OIDC_USE_PKCE = True
OIDC_TIMEOUT = 5  # seconds of each of three questions, while a thread waits
OIDC_MAX_STATES = 5  # windows in which somebody has begun to log in
OIDC_AUTHENTICATION_CALLBACK_URL = "single-sign-on-answer"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"

# What a browser is allowed

SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Transport. By default the site answers in plain HTTP to its own machine; ARCHIVE_HTTPS=1 is for a server
# behind a proxy that ends TLS and sets X-Forwarded-Proto itself.

SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # HSTS for subdomains: names under ours belong to others in the municipality
    "security.W021",  # HSTS preloading: cannot be taken back, so it is for the owner of the domain to ask for
]
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
else:
    SILENCED_SYSTEM_CHECKS += [
        "security.W004",  # HSTS, the redirect and secure cookies (W004, W008, W012, W016) all need HTTPS:
        "security.W008",  # with them nobody could log in on http://127.0.0.1:8000
        "security.W012",
        "security.W016",
    ]

# Log lines go to stderr. They name the address that was asked for, never what a form or a file held; Django's
# own handler that mails whole requests to administrators is left out.

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO"},
        # The page that refuses it has a line of its own, which repeats nothing of it.
        "django.security": {"level": "CRITICAL"},
        # What axes says of a try, archive_site.login says without what the visitor sent.
        "axes": {"level": "ERROR"},
        # An address that leads nowhere, or is refused, is the visitor's matter; the proxy's log has it.
        "django.request": {"level": "ERROR"},
        "django.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
