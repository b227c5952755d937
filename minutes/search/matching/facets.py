"""The facets of the search: what it can be narrowed by. Whoever filters, counts, shows or asks goes over FACETS.

A new facet is an entry here, and what indexes its token (see index/tokens.py); where it has a column of its own in the
index, matches carry that, too (see matches.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from minutes.models import Meeting, Outcome
from minutes.search.index.tokens import attachments_token, body_token, centre_token, outcome_token
from minutes.search.query.named_units import Organisation

# What the index has for a value: a year, the key of a row, an outcome.
Key = Hashable


class FacetValue(NamedTuple):
    """A value as addresses have it, as a list of values names it, and as it is called beside its facet's label."""

    word: str
    label: str
    name: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow a search, by the values of one column of the index.

    `name` stands for it in the code and in JSON, `parameter` in addresses, `label` on pages. `read` gives the keys of
    those of some words of an address that are values, and `not_understood` is what is said of any other. A value
    narrows by the `token` of its key; a year has none, being a range of days. `keys` are those of a column of matches,
    and `value` is a key as it is shown, None where there is nothing to show. Values stand by how many items have them,
    or else `newest_first`.
    """

    name: str
    parameter: str
    label: str
    column: str
    read: Callable[[Collection[str], Organisation], Mapping[str, Key]]
    not_understood: str
    value: Callable[[Any, Organisation], FacetValue | None]
    keys: Callable[[Iterable[Any]], Iterable[Key]] = iter
    token: Callable[[Any], str] | None = None
    newest_first: bool = False


# Of other years there are no minutes.
_YEAR = re.compile("(?:19|20|21)[0-9]{2}")


def _years_in(words: Collection[str], _: Organisation) -> dict[str, Key]:
    return {word: int(word) for word in words if _YEAR.fullmatch(word)}


def _bodies_in(words: Collection[str], organisation: Organisation) -> dict[str, Key]:
    """Bodies by their slugs. One query where there are any.

    A body that nobody outside knows of yet is not confirmed; staff find its drafts without the filter.
    """
    named = {body.slug: pk for pk, body in organisation.bodies.items() if body.slug in words}
    if not named:
        return {}
    known = {
        *Meeting.objects.published_only().bodies().filter(pk__in=named.values()).values_list("pk", flat=True)
    }
    return {word: pk for word, pk in named.items() if pk in known}


def _centres_in(words: Collection[str], organisation: Organisation) -> dict[str, Key]:
    return {centre.slug: pk for pk, centre in organisation.centres.items() if centre.slug in words}


def _one_of(of_keys: Mapping[Any, str]) -> Callable[[Collection[str], Organisation], dict[str, Key]]:
    """What reads the words of some keys."""
    return lambda words, _: {word: key for key, word in of_keys.items() if word in words}


def _year(year: int, _: Organisation) -> FacetValue:
    return FacetValue(str(year), str(year), str(year))


def _body(key: int, organisation: Organisation) -> FacetValue | None:
    body = organisation.bodies.get(key)
    return FacetValue(body.slug, body.name, body.name) if body else None


def _centre(key: int, organisation: Organisation) -> FacetValue | None:
    centre = organisation.centres.get(key)
    return FacetValue(centre.slug, centre.name_with_code, centre.name) if centre else None


# The outcomes as words of an address: permanent, whatever becomes of the labels.
OUTCOME_WORDS = {
    Outcome.APPROVED: "godkendt",
    Outcome.APPROVED_WITH_REMARK: "godkendt-med-bemaerkning",
    Outcome.ENDORSED: "tiltraadt",
    Outcome.ENDORSED_WITH_REMARK: "tiltraadt-med-bemaerkning",
    Outcome.CONDITIONALLY_APPROVED: "godkendt-under-forudsaetning",
    Outcome.NOTED: "taget-til-efterretning",
    Outcome.DISCUSSED: "droeftet",
    Outcome.DEFERRED: "udsat",
    Outcome.UNDER_EXAMINATION: "undersoeges",
    Outcome.FORWARDED: "sendt-videre",
    Outcome.REJECTED: "afvist",
    Outcome.OTHER: "andet",
}


def _outcome(outcome: str, _: Organisation) -> FacetValue | None:
    if not outcome:
        return None
    label = Outcome(outcome).label
    return FacetValue(OUTCOME_WORDS[Outcome(outcome)], label, label)


ATTACHMENTS_WORDS = {True: "med", False: "uden"}


def _attachments(has_attachments: bool | None, _: Organisation) -> FacetValue | None:
    if has_attachments is None:
        return None
    word = ATTACHMENTS_WORDS[has_attachments]
    return FacetValue(word, f"{word.capitalize()} bilag", word)


FACETS = (
    Facet(
        name="year",
        parameter="aar",
        label="År",
        column="date",
        keys=lambda dates: (date.year for date in dates),
        read=_years_in,
        not_understood="Året i adressen er ikke et årstal.",
        value=_year,
        newest_first=True,
    ),
    Facet(
        name="body",
        parameter="organ",
        label="Organ",
        column="body_id",
        token=body_token,
        read=_bodies_in,
        not_understood="Arkivet har intet organ af det navn, der står i adressen.",
        value=_body,
    ),
    Facet(
        name="centre",
        parameter="center",
        label="Center",
        column="centre_ids",
        keys=chain.from_iterable,
        token=centre_token,
        read=_centres_in,
        not_understood="Arkivet har intet center af det navn, der står i adressen.",
        value=_centre,
    ),
    Facet(
        name="outcome",
        parameter="udfald",
        label="Udfald",
        column="outcomes",
        keys=chain.from_iterable,
        token=outcome_token,
        read=_one_of(OUTCOME_WORDS),
        not_understood="Udfaldet i adressen findes ikke.",
        value=_outcome,
    ),
    Facet(
        name="attachments",
        parameter="bilag",
        label="Bilag",
        column="has_attachments",
        token=attachments_token,
        read=_one_of(ATTACHMENTS_WORDS),
        not_understood="Bilag i adressen er hverken med eller uden.",
        value=_attachments,
    ),
)
