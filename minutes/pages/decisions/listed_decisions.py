"""Decisions as a list shows them: what was decided beside what was recommended, and the sums of money in both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.text import capfirst

from minutes.danish.amounts import write_kroner
from minutes.matters.decision_lines import first_line, is_cut
from minutes.models import AgendaItem, Amount, Decision, Reader, Relation, Section, SectionKind
from minutes.models.blocks import blocks_from_json
from minutes.models.visibility import is_hidden, is_readable
from minutes.pages.items.reading import passage_of
from minutes.templatetags.minutes_text import Passage

# An item, and the place of one of its decisions.
Key = tuple[int, int]

# Decisions that are in memory at once with all their words, however long the file is.
ROWS_AT_A_TIME = 500
# What is worth saying beside a decision, in words that stand alone.
_SAID_OF_RELATIONS = {
    # It says nothing itself but that it is as recommended.
    Relation.REFERS: Relation.SAME.label,
    Relation.ADDS_CONDITION: Relation.ADDS_CONDITION.label,
    Relation.DIFFERS: Relation.DIFFERS.label,
}


@dataclass(frozen=True, slots=True)
class Words:
    """What was decided, or recommended: its `text`, the beginning of it on one `line`, and the sums of money in it.

    `built_up` is how the text is built up, where it goes on after the line; else there is no more to read.
    """

    text: str
    line: str
    built_up: tuple[Passage, ...]
    amounts: tuple[Amount, ...]

    @property
    def sums(self) -> list[str]:
        """Each sum with all its digits, and its own words where these are others: "3.300.000 kr. (3,3 mio. kr.)"."""
        return list(dict.fromkeys(map(_written, self.amounts)))


@dataclass(frozen=True, slots=True)
class ListedDecision:
    """A decision with its item and meeting, its words and those of what was recommended, None where nothing was."""

    decision: Decision
    words: Words
    recommendation: Words | None

    @property
    def item(self) -> AgendaItem:
        return self.decision.item

    @property
    def is_own(self) -> bool:
        """Whether the meeting took it under whose item it stands; else that item tells of it."""
        return self.decision.is_taken_by(self.item.meeting)

    @property
    def relation_in_words(self) -> str:
        """How it stands to the recommendation, where that is not seen by reading both: "Anderledes end indstillet"."""
        said = _SAID_OF_RELATIONS.get(Relation(self.decision.relation)) if self.decision.relation else None
        return capfirst(said) if said and self.recommendation else ""

    @property
    def is_as_recommended(self) -> bool:
        """Whether it says only that it is as recommended."""
        return self.decision.relation == Relation.REFERS and self.recommendation is not None


def read_decisions_of(keys: Sequence[Key], reader: Reader) -> list[ListedDecision]:
    """Return the decisions of these keys in the same order. Three queries.

    What the reader may see is asked once more: one that was hidden meanwhile is left out.
    """
    item_ids = {item_id for item_id, _ in keys}
    decisions = Decision.objects.filter(item__in=item_ids).with_answers()
    decisions = decisions.select_related("body", "section", "item__meeting__body", "item__case")
    found = {
        (decision.item_id, decision.position): decision
        for decision in decisions
        if not is_hidden(decision.item) and is_readable(decision.item.meeting, reader)
    }
    recommendations, amounts = _recommendations(item_ids), _amounts(item_ids)
    return [
        _listed(found[key], recommendations.get(key[0], ()), amounts.get(key[0], ()))
        for key in keys
        if key in found
    ]


def read_in_portions(keys: Sequence[Key], reader: Reader) -> Iterator[ListedDecision]:
    """Return the same for keys of any number, some of them in memory at a time."""
    for start in range(0, len(keys), ROWS_AT_A_TIME):
        yield from read_decisions_of(keys[start : start + ROWS_AT_A_TIME], reader)


def _recommendations(item_ids: Iterable[int]) -> Mapping[int, Sequence[Section]]:
    of_items: dict[int, list[Section]] = defaultdict(list)
    sections = Section.objects.filter(item__in=item_ids, kind=SectionKind.RECOMMENDATION, is_empty=False)
    for section in sections.order_by("item", "position"):
        if section.text:
            of_items[section.item_id].append(section)
    return of_items


def _amounts(item_ids: Iterable[int]) -> Mapping[int, Sequence[Amount]]:
    of_items: dict[int, list[Amount]] = defaultdict(list)
    said_in = (SectionKind.DECISION, SectionKind.RECOMMENDATION)
    for amount in Amount.objects.filter(item__in=item_ids, section__in=said_in).order_by("item", "position"):
        of_items[amount.item_id].append(amount)
    return of_items


def _listed(decision: Decision, sections: Sequence[Section], amounts: Iterable[Amount]) -> ListedDecision:
    said = _of(amounts, SectionKind.DECISION, decision.text)
    words = _words(decision.text, said, lambda: (passage_of(decision, decision.section),))
    if not sections:
        return ListedDecision(decision, words, None)
    text = "\n".join(section.text for section in sections)
    recommended = _words(
        text,
        _of(amounts, SectionKind.RECOMMENDATION, text),
        lambda: tuple(Passage(blocks_from_json(section.blocks)) for section in sections),
    )
    return ListedDecision(decision, words, recommended)


def _words(text: str, amounts: tuple[Amount, ...], built_up: Callable[[], tuple[Passage, ...]]) -> Words:
    line = first_line(text)
    return Words(text, line, built_up() if is_cut(line) else (), amounts)


def _of(amounts: Iterable[Amount], kind: SectionKind, text: str) -> tuple[Amount, ...]:
    """Those of a text: of several decisions under an item each has its own sums."""
    return tuple(amount for amount in amounts if amount.section == kind and amount.text in text)


def _written(amount: Amount) -> str:
    value = write_kroner(amount.value)
    exact = f"ca. {value}" if amount.is_approximate else value
    return exact if amount.text in (value, exact) else f"{exact} ({amount.text})"
