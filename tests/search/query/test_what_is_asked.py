"""What is typed and what it asks for, written out: the one place that knows how a query looks inside."""

import pytest

from minutes.search.query.names import Names
from minutes.search.query.properties import OfCentre
from minutes.search.query.query import Query, parse_query
from minutes.search.query.terms import Term, Words

CASE = "sagnr12x32140"
DAY = '"27 08 2013"|"27 august 2013"|d:2013-08-27'
MONTH = '"august 2013"|"08 2013"|m:2013-08'


def asked(query: Query) -> list[str]:
    """The groups of a query, each as text: alternatives with a bar between, phrases in quotes."""
    return [" ".join(map(written, group)) for group in query.groups]


def written(term: Term) -> str:
    alternatives = (
        alternative.token
        if not isinstance(alternative, Words)
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
        ("budget NOT møbler", ["budget -møbler"]),
        ("budget IKKE møbler skole", ["budget -møbler skole"]),
        ('budget IKKE "nye møbler"', ['budget -"nye møbler"']),
        ("budget IKKE", ["budget"]),
        ("budget ikke møbler", ["budget ikke ñ0møbler", "budgetikke ñ0møbler", "budget ikkemøbler"]),
        (
            "budget AND regnskab OG skat",
            ["budget regnskab skat", "budgetregnskab skat", "budget regnskabskat"],
        ),
        ("a OR b OR a", ["a", "b"]),
        ("HRC/JC", ["hrc+jc"]),
        ("-HRC/JC budget", ['-"hrc jc" budget']),
        ("sygedagpenge/refusion?", ["sygedagpenge+refusion"]),
        # a sum of kroner is one word in every text
        ("1.500.000 kr.", ["kr1500000"]),
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
        ("nye skoler OR veje", ["nye|ny skoler", "nyeskoler", "veje"]),
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
        ("hrc",): (OfCentre(1), Words(("hr", "center"), is_phrase=True)),
        ("hr", "center"): (OfCentre(1), Words(("hrc",))),
        ("center", "for", "ejendomme"): (OfCentre(2),),
    },
    {("by",): (OfCentre(3),)},
)


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("HRC", ['hrc|c:1|"hr center"']),
        ("HR-Centeret", ["hr+center|hrcenter|c:1|hrc"]),
        ("HR Centret budget", ["hr+center|c:1|hrc budget", "ñ1hr centerbudget"]),
        (
            "Center for Ejendomme",
            ["center+for+ejendomme|c:2", "centerfor ejendomme", "center|centrum forejendomme"],
        ),
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
        ("by", ["by|byen|byer|byerne"]),
        ("By", ["by|byen|byer|byerne"]),
    ],
)
def test_a_name_is_asked_for_under_all_its_names(typed, groups):
    assert asked(parse_query(typed, NAMES)) == groups


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ('"udsatte', ["ñ0udsatte"]),
        ('udsatte"', ["ñ0udsatte"]),
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
        ("2.013", ["kr2013"]),
        ("-2013 budget", ["-2013|y:2013 budget"]),
    ],
)
def test_a_day_a_month_or_a_year_is_asked_for_as_written_and_as_the_time_of_the_meeting(typed, groups):
    assert asked(parse_query(typed)) == groups


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
        ("lokalplan nr. 4.17", ['lokalplan "4 17"']),
        ("sagsnummer 12/0032140 budget", [f"{CASE} budget"]),
        ("sag 2013 budget", ["sag 2013|y:2013 budget"]),
    ],
)
def test_numbers_among_words_lose_their_labels(typed, groups):
    assert asked(parse_query(typed)) == groups


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
        ("127.0.0.1:8000/sager/12/32140/?vend=1#sag", "/sager/12/32140/", []),
        (
            "arkiv.example/moeder/byraadet/2013-08-27/punkt-4/?q=%C3%A6ldre#forekomst-1",
            "/moeder/byraadet/2013-08-27/punkt-4/",
            [],
        ),
        ("/centre/hrc/", "/centre/hrc/", []),
        ("https://example.org/andet/", None, ["https+example+org+andet"]),
    ],
)
def test_an_address_of_the_archive_is_read_and_no_word(typed, path, groups):
    query = parse_query(typed)
    assert (query.path, asked(query)) == (path, groups)
