"""Questions: which words only ask, and what would answer: "hvem er ansvarlig for …", "hvad blev der besluttet om …"."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from minutes.danish.grammar.light_words import light_words
from minutes.danish.grammar.verb_forms import infinitive_of_past, infinitive_of_present
from minutes.search.query.pieces import Piece, PieceGroup

from .outcomes import OUTCOMES, is_denied


class Asks(Enum):
    """What a question wants to know; `OTHER`: why, how, which, and all that no one passage answers."""

    WHO = "who is responsible"
    WHO_DID = "who did something"
    WHEN = "when it was decided"
    HOW_MUCH = "how much money"
    DECISION = "what was decided"
    OTHER = "something else"


class Question(NamedTuple):
    """What is asked for, and about what: the pieces that have to match, and the words that only ask."""

    asks: Asks
    about: PieceGroup
    asking: PieceGroup


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_QUESTION_WORDS = _words(
    "hvem hvad hvor hvornår hvordan hvorfor hvilken hvilket hvilke hvorledes hvorvidt hvorhen"
)
# What money is asked for by, behind "hvor" and "hvad".
_HOW_MUCH = _words("meget dyr dyrt dyre stort stor")
_COSTS = _words("koster kostede kostet koste")
_MONEY = _words("penge kroner kr beløb beløbet")
_DECIDED = _words(
    "besluttet besluttede beslutter beslutte beslutning beslutningen beslutninger beslutningerne vedtog vedtaget"
    " afgjort afgjorde sagde siger sket skete sker endte resultat resultatet udfald udfaldet status"
)
# What all that is found is: "hvilke sager blev udsat", "sagen om badebroen".
_MATTERS = _words("sag sagen sager sagerne punkt punktet punkter punkterne dagsordenspunkt dagsordenspunkter")
_ABOUT = _words("om der som vedrørende vedr angående ang")
# Who does this is told where it was decided.
_DECIDES = _words("stemte stemmer stemt besluttede beslutter vedtog vedtager godkendte afviste")
# Behind "hvem" these ask who has to do with it, and other verbs what somebody did.
_HAS_TO_DO = _words("er har skal står sørger følger bliver kan arbejder styrer ejer")
_RESPONSIBLE = _words("ansvarlig ansvarlige ansvar ansvaret opgave opgaven")
# Words that belong to the asking, beside those that are light anyway.
_FRAME = _words(
    "ansvarlig ansvarlige ansvar ansvaret står stod sørger sørge følger følge behandlet behandlede behandler behandles"
    " drøftet drøftede godkendt godkendte tiltrådt bevilget sidst senest sidste seneste gang først første brugt"
    " bruger bruge bruges afsat gik går gøre gør gjort gjorde kommune kommunen kommunens egentlig mon vide ved opgave"
    " opgaven imod"
)
_DECISIONS = _words("beslutning beslutningen beslutninger beslutningerne")
_ONLY_ASK = _QUESTION_WORDS | _FRAME | _DECIDED | _COSTS | _MONEY | _MATTERS
# Behind these comes what is done: "hvem tegnede …", "hvad koster …"; behind others only where it is a verb for sure.
_BEFORE_VERB = _words("hvem hvad")


def read_question(group: PieceGroup) -> Question | None:
    """The question that a group of pieces asks; None where it asks none, or nothing but the asking is there.

    "Sager om …" and "beslutninger om …" ask, too, and so do "udsat" beside "sager". A period alone may be asked about.

    >>> from minutes.search.query.pieces import cut_into_pieces
    >>> (group,) = cut_into_pieces("hvem er ansvarlig for ungdomsskolen")
    >>> question = read_question(group)
    >>> question.asks, [piece.typed for piece in question.about]
    (<Asks.WHO: 'who is responsible'>, ['ungdomsskolen'])
    """
    words = [_word(piece) for piece in group]
    is_question = not _QUESTION_WORDS.isdisjoint(words)
    if not is_question and not _is_request(words):
        return None
    only_ask = [_only_asks(word) or (not is_question and word in _ABOUT) for word in words]
    for index, pair in enumerate(pairwise(group)):
        # "ikke godkendt" is one thing, and without either it is another.
        if is_denied(*pair):
            only_ask[index : index + 2] = (False, False)
    without_verb = [
        only or _is_predicate(*pair) for only, pair in zip(only_ask, pairwise(["", *words]), strict=True)
    ]
    but_outcomes = [only and (word,) not in OUTCOMES for only, word in zip(only_ask, words, strict=True)]
    for asking in (without_verb, only_ask, but_outcomes):
        about = _where(group, asking, is_so=False)
        if not all(piece.is_condition for piece in about):
            return Question(_asks(words), about, _where(group, asking, is_so=True))
    # "hvad skete der siden 2015"
    has_period = any(piece.period for piece in about)
    return Question(_asks(words), about, _where(group, only_ask, is_so=True)) if has_period else None


def _is_request(words: Sequence[str]) -> bool:
    """Whether it is said what shall be found, matters or decisions, and then of which kind they are."""
    begins_so = len(words) > 1 and words[0] in _MATTERS | _DECISIONS and words[1] in _ABOUT
    return begins_so or any(
        (first in _MATTERS and (second,) in OUTCOMES) or ((first,) in OUTCOMES and second in _MATTERS)
        for first, second in pairwise(words)
    )


def _where(group: PieceGroup, asking: Sequence[bool], *, is_so: bool) -> PieceGroup:
    return tuple(piece for piece, asks in zip(group, asking, strict=True) if asks is is_so)


def _word(piece: Piece) -> str:
    """The word that a plain piece is; empty for what is quoted, a date, or more."""
    return piece.normal_forms[0] if piece.is_plain and len(piece.normal_forms) == 1 else ""


def _only_asks(word: str) -> bool:
    return word in _ONLY_ASK or word in light_words()


def _is_predicate(before: str, word: str) -> bool:
    """Whether a word says what is done, right behind the word that asks."""
    if before in _BEFORE_VERB:
        return bool(word)
    is_verb = infinitive_of_present(word) or infinitive_of_past(word)
    return before in _QUESTION_WORDS and bool(is_verb)


def _asks(words: list[str]) -> Asks:
    said = frozenset(words)
    after = {second for first, second in pairwise(words) if first == "hvor"}
    if after & _HOW_MUCH or said & _COSTS or ("hvor" in said and said & _MONEY):
        return Asks.HOW_MUCH
    if "hvem" in said and said.isdisjoint(_DECIDES):
        done = next((second for first, second in pairwise(words) if first == "hvem"), "")
        return Asks.WHO if done in _HAS_TO_DO or said & _RESPONSIBLE else Asks.WHO_DID
    if "hvornår" in said:
        return Asks.WHEN
    asks_for_decision = words[0] in _DECISIONS or (said & {"hvad", "hvem"} and said & (_DECIDED | _DECIDES))
    return Asks.DECISION if asks_for_decision else Asks.OTHER
