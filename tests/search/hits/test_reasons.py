import pytest

from minutes.search.hits.highlight import Mark
from minutes.search.hits.reasons import Reason, find_reasons
from minutes.search.hits.wanted_words import WantedWords

WANTED = WantedWords(
    {"pulj": "pulje", "skol": "skole", "hus": "skole", "bo": "at bo"}, (), {"hus": "skolehus"}
)


def reasons(*marked: tuple[str, str, str]) -> list[Reason]:
    """The reasons for texts of which the given piece is marked with the given lexeme."""
    texts = [
        (text, [Mark(text.index(piece), text.index(piece) + len(piece), lexeme)])
        for text, piece, lexeme in marked
    ]
    return find_reasons(texts, WANTED)


def test_a_part_of_a_compound_is_told_with_the_whole_word():
    found = reasons(("Til Effektiviseringspuljen gives", "puljen", "pulj"))
    assert found == [Reason("pulje", (), ("effektiviseringspuljen",))]


def test_another_form_of_the_word_is_told():
    assert reasons(("De nye skoler.", "skoler", "skol")) == [Reason("skole", ("skoler",), ())]


@pytest.mark.parametrize("text", ["En skole", "SKOLE", "(skole)", "skole/hjem"])
def test_the_word_as_it_was_asked_for_needs_no_reason(text):
    piece = "SKOLE" if "SKOLE" in text else "skole"
    assert reasons((text, piece, "skol")) == []


def test_each_word_is_named_once_and_not_too_many():
    texts = [
        (f"{first}puljen", "puljen", "pulj") for first in ("løn", "løn", "tilskuds", "køre", "bus", "sports")
    ]
    (reason,) = reasons(*texts)
    assert reason.in_compounds == ("lønpuljen", "tilskudspuljen", "kørepuljen", "buspuljen")


@pytest.mark.parametrize(
    ("typed", "text", "piece", "told"),
    [
        ("Taastrup", "i Taastrup", "Taastrup", ()),
        ("Taastrup", "i Tåstrup", "Tåstrup", ("tåstrup",)),
        ("jobcentret", "Jobcentret", "Jobcentret", ()),
        ("dok.nr. 269057/12", "(269057/12)", "269057/12", ("269057/12",)),
        ("HRC", "i HR-Centret", "HR-Centret", ("hr-centret",)),
        ("nye skoler", "De nye skoler", "nye skoler", ()),
    ],
)
def test_a_word_is_told_as_it_was_typed_and_never_in_the_form_of_the_index(typed, text, piece, told):
    start = text.index(piece)
    found = find_reasons([(text, [Mark(start, start + len(piece), "key")])], WantedWords({"key": typed}, ()))
    assert found == ([Reason(typed, told, ())] if told else [])


def test_without_marks_there_is_no_reason():
    assert find_reasons([("En skole", [])], WANTED) == []


def test_of_a_word_without_end_only_what_stands_beside_the_mark_is_told():
    text = "a" * 5000 + "skole" + "b" * 5000
    (reason,) = find_reasons([(text, [Mark(5000, 5005, "skol")])], WANTED)
    assert reason.in_compounds == ("a" * 60 + "skole" + "b" * 60,)


def test_a_synonym_is_told_as_the_archivist_writes_it_and_not_as_a_form_of_the_word():
    assert reasons(("Et hus", "hus", "hus")) == [Reason("skole", (), (), ("skolehus",))]
    assert reasons(("Rådhuset", "huset", "hus")) == [Reason("skole", (), (), ("skolehus",))]


def test_where_the_word_itself_is_there_it_was_not_found_under_another():
    assert reasons(("Et hus", "hus", "hus"), ("En skole", "skole", "skol")) == []
    found = reasons(("Et hus", "hus", "hus"), ("Skolerne", "Skolerne", "skol"))
    assert found == [Reason("skole", ("skolerne",), ())]
