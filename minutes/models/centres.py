"""The administrative units (centre), the ways their names are written, and what they have to do with an item."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from django.db import models
from django.db.models.functions import Lower

from minutes.danish.letters import DOUBLE_A, SORTED_AS

from .addresses import address_of
from .choices import CentreRole

_Row = TypeVar("_Row", bound=models.Model)

_SMALL = "".join(SORTED_AS)
_LETTERS = {"capitals": _SMALL.upper(), "small": _SMALL, "sorted_as": "".join(SORTED_AS.values())}


class DanishOrder(models.Func):
    """What the names of a column are sorted by: the same as `sort_key` (danish/letters.py) makes of them."""

    template = (
        "translate(replace(lower(translate(%(expressions)s, '{capitals}', '{small}')), '{double_a}', 'å'),"
        " '{small}', '{sorted_as}')"
    ).format(double_a=DOUBLE_A, **_LETTERS)
    output_field = models.TextField()


class InDanishOrder(models.Manager[_Row]):
    """All rows by their column `sorted_by`, in Danish order; another order takes the place of that."""

    sorted_by: str

    def get_queryset(self) -> models.QuerySet[_Row]:
        return super().get_queryset().order_by(DanishOrder(self.sorted_by), "pk")


class ByCode(InDanishOrder["Centre"]):
    sorted_by = "code"


class Centre(models.Model):
    """An administrative unit with a code ("HRC") and a name, valid in some years."""

    code = models.CharField("kode", max_length=10, unique=True)
    name = models.CharField("navn", max_length=200)
    slug = models.SlugField(
        "adresse", max_length=20, unique=True, help_text="Bruges i adresser og må ikke ændres."
    )
    valid_from = models.PositiveSmallIntegerField("fra år", null=True, blank=True)
    valid_to = models.PositiveSmallIntegerField(
        "til år", null=True, blank=True, help_text="Sidste år, det fandtes."
    )
    note = models.CharField("bemærkning", max_length=300, blank=True)
    successors = models.ManyToManyField(
        "self",
        symmetrical=False,
        related_name="predecessors",
        verbose_name="efterfølgere",
        blank=True,
        help_text="De centre, der tog over, da det ophørte; deres sider viser, hvad der gik forud.",
    )

    objects = ByCode()

    class Meta:
        verbose_name = "center"
        verbose_name_plural = "centre"
        ordering = ("code",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_to__isnull=True)
                | models.Q(valid_from__lte=models.F("valid_to")),
                name="centre_valid_from_valid_to_check",
                violation_error_message="Det første år kan ikke ligge efter det sidste.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} – {self.name}"

    def get_absolute_url(self) -> str:
        return address_of("centre-detail", self.slug)

    @property
    def name_with_code(self) -> str:
        return name_with_code(self.name, self.code)


def follows_itself(centre: Centre, successors: Iterable[Centre]) -> bool:
    """Return whether a centre would come after itself, were these its successors; whom they have is read."""
    after: dict[int, list[int]] = {}
    for one, next_one in Centre.successors.through.objects.values_list("from_centre", "to_centre"):
        after.setdefault(one, []).append(next_one)
    seen: set[int] = set()
    waiting = [successor.pk for successor in successors]
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            waiting += after.get(key, ())
    return centre.pk in seen


def name_with_code(name: str, code: str) -> str:
    """Return how a centre is called where it stands among others: "HR-Centret (HRC)"."""
    return f"{name} ({code})"


class CentreAlias(models.Model):
    """Another way to write a centre: an everyday name, an earlier name, a transposed code."""

    centre = models.ForeignKey(Centre, models.CASCADE, related_name="aliases", verbose_name="center")
    text = models.CharField("skrivemåde", max_length=200, unique=True)
    is_for_search_only = models.BooleanField(
        "kun i søgninger",
        default=False,
        help_text="Sæt kryds, hvor folk søger sådan, men ordene i et referat også kan betyde andet.",
    )

    class Meta:
        verbose_name = "skrivemåde af center"
        verbose_name_plural = "skrivemåder af centre"
        ordering = ("text",)
        constraints = (
            models.UniqueConstraint(
                Lower("text"),
                name="centrealias_text_unique",
                violation_error_message="Skrivemåden findes allerede.",
            ),
        )

    def __str__(self) -> str:
        return self.text


class ItemCentre(models.Model):
    """What one centre has to do with one item; a centre can have several roles in the same item."""

    item = models.ForeignKey(
        "minutes.AgendaItem", models.CASCADE, related_name="item_centres", verbose_name="punkt"
    )
    centre = models.ForeignKey(Centre, models.CASCADE, related_name="item_centres", verbose_name="center")
    role = models.CharField("rolle", max_length=20, choices=CentreRole)
    # What says so, verbatim; empty where the archivist says it.
    sentence = models.TextField("beviset", blank=True)
    line = models.PositiveIntegerField("linje", null=True, blank=True)

    class Meta:
        verbose_name = "center i punkt"
        verbose_name_plural = "centre i punkter"
        ordering = ("centre__code",)
        constraints = (
            models.UniqueConstraint(
                fields=("item", "centre", "role"), name="itemcentre_item_centre_role_unique"
            ),
        )

    def __str__(self) -> str:
        return f"{self.centre.code} {self.get_role_display()}"
