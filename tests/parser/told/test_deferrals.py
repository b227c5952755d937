"""What a decision puts off, and what only sounds like it."""

import pytest

from minutes.parser.told.deferrals import read_deferrals
from minutes.parser.told.values import DeferralKind, ParsedDeferral

from .deferring_sentences import ALSO_DEFERS, DEFERS, DOES_NOT_DEFER, IN_PART, ONLY_COMES_BACK, UNTIL
from .items import SURROUNDINGS, item_of


def deferrals(*decisions: str, recommendation: str | None = None) -> tuple[ParsedDeferral, ...]:
    item = (
        item_of(*decisions) if recommendation is None else item_of(*decisions, recommendation=recommendation)
    )
    return read_deferrals(item, SURROUNDINGS)


def open_deferrals(*decisions: str, recommendation: str | None = None) -> list[ParsedDeferral]:
    """Those after which the matter stays open with those who decided."""
    found = deferrals(*decisions, recommendation=recommendation)
    return [deferral for deferral in found if not deferral.comes_back and not deferral.is_delegated]


@pytest.mark.parametrize(("text", "kind"), DEFERS.items())
def test_a_decision_puts_the_matter_off(text: str, kind: DeferralKind):
    assert [deferral.kind for deferral in open_deferrals(text)][:1] == [kind]


@pytest.mark.parametrize("text", ALSO_DEFERS)
def test_a_decision_puts_the_matter_off_in_whatever_words(text: str):
    assert open_deferrals(text)


@pytest.mark.parametrize("text", DOES_NOT_DEFER)
def test_what_only_sounds_like_it_puts_nothing_off(text: str):
    assert open_deferrals(text) == []


@pytest.mark.parametrize("text", ONLY_COMES_BACK)
def test_a_matter_that_is_decided_only_comes_back(text: str):
    assert [deferral.comes_back for deferral in deferrals(text)] == [True]


@pytest.mark.parametrize(("text", "point"), IN_PART.items())
def test_a_part_of_the_matter_is_put_off(text: str, point: str):
    assert [(deferral.is_part, deferral.point) for deferral in open_deferrals(text)] == [(True, point)]


@pytest.mark.parametrize(("text", "until"), UNTIL.items())
def test_a_deferral_tells_until_when_in_the_words_of_the_decision(text: str, until: str):
    assert [deferral.until_words for deferral in open_deferrals(text)] == [until]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Udsat til mødet den 24. september.", "2013-09-24"),
        ("Sagen genoptages i februar.", "2014-02"),
        ("Punktet udsættes til foråret.", "2014"),
        ("Sagen udsættes til næste møde.", None),
        ("Direktionen tager stilling, når høringen er slut.", None),
    ],
)
def test_the_time_of_a_deferral_is_read_where_a_calendar_has_it(text: str, iso: str | None):
    (deferral,) = open_deferrals(text)
    assert deferral.until is not None
    assert deferral.until.iso == iso


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Sagen drøftes på et kommende møde i Chefforum.", "Chefforum"),
        ("Sagen oversendes til ØU.", "Økonomiudvalget"),
        ("Inden Direktionen tager stilling, ønskes en drøftelse i chefforum.", "Chefforum"),
        ("Henvises til behandling i Teknik- og Miljøudvalget.", "Teknik- og Miljøudvalget"),
        ("Sagen sendes tilbage til styregruppen.", "styregruppen"),
        ("Direktionen udsætter sagen.", ""),
        ("Udsættes.", ""),
    ],
)
def test_a_deferral_names_the_other_body_to_whom_the_matter_goes(text: str, body: str):
    assert [deferral.to_body for deferral in open_deferrals(text)] == [body]


@pytest.mark.parametrize(
    "text",
    [
        "Den enkelte skoleleder skal tage stilling til, om forældrene inddrages.",
        "Det overlades til Chefforum at beslutte rækkefølgen.",
        "Økonomiudvalget bemyndiges til at afgøre farven.",
    ],
)
def test_what_others_shall_decide_is_delegated(text: str):
    assert [deferral.is_delegated for deferral in deferrals(text)] == [True]


def test_each_decision_of_an_item_has_its_own_deferrals():
    found = deferrals("Udsættes.", "Godkendt. Punkt 2 udsættes til maj.")
    assert [(deferral.decision_index, deferral.text) for deferral in found] == [
        (0, "Udsættes."),
        (1, "Punkt 2 udsættes til maj."),
    ]


def test_a_deferral_keeps_its_sentence_and_line():
    item = item_of("Direktionen drøftede sagen. Sagen tages op igen i juni.")
    (deferral,) = read_deferrals(item, SURROUNDINGS)
    (line,) = (line.number for line in item.sections[-1].lines)
    assert (deferral.line, deferral.text) == (line, "Sagen tages op igen i juni.")


def test_what_is_put_off_with_a_decision_on_the_rest_is_a_part():
    (deferral,) = open_deferrals("Tiltrådt. Direktionen ønsker dog en fornyet stillingtagen til deltagerne.")
    assert deferral.is_part


def test_a_discussion_that_was_all_that_was_asked_for_answers_it():
    asked = "Det indstilles, at Direktionen drøfter strategien."
    text = "Direktionen drøftede strategien. Oplægget skal kvalificeres yderligere."
    assert open_deferrals(text, recommendation=asked) == []
    assert [deferral.kind for deferral in open_deferrals(text)] == [DeferralKind.SENT_BACK]


def test_going_where_the_recommendation_wants_it_puts_nothing_off():
    asked = "Det indstilles, at Direktionen godkender strategien, og at den drøftes i Chefforum."
    assert open_deferrals("Strategien drøftes i Chefforum.", recommendation=asked) == []
    assert open_deferrals("Strategien drøftes i Chefforum.") != []


def test_without_a_recommendation_going_elsewhere_is_no_more_than_the_next_step():
    assert open_deferrals("Emnet drøftes på et kommende møde i Chefforum.", recommendation="") == []


def test_a_noun_of_the_title_names_the_matter_and_any_other_does_not():
    assert open_deferrals("Cykelstrategien udsættes til maj.") != []
    assert open_deferrals("Sommerfesten udsættes til maj.") == []


def test_what_is_recommended_in_the_section_of_the_decision_is_not_decided():
    item = item_of(
        recommendation="", above=("Indstilling og beslutning", "Det indstilles, at sagen udsættes. Godkendt.")
    )
    assert read_deferrals(item, SURROUNDINGS) == ()


def test_the_words_of_other_sections_put_nothing_off():
    item = item_of(
        "Godkendt.",
        above=("Sagsfremstilling", "Sagen udsættes. Direktionen tager stilling, når tallene kendes."),
    )
    assert read_deferrals(item, SURROUNDINGS) == ()
