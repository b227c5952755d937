"""The groups of synonyms that come with the archive: loaded so that what archivists made of them stays.

A group is known by its wider word and its first two words. What it was when it came is remembered: a group that is
still so follows the file, one that was changed or deleted is the archivist's, and one that leaves the file stays.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connection, transaction

from minutes.danish.grammar.stemmed_text import stems_of
from minutes.editing.event_log import record
from minutes.models import Event, ShippedSynonyms, SynonymGroup

from .synonyms import Said, SynonymsRefusedError, checked, refuse_too_many

FILE = settings.BASE_DIR / "fixtures" / "synonyms.json"
_TOLD = "synonymer, der følger med arkivet"
# Two hosts may start at once: the second waits, and finds that all is there.
_ONE_AT_A_TIME = "LOCK TABLE minutes_shippedsynonyms IN SHARE ROW EXCLUSIVE MODE"


class BrokenFileError(ValueError):
    """The file is not what it should be; the message says in Danish what is wrong, and where."""


class Loaded(NamedTuple):
    """How many groups were created, how many followed the file, and how many are left to the archivists."""

    created: int
    followed: int
    left: int


def read_shipped(path: Path) -> dict[str, Said]:
    """Return the groups of a file by their keys. Raises BrokenFileError."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BrokenFileError("filen findes ikke") from error
    except OSError as error:
        raise BrokenFileError(f"filen kan ikke læses: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BrokenFileError(f"byte {error.start + 1} er ikke UTF-8") from error
    except json.JSONDecodeError as error:
        raise BrokenFileError(f"linje {error.lineno}, tegn {error.colno}: ikke JSON ({error.msg})") from error
    except RecursionError as error:
        raise BrokenFileError("filen er ikke en liste af grupper") from error
    if not (isinstance(document, dict) and isinstance(document.get("groups"), list)):
        raise BrokenFileError('filen skal være et objekt med en liste under "groups"')
    groups: dict[str, Said] = {}
    places: dict[str, int] = {}
    for place, entry in enumerate(document["groups"], start=1):
        said = _group(place, entry)
        key = _key(said)
        if key in groups:
            raise BrokenFileError(
                f"gruppe {place} ({said}): begynder som gruppe {places[key]} ({groups[key]})"
            )
        groups[key], places[key] = said, place
    return groups


def _group(place: int, entry: Any) -> Said:
    where = f"gruppe {place} ({json.dumps(entry, ensure_ascii=False)[:80]})"
    if not isinstance(entry, dict) or not {"words"} <= entry.keys() <= {"words", "wider"}:
        raise BrokenFileError(f'{where}: skal være et objekt med "words" og eventuelt "wider", intet andet')
    words, wider = entry["words"], entry.get("wider", "")
    if not (isinstance(words, list) and all(isinstance(word, str) for word in words)):
        raise BrokenFileError(f'{where}: "words" skal være en liste af ord')
    if not isinstance(wider, str) or ("wider" in entry and not wider.strip()):
        raise BrokenFileError(f'{where}: "wider" skal være et ord')
    try:
        return checked(wider, words)
    except SynonymsRefusedError as refusal:
        raise BrokenFileError(f"{where}: {refusal}") from refusal


def _key(said: Said) -> str:
    return ">".join(" ".join(stems_of(word)) for word in (said.wider, *said.words[:2]))


@transaction.atomic
def load_synonyms(path: Path = FILE) -> Loaded:
    """Bring the groups of a file into the archive, all or none. Raises BrokenFileError."""
    groups = read_shipped(path)
    with connection.cursor() as cursor:
        cursor.execute(_ONE_AT_A_TIME)
    known = {shipped.key: shipped for shipped in ShippedSynonyms.objects.select_related("group")}
    created = _create({key: said for key, said in groups.items() if key not in known})
    followed = sum(_follow(shipped, groups[key]) for key, shipped in known.items() if key in groups)
    if created or followed:
        details = f"{created} nye grupper, {followed} rettet"
        record(Event.Kind.SYNONYMS_SAID, None, subject=_TOLD, details=details)
    left = sum(not _is_as_it_came(known[key]) for key in groups if key in known)
    return Loaded(created, followed, left)


def _create(new: dict[str, Said]) -> int:
    """Store groups that never came before; of one that an archivist has made already, that it came is remembered."""
    there = (
        {_meaning(Said(group.wider, group.words)) for group in SynonymGroup.objects.all()} if new else set()
    )
    missing = {key: said for key, said in new.items() if _meaning(said) not in there}
    try:
        refuse_too_many(len(missing))
    except SynonymsRefusedError as refusal:
        raise BrokenFileError(str(refusal)) from refusal
    stored = SynonymGroup.objects.bulk_create(
        SynonymGroup(wider=said.wider, words=said.words) for said in missing.values()
    )
    made = dict(zip(missing, stored, strict=True))
    ShippedSynonyms.objects.bulk_create(
        ShippedSynonyms(key=key, wider=said.wider, words=said.words, group=made.get(key))
        for key, said in new.items()
    )
    return len(stored)


def _meaning(said: Said) -> tuple[tuple[str, ...], frozenset[tuple[str, ...]]]:
    return stems_of(said.wider), frozenset(map(stems_of, said.words))


def _is_as_it_came(shipped: ShippedSynonyms) -> bool:
    group = shipped.group
    return group is not None and (group.wider, group.words) == (shipped.wider, shipped.words)


def _follow(shipped: ShippedSynonyms, said: Said) -> bool:
    """Let a group be as the file has it now, if it is as it came; tells whether it is another by that."""
    if not _is_as_it_came(shipped) or (shipped.wider, shipped.words) == said:
        return False
    for row in _rows(shipped):
        row.wider, row.words = said.wider, said.words
        row.save(update_fields=("wider", "words"))
    return True


def _rows(shipped: ShippedSynonyms) -> Iterator[ShippedSynonyms | SynonymGroup]:
    yield shipped
    if shipped.group:
        yield shipped.group
