"""Remembers the personal numbers of what the archive is given: which there are, and where each stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from minutes.danish.personal_numbers import Confidence, PersonalNumber, find_personal_numbers
from minutes.models import Finding, FindingPlace, Meeting, SourceDocument
from minutes.models.addresses import item_slugs
from minutes.models.review.findings import number_digest
from minutes.models.review.masking import Masking
from minutes.parser.problems import Problem, Severity
from minutes.parser.values import ParsedItem, ParsedMeeting

# A number, and a place that is not in the database and knows nothing of its finding.
_Found = tuple[PersonalNumber, FindingPlace]


def remember_numbers_of_text(source: SourceDocument, text: str, parsed: ParsedMeeting) -> None:
    """Remember the numbers in the lines of a stored version, in place of those that were remembered of it.

    `text` is that of the file as it came, `parsed` what was read of it with the numbers masked.
    """
    source.finding_places.filter(kind=FindingPlace.Kind.TEXT).delete()
    remember(source.meeting, _in_lines_of_items(source, text, parsed))


def remember_numbers_of_name(source: SourceDocument, name: str) -> None:
    """Remember the numbers in the name that a version's file came with."""
    places = (
        (number, FindingPlace(source=source, kind=FindingPlace.Kind.FILE_NAME))
        for number in find_personal_numbers(name)
    )
    remember(source.meeting, places)


def remember(meeting: Meeting, found: Iterable[_Found]) -> None:
    """Store the places, each with the finding of its number, which is made where the meeting has none yet."""
    numbers_and_places = list(found)
    if not numbers_and_places:
        return
    findings = _findings_of(meeting, [number for number, _ in numbers_and_places])
    for number, place in numbers_and_places:
        place.finding = findings[number_digest(meeting, number.digits)]
    FindingPlace.objects.bulk_create(place for _, place in numbers_and_places)


def find_numbers_in_lines(text: str, most: int | None = None) -> Iterator[tuple[int, PersonalNumber]]:
    """Give the numbers of a text, `most` at the most, each with the line in which it begins, from 1."""
    line, position = 1, 0
    for number in find_personal_numbers(text, most):
        line += text.count("\n", position, number.start)
        position = number.start
        yield line, number


def find_undecided(text: str, masking: Masking | None = None) -> Iterator[Problem]:
    """Give a remark for each certain number in a text of which nothing was decided in its meeting."""
    for line, number in find_numbers_in_lines(text):
        if number.confidence is Confidence.CERTAIN and not (masking and masking.is_decided(number)):
            message = (
                f"Her står et personnummer ({number.masked}). Det er skjult, og det afgøres under "
                "»Fund af personnumre«, om det frigives eller fjernes."
            )
            yield Problem(line, "personal_number", Severity.WARNING, message)


def _in_lines_of_items(source: SourceDocument, text: str, parsed: ParsedMeeting) -> Iterator[_Found]:
    starts = [item.line for item in parsed.items]
    slugs = item_slugs(item.label for item in parsed.items)
    for line, number in find_numbers_in_lines(text):
        position = bisect_right(starts, line) - 1
        yield (
            number,
            FindingPlace(
                source=source,
                kind=FindingPlace.Kind.TEXT,
                line=line,
                item_slug=slugs[position] if position >= 0 else "",
                in_closed_item=position >= 0 and _is_shown_closed(parsed.items[position]),
            ),
        )


def _is_shown_closed(item: ParsedItem) -> bool:
    """Whether nothing of an item is shown: it is closed, or may be."""
    return item.is_closed or item.is_doubtful


def _findings_of(meeting: Meeting, numbers: Sequence[PersonalNumber]) -> dict[str, Finding]:
    """The findings of these numbers by their digests; a number that is surer than it was before is so from now on."""
    wanted = {number_digest(meeting, number.digits): number for number in numbers}
    certain = {
        number_digest(meeting, number.digits) for number in numbers if number.confidence is Confidence.CERTAIN
    }
    known = {finding.digest: finding for finding in meeting.findings.filter(digest__in=wanted)}
    meeting.findings.filter(digest__in=certain).update(confidence=Finding.Confidence.FINDING)
    new = [
        Finding(
            meeting=meeting,
            digest=digest,
            masked=number.masked,
            confidence=Finding.Confidence.FINDING if digest in certain else Finding.Confidence.WARNING,
        )
        for digest, number in wanted.items()
        if digest not in known
    ]
    return known | {finding.digest: finding for finding in Finding.objects.bulk_create(new)}
