"""The WSGI application: what a web server calls. Only here do queries have a time limit."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive_site.settings")
os.environ.setdefault("ARCHIVE_STATEMENT_TIMEOUT_MS", "3000")

application = get_wsgi_application()
