"""Takes in one uploaded file of minutes; whatever is wrong with it becomes a sentence for the archivist."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.db import DatabaseError, transaction

from minutes.danish.personal_numbers import mask_personal_numbers
from minutes.importing.arrivals.sheet import Verdict, look_again
from minutes.importing.arrivals.uploading import receive
from minutes.importing.results import ImportStatus
from minutes.models import SourceDocument
from minutes.parser.problems import MinutesSyntaxError
from minutes.sources.formats import is_named_as_read, why_not_by_name
from minutes.sources.values import UnreadableSourceError

logger = logging.getLogger(__name__)

# What an upload would become, in the words of the list.
BECOMES = {
    ImportStatus.IMPORTED: "nyt møde",
    ImportStatus.NEW_VERSION: "ny version",
    ImportStatus.WAITING: "ny version af et offentliggjort møde",
}


class UploadRefusedError(ValueError):
    """The file is not read at all: a Danish sentence says why."""


@dataclass(frozen=True, slots=True)
class UploadLine:
    """One file, as the list of uploads shows it: the version that holds it, or the reason for which it was refused.

    One that is not new was there before, under this name or another.
    """

    name: str
    source: SourceDocument | None = None
    refusal: str = ""
    is_new: bool = True

    @property
    def verdict(self) -> Verdict | None:
        """Whether it has to be looked at; None where it was refused."""
        if self.source is None:
            return None
        is_to_be_seen = self.is_new and self.source.is_uploaded
        return Verdict(self._seen.get("verdict", Verdict.LOOK)) if is_to_be_seen else Verdict.THERE

    @property
    def state(self) -> str:
        return str(self.verdict.label) if self.verdict else "afvist"

    @property
    def meeting(self) -> str:
        """The meeting that it is of, or would be of, in words."""
        if self.source is None:
            return ""
        return str(self._seen.get("meeting", "")) if self.source.is_uploaded else str(self.source.meeting)

    @property
    def becomes(self) -> str:
        """What it would be in the archive, or is there already."""
        if self.source is None:
            return ""
        if not self.source.is_uploaded:
            return f"er version {self.source.version}, {self.source.get_status_display()}"
        status = self._seen.get("becomes")
        return BECOMES.get(ImportStatus(status), "") if status else ""

    @property
    def item_count(self) -> int | None:
        return self._seen.get("items") if self.source and self.source.is_uploaded else None

    @property
    def reasons(self) -> list[str]:
        """Why it was refused, or has to be looked at."""
        if self.refusal:
            return [self.refusal]
        if self.verdict is not Verdict.LOOK:
            return []
        warnings = self._seen.get("warnings", 0)
        counted = [
            f"{warnings} advarsel er ikke set" if warnings == 1 else f"{warnings} advarsler er ikke set"
        ]
        refusal = self._seen.get("refusal")
        obstacles = self._seen.get("obstacles", [])
        return [*([refusal] if refusal else []), *obstacles, *(counted if warnings else [])]

    @property
    def _seen(self) -> dict[str, Any]:
        return self.source.verdict if self.source else {}


def receive_upload(file: UploadedFile, user: User) -> UploadLine:
    """Keep one file on behalf of the user, and look at it. The file's name is only ever shown, never opened."""
    name = mask_personal_numbers(file.name or "")
    try:
        # What cannot be looked at is not kept either.
        with transaction.atomic():
            received = receive(_content(file), file.name or "", user)
            if received.is_new:
                look_again(received.source, received.document)
        return UploadLine(name, received.source, is_new=received.is_new)
    except (UploadRefusedError, UnreadableSourceError, MinutesSyntaxError) as error:
        return UploadLine(name, refusal=str(error))
    except DatabaseError:
        logger.exception("An uploaded file could not be stored")
        return UploadLine(
            name, refusal="Filen kunne ikke gemmes. Intet af den er i arkivet; prøv igen senere."
        )


def _content(file: UploadedFile) -> bytes:
    most = settings.ARCHIVE_UPLOAD_MAX_FILE_BYTES
    if file.size > most:
        raise UploadRefusedError(
            f"Filen fylder {_megabytes(file.size)} MB; der kan højst uploades {most >> 20} MB ad gangen."
        )
    content = file.read()
    if not is_named_as_read(PurePath(file.name)):
        raise UploadRefusedError(why_not_by_name(PurePath(file.name), content))
    return content


def _megabytes(size: int) -> str:
    return f"{size / 2**20:.1f}".replace(".", ",")
