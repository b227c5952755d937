"""What can be done with a version that somebody has looked at, who may do it, and the doing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.http import HttpRequest

from minutes.admin.rights import may_publish, may_save_versions, may_upload
from minutes.importing import versions
from minutes.importing.arrivals import uploading
from minutes.importing.arrivals.sheet import Sheet, sheet_of
from minutes.importing.recognition.meeting_of_document import TakeAs
from minutes.importing.results import ImportResult, ImportStatus
from minutes.models import Meeting, SourceDocument
from minutes.models.visibility import is_public

# Of the reasons not to publish; a document with a thousand errors has as many.
_MOST_BARS = 50


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a deed: a sentence, what barred a part of it, and the meeting that it was done to."""

    sentence: str
    obstacles: tuple[str, ...] = ()
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """One button: its name in the form and its words, what it asks before it is done, and what bars it."""

    name: str
    label: str
    do: Callable[[SourceDocument, User], Done]
    asks: str = ""
    bars: tuple[str, ...] = ()


def deeds_for(request: HttpRequest, source: SourceDocument) -> list[Deed]:
    """Return what whoever asks may do with a version now, the likeliest first."""
    sheet = sheet_of(source)
    if source.is_uploaded:
        return [*_with_upload(request, sheet)] if may_upload(request) else []
    return [*_with_stored(request, source, sheet)]


def _with_upload(request: HttpRequest, sheet: Sheet) -> Iterator[Deed]:
    becomes = ImportStatus(sheet["becomes"]) if sheet["becomes"] else None
    if sheet["unlike"]:
        if may_save_versions(request):
            yield Deed("new_version", "Det er en ny version af mødet", _say(TakeAs.NEW_VERSION))
        yield Deed("other_meeting", "Det er et andet møde samme dag", _say(TakeAs.OTHER_MEETING))
    if becomes == ImportStatus.IMPORTED or (
        becomes and _is_new_version(becomes) and may_save_versions(request)
    ):
        yield Deed("save", "Lad vente" if becomes == ImportStatus.WAITING else "Gem som kladde", _save)
        if may_publish(request):
            yield Deed("publish", "Gem og offentliggør", _save_and_publish, bars=_bars(sheet))
    yield Deed("discard", "Kassér", _discard_upload, asks="Ja, kassér filen: den slettes her i arkivet.")


def _with_stored(request: HttpRequest, source: SourceDocument, sheet: Sheet) -> Iterator[Deed]:
    if source.is_in_force:
        if source.meeting.is_draft and may_publish(request):
            yield Deed("publish", "Offentliggør", _publish, bars=_bars(sheet))
        return
    is_seen_at_once = is_public(source.meeting)
    may = may_publish(request) if is_seen_at_once else may_save_versions(request)
    bars = _bars(sheet) if is_seen_at_once else ()
    if source.is_waiting:
        if may:
            yield Deed("publish", "Offentliggør denne version", _put_in_force, bars=bars)
        if may_save_versions(request):
            yield Deed("discard", "Kassér", _discard_waiting, asks="Ja, kassér den ventende version.")
    elif source.is_earlier and may:
        yield Deed("restore", "Sæt i kraft igen", _restore, asks="Ja, vis denne version i stedet.", bars=bars)


def _is_new_version(becomes: ImportStatus) -> bool:
    return becomes in (ImportStatus.NEW_VERSION, ImportStatus.WAITING)


def _bars(sheet: Sheet) -> tuple[str, ...]:
    """The first reasons for which a version cannot be published, each with its line, and how many more there are."""
    obstacles = sheet["obstacles"]
    said = [
        f"linje {obstacle['line']}: {obstacle['message']}" if obstacle["line"] else obstacle["message"]
        for obstacle in obstacles[:_MOST_BARS]
    ]
    more = len(obstacles) - len(said)
    return (*said, f"og {more} mere") if more else tuple(said)


def _say(take_as: TakeAs) -> Callable[[SourceDocument, User], Done]:
    def say(source: SourceDocument, by: User) -> Done:
        uploading.say_what_it_is(source, take_as)
        return Done("Valget er husket. Se dokumentet igennem, og gem det.")

    return say


def _save(source: SourceDocument, by: User) -> Done:
    return _done(uploading.save(source, by))


def _save_and_publish(source: SourceDocument, by: User) -> Done:
    return _done(uploading.save(source, by, publish=True))


def _publish(source: SourceDocument, by: User) -> Done:
    published = versions.publish(Meeting.objects.filter(pk=source.meeting_id), by)
    barred = published.barred.get(source.meeting.pk, ())
    sentence = (
        f"{source.meeting} er ikke offentliggjort." if barred else f"{source.meeting} er offentliggjort."
    )
    return Done(sentence, tuple(map(str, barred)), source.meeting)


def _put_in_force(source: SourceDocument, by: User) -> Done:
    return _done(versions.put_in_force(source, by, publish=True))


def _restore(source: SourceDocument, by: User) -> Done:
    return _done(versions.restore(source, by))


def _discard_upload(source: SourceDocument, by: User) -> Done:
    uploading.discard(source, by)
    return Done(f"{source.name} er kasseret.")


def _discard_waiting(source: SourceDocument, by: User) -> Done:
    if not versions.discard(source, by):
        raise uploading.AlreadyDecidedError
    return Done(f"{source} er kasseret.", meeting=source.meeting)


def _done(result: ImportResult) -> Done:
    what = f"{result.meeting} ({result.meeting.get_state_display()}): {result.answer}."
    if result.obstacles:
        what += " Det er ikke offentliggjort."
    return Done(what, tuple(map(str, result.obstacles)), result.meeting)
