import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.models import Meeting, PublicationState, SearchWord
from minutes.search.query import parse_query
from minutes.search.spelling import did_you_mean, find_nearest_word
from minutes.search.vocabulary import visible_words
from tests.rows import add_meeting
from tests.search.indexed import add_indexed_item

pytestmark = pytest.mark.django_db

NOBODY = AnonymousUser()


@pytest.fixture
def archive() -> Meeting:
    meeting = add_meeting()
    add_indexed_item(
        meeting,
        "Kommissorium for innovationsfestival",
        "Facebook, sygedagpenge og effektiviseringspuljen. Kloakken i Åbyen, og bro over åen.",
    )
    return meeting


def meant(typed: str, user=NOBODY) -> str | None:
    return did_you_mean(parse_query(typed), user)


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("komissorium", "kommissorium"),
        ("Facebok", "facebook"),
        ("sygedapenge", "sygedagpenge"),
        ("effektivisreingspulje", "effektiviseringspuljen"),
        ("innovationfestval", "innovationsfestival"),
        ("kommisorium for Facebok", "kommissorium for facebook"),
        ('"Facebok" OR sygedagpenge', '"facebook" OR sygedagpenge'),
        ("facebok -festival 12/32140", "facebook -festival 12/32140"),
    ],
)
def test_the_nearest_words_of_the_archive_are_meant(typed, text):
    assert meant(typed) == text


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    "typed",
    [
        "",
        "kloakforsyning",
        "vindmølle",
        "bra",
        "12/32140",
        "32141",
        "-facebok facebook",
        "facebook",
        "og",
        "festvial2",
    ],
)
def test_what_is_right_too_short_a_number_or_too_far_off_is_left_alone(typed):
    assert meant(typed) is None


def test_only_words_that_the_reader_may_see_are_suggested(archive, django_user_model):
    staff = django_user_model.objects.create_user("staff", is_staff=True)
    draft = add_meeting("2014-01-01", state=PublicationState.DRAFT)
    add_indexed_item(draft, "Hemmelighedskræmmeri")
    assert meant("hemmelighedskræmeri") is None
    assert meant("hemmelighedskræmeri", staff) == "hemmelighedskræmmeri"


def test_words_of_closed_items_are_not_even_kept(archive):
    add_indexed_item(archive, "Kontorfællesskab", is_closed=True)
    assert not SearchWord.objects.filter(word="kontorfællesskab").exists()


def test_a_word_is_forgotten_with_the_last_item_that_has_it(archive):
    other = add_indexed_item(add_meeting("2014-01-01"), "Kommissorium")
    assert find_nearest_word("komissorium", NOBODY) == "kommissorium"
    archive.delete()
    assert find_nearest_word("komissorium", NOBODY) == "kommissorium"
    other.meeting.delete()
    assert find_nearest_word("komissorium", NOBODY) is None


@pytest.mark.usefixtures("archive")
def test_known_words_are_told_from_unknown_ones_in_their_order():
    assert visible_words(["sygehus", "facebook", "vindmølle", "kommissorium"], NOBODY) == [
        "facebook",
        "kommissorium",
    ]
    assert visible_words([], NOBODY) == []


@pytest.mark.usefixtures("archive")
def test_known_words_take_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert visible_words(["facebook", "kommissorium"], NOBODY) == ["facebook", "kommissorium"]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("word", ["%" * 40, "a" * 300, "'; --", "å" * 256, "kommissorium" * 30])
def test_any_word_at_all_can_be_looked_for(word):
    assert find_nearest_word(word, NOBODY) is None


def test_a_stop_word_is_no_misspelling_of_another_word():
    add_indexed_item(add_meeting(), "Halve stillinger", "Lille plan for tidsplan og eget budget")
    assert meant("skal have tidplan") == "skal have tidsplan"
    assert meant("ville have meget") is None
