"""The permanent addresses: how the slugs in them are made, and the addresses themselves, of which a page has dozens."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Container, Iterable
from functools import lru_cache
from itertools import count

from django.urls import get_script_prefix, reverse
from django.utils.text import slugify

from minutes.danish.personal_numbers import hide_personal_numbers

# The newest meetings with their items and cases are asked for again and again.
_MOST_REMEMBERED = 10_000
_PLAIN = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def danish_slug(name: str) -> str:
    """Return a name as part of an address: "ØDC" as "oedc", "Børn & Unge" as "boern-unge"."""
    return slugify(name.lower().translate(_PLAIN))


def slug_of_title(title: str, longest: int) -> str:
    """Return a title as part of an address, of at most so many characters; it may be empty.

    An address has none of the marks that keep digits apart in a title ("010180, 1234"): what then reads as a personal
    number is hidden in it.
    """
    slug = danish_slug(hide_personal_numbers(danish_slug(title)))
    return slug[:longest].strip("-")


def free_slug(wanted: str, taken: Container[str]) -> str:
    """Return the wanted slug, with -2, -3 and so on after it where it is taken."""
    candidates = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    return next(slug for slug in candidates if slug not in taken)


def meeting_slug(date: datetime.date, start_time: datetime.time | None, taken: Container[str]) -> str:
    """Return the date, "2013-08-27"; where that is taken, the time too: "2013-08-27-1400"."""
    day = date.isoformat()
    if day in taken and start_time:
        return free_slug(f"{day}-{start_time:%H%M}", taken)
    return free_slug(day, taken)


def item_slugs(labels: Iterable[str | int]) -> list[str]:
    """Return the slug of each printed label, in order: "punkt-1a"; the second item 4 of a meeting is "punkt-4-2"."""
    seen: Counter[str] = Counter()
    slugs = []
    for label in map(danish_slug, map(str, labels)):
        seen[label] += 1
        slugs.append(f"punkt-{label}" if seen[label] == 1 else f"punkt-{label}-{seen[label]}")
    return slugs


def slug_in_words(slug: str) -> str:
    """Return the slug of an item as people say it: "punkt 1a" of "punkt-1a", "punkt 4-2" of "punkt-4-2"."""
    return slug.replace("-", " ", 1)


def address_of(view: str, *arguments: str) -> str:
    """Return the address of a view of this name with these arguments, as `reverse` gives it.

    Raises NoReverseMatch where there is none. It is remembered: a page of fifty items has hundreds of them.
    """
    return _address_below(get_script_prefix(), view, arguments)


@lru_cache(maxsize=_MOST_REMEMBERED)
def _address_below(prefix: str, view: str, arguments: tuple[str, ...]) -> str:
    return reverse(view, args=arguments)
