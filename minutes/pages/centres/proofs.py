"""The sentences that prove what a centre has to do with items, with the centre's names marked in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from minutes.models import AgendaItem, Centre, CentreRole, Correction, ItemCentre
from minutes.search.hits.highlight import Mark, find_marks, mark
from minutes.search.hits.wanted_words import find_wanted_words
from minutes.search.query.query import parse_query

# A row of a table is proof, too: a wide space shows where a cell ends, and a line.
_GAPS = str.maketrans("\n\t", "\u2003\u2003")
# The dash of a list says nothing where the sentence stands alone.
_DASH = re.compile(r"\A[-–•*]\s+")


@dataclass(frozen=True, slots=True)
class Proof:
    """A role of the centre in an item, and the sentence that says so; none where the archive has corrected it."""

    role: CentreRole
    sentence: str
    marks: Sequence[Mark]
    is_corrected: bool

    @property
    def marked(self) -> SafeString:
        return mark(self.sentence, self.marks)


def read_proofs(
    centre: Centre, names: Sequence[str], items: Sequence[AgendaItem], role: CentreRole | None = None
) -> Mapping[int, Sequence[Proof]]:
    """Return the proofs of the centre's roles in items that the reader may see, by the item's key, strongest first.

    `names` are all ways to write the centre, `role` is the only role that is wanted. Two queries, and at most two more
    for words not met before.
    """
    links = ItemCentre.objects.filter(centre=centre, item__in=items, role__in=[role] if role else CentreRole)
    by_strength = sorted(links, key=lambda link: CentreRole(link.role).rank)
    sentences = [_DASH.sub("", link.sentence).translate(_GAPS) for link in by_strength]
    marks = find_marks(sentences, find_wanted_words(parse_query(_query(names))))
    corrected = _corrected(items)
    proofs: dict[int, list[Proof]] = defaultdict(list)
    for link, sentence, places in zip(by_strength, sentences, marks, strict=True):
        is_corrected = not sentence and link.item_id in corrected
        proofs[link.item_id].append(Proof(CentreRole(link.role), sentence, places, is_corrected))
    return proofs


def _query(names: Sequence[str]) -> str:
    """The names as they are searched for, each as a phrase."""
    return " ".join(f'"{name}"' for name in (name.replace('"', " ") for name in names))


def _corrected(items: Sequence[AgendaItem]) -> set[int]:
    """The items whose centres an archivist has set."""
    of_meetings = Correction.objects.filter(
        field=Correction.Field.CENTRES, meeting__in={item.meeting_id for item in items}
    )
    slugs = set(of_meetings.values_list("meeting", "item_slug"))
    return {item.pk for item in items if (item.meeting_id, item.slug) in slugs}
