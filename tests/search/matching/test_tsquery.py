import re

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes.search.matching.lexemes import find_lexemes
from minutes.search.matching.tsquery import with_tokens, write_tsquery
from minutes.search.query.query import parse_query
from minutes.search.query.terms import Term, Words

pytestmark = pytest.mark.django_db


def as_tsquery(typed: str, *, loosely: bool = False) -> str | None:
    query = parse_query(typed)
    lexemes = find_lexemes({word for group in query.groups for term in group for word in term.words()})
    return write_tsquery(query.groups, lexemes, loosely=loosely)


def said_by_the_server(tsquery: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::tsquery", [tsquery])
        return cursor.fetchone()[0]


@pytest.mark.parametrize(
    ("typed", "tsquery"),
    [
        ("skoler", "'skol'"),
        ("-veje skoler", "'skol' & !'vej'"),
        ("skoler OR veje", "'skol' | 'vej'"),
        ('"nye skoler"', "'nye' <-> 'skol'"),
        ('"brug af sociale medier"', "'brug' <2> 'social' <-> 'medi'"),
        ("og skoler", "'skol'"),
        ("HTK-LIS budget", "( 'htk' & 'lis' | 'htklis' ) & 'budg'"),
        ("budget 2013", "'budg' & ( '2013' | 'y:2013' )"),
        ("12/32140", "'sagnr12x32140'"),
    ],
)
def test_a_query_is_written_as_the_server_reads_it(typed, tsquery):
    assert said_by_the_server(as_tsquery(typed)) == tsquery


@pytest.mark.parametrize("typed", ["og", "og i det", '"og i det"', "og -skoler", ""])
def test_without_a_wanted_word_that_is_indexed_nothing_is_asked(typed):
    assert as_tsquery(typed) is None


@pytest.mark.parametrize(
    ("typed", "tsquery"),
    [
        ('"nye skoler"', "'nye' & 'skol'"),
        ('skoler -"nye veje"', "'skol'"),
        ("skoler -veje", "'skol' & !'vej'"),
    ],
)
def test_loosely_the_order_of_words_is_left_out(typed, tsquery):
    assert said_by_the_server(as_tsquery(typed, loosely=True)) == tsquery


def test_tokens_narrow_what_is_asked():
    narrowed = with_tokens("('a' | 'b')", ("y:2013",), (), ("b:1",), ("m:2013-01", "m:2013-02"))
    said = said_by_the_server(narrowed)
    assert said == "( 'a' | 'b' ) & 'y:2013' & 'b:1' & ( 'm:2013-01' | 'm:2013-02' )"


@pytest.mark.parametrize(
    "typed",
    ["OR " * 100, "a OR " * 60, '"' * 300, "-" * 300, "å" * 300, "a " * 150, "(" * 300, "12/32140 " * 33,
     '"a b" -"c d" ' * 23, "<b>" * 100, "a:*", "http://example.dk/?a=b", "\x00", "\ud800", "1e5 3,3 ½ ²", "'; --"],
)  # fmt: skip
def test_a_hostile_query_is_understood(typed):
    tsquery = as_tsquery(typed)
    assert tsquery is None or said_by_the_server(tsquery)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=20)
@given(
    st.lists(
        st.text(max_size=400) | st.text("\"-OR oraå1/2()&|!:*<>'\\\x00\ud800 ", max_size=400),
        min_size=100,
        max_size=100,
    )
)
def test_two_thousand_generated_queries_are_understood(typed):
    tsqueries = [as_tsquery(text, loosely=loosely) for text in typed for loosely in (False, True)]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT said::tsquery FROM unnest(%s::text[]) AS said", [list(filter(None, tsqueries))]
        )
        assert all(tsquery for (tsquery,) in cursor.fetchall())


@pytest.mark.parametrize(
    ("alternatives", "written"),
    [
        ((Words(("med", "udvalg")), Words(("medudvalg",))), "'medudvalg'"),
        ((Words(("med", "udvalg"), is_phrase=True), Words(("medudvalg",))), "'medudvalg'"),
        ((Words(("htk", "lis")), Words(("htklis",))), "'htk' & 'lis' | 'htklis'"),
        ((Words(("med", "udvalg")),), "'udvalg'"),
        ((Words(("med", "udvalg")), Words(("og",))), "'udvalg'"),
    ],
)
def test_of_words_with_a_stop_word_among_them_what_they_are_in_one_is_meant(alternatives, written):
    stop_words = {"med", "og"}
    lexemes = {word: () if word in stop_words else (word,) for term in alternatives for word in term.words}
    tsquery = write_tsquery([(Term(alternatives),)], lexemes)
    assert re.sub("[()]", "", tsquery) == written
