"""Bodies by the names that documents give them; a body that is met for the first time is created, and remarked on."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from django.db.models import F

from minutes.danish.name_keys import name_key
from minutes.models import Body
from minutes.models.addresses import danish_slug, free_slug
from minutes.parser.problems import Problem, Severity
from minutes.parser.values import ParsedMeeting

from .locks import keep_bodies, lock_bodies

# The column holds 100; a number after a slug that is taken needs the rest.
_LONGEST_SLUG = 90
# As alike as "Direktonen" and "Direktionen", or "Børne og Ungeudvalget" and "Børne- og Ungeudvalget"; "Kulturudvalget"
# and "Økonomiudvalget" are less, though they end on the same word.
_ALIKE = 0.8
# Minutes name a handful of bodies; a document with thousands is none, and comparing them all takes its time.
_MOST_COMPARED = 50


class BodiesOfDocument:
    """The bodies that a document names, by name or alias without regard to case; those not known are to be made.

    Must be made in a transaction, before a day is locked: until it ends nobody makes two bodies one, and where one is
    not known, nobody else makes a body.
    """

    def __init__(self, parsed: ParsedMeeting) -> None:
        keep_bodies()
        self._lines = _lines_of_names(parsed)
        self._known = _bodies_by_name()
        if any(name.casefold() not in self._known for name in self._lines):
            lock_bodies()
            self._known = _bodies_by_name()
        self._of_meeting = parsed.body

    @property
    def of_meeting(self) -> Body | None:
        """The body whose meeting it is, where it is known."""
        return self._known.get(self._of_meeting.casefold())

    def find_new(self) -> Iterator[Problem]:
        """Give a problem for each name that no body has, with the nearest that one has; none in an empty archive."""
        if not self._known:
            return
        new: dict[str, str] = {}
        for name in self._lines:
            if name.casefold() not in self._known:
                new.setdefault(name.casefold(), name)
        for number, name in enumerate(new.values()):
            message = f'Organet "{name}" er nyt i arkivet.'
            if number < _MOST_COMPARED and (near := find_near(name, self._known)):
                message += (
                    f' Menes "{near.name}"? Så ret navnet i filen, og indlæs den igen, '
                    "eller tilføj navnet som skrivemåde af det organ."
                )
            yield Problem(self._lines[name], "body_new", Severity.WARNING, message)

    def create_new(self) -> Mapping[str, Body]:
        """Create the bodies that are not known; return the body of each name in the document."""
        for name in self._lines:
            if name.casefold() not in self._known:
                self._known[name.casefold()] = _create_body(name)
        return {name: self._known[name.casefold()] for name in self._lines}


def find_near(name: str, known: Mapping[str, Body]) -> Body | None:
    """Return the body with a name that is written nearly so; `known` are the bodies by name and by alias."""
    by_key = {name_key(other): body for other, body in known.items()}
    near = difflib.get_close_matches(name_key(name), by_key, n=1, cutoff=_ALIKE)
    return by_key[near[0]] if near else None


def _lines_of_names(parsed: ParsedMeeting) -> dict[str, int]:
    """The names in the document in the order in which bodies are created, with the line where each stands first."""
    lines = {parsed.body: parsed.body_line}
    for item in parsed.items:
        for decision in item.decisions:
            lines.setdefault(decision.body, decision.line)
    return lines


def _bodies_by_name() -> dict[str, Body]:
    """The bodies by name and by alias, in lower case; where an alias is another's name, the name counts."""
    bodies = list(Body.objects.annotate(alias=F("aliases__text")))
    by_alias: dict[str, Body] = {body.alias.casefold(): body for body in bodies if body.alias}
    return by_alias | {body.name.casefold(): body for body in bodies}


def _create_body(name: str) -> Body:
    taken = set(Body.objects.values_list("slug", flat=True))
    wanted = danish_slug(name)[:_LONGEST_SLUG].strip("-") or "organ"
    return Body.objects.create(name=name, slug=free_slug(wanted, taken), is_new=True)
