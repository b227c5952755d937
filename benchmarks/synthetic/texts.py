"""The text of one synthetic item: sentences in sections, about the words of its case."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import accumulate

from benchmarks.synthetic.vocabulary import WeightedWords, zipf
from minutes.parser.values import SectionKind

from . import phrases, words

MEDIAN_WORDS = 400
# Of the logarithm of the lengths: one item in twenty is over four times as long as the median.
SPREAD = 0.87
FEWEST_WORDS, MOST_WORDS = 25, 8000
MISSPELT = 0.002

_OPENINGS, _MIDDLES, _CLOSINGS = (
    zipf(parts, shift=4, exponent=0.9) for parts in (phrases.OPENINGS, phrases.MIDDLES, phrases.CLOSINGS)
)
_WORDS_A_SENTENCE = 17
# The sections of an item that tell nothing of other meetings and times, one that does, and small ones.
FILLED_KINDS = (SectionKind.CASE_PRESENTATION, SectionKind.ECONOMY, SectionKind.ASSESSMENT)
_TELLING_KIND = SectionKind.INFORMATION
_SMALL_KINDS = (SectionKind.LAW, SectionKind.POLICY, SectionKind.HEARING)
# What a template has where a line ends, and where a section does.
_LINE, _SECTION = "\n", "\f"


@dataclass(frozen=True, slots=True)
class Topic:
    """What a case is about: its few own words, and the words of its field."""

    own: WeightedWords
    field: WeightedWords


@dataclass(frozen=True, slots=True)
class SectionText:
    kind: SectionKind
    lines: tuple[str, ...]
    is_empty: bool = False


class Writer:
    """Writes texts with the words of one block of items."""

    def __init__(self, random_: random.Random, pool: list[str]) -> None:
        self._random = random_
        self._pool = pool
        self._names = [_name(random_) for _ in range(400)]

    def sections(
        self, topic: Topic, recommending: str, *, told: str = "", grant: str = ""
    ) -> list[SectionText]:
        """The sections of an item before its decision, of a length that varies as lengths do.

        `recommending` is the code of a centre, or empty; `told` is a section of its own, and `grant` a point of the
        recommendation.
        """
        template = self._template(self._sentences())
        text = template % tuple(self._nouns(topic, template.count("%s")))
        parts = [part.split(_LINE) for part in text.split(_SECTION)]
        sections = [SectionText(kind, tuple(part)) for kind, part in zip(FILLED_KINDS, parts, strict=False)]
        sections[1:1] = [
            SectionText(kind, (phrases.EMPTY,), is_empty=True)
            for kind in _SMALL_KINDS
            if self._random.random() < 0.4
        ]
        if told:
            sections.append(SectionText(_TELLING_KIND, (told,)))
        points = self._recommendation(topic, recommending or "Administrationen", grant)
        return [*sections, SectionText(SectionKind.RECOMMENDATION, tuple(points))]

    def title(self, topic: Topic) -> str:
        return capitalised(self._filled(self._random.choice(phrases.TITLES), topic))

    def attachment(self, topic: Topic) -> str:
        """The title of an attachment or a document."""
        return capitalised(self._filled(self._random.choice(phrases.ATTACHMENT_TITLES), topic))

    def decision(self) -> str:
        """The wording of a decision, with room for nouns."""
        return self._random.choices(_DECISIONS, cum_weights=_DECISION_SUMS)[0]

    def filled(self, template: str, topic: Topic) -> str:
        """A sentence with nouns of the topic where it has room for them."""
        return capitalised(self._filled(template, topic))

    def person(self) -> str:
        return self._random.choice(self._names)

    def _sentences(self) -> int:
        length = self._random.lognormvariate(0, SPREAD) * MEDIAN_WORDS
        return max(1, round(min(max(length, FEWEST_WORDS), MOST_WORDS) / _WORDS_A_SENTENCE))

    def _template(self, sentences: int) -> str:
        """Sentences with room for words; the first four fifths are one section, the rest are shared by the others."""
        parts = []
        chosen = (part.draw(self._random, sentences) for part in (_OPENINGS, _MIDDLES, _CLOSINGS))
        breaks = {sentences * 4 // 5, sentences * 9 // 10} - {0}
        for place, (opening, middle, closing) in enumerate(zip(*chosen, strict=True), start=1):
            parts += (opening, middle, self._amount() if place % 6 == 0 else closing)
            if place < sentences:
                parts.append(_SECTION if place in breaks else _LINE if self._random.random() < 0.3 else " ")
        return "".join(parts)

    def _amount(self) -> str:
        thousands = int(2 ** (self._random.random() * 14)) + 5
        return f" på {thousands:,}.000 kr. i {self._random.randint(2006, 2028)}.".replace(",", ".")

    def _nouns(self, topic: Topic, number: int) -> list[str]:
        """Every second word is of the language, the others of the topic; some names, adjectives, misspellings."""
        random_ = self._random
        nouns = random_.choices(self._pool, k=number)
        for start, step, chosen in ((0, 3, topic.field), (1, 6, topic.own)):
            nouns[start::step] = chosen.draw(random_, len(range(start, number, step)))
        places = range(random_.randrange(11), number, 11)
        nouns[places.start :: 11] = random_.choices(self._names, k=len(places))
        for place in range(random_.randrange(7), number, 7):
            nouns[place] = f"{random_.choice(words.ADJECTIVES)} {nouns[place]}"
        for _ in range(int(number * MISSPELT + random_.random())):
            place = random_.randrange(number)
            nouns[place] = misspelt(random_, nouns[place])
        return nouns

    def _recommendation(self, topic: Topic, recommending: str, grant: str) -> list[str]:
        points = [f"at {noun} godkendes" for noun in topic.own.draw(self._random, self._random.randint(1, 2))]
        if grant:
            points.append(self._filled(grant, topic))
        return [
            f"{recommending} indstiller,",
            *(f"{place}. {point}" for place, point in enumerate(points, start=1)),
        ]

    def _filled(self, template: str, topic: Topic) -> str:
        return template % tuple(topic.own.draw(self._random, template.count("%s")))


_DECISIONS, _DECISION_WEIGHTS = zip(*phrases.DECISIONS, strict=True)
_DECISION_SUMS = tuple(accumulate(_DECISION_WEIGHTS))


def capitalised(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def misspelt(random_: random.Random, word: str) -> str:
    """The word with two neighbouring letters exchanged, or one left out; a short word stays as it is."""
    if len(word) < 6:
        return word
    place = random_.randrange(1, len(word) - 2)
    if random_.random() < 0.5:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return word[:place] + word[place + 1 :]


def _name(random_: random.Random) -> str:
    if random_.random() < 0.5:
        return random_.choice(words.PLACE_BEGINNINGS) + random_.choice(words.PLACE_ENDS)
    return f"{random_.choice(words.FIRST_NAMES)} {random_.choice(words.LAST_NAMES)}"
