"""Where items begin: every way to write a header, what bears it out, and the lines that only look like one."""

import pytest

from minutes.parser import MinutesSyntaxError, ParsedMeeting, parse_minutes
from minutes.parser.items.headers import is_next
from minutes.parser.problems import Severity
from tests.build.parsed import codes, messages

HEAD = "Byrådet\nReferat\nDato: 29-08-2017\n"
DECIDED = "Beslutning Byrådet den 29-08-2017\nGodkendt."


def parse(*parts: str, head: str = HEAD) -> ParsedMeeting:
    return parse_minutes("\n".join([head, *parts]))


def read(*parts: str, head: str = HEAD) -> list[tuple[str, str]]:
    return [(item.label, item.title) for item in parse(*parts, head=head).items]


FORMS = {
    "Punkt 1: {}": "Punkt {number}: {title}",
    "PUNKT 1. {}": "PUNKT {number}. {title}",
    "Punkt 1 - {}": "Punkt {number} - {title}",
    "Punkt 1, the title below": "Punkt {number}\n{title}",
    "Punkt 1:, the title below": "Punkt {number}:\n{title}",
    "Punkt 1 {}": "Punkt {number} {title}",
    "Pkt. 1 {}": "Pkt. {number} {title}",
    "Pkt. 1: {}": "Pkt. {number}: {title}",
    "pkt 1 - {}": "pkt {number} - {title}",
    "Pkt. 1, the title below": "Pkt. {number}\n{title}",
    "Nr. 1 - {}": "Nr. {number} - {title}",
    "Nr. 1: {}": "Nr. {number}: {title}",
    "Punkt nr. 1: {}": "Punkt nr. {number}: {title}",
    "Sag nr. 1: {}": "Sag nr. {number}: {title}",
    "Dagsordenspunkt 1: {}": "Dagsordenspunkt {number}: {title}",
    "1. {}": "{number}. {title}",
    "1., the title below": "{number}.\n{title}",
    "1) {}": "{number}) {title}",
    "1 - {}": "{number} - {title}",
    "1: {}": "{number}: {title}",
    "1 {}": "{number} {title}",
    "1, a TAB, {}": "{number}.\t{title}",
}
TITLES = ["Godkendelse af dagsorden", "A - Lokalplan 4.17", "Budget 2014-2017"]


def written(form: str, number: str, title: str, *below: str) -> str:
    return "\n".join([FORMS[form].format(number=number, title=title), *below])


@pytest.mark.parametrize("label", ["", "Sagsnr.: ", "Sagsnr: ", "Sag "])
@pytest.mark.parametrize("form", FORMS)
def test_an_item_with_a_case_number_begins_in_every_form(form: str, label: str):
    items = [written(form, str(n), title, f"{label}12/779{n}", DECIDED) for n, title in enumerate(TITLES, 1)]
    assert read(*items) == [(str(n), title) for n, title in enumerate(TITLES, 1)]


@pytest.mark.parametrize("form", FORMS)
def test_an_item_that_the_contents_have_needs_no_case_number(form: str):
    contents = "Indholdsfortegnelse\n" + "\n".join(f"{title}.....\t3" for title in TITLES)
    items = [written(form, str(n), title, "Ingen spurgte.") for n, title in enumerate(TITLES, 1)]
    assert read(contents, *items) == [(str(n), title) for n, title in enumerate(TITLES, 1)]


@pytest.mark.parametrize("form", FORMS)
def test_without_contents_a_section_bears_an_item_out(form: str):
    items = [written(form, str(n), title, DECIDED) for n, title in enumerate(TITLES, 1)]
    assert read(*items) == [(str(n), title) for n, title in enumerate(TITLES, 1)]


@pytest.mark.parametrize("form", FORMS)
def test_a_number_keeps_its_letter(form: str):
    labels = ["1", "1a", "1b", "2"]
    items = [written(form, label, "Budget", f"12/{7790 + n}") for n, label in enumerate(labels)]
    meeting = parse(*items)
    assert [(item.number, item.label) for item in meeting.items] == [(1, "1"), (1, "1a"), (1, "1b"), (2, "2")]
    assert not {"number_repeated", "number_gap"} & set(codes(meeting))


def test_a_letter_that_comes_again_is_repeated_and_one_left_out_is_a_gap():
    meeting = parse("Punkt 1: A\n12/1", "Punkt 1a: B\n12/2", "Punkt 1a: C\n12/3", "Punkt 1c: D\n12/4")
    assert messages(meeting, "number_repeated") == ["Punkt 1a står mere end én gang."]
    assert messages(meeting, "number_gap") == ["Her ventedes punkt 2, men punktet har nummer 1c."]


@pytest.mark.parametrize(
    ("before", "after", "follows"),
    [
        ((1, ""), (2, ""), True),
        ((1, ""), (1, "a"), True),
        ((1, "a"), (1, "b"), True),
        ((1, "a"), (2, ""), True),
        ((1, ""), (2, "a"), True),
        ((1, ""), (1, ""), False),
        ((1, ""), (1, "b"), False),
        ((1, "b"), (1, "a"), False),
        ((1, "å"), (1, ""), False),
        ((1, ""), (3, ""), False),
        ((2, ""), (1, ""), False),
    ],
)
def test_what_comes_next(before: tuple[int, str], after: tuple[int, str], follows: bool):
    assert is_next(*before, *after) is follows


# Lines inside an item

ONE, TWO, THREE = (f"{n}. {title}\nSagsnr: 12/779{n}\n" for n, title in enumerate(TITLES, 1))


@pytest.mark.parametrize(
    "text",
    [
        "Indstilling\n1. at planen godkendes\n2. at den sendes ud\n3. at den følges.",
        "Sagsfremstilling\n1. Planen godkendes\n2. Den sendes ud\n3. Den følges",
        "Beslutning\n1. Godkendt.\n2. Udsat.",
        "Beslutning\nPunkt 1: Godkendt.\nPunkt 2: Udsat.",
        "Baggrund\n2. september var der møde.",
        "Baggrund\n2. Godkendelse af dagsorden",
        "Baggrund\nStatus for vejene:\n1. Åben\n2. Lukket\n3. Åben",
        "Baggrund\n2. Lukket",
        "Baggrund\n4. Noget andet\n12/9999",
        "Baggrund\n2 stole",
        "Baggrund\n2.\tNord\t40",
        "Baggrund\n2.5 procent",
    ],
)
def test_a_numbered_line_inside_an_item_is_text(text: str):
    meeting = parse(ONE + text, TWO, THREE)
    assert [item.label for item in meeting.items] == ["1", "2", "3"]
    assert text.split("\n", 1)[1] in "\n".join(line.text for line in meeting.items[0].all_lines())


def test_where_the_contents_have_another_title_the_next_number_begins_no_item():
    contents = "Indholdsfortegnelse\n" + "\n".join(f"{title}.....\t3" for title in TITLES)
    assert [label for label, _ in read(contents, ONE + "Baggrund\n2. Noget andet\nVurdering\nJa.", TWO, THREE)] == [
        "1", "2", "3",
    ]  # fmt: skip


def test_a_number_that_only_one_line_has_between_two_items_begins_one():
    assert [label for label, _ in read(ONE, "2. Spørgetid\nIngen spurgte.", THREE)] == ["1", "2", "3"]


@pytest.mark.parametrize("title", ["Lukket", "Lukket punkt", "Salg af grund - LUKKET SAG"])
def test_a_closed_item_needs_nothing_but_its_title(title: str):
    meeting = parse(ONE + DECIDED, f"2. {title}")
    assert [(item.label, item.is_closed) for item in meeting.items] == [("1", False), ("2", True)]


@pytest.mark.parametrize("form", ["Punkt 2\n{}", "2.\n{}", "Pkt. 2\n{}", "Punkt 2:\n{}"])
@pytest.mark.parametrize("title", ["Lukket", "LUKKET SAG", "Lukket punkt"])
def test_a_closed_item_may_have_its_title_below(form: str, title: str):
    word = form.split("2")[0]
    meeting = parse(
        f"{word}1: A\nSagsnr: 12/1\n{DECIDED}",
        form.format(title),
        "Sagsnr: 12/2",
        f"{word}3: B\nSagsnr: 12/3",
    )
    assert [(item.label, item.is_closed, item.unplaced) for item in meeting.items] == [
        ("1", False, ()), ("2", True, ()), ("3", False, ()),
    ]  # fmt: skip


def test_a_gap_is_an_item_where_its_case_number_is_called_one_and_reported():
    meeting = parse(ONE, "4. Eventuelt\nSagsnr: 12/7999")
    assert [item.label for item in meeting.items] == ["1", "4"]
    assert "number_gap" in codes(meeting)


@pytest.mark.parametrize("more", ["2. Eventuelt\nIntet.", "Pkt. 2\nIntet."])
def test_what_looks_like_the_next_item_and_is_text_is_a_warning(more: str):
    meeting = parse(ONE.replace("1. ", more.split("2")[0] + "1. ") + DECIDED, more)
    assert [item.label for item in meeting.items] == ["1"]
    (problem,) = (problem for problem in meeting.problems if problem.code == "item_header_in_text")
    assert problem.severity is Severity.WARNING


def test_an_answer_to_a_point_that_is_not_the_next_item_is_no_warning():
    meeting = parse("Punkt 1: A\n12/1\nBeslutning\nPunkt 1: Godkendt.\nPunkt 2: Udsat.", "Punkt 2: B\n12/2")
    assert {p.severity for p in meeting.problems if p.code == "item_header_in_text"} == {Severity.INFO}


# The last item of which nothing but the number tells


@pytest.mark.parametrize("title", ["Eventuelt", "Orientering fra formanden", "Meddelelser"])
def test_a_last_plain_header_with_the_next_number_is_an_item(title: str):
    assert read("Punkt 1: A\n12/1\n" + DECIDED, f"Punkt 2: {title}\nIntet.") == [("1", "A"), ("2", title)]


@pytest.mark.parametrize(
    "lines",
    [
        "Punkt 2: Godkendt.\nIntet.",
        "Punkt 2: Udsættes til næste møde.\nIntet.",
        "Punkt 1: Planen følges\nPunkt 2: Planen sendes ud\nIntet.",
        "Punkt 3: Eventuelt\nIntet.",
    ],
)
def test_one_that_words_an_outcome_or_answers_points_is_text_and_a_warning(lines: str):
    meeting = parse("Punkt 1: A\n12/1\nBeslutning\n" + lines)
    assert [item.label for item in meeting.items] == ["1"]
    severities = {p.severity for p in meeting.problems if p.code == "item_header_in_text"}
    assert severities == ({Severity.INFO} if "Punkt 3" in lines else {Severity.WARNING} | severities)


def test_points_of_another_section_do_not_make_it_one():
    text = "Indstilling\nPunkt 1: at planen følges\nBeslutning\nFulgt.\nPunkt 2: Eventuelt\nIntet."
    assert [label for label, _ in read("Punkt 1: A\n12/1", text)] == ["1", "2"]


# Titles over several lines


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Forslag til lokalplan for boliger på", "Møllebakken"], "Forslag til lokalplan for boliger på Møllebakken"),
        (["Udvikling af Plan- og", "Miljøområdet"], "Udvikling af Plan- og Miljøområdet"),
        (["Udvikling af Plan-", "og Miljøområdet"], "Udvikling af Plan- og Miljøområdet"),
        (["Ny skole i Vest,", "anden behandling"], "Ny skole i Vest, anden behandling"),
        (["Brug af", "kommunens haller", "og klublokaler"], "Brug af kommunens haller og klublokaler"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["1. {}", "Punkt 1: {}", "Punkt 1, the title below"])
def test_a_title_goes_on_down_to_the_case_number(form: str, lines: list[str], title: str):
    assert read(written(form, "1", "\n".join(lines), "12/7791", DECIDED)) == [("1", title)]


def test_a_title_goes_on_as_far_as_the_contents_have_it():
    contents = "Indholdsfortegnelse\nForslag til lokalplan for Møllebakken.....\t3\n"
    text = "Punkt 1: Forslag til lokalplan\n\nfor Møllebakken\n\nDer er intet nyt."
    assert read(contents, text) == [("1", "Forslag til lokalplan for Møllebakken")]


@pytest.mark.parametrize("below", ["Sagen er ny.", "Cykler", "Skemaet viser:\n12 pladser"])
def test_text_below_a_title_is_no_part_of_it(below: str):
    assert read(f"Punkt 1: Cykler\n\n{below}\n\nBaggrund\nJa.") == [("1", "Cykler")]


# Minutes without items


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi mødtes.\n2. Lokaler\nDer var kaffe.", 'ingen punkter; nærmest er "2. Lokaler"'),
        ("Vi mødtes.\nNr. 7 - Lokaler", 'ingen punkter; nærmest er "Nr. 7 - Lokaler"'),
        ("Vi mødtes.\nDer var kaffe.", "ingen punkter"),
    ],
)
def test_without_items_the_line_that_is_most_like_one_is_shown(text: str, found: str):
    with pytest.raises(MinutesSyntaxError) as caught:
        parse(text)
    assert caught.value.found == found
    assert caught.value.line >= 5
