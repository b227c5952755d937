"""Takes in one uploaded file of minutes; whatever is wrong with it becomes a sentence for the archivist."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import PurePath

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.db import DatabaseError, transaction

from minutes.admin.problems import count_problems, problem_rows
from minutes.danish.personal_numbers import mask_personal_numbers
from minutes.importing.content import ITEM_GONE
from minutes.importing.importer import import_minutes
from minutes.importing.recognition.meeting_of_document import TakeAs, UnlikeMeetingError
from minutes.importing.remarks import FEWER_PARTS
from minutes.importing.results import ImportResult, ImportStatus
from minutes.parser.problems import MinutesSyntaxError, Severity
from minutes.sources.formats import is_named_as_read, why_not_by_name
from minutes.sources.values import UnreadableSourceError

logger = logging.getLogger(__name__)


# What an upload is taken as, in the words of the form.
TAKEN_AS = {
    TakeAs.FOUND: "Det, punkterne viser",
    TakeAs.NEW_VERSION: "En ny version af dagens møde",
    TakeAs.OTHER_MEETING: "Et andet møde end det, arkivet har på dagen",
    TakeAs.RESTORED: "En tidligere version, der skal gælde igen",
}
_WAYS_ON = (
    f'Upload filen igen, og vælg "{TAKEN_AS[TakeAs.NEW_VERSION]}" eller "{TAKEN_AS[TakeAs.OTHER_MEETING]}".'
)
# What asks for the right to change a meeting; a version that waits takes the place of one that waited.
_CHANGES_A_MEETING = frozenset({ImportStatus.NEW_VERSION, ImportStatus.WAITING, ImportStatus.RESTORED})
_LOSSES = frozenset({ITEM_GONE, FEWER_PARTS})


class UploadRefusedError(ValueError):
    """The file is not read at all, or what it holds may not be stored: a Danish sentence says why."""


@dataclass(frozen=True, slots=True)
class UploadReport:
    """What became of one file: the import's result, or the reason for which the file was refused."""

    name: str
    result: ImportResult | None = None
    refusal: str = ""

    @property
    def problems(self) -> list[dict]:
        """What the parser remarked, in the order of the lines."""
        return problem_rows(self.result.source.problems) if self.result else []

    @property
    def outcome(self) -> str:
        """What became of it in the archive, and what to do where that is not what was meant."""
        if self.result is None:
            return "afvist"
        if self.result.status == ImportStatus.EARLIER:
            return f'{self.result.answer}; upload den med "{TAKEN_AS[TakeAs.RESTORED]}", hvis den skal gælde'
        if self.result.obstacles:
            return f"{self.result.answer}, men kan ikke offentliggøres"
        return self.result.answer

    @property
    def obstacles(self) -> list[str]:
        """What has barred the publication that was asked for."""
        return [*map(str, self.result.obstacles)] if self.result else []

    @property
    def problem_counts(self) -> str:
        """How much it remarked: "1 fejl, 2 advarsler"."""
        return count_problems(self.problems)

    @property
    def must_be_seen(self) -> bool:
        """Whether one of the remarks is an error, or something is less than it was in the archive."""
        return any(
            problem["severity"] == Severity.ERROR or problem["code"] in _LOSSES for problem in self.problems
        )


def import_upload(
    file: UploadedFile, user: User, *, publish: bool = False, take_as: TakeAs = TakeAs.FOUND
) -> UploadReport:
    """Read and store one file on behalf of the user. The file's name is only ever shown, never opened."""
    name = mask_personal_numbers(file.name)
    try:
        return UploadReport(name, result=_import_as_far_as_allowed(file, user, publish, take_as))
    except UnlikeMeetingError as error:
        return UploadReport(name, refusal=f"{error} {_WAYS_ON}")
    except (UploadRefusedError, UnreadableSourceError, MinutesSyntaxError) as error:
        return UploadReport(name, refusal=str(error))
    except DatabaseError:
        logger.exception("An uploaded file could not be stored")
        return UploadReport(
            name, refusal="Filen kunne ikke gemmes. Intet af den er i arkivet; prøv igen senere."
        )


def _import_as_far_as_allowed(file: UploadedFile, user: User, publish: bool, take_as: TakeAs) -> ImportResult:
    _check_size(file)
    content = file.read()
    if not is_named_as_read(PurePath(file.name)):
        raise UploadRefusedError(why_not_by_name(PurePath(file.name), content))
    # Whether the text is a new version is known only afterwards; without the right to it, all is undone.
    with transaction.atomic():
        result = import_minutes(content, file.name, imported_by=user, publish=publish, take_as=take_as)
        if result.status in _CHANGES_A_MEETING and not user.has_perm("minutes.change_meeting"):
            raise UploadRefusedError(
                f"{result.meeting} er i arkivet med en anden tekst, og du har ikke ret til at ændre møder."
            )
    return result


def _check_size(file: UploadedFile) -> None:
    most = settings.ARCHIVE_UPLOAD_MAX_FILE_BYTES
    if file.size > most:
        raise UploadRefusedError(
            f"Filen fylder {_megabytes(file.size)} MB; der kan højst uploades {most >> 20} MB ad gangen."
        )


def _megabytes(size: int) -> str:
    return f"{size / 2**20:.1f}".replace(".", ",")
