"""When two rows of follow-up lists are about one topic: the same words, or nearly so, with nobody else responsible."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from functools import lru_cache

from minutes.danish.compounds import is_in_dictionary, split_compound
from minutes.danish.compounds.endings import dictionary_form
from minutes.danish.compounds.lexicon import load_lexicon
from minutes.danish.dates import YEAR
from minutes.danish.words import normalise, without_inner_hyphens

# Of 102 pairs that were told apart by reading (tests/matters/topic_pairs.py), all that are so like are one topic, and
# of 54 that are one topic 51 are found; at 0.67, "Budget for ejendomme" would be "Budget".
FEWEST_IN_COMMON = 0.75


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Longer topics are no topics; they are compared as far as this.
_MOST_WORDS = 40
# What stands in brackets to say where a topic comes from, or perhaps when: (jf. dir.møde 20.11) · (evt. november)
_ASIDE = re.compile(r"\((?:jf|jvf|jævnfør|se|evt|ifm|fra|i\sforbindelse)\b[^()]{0,200}\)", re.IGNORECASE)
# What a topic holds besides, told in some lists and not in others: "…, herunder sociale medier"
_BESIDES = re.compile(
    r"(?P<open>\(\s*)?\b(?:og\s)?(?:herunder|inkl(?:usive|\.)?|blandt\sandet|bl\.?\s?a\.?|f\.?\s?eks\.?|fx|eksempelvis)\s"
    r"(?P<what>(?(open)[^()]*|[^;]*))(?(open)\)?)",
    re.IGNORECASE,
)
# How a key says so, behind all else.
BESIDES = "herunder"
_YEAR = re.compile(YEAR)
_FUNCTION_WORDS = _words(
    "og samt i på for af om til med fra ved en et den det de der som at vedr vedrørende ang angående mv m v mm jf"
    " inkl evt bl a pr hos under over mellem efter inden"
)
# Words that say what is done with a topic, not what it is: they come and go from list to list.
_LIGHT_WORDS = _words(
    "status statusnotat opfølgning opfølgende orientering drøftelse sag sager mødesag processag emne emner punkt"
    " punkter projekt projektet program programmet kort ny nye nyt kommende mulig mulige muligt endelig endeligt samlet"
    " fælles fortsat videre proces processen oplæg forslag udkast notat tilbagemelding redegørelse afrapportering"
    " information direktion direktionen chefforum byråd byrådet møde mødet møder direktionsmøde"
    " direktionensmøde politisk løbende godkendelse fremlæggelse behandling præsentation gennemgang"
)
_DOUBLED = re.compile(r"\w\w([^aeiouyæøå])\1\Z")
# Letters that a slip of the pen may change in a word of at least so many.
_SLIPS = ((10, 2), (5, 1))


class TopicMatch(Enum):
    """What two topics have to do with each other. ALIKE_ELSEWHERE: so like, but others are responsible; say so."""

    SAME = "same"
    ALIKE = "alike"
    ALIKE_ELSEWHERE = "alike_elsewhere"
    OTHER = "other"


@lru_cache(maxsize=10_000)
def topic_key(topic: str) -> str:
    """What topics of the same words have in common, however they are capitalised, hyphenated and joined.

    >>> topic_key("Status på Opening-Up (jf. dir.møde 20.11)"), topic_key("STATUS vedr. OpeningUp")
    ('status openingup', 'status openingup')
    """
    topic = _ASIDE.sub(" ", topic)
    if besides := _BESIDES.search(topic):
        topic = f"{topic[: besides.start()]} {topic[besides.end() :]} {BESIDES} {besides['what']}"
    words = normalise(without_inner_hyphens(topic)).split()
    telling = [word for word in words if word not in _FUNCTION_WORDS]
    return " ".join(telling if telling not in ([], [BESIDES]) else words)


def topic_words(topic: str) -> frozenset[str]:
    """The words, in their base forms, that say what a topic is about: of two that are alike, one has all of the other.

    A misspelt word is among them as it is written.
    """
    return frozenset(map(_base, distinctive_words(_without_besides(topic_key(topic)))))


@lru_cache(maxsize=10_000)
def distinctive_words(text: str) -> tuple[str, ...]:
    """The words, as written in lower case, that say what a topic or a title is about, each once, in order.

    A year is none of them.
    """
    words = (word for word in dict.fromkeys(topic_key(text).split()) if word not in _LIGHT_WORDS)
    return tuple(word for word in words if word != BESIDES and not _YEAR.fullmatch(word))[:_MOST_WORDS]


def match_topics(
    one: str, other: str, responsible_for_one: Iterable[str] = (), responsible_for_other: Iterable[str] = ()
) -> TopicMatch:
    """Whether two topics are one, with the codes of centres and the initials of persons responsible for each.

    Topics of the same words are the same whoever has them: a matter can be handed on. Others are alike only where
    nobody else is responsible, or where one of them names nobody.
    """
    if topic_key(one) == topic_key(other) or _differ_in_spelling_alone(one, other):
        return TopicMatch.SAME
    if likeness(one, other) < FEWEST_IN_COMMON:
        return TopicMatch.OTHER
    these, those = set(responsible_for_one), set(responsible_for_other)
    return TopicMatch.ALIKE if not these or not those or these & those else TopicMatch.ALIKE_ELSEWHERE


def likeness(one: str, other: str) -> float:
    """How much two topics have in common: 0 where each says something that the other does not, 1 where neither does.

    Those of two years have nothing in common; a year that one of them leaves out makes no difference.
    """
    one, other = topic_key(one), topic_key(other)
    if are_of_two_years(one, other):
        return 0.0
    if _without_besides(one) == one or _without_besides(other) == other:
        one, other = _without_besides(one), _without_besides(other)
    these, those = distinctive_words(one), distinctive_words(other)
    if not these or not those:
        return float(topic_key(one) == topic_key(other))
    more, fewer = (these, those) if len(these) >= len(those) else (those, these)
    left = list(more)
    for word in fewer:
        match = next((place for place, another in enumerate(left) if _is_same_word(word, another)), None)
        if match is None:
            return 0.0
        del left[match]
    return 2 * len(fewer) / (len(more) + len(fewer))


def are_of_two_years(one: str, other: str) -> bool:
    """Whether two topics name years that differ in the first: "Budget 2014-2017" is of 2014, "Budget" of any year.

    Both can be like a third that names none, and yet they are two.
    """
    return len({year for year in (first_year(one), first_year(other)) if year}) > 1


def first_year(topic: str) -> str | None:
    """The first of the years that a topic names, None where it names none."""
    return min(filter(_YEAR.fullmatch, topic_key(topic).split()), default=None)


def _without_besides(key: str) -> str:
    """A key without what its topic holds besides; all of it where it says nothing else."""
    rest = key.partition(f" {BESIDES} ")[0]
    return rest if distinctive_words(rest) else key


def _differ_in_spelling_alone(one: str, other: str) -> bool:
    these, those = topic_key(one).split(), topic_key(other).split()
    return len(these) == len(those) and all(map(_is_same_word, these, those))


@lru_cache(maxsize=10_000)
def _is_same_word(one: str, other: str) -> bool:
    """Whether two words are forms of one, or one is the other with a slip of the pen."""
    if one == other:
        return True
    if not (one.isalpha() and other.isalpha()):
        return False
    return _base(one) == _base(other) or _is_slip(one, other)


def _is_slip(one: str, other: str) -> bool:
    """Whether letters were mistaken: one is no word, and begins and nearly reads as the other."""
    if one[0] != other[0] or (_is_known(one) and _is_known(other)):
        return False
    shorter = min(len(one), len(other))
    most = next((slips for length, slips in _SLIPS if shorter >= length), 0)
    return abs(len(one) - len(other)) <= most and _distance(one, other) <= most


@lru_cache(maxsize=10_000)
def _is_known(word: str) -> bool:
    return is_in_dictionary(word) or len(split_compound(word)) > 1


@lru_cache(maxsize=10_000)
def _base(word: str) -> str:
    """A word without its endings: "beredskabsplanerne" gives "beredskabsplan"."""
    kinds = load_lexicon().kinds
    last = split_compound(word)[-1]
    form = dictionary_form(word[last.start :], kinds)
    if form and _DOUBLED.search(form) and form[:-1] in kinds:
        # "hallen" is of "hall", the entrance, as well as of "hal".
        form = form[:-1]
    return word[: last.start] + form if form else word


def _distance(one: str, other: str) -> int:
    """How many letters must be put in, left out, changed, or swapped with their neighbour."""
    one, other = _where_they_differ(one, other)
    before: Sequence[int] = ()
    row: list[int] = list(range(len(other) + 1))
    for place, letter in enumerate(one):
        earlier, before, row = before, row, [place + 1]
        for at, another in enumerate(other):
            cost = min(before[at] + (letter != another), before[at + 1] + 1, row[at] + 1)
            if place and at and letter == other[at - 1] and another == one[place - 1]:
                cost = min(cost, earlier[at - 1] + 1)
            row.append(cost)
    return row[-1]


def _where_they_differ(one: str, other: str) -> tuple[str, str]:
    """Two words without the letters that both begin with, and both end with."""
    begin = _letters_in_common(one, other)
    one, other = one[begin:], other[begin:]
    end = _letters_in_common(one[::-1], other[::-1])
    return one[: len(one) - end], other[: len(other) - end]


def _letters_in_common(one: str, other: str) -> int:
    """How many letters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
