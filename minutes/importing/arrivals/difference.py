"""What is different between two readings of a meeting, item by item, and within a text word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from .item_facts import ItemFacts

# Comparing takes the product of the lengths at worst: what has more words is compared by lines, and what has more
# of these as a whole.
_MOST_COMPARED = 1_500
_WORDS = re.compile(r"\s*\S+|\s+$")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")


class Kept(StrEnum):
    """Whether a run of text stands in both readings, or only in one of them."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Run:
    kind: Kept
    text: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What an item's title, say, was and is: the text of both, in runs; `name` in Danish."""

    name: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item that is in both readings, and what of it is different; it has moved where its address is another."""

    before: ItemFacts
    after: ItemFacts
    fields: tuple[FieldChange, ...]

    @property
    def has_moved(self) -> bool:
        return self.before.slug != self.after.slug


@dataclass(frozen=True, slots=True)
class Difference:
    """The items that are new, gone, and in both but changed or moved; and how many are the same."""

    new: tuple[ItemFacts, ...]
    gone: tuple[ItemFacts, ...]
    changed: tuple[ItemChange, ...]
    same: int

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.gone or self.changed)

    @property
    def lost_addresses(self) -> tuple[str, ...]:
        """The slugs at which no item stands any more."""
        return tuple(item.slug for item in self.gone if item.slug not in self._taken) + tuple(
            change.before.slug
            for change in self.changed
            if change.has_moved and change.before.slug not in self._taken
        )

    @property
    def _taken(self) -> set[str]:
        return {item.slug for item in self.new} | {change.after.slug for change in self.changed}


def compare(before: Sequence[ItemFacts], after: Sequence[ItemFacts]) -> Difference:
    """Return what is different in the second reading; an item is looked for at its address first, then in all."""
    pairs = _pair(before, after)
    changes = [ItemChange(one, other, tuple(_changed_fields(one, other))) for one, other in pairs]
    paired_before = {one.position for one, _ in pairs}
    paired_after = {other.position for _, other in pairs}
    changed = tuple(change for change in changes if change.fields or change.has_moved)
    return Difference(
        new=tuple(item for item in after if item.position not in paired_after),
        gone=tuple(item for item in before if item.position not in paired_before),
        changed=changed,
        same=len(changes) - len(changed),
    )


def _pair(before: Sequence[ItemFacts], after: Sequence[ItemFacts]) -> list[tuple[ItemFacts, ItemFacts]]:
    """The items of both readings that are the same, in the order of the second.

    First those at the same address with the same title or case, then those with the same case that nobody else has,
    then those of the same title, and at last what stands at the same address.
    """
    left, right = {item.position: item for item in before}, {item.position: item for item in after}
    found: list[tuple[ItemFacts, ItemFacts]] = []
    for key in (_address_and_title, _address_and_case, _case, _title, _address):
        for one, other in _matches(left, right, key):
            found.append((one, other))
            del left[one.position], right[other.position]
    return sorted(found, key=lambda pair: pair[1].position)


_Key = Callable[[ItemFacts], object]


def _matches(
    left: Mapping[int, ItemFacts], right: Mapping[int, ItemFacts], key: _Key
) -> list[tuple[ItemFacts, ItemFacts]]:
    """Those that have the same key, which no other on their side has; a key that is None says nothing."""
    alone = []
    for side in (left, right):
        times = Counter(key(item) for item in side.values())
        alone.append({key(item): item for item in side.values() if times[key(item)] == 1})
    return [
        (item, alone[1][name]) for name, item in alone[0].items() if name is not None and name in alone[1]
    ]


def _address(item: ItemFacts) -> object:
    return item.slug


def _case(item: ItemFacts) -> object:
    return item.case_number or None


def _title(item: ItemFacts) -> object:
    return item.title.casefold()


def _address_and_title(item: ItemFacts) -> object:
    return item.slug, _title(item)


def _address_and_case(item: ItemFacts) -> object:
    return (item.slug, item.case_number) if item.case_number else None


def _changed_fields(before: ItemFacts, after: ItemFacts) -> Iterator[FieldChange]:
    values: tuple[tuple[str, Callable[[ItemFacts], str]], ...] = (
        ("Titel", lambda item: item.title),
        ("Sagsnummer", lambda item: item.case_number),
        ("Lukket", lambda item: str(item.closed.label)),
        ("Beslutning", lambda item: item.decision),
        ("Udfald", lambda item: item.outcome),
        ("Bilag", lambda item: "\n".join(item.attachments)),
        ("Centre", lambda item: ", ".join(f"{code} ({role.label})" for code, role in item.centres)),
        ("Tekst", lambda item: item.text),
    )
    for name, value in values:
        if value(before) != value(after):
            yield FieldChange(name, compare_texts(value(before), value(after)))


def compare_texts(before: str, after: str) -> tuple[Run, ...]:
    """Return two texts as runs that stand in both or in one: together they are both texts, nothing left out."""
    for unit in (_WORDS, _LINES):
        one, other = unit.findall(before), unit.findall(after)
        if max(len(one), len(other)) <= _MOST_COMPARED:
            return tuple(_runs(one, other))
    return tuple(Run(kind, text) for kind, text in ((Kept.GONE, before), (Kept.NEW, after)) if text)


def _runs(before: Sequence[str], after: Sequence[str]) -> Iterator[Run]:
    # As it is by default, words that stand everywhere are no anchors: with them, a text of few words takes minutes.
    matcher = SequenceMatcher(None, before, after)
    for change, start, end, other_start, other_end in matcher.get_opcodes():
        if change == "equal":
            yield Run(Kept.SAME, "".join(before[start:end]))
            continue
        if end > start:
            yield Run(Kept.GONE, "".join(before[start:end]))
        if other_end > other_start:
            yield Run(Kept.NEW, "".join(after[other_start:other_end]))
