import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minutes.search.query.names import Names
from minutes.search.query.properties import OfCentre
from minutes.search.query.query import MAX_LENGTH, Query, parse_query
from minutes.search.query.terms import Words


def shown_by(query: Query) -> dict[Words, str]:
    """What to mark, where no word is a stop word."""
    return query.shown_by({word: (word,) for word in query.all_words})


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "???",
        "-",
        "--",
        '""',
        '"',
        "OR",
        "or OR Or",
        "\x00",
        "\ud800",
        "\ue000",
        "-budget",
        '-"a b"',
    ],
)
def test_without_a_wanted_word_nothing_is_asked(typed):
    query = parse_query(typed)
    assert query.groups == ()
    assert shown_by(query) == {}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("budget -møbler", {"budget": "budget"}),
        ("Skolerne", {"skolerne": "Skolerne"}),
        ('"nye boliger"', {"nye boliger": "nye boliger"}),
        ("nye OR HTK-LIS", {"nye": "nye", "ny": "nye", "htk": "HTK", "lis": "LIS", "htklis": "HTK-LIS"}),
        ("løn pulje", {"løn": "løn", "pulje": "pulje", "lønpulje": "løn pulje"}),
        ("Taastrup", {"tåstrup": "Taastrup"}),
        ("12-32140", {"sagnr12x32140": "12/32140"}),
        ("12/6", {"12 6": "12/6", "sagnr12x6": "12/6"}),
        ("(sag 12/32140)", {"sagnr12x32140": "12/32140"}),
        ("sag 12/2013 dok.nr. 123/13", {"sagnr12x2013": "12/2013", "doknr123x13": "123/13"}),
        ("32140", {"32140": "32140"}),
        ("august 2013", {"august 2013": "august 2013", "08 2013": "august 2013"}),
    ],
)  # fmt: skip
def test_what_to_mark_is_what_is_wanted_with_how_it_was_written(typed, shown):
    query = parse_query(typed)
    assert {" ".join(words.words): written for words, written in shown_by(query).items()} == shown


def test_of_a_name_the_whole_is_marked_and_not_its_single_words():
    name = Words(("hr", "center"), is_phrase=True)
    names = Names(
        {
            ("hrc",): (OfCentre(1), Words(("hrc",)), name),
            ("hr", "center"): (OfCentre(1), Words(("hrc",)), name),
        }
    )
    assert shown_by(parse_query("HRC", names)) == {Words(("hrc",)): "HRC", name: "HRC"}
    typed = parse_query("HR-Centret", names)
    assert shown_by(typed)[name] == "HR-Centret"
    assert Words(("center",)) not in shown_by(typed)
    assert typed.all_words == {"hrc", "hr", "center", "hrcenter"}


def test_the_text_is_kept_as_typed_but_clean():
    assert parse_query("  Cafe\u0301\n\tog\x00 Møde \u200b").text == "Café og Møde"


def test_only_the_first_300_characters_are_read():
    query = parse_query("ord " * 1000)
    assert len(query.text) <= MAX_LENGTH
    assert len(query.groups[0]) == 75


@given(st.text())
@example("OR " * 100)
@example("a OR " * 60)
@example('"' * 300)
@example("-" * 300)
@example("å" * 300)
@example("1/" * 150)
def test_anything_at_all_can_be_typed(typed):
    query = parse_query(typed)
    assert len(query.text) <= MAX_LENGTH
    assert query.text.encode().decode() == query.text
    assert all(word.isalnum() for group in query.groups for term in group for word in term.words())
    assert bool(query.groups) == bool(shown_by(query))


@given(st.text())
def test_a_cleaned_text_asks_the_same_again(typed):
    query = parse_query(typed)
    assert parse_query(query.text) == query
