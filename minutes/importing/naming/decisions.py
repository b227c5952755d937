"""Saying what a code is that stands where a centre stands, and taking it back."""

from __future__ import annotations

import re

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from minutes.editing.event_log import record
from minutes.editing.names.aliases import NameRefusedError, add_alias, record_alias
from minutes.importing.organisation import centre_names
from minutes.models import Centre, CentreAlias, Event, NameDecision

Meaning = NameDecision.Meaning

# As the parser finds them, see centre_roles.py.
_CODE = re.compile("[A-ZÆØÅ]{2,5}")


@transaction.atomic
def decide_code(code: str, meaning: str, centre: Centre | None, by: User) -> NameDecision:
    """Say that a code is another way to write a centre, somebody's initials, or nothing of the kind.

    Raises NameRefusedError, with a Danish sentence, where it is no code, where it is known already, perhaps since a
    moment ago, or where it cannot be that centre's. No meeting is read again.
    """
    if not _CODE.fullmatch(code) or meaning not in Meaning.values:
        raise NameRefusedError(f"»{code}« er ikke en kode af 2-5 store bogstaver.")
    if (meaning == Meaning.CENTRE) != (centre is not None):
        raise NameRefusedError("Vælg det center, som koden er en skrivemåde af.")
    known = NameDecision.objects.select_related("decided_by", "alias__centre").filter(code=code).first()
    if known:
        who = f" af {known.decided_by.get_username()}" if known.decided_by else ""
        raise NameRefusedError(f"{code} er allerede afgjort{who}: {known.meaning_in_words}.")
    if centre_names().knows(code):
        raise NameRefusedError(f"{code} er kendt i forvejen.")
    try:
        with transaction.atomic():
            if centre:
                add_alias(code, centre, by)
            alias = CentreAlias.objects.get(text=code) if centre else None
            decision = NameDecision.objects.create(code=code, meaning=meaning, alias=alias, decided_by=by)
    except IntegrityError as error:
        raise NameRefusedError(f"{code} er netop afgjort af en anden.") from error
    if centre is None:
        record(Event.Kind.NAME_DECIDED, by, subject=code, details=decision.get_meaning_display())
    return decision


@transaction.atomic
def undo_decision(decision: NameDecision, by: User) -> bool:
    """Let a code be unknown again, and its alias be gone; False where somebody else has done so already."""
    locked = NameDecision.objects.select_for_update().filter(pk=decision.pk).first()
    if locked is None:
        return False
    if locked.alias:
        record_alias(locked.code, locked.alias.centre, by, is_gone=True)
        locked.alias.delete()
    else:
        details = f"ikke længere {locked.get_meaning_display()}"
        record(Event.Kind.NAME_DECIDED, by, subject=locked.code, details=details)
        locked.delete()
    return True
