import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minutes.search.dates import TypedDate
from minutes.search.names import Names
from minutes.search.query import MAX_LENGTH, Query, parse_query
from minutes.search.terms import Term, Token, Words

CASE = "sagnr12x32140"


def asked(query: Query) -> list[str]:
    """The groups of a query, each as text: alternatives with a bar between, phrases in quotes."""
    return [" ".join(map(written, group)) for group in query.groups]


def written(term: Term) -> str:
    alternatives = (
        alternative.lexeme
        if isinstance(alternative, Token)
        else f'"{" ".join(alternative.words)}"'
        if alternative.is_phrase
        else "+".join(alternative.words)
        for alternative in term.alternatives
    )
    return ("-" if term.is_unwanted else "") + "|".join(alternatives)


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


DAY = '"27 08 2013"|"27 august 2013"|d:2013-08-27'
MONTH = '"august 2013"|"08 2013"|m:2013-08'


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("27-08-2013", [DAY]),
        ("27/8 2013", ['"27 8 2013"|' + DAY]),
        ("27. august 2013", ['"27 august 2013"|"27 08 2013"|d:2013-08-27']),
        ("27-08-13", ['"27 08 13"|' + DAY]),
        ("27/8-13", ['"27 8 13"|' + DAY]),
        ("2013-08", ['"2013 08"|"august 2013"|"08 2013"|m:2013-08']),
        ("2013-08-27", ['"2013 08 27"|' + DAY]),
        ("august 2013", [MONTH]),
        ("08-2013", ['"08 2013"|"august 2013"|m:2013-08']),
        ("budget august 2013 skole", [f"budget {MONTH} skole"]),
        # words that add nothing to a day
        ("referat af mødet 27-08-2013", [f"af {DAY}"]),
        ("mødet OR referat 27-08-2013", ["mødet", DAY]),
        ('"mødet" 27-08-2013 -referat', [f"mødet {DAY} -referat"]),
        ("referat 2013", ["referat 2013|y:2013"]),
        ("budget -august 2013", [f"budget -{MONTH}"]),
        ("2013", ["2013|y:2013"]),
        # no day of the calendar, no year, or part of a phrase or an amount: words like others
        ("31-02-2013", ['"31 02 2013"']),
        ("1.50.13", ['"1 50 13"']),
        ("2013-14", ['"2013 14"', "sagnr13x14"]),
        ("27. august", ["27 august"]),
        ('"august 2013"', ['"august 2013"']),
        ("2.013", ['"2 013"']),
        ("-2013 budget", ["-2013|y:2013 budget"]),
    ],
)
def test_a_day_a_month_or_a_year_is_asked_for_as_written_and_as_the_time_of_the_meeting(typed, groups):
    assert asked(parse_query(typed)) == groups


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("27-08-2013", TypedDate(2013, 8, 27)),
        (" 27. august 2013 ", TypedDate(2013, 8, 27)),
        ("d. 27-08-2013", TypedDate(2013, 8, 27)),
        ("den 27. august 2013", TypedDate(2013, 8, 27)),
        ("tirsdag den 27. august 2013", TypedDate(2013, 8, 27)),
        ("Tirsdag 27. august 2013", TypedDate(2013, 8, 27)),
        ("august 2013", TypedDate(2013, 8)),
        ("budget august 2013", None),
        ("2013", None),
        ("31-02-2013", None),
    ],
)
def test_a_date_alone_is_told_apart(typed, date):
    assert parse_query(typed).date == date


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
    ["12/32140", "12-32140", "12 / 32140", "12 - 32140", "2012/32140", "2012-32140", "sag 12/32140", "Sag 12-32140",
     "sagen 12/32140", "sagsnr. 12/32140", "sagsnr.: 12/32140.", "Sagsnummer 2012/32140", "j.nr. 12/32140",
     "journalnr. 12/32140", "nr. 12/32140", " (12/32140) ", '"12/32140"', "12–32140", "12/32140-3"],
)  # fmt: skip
def test_a_case_number_is_recognised_in_any_form(typed):
    query = parse_query(typed)
    assert query.case_number == "12/32140"
    assert asked(query) == [CASE]
    assert query.document_number is None
    assert query.serial is None


def test_a_year_of_one_digit_is_that_of_the_case():
    query = parse_query("9/22035")
    assert (query.case_number, asked(query)) == ("09/22035", ["sagnr09x22035"])


@pytest.mark.parametrize(
    "typed",
    ["216558/15", "216558-15", "dok.nr. 216558/15", "dok. 216558-15", "dokument 216558-15", "(216558/15)"],
)
def test_a_document_number_is_recognised_in_any_form(typed):
    query = parse_query(typed)
    assert query.document_number == "216558/15"
    assert asked(query) == ["doknr216558x15"]
    assert query.case_number is None


@pytest.mark.parametrize(
    "typed",
    ["32140", " 32140 ", "sag 32140", "sagsnr. 32140", "nr. 32140", "j.nr. 32140", "journalnr. 32140"],
)
def test_a_bare_serial_is_recognised(typed):
    query = parse_query(typed)
    assert query.serial == 32140
    assert asked(query) == ["32140"]


@pytest.mark.parametrize(
    "typed",
    ["27-08-2013", "2013/14", "2014-2017", "12/6", "1/3", "budget 12/32140", "12/32140 13/2358", "-12/32140", "12",
     "B105", "3,3 mio.", "26. august", "", "sag", "dok.nr."],
)  # fmt: skip
def test_what_is_no_number_or_not_only_one_leads_nowhere_directly(typed):
    query = parse_query(typed)
    assert (query.case_number, query.document_number, query.serial) == (None, None, None)


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("budget sag 12/32140", [f"budget {CASE}"]),
        ("12 / 32140 HRC", [f"{CASE} hrc"]),
        ("budget -sag 12/32140", [f"budget -{CASE}"]),
        ("budget -12/32140", [f"budget -{CASE}"]),
        ("12/32140 OR dok.nr. 216558/15", [CASE, "doknr216558x15"]),
        ("sagsnr. 32140 huskeliste", ["32140 huskeliste"]),
        ("budget 12–32140", [f"budget {CASE}"]),
        ("dok.nr. 216558", ["216558"]),
        ("sag 2013 budget", ["sag 2013|y:2013 budget"]),
    ],
)
def test_numbers_among_words_lose_their_labels(typed, groups):
    assert asked(parse_query(typed)) == groups


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
    assert query.shown_by == {}


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
    ("typed", "shown_by"),
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
def test_what_to_mark_is_what_is_wanted_with_how_it_was_written(typed, shown_by):
    query = parse_query(typed)
    assert {" ".join(words.words): written for words, written in query.shown_by.items()} == shown_by


def test_of_a_name_the_whole_is_marked_and_not_its_single_words():
    name = Words(("hr", "center"), is_phrase=True)
    names = Names(
        {
            ("hrc",): (Token("c:1"), Words(("hrc",)), name),
            ("hr", "center"): (Token("c:1"), Words(("hrc",)), name),
        }
    )
    assert parse_query("HRC", names).shown_by == {Words(("hrc",)): "HRC", name: "HRC"}
    typed = parse_query("HR-Centret", names)
    assert typed.shown_by[name] == "HR-Centret"
    assert Words(("center",)) not in typed.shown_by
    assert typed.all_words == {"hrc", "hr", "center", "hrcenter"}


@pytest.mark.parametrize(
    ("typed", "groups", "number"),
    [
        ("Byrådet 27-08-2013 punkt 4", [f"byrådet {DAY}"], 4),
        ("Høje-Taastrup Kommune, Byrådet 27-08-2013, punkt 12, sag 12/32140", [f"byrådet {DAY} {CASE}"], 12),
        ("27-08-2013 punkt 4 budget", [f"{DAY} budget"], 4),
        # no day, no number, or one thing or another: words like others
        ("Kommune, punkt 4", ["kommune punkt 4", "kommunepunkt 4"], None),
        ("august 2013 punkt 4", [f"{MONTH} punkt 4"], None),
        ("27-08-2013 punkt fire", [f"{DAY} punkt fire", f"{DAY} punktfire"], None),
        ("27-08-2013 punkt 4 OR budget", [f"{DAY} punkt 4", "budget"], None),
    ],
)  # fmt: skip
def test_a_reference_names_an_item_by_its_number(typed, groups, number):
    query = parse_query(typed)
    assert (asked(query), query.item_number) == (groups, number)


@pytest.mark.parametrize(
    ("typed", "path", "groups"),
    [
        (
            "https://arkiv.example/moeder/byraadet/2013-08-27/punkt-4/",
            "/moeder/byraadet/2013-08-27/punkt-4/",
            [],
        ),
        ("budget, http://127.0.0.1:8000/sager/12/32140/", "/sager/12/32140/", ["budget"]),
        ("https://example.org/andet/", None, ["https+example+org+andet"]),
    ],
)
def test_an_address_of_the_archive_is_read_and_no_word(typed, path, groups):
    query = parse_query(typed)
    assert (query.path, asked(query)) == (path, groups)


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
    assert bool(query.groups) == bool(query.shown_by)


@given(st.text())
def test_a_cleaned_text_asks_the_same_again(typed):
    query = parse_query(typed)
    assert parse_query(query.text) == query
