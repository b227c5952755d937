"""A table of contents whose entries are numbered: its titles and pages, and where it ends."""

import pytest

from minutes.parser import ParsedMeeting, parse_minutes
from tests.build.parsed import codes

HEAD = "Byrådet\nReferat\nDato: 29-08-2017\n"


def read(contents: str, *titles: str, heading: str = "Indholdsfortegnelse") -> ParsedMeeting:
    items = [f"{number}. {title}\nSagsnr: 17/{100 + number}" for number, title in enumerate(titles, 1)]
    return parse_minutes("\n".join([HEAD + heading, contents, *items]))


def entries(meeting: ParsedMeeting) -> list[tuple[str, int | None]]:
    return [(entry.title, entry.page) for entry in meeting.contents]


@pytest.mark.parametrize(
    "heading",
    ["Indholdsfortegnelse", "Punkter til dagsorden", "Indholdsfortegnelse\nPunkter til dagsorden", ""],
)
@pytest.mark.parametrize(
    ("contents", "page"),
    [
        ("1. Budget 3\n2. Lån 4", 3),
        ("1. Budget\n2. Lån", None),
        ("1 Budget 3\n2 Lån 4", 3),
        ("1) Budget 3\n2) Lån 4", 3),
        ("1.\tBudget\t3\n2.\tLån\t4", 3),
    ],
)
def test_entries_have_a_number_and_may_have_a_page(heading: str, contents: str, page: int | None):
    meeting = read(contents, "Budget", "Lån", heading=heading)
    assert entries(meeting) == [("Budget", page), ("Lån", page and page + 1)]
    assert [(item.title, item.toc_title) for item in meeting.items] == [("Budget", "Budget"), ("Lån", "Lån")]
    assert not {"toc_title_differs", "toc_length_differs", "number_repeated"} & set(codes(meeting))


@pytest.mark.parametrize(
    "contents", ["1. Budget ..... 3\n2. Lån ..... 4", "1. Budget.....\t3\n2. Lån.....\t4"]
)
def test_dots_may_lead_to_the_page(contents: str):
    assert entries(read(contents, "Budget", "Lån")) == [("Budget", 3), ("Lån", 4)]


@pytest.mark.parametrize(
    ("contents", "titles", "expected"),
    [
        ("1. Budget 2014 3\n2. Regnskab 2012 5", ["Budget 2014", "Regnskab 2012"], [3, 5]),
        ("1. Budget 2014\n2. Regnskab 2015", ["Budget 2014", "Regnskab 2015"], [None, None]),
        ("1. Lokalplan 17\n2. Lokalplan 19", ["Lokalplan 17", "Lokalplan 19"], [None, None]),
        ("1. Lokalplan 17 3\n2. Lån 4", ["Lokalplan 17", "Lån"], [3, 4]),
    ],
)
def test_figures_that_belong_to_a_title_are_no_page(
    contents: str, titles: list[str], expected: list[int | None]
):
    meeting = read(contents, *titles)
    assert entries(meeting) == list(zip(titles, expected, strict=True))


def test_entries_without_numbers_may_have_pages_without_dots_too():
    text = f"{HEAD}Indholdsfortegnelse\nBudget 2014 3\nLån 4\n1. Budget 2014\nBeslutning\nJa.\n2. Lån\nSagsnr: 17/1"
    meeting = parse_minutes(text)
    assert entries(meeting) == [("Budget 2014", 3), ("Lån", 4)]
    assert [item.label for item in meeting.items] == ["1", "2"]


def test_titles_are_broken_over_lines_in_contents_and_items():
    title = "Forslag til varmeplan for Plan- og\nMiljøområdet"
    meeting = read(f"1. Budget 3\n2. {title} 4\n3. Lån 5", "Budget", title, "Lån")
    assert entries(meeting)[1] == ("Forslag til varmeplan for Plan- og Miljøområdet", 4)
    assert [item.toc_title == item.title for item in meeting.items] == [True] * 3


def test_a_label_of_closed_items_is_no_entry_and_closes_those_below_it():
    meeting = read("1. Budget 3\nLukkede punkter\n2. Salg af grund 4", "Budget", "Salg af grund")
    assert entries(meeting) == [("Budget", 3), ("Salg af grund", 4)]
    assert [item.is_closed for item in meeting.items] == [False, True]


@pytest.mark.parametrize(
    "contents", ["2014 Regnskab.....3\nLån.....4", "3. behandling af budget.....3\nLån.....4"]
)
def test_a_title_that_begins_with_a_number_does_not_number_the_entries(contents: str):
    first = contents.split(".....", maxsplit=1)[0]
    assert entries(read(contents, first, "Lån"))[0] == (first, 3)


def test_a_list_in_the_first_item_begins_no_items_again():
    text = f"{HEAD}1. Spørgetid\nIngen.\n1. Et\n2. To\n2. Budget\nSagsnr: 17/101\n"
    assert [item.title for item in parse_minutes(text).items][-1] == "Budget"


def test_no_line_of_the_contents_is_lost():
    text = f"{HEAD}Indholdsfortegnelse\n1. Budget 3\n2. Lån 4\nSide 1\n1. Budget\nSagsnr: 17/1\n2. Lån\nSagsnr: 17/2"
    assert [line.text for line in parse_minutes(text).all_lines()] == [
        line for line in text.split("\n") if line
    ]
