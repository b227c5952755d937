"""What a thing is called by programs that follow it: a tag: URI (RFC 4151), the same for ever.

An address is no such name: the host can change, and so can the body of a meeting. The primary key of a meeting, of an
item, a body or a centre is kept by every import, correction and move, and by a dump that is restored; a case has its
number. A decision or a promise is written anew when its document is read again: it is named by its item.
"""

from __future__ import annotations

from urllib.parse import quote

from django.conf import settings

# Other systems of whoever the domain belongs to may name things, too.
_ARCHIVE = "referatarkivet"
# What may stand in the last part of a tag as it is, of all that has a meaning in addresses.
_KEPT = "/?=&+"


def tag(*parts: object) -> str:
    """Return the name of what the parts lead to.

    >>> tag("punkt", 12)
    'tag:htk.dk,2026:referatarkivet/punkt/12'
    """
    path = "/".join(quote(str(part), safe=_KEPT) for part in parts)
    return f"tag:{settings.ARCHIVE_TAG_AUTHORITY}:{_ARCHIVE}/{path}"
