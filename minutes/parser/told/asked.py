"""What an item asks of those who decide: its recommendation, and the words that name the matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain, islice

from minutes.parser.values import ParsedItem, SectionKind

from .passages import Passage, passages_of, plain, recommended_passages

# Nobody recommends more at once.
_MOST_SENTENCES = 100
_WORD = re.compile(r"[a-zæøåéü]{4,40}")
_ENDING = re.compile(r"(?:ernes|enes|erne|ens|ets|ene|en|et|er|es|e|s|n|t)\Z")
# They stand in most titles, and name no matter.
_IN_ALL_TITLES_WORDS = (
    "orientering godkendelse drøftelse status opfølgning forslag projekt kommune kommunes beslutning"
    " behandling endelig sager øvrige huskeliste direktionen vedrørende punkt årlig samt udkast revideret"
)
_IN_ALL_TITLES = frozenset(_IN_ALL_TITLES_WORDS.split())
# What is recommended to do, by the verbs of it.
_DISCUSS = re.compile(r"\bdrøft(?:er|es|e)\b")
_NOTE = re.compile(r"\btil\s(?:efterretning|orientering)\b|\borienter(?:es|ing(?:en)?)\b|\bad\snotam\b")
_FORWARD = re.compile(
    r"\banbefal(?:er|es|e|ing)\b|\bover\sfor\s\w+rådet\b|\b(?:over|frem|videre)?sende[rs]?\b|\bforelægge[rs]?\b"
    r"|\bfremlægge[rs]?\sfor\b|\bindstiller\stil\s"
)
# Behind a discussion only what is joined to it is asked for besides: "drøfter og godkender"; not what is discussed:
# "drøfter, om der skal …", "drøfter, hvilke …".
_JOINED = re.compile(
    r"\s?(?:,|og|samt)\s(?!(?:om|hvor\w*|hvilke\w*|hvad|hvem)\s)(?:\w+\s)?(?!drøft)\w+(?:er|es|e)\b"
)
_DECIDES = re.compile(
    r"\b(?:godkend(?:er|es|e|t)|tiltræde[rs]?|vedtage[rs]?|beslutte[rs]?|tage[rs]?\s(?:\w+\s)?stilling|bevilge[rs]?"
    r"|tildele[rs]?|afsætte[rs]?|udpege[rs]?|nedsætte[rs]?|imødekomme[rs]?|fastlægge[rs]?|vælge[rs]?|prioritere[rs]?)\b"
)
_ANY_VERB = re.compile(r"\w{2,}(?:er|es|e)\b")
# Where no section is headed so: "Administrationen indstiller, at …"
_RECOMMENDS = re.compile(
    r"(?:\A|\s)(?:det\s)?(?:indstilles|indstiller)(?:\sderfor|\shermed|\stil\s\w+)?(?:,?\sat\b|:)"
)
_ELSEWHERE = frozenset(SectionKind) - {
    SectionKind.DECISION,
    SectionKind.ATTACHMENTS,
    SectionKind.DOCUMENTS,
    SectionKind.ATTENDANCE,
    SectionKind.STATEMENT,
}


class Act(Enum):
    """What those who decide are asked to do with a matter."""

    DECIDE = auto()
    NOTE = auto()
    DISCUSS = auto()
    FORWARD = auto()


@dataclass(frozen=True, slots=True)
class Asked:
    """The sentences of an item's recommendation, what they ask for, and the stems of the words that name the matter.

    Where the words do not say what is asked for, a decision is.
    """

    recommendation: tuple[Passage, ...]
    acts: frozenset[Act]
    stems: frozenset[str]
    title_stems: frozenset[str]

    @property
    def text(self) -> str:
        """The recommendation as patterns read it."""
        return "\n".join(passage.plain for passage in self.recommendation)

    @property
    def is_to_discuss(self) -> bool:
        """Whether no more is asked than that the matter is discussed or noted; so it is where nothing is asked."""
        return self.acts <= {Act.DISCUSS, Act.NOTE}

    def acts_of(self, point: str) -> frozenset[Act]:
        """What the point of this name asks for; nothing where there is none, or it is named otherwise."""
        passages = [passage for passage in self.recommendation if passage.point == point]
        return frozenset(chain.from_iterable(_acts(passage, is_lead=False) for passage in passages))

    def names(self, noun: str) -> bool:
        """Whether a noun stands in the item's title or in what is recommended; "strategien" in "cykelstrategi"."""
        return _stands_in(noun, self.stems) or self.is_titled(noun)

    def is_titled(self, noun: str) -> bool:
        """Whether a noun stands in the item's title."""
        return _stands_in(noun, self.title_stems)


def asked_of(item: ParsedItem) -> Asked:
    """What an item asks, in whichever section it says so."""
    recommendation = tuple(islice(_recommendation(item), _MOST_SENTENCES))
    words = (word for passage in recommendation for word in words_of(passage.plain))
    leads = {passage.lead for passage in recommendation}
    acts = (_acts(passage, is_lead=passage.text in leads) for passage in recommendation)
    return Asked(
        recommendation,
        acts=frozenset(chain.from_iterable(acts)),
        stems=frozenset(map(stem_of, words)),
        title_stems=frozenset(map(stem_of, words_of(plain(f"{item.title} {item.toc_title}")))),
    )


def _stands_in(noun: str, stems: frozenset[str]) -> bool:
    stem = stem_of(noun)
    return len(stem) >= 4 and any(known == stem or known.endswith(stem) for known in stems)


def words_of(text: str) -> list[str]:
    """The words of a plain text that can name something."""
    return [word for word in _WORD.findall(text) if word not in _IN_ALL_TITLES]


def _acts(passage: Passage, *, is_lead: bool) -> Iterator[Act]:
    small = passage.plain
    discussed = _DISCUSS.search(small)
    found = {act for act, pattern in ((Act.NOTE, _NOTE), (Act.FORWARD, _FORWARD)) if pattern.search(small)}
    if discussed:
        ahead = small[: discussed.start()]
        found = {act for act in found if (_NOTE if act is Act.NOTE else _FORWARD).search(ahead)} | {
            Act.DISCUSS
        }
        joined = _JOINED.match(small, discussed.end())
        before = _DECIDES.search(small, 0, discussed.start())
        if joined or before:
            found |= {Act.NOTE} if _NOTE.search(small) else {Act.DECIDE}
    elif _DECIDES.search(small) or (not found and not is_lead and _ANY_VERB.search(small)):
        found.add(Act.DECIDE)
    return iter(found)


def stem_of(word: str) -> str:
    """A noun without its ending, as far as two forms of it need to be alike: "strategien" and "strategi" are."""
    stem = _ENDING.sub("", word)
    return stem[:-1] if len(stem) > 4 and stem[-1] == stem[-2] else stem


def _recommendation(item: ParsedItem) -> Iterator[Passage]:
    headed = [section for section in item.sections if SectionKind.RECOMMENDATION in section.kinds]
    for section in headed:
        if not section.is_empty:
            yield from recommended_passages(section)
    if headed:
        return
    for section in item.sections:
        if section.kind in _ELSEWHERE:
            yield from (passage for passage in passages_of(section) if _RECOMMENDS.search(passage.plain))
