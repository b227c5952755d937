"""Reads settings from environment variables, and refuses a value that is not understood.

An empty variable counts as one that is not set.
"""

import datetime
import os
import re
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

YES = ("1", "true", "yes", "on")
NO = ("0", "false", "no", "off")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = rf"(?:{_LABEL}\.)+{_LABEL}"


def text(name: str, default: str) -> str:
    """Return the variable without the blanks around it; the default where it is not set, or blank."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool) -> bool:
    """Return True for 1, true, yes or on, False for 0, false, no or off."""
    word = text(name, YES[0] if default else NO[0])
    if word.lower() not in (*YES, *NO):
        raise _refused(name, word, "1 or 0")
    return word.lower() in YES


def whole_number(name: str, default: int, *, least: int = 0, most: int = 2**31 - 1) -> int:
    """Return a whole number from ``least`` to ``most``, both included."""
    word = text(name, str(default))
    if not (re.fullmatch(r"[0-9]{1,10}", word) and least <= int(word) <= most):
        raise _refused(name, word, f"a whole number from {least} to {most}")
    return int(word)


def words(name: str, default: str) -> list[str]:
    """Return the parts between commas, without blanks and without empty ones."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def networks(name: str) -> list[IPv4Network | IPv6Network]:
    """Return the addresses and networks between commas, "192.0.2.7, 10.0.0.0/8, 2001:db8::7"; none where not set."""
    try:
        return [ip_network(word) for word in words(name, "")]
    except ValueError as error:
        raise _refused(name, os.environ[name], "addresses or networks, with commas between") from error


def tagging_entity(name: str, default: str) -> str:
    """Return a domain and a day on which it was one's own, "htk.dk,2026": how a tag: URI begins (RFC 4151).

    The day is a year, a month or a day: 2026, 2026-03, 2026-03-01.
    """
    word = text(name, default)
    parts = re.fullmatch(rf"{_DOMAIN},([0-9]{{4}})(?:-([0-9]{{2}})(?:-([0-9]{{2}}))?)?", word)
    try:
        if parts and datetime.date(*(int(part or 1) for part in parts.groups())):
            return word
    except ValueError:
        pass
    raise _refused(name, word, "a domain in lower case, a comma and a year or day, such as htk.dk,2026")


def path(name: str, default: Path) -> Path:
    """Return the path as given, with ~ replaced by the home folder."""
    try:
        return Path(text(name, str(default))).expanduser()
    except RuntimeError as error:
        raise _refused(name, os.environ[name], "a path (there is no such user's home folder)") from error


def _refused(name: str, found: str, expected: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"The environment variable {name} is {found!r}. Expected: {expected}.")
