"""What the archive knows of the municipality: its bodies and its centres, at first from fixtures/."""

from __future__ import annotations

import functools
import json
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import FilteredRelation, Q

from minutes.models import Body, BodyAlias, Centre, CentreAlias
from minutes.models.addresses import danish_slug
from minutes.parser.centre_roles import CentreNames


def centre_names() -> CentreNames:
    """Return the written forms of the archive's centres, for the parser."""
    in_texts = FilteredRelation("aliases", condition=Q(aliases__is_for_search_only=False))
    rows = Centre.objects.annotate(in_texts=in_texts).values_list("code", "name", "in_texts__text")
    return _names_of_rows(tuple(rows))


@functools.lru_cache(maxsize=1)
def _names_of_rows(rows: tuple[tuple[str, str, str | None], ...]) -> CentreNames:
    """The names of rows of code, name and an alias; kept from one import to the next while they stay the same."""
    names: dict[str, list[str]] = {}
    for code, name, alias in rows:
        names.setdefault(code, [name])
        if alias:
            names[code].append(alias)
    return CentreNames.of(names, _read_fixture("centres")["not_centres"])


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
    slugs, names = _taken(Body, "slug"), _taken(Body, "name") | _taken(BodyAlias, "text")
    missing = [entry for entry in fixture if entry["slug"] not in slugs and entry["name"] not in names]
    for entry in missing:
        body = Body.objects.create(name=entry["name"], slug=entry["slug"])
        aliases = [BodyAlias(body=body, text=text) for text in entry["aliases"]]
        BodyAlias.objects.bulk_create(aliases, ignore_conflicts=True)
    return len(missing)


def _load_centres(fixture: list[dict[str, Any]]) -> int:
    slugs, codes = _taken(Centre, "slug"), _taken(Centre, "code") | _taken(CentreAlias, "text")
    missing = [
        entry for entry in fixture if danish_slug(entry["code"]) not in slugs and entry["code"] not in codes
    ]
    for entry in missing:
        columns = {name: entry[name] for name in ("code", "name", "valid_from", "valid_to", "note")}
        centre = Centre.objects.create(slug=danish_slug(entry["code"]), **columns)
        aliases = [CentreAlias(centre=centre, text=text) for text in entry["aliases"]]
        aliases += [
            CentreAlias(centre=centre, text=text, is_for_search_only=True)
            for text in entry.get("search_aliases", ())
        ]
        CentreAlias.objects.bulk_create(aliases, ignore_conflicts=True)
    return len(missing)


def _taken(model: type[Body | BodyAlias | Centre | CentreAlias], column: str) -> set[str]:
    return set(model._default_manager.values_list(column, flat=True))


def _read_fixture(name: str) -> Any:
    return json.loads((settings.BASE_DIR / "fixtures" / f"{name}.json").read_text(encoding="utf-8"))
