"""Cleans what stands after the question mark of an address, so that no view and no query meets a NUL byte."""

from __future__ import annotations

import unicodedata

from django.http import HttpRequest, HttpResponse, QueryDict

from . import Answer

# Cc: control characters, NUL among them. Cs: lone surrogates. Co: private use. None can be stored or searched for.
_UNWANTED = frozenset({"Cc", "Cs", "Co"})


def clean_query_string(get_response: Answer) -> Answer:
    """Return a middleware that puts a blank in place of every character that no parameter can mean."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.GET = _cleaned(request.GET)
        return get_response(request)

    return middleware


def _cleaned(query: QueryDict) -> QueryDict:
    cleaned = QueryDict(mutable=True)
    for name, values in query.lists():
        cleaned.setlist(clean(name), [clean(value) for value in values])
    cleaned._mutable = False
    return cleaned


def clean(text: str) -> str:
    """Return the text with a blank for each character that can neither be stored nor searched for."""
    return "".join(" " if unicodedata.category(character) in _UNWANTED else character for character in text)
