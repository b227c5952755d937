"""Cases by their number: those that are met for the first time are created."""

from __future__ import annotations

from collections.abc import Iterable

from minutes.models import Case
from minutes.parser.numbers import year_of


def find_or_create_cases(numbers: Iterable[str]) -> dict[str, Case]:
    """Return the case of each number in normal form, "12/32140".

    Two imports at once may meet the same new case: the second waits for the first and uses its row. All insert
    in the order of the numbers, so that they never wait for each other in a ring.
    """
    wanted = sorted(set(numbers))
    known = _cases(wanted)
    missing = [number for number in wanted if number not in known]
    if missing:
        Case.objects.bulk_create([_case(number) for number in missing], ignore_conflicts=True)
        known |= _cases(missing)
    return known


def _cases(numbers: list[str]) -> dict[str, Case]:
    return {case.number: case for case in Case.objects.filter(number__in=numbers)}


def _case(number: str) -> Case:
    return Case(number=number, year=year_of(number), serial=int(number.split("/")[1]))
