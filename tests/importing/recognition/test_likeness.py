"""Which items of two agendas are the same, and how many of them must be for a document to be of the same meeting."""

import pytest

from minutes.importing.recognition.likeness import Entry, compare_agendas


def agenda(*items: str) -> list[Entry]:
    """Items as "title", "title 13/101", or "Lukket 13/101": closed."""
    entries = []
    for item in items:
        title, _, case = item.partition(" 13/")
        is_closed = title == "Lukket"
        case_number = f"13/{case}" if case else ""
        entries.append(Entry(f"lukket {case_number}" if is_closed else title, case_number, is_closed))
    return entries


SAME = [
    # by title, wherever it stands and whatever its number
    (["budget", "skole"], ["skole", "budget"]),
    (["budget 13/1", "skole 13/2"], ["budget 13/8", "skole 13/9"]),
    # by the number that one item of each has
    (["budget 13/1"], ["næste års budget 13/1"]),
    (["budget 13/1", "skole 13/2"], ["budgettet 13/1", "vej 13/3"]),
    # half of the shorter one, however long the other is
    (["budget", "skole"], ["budget", "vej"]),
    (["a", "b", "c", "d"], ["a", "b", "x", "y"]),
    (["budget"], ["budget", "skole", "vej", "havn", "bro"]),
    (["a", "b", "c"], ["c", "b", "x", "y", "z"]),
    # the same title twice is two items
    (["orientering", "orientering"], ["orientering", "orientering"]),
    (["orientering 13/1", "orientering 13/2", "vej 13/3"], ["orientering 13/1", "b 13/2", "c 13/3"]),
    # standing and closed items say nothing beside others
    (["godkendelse", "budget", "eventuelt"], ["budget"]),
    (["godkendelse", "budget"], ["budget", "Lukket 13/7"]),
    (["Lukket 13/7", "budget"], ["Lukket 13/8", "Lukket 13/9", "budget"]),
    # and count where nothing else is there
    (["godkendelse", "eventuelt"], ["godkendelse", "eventuelt"]),
    (["godkendelse", "eventuelt"], ["godkendelse", "eventuelt", "budget"]),
    (["Lukket 13/7"], ["Lukket 13/7"]),
    (["Lukket"], ["Lukket"]),
    (["Lukket 13/7", "Lukket 13/8"], ["Lukket 13/8", "Lukket 13/9"]),
]
OTHER = [
    (["budget"], ["skole"]),
    (["budget 13/1"], ["skole 13/2"]),
    (["a", "b", "c"], ["a", "x", "y"]),
    (["a", "b", "c", "d", "e"], ["a", "b", "x", "y", "z"]),
    # a number that several items have is a collective one
    (["huskeliste 13/1", "sager 13/1"], ["kalender 13/1", "gæster 13/1"]),
    (["huskeliste 13/1"], ["kalender 13/1", "gæster 13/1"]),
    (["huskeliste 13/1", "sager 13/1"], ["kalender 13/1"]),
    # one item is not two
    (["orientering", "budget", "vej"], ["orientering", "orientering", "orientering"]),
    # standing and closed items alone are no reason
    (["godkendelse", "eventuelt", "budget"], ["godkendelse", "eventuelt", "skole"]),
    (["godkendelse 13/1", "budget"], ["godkendelse 13/1", "skole"]),
    (["Lukket 13/7", "budget"], ["Lukket 13/7", "skole"]),
    (["Lukket 13/7", "budget", "vej"], ["Lukket 13/7", "Lukket 13/8", "Lukket 13/9"]),
    (["Lukket 13/7"], ["Lukket 13/8"]),
    (["godkendelse"], ["Lukket 13/8", "budget"]),
]
STANDING = {"godkendelse", "eventuelt"}


@pytest.mark.parametrize(("one", "other"), SAME)
def test_agendas_that_share_half_of_the_shorter_are_of_one_meeting(one, other):
    assert compare_agendas(agenda(*one), agenda(*other), STANDING).is_same_meeting
    assert compare_agendas(agenda(*other), agenda(*one), STANDING).is_same_meeting


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_agendas_that_share_less_are_of_two_meetings(one, other):
    assert not compare_agendas(agenda(*one), agenda(*other), STANDING).is_same_meeting
    assert not compare_agendas(agenda(*other), agenda(*one), STANDING).is_same_meeting


def test_likeness_is_counted_in_items():
    likeness = compare_agendas(agenda("a", "b 13/2", "c"), agenda("a", "x 13/2", "y", "z"), ())
    assert (likeness.common, likeness.shorter) == (2, 3)
