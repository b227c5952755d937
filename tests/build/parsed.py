"""Small documents for the parser's tests."""

from __future__ import annotations

from minutes.parser import CentreNames, ParsedMeeting, parse_minutes
from minutes.parser.values import Line, ParsedItem

HEAD = """REFERAT Direktionen d. 27-08-2013

Mødedato Tirsdag d. 27. august 2013 kl. 10:00

Mødested Mødelokale 2.14
"""

OPEN_ITEM = "Punkt {n}: Emne {n}\n\n16/90{n}\n\nSagsfremstilling\n\nTekst {n}."

CENTRES = CentreNames.of(
    {
        "BYC": ("Byrådscentret",),
        "HRC": ("HR-Centret",),
        "ØDC": ("Økonomi- og Digitaliseringscentret",),
        "CEIS": ("Center for Ejendomme og Intern Service", "CIES"),
        "JC": ("Jobcentret",),
        "SHC": ("Social- og Handicapcentret",),
    },
    not_centres={"MED", "HTK", "KL", "SSU"},
)


def document(*items: str, head: str = HEAD) -> str:
    """A document of these items, with blank lines between the parts."""
    return "\n\n".join([head, *items])


def parse_items(*items: str, head: str = HEAD) -> ParsedMeeting:
    """What a document of these items says, with the centres known."""
    return parse_minutes(document(*items, head=head), CENTRES)


def parse_one(*lines: str, title: str = "Cykelparkering", case_number: str = "13/9902") -> ParsedItem:
    """The only item of a document, with these lines below its case number."""
    return parse_items("\n\n".join([f"Punkt 1: {title}", case_number, *lines])).items[0]


def numbered(text: str) -> tuple[Line, ...]:
    """The non-blank lines of a text, as the parser's parts get them."""
    return tuple(Line(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip())


def codes(meeting: ParsedMeeting) -> list[str]:
    """The codes of a document's problems, in order."""
    return [problem.code for problem in meeting.problems]


def messages(meeting: ParsedMeeting, code: str) -> list[str]:
    """What the problems with this code say."""
    return [problem.message for problem in meeting.problems if problem.code == code]


def closed(meeting: ParsedMeeting) -> list[int]:
    """The numbers of a meeting's closed items."""
    return [item.number for item in meeting.items if item.is_closed]
