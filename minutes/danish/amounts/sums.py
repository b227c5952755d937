"""The sums of money in running text, each with its unit: kroner, thousands, millions or milliards of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .numerals import DIGITS, WORDS, in_kroner, read_numeral


@dataclass(frozen=True, slots=True)
class StatedAmount:
    """A sum in kroner, `text[start:end]` as written in `words`; a span ("2-3 mio. kr.") is two in one place."""

    words: str
    start: int
    end: int
    value: int
    is_approximate: bool = False


THOUSAND, MILLION, MILLIARD = 1_000, 1_000_000, 1_000_000_000
_KR = r"(?:kr(?!\w)\.?|kroner(?!\w)|dkk(?!\w))"
# 450 t.kr. · 450 tkr. · 450 tusind kr.
_OF_THOUSAND = rf"(?:t\.?\s?kr(?!\w)\.?|(?:tusinde?|tus\.)\s{_KR}|tdkk(?!\w))"
_OF_MILLION = r"(?:mio(?!\w)\.?+|mill?(?!\w)\.|million(?:er)?(?!\w))"
_OF_MILLIARD = r"(?:mia(?!\w)\.?+|mrd(?!\w)\.?+|milliard(?:er)?(?!\w))"
# Millions are of kroner where it says so, or where nothing else is counted: 3 mio. i 2014; not "3 mio. borgere"
_NOTHING_COUNTED = re.compile(
    r"\s?(?:\Z|[,;:)\n\t/–.-]|[A-ZÆØÅ]|(?:i|til|på|fra|om|og|men|som|der|pr|over|under|for|af|ved|end|årligt|om\såret"
    r"|ekstra|mere|mindre|fordelt|svarende|hvoraf|heraf|finansieret|brutto|netto|blev|er|kan|skal|vil|bliver|tilføres"
    r"|afsættes|overføres|bevilges|anvendes)(?!\w))"
)
_LARGE = rf"(?P<large>{_OF_MILLION}|{_OF_MILLIARD})"
_UNIT = (
    rf"(?:{_LARGE}(?:\s?(?P<of_kroner>{_KR}))?|(?P<thousand>{_OF_THOUSAND})"
    rf"|(?P<kroner>(?:,-{{1,2}}\s?)?{_KR}|,-{{1,2}}))"
)
_ABOUT = (
    r"(?P<about>(?:ca\.?|cirka|omkring|omtrent|knapt?|godt|næsten|anslået|skønnet|skønsmæssigt|rundt\sregnet|~)"
    r"\s{0,2})?"
)
# 2-3 mio. kr. · 900 mio. kr. til 1,2 mia. kr.
_SPAN = (
    rf"(?P<lower>{DIGITS})(?:\s?(?P<large_lower>{_OF_MILLION}|{_OF_MILLIARD})(?:\s?{_KR})?)?"
    r"(?P<to>\s?[-–]\s?|\stil\s)"
)
# mellem 2 og 3 mio. kr. · hhv. 100.000 og 150.000 kr.
_PAIR = rf"(?:mellem|hhv\.|henholdsvis)\s(?P<first>{DIGITS})\sog\s"
# A minus, not the bullet of a list nor the hyphen of a word.
_SIGN = r"(?:(?<=[\s(])(?P<sign>[-–−]))?(?<![0-9a-zæøå][-–])"
_FREE = r"(?<![\w/§])(?<![0-9][.,-])(?<!\b(?:nr|no)\.\s)"
_BEFORE_UNIT = re.compile(rf"{_FREE}{_ABOUT}(?:{_SPAN}|{_PAIR}|{_SIGN})(?P<number>{DIGITS})\s{{0,2}}{_UNIT}")
_IN_WORDS = re.compile(
    rf"(?<!\w){_ABOUT}(?P<number>{WORDS})\s(?P<large>million(?:er)?|milliard(?:er)?)(?!\w)(?:\s?(?P<of_kroner>{_KR}))?"
)
# kr. 25.000 · DKK 3,3 mio. · kr. 25.000,-; not the unit of a number before it, nor "i kr. 2014"
_BEHIND_UNIT = re.compile(
    rf"(?<!\w)(?:(?<![0-9]\s)|(?<=\b(?:19|20)[0-9]{{2}}\s))(?<!mio\.\s)(?<!mia\.\s)(?<!t\.)(?:kr\.?|dkk)\s?(?!(?:19|20)[0-9]{{2}}(?![.,0-9]))"
    rf"{_ABOUT}(?:(?P<lower>{DIGITS})(?P<to>\s?[-–]\s?))?(?P<number>{DIGITS})(?:,-{{1,2}})?(?:\s?{_LARGE}(?!\w))?"
)
# Der bevilges 250.000 til ... : without a unit, where nothing but money can be meant
_WITHOUT_UNIT = re.compile(
    rf"(?<!\w)(?:bevilg(?:es|et|er)|afs(?:ættes|at|ætter)|tildel(?:es|t|er)|(?:tilskud|beløb|bevilling|udgift|ramme|pulje"
    rf"|budget|tillægsbevilling|anlægsbevilling|rådighedsbeløb)(?:en|et|er|n)?\spå(?:\si\salt)?)\s{_ABOUT}"
    r"(?P<number>[0-9]{1,3}(?:\.[0-9]{3}){1,3})(?![0-9]|[.,/-][0-9])"
    r"(?=\s?(?:\Z|[,;:)\n]|\.\s|\.\Z|(?:til|fra|i|af|om|pr|for|ved|og|årligt|over)(?!\w)))"
)
# What is a unit, not a sum: (i 1.000 kr.) · (1.000 kr.) · i hele 1.000 kr. · i 2014 kr.
_UNIT_BEFORE = re.compile(r"(?:\bi\s(?:hele\s)?|[(\[]\s?|\bhele\s)\Z")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NUMBER_BEHIND = re.compile(r"\s?[0-9]")
# Ends of a span are no further apart.
_CLOSE = 100
# The full stop behind these ends the sentence; that of "kr." and "mio." is theirs.
_WHOLE_WORDS = ("kroner.", "million.", "millioner.", "milliard.", "milliarder.")
_FEWEST_BEHIND_UNIT = 100
_LARGE_UNITS = {"mio": MILLION, "mil": MILLION, "mia": MILLIARD, "mrd": MILLIARD}


def find_amounts(text: str) -> list[StatedAmount]:
    """The sums of money in a text, in order; both ends of a span. Years, counts and numbers of cases are none.

    >>> [(amount.words, amount.value) for amount in find_amounts("ca. 2-3 mio. kr. i 2014")]
    [('ca. 2-3 mio. kr.', 2000000), ('ca. 2-3 mio. kr.', 3000000)]
    """
    # Letter for letter: the capital İ alone would become two.
    small = text.replace("İ", "I").lower()
    matches = (match for match in _matches(small) if not _counts_another(text, match))
    # Of several forms of one number the longest, and only then one without a unit.
    found = sorted(
        matches, key=lambda match: (match.start("number"), match.re is _WITHOUT_UNIT, match.start())
    )
    amounts: list[StatedAmount] = []
    for match in found:
        if not amounts or match.start("number") >= amounts[-1].end:
            amounts += _amounts(text, match)
    return amounts


def write_kroner(value: int) -> str:
    """Return a sum in kroner as it is written with all its digits.

    >>> write_kroner(3300000)
    '3.300.000 kr.'
    """
    return f"{value:,} kr.".replace(",", ".")


def _matches(small: str) -> Iterator[re.Match[str]]:
    for match in _BEFORE_UNIT.finditer(small):
        if not _is_unit(small, match) and not _is_year_before_amount(small, match):
            yield match
    for match in _BEHIND_UNIT.finditer(small):
        if match["large"] or read_numeral(match["number"]) >= _FEWEST_BEHIND_UNIT:
            yield match
    for form in (_IN_WORDS, _WITHOUT_UNIT):
        yield from form.finditer(small)


def _counts_another(text: str, match: re.Match[str]) -> bool:
    """Whether there are millions of something else than kroner."""
    groups = match.groupdict()
    if not groups.get("large") or "of_kroner" not in groups or groups["of_kroner"]:
        return False
    return _NOTHING_COUNTED.match(text, match.end()) is None


def _is_unit(small: str, match: re.Match[str]) -> bool:
    is_unit_or_year = match["number"] in {"1.000", "1000"} or _YEAR.fullmatch(match["number"])
    if not is_unit_or_year or match["kroner"] is None:
        return False
    return _UNIT_BEFORE.search(small, max(0, match.start() - 8), match.start()) is not None


def _is_year_before_amount(small: str, match: re.Match[str]) -> bool:
    """Whether the kroner belong to the next number: "i 2014 kr. 500.000"."""
    is_year = _YEAR.fullmatch(match["number"]) is not None and match["kroner"] is not None
    return is_year and _NUMBER_BEHIND.match(small, match.end()) is not None


def _amounts(text: str, match: re.Match[str]) -> Iterator[StatedAmount]:
    groups = match.groupdict()
    upper = read_numeral(groups["number"] or "") * _unit(groups)
    lower = _lower(groups)
    end = match.end() - match[0].endswith(_WHOLE_WORDS)
    start = _begin(match, has_lower=lower is not None)
    about = groups["about"] is not None
    for value in (lower, -upper if groups.get("sign") else upper):
        kroner = in_kroner(value) if value is not None else None
        if kroner is not None:
            yield StatedAmount(text[start:end], start, end, kroner, about)


def _lower(groups: dict[str, str | None]) -> Decimal | None:
    """The lower end of a span, or the first of two sums with one unit; None where the number is none of the sum's."""
    written = groups.get("lower") or groups.get("first")
    if written is None:
        return None
    number, upper = read_numeral(written), read_numeral(groups["number"] or "")
    if large := groups.get("large_lower"):
        return number * _LARGE_UNITS[large[:3]]
    is_close = number * _CLOSE > upper and (number < upper or groups.get("first") is not None)
    if is_close and not _YEAR.fullmatch(written):
        return number * _unit(groups)
    # 5-10.000 kr.: from five thousand on; but "fase 2 - 250.000 kr." is one sum.
    is_shorthand = (
        upper % THOUSAND == 0 and number * THOUSAND < upper and groups.get("to") in {"-", "–", None}
    )
    return number * THOUSAND * _unit(groups) if is_shorthand else None


def _begin(match: re.Match[str], *, has_lower: bool) -> int:
    """Where the words of a sum begin: what only says that it is one ("bevilges") is none of them."""
    groups = match.groupdict()
    is_alone = (groups.get("lower") and not has_lower) or match.re is _WITHOUT_UNIT
    if groups["about"] and not (groups.get("lower") and not has_lower):
        return match.start("about")
    return match.start("number") if is_alone else match.start()


def _unit(groups: dict[str, str | None]) -> int:
    if large := groups.get("large"):
        return _LARGE_UNITS[large[:3]]
    return THOUSAND if groups.get("thousand") else 1
