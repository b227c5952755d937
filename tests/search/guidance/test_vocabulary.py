import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.models import PublicationState
from minutes.search.guidance.vocabulary import find_answered, find_known
from minutes.search.query.query import parse_query
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_editor, add_meeting

pytestmark = pytest.mark.django_db

NOBODY = AnonymousUser()


def known(typed: list[str], user=NOBODY) -> set[str]:
    pieces = [piece for text in typed for piece in parse_query(text).pieces[0]]
    return {piece.typed for piece in find_known(pieces, user)}


def answered(typed: list[str], **how: object) -> set[str]:
    return find_answered({text: parse_query(text) for text in typed}, NOBODY, **how)


@pytest.fixture
def archive() -> None:
    add_indexed_item(add_meeting(), "Skolernes lønpulje", "Facebook", case="12/32140")
    draft = add_meeting("2014-01-01", state=PublicationState.DRAFT)
    add_indexed_item(draft, "Hemmelig kloak")
    add_indexed_item(draft, "Bag lukkede døre", is_closed=True)


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    "typed", ["skolernes", "Facebook", "skole", "PULJE", "12/32140", "2012-32140", "32140"]
)
def test_what_finds_something_in_any_form_is_known(typed):
    assert known([typed, "vindmølle"]) == {str(parse_query(typed).pieces[0][0])}


@pytest.mark.usefixtures("archive")
def test_what_only_drafts_have_is_known_to_staff_and_what_closed_items_have_to_nobody(django_user_model):
    staff = add_editor()
    words = ["kloak", "kloakker", "lukkede", "døre"]
    assert known(words) == set()
    assert known(words, staff) == {"kloak", "kloakker"}


@pytest.mark.usefixtures("archive")
def test_known_words_take_one_query_and_any_number_of_others_one_more(
    django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_num_queries(1):
        assert known(["facebook", "skolernes"]) == {"facebook", "skolernes"}
    with django_assert_max_num_queries(3):
        assert known(["facebook", *(f"ukendt{letter}" for letter in "abcdefgh")]) == {"facebook"}
    with django_assert_max_num_queries(1):
        assert known([]) == set()


@pytest.mark.usefixtures("archive")
def test_texts_are_looked_for_among_the_items_that_have_one_of_some_tokens():
    assert answered(["skole pulje", "skole kloak", "og", ""]) == {"skole pulje"}
    assert answered(["skole"], any_of=("y:2012", "y:2013")) == {"skole"}
    assert answered(["skole"], any_of=("y:2012",)) == set()
