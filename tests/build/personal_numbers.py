"""Personal numbers, and the numbers that look like them, made up from a seed; and what cpr.dk says of them, again.

The rule here is written out from cpr.dk ("Personnummeret i CPR") and shares nothing with the one that is tested, which
`found` asks.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from minutes.danish.personal_numbers import find_personal_numbers

# 150480-1234 has no modulus 11; 150480-1248 has.
WITHOUT_MODULUS, WITH_MODULUS = "1504801234", "1504801248"

# The seventh digit and the two digits of the year tell the century: (digits, first year, last year, century).
CENTURIES = (
    ("0123", 0, 99, 1900),
    ("4", 0, 36, 2000),
    ("4", 37, 99, 1900),
    ("5678", 0, 57, 2000),
    ("5678", 58, 99, 1800),
    ("9", 0, 36, 2000),
    ("9", 37, 99, 1900),
)
# What each digit counts for in modulus 11.
WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)

# How the two halves of a number are kept apart where that alone makes it a finding.
SEPARATED = (
    "{}-{}",
    "{}\u2010{}",
    "{}\u2011{}",
    "{}\u2012{}",
    "{}–{}",
    "{}—{}",
    "{}\u2212{}",
    "{} {}",
    "{}   {}",
    "{}\u00a0{}",
    "{}\u2009{}",
    "{}\u202f{}",
    "{} - {}",
    "{} -{}",
    "{}- {}",
    "{} – {}",
    "{}\u00a0–\u00a0{}",
    "{}--{}",
    "{}-\n{}",
    "{}-\t{}",
    "{}- -{}",
    "{}\u207b{}",
    "**{}**-{}",
    "_{}_-{}",
)
# The same, in names and addresses; a document with these is refused as damaged.
ENCODED = ("{}&nbsp;{}", "{}&#45;{}", "{}%2D{}", "{}=2D{}")
UNSEPARATED = ("{}{}",)
# Where it may be something else: at least a warning, unless a year or a time follows what may be a document or a day.
SET_APART = (
    "{}/{}",
    "{} / {}",
    "{} ({})",
    "{}·{}",
    "{}\t{}",
    "Borgeren {}\n{} har klaget.",
    "{day}.{month}.{year}-{serial}",
    "{day}.{month}.{year} {serial}",
    "{day}-{month}-{year} {serial}",
    "{day} {month} {year} {serial}",
    "{}-{pairs}",
)
# What a number stands in.
SENTENCES = (
    "{}",
    "Ansøgning fra Anne Holm, {}, om tilskud.",
    "({})",
    "Borgeren ({}) har klaget.",
    "Født:{}.",
    "nr{}",
    "Bilag_{}_afgørelse.pdf",
    "Per Lund, f. 1980, {}/Anne Holm",
    '"{}"',
)


def found(text: str) -> list[tuple[str, str]]:
    """The digits of each personal number that is found in a text, and how sure it is."""
    return [(number.digits, number.confidence.value) for number in find_personal_numbers(text)]


def write(notation: str, digits: str) -> str:
    """Ten digits in one of the notations."""
    day, month, year, serial = digits[:2], digits[2:4], digits[4:6], digits[6:]
    pairs = f"{serial[:2]} {serial[2:]}"
    return notation.format(digits[:6], serial, day=day, month=month, year=year, serial=serial, pairs=pairs)


def may_be_year_or_time(digits: str) -> bool:
    """Whether the last four are a year, or a time on a day of this century's meetings."""
    serial = int(digits[6:])
    return 1970 <= serial < 2070 or (digits[4] < "5" and serial < 2400 and serial % 100 < 60)


def is_day(digits: str) -> bool:
    """Whether ten digits begin with a day of the calendar, in the century that the seventh digit tells."""
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    century = next(
        century
        for seventh, first, last, century in CENTURIES
        if digits[6] in seventh and first <= year <= last
    )
    return 1 <= month <= 12 and 1 <= day <= _days_in_month(month, century + year)


def has_modulus_11(digits: str) -> bool:
    return sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True)) % 11 == 0


def personal_numbers(count: int, seed: int = 1) -> Iterator[str]:
    """So many personal numbers, of all centuries and with every seventh digit."""
    dice = random.Random(seed)
    while count:
        digits = f"{dice.randint(1, 31):02}{dice.randint(1, 12):02}{dice.randrange(1_000_000):06}"
        if is_day(digits):
            yield digits
            count -= 1


def case_number(dice: random.Random) -> str:
    year, serial = dice.randint(0, 30), dice.randint(1, 9_999_999)
    return dice.choice(["{:02}/{}", "{:02}-{}", "20{:02}/{}", "sag {:02} / {}", "sagsnr.: {:02}-{}"]).format(
        year, serial
    )


def document_number(dice: random.Random) -> str:
    serial, year = dice.randint(1000, 99_999_999), dice.randint(0, 30)
    return dice.choice(["{}/{:02}", "{}-{:02}", "({}/{:02})", "dok.nr. {}-{:02}"]).format(serial, year)


def phone_number(dice: random.Random) -> str:
    digits = f"{dice.randint(20_000_000, 99_999_999)}"
    pairs = " ".join(digits[place : place + 2] for place in range(0, 8, 2))
    halves = f"{digits[:4]} {digits[4:]}"
    return dice.choice(["{0}", "{1}", "{2}", "+45 {0}", "+45 {1}", "+45{0}", "0045 {0}", "tlf. {1}"]).format(
        digits, pairs, halves
    )


def amount(dice: random.Random) -> str:
    kroner, oere = dice.randrange(10 ** dice.randint(1, 10)), dice.randrange(100)
    dotted, spaced = f"{kroner:,}".replace(",", "."), f"{kroner:,}".replace(",", " ")
    forms = [
        "{1} kr.",
        "{1},{3:02} kr.",
        "kr. {1}",
        "{2} kr.",
        "{0} kr.",
        "{0},{3:02}",
        "-{1},-",
        "{1} mio. kr.",
    ]
    return dice.choice(forms).format(kroner, dotted, spaced, oere)


def account_number(dice: random.Random) -> str:
    bank, account = dice.randint(1000, 9999), f"{dice.randrange(10**10):010}"
    forms = ["{0} {1}", "{0}-{1}", "{0}{1}", "reg.nr. {0} kontonr. {1}", "konto {0} {1}", "{1}"]
    return dice.choice(forms).format(bank, account)


# What looks like a personal number and is none, and the most findings in a thousand of each.
OTHER_NUMBERS: dict[str, tuple[Callable[[random.Random], str], int]] = {
    "case numbers": (case_number, 0),
    "document numbers": (document_number, 0),
    "phone numbers": (phone_number, 0),
    "amounts": (amount, 0),
    "account numbers": (account_number, 5),
}


def other_numbers(kind: str, count: int, seed: int = 1) -> Iterator[str]:
    """So many of a kind that is no personal number."""
    make, _ = OTHER_NUMBERS[kind]
    dice = random.Random(seed)
    return (make(dice) for _ in range(count))


def _days_in_month(month: int, year: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
