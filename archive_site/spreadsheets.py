"""Lists as CSV that a Danish spreadsheet opens as it should: UTF-8 with BOM, semicolons, and no formulas."""

from __future__ import annotations

import csv
import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

Cell = str | int | datetime.date | datetime.datetime | None

# A cell that begins with one of these is run as a formula when the file is opened (OWASP, "CSV Injection"); East Asian
# spreadsheets take their wide forms for the same.
_STARTS_OF_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# "12/2014" would be December 2014, whatever column it stands in.
_CASE_NUMBER = re.compile(r"[0-9]{2}/[0-9]{1,7}")
# Of what somebody typed, characters in the name of a file.
_LONGEST_NAME = 60
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_PLAIN_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Return the file line by line; dates as 27-08-2013, a time of the day after them as 14.05."""
    writer = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n")
    yield "\ufeff" + writer.writerow(header)
    for row in rows:
        yield writer.writerow([_cell(value) for value in row])


def csv_response(
    filename: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> StreamingHttpResponse:
    """Return an answer that sends the rows as they are read. `filename` has any letters, and not its ending.

    One that has others than ASCII is told in these, too, as RFC 6266 and RFC 5987 have it.
    """
    disposition = content_disposition_header(as_attachment=True, filename=f"{_in_ascii(filename)}.csv") or ""
    if not filename.isascii():
        wide = content_disposition_header(as_attachment=True, filename=f"{filename}.csv") or ""
        disposition += wide.removeprefix("attachment")
    return StreamingHttpResponse(
        csv_lines(header, rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": disposition},
    )


def as_name(text: str) -> str:
    """Return the words of a text as a part of a file's name: "Ny skole, 2013" is "ny-skole-2013"; "" without any."""
    words = _BETWEEN_WORDS.split(unicodedata.normalize("NFC", text).lower())
    return "-".join(filter(None, words))[:_LONGEST_NAME].strip("-")


def _in_ascii(filename: str) -> str:
    plain = unicodedata.normalize("NFKD", filename.lower().translate(_PLAIN_LETTERS))
    return "-".join(re.findall("[a-z0-9]+", plain.encode("ascii", "ignore").decode())) or "fil"


def _cell(value: Cell) -> str:
    if isinstance(value, datetime.datetime):
        return f"{timezone.localtime(value):%d-%m-%Y %H.%M}"
    if isinstance(value, datetime.date):
        return f"{value:%d-%m-%Y}"
    text = "" if value is None else str(value)
    if _CASE_NUMBER.fullmatch(text):
        return f"sag {text}"
    return f"'{text}" if text.startswith(_STARTS_OF_FORMULAS) else text
