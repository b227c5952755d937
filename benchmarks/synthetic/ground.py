"""The database that the benchmarks stand on: it holds the synthetic archive and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.synthetic.meetings import BODIES, CENTRES, COLLECTIVE_CASE
from minutes.importing.organisation import load_organisation
from minutes.models import Body, Case, Centre, Meeting, SourceDocument
from minutes.models.addresses import danish_slug
from minutes.models.cases import find_or_create_cases

# What the synthetic municipality has besides the bodies and centres of the fixtures.
FURTHER_BODIES = tuple(
    f"Udvalget for {field}"
    for field in (
        *(
            "børn",
            "skoler",
            "ældre",
            "sundhed",
            "kultur",
            "fritid",
            "teknik",
            "klima",
            "erhverv",
            "turisme",
            "natur",
        ),
        *("byudvikling", "beskæftigelse", "integration", "trafik", "landsbyer"),
    )
)
# Where all synthetic meetings are held, and no other.
LOCATION = "Det Syntetiske Rådhus"
FURTHER_CENTRES = {"VIC": "Vej- og Idrætscentret", "KYC": "Kystcentret"}


class NotSyntheticError(Exception):
    """The database holds something else than the synthetic archive."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """The rows of the bodies and centres in the order of their places, and the collective case."""

    bodies: tuple[Body, ...]
    centres: tuple[Centre, ...]
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
        bodies=tuple(Body.objects.order_by("pk")[:BODIES]),
        centres=tuple(Centre.objects.order_by("pk")[:CENTRES]),
        collective_case=find_or_create_cases([COLLECTIVE_CASE])[COLLECTIVE_CASE],
    )
