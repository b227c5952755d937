"""The database that the benchmarks stand on: it holds the synthetic archive and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.synthetic.meetings import COLLECTIVE_CASE
from benchmarks.synthetic.municipality import (
    BODY_NAMES,
    CENTRE_CODES,
    FURTHER_BODIES,
    FURTHER_CENTRES,
    LOCATION,
)
from minutes.danish.numbers import split_case_number, year_of
from minutes.importing.organisation import load_organisation
from minutes.models import Body, Case, Centre, Meeting, SourceDocument
from minutes.models.addresses import danish_slug

_KEY_OF_COLLECTIVE_CASE = 1


class NotSyntheticError(Exception):
    """The database holds something else than the synthetic archive."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """The rows of the bodies by their names, of the centres by their codes, and the collective case of all blocks."""

    bodies: Mapping[str, Body]
    centres: Mapping[str, Centre]
    collective_case: Case


def check_database() -> None:
    """Raise NotSyntheticError where the database of the settings holds anything that was imported or made by hand."""
    if SourceDocument.objects.exists() or Meeting.objects.exclude(location=LOCATION).exists():
        raise NotSyntheticError(
            "The database holds other minutes than the synthetic ones. "
            "ARCHIVE_VAR or DATABASE_URL must name one of its own."
        )


def prepare_organisation() -> Organisation:
    """The municipality, created where it is missing; the tables must be there."""
    check_database()
    load_organisation()
    for name in FURTHER_BODIES:
        Body.objects.get_or_create(name=name, defaults={"slug": danish_slug(name)})
    for code, name in FURTHER_CENTRES.items():
        Centre.objects.get_or_create(code=code, defaults={"name": name, "slug": danish_slug(code)})
    return Organisation(
        bodies={body.name: body for body in Body.objects.filter(name__in=BODY_NAMES)},
        centres={centre.code: centre for centre in Centre.objects.filter(code__in=CENTRE_CODES)},
        collective_case=_collective_case(),
    )


def _collective_case() -> Case:
    """The case that all blocks share, under a key below those of their own."""
    _, serial = split_case_number(COLLECTIVE_CASE)
    columns = {"pk": _KEY_OF_COLLECTIVE_CASE, "year": year_of(COLLECTIVE_CASE), "serial": int(serial)}
    return Case.objects.get_or_create(number=COLLECTIVE_CASE, defaults=columns)[0]
