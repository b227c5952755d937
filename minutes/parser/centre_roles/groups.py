"""The centres that act together in a sentence: what is said of one of them is said of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes.danish.grammar.sentences import Sentence

from .names import Mention

# As much of a sentence on either side as can say what a centre does in it.
_BEFORE = 160
_AFTER = 200
# HR-Centret og Byrådscentret · HRC/JC · HRC, ØDC samt BYC · ØDC i samarbejde med BYC · HR-Centret (HRC)
_BETWEEN = re.compile(
    r"\s*+\)?\s*+(?:[,/&+(]\s*+)?(?:(?:og|samt|eller|i\s(?:tæt\s)?samarbejde\smed|sammen\smed)\b\s*+)?(?:både\s++)?"
)
# Of an aside behind a centre, "(v/ Anne Holm)", nothing is said of it.
_ASIDE = re.compile(r"\s?\([^()]{0,80}+\)|\)")


@dataclass(frozen=True, slots=True)
class Group:
    """Centres of one sentence, and what stands on either side of them in it, in small letters."""

    mentions: tuple[Mention, ...]
    before: str
    after: str
    # Whether the sentence is a question.
    is_asked: bool

    @property
    def is_genitive(self) -> bool:
        return self.mentions[-1].is_genitive


def find_groups(text: str, mentions: Sequence[Mention], sentence: Sentence) -> Iterator[Group]:
    """The groups of the centres that a sentence mentions, in order; the text is in small letters."""
    together: list[Mention] = []
    for mention in mentions:
        if together and not _act_together(text, together[-1], mention):
            yield _group(text, together, sentence)
            together = []
        together.append(mention)
    if together:
        yield _group(text, together, sentence)


def _act_together(text: str, first: Mention, second: Mention) -> bool:
    is_one_case = second.is_genitive or not first.is_genitive
    return is_one_case and _BETWEEN.fullmatch(text, first.end, second.start) is not None


def _group(text: str, mentions: list[Mention], sentence: Sentence) -> Group:
    start, end = mentions[0].start, mentions[-1].end
    after = text[end : min(sentence.end, end + _AFTER)]
    if aside := _ASIDE.match(after):
        after = after[aside.end() :]
    return Group(
        mentions=tuple(mentions),
        before=text[max(sentence.start, start - _BEFORE) : start],
        after=after,
        is_asked=text[sentence.end - 1] == "?",
    )
