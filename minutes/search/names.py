"""The names under which people ask for centres and bodies: codes, names and the aliases that are kept in the admin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from django.db.models import Value

from minutes.models import Body, Centre

from .danish import normalise
from .query import Alternative, Names, Token, Words
from .tokens import body_token, centre_token


def read_names() -> Names:
    """What each name means, by its words in normal form: what has that name, under all its names. One query."""
    centres = Centre.objects.order_by().values_list(Value(True), "pk", "code", "name", "aliases__text")
    bodies = Body.objects.order_by().values_list(Value(False), "pk", "name", "name", "aliases__text")
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for is_centre, pk, *texts in centres.union(bodies, all=True):
        token = centre_token(pk) if is_centre else body_token(pk)
        names[token] |= dict.fromkeys(filter(None, texts))
    return _by_words(names)


def _by_words(names: Mapping[str, Mapping[str, None]]) -> Names:
    """The other way round: a name that several have means each of them."""
    meant: dict[tuple[str, ...], tuple[Alternative, ...]] = {}
    for token, texts in names.items():
        written = dict.fromkeys(words for text in texts if (words := tuple(normalise(text).split())))
        alternatives = (Token(token), *(Words(words, is_phrase=len(words) > 1) for words in written))
        for words in written:
            meant[words] = (*meant.get(words, ()), *alternatives)
    return meant
