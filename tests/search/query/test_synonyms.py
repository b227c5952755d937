"""Synonyms in what was typed: the others of a group are asked for, too, behind what was."""

from __future__ import annotations

import pytest

from minutes.search.query.names import Names
from minutes.search.query.properties import OfBody
from minutes.search.query.query import parse_query
from minutes.search.query.synonyms import MOST_ALTERNATIVES, MOST_TERMS, Synonyms
from minutes.search.query.terms import Words

SYNONYMS = Synonyms(
    [
        ("", ["dagpasning", "dagtilbud"]),
        ("ældrepleje", ["hjemmepleje", "plejehjem"]),
        ("", ["APV", "arbejdspladsvurdering"]),
        ("", ["MUS", "medarbejderudviklingssamtale", "personlig udviklingssamtale"]),
        ("", ["praktisk hjælp", "hjemmehjælp"]),
    ]
)
BODY = OfBody(7)
MEANT = Names({("byråd",): (BODY, Words(("byråd",)))}, synonyms=SYNONYMS)


def lesser(typed: str, names: Names = MEANT) -> list[list[object]]:
    """For each term of what was typed, its synonyms as they are written, and units."""
    (group, *_) = parse_query(typed, names).groups
    asked = [[each.synonym if isinstance(each, Words) else each for each in term.lesser] for term in group]
    return [[each for each in others if each != ""] for others in asked]


def with_groups(*groups: tuple[str, list[str]], **names: object) -> Names:
    return Names(**names, synonyms=Synonyms(groups))


@pytest.mark.parametrize(
    "typed", ["dagpasning", "Dagpasningen", "dagpasningens", "DAGPASNING", "dagpasning,", "dag pasning"]
)
def test_a_word_in_any_inflection_has_the_others_of_its_group(typed):
    groups = parse_query(typed, MEANT).groups
    assert ["dagtilbud"] in [[each.synonym for each in term.lesser] for group in groups for term in group]


def test_both_ways_each_finds_the_other():
    assert lesser("dagtilbud") == [["dagpasning"]]


def test_the_wider_word_finds_the_narrower_ones_and_not_the_other_way_round():
    assert lesser("ældreplejen") == [["hjemmepleje", "plejehjem"]]
    assert lesser("hjemmepleje") == [[]], "neither the wider word nor what is beside it"


@pytest.mark.parametrize(
    "typed", ['"dagpasning"', "skole -dagpasning", "skole IKKE dagpasning", '"praktisk hjælp"']
)
def test_what_is_quoted_or_unwanted_has_none(typed):
    assert not any(lesser(typed))


def test_a_phrase_is_found_as_a_whole_and_is_one_term():
    (group,) = parse_query("mere praktisk hjælp nu", MEANT).groups[:1]
    phrase = group[1]
    assert phrase.alternatives == (Words(("praktisk", "hjælp")),)
    assert phrase.lesser == (Words(("hjemmehjælp",)),)
    assert len(group) == 3


def test_the_longest_phrase_is_meant():
    names = with_groups(("", ["hjælp", "bistand"]), ("", ["praktisk hjælp", "hjemmehjælp"]))
    assert lesser("praktisk hjælp", names) == [["hjemmehjælp"]]
    assert lesser("praktiske hjælp", names) == [["hjemmehjælp"]]
    assert lesser("hjælp", names) == [["bistand"]]


def test_a_phrase_among_the_others_is_asked_for_side_by_side():
    (group,) = parse_query("hjemmehjælp", MEANT).groups
    assert group[0].lesser == (Words(("praktisk", "hjælp"), is_phrase=True),)


def test_an_abbreviation_is_found_in_any_letters():
    for typed in ("APV", "apv", "Apv", "APV'er"):
        assert lesser(typed) == [["arbejdspladsvurdering"]]


def test_an_abbreviation_that_is_a_word_too_is_meant_in_capitals_alone():
    for typed in ("MUS", "MUS'", "(MUS)"):
        assert lesser(typed) == [["medarbejderudviklingssamtale", "personlig udviklingssamtale"]], typed
    assert lesser("mus") == [[]]
    assert lesser("medarbejderudviklingssamtaler") == [["MUS", "personlig udviklingssamtale"]]


def test_an_abbreviation_that_is_a_word_too_finds_what_is_so_written():
    names = with_groups(("", ["BY", "byplan", "OK", "overenskomst", "MED", "medindflydelse"]))
    assert lesser("byplaner", names) == [["BY", "OK", "overenskomst", "MED", "medindflydelse"]]
    (term,) = parse_query("byplaner", names).groups[0]
    assert [each.words for each in term.lesser][:2] == [("ñ1by",), ("ñ1ok",)]
    assert lesser("BY", names)[0][:1] == ["byplan"]
    assert lesser("by", names) == lesser("ok", names) == [[]]
    assert lesser("MED", names)[0][:2] == ["BY", "byplan"]


def test_a_word_in_two_groups_has_the_others_of_both_in_turn_and_nothing_by_way_of_them():
    names = with_groups(
        ("", ["SU", "samarbejdsudvalg", "medudvalg"]),
        ("", ["SU", "statens uddannelsesstøtte"]),
        ("", ["samarbejdsudvalg", "MED-udvalg"]),
    )
    assert lesser("SU", names) == [["samarbejdsudvalg", "statens uddannelsesstøtte", "medudvalg"]]


def test_a_word_that_is_twice_in_other_letters_is_asked_for_once():
    names = with_groups(("", ["leder", "chef", "Lederen"]), ("", ["lederne", "cheferne", "forstander"]))
    assert lesser("leder", names) == [["chef", "forstander"]]


def test_the_name_of_a_unit_means_the_unit_first_and_has_synonyms_behind():
    names = with_groups(
        ("", ["byråd", "kommunalbestyrelse"]), meanings={("byråd",): (BODY, Words(("byråd",)))}
    )
    (group,) = parse_query("byrådet", names).groups
    assert BODY in group[0].alternatives
    assert group[0].lesser == (Words(("kommunalbestyrelse",)),)


def test_a_synonym_that_is_the_name_of_a_unit_means_the_unit_too():
    names = with_groups(
        ("", ["byråd", "kommunalbestyrelse"]), meanings={("byråd",): (BODY, Words(("byråd",)))}
    )
    assert lesser("kommunalbestyrelsen", names) == [["byråd", BODY]]


def test_the_name_of_a_unit_goes_before_a_longer_synonym():
    names = with_groups(("", ["byråd vedtægt", "styrelsesvedtægt"]), meanings={("byråd",): (BODY,)})
    assert lesser("byrådets vedtægt", names) == [[], []]


def test_alternatives_are_bounded():
    words = [f"ord{letter * 3}" for letter in "abcdefghijklmnopqrst"]
    (found,) = lesser(words[0], with_groups(("", words)))
    assert found == words[1 : 1 + MOST_ALTERNATIVES]


def test_the_terms_with_synonyms_are_bounded_too():
    groups = [("", [f"ord{letter * 3}", f"andet{letter * 3}"]) for letter in "abcdefgh"]
    typed = " ".join(words[0] for _, words in groups)
    found = lesser(typed, with_groups(*groups))
    assert [bool(each) for each in found] == [True] * MOST_TERMS + [False] * (8 - MOST_TERMS)


def test_what_was_typed_is_no_synonym_though_it_is_one_of_another_word():
    query = parse_query("dagpasning dagtilbud", MEANT)
    shown = query.shown_by({word: [word] for word in query.all_words})
    assert not any(words.synonym for words in shown)


def test_without_synonyms_nothing_is_asked_for_behind():
    assert lesser("dagpasning praktisk hjælp", Names()) == [[], [], []]
    query = parse_query("skole", MEANT)
    assert query.strict_groups == query.groups
