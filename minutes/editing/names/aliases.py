"""What centres and bodies are called: no two of them the same, in whatever letters, so that a name says which is meant.

The one place that refuses a name, for everything by which one can be given.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple, Self

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from minutes.danish.name_keys import name_key
from minutes.danish.personal_numbers import holds_personal_number
from minutes.editing.event_log import record
from minutes.models import Body, BodyAlias, Centre, CentreAlias, Event, NameDecision
from minutes.models.centres import name_with_code
from minutes.models.lengths import longest

Unit = Centre | Body


class NameRefusedError(ValueError):
    """A name may not be given to a centre or a body; the message says in Danish why not."""


class What(Enum):
    """What a name is of its bearer, in the words of a refusal."""

    CODE = "koden for"
    NAME = "navnet på"
    ALIAS = "en skrivemåde af"


class _Name(NamedTuple):
    """A name of a centre or a body, with what it is there and how its bearer is shown."""

    text: str
    what: What
    model: type[Unit]
    pk: int
    bearer: str

    def is_of(self, unit: Unit) -> bool:
        return isinstance(unit, self.model) and unit.pk == self.pk


class TakenNames:
    """The codes, names and aliases of all centres and bodies, and the codes that are said to be neither."""

    def __init__(self, names: Iterator[_Name] | list[_Name], decided: dict[str, str]) -> None:
        self._names: dict[str, list[_Name]] = {}
        for name in names:
            self._names.setdefault(name_key(name.text), []).append(name)
        self._decided = decided

    @classmethod
    def read(cls) -> Self:
        """Read them as they are now. Three queries."""
        said = NameDecision.objects.exclude(meaning=NameDecision.Meaning.CENTRE)
        decided = {name_key(decision.code): str(decision) for decision in said}
        return cls([*_names_of_centres(), *_names_of_bodies()], decided)

    def refuse_alias(self, text: str, unit: Unit) -> None:
        """Raise NameRefusedError where a text cannot be another way to write this centre or body."""
        if not name_key(text):
            raise NameRefusedError("En skrivemåde skal have mindst ét bogstav eller tal.")
        if holds_personal_number(text):
            raise NameRefusedError("Der står et personnummer i navnet.")
        self.refuse(text, unit)

    def refuse(self, text: str, unit: Unit, *, but: What | None = None) -> None:
        """Raise NameRefusedError where a text is a name of another unit than this one, which may be a new one.

        Not where it is `but` a name of that kind: two bodies may have nearly the same name.
        """
        key = name_key(text)
        for name in self._names.get(key, ()) if key else ():
            if not name.is_of(unit) and not (name.what is but and isinstance(unit, name.model)):
                raise NameRefusedError(
                    f"»{text}« kan ikke bruges: »{name.text}« er {name.what.value} {name.bearer}, og en søgning kunne "
                    "ikke vide, hvem der menes."
                )
        if isinstance(unit, Centre) and key in self._decided:
            raise NameRefusedError(
                f"»{text}« kan ikke bruges: det er afgjort, hvad koden betyder ({self._decided[key]}). "
                "Fortryd det først under »Ukendte koder«."
            )

    def is_free(self, text: str, unit: Unit) -> bool:
        """Whether a text may be a name of this centre or body."""
        try:
            self.refuse(text, unit)
        except NameRefusedError:
            return False
        return True

    def bearers(self, text: str) -> list[str]:
        """Whose name, code or alias a text is, as each is shown."""
        return [*dict.fromkeys(name.bearer for name in self._names.get(name_key(text), ()))]

    def add(self, text: str, unit: Unit) -> None:
        """Count a name in that has just been given."""
        self._names.setdefault(name_key(text), []).append(
            _Name(text, What.ALIAS, type(unit), unit.pk, str(unit))
        )


def _names_of_centres() -> Iterator[_Name]:
    for pk, code, name, alias in Centre.objects.values_list("pk", "code", "name", "aliases__text"):
        bearer = name_with_code(name, code)
        yield _Name(code, What.CODE, Centre, pk, bearer)
        yield _Name(name, What.NAME, Centre, pk, bearer)
        if alias:
            yield _Name(alias, What.ALIAS, Centre, pk, bearer)


def _names_of_bodies() -> Iterator[_Name]:
    for pk, name, alias in Body.objects.values_list("pk", "name", "aliases__text"):
        yield _Name(name, What.NAME, Body, pk, name)
        if alias:
            yield _Name(alias, What.ALIAS, Body, pk, name)


@transaction.atomic
def add_alias(
    text: str, unit: Unit, by: User | None, *, is_for_search_only: bool = False
) -> CentreAlias | BodyAlias:
    """Give a centre or a body another name, and note who did. Raises NameRefusedError where it may not have it."""
    text = " ".join(text.split())
    most = longest(CentreAlias, "text")
    if len(text) > most:
        raise NameRefusedError(f"En skrivemåde har højst {most} tegn.")
    TakenNames.read().refuse_alias(text, unit)
    try:
        with transaction.atomic():
            alias = _create(text, unit, is_for_search_only)
    except IntegrityError as error:
        raise NameRefusedError(f"»{text}« er allerede en skrivemåde.") from error
    record_alias(text, unit, by)
    return alias


def _create(text: str, unit: Unit, is_for_search_only: bool) -> CentreAlias | BodyAlias:
    if isinstance(unit, Body):
        return BodyAlias.objects.create(body=unit, text=text)
    return CentreAlias.objects.create(centre=unit, text=text, is_for_search_only=is_for_search_only)


def record_alias(text: str, unit: Unit, by: User | None, *, is_gone: bool = False) -> None:
    """Note that a centre or a body has another name from now on, or has it no more."""
    details = "ikke længere en skrivemåde af" if is_gone else "skrivemåde af"
    record(Event.Kind.NAME_DECIDED, by, subject=text, details=f"{details} {unit}")
