"""Cases, the matters that return from meeting to meeting, and the documents that items refer to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.db import models

from minutes.danish.numbers import (
    CASE_NUMBER_NORMAL_FORM,
    DOCUMENT_NUMBER_NORMAL_FORM,
    match_case_number,
    split_case_number,
    year_of,
)

from .addresses import address_of
from .visibility import Audience, Reader, audience_of


class CaseQuerySet(models.QuerySet["Case"]):
    def collective_for(self, audience: Audience) -> Self:
        """The numbers that carry unrelated items, as the audience sees them; an editor's word wins."""
        return self.filter(collective_by_hand=True) | self.filter(
            collective_by_hand=None, **{_COLLECTIVE_COLUMNS[audience]: True}
        )


# Whether a case is collective is made of what can be read, and each audience reads its own.
_COLLECTIVE_COLUMNS = {
    Audience.EVERYBODY: "is_collective",
    Audience.READS_DRAFTS: "is_collective_with_drafts",
}


class Case(models.Model):
    """A matter under its case number, "12/32140": two digits of the year, a slash, the serial of that year.

    A collective case carries the unrelated items of a meeting (matters/collective.py).
    """

    number = models.CharField("sagsnummer", max_length=20, unique=True)
    year = models.PositiveSmallIntegerField("år", help_text="Fire cifre.")
    serial = models.PositiveIntegerField("løbenummer")
    is_collective = models.BooleanField("samlesag", default=False, editable=False)
    is_collective_with_drafts = models.BooleanField("samlesag med kladder", default=False, editable=False)
    collective_by_hand = models.BooleanField("samlesag ifølge arkivet", null=True, blank=True, editable=False)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = "sag"
        verbose_name_plural = "sager"
        ordering = ("-year", "-serial")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(number__regex=f"^{CASE_NUMBER_NORMAL_FORM}$"),
                name="case_number_check",
                violation_error_message='Et sagsnummer skrives som "12/32140".',
            ),
        )
        indexes = (models.Index(fields=("serial",), name="case_serial_index"),)

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return address_of_case(self.number)

    def is_collective_for(self, reader: Reader) -> bool:
        """Whether it carries unrelated items, as the reader sees it, or as an editor has said."""
        return self.is_collective_to(audience_of(reader))

    def is_collective_to(self, audience: Audience) -> bool:
        """The same for an audience."""
        if self.collective_by_hand is not None:
            return self.collective_by_hand
        return bool(getattr(self, _COLLECTIVE_COLUMNS[audience]))

    @staticmethod
    def normal_form(number: str) -> str | None:
        """Return a case number as it is kept, however it is written: "sag 2012-32140" as "12/32140".

        None where the text is something else.
        """
        return match_case_number(number)


def address_of_case(number: str) -> str:
    """Return the address of the case with a number in normal form, whether the archive has it or not."""
    return address_of("case-detail", *split_case_number(number))


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
    _, serial = split_case_number(number)
    return Case(number=number, year=year_of(number), serial=int(serial))


class DocumentReference(models.Model):
    """A document number that an item names, canonical as serial/year ("269057/12"): never a case number."""

    class Source(models.TextChoices):
        LIST = "list", "dokumentliste"
        PROSE = "prose", "nævnt i teksten"

    item = models.ForeignKey(
        "minutes.AgendaItem", models.CASCADE, related_name="document_references", verbose_name="punkt"
    )
    position = models.PositiveSmallIntegerField("placering")
    number = models.CharField("dokumentnummer", max_length=20, db_index=True)
    title = models.CharField("titel", max_length=1000, blank=True)
    source = models.CharField("fundet i", max_length=10, choices=Source)

    class Meta:
        verbose_name = "dokumenthenvisning"
        verbose_name_plural = "dokumenthenvisninger"
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                fields=("item", "position"), name="documentreference_item_position_unique"
            ),
            models.CheckConstraint(
                condition=models.Q(number__regex=f"^{DOCUMENT_NUMBER_NORMAL_FORM}$"),
                name="documentreference_number_check",
                violation_error_message='Et dokumentnummer skrives som "269057/12".',
            ),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.number})" if self.title else self.number

    def get_absolute_url(self) -> str:
        return address_of_document(self.number)


def address_of_document(number: str) -> str:
    """Return the address of the document with a number in normal form, whether the archive has it or not."""
    return address_of("document-detail", slug_of_document(number))


def slug_of_document(number: str) -> str:
    """Return a document number in normal form as addresses have it: "216558-15"."""
    return number.replace("/", "-")
