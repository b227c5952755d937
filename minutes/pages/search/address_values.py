"""The filters of a search that are typed, days and case numbers, as an address has them, and what says nothing."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from django.http import QueryDict

from minutes.danish.numbers import match_case_number, match_serial
from minutes.danish.personal_numbers import hide_personal_numbers
from minutes.models import Case
from minutes.search.query.days import Days, Month
from minutes.search.query.typed.dates import match_date, match_year

# Of a parameter's name that is shown again.
_LONGEST_SHOWN = 40
# Characters: more has no date and no number, however it is written.
_LONGEST_VALUE = 60
_BETWEEN_NUMBERS = re.compile("[,;]")
# Of a serial alone, one in each year.
_MOST_CASES = 100


@dataclass(frozen=True, slots=True)
class Misunderstanding:
    """Something of an address that says nothing, in a sentence; where it is a filter, nothing is found."""

    text: str
    is_of_filter: bool = False


def misread(said: str) -> Misunderstanding:
    """A filter that says nothing."""
    return Misunderstanding(f"{said} Derfor er intet fundet.", is_of_filter=True)


def values_of(parameters: QueryDict, name: str) -> list[str]:
    """The values of a parameter, each once, in their order; an empty one is none."""
    return [*dict.fromkeys(value for typed in parameters.getlist(name) if (value := typed.strip()))]


def unknown_parameters(parameters: QueryDict, known: Collection[str]) -> list[Misunderstanding]:
    """The parameters that have no effect: one sentence for all of them."""
    unknown = [hide_personal_numbers(name)[:_LONGEST_SHOWN] for name in parameters if name not in known]
    if not unknown:
        return []
    names = ", ".join(f"»{name}«" for name in unknown[:3]) + (" med flere" if len(unknown) > 3 else "")
    return [Misunderstanding(f"Søgningen kender ikke {names}, der står i adressen. Det ændrer intet.")]


@dataclass(frozen=True, slots=True)
class Period:
    """The days from one to another; one of the two may be open."""

    NAMES: ClassVar = ("fra", "til")

    first: datetime.date | None = None
    last: datetime.date | None = None
    misunderstandings: tuple[Misunderstanding, ...] = ()

    @classmethod
    def read(cls, parameters: QueryDict) -> Period:
        """The period as an address has it: days in any written form, months or years; of several values the last."""
        mistakes = []
        read: dict[str, Days | None] = {}
        for name in cls.NAMES:
            typed = parameters.get(name, "").strip()
            read[name] = read_days(typed)
            if typed and read[name] is None:
                mistakes.append(misread(f"Datoen i »{name}« kan ikke læses. Skriv den som 15-09-2013."))
        fra, til = read["fra"], read["til"]
        if fra and til and fra.first > til.last:
            mistakes.append(misread("Perioden slutter, før den begynder."))
        return cls(fra.first if fra else None, til.last if til else None, tuple(mistakes))

    @property
    def days(self) -> Days | None:
        """The days of the period; None where it is open at both ends, or ends before it begins."""
        if (not self.first and not self.last) or self.is_turned:
            return None
        return Days(self.first or datetime.date.min, self.last or datetime.date.max)

    @property
    def is_turned(self) -> bool:
        """Whether it ends before it begins."""
        return bool(self.first and self.last and self.first > self.last)

    @property
    def parameters(self) -> dict[str, tuple[str, ...]]:
        """The period as an address has it, as far as it is one."""
        days = {} if self.is_turned else {"fra": self.first, "til": self.last}
        return {name: (day.isoformat(),) for name, day in days.items() if day}

    @property
    def label(self) -> str:
        """What it is called as a filter: "Fra: 01-03-2014"; empty where there is none."""
        if self.is_turned:
            return ""
        if self.first and self.last:
            return f"Periode: {self.first:%d-%m-%Y} – {self.last:%d-%m-%Y}"
        if self.first:
            return f"Fra: {self.first:%d-%m-%Y}"
        return f"Til: {self.last:%d-%m-%Y}" if self.last else ""


def read_days(typed: str) -> Days | None:
    """The days that a text names: one, those of a month, or those of a year.

    >>> read_days("marts 2014").last
    datetime.date(2014, 3, 31)
    """
    if len(typed) > _LONGEST_VALUE:
        return None
    if year := match_year(typed):
        return Days.of_year(year)
    date = match_date(typed)
    if date is None:
        return None
    if date.date:
        return Days(date.date, date.date)
    month = Month(date.year, date.month)
    return Days.of_months(month, month)


@dataclass(frozen=True, slots=True)
class CaseNumbers:
    """Case numbers as they were `typed`, each with those in normal form that it says: a serial may say several."""

    NAME: ClassVar = "sag"

    typed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    misunderstandings: tuple[Misunderstanding, ...] = ()

    @classmethod
    def read(cls, parameters: QueryDict) -> CaseNumbers:
        """The numbers of an address, in any written form, several also in one value; a query for each serial alone."""
        typed: dict[str, tuple[str, ...]] = {}
        is_strange = False
        values = [
            one.strip() for value in values_of(parameters, cls.NAME) for one in _BETWEEN_NUMBERS.split(value)
        ]
        for value in filter(None, values[:_MOST_CASES]):
            number = match_case_number(value) if len(value) <= _LONGEST_VALUE else None
            serial = None if number else match_serial(value[:_LONGEST_VALUE])
            if number:
                typed[number] = (number,)
            elif serial:
                typed[str(serial)] = _with_serial(serial)
            else:
                is_strange = True
        mistake = misread("Sagsnummeret i adressen kan ikke læses. Skriv det som 12/32140.")
        return cls(typed, (mistake,) if is_strange else ())

    @property
    def numbers(self) -> tuple[str, ...] | None:
        """All of them; none where no case has one of the serials, and None where nothing is asked for."""
        if not self.typed:
            return None
        return tuple(dict.fromkeys(number for numbers in self.typed.values() for number in numbers))

    @property
    def parameters(self) -> dict[str, tuple[str, ...]]:
        return {self.NAME: tuple(self.typed)}


def _with_serial(serial: int) -> tuple[str, ...]:
    return tuple(Case.objects.filter(serial=serial).values_list("number", flat=True)[:_MOST_CASES])
