"""Sets the corrections of a meeting again when its minutes have been read anew, each on the item that was corrected.

A closing looks for its item in the whole meeting, and where it is not found, what stands in its place is closed, too,
until somebody says what it is; so does a withdrawal. An opening is set on nothing but the very same item.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum, auto

from minutes.models import AgendaItem, Correction, Meeting
from minutes.models.review.masking import without_numbers

from .corrected_values import is_key_of_part, read_value, write_value

Field = Correction.Field
Closed = Correction.Closed


class AfterImport(Enum):
    """What became of a correction when the minutes had been read again."""

    SET_AGAIN = auto()
    # It is set again, but what was read in its place is another value than the one that was corrected.
    SET_ON_OTHER_VALUE = auto()
    # The item at its address is another one now, or has no such decision any more: it is kept, but not set.
    WITHOUT_PLACE = auto()
    # The item that was closed is not found: the one at its address is closed in its stead, in doubt.
    CLOSED_IN_DOUBT = auto()
    # The item that was closed is not found, and there is none at its address.
    CLOSED_ITEM_GONE = auto()
    # The item was opened, but what the minutes say now is not what was decided on.
    NOT_OPENED = auto()
    # The item that was withdrawn is not found: the one at its address is withdrawn in its stead.
    WITHDRAWN_IN_ITS_STEAD = auto()
    # The item that was withdrawn is not found, and there is none at its address.
    WITHDRAWN_ITEM_GONE = auto()


def set_again(meeting: Meeting) -> list[tuple[Correction, AfterImport]]:
    """Set the corrections of a meeting whose rows hold what was parsed; return what became of each.

    The meeting is locked by whoever has written these rows. The index is not written.
    """
    # A decision follows its parts, unless it is corrected itself: that comes last.
    corrections = sorted(meeting.corrections.all(), key=lambda correction: not is_key_of_part(correction.key))
    if not corrections:
        return []
    items = {item.slug: item for item in meeting.items.select_related("case")}
    # All find their items before any is set: a corrected title or case number would hide what was parsed.
    found = [(correction, _find_items(correction, items)) for correction in corrections]
    became = [(correction, _set_on(correction, places, items)) for correction, places in found]
    _move_hidings(found)
    return became


def find_settled(meeting: Meeting, items: Iterable[AgendaItem]) -> set[str]:
    """Return the slugs of the items, as they were read, of which a correction will say whether they are closed."""
    by_slug = {item.slug: item for item in items}
    settled: set[str] = set()
    for correction in meeting.corrections.filter(field=Field.CLOSED):
        places = _find_items(correction, by_slug)
        if correction.value == Closed.NO:
            places = [item for item in places if _is_opened_again(item, correction)]
        settled.update(item.slug for item in places)
    return settled


def _find_items(correction: Correction, items: Mapping[str, AgendaItem]) -> list[AgendaItem]:
    """The items on which a correction is set: none where the one that was corrected is not found."""
    at_address = items.get(correction.item_slug)
    if _hides(correction):
        return _find_hidden(correction, at_address, items.values())
    if correction.field == Field.CLOSED:
        return [at_address] if at_address and _is_the_same(at_address, correction) else []
    if at_address is None or read_value(at_address, Field(correction.field), correction.key) is None:
        return []
    is_the_item = _has_case(at_address, correction) or _has_title(at_address, correction)
    return [at_address] if is_the_item else []


def _hides(correction: Correction) -> bool:
    """Whether it says that nothing of its item is shown: it is closed, or withdrawn."""
    return correction.field in (Field.CLOSED, Field.WITHDRAWN) and correction.value == Closed.YES


def _find_hidden(
    correction: Correction, at_address: AgendaItem | None, items: Iterable[AgendaItem]
) -> list[AgendaItem]:
    """The item that was closed or withdrawn, wherever it stands now; all of several that may be it.

    By its title first, for a collective case number is that of others, too.
    """
    titled = [item for item in items if _has_title(item, correction)]
    if at_address in titled:
        return [at_address]
    same = [item for item in titled if _has_case(item, correction)] or titled
    if same:
        return same
    return [item for item in items if _has_case(item, correction)]


def _is_the_same(item: AgendaItem, correction: Correction) -> bool:
    number = item.case.number if item.case else ""
    return _has_title(item, correction) and number == correction.item_case_number


def _has_title(item: AgendaItem, correction: Correction) -> bool:
    return without_numbers(item.title) == without_numbers(correction.item_title)


def _has_case(item: AgendaItem, correction: Correction) -> bool:
    return item.case is not None and item.case.number == correction.item_case_number


def _set_on(correction: Correction, places: list[AgendaItem], items: Mapping[str, AgendaItem]) -> AfterImport:
    if correction.field == Field.CLOSED and correction.value == Closed.NO:
        return _open_again(correction, places)
    if not places:
        return _without_place(correction, items.get(correction.item_slug))
    field = Field(correction.field)
    parsed = read_value(places[0], field, correction.key)
    for item in places:
        write_value(item, field, correction.key, correction.value)
    if parsed == correction.parsed_value:
        return AfterImport.SET_AGAIN
    # Not save(): the date and the person of the correction stay.
    Correction.objects.filter(pk=correction.pk).update(parsed_value=parsed)
    return AfterImport.SET_ON_OTHER_VALUE


def _open_again(correction: Correction, places: list[AgendaItem]) -> AfterImport:
    """Open the item where its minutes say of it what they said when somebody opened it."""
    for item in places:
        if _is_opened_again(item, correction):
            write_value(item, Field.CLOSED, "", Closed.NO.value)
            return AfterImport.SET_AGAIN
    return AfterImport.NOT_OPENED


def _is_opened_again(item: AgendaItem, correction: Correction) -> bool:
    return read_value(item, Field.CLOSED) in {correction.parsed_value, Closed.NO}


def _without_place(correction: Correction, at_address: AgendaItem | None) -> AfterImport:
    if correction.field == Field.WITHDRAWN:
        if at_address is None:
            return AfterImport.WITHDRAWN_ITEM_GONE
        write_value(at_address, Field.WITHDRAWN, "", Closed.YES.value)
        return AfterImport.WITHDRAWN_IN_ITS_STEAD
    if correction.field != Field.CLOSED:
        return AfterImport.WITHOUT_PLACE
    if at_address is None:
        return AfterImport.CLOSED_ITEM_GONE
    if read_value(at_address, Field.CLOSED) == Closed.YES:
        return AfterImport.SET_AGAIN
    write_value(at_address, Field.CLOSED, "", Closed.IN_DOUBT.value)
    return AfterImport.CLOSED_IN_DOUBT


def _move_hidings(found: Iterable[tuple[Correction, list[AgendaItem]]]) -> None:
    """Let closings and withdrawals stand at the addresses that their items have now.

    What stood there of another item goes.
    """
    moved = {correction.pk: correction for correction, _ in found}
    targets = dict(_new_addresses(found))
    if not targets:
        return
    # In two steps, for two items may have changed places.
    for key in targets:
        Correction.objects.filter(pk=key).update(item_slug=f"flyttes-{key}")
    for key, slug in targets.items():
        hiding = moved[key]
        of_its_kind = Correction.objects.filter(meeting=hiding.meeting_id, field=hiding.field)
        of_its_kind.filter(item_slug=slug).delete()
        of_its_kind.filter(pk=key).update(item_slug=slug)


def _new_addresses(found: Iterable[tuple[Correction, list[AgendaItem]]]) -> Iterator[tuple[int, str]]:
    for correction, places in found:
        if _hides(correction) and places and correction.item_slug not in {item.slug for item in places}:
            yield correction.pk, places[0].slug
