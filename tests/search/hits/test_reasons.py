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
        ("27-08-2013", "den 27.08.2013", "27.08.2013", ()),
        ("27-08-2013", "den 27. august 2013", "27. august 2013", ("27. august 2013",)),
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


def told(typed: str, text: str, piece: str, key: str, **wanted) -> list[Reason]:
    """The reasons for a text with a piece that is marked with the lexeme that was found."""
    start = text.index(piece)
    mark = Mark(start, start + len(piece), key)
    return find_reasons([(text, [mark])], WantedWords({key: typed}, (), **wanted))


@pytest.mark.parametrize(
    ("typed", "piece"),
    [
        ("1500000", "1,5 mio. kr."),
        ("1.500.000 kr.", "halvanden million"),
        ("1,5 mio.", "1500 t.kr."),
        ("1,5 mio.", "1.500.000 kr."),
        ("knap 1,5 mio.", "1.500.000,-"),
    ],
)
def test_a_sum_that_is_written_in_another_way_is_told(typed, piece):
    assert told(typed, f"Der gives {piece} i år", piece, "kr1500000") == [Reason(typed, (piece,), ())]


@pytest.mark.parametrize(
    ("typed", "piece"),
    [
        ("1.500.000", "1.500.000 kr."),
        ("1.500.000 kr.", "kr. 1.500.000,-"),
        ("1500000", "1.500.000 kr."),
        ("1,5 mio.", "1,5 mio.kr."),
        ("1,5 mio. kr.", "ca. 1,5 millioner kroner"),
        ("cirka 1,5 mio.", "1,5 mio. kr."),
        ("1500 tusind", "1.500 t.kr."),
    ],
)
def test_a_sum_with_other_signs_or_the_name_of_its_unit_needs_no_reason(typed, piece):
    assert told(typed, f"Der gives {piece} i år", piece, "kr1500000") == []


@pytest.mark.parametrize("typed", ["dok.nr. 269057/12", "269057/12", "269057-12"])
def test_a_number_that_was_typed_needs_no_reason(typed):
    assert told(typed, "(269057/12)", "269057/12", "doknr269057x12") == []


def test_a_number_that_is_part_of_another_is_told():
    assert told("32140", "sag 12/32140", "12/32140", "32140") == [Reason("32140", ("12/32140",), ())]


def test_an_ending_that_may_be_any_needs_no_reason_but_a_longer_word_does():
    assert told("skol*", "Nye skoleveje", "skoleveje", "skol", beginnings=("skol",)) == []
    assert told("skol*", "Nye folkeskoler", "skoler", "skol", beginnings=("skol",)) == [
        Reason("skol*", (), ("folkeskoler",))
    ]


def test_an_acronym_that_spells_the_word_that_was_typed_is_told_as_it_is_written():
    assert told("bo", "Nyt fra BO i dag", "BO", "bo") == [Reason("bo", ("BO",), ())]


@pytest.mark.parametrize(("typed", "text"), [("BO", "Nyt fra BO"), ("bo", "Vil bo her"), ("bo", "AT BO HER")])
def test_in_the_capitals_that_were_typed_or_of_a_whole_line_it_is_not(typed, text):
    piece = "BO" if "BO" in text else "bo"
    assert told(typed, text, piece, "bo") == []
