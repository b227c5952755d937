"""A body that is new is remarked on, with the nearest that the archive has."""

import pytest

from minutes.importing.organisation import load_organisation
from minutes.models import Body
from tests.build.documents import decided, item_text, minutes_text
from tests.build.imports import imported

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def organisation():
    load_organisation()


def remarks(text: str, **options) -> list[tuple[int, str]]:
    problems = imported(text, **options).problems
    return [(problem.line, problem.message) for problem in problems if problem.code == "body_new"]


@pytest.mark.parametrize(
    ("written", "nearest"),
    [
        ("Direktonen", "Direktionen"),
        ("Direktionenn", "Direktionen"),
        ("Dirketionen", "Direktionen"),
        ("Byrådt", "Byrådet"),
        ("Byraadet", "Byrådet"),
        ("Økonomi udvalget", "Økonomiudvalget"),
        ("Oekonomiudvalget", "Økonomiudvalget"),
        ("Chefforummet", "Chefforum"),
    ],
)
def test_a_slip_of_the_pen_is_told_with_the_name_that_may_be_meant(written, nearest):
    ((line, message),) = remarks(minutes_text(body=written))
    assert line == 1
    assert message.startswith(f'Organet "{written}" er nyt i arkivet. Menes "{nearest}"?')


@pytest.mark.parametrize(
    "written", ["Ældrerådet", "Kulturudvalget", "Teknik- og Miljøudvalget", "Skolerådet", "MED"]
)
def test_a_name_that_is_like_no_other_is_new_and_no_more(written):
    assert remarks(minutes_text(body=written)) == [(1, f'Organet "{written}" er nyt i arkivet.')]


@pytest.mark.parametrize("written", ["Direktionen", "DIREKTIONEN", "ØU", "byrådet"])
def test_a_body_that_is_known_by_any_of_its_names_is_not_new(written):
    assert remarks(minutes_text(body=written)) == []


def test_a_body_is_new_once():
    assert remarks(minutes_text(body="Ældrerådet"))
    assert remarks(minutes_text(body="Ældrerådet", date="28-08-2013")) == []


def test_a_body_of_a_decision_is_remarked_on_at_its_first_line_once():
    text = minutes_text(
        item_text(1, "Emne"),
        decided("Økonomiudvaget", "20-08-2013", "Anbefales."),
        decided("Økonomiudvaget", "21-08-2013", "Godkendt."),
    )
    ((line, message),) = remarks(text)
    assert text.splitlines()[line - 1] == "Beslutning i Økonomiudvaget den 20-08-2013"
    assert 'Menes "Økonomiudvalget"?' in message


def test_the_first_body_of_an_empty_archive_is_nothing_to_remark_on():
    Body.objects.all().delete()
    assert remarks(minutes_text()) == []


def test_a_version_that_waits_makes_no_body_before_it_is_in_force():
    imported(minutes_text(), publish=True)
    text = minutes_text() + "\n\n" + decided("Ældrerådet", "20-08-2013", "Drøftet.")
    assert remarks(text) == [(15, 'Organet "Ældrerådet" er nyt i arkivet.')]
    assert not Body.objects.filter(name="Ældrerådet").exists()
    assert remarks(text, publish=True) == [(15, 'Organet "Ældrerådet" er nyt i arkivet.')]
    assert Body.objects.filter(name="Ældrerådet").exists()
