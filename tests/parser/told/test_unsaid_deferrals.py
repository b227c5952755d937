"""What a decision puts off without a word of deferring."""

import pytest

from minutes.parser.told.deferrals import read_deferrals
from minutes.parser.told.values import DeferralKind

from .items import SURROUNDINGS, item_of
from .test_deferrals import deferrals, open_deferrals
from .unsaid_deferrals import NOT_REACHED, PUTS_NOTHING_OFF, WAITS, WANTED_AGAIN


@pytest.mark.parametrize("text", NOT_REACHED)
def test_what_was_not_reached_is_put_off(text: str):
    assert open_deferrals(text)


@pytest.mark.parametrize("text", WANTED_AGAIN)
def test_what_is_wanted_again_is_put_off(text: str):
    assert open_deferrals(text)


@pytest.mark.parametrize("text", WAITS)
def test_what_waits_is_put_off(text: str):
    assert open_deferrals(text)


@pytest.mark.parametrize("text", PUTS_NOTHING_OFF)
def test_what_only_sounds_like_it_puts_nothing_off(text: str):
    assert open_deferrals(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Orienteringen blev taget til efterretning. Gennemgangen af anlægsrammen nåedes ikke og udskydes til maj.",
        "Direktionen drøftede kassebeholdningen. Opgørelsen over stillinger nåedes ikke og gennemgås på næste møde.",
    ],
)
def test_of_a_standing_item_a_part_can_be_left_for_the_next_meeting(text: str):
    (deferral,) = open_deferrals(text, recommendation="")
    assert deferral.is_part
    assert deferral.kind in {DeferralKind.DEFERRED, DeferralKind.DISCUSSION_POSTPONED}


def test_what_is_wanted_again_when_it_is_decided_only_comes_back():
    (deferral,) = deferrals("Godkendt. Direktionen ønsker strategien forelagt igen om et år.")
    assert deferral.comes_back


def test_several_points_are_put_off_by_their_names():
    (deferral,) = open_deferrals("Godkendt, dog udsættes punkt 2 og 3.")
    assert (deferral.is_part, deferral.point) == (True, "2 og 3")


@pytest.mark.parametrize(
    ("text", "is_put_off"),
    [
        ("Cykelstrategien udskydes til 2015.", True),
        ("Oversigten udskydes til næste møde.", True),
        ("Oversigten udskydes til 2015.", False),
        ("Punkt 3 udskydes til 2015.", True),
        ("Spørgsmålet om stierne udskydes til 2015.", True),
    ],
)
def test_to_a_year_only_the_matter_is_put_off(text: str, is_put_off: bool):
    assert bool(read_deferrals(item_of(text), SURROUNDINGS)) is is_put_off
