import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes.search.danish import normalise
from minutes.search.lexemes import find_lexemes
from minutes.search.query import parse_query

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "forms",
    [
        "skole skolen skoler skolernes",
        "budget budgettet budgetter budgetterne budgets",
        "aktivitet aktiviteten aktiviteter aktiviteterne",
        "center centret centeret centre centrenes",
        "dagsorden dagsordenen dagsordener",
        "område området områder områderne",
        "effektivisering effektiviseringen effektiviseringer",
    ],
)
def test_the_forms_of_a_word_have_one_lexeme(forms):
    lexemes = find_lexemes(normalise(forms).split())
    assert len(set(lexemes.values())) == 1


def test_a_stop_word_has_none():
    assert find_lexemes(["og", "det"]) == {"og": frozenset(), "det": frozenset()}


def test_numbers_are_their_own_lexemes():
    assert find_lexemes(["sagnr12x32140", "2013"]) == {
        "sagnr12x32140": frozenset({"sagnr12x32140"}),
        "2013": frozenset({"2013"}),
    }


def test_no_words_are_not_asked_for(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert find_lexemes([]) == {}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(
    st.lists(
        st.tuples(
            st.text("abdefgiklmnoprstuvæøå", min_size=1, max_size=12),
            st.sampled_from(
                ["", "en", "erne", "ernes", "lighed", "igst", "løst", "heden", "tt", "gt", "els", "elig"]
            ),
        ),
        min_size=20,
        max_size=20,
    )
)
def test_a_word_begins_with_its_lexeme(words):
    """The marking of hits rests on this."""
    written = [normalise(beginning + ending) for beginning, ending in words]
    for word, lexemes in find_lexemes(written).items():
        assert all(word.startswith(lexeme) for lexeme in lexemes)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=20)
@given(
    st.lists(
        st.text(max_size=400) | st.text("\"-OR oraå1/2()&|!:*<>'\\\x00\ud800 ", max_size=400),
        min_size=100,
        max_size=100,
    )
)
def test_two_thousand_generated_queries_are_understood(typed):
    expressions = [expression for text in typed for expression in parse_query(text).expressions]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT websearch_to_tsquery('danish', said) FROM unnest(%s::text[]) AS said", [expressions]
        )
        assert len(cursor.fetchall()) == len(expressions)


@pytest.mark.parametrize(
    "typed",
    ["OR " * 100, "a OR " * 60, '"' * 300, "-" * 300, "å" * 300, "og i det", '"og i det"', "a " * 150, "(" * 300,
     "12/32140 " * 33, '"a b" -"c d" ' * 23, "<b>" * 100, "a:*", "http://example.dk/?a=b", "\x00", "\ud800"],
)  # fmt: skip
def test_a_hostile_query_is_understood(typed):
    with connection.cursor() as cursor:
        for expression in parse_query(typed).expressions:
            cursor.execute("SELECT websearch_to_tsquery('danish', %s)", [expression])
            assert cursor.fetchone()
