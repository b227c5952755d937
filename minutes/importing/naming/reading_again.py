"""Which meetings are to be read again when a code means something else from now on, and reading some of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from minutes.importing.importer import reparse
from minutes.models import NameDecision, SourceDocument
from minutes.models.sources import SourceDocumentQuerySet
from minutes.parser import MinutesSyntaxError
from minutes.parser.centre_roles import UNKNOWN_CODE, UNKNOWN_CODE_MESSAGE
from minutes.sources.values import UnreadableSourceError

# Some five seconds, while somebody waits for the page.
MOST_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """How many meetings were read again, how many are left to the command, and which cannot be read any more."""

    read: int
    left: int
    refused: tuple[str, ...] = ()


def outdated_by(code: str) -> SourceDocumentQuerySet:
    """Return the versions in force that a code is read otherwise in from now on, or may be.

    A code that is no centre's is not remarked on any more, and all else stays. One that is a centre's, or of which
    nobody says anything any more, may mean something wherever it stands.
    """
    in_force = SourceDocument.objects.in_force()
    remark = {"code": UNKNOWN_CODE, "message": UNKNOWN_CODE_MESSAGE.format(code)}
    remarked = Q(problems__contains=[remark])
    if NameDecision.objects.filter(code=code, alias=None).exists():
        return in_force.filter(remarked)
    # A word begins and ends where PostgreSQL says so, in the letters of the database's language.
    return in_force.filter(remarked | Q(text__regex=rf"\m{re.escape(code)}\M"))


def read_some_again(code: str) -> ReadAgain:
    """Read up to MOST_AT_ONCE of the meetings that a code stands in again, the newest first; each in a transaction."""
    keys = [*outdated_by(code).order_by("-meeting__date", "-pk").values_list("pk", flat=True)]
    refused = [*_read_again(keys[:MOST_AT_ONCE])]
    done = len(keys[:MOST_AT_ONCE])
    return ReadAgain(done - len(refused), len(keys) - done, tuple(refused))


def _read_again(keys: Iterable[int]) -> Iterable[str]:
    """Read them, and give a sentence for each that is refused; it stays as it was."""
    for key in keys:
        source = SourceDocument.objects.select_related("meeting__body").filter(pk=key).first()
        if source is None:
            continue
        try:
            reparse(source)
        except (UnreadableSourceError, MinutesSyntaxError) as error:
            yield f"{source.meeting}: {error}"
