"""Phrases with small words, and quotes round one word, are held against the texts."""

import pytest

from minutes.models import SectionKind
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting
from tests.build.searching import search, titles

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def told() -> None:
    meeting = add_meeting()
    decision = SectionKind.DECISION
    add_indexed_item(meeting, "med tak", sections={decision: "Taget til efterretning med tak."})
    add_indexed_item(meeting, "uden tak", sections={decision: "Taget under efterretning uden tak"})
    add_indexed_item(meeting, "Mødelokalerum")
    add_indexed_item(meeting, "Rummene på skolen", attachments=["Liste over rum"])
    add_indexed_item(meeting, "Centret for rumfart", "Idéen om Aabenraa")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ('"taget til efterretning med tak"', ["med tak"]),
        ('"TAGES TIL efterretning"', ["med tak"]),
        ('"taget om efterretning"', []),
        ('"rum"', ["Rummene på skolen"]),
        ("rum", ["Centret for rumfart", "Mødelokalerum", "Rummene på skolen"]),
        ('"liste over rum"', ["Rummene på skolen"]),
        ('"center"', ["Centret for rumfart"]),
        ('"ide om åbenrå"', ["Centret for rumfart"]),
        # of either nothing is held against the texts
        (
            '"taget til efterretning" OR "rum"',
            ["Centret for rumfart", "Mødelokalerum", "Rummene på skolen", "med tak", "uden tak"],
        ),
        ('efterretning -"til efterretning"', []),
        ('"til med"', []),
    ],
)
def test_what_stands_in_quotes_stands_in_the_text(typed, found):
    assert sorted(titles(typed)) == found


def test_the_last_published_are_the_same():
    assert len(search('"taget til efterretning med tak"').find_last_published(10)) == 1


@pytest.mark.parametrize(
    "typed", ['"a.*"', '"(til ["', '"\\ og \\m"', '"rum{1000}"', '"' + "og rum " * 40 + '"']
)
def test_signs_of_patterns_mean_nothing(typed):
    titles(typed)
