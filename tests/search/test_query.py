import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minutes.search.query import MAX_LENGTH, Query, any_word_of, parse_query

CASE = "sagnr12x32140"


@pytest.mark.parametrize(
    ("typed", "expressions"),
    [
        ("budget", ("budget",)),
        ("  Budget   2014 ", ("budget 2014",)),
        ('"udsatte boligområder"', ('"udsatte boligområder"',)),
        ("”udsatte boligområder”", ('"udsatte boligområder"',)),
        ("»udsatte boligområder«", ('"udsatte boligområder"',)),
        ("budget -møbler", ('budget -"møbler"',)),
        ('budget -"nye møbler"', ('budget -"nye møbler"',)),
        ("budget OR regnskab", ("budget OR regnskab",)),
        ("budget or regnskab", ("budget OR regnskab",)),
        ("a b OR c d", ("a b OR c d",)),
        ("HRC/JC", ("hrc jc",)),
        ("-HRC/JC budget", ('-"hrc jc" budget',)),
        ("sygedagpenge/refusion?", ("sygedagpenge refusion",)),
        # the parts of a date or an amount belong together
        ("27-08-2013", ('"27 08 2013"',)),
        ("1.500.000 kr.", ('"1 500 000" kr',)),
        # a hyphenated word is also asked for in one
        ("HTK-LIS", ("htk lis", "htklis")),
        ('"den nye medie-strategi"', ('"den nye medie strategi"', '"den nye mediestrategi"')),
        ("budget -medie-strategi", ('budget -"medie strategi" -"mediestrategi"',)),
    ],
)
def test_what_is_typed_becomes_what_is_asked(typed, expressions):
    assert parse_query(typed).expressions == expressions


@pytest.mark.parametrize(
    "typed",
    ["12/32140", "12-32140", "12 / 32140", "12 - 32140", "2012/32140", "2012-32140", "sag 12/32140", "Sag 12-32140",
     "sagen 12/32140", "sagsnr. 12/32140", "sagsnr.: 12/32140.", "Sagsnummer 2012/32140", "j.nr. 12/32140",
     "journalnr. 12/32140", "nr. 12/32140", " (12/32140) ", '"12/32140"'],
)  # fmt: skip
def test_a_case_number_is_recognised_in_any_form(typed):
    query = parse_query(typed)
    assert query.case_number == "12/32140"
    assert query.expressions == (CASE,) or query.expressions == (f'"{CASE}"',)
    assert query.document_number is None
    assert query.serial is None


def test_a_year_of_one_digit_is_that_of_the_case():
    assert parse_query("9/22035") == Query(
        "9/22035", ("sagnr09x22035",), frozenset({"sagnr09x22035"}), case_number="09/22035"
    )


@pytest.mark.parametrize(
    "typed",
    ["216558/15", "216558-15", "dok.nr. 216558/15", "dok. 216558-15", "dokument 216558-15", "(216558/15)"],
)
def test_a_document_number_is_recognised_in_any_form(typed):
    query = parse_query(typed)
    assert query.document_number == "216558/15"
    assert query.expressions == ("doknr216558x15",)
    assert query.case_number is None


@pytest.mark.parametrize("typed", ["32140", " 32140 ", "sag 32140", "sagsnr. 32140"])
def test_a_bare_serial_is_recognised(typed):
    query = parse_query(typed)
    assert query.serial == 32140
    assert query.expressions == ("32140",)


@pytest.mark.parametrize(
    "typed",
    ["27-08-2013", "2013/14", "2014-2017", "12/6", "1/3", "budget 12/32140", "12/32140 13/2358", "-12/32140", "12",
     "B105", "3,3 mio.", "26. august", "", "sag", "dok.nr."],
)  # fmt: skip
def test_what_is_no_number_or_not_only_one_leads_nowhere_directly(typed):
    query = parse_query(typed)
    assert (query.case_number, query.document_number, query.serial) == (None, None, None)


@pytest.mark.parametrize(
    ("typed", "expressions"),
    [
        ("budget sag 12/32140", (f"budget {CASE}",)),
        ("12 / 32140 HRC", (f"{CASE} hrc",)),
        ("budget -sag 12/32140", (f'budget -"{CASE}"',)),
        ("budget -12/32140", (f'budget -"{CASE}"',)),
        ("12/32140 OR dok.nr. 216558/15", (f"{CASE} OR doknr216558x15",)),
    ],
)
def test_numbers_among_words_lose_their_labels(typed, expressions):
    assert parse_query(typed).expressions == expressions


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
    assert query.expressions == ()
    assert query.words == frozenset()


@pytest.mark.parametrize(
    ("typed", "expressions"),
    [
        ('"udsatte', ("udsatte",)),
        ('udsatte"', ("udsatte",)),
        ('a "b c" "d', ('a "b c" d',)),
        ("OR budget OR", ("budget",)),
        ("budget OR OR regnskab", ("budget OR regnskab",)),
        ("budget OR -møbler", ("budget",)),
        ("- budget", ("budget",)),
        ("budget -", ("budget",)),
        ("--budget regnskab", ('-"budget" regnskab',)),
        ("budget & (regnskab | !plan):*", ("budget regnskab plan",)),
        ("' OR 1=1; --", ('"1 1"',)),
        ("a\x00b\ud800c\ue000d\x1be", ("a b c d e",)),
        ("øko\u00adno\u200bmi", ("økonomi",)),
        ("<img src=x onerror=alert(1)>", ("img src x onerror alert 1",)),
    ],
)
def test_what_is_typed_amiss_is_read_as_well_as_may_be(typed, expressions):
    assert parse_query(typed).expressions == expressions


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("budget -møbler", {"budget"}),
        ('"udsatte boliger" OR HTK-LIS', {"udsatte", "boliger", "htk", "lis", "htklis"}),
        ("12-32140", {CASE}),
        ("32140", {"32140"}),
    ],
)
def test_the_words_to_mark_are_those_that_are_wanted(typed, words):
    assert parse_query(typed).words == words


@pytest.mark.parametrize(
    ("typed", "any_word"),
    [
        ("kloak regn", "kloak OR regn"),
        ('"kloak regn" vej', "kloak OR regn OR vej"),
        ("kloak OR regn -vej", "kloak OR regn"),
        ("kloak", None),
        ("kloak -regn", None),
        ("12/32140", None),
        ("", None),
        ("-kloak -regn", None),
    ],
)
def test_several_words_can_be_asked_for_one_at_a_time(typed, any_word):
    assert any_word_of(parse_query(typed)) == any_word


def test_the_text_is_kept_as_typed_but_clean():
    assert parse_query("  Cafe\u0301\n\tog\x00 Møde \u200b").text == "Café og Møde"


def test_only_the_first_300_characters_are_read():
    query = parse_query("ord " * 1000)
    assert len(query.text) <= MAX_LENGTH
    assert len(query.expressions[0].split()) == 75


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
    assert not set("".join(query.expressions)) & set("\x00&|!()<>:*'\\")
    assert bool(query.expressions) == bool(query.words)


@given(st.text())
def test_a_cleaned_text_asks_the_same_again(typed):
    query = parse_query(typed)
    assert parse_query(query.text) == query
