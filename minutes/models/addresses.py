"""The permanent addresses, of which a page has dozens."""

from __future__ import annotations

from functools import lru_cache

from django.urls import get_script_prefix, reverse

# The newest meetings with their items and cases are asked for again and again.
_MOST_REMEMBERED = 10_000


def address_of(view: str, *arguments: str) -> str:
    """Return the address of a view of this name with these arguments, as `reverse` gives it.

    Raises NoReverseMatch where there is none. It is remembered: a page of fifty items has hundreds of them.
    """
    return _address_below(get_script_prefix(), view, arguments)


@lru_cache(maxsize=_MOST_REMEMBERED)
def _address_below(prefix: str, view: str, arguments: tuple[str, ...]) -> str:
    return reverse(view, args=arguments)
