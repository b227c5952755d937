import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minutes.search.query.names import Names
from minutes.search.query.query import MAX_LENGTH, Query, parse_query
from minutes.search.query.terms import Token, Words
from tests.build.asked import CASE, asked


def shown_by(query: Query) -> dict[Words, str]:
    """What to mark, where no word is a stop word."""
    return query.shown_by({word: (word,) for word in query.all_words})


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("budget", ["budget"]),
        ("  Budget   2014 ", ["budget 2014|y:2014"]),
        ('"udsatte boligområder"', ['"udsatte boligområder"']),
        ("”udsatte boligområder”", ['"udsatte boligområder"']),
        ("»udsatte boligområder«", ['"udsatte boligområder"']),
        ("budget -møbler", ["budget -møbler"]),
        ('budget -"nye møbler"', ['budget -"nye møbler"']),
        ("budget OR regnskab", ["budget", "regnskab"]),
        ("budget or regnskab", ["budget", "regnskab"]),
        ("budget ELLER regnskab", ["budget", "regnskab"]),
        ("budget eller regnskab", ["budget eller regnskab", "budgeteller regnskab", "budget ellerregnskab"]),
        ("budget –møbler", ["budget -møbler"]),
        ("budget NOT møbler", ["budget -møbler"]),
        ("budget IKKE møbler skole", ["budget -møbler skole"]),
        ('budget IKKE "nye møbler"', ['budget -"nye møbler"']),
        ("budget IKKE", ["budget"]),
        ("budget ikke møbler", ["budget ikke møbler", "budgetikke møbler", "budget ikkemøbler"]),
        (
            "budget AND regnskab OG skat",
            ["budget regnskab skat", "budgetregnskab skat", "budget regnskabskat"],
        ),
        ("a OR b OR a", ["a", "b"]),
        ("HRC/JC", ["hrc+jc"]),
        ("-HRC/JC budget", ['-"hrc jc" budget']),
        ("sygedagpenge/refusion?", ["sygedagpenge+refusion"]),
        # the parts of an amount belong together
        ("1.500.000 kr.", ['"1 500 000" kr']),
        # a hyphenated word is also asked for in one
        ("HTK-LIS", ["htk+lis|htklis"]),
        ('"den nye medie-strategi"', ['"den nye medie strategi"|"den nye mediestrategi"']),
        ("budget -medie-strategi", ['budget -"medie strategi"|mediestrategi']),
    ],
)
def test_what_is_typed_becomes_what_is_asked(typed, groups):
    assert asked(parse_query(typed)) == groups


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("konsulent netværk", ["konsulent netværk", "konsulentnetværk"]),
        ("nyt løn system", ["nyt løn system", "nytløn system", "nyt lønsystem"]),
        ("nye skoler OR veje", ["nye skoler", "nyeskoler", "veje"]),
        # what is quoted, unwanted, a number or a long sentence is meant as it stands
        ('"konsulent netværk"', ['"konsulent netværk"']),
        ("konsulent -netværk", ["konsulent -netværk"]),
        ("budget 2014", ["budget 2014|y:2014"]),
        ("en to tre fire fem seks syv", ["en to tre fire fem seks syv"]),
        ("det i skolen", ["det i skolen"]),
        ("HTK-LIS budget", ["htk+lis|htklis budget"]),
    ],
)
def test_neighbours_are_also_asked_for_in_one_word(typed, groups):
    assert asked(parse_query(typed)) == groups


NAMES = Names(
    {
        ("hrc",): (Token("c:1"), Words(("hr", "center"), is_phrase=True)),
        ("hr", "center"): (Token("c:1"), Words(("hrc",))),
        ("center", "for", "ejendomme"): (Token("c:2"),),
    },
    {("by",): (Token("c:3"),)},
)


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("HRC", ['hrc|c:1|"hr center"']),
        ("HR-Centeret", ["hr+center|hrcenter|c:1|hrc"]),
        ("HR Centret budget", ["hr+center|c:1|hrc budget", "hr centerbudget"]),
        ("Center for Ejendomme", ["center+for+ejendomme|c:2", "centerfor ejendomme", "center forejendomme"]),
        ("budget HRC 2013", ['budget hrc|c:1|"hr center" 2013|y:2013', "budgethrc 2013|y:2013"]),
        # as a phrase, unwanted or in part it is words like others
        ('"HRC"', ["hrc"]),
        ("-HRC budget", ["-hrc budget"]),
        ("hr", ["hr"]),
        # in other forms
        ("HRC's", ['hrc+s|c:1|"hr center"']),
        ("HRCs budget", ['hrcs|c:1|"hr center" budget', "hrcsbudget"]),
        ("HR-Centerets", ["hr+center|hrcenter|c:1|hrc"]),
        # an acronym that is a word is meant in capitals
        ("BY", ["by|c:3"]),
        ("BYs", ["bys|c:3"]),
        ("by", ["by"]),
        ("By", ["by"]),
    ],
)
def test_a_name_is_asked_for_under_all_its_names(typed, groups):
    assert asked(parse_query(typed, NAMES)) == groups


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
    ("typed", "groups"),
    [
        ('"udsatte', ["udsatte"]),
        ('udsatte"', ["udsatte"]),
        ('a "b c" "d', ['a "b c" d']),
        ("OR budget OR", ["budget"]),
        ("budget OR OR regnskab", ["budget", "regnskab"]),
        ("budget OR -møbler", ["budget"]),
        ("- budget", ["budget"]),
        ("budget -", ["budget"]),
        ("--budget regnskab", ["-budget regnskab"]),
        (
            "budget & (regnskab | !plan):*",
            ["budget regnskab plan", "budgetregnskab plan", "budget regnskabplan"],
        ),
        ("' OR 1=1; --", ['"1 1"']),
        ("a\x00\ud800b", ["a b"]),
        ("øko\u00adno\u200bmi", ["økonomi"]),
        ("<img src=x>", ["img src+x"]),
    ],
)
def test_what_is_typed_amiss_is_read_as_well_as_may_be(typed, groups):
    assert asked(parse_query(typed)) == groups


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("budget -møbler", {"budget": "budget"}),
        ("Skolerne", {"skolerne": "Skolerne"}),
        ('"nye boliger"', {"nye boliger": "nye boliger"}),
        ("nye OR HTK-LIS", {"nye": "nye", "htk": "HTK", "lis": "LIS", "htklis": "HTK-LIS"}),
        ("løn pulje", {"løn": "løn", "pulje": "pulje", "lønpulje": "løn pulje"}),
        ("Taastrup", {"tåstrup": "Taastrup"}),
        ("12-32140", {CASE: "12/32140"}),
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
            ("hrc",): (Token("c:1"), Words(("hrc",)), name),
            ("hr", "center"): (Token("c:1"), Words(("hrc",)), name),
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
