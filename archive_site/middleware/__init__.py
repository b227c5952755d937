"""What is done with every request and every answer, whichever page it is of."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Whatever answers a request: a view, or a middleware around one.
Answer = Callable[[HttpRequest], HttpResponse]
