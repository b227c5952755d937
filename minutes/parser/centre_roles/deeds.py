"""What a group of centres does in its sentence: the verb of which it is the subject, and what it is asked to do.

All is matched on small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutes.danish.grammar.verb_forms import (
    infinitive_of_passive,
    infinitive_of_present,
    is_finite,
    is_infinitive,
)

from .groups import Group

_WORD = r"[\w'’./-]++"
_PREPOSITION = (
    r"(?:af|fra|for|hos|i|til|ved|med|om|under|på|mod|via|gennem|mellem|imellem|blandt|over|vedr\.?|vedrørende|ift\.?|mht\.?"
    r"|pr\.?|per|inkl\.?|inklusive|uden|udover|foruden|overfor|angående|undtagen|omkring|hverken|ikke|jf\.?)"
)
_BEFORE_NAME = (
    r"(?:(?:både|hhv\.?|henholdsvis|bl\.\s?a\.|blandt\sandet|f\.eks\.|fx|det|den|nye|kommunens|centrene)\s)"
)
# What belongs to a preposition is no subject: "planen fra HRC skal følges", "for skolerne og HRC skal det måles".
_NO_SUBJECT = re.compile(
    rf"\b{_PREPOSITION}\s{_BEFORE_NAME}{{0,2}}\Z|\bv/\s?\Z|\b{_PREPOSITION}\s(?:{_WORD}\s){{1,3}}(?:og|samt|eller)\s\Z"
)
# De berørte centre (HRC og JC) udpeger hver …
_LISTED_BEHIND_CENTRES = re.compile(r"\b\w*centre(?:ne)?\s\(\Z")
# What is only thought of: "hvis HRC udarbejder en plan", "hvordan HRC løser opgaven", "når HRC fremlægger planen"
_SUPPOSED = re.compile(
    rf"""\b(?:om|hvorvidt|hvis|såfremt|ifald|medmindre|hvordan|hvorledes|hvorfor|hvornår|når|da|fordi|inden|før|efter(?:\sat)?
    |indtil|selv\s?om|skønt|end|hvad|hvem|hvilke[nt]?(?:\s{_WORD}){{0,2}})\s(?:også\s|både\s|at\s)?\Z""",
    re.VERBOSE,
)
# Told of others, not decided: "orienterede om, at HRC udarbejder"
_TOLD = re.compile(r"\b(?:orienter\w+|oplys\w+|fortalte|redegjorde|spurgte)\b[^.;]*\b(?:at|om)\s\Z")
_SUBORDINATE = re.compile(r"\bat\s(?:både\s)?\Z")
_IT_IS = re.compile(r"\bdet\ser\s(?:derfor\s|således\s)?\Z")
_NOT = re.compile(rf"\s(?:{_WORD}\s){{0,2}}?(?:ikke|ej|aldrig|ingen|intet)\b")

_ADVERB = rf"""
    (?:herefter|derefter|efterfølgende|derfor|således|nu|fortsat|løbende|også|dog|snarest(?:\smuligt)?|straks|sammen
    |i\sfællesskab|i\ssamarbejde|hver(?:\sisær|\sfor\ssig)?|endvidere|desuden|samtidig|ligeledes|alene|begge|alle
    |fremover|fremadrettet|selv|altid|primært|årligt|kvartalsvis|månedligt|hurtigst\smuligt|senest
    |(?:inden|efter|til|på|i)\s(?:{_WORD}\s){{0,3}}{_WORD}
    |(?:sammen|i\s(?:tæt\s|et\s){{0,2}}(?:samarbejde|dialog))\smed\s(?:{_WORD}\s){{0,4}}{_WORD})
"""
_BEHIND_ADVERBS = re.compile(rf"(?:\s?,|(?:\s{_ADVERB}){{1,3}})?", re.VERBOSE)
# HRC og de øvrige stabe udarbejder …
_BEHIND_OTHERS = re.compile(
    rf"\s?(?:,|og|samt|eller|/|&)(?:\s(?!(?:at|der|som|hvor|men|så)\b){_WORD}){{1,5}}"
)
# A clause has its verb among the first words.
_MOST_WORDS_BEFORE_VERB = 9
_NEXT_WORD = re.compile(r"[\s,/&]{1,2}(?P<word>[\w'’/-]++)\.?")
_WORDS = re.compile(r"\s(?P<word>[\w'’/-]++)")
# HRC: følger op · ØDC - undersøger finansieringen
_SET_OFF = re.compile(r"\A\s?[:–-]\s")
# What stands first in a sentence whose subject follows its verb: "Herefter udarbejder HRC", "Inden maj fremlægger ØDC"
_BEGINS_OTHERWISE = re.compile(
    r"\W*(?:derfor|herefter|derefter|endvidere|desuden|derudover|herudover|samtidig|efterfølgende|dernæst|endelig|inden"
    r"|efter|til|på|i|når|hvis|såfremt|forud|senest|senere|fremover|fremadrettet|nu|som|ud\sfra|med|for)\b"
)
_VERB_BEFORE = re.compile(
    rf"(?P<rest>.*?)(?P<word>{_WORD})\s(?:(?:derfor|herefter|også|dog|så|således|det|nu)\s)?\Z"
)
_VERBS_IN_THE_PAST = """
    deltog medvirkede bidrog indgik præsenterede fremviste fremlagde gennemgik orienterede redegjorde oplyste fortalte
    indstillede anbefalede foreslog
"""
_PAST = frozenset(_VERBS_IN_THE_PAST.split())


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb of which the centres are the subject, and what follows it; inverted, the verb stands before them."""

    verb: str
    rest: str
    is_inverted: bool = False

    @property
    def is_denied(self) -> bool:
        return _NOT.match(self.rest) is not None


def is_subject(group: Group) -> bool:
    """Whether a group can be the subject of a verb that is no mere thought."""
    if group.is_genitive or _SUPPOSED.search(group.before):
        return False
    return not _NO_SUBJECT.search(group.before) or bool(_LISTED_BEHIND_CENTRES.search(group.before))


def is_told(group: Group) -> bool:
    """Whether somebody only told what the group does."""
    return _TOLD.search(group.before) is not None


def is_it_theirs(group: Group) -> bool:
    """Whether something is said to be the group's, in the genitive: "det er HR-Centrets opgave"."""
    return group.is_genitive and _IT_IS.search(group.before) is not None


def is_subordinate(group: Group) -> bool:
    """Whether the group is the subject of an "at" clause."""
    return _SUBORDINATE.search(group.before) is not None


def stands_first(group: Group) -> bool:
    """Whether nothing stands before the group in its sentence but signs."""
    return not any(map(str.isalnum, group.before))


def begins_sentence(group: Group) -> bool:
    """Whether the group stands first, or behind what a sentence can begin with before its verb."""
    return stands_first(group) or _BEGINS_OTHERWISE.match(group.before) is not None


def deeds_of(group: Group) -> Iterator[Deed]:
    """The verbs that a group is the subject of: the one behind it, or the one before."""
    if not is_subject(group):
        return
    after = _SET_OFF.sub(" ", group.after) if stands_first(group) else group.after
    if behind := _verb_behind(after):
        yield behind
    elif before := _verb_before(group):
        yield before


def _verb_behind(after: str) -> Deed | None:
    end = 0
    for _ in range(_MOST_WORDS_BEFORE_VERB):
        match = _NEXT_WORD.match(after, end)
        if match is None:
            return None
        end = match.end()
        if _can_be_verb(match["word"]):
            between = after[: match.start("word")].rstrip(" ")
            if _BEHIND_ADVERBS.fullmatch(between) or _BEHIND_OTHERS.fullmatch(between):
                return Deed(match["word"], after[match.end("word") :])
    return None


def _verb_before(group: Group) -> Deed | None:
    match = _VERB_BEFORE.match(group.before)
    if not match or not is_finite(match["word"]):
        return None
    clause = match["rest"].rpartition(",")[2]
    begins_otherwise = _BEGINS_OTHERWISE.match(match["rest"])
    others = any(is_finite(word) for word in re.findall(_WORD, clause))
    return None if others or not begins_otherwise else Deed(match["word"], group.after, is_inverted=True)


def _can_be_verb(word: str) -> bool:
    return is_finite(word) or word in _PAST or infinitive_of_passive(word) is not None


def first_infinitive(rest: str) -> str | None:
    """The verb that a modal verb governs, also in the passive ("høres"); None where none is surely one."""
    for count, match in enumerate(_WORDS.finditer(rest)):
        word = match["word"]
        if is_infinitive(word) or (infinitive_of_passive(word) and infinitive_of_present(word) is None):
            return word
        if count > 12:
            break
    return None
