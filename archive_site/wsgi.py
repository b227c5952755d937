"""The WSGI application: what a web server calls."""

import os
from typing import Any

import django
from django.core.exceptions import TooManyFieldsSent
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive_site.settings")


class ReadableRequest(WSGIRequest):
    """A request for which a Content-Type that cannot be read is none.

    The framework reads it, and the parameters of the address by its charset, before any middleware could refuse it.
    """

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        try:
            super()._set_content_type_params(meta)
        except (LookupError, ValueError, TooManyFieldsSent):
            self.content_type, self.content_params, self._encoding = "", {}, None
            meta["CONTENT_TYPE"] = ""


class Application(WSGIHandler):
    """Django's own, with requests that can be made of any bytes."""

    request_class = ReadableRequest


django.setup(set_prefix=False)
application = Application()
