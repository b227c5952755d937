"""What holds for every text: nothing but MinutesSyntaxError is raised, no text is lost, and twice is the same."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.danish.dates import ImpossibleDateError, find_date, find_time, find_weekday, is_month
from minutes.danish.numbers import (
    CASE_NUMBER_NORMAL_FORM,
    DOCUMENT_NUMBER_NORMAL_FORM,
    find_numbers,
    match_case_number,
    match_document_number,
    match_serial,
    year_of,
)
from minutes.parser import MinutesSyntaxError, ParsedMeeting, parse_minutes
from minutes.parser.contents import has_page
from minutes.parser.headings import body_name, is_no_remarks, match_heading
from minutes.parser.lines import read_lines
from minutes.parser.outcomes import classify_outcome
from minutes.parser.problems import Severity
from minutes.parser.values import Block, ListBlock, Outcome, SectionKind, Table
from minutes.sources.text import numbered_text
from minutes.sources.values import UnreadableSourceError
from tests.build.parsed import CENTRES

# Letters that change their length in another case, digits of other scripts, blanks of other kinds.
ODD = "ßİıſŉǰΐﬁẞ²½٣१Ⅷ①\u00a0\u2003\u2028\x1c\x85\x0b\x0c\u00ad\u0301\ufeff\ue000\x00\x7f😀"

PIECES = [
    "Punkt 1: Cykelparkering", "PUNKT 2 : Lukket", "Punkt 3 - ", "Punkt 2: Godkendt.", "Punkt ٣: Lokaler",
    "Beslutning: Godkendt.", "Beslutning i Økonomi- og", "Planudvalget den 27-08-2013", "INDSTILLING OG", "Beslutning:",
    "Godkendt. Fraværende: Ib Mo", "Fraværende: Ib Mo (A)", "Fraværende", "Ib Mo", "Protokoltilførsel", "Fremmøde",
    "Punkt 9999.", "13/9902", "sagsnr.: 9-22035.", "12/٣٢١٤٠", "(269057/12)", "dok.nr. 216558-15", "2013/14",
    "27/08-2013", "Indholdsfortegnelse", "Cykelparkering.....\t3", "Lukket......", ".....", "Titel uden prikker",
    "Mødedato Tirsdag d. 31. september 2013 kl. 25:00", "Mødedato", "Mødested", "Medlemmer: Ib Mo,", "Afbud",
    "Mødedato Tırsdag d. 27. aprıl 2013",
    "Baggrund", "ØKONOMI:", "Bilag", "BILAG", "Andre relevante dokumenter", "Indstilling", "Beslutning",
    "Beslutning i Direktionen den 27-08-2013", "BESLUTNING BYRÅDET DEN 99-99-9999", "Beslutning d. 1/1-00",
    "Ingen bemærkninger", "Igen bemærkninger.", "Godkendt.", "Ad 1 godkendt, ad 2 udsat", "HRC og JC indstiller, at",
    "KMC indstiller", "HR-Centrets plan", "Sag\tAnsvarlig", "Plan\tHRC/KMC", "\t\t", "Ialt\t", "Tabel 1: Pladser",
    "- Et", " - o To", "1. at", "2. budgetopfølgning", "3. september", "a) Tre", "o", "-", "·\tx", "* alene",
    "Organisering", "Der skal være plads til alle, som kommer på cykel om morgenen eller", "senere.", "", " ", "\t",
]  # fmt: skip
HEADS = [
    "REFERAT Direktionen d. 27-08-2013",
    "Referat fra møde i Byrådet den 3. marts 2014",
    "REFERAT",
    "DAGSORDEN",
    "",
]

# A machine that is busy with other tests is slow.
unhurried = settings(deadline=None)

odd_lines = st.text(st.sampled_from(ODD + "aæÅ1-./\t "), max_size=20)
lines = st.one_of(
    st.sampled_from(PIECES),
    st.tuples(st.sampled_from(PIECES), odd_lines).map("".join),
    st.tuples(odd_lines, st.sampled_from(PIECES)).map("".join),
    odd_lines,
)
documents = st.builds(
    lambda head, body, end: end.join([head, *body]),
    st.sampled_from(HEADS[:2]) | st.sampled_from(HEADS),
    st.lists(lines, max_size=40).map(lambda body: ["Punkt 1: Økonomi", *body]) | st.lists(lines, max_size=40),
    st.sampled_from(["\n", "\n\n"]),
)
files = st.tuples(documents, st.sampled_from(["\n", "\r\n", "\r"])).map(
    lambda written: written[0].replace("\n", written[1]).encode()
)
texts = documents | st.text(max_size=300)


def parsed(text: str) -> ParsedMeeting | None:
    try:
        return parse_minutes(text, CENTRES)
    except MinutesSyntaxError:
        return None


@unhurried
@given(texts)
def test_nothing_is_raised_but_a_syntax_error_in_danish_with_a_line(text: str):
    try:
        parse_minutes(text, CENTRES)
    except MinutesSyntaxError as error:
        assert str(error) == f"Forventede {error.expected}, men fandt {error.found} (linje {error.line})"
        assert 1 <= error.line <= text.count("\n") + 2


@unhurried
@given(documents)
def test_every_line_is_given_back_once_with_its_number(text: str):
    meeting = parsed(text)
    if meeting:
        assert list(meeting.all_lines()) == list(read_lines(text))


@unhurried
@given(files)
def test_every_line_of_a_file_is_given_back_once_with_the_number_that_its_text_has(content: bytes):
    try:
        text = numbered_text(content)
    except UnreadableSourceError:
        return
    meeting = parsed(text)
    if meeting:
        numbered = enumerate(text.split("\n"), start=1)
        written = [(number, line.rstrip(" ")) for number, line in numbered if line.strip()]
        assert [(line.number, line.text) for line in meeting.all_lines()] == written


@unhurried
@given(documents)
def test_reading_twice_is_reading_the_same(text: str):
    assert parsed(text) == parsed(text)


@unhurried
@given(documents)
def test_every_value_stands_on_a_line_of_the_document(text: str):
    meeting = parsed(text)
    if not meeting:
        return
    numbers = {line.number for line in meeting.all_lines()}
    values = [*meeting.problems, *meeting.contents, *meeting.attendance, *meeting.items]
    for item in meeting.items:
        values += [*item.decisions, *item.attachments, *item.documents, *item.references, *item.centres]
        values += [block for section in item.sections for block in section.blocks]
    assert {value.line for value in values} <= numbers
    assert {meeting.body_line, meeting.date_line} <= numbers
    assert (meeting.location_line in numbers) if meeting.location else True


@unhurried
@given(documents)
def test_problems_are_sorted_and_made_of_a_code_a_severity_and_a_sentence(text: str):
    meeting = parsed(text)
    if meeting:
        assert [problem.line for problem in meeting.problems] == sorted(p.line for p in meeting.problems)
        for problem in meeting.problems:
            assert re.fullmatch(r"[a-z_]+", problem.code)
            assert isinstance(problem.severity, Severity)
            assert problem.message.endswith(".")


@unhurried
@given(documents)
def test_every_line_of_an_item_stands_in_one_of_its_values_and_only_the_first_section_has_no_heading(
    text: str,
):
    meeting = parsed(text)
    for item in meeting.items if meeting else ():
        headings = [line for section in item.sections for line in section.heading_lines]
        below = [line for section in item.sections for line in section.lines]
        parts: dict[int, str] = {}
        for line in (*item.lines, *headings, *below):
            parts[line.number] = parts.get(line.number, "") + line.text
        assert parts == {line.number: line.text for line in item.all_lines()}
        assert len({line.number for line in item.all_lines()}) == len(item.all_lines())
        for position, section in enumerate(item.sections):
            is_unplaced = section.kind is SectionKind.UNPLACED
            assert not (is_unplaced and section.heading)
            assert section.heading or section.kind in {SectionKind.UNPLACED, SectionKind.ATTENDANCE}
            assert not is_unplaced or (position == 0 and section.lines)


def words_of(block: Block) -> list[str]:
    if isinstance(block, Table):
        return [
            *block.caption.split(),
            *(word for row in block.rows for cell in row for word in cell.split()),
        ]
    if isinstance(block, ListBlock):
        # The outer marker of "- o " is the one thing that a list leaves out.
        return [word for entry in block.items for word in [entry.marker, *entry.text.split()]]
    return block.text.split()


@unhurried
@given(documents)
def test_the_blocks_of_a_section_say_every_word_of_its_lines(text: str):
    meeting = parsed(text)
    for item in meeting.items if meeting else ():
        for section in item.sections:
            printed = [word for line in section.lines for word in line.text.split()]
            read = [word for block in section.blocks for word in words_of(block)]
            assert without_markers(read) == without_markers(printed)


def without_markers(words: list[str]) -> list[str]:
    return [word for word in words if word not in {"-", "–", "•", "·"}]


@unhurried
@given(documents)
def test_a_case_number_is_in_normal_form_and_a_decision_belongs_to_its_section(text: str):
    meeting = parsed(text)
    for item in meeting.items if meeting else ():
        assert item.case_number is None or re.fullmatch(CASE_NUMBER_NORMAL_FORM, item.case_number)
        for decision in item.decisions:
            section = item.sections[decision.section_index]
            assert (section.kind, section.text, section.heading and section.heading.number) == (
                SectionKind.DECISION,
                decision.text,
                decision.line,
            )


@unhurried
@given(documents)
def test_the_rows_of_a_table_have_one_length(text: str):
    meeting = parsed(text)
    for item in meeting.items if meeting else ():
        for table in item.tables:
            assert len({len(row) for row in table.rows}) == 1


@unhurried
@given(st.text() | lines)
def test_found_numbers_stand_where_they_say_in_normal_form_and_apart(text: str):
    end = 0
    for found in find_numbers(text):
        assert found.start >= end
        assert text[found.start : found.end] == found.as_written
        form = CASE_NUMBER_NORMAL_FORM if found.kind == "case" else DOCUMENT_NUMBER_NORMAL_FORM
        assert re.fullmatch(form, found.number)
        end = found.end


@unhurried
@given(st.text() | lines)
def test_found_centres_stand_where_they_say_and_apart(text: str):
    end = 0
    for mention in CENTRES.find(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


digits = st.text(st.sampled_from("0123456789/-–. ²½٣१①sag"), max_size=16)


@unhurried
@given(st.text() | lines | digits)
def test_a_number_alone_is_in_normal_form_or_none(text: str):
    case_number, document_number, serial = (
        match_case_number(text),
        match_document_number(text),
        match_serial(text),
    )
    assert case_number is None or re.fullmatch(CASE_NUMBER_NORMAL_FORM, case_number)
    assert case_number is None or 1970 <= year_of(case_number) <= 2069
    assert document_number is None or re.fullmatch(DOCUMENT_NUMBER_NORMAL_FORM, document_number)
    assert serial is None or 100 <= serial <= 9_999_999


@unhurried
@given(st.text() | lines | digits)
def test_no_part_raises_on_any_text(text: str):
    assert isinstance(classify_outcome(text), Outcome)
    match_heading(text)
    body_name(text)
    is_no_remarks(text)
    is_month(text)
    find_weekday(text)
    find_time(text)
    has_page(text)
    try:
        find_date(text)
    except ImpossibleDateError as error:
        assert str(error) in text
