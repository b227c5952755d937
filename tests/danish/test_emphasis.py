import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.danish.emphasis import Run, find_runs, without_marks


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Det er *vigtigt* i år", ["vigtigt"]),
        ("*Hele linjen*", ["Hele linjen"]),
        ("*Økonomi* og *åbenhed*", ["Økonomi", "åbenhed"]),
        ("(*bilag 1*), og så", ["bilag 1"]),
        ("*x*", ["x"]),
        ("*om 50 % af 3,5 mio. kr.*", ["om 50 % af 3,5 mio. kr."]),
    ],
)
def test_words_between_asterisks_are_italics(text: str, words: list[str]) -> None:
    assert [run.text for run in find_runs(text) if run.is_emphasis] == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Uden stjerner",
        "*",
        "En lone * stjerne",
        "5 * 3 * 2",
        "**",
        "****",
        "* punkt et",
        "*ikke lukket",
        "ikke åbnet*",
        "2*3*4",
        "ord*inde*i",
        "* luft * omkring *",
        "**fed**",
    ],
)
def test_an_asterisk_alone_is_an_asterisk(text: str) -> None:
    assert without_marks(text) == text
    assert not any(run.is_emphasis for run in find_runs(text))


def test_the_text_around_the_italics_stays_where_it_was() -> None:
    assert find_runs("Se *her* nu") == (Run("Se "), Run("her", is_emphasis=True), Run(" nu"))


@given(st.text(alphabet="*ab <&\n"))
def test_no_other_character_than_asterisks_is_ever_lost(text: str) -> None:
    assert without_marks(text).replace("*", "") == text.replace("*", "")
