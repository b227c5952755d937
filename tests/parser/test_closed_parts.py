"""What the head of a document, or a label in its contents, closes."""

import pytest

from minutes.parser.values import ParsedMeeting
from tests.build.parsed import HEAD, OPEN_ITEM, closed, codes, parse_items

# In the head


@pytest.mark.parametrize(
    "line",
    [
        "LUKKET MØDE",
        "Lukket dagsorden",
        "Lukkede punkter",
        "Lukket",
        "FORTROLIGT",
        "Status: Fortrolig",
        "Lukket punkt",
    ],
)
def test_a_label_above_the_first_item_closes_all_items(line: str):
    head = f"{HEAD}\n{line}\n"
    meeting = parse_items(OPEN_ITEM.format(n=1), OPEN_ITEM.format(n=2), head=head)
    assert closed(meeting) == [1, 2]
    assert "closed_from_here" in codes(meeting)


def test_what_the_head_closes_its_opposite_opens():
    meeting = parse_items(
        f"{OPEN_ITEM.format(n=1)}\n\nÅbne punkter", OPEN_ITEM.format(n=2), head=f"{HEAD}\nLUKKET MØDE\n"
    )
    assert closed(meeting) == [1]
    assert closed(parse_items(OPEN_ITEM.format(n=1), head=f"{HEAD}\nLUKKET MØDE\nÅbent møde\n")) == []


@pytest.mark.parametrize(
    "title",
    [
        "REFERAT Direktionen d. 27-08-2013 (lukket)", "LUKKET REFERAT Direktionen d. 27-08-2013",
        "Fortroligt referat fra møde i Direktionen den 27. august 2013",
        "REFERAT Direktionen d. 27-08-2013 - LUKKET MØDE",
        "Referat fra lukket møde i Direktionen den 27. august 2013",
    ],
)  # fmt: skip
def test_a_document_that_calls_itself_closed_has_closed_items(title: str):
    meeting = parse_items(
        OPEN_ITEM.format(n=1), OPEN_ITEM.format(n=2), head=HEAD.replace(HEAD.splitlines()[0], title)
    )
    assert (meeting.body, closed(meeting)) == ("Direktionen", [1, 2])


@pytest.mark.parametrize(
    "title", ["Åbent referat fra møde i Direktionen den 27-08-2013", "REFERAT Direktionen d. 27-08-2013"]
)
def test_a_document_that_does_not_is_open(title: str):
    assert closed(parse_items(OPEN_ITEM.format(n=1), head=HEAD.replace(HEAD.splitlines()[0], title))) == []


def test_a_label_below_people_is_no_person():
    meeting = parse_items(OPEN_ITEM.format(n=1), head=f"{HEAD}\nDeltagere:\nIb Mo\nLUKKET MØDE\n")
    assert [line.names for line in meeting.attendance] == [(), ("Ib Mo",)]


# In the contents


def with_contents(*lines: str, count: int = 3) -> ParsedMeeting:
    contents = "\n".join(["Indholdsfortegnelse", *lines])
    return parse_items(
        *(OPEN_ITEM.format(n=number) for number in range(1, count + 1)), head=f"{HEAD}\n{contents}\n"
    )


@pytest.mark.parametrize("label", ["LUKKET MØDE", "Lukkede punkter", "Lukkede punkter:"])
@pytest.mark.parametrize("dots", [".....\t3", ".....", ""])
def test_a_label_in_the_contents_is_no_entry_and_closes_those_below_it(label: str, dots: str):
    meeting = with_contents("Åbne punkter", f"Emne 1{dots}", f"Emne 2{dots}", label, f"Emne 3{dots}")
    assert [item.toc_title for item in meeting.items] == ["Emne 1", "Emne 2", "Emne 3"]
    assert [entry.title for entry in meeting.contents] == ["Emne 1", "Emne 2", "Emne 3"]
    assert closed(meeting) == [3]
    assert "toc_length_differs" not in codes(meeting)


def test_the_opposite_in_the_contents_is_no_entry_either():
    meeting = with_contents("Lukkede punkter", "Emne 1.....3", "Åbne punkter", "Emne 2.....3", "Emne 3.....3")
    assert closed(meeting) == [1]


def test_an_item_may_be_called_as_such_a_label_is():
    meeting = with_contents("Emne 1.....3", "Lukket møde.....4", "Emne 3.....5")
    assert [item.toc_title for item in meeting.items] == ["Emne 1", "Lukket møde", "Emne 3"]
    assert closed(meeting) == [2]


def test_a_title_that_is_broken_over_lines_is_one_entry():
    meeting = with_contents("Orientering om", "lukkede sager", "i 2013.....3", "Emne 2.....4", "Emne 3.....5")
    assert [entry.title for entry in meeting.contents] == [
        "Orientering om lukkede sager i 2013",
        "Emne 2",
        "Emne 3",
    ]


def test_entries_of_closed_items_stay_entries():
    meeting = with_contents("Emne 1.....3", "Lukket.....4", "Lukket.....5")
    assert closed(meeting) == [2, 3]
