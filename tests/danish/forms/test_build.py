"""The list of forms that share no stem is compiled by rules."""

from __future__ import annotations

import lzma

import pytest

from minutes.danish.forms.build import form_lines, read_families
from minutes.danish.forms.listed import FORMS, read_forms
from minutes.danish.forms.stems import STOP_WORDS

KINDS = {"bonde": "c", "skole": "c", "møde": "nv", "gammel": "a", "vælge": "", "valg": "n", "alle": "", "by": "c",
         "landsby": "c", "kø": "c", "tå": "c", "have": "cv"}  # fmt: skip


def compiled(**lemmas: str) -> list[str]:
    """The lines of a dictionary: lemma → its forms with blanks between."""
    by_form = {form: lemma for lemma, forms in lemmas.items() for form in forms.split()}
    return list(form_lines(read_families(by_form, KINDS), KINDS))


def test_forms_are_told_by_their_stems_the_lemma_first():
    assert compiled(bonde="bonde bonden bondes bønder bønderne") == ["bonde bonden,bønder bønderne"]


@pytest.mark.parametrize(
    "lemmas",
    [
        {"skole": "skole skolen skoler"},
        {"møde": "møde møder mødet mødt mødte"},
        {"traktor": "traktor træktor"},
        {"Bonde": "Bonde bønder"},
        {"have": "have haven haver"},
        {"alle": "allé alléer"},
    ],
    ids=[
        "one stem",
        "noun and verb",
        "in no dictionary",
        "a name",
        "a stop word",
        "another word without accents",
    ],
)
def test_of_others_nothing_is_told(lemmas):
    assert compiled(**lemmas) == []


def test_a_form_is_found_by_one_of_each_other_stem_that_is_no_other_words():
    others = read_forms(["vælge vælger,-valgt valgte", "by,byen,byer"])
    assert others["valgte"] == ("vælge",)
    assert others["vælger"] == ()
    assert others["byen"] == ("by", "byer")


def test_an_adjective_has_its_neuter_and_plural_but_nothing_that_compares():
    assert compiled(gammel="gammel gammelt gamle ældre ældst gamlere gammelst") == ["gammel,gamle,gammelt"]


def test_by_a_form_with_another_words_stem_nothing_is_found():
    assert compiled(vælge="vælge vælger valgt valgte", valg="valg valget") == ["vælge vælger,-valgt valgte"]


def test_a_compound_has_the_forms_of_its_last_part_and_is_not_listed():
    assert compiled(by="by byen byer", landsby="landsby landsbyen") == ["by,byen,byer"]


def test_the_list_is_small_and_names_no_stop_word():
    data = FORMS.read_bytes()
    lines = lzma.decompress(data).decode().splitlines()
    assert len(data) < 100_000
    assert len(lines) < 10_000
    assert STOP_WORDS.isdisjoint(" ".join(lines).replace(",", " ").split())
    assert all("," in line for line in lines)
