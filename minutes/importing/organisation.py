"""What the archive knows of the municipality: its bodies and its centres, at first from fixtures/."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import CharField, FilteredRelation, Q, Value

from minutes.editing.names.aliases import TakenNames
from minutes.models import Body, BodyAlias, Centre, CentreAlias, NameDecision
from minutes.models.addresses import danish_slug
from minutes.models.centres import follows_itself
from minutes.parser.centre_roles import CentreNames


def centre_names() -> CentreNames:
    """Return the written forms of the archive's centres, and what only looks like one, for the parser. One query."""
    in_texts = FilteredRelation("aliases", condition=Q(aliases__is_for_search_only=False))
    centres = Centre.objects.annotate(in_texts=in_texts).values_list("code", "name", "in_texts__text")
    none = Value(None, output_field=CharField())
    decided = NameDecision.objects.filter(alias=None).values_list("code", none, none)
    rows = centres.order_by().union(decided.order_by(), all=True).order_by("code", "name")
    return _names_of_rows(tuple(rows))


@functools.lru_cache(maxsize=1)
def _names_of_rows(rows: tuple[tuple[str, str | None, str | None], ...]) -> CentreNames:
    """The names of rows of code, name and an alias; kept from one import to the next while they stay the same.

    A code without a name is one that somebody has said is no centre's.
    """
    names: dict[str, list[str]] = {}
    not_centres: list[str] = _read_fixture("centres")["not_centres"]
    for code, name, alias in rows:
        if name is None:
            not_centres.append(code)
            continue
        names.setdefault(code, [name])
        if alias:
            names[code].append(alias)
    return CentreNames.of(names, not_centres)


def centre_names_of_fixture() -> CentreNames:
    """Return the written forms in fixtures/centres.json, for reading a document without a database."""
    fixture = _read_fixture("centres")
    names = {centre["code"]: (centre["name"], *centre["aliases"]) for centre in fixture["centres"]}
    return CentreNames.of(names, fixture["not_centres"])


@transaction.atomic
def load_organisation() -> tuple[int, int]:
    """Create the bodies and centres of the fixtures that are missing; return how many of each.

    What is there already is left as it is, aliases included: an archivist may have changed it.
    """
    return _load_bodies(_read_fixture("bodies")), _load_centres(_read_fixture("centres")["centres"])


def _load_bodies(fixture: list[dict[str, Any]]) -> int:
    # A body that an import met before the organisation was loaded is none that anybody has to look at.
    Body.objects.filter(is_new=True, name__in=[entry["name"] for entry in fixture]).update(is_new=False)
    slugs, taken = _taken(Body, "slug"), TakenNames.read()
    missing = [
        entry for entry in fixture if entry["slug"] not in slugs and taken.is_free(entry["name"], Body())
    ]
    for entry in missing:
        body = Body.objects.create(name=entry["name"], slug=entry["slug"])
        taken.add(body.name, body)
        aliases = [BodyAlias(body=body, text=text) for text in _free(entry["aliases"], body, taken)]
        BodyAlias.objects.bulk_create(aliases, ignore_conflicts=True)
    return len(missing)


def _free(texts: Iterable[str], unit: Body | Centre, taken: TakenNames) -> Iterator[str]:
    """Those of the names that no other unit has; they are this one's from now on."""
    for text in texts:
        if taken.is_free(text, unit):
            taken.add(text, unit)
            yield text


def _load_centres(fixture: list[dict[str, Any]]) -> int:
    slugs, taken = _taken(Centre, "slug"), TakenNames.read()
    missing = [
        entry
        for entry in fixture
        if danish_slug(entry["code"]) not in slugs and taken.is_free(entry["code"], Centre())
    ]
    for entry in missing:
        columns = {name: entry[name] for name in ("code", "name", "valid_from", "valid_to", "note")}
        centre = Centre.objects.create(slug=danish_slug(entry["code"]), **columns)
        taken.add(centre.code, centre)
        taken.add(centre.name, centre)
        aliases = [CentreAlias(centre=centre, text=text) for text in _free(entry["aliases"], centre, taken)]
        aliases += [
            CentreAlias(centre=centre, text=text, is_for_search_only=True)
            for text in _free(entry.get("search_aliases", ()), centre, taken)
        ]
        CentreAlias.objects.bulk_create(aliases, ignore_conflicts=True)
    _join_successors(missing)
    return len(missing)


def _join_successors(entries: Iterable[dict[str, Any]]) -> None:
    """Give centres that were missing their successors: those of the others are the archivist's."""
    centres = {centre.code: centre for centre in Centre.objects.all()}
    for entry in entries:
        successors = [centres[code] for code in entry.get("successors", ()) if code in centres]
        if successors and not follows_itself(centres[entry["code"]], successors):
            centres[entry["code"]].successors.set(successors)


def _taken(model: type[Body | Centre], column: str) -> set[str]:
    return set(model._default_manager.values_list(column, flat=True))


def _read_fixture(name: str) -> Any:
    return json.loads((settings.BASE_DIR / "fixtures" / f"{name}.json").read_text(encoding="utf-8"))
