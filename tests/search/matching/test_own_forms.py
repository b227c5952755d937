"""Words that share a stem with others, and names that are small words, too."""

import pytest

from minutes.danish.words import normalise
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting
from tests.build.searching import titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def told() -> None:
    meeting = add_meeting()
    add_indexed_item(meeting, "Udvalget valgte en anden", "De valgte, de valgte og de valgte")
    add_indexed_item(meeting, "Sommer", "Der er valg i år")
    add_indexed_item(meeting, "Efterår", "Kommunevalg kommer")
    add_indexed_item(meeting, "Besøg", "Direktør Hans Nielsen kommer")
    add_indexed_item(meeting, "Breve", "Det er hans brev til Lise Nielsen")
    add_indexed_item(meeting, "Tale", "Borgmester Anders Holm taler om noget andet")
    add_indexed_item(meeting, "Andet", "Vi tager noget andet")


@pytest.mark.usefixtures("told")
def test_the_form_that_was_typed_stands_first_and_the_others_behind():
    assert sorted(titles("valg")[:2]) == ["Efterår", "Sommer"]
    assert titles("valg")[2:] == ["Udvalget valgte en anden"]
    assert titles("valgte")[0] == "Udvalget valgte en anden"


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("typed", ["Hans Nielsen", '"Hans Nielsen"'])
def test_a_small_word_that_is_a_name_counts(typed):
    assert titles(typed) == ["Besøg"]


@pytest.mark.usefixtures("told")
def test_in_small_letters_it_is_the_small_word():
    assert sorted(titles("hans nielsen")) == ["Besøg", "Breve"]


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Anders Holm", ["Tale"]),
        ("Anders Holms tale", ["Tale"]),
        ("Anders And", []),
        ("Anders And.", []),
        ("Peter And", []),
        ("Anders", ["Tale"]),
        ("Anders noget", ["Tale"]),
    ],
)
def test_a_name_is_no_common_word_with_its_stem(typed, found):
    assert titles(typed)[:1] == found


@pytest.mark.parametrize("written", ["Tegning af Anders And", "Anders Ands tegning", "And, Anders"])
def test_the_other_half_of_a_name_is_found_in_capitals(written):
    add_indexed_item(add_meeting(), f"Se: {written}", "Der er andet")
    assert titles("Anders And") == [f"Se: {written}"]


@pytest.mark.parametrize(
    "typed", ["Anders (And)", "Anders And*", "Anders A(nd", r"Anders And\m", "Anders And-And"]
)
def test_signs_beside_a_name_mean_nothing(typed):
    add_indexed_item(add_meeting(), "Tegning af Anders And")
    titles(typed)


@pytest.mark.usefixtures("told")
def test_a_name_alone_stands_before_the_common_word():
    assert titles("Anders")[0] == "Tale"


@pytest.mark.parametrize("typed", ["Müller", "Mueller", "Myller", "Muller", "müller", "mueller"])
def test_a_name_with_a_foreign_letter_is_found_in_its_spellings(typed):
    meeting = add_meeting()
    for name in ("Müller", "Mueller", "Myller", "Muller"):
        add_indexed_item(meeting, f"Fru {name}")
    add_indexed_item(meeting, "Fru Holm")
    assert sorted(titles(typed)) == ["Fru Mueller", "Fru Muller", "Fru Myller", "Fru Müller"]


@pytest.mark.parametrize(
    "typed", ["Müller", "Mueller", "Myller", "müller", "Muller", "muller", "Mullers", "Fru Muller"]
)
def test_it_is_no_common_word_that_would_be_it_without_the_foreign_letter(typed):
    add_indexed_item(add_meeting(), "Det er muligt")
    assert titles(typed) == []


def test_no_letter_of_the_neighbours_is_another_danish_one():
    assert normalise("Müller Söderström Jäger") == "myller søderstrøm jæger"


def test_a_name_is_found_in_the_genitive_in_capitals_and_beside_another_in_all_spellings():
    meeting = add_meeting()
    for title in ("Mullers brev", "FRU MULLER", "muller", "Peter Müller"):
        add_indexed_item(meeting, title)
    add_indexed_item(meeting, "Det er muligt, Peter")
    assert sorted(titles("Muller")) == ["FRU MULLER", "Mullers brev", "Peter Müller", "muller"]
    assert titles("Peter Muller") == ["Peter Müller"]


def test_a_name_that_is_unwanted_takes_no_common_word_with_it():
    add_indexed_item(add_meeting(), "Det er muligt for skolen")
    add_indexed_item(add_meeting(body="Byrådet"), "Skolen og Muller")
    assert titles("skolen -Muller") == ["Det er muligt for skolen"]
