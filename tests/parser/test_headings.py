"""The headings of sections: whole lines of a vocabulary, and the decisions of a body on a date."""

import datetime

import pytest

from minutes.parser.headings import body_name, is_no_remarks, match_heading
from minutes.parser.values import SectionKind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Baggrund", SectionKind.BACKGROUND),
        ("Sagsfremstilling", SectionKind.CASE_PRESENTATION),
        ("Økonomi", SectionKind.ECONOMY),
        ("Retsgrundlag", SectionKind.LAW),
        ("Politik/Plan", SectionKind.POLICY),
        ("Information", SectionKind.INFORMATION),
        ("Høring", SectionKind.HEARING),
        ("Vurdering", SectionKind.ASSESSMENT),
        ("Andre relevante dokumenter", SectionKind.DOCUMENTS),
        ("Indstilling", SectionKind.RECOMMENDATION),
        ("Beslutning", SectionKind.DECISION),
        ("Bilag", SectionKind.ATTACHMENTS),
    ],
)
@pytest.mark.parametrize("written", [str, str.upper, str.lower, "  {}\t".format, "{}:".format, "{} :".format])
def test_a_heading_is_known_in_every_case(line: str, kind: SectionKind, written):
    heading = match_heading(written(line))
    assert heading is not None
    assert (heading.kind, heading.body, heading.date) == (kind, "", None)


def test_the_blanks_in_a_heading_may_be_others():
    assert match_heading("ANDRE  RELEVANTE\u00a0DOKUMENTER")
    assert match_heading("Beslutning  i\u00a0Direktionen  den\u00a027-08-2013")


@pytest.mark.parametrize(
    ("line", "body", "date"),
    [
        ("Beslutning i Direktionen den 27-08-2013", "Direktionen", "2013-08-27"),
        ("BESLUTNING DIREKTIONEN DEN 15-09-2015", "Direktionen", "2015-09-15"),
        ("Beslutning Byrådet den 29-08-2017", "Byrådet", "2017-08-29"),
        ("BESLUTNING BYRÅDET D. 29.08.2017", "Byrådet", "2017-08-29"),
        ("Beslutning i Økonomiudvalget den 3. marts 2014", "Økonomiudvalget", "2014-03-03"),
        ("Beslutning af Byrådet den 29-08-2017", "Byrådet", "2017-08-29"),
        ("Beslutning fra Direktionen d.29-08-17.", "Direktionen", "2017-08-29"),
        ("Beslutning Byrådet 29-08-2017", "Byrådet", "2017-08-29"),
        ("Beslutning: Byrådet den 29-08-2017", "Byrådet", "2017-08-29"),
        ("Beslutning - Byrådet den 29-08-2017:", "Byrådet", "2017-08-29"),
        ("Beslutning i Byrådet, tirsdag den 29. august 2017", "Byrådet", "2017-08-29"),
        ("Beslutning i Byrådet tirsdag d. 29. august 2017", "Byrådet", "2017-08-29"),
        ("Beslutning i direktionen den 05-02-2013", "Direktionen", "2013-02-05"),
        ("Beslutning i Klima- og Miljøudvalget den 06-06-2017", "Klima- og Miljøudvalget", "2017-06-06"),
        ("BESLUTNING KLIMA- OG MILJØUDVALGET DEN 06-06-2017", "Klima- og Miljøudvalget", "2017-06-06"),
        ("Beslutning i §17,4-udvalget for skoler den 06-06-2017", "§17,4-udvalget for skoler", "2017-06-06"),
        ("Beslutning i ØU den 06-06-2017", "ØU", "2017-06-06"),
        ("Beslutning den 29-08-2017", "", "2017-08-29"),
        ("BESLUTNING 29-08-2017", "", "2017-08-29"),
        ("Beslutning truffet den 28-01-2013", "", "2013-01-28"),
        ("Beslutning fra mødet den 28-01-2013", "", "2013-01-28"),
    ],
)
def test_a_decisions_heading_says_whose_it_is_and_of_which_day(line: str, body: str, date: str):
    heading = match_heading(line)
    assert heading is not None
    assert heading.kind is SectionKind.DECISION
    assert (heading.body, heading.date) == (body, datetime.date.fromisoformat(date))


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Beslutning i Byrådet", "Byrådet"),
        ("BESLUTNING ØKONOMIUDVALGET", "Økonomiudvalget"),
        ("Beslutning i direktionen", "Direktionen"),
        ("Beslutning Klima- og Miljøudvalget", "Klima- og Miljøudvalget"),
    ],
)
def test_a_decisions_heading_without_a_date_needs_a_bodys_name(line: str, body: str):
    heading = match_heading(line)
    assert heading is not None
    assert (heading.kind, heading.body, heading.date) == (SectionKind.DECISION, body, None)


def test_a_decision_on_a_day_that_does_not_exist_keeps_it_as_written():
    heading = match_heading("Beslutning i Direktionen den 31-09-2013")
    assert heading is not None
    assert (heading.body, heading.date, heading.impossible_date) == ("Direktionen", None, "31-09-2013")


@pytest.mark.parametrize(
    "line",
    [
        "",
        " ",
        ":",
        "Økonomi.",
        "Økonomi og drift",
        "Økonomi: 250.000 kr.",
        "- Økonomi, herunder ansøgte midler",
        "- Økonomi",
        "1. Økonomi",
        "Se under indstilling",
        "Bilag 1",
        "Bilaget",
        "Baggrunden",
        "Høringssvar",
        "Beslutninger",
        "Beslutninger i Direktionen den 27-08-2013",
        "Beslutningen i Direktionen den 27-08-2013",
        "Beslutning om lukkedage den 03-03-2014",
        "Beslutning vedr. Byrådet den 03-03-2014",
        "Beslutning til Byrådet den 03-03-2014",
        "Beslutning: Godkendt.",
        "Beslutning forelægges Byrådet",
        "Beslutning tages i Byrådet",
        "Beslutning i sagen",
        "Beslutning i Direktionen den 27-08",
        "Beslutning i Direktionen den 27-08-2013 blev udsat",
        "Beslutning i Direktionen den 27-08-2013: Udsættes.",
        "Jf. beslutning i Direktionen den 27-08-2013",
        "jf. beslutning den 18.03.13",
        "Organisering",
        "Dagsorden",
        "Punkt 1: Økonomi",
        "Ø k o n o m i",
        "Beslutning i Direktionen " + "og Chefforum " * 12 + "den 27-08-2013",
    ],
)
def test_a_line_that_only_holds_a_headings_word_is_none(line: str):
    assert match_heading(line) is None


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Direktionen", "Direktionen"),
        ("DIREKTIONEN", "Direktionen"),
        ("direktionen", "Direktionen"),
        ("SOCIAL- OG SUNDHEDSUDVALGET", "Social- og Sundhedsudvalget"),
        ("Social-  og\tSundhedsudvalget", "Social- og Sundhedsudvalget"),
        ("UDVALGET FOR KULTUR OG FRITID", "Udvalget for Kultur og Fritid"),
        ("ØU", "ØU"),
        ("MED", "MED"),
        ("§17,4-udvalget", "§17,4-udvalget"),
        ("", ""),
    ],
)
def test_a_bodys_name_is_written_as_people_write_it(written: str, name: str):
    assert body_name(written) == name


@pytest.mark.parametrize(
    "text",
    [
        "Ingen bemærkninger",
        "Ingen bemærkninger.",
        "INGEN BEMÆRKNINGER",
        "Igen bemærkninger",
        "Igen bemærkninger.",
        "Ingen bemærkning",
        " Ingen\u00a0bemærkninger ",
        "Ingen",
        "Ingen.",
        "Ingen bilag",
    ],
)
def test_a_section_can_say_that_it_is_empty(text: str):
    assert is_no_remarks(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Igen",
        "Bemærkninger",
        "Ingen yderligere bemærkninger fra revisionen.",
        "Ingen bemærkninger til økonomien.",
        "Der er ingen bemærkninger",
        "Ingen kender svaret",
        "Ingenbemærkninger",
    ],
)
def test_a_text_with_anything_more_is_not_empty(text: str):
    assert not is_no_remarks(text)
