from dataclasses import fields

import pytest

from minutes.search.index.item_words import MAX_BYTES_PER_WEIGHT, ItemText, weighted_words


def item_text(**texts):
    empty = {field.name: () for field in fields(ItemText)}
    return ItemText(**{**empty, "case_number": None, **texts})


@pytest.mark.parametrize(
    ("texts", "weight", "words"),
    [
        ({"titles": ("Budget 2014",)}, "a", "budget 2014"),
        ({"titles": ("Skole", "Skolen")}, "a", "skole og skolen"),
        ({"case_number": "12/32140"}, "a", "sagnr12x32140"),
        ({"document_numbers": ("269057/12", "216558/15")}, "a", "doknr269057x12 og doknr216558x15"),
        ({"decisions": ("Udsat", "Godkendt")}, "b", "udsat og godkendt"),
        ({"recommendations": ("Det indstilles", "At gøre")}, "d", "det indstilles og at gøre"),
        ({"attachments": ("Kort over byen",)}, "attachments", "kort over byen"),
        ({"sections": ("Baggrunden er", "Ingen økonomi")}, "c", "baggrunden er og ingen økonomi"),
        ({"centres": ("HRC HR-Centret",)}, "c", "hrc hr center"),
        ({"additions": ("Kort over byen",)}, "c", "kort over byen"),
        ({"decided_elsewhere": ("Byrådet 17-11-2015",)}, "c", "byrådet 17 11 2015"),
    ],
)
def test_every_text_has_its_weight(texts, weight, words):
    weighted = weighted_words(item_text(**texts))
    assert words in getattr(weighted, weight)
    others = {"a", "b", "c", "d"} - {weight}
    assert all(words not in getattr(weighted, other) for other in others)


def test_the_same_title_twice_is_indexed_once():
    weighted = weighted_words(item_text(titles=("Budget", "Budget")))
    assert weighted.a.split().count("budget") == 1


def test_what_a_section_says_already_is_not_indexed_again():
    weighted = weighted_words(
        item_text(sections=("Bilag:\nKort over byen",), additions=("Kort over byen", "Nyt bilag"))
    )
    assert weighted.c.split().count("kort") == 1
    assert "nyt bilag" in weighted.c


def test_hyphenated_words_and_numbers_are_also_found_by_their_other_forms():
    weighted = weighted_words(
        item_text(titles=("HTK-LIS",), case_number="12/32140", sections=("jf. 09/22035",))
    )
    assert "htklis" in weighted.a.split()
    assert "22035" in weighted.c.split()


def test_the_items_own_numbers_are_found_by_their_serials():
    weighted = weighted_words(item_text(case_number="12/32140", document_numbers=("269057/12",)))
    assert {"32140", "269057"} <= set(weighted.a.split())


def test_texts_that_stand_side_by_side_in_the_index_form_no_phrase():
    weighted = weighted_words(item_text(titles=("Nye skoler", "Budget"), decisions=("Godkendt",)))
    assert "skoler og budget" in weighted.a
    assert weighted.b.split()[0] == "og"


@pytest.mark.parametrize("word", ["a ", "åæø ", "漢字 ", "x" * 5000 + " ", "x" * 1_000_000])
def test_no_text_is_too_long_to_be_indexed(word):
    weighted = weighted_words(item_text(sections=(word * (1_000_000 // len(word)),)))
    assert len(weighted.c.encode()) <= MAX_BYTES_PER_WEIGHT


def test_a_cut_text_ends_with_a_whole_word():
    weighted = weighted_words(item_text(sections=("overskrift " * 50_000,)))
    assert set(weighted.c.split()) == {"og", "overskrift"}


def test_an_item_without_any_text_can_be_indexed():
    weighted = weighted_words(item_text(titles=("",)))
    assert set((weighted.a + weighted.b + weighted.c).split()) <= {"og"}
