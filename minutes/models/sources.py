"""What the archive was given: the documents' own bytes with their versions, and the archivist's corrections."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self, cast

from django.conf import settings
from django.db import models

from minutes.parser.problems import Problem, Severity

from .choices import SourceStatus
from .meetings import Meeting

# The problem of a version that an earlier program has read, and the present one cannot.
UNREADABLE = "source_unreadable"


class SourceDocumentQuerySet(models.QuerySet["SourceDocument"]):
    def in_force(self) -> Self:
        """The versions that the rows of their meetings are read from: at most one of each meeting."""
        return self.filter(status=SourceStatus.IN_FORCE)

    def read_before(self, reader_version: int, parser_version: int) -> Self:
        """The versions of which an older reader or parser than these has read what is written of them."""
        return self.filter(
            models.Q(reader_version__lt=reader_version) | models.Q(parser_version__lt=parser_version)
        )

    def without_documents(self) -> Self:
        """Without the bytes, the text and what was seen of them, which few ask for and which are long."""
        return self.defer("content", "text", "preview")

    def without_text(self) -> Self:
        """The versions not in force that an earlier program has stored without the text that was read of them."""
        return self.filter(text=None).exclude(status=SourceStatus.IN_FORCE)

    def unreadable(self) -> Self:
        """The versions that were taken once, and of which no meeting can be made any more."""
        return self.filter(problems__contains=[{"code": UNREADABLE}])

    def uploaded(self) -> Self:
        """The versions that have come in, and that nobody has saved or discarded yet."""
        return self.filter(status=SourceStatus.UPLOADED)

    def with_errors(self) -> Self:
        """The versions with an error, whether or not somebody has accepted it."""
        return self.filter(problems__contains=[{"severity": Severity.ERROR}])

    def waiting(self) -> Self:
        """The versions that are to be put in force, or discarded: at most one of each meeting."""
        return self.filter(status=SourceStatus.WAITING)


class SourceDocument(models.Model):
    """One version of a meeting's minutes, byte for byte, and the text that was read of them, which the parser reads.

    The text is as secret as the bytes: nothing in it is masked. It is None of a version that an earlier program has
    stored without it. `page_starts` are the lines that its pages begin with, `notices` what its reader said of it.
    `decided_by` and `decided_at` say who put it in force or discarded it, where that was not done by its upload.
    One that is uploaded has no meeting, and version 0, until it is saved; `taken_as` is what somebody has said of it
    where its items do not, one of TakeAs in lower case. `verdict` and `preview` are what was seen of it when somebody
    last looked, in short and whole: see importing/arrivals/sheet.py.
    """

    # Typed as one that is there: only what has to do with uploads meets a version before it has a meeting.
    meeting_id: int
    meeting: models.ForeignKey[Meeting, Meeting] = models.ForeignKey(  # type: ignore[misc]
        Meeting, models.CASCADE, related_name="sources", verbose_name="møde", null=True, blank=True
    )
    version = models.PositiveSmallIntegerField("version", default=0)
    status = models.CharField("status", max_length=20, choices=SourceStatus, default=SourceStatus.IN_FORCE)
    verdict = models.JSONField("skal den ses på", default=dict, editable=False)
    preview = models.JSONField("som den så ud", default=dict, editable=False)
    taken_as = models.CharField("indlæst som", max_length=20, blank=True)
    name = models.CharField("filnavn", max_length=255)
    content = models.BinaryField("indhold", editable=False)
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    encoding = models.CharField("læst som", max_length=20, help_text="pdf, docx, eller en teksts tegnsæt.")
    text = models.TextField("tekst", null=True, blank=True, editable=False)
    page_starts = models.JSONField("sidernes første linjer", default=list, editable=False)
    notices = models.JSONField("læserens bemærkninger", default=list, editable=False)
    reader_version = models.PositiveSmallIntegerField("fillæserens version", default=0)
    imported_at = models.DateTimeField("importeret", auto_now_add=True)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="importeret af", null=True, blank=True
    )
    decided_at = models.DateTimeField("afgjort", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        verbose_name="afgjort af",
        null=True,
        blank=True,
    )
    parser_version = models.PositiveSmallIntegerField("læserens version")
    problems = models.JSONField(
        "bemærkninger", default=list, help_text="Liste af {line, code, severity, message}."
    )

    objects = SourceDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "kildedokument"
        verbose_name_plural = "kildedokumenter"
        ordering = ("meeting", "-version")
        permissions = (("read_originals", "Kan hente filerne, som de blev modtaget"),)
        constraints = (
            models.UniqueConstraint(
                fields=("meeting", "version"), name="sourcedocument_meeting_version_unique"
            ),
            models.UniqueConstraint(
                fields=("meeting",),
                condition=models.Q(status=SourceStatus.IN_FORCE),
                name="sourcedocument_meeting_in_force_unique",
            ),
            models.UniqueConstraint(
                fields=("meeting",),
                condition=models.Q(status=SourceStatus.WAITING),
                name="sourcedocument_meeting_waiting_unique",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=SourceStatus.values), name="sourcedocument_status_check"
            ),
            models.UniqueConstraint(
                fields=("meeting", "sha256"), name="sourcedocument_meeting_sha256_unique"
            ),
            models.UniqueConstraint(
                fields=("sha256",),
                condition=models.Q(status=SourceStatus.UPLOADED),
                name="sourcedocument_sha256_uploaded_unique",
            ),
            models.CheckConstraint(
                condition=models.Q(status=SourceStatus.UPLOADED, meeting=None)
                | models.Q(~models.Q(status=SourceStatus.UPLOADED), meeting__isnull=False),
                name="sourcedocument_meeting_check",
            ),
        )

    def __str__(self) -> str:
        return self.name if self.is_uploaded else f"{self.name} (version {self.version})"

    @property
    def meeting_key(self) -> int:
        """The key of its meeting; of one that is uploaded nobody asks for it."""
        return cast(int, self.meeting_id)

    @property
    def is_in_force(self) -> bool:
        return self.status == SourceStatus.IN_FORCE

    @property
    def is_uploaded(self) -> bool:
        return self.status == SourceStatus.UPLOADED

    @property
    def is_waiting(self) -> bool:
        return self.status == SourceStatus.WAITING

    @property
    def is_earlier(self) -> bool:
        return self.status == SourceStatus.EARLIER

    @property
    def errors(self) -> list[Problem]:
        """Those of its problems that forbid to publish it, unless somebody answers for them."""
        return [
            problem for problem in problems_from_json(self.problems) if problem.severity is Severity.ERROR
        ]


def problems_as_json(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Return problems as plain JSON values, the form in which SourceDocument.problems keeps them."""
    return [
        {
            "line": problem.line,
            "code": problem.code,
            "severity": problem.severity.value,
            "message": problem.message,
            **({"item": problem.item} if problem.item else {}),
        }
        for problem in problems
    ]


def problems_from_json(objects: Iterable[dict[str, Any]]) -> tuple[Problem, ...]:
    """Return the problems of which `problems_as_json` made these objects."""
    return tuple(
        Problem(
            stored["line"],
            stored["code"],
            Severity(stored["severity"]),
            stored["message"],
            stored.get("item"),
        )
        for stored in objects
    )


class Correction(models.Model):
    """A value that an archivist set by hand in place of the parsed one; it is set again after every re-import.

    The item is named by its meeting and address, so that the correction outlives the item's row; the title and case
    number that were read at the time show whether the item at that address is still the same. `value` and
    `parsed_value` are text, or lists of text for the centres ("HRC:recommends"); of CLOSED they are one of Closed, of
    WITHDRAWN its YES or NO.
    """

    class Field(models.TextChoices):
        TITLE = "title", "titel"
        CASE_NUMBER = "case_number", "sagsnummer"
        CENTRES = "centres", "centre"
        OUTCOME = "outcome", "udfald"
        CLOSED = "closed", "lukket"
        WITHDRAWN = "withdrawn", "trukket tilbage"

    class Closed(models.TextChoices):
        """Whether an item is closed; nobody sets it in doubt, but its minutes can leave it so."""

        YES = "ja", "ja"
        NO = "nej", "nej"
        IN_DOUBT = "i tvivl", "i tvivl"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="corrections", verbose_name="møde")
    item_slug = models.SlugField("punkt", max_length=40)
    item_title = models.CharField("punktets læste titel", max_length=1000)
    item_case_number = models.CharField("punktets læste sagsnummer", max_length=20, blank=True)
    field = models.CharField("felt", max_length=20, choices=Field)
    key = models.CharField(
        "hvilken",
        max_length=220,
        blank=True,
        help_text="For et udfald: beslutningens organ og dato, og punktet, hvor det er en del af den.",
    )
    parsed_value = models.JSONField("læst værdi", default=str)
    value = models.JSONField("rettet værdi", default=str)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name="rettet af", null=True, blank=True
    )
    made_at = models.DateTimeField("rettet", auto_now=True)

    class Meta:
        verbose_name = "rettelse"
        verbose_name_plural = "rettelser"
        ordering = ("meeting", "item_slug", "field", "key")
        constraints = (
            models.UniqueConstraint(
                fields=("meeting", "item_slug", "field", "key"),
                name="correction_meeting_item_slug_field_key_unique",
            ),
        )

    def __str__(self) -> str:
        return f"{self.item_slug}: {self.get_field_display()}"
