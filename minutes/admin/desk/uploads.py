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
from minutes.importing.content import ITEM_GONE
from minutes.importing.importer import ImportResult, ImportStatus, import_minutes
from minutes.parser.values import MinutesSyntaxError, Severity
from minutes.sources.formats import READ_SUFFIXES, is_named_as_read
from minutes.sources.text import UnreadableSourceError

logger = logging.getLogger(__name__)


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
    def problem_counts(self) -> str:
        """How much it remarked: "1 fejl, 2 advarsler"."""
        return count_problems(self.problems)

    @property
    def must_be_seen(self) -> bool:
        """Whether one of the remarks is an error, or an item of the archive is gone."""
        return any(
            problem["severity"] == Severity.ERROR or problem["code"] == ITEM_GONE for problem in self.problems
        )


def import_upload(file: UploadedFile, user: User, *, publish: bool) -> UploadReport:
    """Read and store one file on behalf of the user. The file's name is only ever shown, never opened."""
    try:
        return UploadReport(file.name, result=_import_as_far_as_allowed(file, user, publish=publish))
    except (UploadRefusedError, UnreadableSourceError, MinutesSyntaxError) as error:
        return UploadReport(file.name, refusal=str(error))
    except DatabaseError:
        logger.exception("An uploaded file could not be stored")
        return UploadReport(
            file.name, refusal="Filen kunne ikke gemmes. Intet af den er i arkivet; prøv igen senere."
        )


def _import_as_far_as_allowed(file: UploadedFile, user: User, *, publish: bool) -> ImportResult:
    _check(file)
    # Whether the text is a new version is known only afterwards; without the right to it, all is undone.
    with transaction.atomic():
        result = import_minutes(file.read(), file.name, imported_by=user, publish=publish)
        if result.status == ImportStatus.NEW_VERSION and not user.has_perm("minutes.change_meeting"):
            raise UploadRefusedError(
                f"{result.meeting} er i arkivet med en anden tekst, og du har ikke ret til at ændre møder."
            )
    return result


def _check(file: UploadedFile) -> None:
    name = PurePath(file.name)
    if not is_named_as_read(name):
        raise UploadRefusedError(
            f"Der kan kun uploades tekstfiler ({', '.join(READ_SUFFIXES)}); "
            f"filen ender på {name.suffix or 'ingenting'}."
        )
    most = settings.ARCHIVE_UPLOAD_MAX_FILE_BYTES
    if file.size > most:
        raise UploadRefusedError(
            f"Filen fylder {_megabytes(file.size)} MB; der kan højst uploades {most >> 20} MB ad gangen."
        )


def _megabytes(size: int) -> str:
    return f"{size / 2**20:.1f}".replace(".", ",")
