"""Makes the list of forms that share no stem out of lemma data; `script/lexicon` runs it.

The lemma data are those of spaCy (the package spacy-lookups-data), a dictionary from form to lemma. Which of the
lemmas are words, and of what kind, the lexicon of compounds tells. Both have to agree.

1. A form counts that search would not write otherwise: "allé" is "alle", another word, and "budgettet" is "budget".
2. Nouns have all their forms but genitives; adjectives their neuter and plural, not what compares ("større", "ældst");
   verbs what no rule makes ("valgt", "gik", not "lukkede"). Of what is both noun and verb nothing is told.
3. A compound has the forms of its last part, where that is told: it need not be listed.
4. Of forms with one stem one is found by; none where the stem is another lemma's, too: "valgt" is stemmed as "valg".
"""

from __future__ import annotations

import gzip
import json
import lzma
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from minutes.danish.compounds import split_compound
from minutes.danish.compounds.lexicon import ADJECTIVE, COMMON, NEUTER, VERB, load_lexicon
from minutes.danish.forms.stems import STOP_WORDS
from minutes.danish.forms.stems import stem as stem_of
from minutes.danish.words import normalise

from .listed import FORMS, KEY_ONLY

_COMPARING = ("ere", "est", "este")
_COMPARED = (
    "bedre bedst bedste færre færrest flere flest fleste længere længst længste mindre mindst mindste større størst"
    " største værre værst værste yngre yngst yngste ældre ældst ældste"
)
_COMPARATIVES = frozenset(_COMPARED.split())
_REGULAR_PAST = ("ede", "edes")
# A word of fewer letters is another word too often.
_SHORTEST_LEMMA = 2
# Of more forms apart the data are wrong.
_MOST_GROUPS = 6

Families = Mapping[str, set[str]]


def main(lemmas: str, forms: str = str(FORMS)) -> None:
    """Compile the JSON of lemmas (gzipped) into the file `forms`."""
    with gzip.open(lemmas, "rt", encoding="utf-8") as file:
        families = read_families(json.load(file), load_lexicon().kinds)
    text = "".join(f"{line}\n" for line in form_lines(families, load_lexicon().kinds))
    Path(forms).write_bytes(lzma.compress(text.encode(), preset=9))


def read_families(lemmas: Mapping[str, str], kinds: Mapping[str, str]) -> Families:
    """The forms of every lemma that is a word of the dictionary (word → its kinds), itself among them."""
    families: dict[str, set[str]] = defaultdict(set)
    for form, lemma in lemmas.items():
        lemma_form = normalise(lemma)
        if lemma.islower() and form.islower() and form.isalpha() and lemma_form in kinds:
            # Of "center" search has all forms by rule.
            has_one_form = normalise(f"{lemma_form}s") == lemma_form
            if lemma_form in STOP_WORDS or has_one_form or len(lemma_form) < _SHORTEST_LEMMA:
                continue
            families[lemma_form].add(lemma_form)
            if normalise(form) == form.replace("aa", "å") and normalise(form) not in STOP_WORDS:
                families[lemma_form].add(normalise(form))
    return families


def form_lines(families: Families, kinds: Mapping[str, str]) -> Iterator[str]:
    """A line for each lemma with forms apart: the forms of one stem with blanks, the stems with commas between.

    The form that stands for a stem comes first.
    """
    lemmas_of_stem = _lemmas_of_stems(families)
    apart = {
        lemma: groups for lemma in sorted(families) if (groups := _groups(lemma, families[lemma], kinds))
    }
    for lemma, groups in apart.items():
        *_, last = split_compound(lemma)
        if last.start and lemma[last.start :] in apart:
            continue
        written: list[str] = []
        for stem, forms in sorted(groups.items(), key=lambda group: (group[0] != stem_of(lemma), group[0])):
            is_shared = stem != stem_of(lemma) and lemmas_of_stem[stem] != {lemma}
            written.append(KEY_ONLY * is_shared + " ".join(sorted(forms, key=partial(_order, lemma))))
        yield ",".join(written)


def _order(lemma: str, form: str) -> tuple[bool, int, str]:
    return form != lemma, len(form), form


def _lemmas_of_stems(families: Families) -> Mapping[str, set[str]]:
    lemmas: dict[str, set[str]] = defaultdict(set)
    for lemma, forms in families.items():
        for form in forms:
            lemmas[stem_of(form)].add(lemma)
    return lemmas


def _groups(lemma: str, forms: set[str], kinds: Mapping[str, str]) -> dict[str, list[str]]:
    """The forms by stem; nothing where all have one."""
    kind = set(kinds[lemma])
    if VERB in kind and kind - {VERB}:
        return {}
    groups: dict[str, list[str]] = defaultdict(list)
    for form in _telling(lemma, forms, kind):
        groups[stem_of(form)].append(form)
    return dict(groups) if 1 < len(groups) <= _MOST_GROUPS else {}


def _telling(lemma: str, forms: Iterable[str], kind: set[str]) -> Iterator[str]:
    known = set(forms)
    for form in sorted(known):
        is_genitive = form != lemma and form.endswith("s") and form[:-1] in known
        is_past = not kind & {COMMON, NEUTER} and form.endswith(_REGULAR_PAST)
        is_another = form in _COMPARATIVES and form != lemma
        if (
            is_genitive
            or is_past
            or is_another
            or (ADJECTIVE in kind and not _is_positive(lemma, form, kind))
        ):
            continue
        yield form


def _is_positive(lemma: str, form: str, kind: set[str]) -> bool:
    """Whether a form of an adjective compares nothing: "gamle" of "gammel", "udsatte" of "udsat"; not "ældre"."""
    if kind & {COMMON, NEUTER}:
        return not form.endswith(_COMPARING)
    before, last = lemma[:-1], lemma[-1]
    plurals = {f"{lemma}e", f"{lemma}{last}e", f"{before}de", f"{before}e"}
    plurals |= {f"{lemma[:-2]}{last}e", f"{lemma[:-3]}{last}e"}
    return form in {lemma, f"{lemma}t", f"{lemma}tt"} | plurals


if __name__ == "__main__":
    main(*sys.argv[1:])
