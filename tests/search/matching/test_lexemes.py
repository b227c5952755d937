import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes.danish.words import normalise
from minutes.search.matching.lexemes import find_lexemes

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
    assert find_lexemes(["og", "det"]) == {"og": (), "det": ()}


def test_numbers_are_their_own_lexemes():
    assert find_lexemes(["sagnr12x32140", "2013"]) == {
        "sagnr12x32140": ("sagnr12x32140",),
        "2013": ("2013",),
    }


def test_no_words_are_not_asked_for(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert find_lexemes([]) == {}


def test_a_word_is_asked_for_once(django_assert_num_queries):
    find_lexemes(["vindmøllers"])
    with django_assert_num_queries(0):
        assert find_lexemes(["vindmøllers"]) == {"vindmøllers": ("vindmøl",)}


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
