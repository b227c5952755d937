"""Danish words as search compares them: what can be written in several ways gets one form, in texts and queries alike.

The stems of the words are PostgreSQL's business (its `danish` configuration).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise, zip_longest
from typing import NamedTuple

from .amounts import amount_word, find_spelt_amounts
from .compounds import Part, runs_of_parts, split_compound
from .forms.own_words import find_acronyms, find_name_words, own_form_word
from .letters import fold
from .numbers import Kind, find_numbers


class Word(NamedTuple):
    """A word in its normal form, and where it stands in the text (`text[start:end]`)."""

    text: str
    start: int
    end: int


# Accents of decomposed letters and the soft hyphen stand inside words; all else that is no letter or digit ends one.
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u00ad]+[^\W_]*)*")
_HYPHEN_IN_WORD = re.compile(r"(?<=[^\W\d_])[-\u2010\u2011](?=[^\W\d_])")
# løn- og økonomisystemer: found by its hyphen, for those are few
_ELIDED = re.compile(r"-\s{1,3}(?:og|eller|samt)\s{1,3}(?P<following>[^\W\d_]{6,})")
_LETTERS_BEFORE = re.compile(r"(?<![^\W_])[^\W\d_]{2,}\Z")
# Longer words are no words that anybody looks for, and no halves of any.
LONGEST_WORD = 40
_LONGEST_HALF = LONGEST_WORD
_NUMBER_WORDS = ("sagnr", "doknr")
_NUMBER_WORD = re.compile(r"sagnr[0-9]{2}x(?P<case>[0-9]+)|doknr(?P<document>[0-9]+)x[0-9]{2}")
# Nouns of which the stemmer takes the last letters for an ending, and so finds no common stem for their forms.
_NOUNS = (
    (
        re.compile(r"cent(?:er|r)(?:ets?|enes?|ernes?|es?|s)?$"),
        "center",
    ),  # centret, centeret, centrene, centre
    (re.compile(r"budget(?:s|t(?:et|er|erne)s?)$"), "budget"),  # budgettet, budgetterne
    (re.compile(r"itet(?:s|ens?|ers?|ernes?)$"), "itet"),  # kvaliteten, aktiviteter
    (re.compile(r"dagsorden(?:s|ens?|ers?|ernes?)$"), "dagsorden"),  # dagsordenen, dagsordener
)


def normalise(text: str) -> str:
    """The words of a text in their normal forms, with a blank between: letters and digits only.

    >>> normalise("HR-Centeret/JC: sag 9/22035, idéer fra Tåstrup og Taastrup")
    'hr center jc sag sagnr09x22035 ideer fra tåstrup og tåstrup'
    """
    return " ".join(word.text for word in find_words(text))


def find_words(text: str) -> list[Word]:
    """The words of a text in the order in which they stand; a case or document number is one word."""
    words: list[Word] = []
    position = 0
    for number in find_numbers(text):
        words += _words_between(text, position, number.start)
        words.append(Word(number_word(number.kind, number.number), number.start, number.end))
        position = number.end
    words += _words_between(text, position, len(text))
    return words


def plain_words(text: str) -> list[str]:
    """The normal forms of the words of a text in which no number stands, in order."""
    return [normal for word in _WORD.findall(text) if (normal := _normal_form(word))]


def find_other_forms(text: str, words: list[Word]) -> list[Word]:
    """Further forms under which the words of a text are found; `words` are what `find_words` gave for it.

    "HTK-LIS" is found as "htklis", "medie-strategi" as "mediestrategi", "løn- og økonomisystem" as "lønsystem",
    "12/32140" by its serial "32140", "1,5 mio. kr." by its sum, and "effektiviseringspuljen" by its
    parts.
    """
    joined = list(_joined_at_hyphens(text, words))
    others = [*joined, *_elided(text), *_serials(words), *_amounts(text)]
    return [*others, *_parts(text, [*words, *joined])]


def find_own_words(text: str, words: Iterable[Word]) -> Iterator[Word]:
    """What stands for the acronyms and names of a text, and for the own forms of its words and of their other forms."""
    # One word alone tells of no line in capitals.
    for own, start, end in (*find_acronyms(f"{text} i"), *find_name_words(text)):
        yield Word(own, start, end)
    for word in words:
        if own_form := own_form_word(word.text):
            yield word._replace(text=own_form)


def find_other_spellings(text: str, words: list[Word]) -> list[Word]:
    """The further forms of words but for the parts of compounds."""
    return [*_joined_at_hyphens(text, words), *_elided(text), *_serials(words), *_amounts(text)]


def without_inner_hyphens(text: str) -> str:
    """The text with the hyphens between two letters taken out: "HTK-LIS 2013-2014" gives "HTKLIS 2013-2014"."""
    return _HYPHEN_IN_WORD.sub("", text)


def number_word(kind: Kind, number: str) -> str:
    """The one word that stands for a number in normal form, however it was written.

    >>> number_word("case", "12/32140"), number_word("document", "269057/12")
    ('sagnr12x32140', 'doknr269057x12')
    """
    return ("sagnr" if kind == "case" else "doknr") + number.replace("/", "x")


def match_number_word(word: str) -> str | None:
    """The serial of a word that stands for a number: "sagnr12x32140" gives "32140"."""
    match = _NUMBER_WORD.fullmatch(word)
    return (match["case"] or match["document"]) if match else None


def with_number_words(text: str) -> str:
    """The text with its case and document numbers written as their words, set off by blanks; all else as it was."""
    pieces: list[str] = []
    position = 0
    for number in find_numbers(text):
        pieces += [text[position : number.start], f" {number_word(number.kind, number.number)} "]
        position = number.end
    return "".join([*pieces, text[position:]])


def written_number(word: str) -> tuple[str, str] | None:
    """How the number that a word stands for is written so that it is read again: a label, if it needs one, and it.

    None for any other word, also one of a form that no number has.

    >>> written_number("sagnr12x32140"), written_number("sagnr12x2013"), written_number("doknr269057x12")
    (('', '12/32140'), ('sag ', '12/2013'), ('dok.nr. ', '269057/12'))
    """
    match = _NUMBER_WORD.fullmatch(word)
    if match is None:
        return None
    number = word[len("sagnr") :].replace("x", "/")
    for label in ("", "sag ") if match["case"] else ("dok.nr. ",):
        if [number_word(found.kind, found.number) for found in find_numbers(label + number)] == [word]:
            return label, number
    return None


def _words_between(text: str, start: int, end: int) -> list[Word]:
    return [
        Word(normal, *match.span())
        for match in _WORD.finditer(text, start, end)
        if (normal := _normal_form(match[0]))
    ]


def _joined_at_hyphens(text: str, words: list[Word]) -> Iterator[Word]:
    hyphens = {match.start() for match in _HYPHEN_IN_WORD.finditer(text)}
    joined: Word | None = None
    for word, following in pairwise(words) if hyphens else ():
        if word.end in hyphens and following.start == word.end + 1:
            begun = joined or word
            joined = Word(begun.text + following.text, begun.start, following.end)
        elif joined:
            yield joined
            joined = None
    if joined:
        yield joined


def _elided(text: str) -> Iterator[Word]:
    """The whole of a compound of which only the first half is written: the last part is that of the next one."""
    for match in _ELIDED.finditer(text):
        half = _LETTERS_BEFORE.search(text, max(0, match.start() - _LONGEST_HALF), match.start())
        following = _normal_form(match["following"])
        *_, last = split_compound(following)
        if half and last.start:
            yield Word(_normal_form(half[0]) + following[last.start :], *half.span())


def _parts(text: str, words: Iterable[Word]) -> Iterator[Word]:
    """Every run of parts of every compound but the whole, where it stands in the text."""
    for word in words:
        if runs := runs_of_parts(word.text):
            alike = _letters_alike(word.text, text[word.start : word.end].lower())
            for run in runs:
                yield Word(word.text[run.start : run.end], *_place(word, run, alike))


def _letters_alike(normal: str, written: str) -> int:
    """How many letters at the beginning of a word stand where they do in its normal form."""
    if len(normal) == len(written):
        return len(normal)
    return next(place for place, (one, other) in enumerate(zip_longest(normal, written)) if one != other)


def _place(word: Word, part: Part, alike: int) -> tuple[int, int]:
    """Where a part of a normal form stands in the text; the whole word, where the two differ before its end."""
    if part.end <= alike:
        return word.start + part.start, word.start + part.end
    if part.start <= alike and part.end == len(word.text):
        return word.start + part.start, word.end
    return word.start, word.end


def _serials(words: list[Word]) -> Iterator[Word]:
    for word in words:
        if word.text.startswith(_NUMBER_WORDS) and (serial := match_number_word(word.text)):
            yield word._replace(text=serial)


def _amounts(text: str) -> Iterator[Word]:
    for amount in find_spelt_amounts(text):
        yield Word(amount_word(amount.value), amount.start, amount.end)


# Of the words of a large archive most are of the hundred thousand that come most often.
@lru_cache(maxsize=100_000)
def _normal_form(word: str) -> str:
    plain = fold(word)
    for forms, noun in _NOUNS:
        plain = forms.sub(noun, plain)
    return plain
