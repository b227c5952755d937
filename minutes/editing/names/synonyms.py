"""What an archivist says of synonyms: the one place that refuses a group, and that writes into the log who said it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.contrib.auth.models import User
from django.db import transaction

from minutes.danish.grammar.stemmed_text import stems_of
from minutes.danish.personal_numbers import holds_personal_number
from minutes.editing.event_log import record
from minutes.models import Event, SynonymGroup
from minutes.models.lengths import longest

from .aliases import TakenNames

# Of more nobody has an overview, and a search asks for eight at most (minutes/search/query/synonyms.py).
MOST_WORDS = 20
# The name of a committee has as many; what is longer is a sentence.
LONGEST_PHRASE = 10
# Nobody keeps more, and every process keeps them all.
MOST_GROUPS = 5_000


class SynonymsRefusedError(ValueError):
    """A group cannot be as it was said; the message says in Danish why not."""


class Said(NamedTuple):
    """A group as it is said: its wider word, or "", and its words."""

    wider: str
    words: list[str]

    def __str__(self) -> str:
        return str(SynonymGroup(wider=self.wider, words=self.words))


def checked(wider: str, words: Iterable[str]) -> Said:
    """Return a group with single blanks and without empty words. Raises SynonymsRefusedError where it is none."""
    said = Said(_line(wider), [word for word in map(_line, words) if word])
    for word in filter(None, (said.wider, *said.words)):
        _check_word(word)
    if len(said.words) > MOST_WORDS:
        raise SynonymsRefusedError(f"En gruppe har højst {MOST_WORDS} ord.")
    if not said.words or (len(said.words) == 1 and not said.wider):
        raise SynonymsRefusedError(
            "En gruppe skal have mindst to ord, eller et bredere ord og mindst ét andet."
        )
    seen: dict[tuple[str, ...], str] = {stems_of(said.wider): said.wider} if said.wider else {}
    for word in said.words:
        if other := seen.get(stems_of(word)):
            raise SynonymsRefusedError(f"»{word}« og »{other}« er det samme ord for søgningen.")
        seen[stems_of(word)] = word
    return said


def _line(text: str) -> str:
    return " ".join(text.split())


def _check_word(word: str) -> None:
    most = longest(SynonymGroup, "wider")
    if len(word) > most:
        raise SynonymsRefusedError(f"»{word[:40]} …« er for langt: højst {most} tegn.")
    if holds_personal_number(word):
        raise SynonymsRefusedError("Der står et personnummer i et af ordene.")
    if not any(map(str.isalpha, word)) or not stems_of(word):
        raise SynonymsRefusedError(f"»{word}« er intet ord: det skal have mindst ét bogstav.")
    if "\0" in word:
        raise SynonymsRefusedError("Der står et tegn i et af ordene, som ingen kan skrive.")
    if len(stems_of(word)) > LONGEST_PHRASE:
        raise SynonymsRefusedError(f"»{word[:40]} …« er for langt: højst {LONGEST_PHRASE} ord i et udtryk.")


def record_synonyms(group: SynonymGroup, by: User | None, *, before: Said | None = None) -> None:
    """Note that a group is there from now on, or what became of it, if it was another before."""
    now = Said(group.wider, group.words)
    if before == now:
        return
    details = "ny gruppe" if before is None else "; ".join(_differences(before, now))
    record(Event.Kind.SYNONYMS_SAID, by, subject=str(now), details=details)


def record_gone(group: SynonymGroup, by: User) -> None:
    """Note that a group is deleted."""
    record(Event.Kind.SYNONYMS_SAID, by, subject=str(group), details="slettet")


def _differences(before: Said, now: Said) -> Iterator[str]:
    if before.wider != now.wider:
        yield f"bredere ord: {before.wider or 'intet'} → {now.wider or 'intet'}"
    if added := [word for word in now.words if word not in before.words]:
        yield f"tilføjet: {', '.join(added)}"
    if gone := [word for word in before.words if word not in now.words]:
        yield f"fjernet: {', '.join(gone)}"
    if not added and not gone and before.words != now.words:
        yield "ny rækkefølge"


@transaction.atomic
def add_synonym(word: str, to: str, by: User) -> SynonymGroup:
    """Make a word a synonym of another: in the group that has this, or a new one. Raises SynonymsRefusedError.

    Of groups with a wider word none is meant: what is narrower is no synonym of what stands beside it.
    """
    known = [group for group in SynonymGroup.objects.select_for_update().filter(wider="") if _has(group, to)]
    if len(known) > 1:
        raise SynonymsRefusedError(
            f"»{_line(to)}« står i flere grupper. Ret den, der menes, på listen over synonymer."
        )
    group = known[0] if known else SynonymGroup(words=[_line(to)])
    before = Said(group.wider, [*group.words]) if known else None
    group.words = checked("", [*group.words, word]).words
    if not known:
        refuse_too_many()
    group.save()
    record_synonyms(group, by, before=before)
    return group


def _has(group: SynonymGroup, text: str) -> bool:
    return stems_of(text) in map(stems_of, group.words)


def refuse_too_many(more: int = 1) -> None:
    """Raise SynonymsRefusedError where there is no place for so many groups more."""
    if SynonymGroup.objects.count() + more > MOST_GROUPS:
        raise SynonymsRefusedError(f"Arkivet har højst {MOST_GROUPS} grupper af synonymer.")


def find_remarks(group: SynonymGroup) -> Iterator[str]:
    """Give what whoever keeps a group should know of its words: that they are a unit's name, or in another group."""
    taken = TakenNames.read()
    words = [*filter(None, (group.wider, *group.words))]
    for word in words:
        for bearer in taken.bearers(word):
            yield (
                f"»{word}« er også et navn på {bearer}: en søgning efter det finder først, hvad der hører til der, "
                "og derefter gruppens andre ord."
            )
    others = [
        other for other in SynonymGroup.objects.exclude(pk=group.pk) if not other.wider or not group.wider
    ]
    for word in words:
        for other in others:
            if _is_asked(word, group) and _is_asked(word, other):
                yield f"»{word}« står også i gruppen »{other}«: en søgning efter det finder ordene i begge grupper."


def _is_asked(word: str, group: SynonymGroup) -> bool:
    """Whether a search for the word asks for others of the group."""
    return stems_of(word) == stems_of(group.wider) if group.wider else _has(group, word)
