"""Groups of synonyms, as an archivist has made them."""

from __future__ import annotations

from minutes.models import SynonymGroup


def add_synonyms(*words: str, wider: str = "") -> SynonymGroup:
    return SynonymGroup.objects.create(wider=wider, words=[*words])
