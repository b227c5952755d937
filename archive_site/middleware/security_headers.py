"""Sends the headers that keep a browser from doing what no page of the archive asks of it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from . import Answer

PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in ("accelerometer", "camera", "geolocation", "gyroscope", "microphone", "payment", "usb")
)


def security_headers(get_response: Answer) -> Answer:
    """Return a middleware that adds the headers to every response, static files included.

    The setting SECURE_CSP has the name and form of Django 6, whose own middleware can take over.
    """
    policy = "; ".join(" ".join([directive, *sources]) for directive, sources in settings.SECURE_CSP.items())

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers["Content-Security-Policy"] = policy
        response.headers["Permissions-Policy"] = PERMISSIONS_POLICY
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return middleware
