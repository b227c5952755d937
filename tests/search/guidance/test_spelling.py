import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.models import Meeting, PublicationState, SearchWord
from minutes.search.guidance.spelling import find_replacements
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_editor, add_meeting

pytestmark = pytest.mark.django_db

NOBODY = AnonymousUser()


@pytest.fixture
def archive() -> Meeting:
    meeting = add_meeting()
    add_indexed_item(
        meeting,
        "Kommissorium for innovationsfestival",
        "Facebook, sygedagpenge og effektiviseringspuljen. Kloakken i Åbyen, og bro over åen. Ældre og børn i Værløse. "
        "Journal i kommune. Ældrebolig.",
    )
    return meeting


def meant(word: str, user=NOBODY) -> str | None:
    return find_replacements([word], user).nearest.get(word)


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("komissorium", "kommissorium"),
        ("Facebok", "facebook"),
        ("facbok", None),
        ("sygedapenge", "sygedagpenge"),
        ("effektivisreingspulje", "effektiviseringspuljen"),
        ("innovationfestval", "innovationsfestival"),
        ("komunne", "kommune"),
        ("joural", "journal"),
        # without a Danish keyboard
        ("boern", "børn"),
        ("born", "børn"),
        ("Aeldre", "ældre"),
        ("aldrebolig", "ældrebolig"),
        ("aabyen", "åbyen"),
        ("vaerloese", "værløse"),
    ],
)
def test_the_nearest_word_of_the_archive_is_meant(typed, word):
    assert meant(typed) == word


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    "typed",
    [
        "kloakforsyning",
        "vindmølle",
        "bra",
        "festvial2",
        "32141",
        "12/32140",
        "",
        "xqzw",
        "å" * 300,
        "%" * 40,
        "'; --",
    ],
)
def test_what_is_too_short_too_long_no_word_or_too_far_off_means_nothing_else(typed):
    assert meant(typed) is None


@pytest.mark.parametrize("typed", ["barsel", "barslen", "barselsvarme", "male"])
def test_a_word_of_the_dictionary_is_no_misspelling_of_another(typed):
    add_indexed_item(add_meeting(), "Varsel om varmen, måle")
    assert meant(typed) is None
    assert meant("varssel") == "varsel"


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("kommissoriumfestival", ["kommissorium", "festival"]),
        ("sygedagpengefestival", ["sygedagpenge", "festival"]),
        ("festivalbarsel", ["festival"]),
        ("barselsgaranti", None),
        ("barsel", None),
    ],
)
def test_of_an_unknown_compound_the_parts_that_are_known_are_told(typed, parts):
    assert find_replacements([typed], NOBODY).parts.get(typed) == parts


def test_only_words_that_the_reader_may_see_are_suggested(archive, django_user_model):
    staff = add_editor()
    draft = add_meeting("2014-01-01", state=PublicationState.DRAFT)
    add_indexed_item(draft, "Hemmelighedskræmmeri")
    assert meant("hemmelighedskræmeri") is None
    assert meant("hemmelighedskræmeri", staff) == "hemmelighedskræmmeri"


def test_words_of_closed_items_are_not_even_kept(archive):
    add_indexed_item(archive, "Kontorfællesskab", is_closed=True)
    assert not SearchWord.objects.filter(word="kontorfællesskab").exists()


def test_a_word_is_forgotten_with_the_last_item_that_has_it(archive):
    other = add_indexed_item(add_meeting("2014-01-01"), "Kommissorium")
    assert meant("komissorium") == "kommissorium"
    archive.delete()
    assert meant("komissorium") == "kommissorium"
    other.meeting.delete()
    assert meant("komissorium") is None


@pytest.mark.usefixtures("archive")
def test_any_number_of_words_takes_the_same_queries(django_assert_max_num_queries):
    words = [
        f"{word}x" for word in ("komissorium", "facebok", "innovationfestval", "kloaken", "sygedapenge")
    ] * 4
    with django_assert_max_num_queries(6):
        assert len(find_replacements(words, NOBODY).nearest) == 5
