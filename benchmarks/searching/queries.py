"""The queries of the benchmark, by class, drawn from the words of the archive: the same for the same seed."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from benchmarks.peers.peer import Question
from benchmarks.searching.frequencies import Frequencies
from benchmarks.synthetic import words
from benchmarks.synthetic.meetings import SEED
from benchmarks.synthetic.texts import misspelt
from benchmarks.synthetic.values import SyntheticItem
from minutes.editing.names.shipped_synonyms import FILE as SYNONYMS

# Of the items: the words that one in 5,000 to one in 2,000 has, one in 200 to one in 50, more than one in five.
RARE, MEDIUM, COMMON = (1 / 5000, 1 / 2000), (1 / 200, 1 / 50), (1 / 5, 1.0)
OF_EACH = 18


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A query of a class, as typed; what else stands in its address; and as peers are asked, where they can be."""

    kind: str
    typed: str
    parameters: dict[str, str | list[str]] = field(default_factory=dict)
    question: Question | None = None

    @property
    def address(self) -> str:
        """The address of the search's page, without the host."""
        return "/soeg/?" + urlencode({"q": self.typed, **self.parameters}, doseq=True)


@dataclass(frozen=True, slots=True)
class Values:
    """What filters can be set to, as addresses have it."""

    bodies: Sequence[str]
    centres: Sequence[str]
    outcomes: Sequence[str]
    years: Sequence[str]


def shipped_words() -> list[str]:
    """The single words that the shipped groups of synonyms have, in small letters; the wider ones find the others."""
    groups = json.loads(SYNONYMS.read_text(encoding="utf-8"))["groups"]
    words = {word for group in groups for word in [group.get("wider"), *group["words"]] if word}
    return sorted(word for word in words if word.isalpha() and word.islower())


def draw_queries(
    frequencies: Frequencies, items: Sequence[SyntheticItem], values: Values, of_each: int = OF_EACH
) -> list[SearchQuery]:
    """`of_each` queries of each class; the classes one after the other."""
    return list(_Drawing(frequencies, items, values, of_each).queries())


class _Drawing:
    def __init__(
        self, frequencies: Frequencies, items: Sequence[SyntheticItem], values: Values, of_each: int
    ) -> None:
        self._random = random.Random(f"queries {SEED}")
        self._frequencies = frequencies
        self._items = [item for item in items if not item.is_closed]
        self._values = values
        self._of_each = of_each
        # Those that the archive has itself, too, cost the most.
        self._synonyms = [word for word in shipped_words() if frequencies.share(word)]
        self._rare, self._medium, self._common = (
            frequencies.between(*bounds) for bounds in (RARE, MEDIUM, COMMON)
        )

    def queries(self) -> Iterable[SearchQuery]:
        yield from self._questions()
        yield from self._plain("compound part", self._compound_part)
        yield from self._plain("number", self._number)
        yield from self._plain("misspelt", lambda: misspelt(self._random, self._long_medium()))
        yield from self._filtered()
        yield from self._narrowed()
        yield from self._plain("synonym", lambda: self._random.choice(self._synonyms))
        yield from self._plain("question", lambda: f"hvad blev der besluttet om {self._any_word()}")
        yield from self._plain("outcome in words", lambda: f"udsat {self._any_word()}")
        yield from self._plain("period in words", lambda: f"{self._any_word()} før {self._year()}")
        for sort in ("nyeste", "aeldste", "sager"):
            yield from self._with(f"sort={sort}", {"sort": sort})
        yield from self._with("page 20", {"side": "20"}, only_common=True)
        yield from self._with("50 a page", {"antal": "50"}, only_common=True)

    def _questions(self) -> Iterable[SearchQuery]:
        """The classes that the peers are asked, too."""
        rare, medium, common = (self._one(words) for words in (self._rare, self._medium, self._common))
        phrases = self._frequencies.phrases(self._random, {*self._medium, *self._common}, self._of_each)
        common_phrases = self._frequencies.phrases(self._random, self._common, self._of_each)
        kinds: dict[str, Callable[[], Question]] = {
            "rare word": lambda: Question((rare(),)),
            "medium word": lambda: Question((medium(),)),
            "common word": lambda: Question((common(),)),
            "two words": lambda: Question((common(), medium())),
            "two common words": lambda: Question((common(), common())),
            "three words": lambda: Question((common(), common(), medium())),
            "OR": lambda: Question((medium(), common()), is_any=True),
            "minus": lambda: Question((common(),), without=medium()),
        }
        for kind, draw in kinds.items():
            for _ in range(self._of_each):
                yield _asked(kind, draw())
        for kind, found in (("phrase", phrases), ("phrase of common words", common_phrases)):
            yield from (_asked(kind, Question(phrase, is_phrase=True)) for phrase in found)

    def _plain(self, kind: str, draw: Callable[[], str]) -> Iterable[SearchQuery]:
        return (SearchQuery(kind, draw()) for _ in range(self._of_each))

    def _filtered(self) -> Iterable[SearchQuery]:
        for name, kind in (
            ("aar", "years"),
            ("organ", "bodies"),
            ("center", "centres"),
            ("udfald", "outcomes"),
        ):
            for number in range(self._of_each):
                word = self._random.choice(self._common if number % 2 else self._medium)
                chosen = {name: self._random.choice(getattr(self._values, kind))}
                yield SearchQuery(f"filter {name}", word, chosen)

    def _narrowed(self) -> Iterable[SearchQuery]:
        """Filters without words, with a period, with several values, and for a place."""
        for _ in range(self._of_each):
            first, last = sorted((self._year(), self._year()))
            period = {"fra": f"{first}-03-01", "til": f"{last}-10-31"}
            outcome = self._random.choice(self._values.outcomes)
            yield SearchQuery("filter alone", "", {"udfald": outcome})
            yield SearchQuery("period", self._any_word(), period)
            yield SearchQuery("several values", self._any_word(), {"aar": [self._year() for _ in range(3)]})
            yield SearchQuery("place", self._any_word(), {"staar": "beslutning"})

    def _any_word(self) -> str:
        return self._random.choice(self._random.choice((self._medium, self._common)))

    def _year(self) -> str:
        return self._random.choice(self._values.years)

    def _with(
        self, kind: str, parameters: dict[str, str], *, only_common: bool = False
    ) -> Iterable[SearchQuery]:
        for number in range(self._of_each):
            word = self._random.choice(self._common if only_common or number % 2 else self._medium)
            yield SearchQuery(kind, word, parameters)

    def _one(self, words_: Sequence[str]) -> Callable[[], str]:
        return lambda: self._random.choice(words_)

    def _compound_part(self) -> str:
        return self._random.choice([word for word in words.BEGINNINGS if len(word) > 4])

    def _number(self) -> str:
        item = self._random.choice(self._items)
        return item.documents[0][0] if item.documents and self._random.random() < 0.5 else item.case.number

    def _long_medium(self) -> str:
        return self._random.choice([word for word in self._medium if len(word) > 7])


def _asked(kind: str, question: Question) -> SearchQuery:
    return SearchQuery(kind, question.typed, question=question)
