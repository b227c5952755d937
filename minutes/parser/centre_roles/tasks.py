"""Whether a sentence of a decision gives its group of centres something to do. All is matched on small letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes.danish.grammar.verb_forms import infinitive_of_passive, infinitive_of_present

from .deeds import Deed, first_infinitive, is_it_theirs, is_told, stands_first
from .groups import Group

_WORD = r"[\w'’./-]++"
_MODALS = frozenset({"skal", "vil", "må"})
_ASKED = frozenset({"bedes", "anmodes", "pålægges", "opfordres", "bemyndiges", "forpligtes"})
# Direktionen beder HRC undersøge … · Herefter anmodes ØDC om …
_ASKS_BEFORE = re.compile(
    r"\b(?:be(?:der|d|de|des)|bad|(?:anmod|opfordr|bemyndig)(?:er|ede|es|e)|pålægge(?:r|s)?|pålagde)"
    r"\s(?:(?:også|derfor|samtidig|endvidere)\s)?\Z"
)
# giver HRC mandat til · HRC får til opgave at
_GIVES_BEFORE = re.compile(r"\b(?:give[rs]?|gav)\s\Z")
_GIVEN = re.compile(
    rf"\s(?:{_WORD}\s)?(?:til\sopgave|opgaven|mandat|ansvaret|ansvar\sfor|bemyndigelse|i\sopdrag)\b"
)
# A line of a list of those who are asked: "- HRC at undersøge behovet"
_TO_DO = re.compile(r"\s(?:om\s|til\s)?at\s")
# Opgaven overdrages til ØDC · Ansvaret placeres hos JC
_HANDED = re.compile(
    r"\b(?:overlades|overdrages|pålægges|påhviler|forankres|overgår)\s(?:(?:til|hos|i|ved)\s)?\Z"
    r"|\b\w*(?:opgave|ansvar|mandat|arbejde|projekt|funktion|koordin|tovholder|opfølgning|indsats|drift|sekretariat)\w*\b"
    r"[^.;]{0,80}?\b(?:gives|placeres|ligger|lægges(?:\s(?:ud|over))?|flyttes|sendes)\s(?:til|hos|i)\s\Z"
)
# Planen udarbejdes af HRC · Notatet eftersendes fra BYC
_BY = re.compile(r"\b(?:af|fra)\s(?:(?:hhv\.|både)\s)?\Z")
# Planen udarbejdes i et samarbejde mellem HRC og JC
_AMONG_THEM = re.compile(r"\bi\s(?:et\s|tæt\s){0,2}samarbejde\smellem\s\Z")
_WORDS = re.compile(r"[\w'’/-]++")
_FURTHEST_VERB = 7
# Planen skal være udarbejdet af HRC
_DONE_BY = re.compile(
    rf"\b(?:skal|vil|forventes|ønskes|bliver)\s(?:{_WORD}\s){{0,4}}?(?:(?:være|blive)\s)?\w+(?:et|t)"
    rf"\s(?:{_WORD}\s){{0,3}}?af\s\Z"
)
# The noun of a deed has its object behind "af": "der udarbejdes en evaluering af HRC"
_OBJECT = re.compile(
    r"(?:ing(?:en)?|else(?:n)?|tion(?:en)?|analyse(?:n)?|del(?:en)?|status|oversigt|udvidelse|nogen|én|en)\s\Z"
)
_TASK_OF_THEIRS = re.compile(r"\s(?:fælles\s)?opgave\b")
# Who only is, has, wishes, knows, pays or agrees is given nothing to do.
_IDLE = """
    være have blive få kunne ville ønske mene finde foreslå anbefale oplyse bemærke opleve forvente afvente modtage
    mangle kende eje bruge anvende støtte bakke ligge finansiere betale dække vide hedde deltage medvirke bidrage indgå
    godkende tiltræde præsentere
"""
_NO_TASK = frozenset(_IDLE.split())
_IDLE_TOO = "være have blive få kunne ville modtage afvente deltage medvirke bidrage indgå"
_NOTHING_TO_DO = frozenset(_IDLE_TOO.split())
_PAID = frozenset({"afholdes", "bæres"})
_PAYS = re.compile(rf"\s(?:{_WORD}\s){{0,2}}?\w*udgift\w*")
_THINKS = re.compile(r"\s?,?\sat\b")
_TELLS_OF = re.compile(r"\s?,?\s(?:om|at)\b")


def is_tasked(group: Group, deeds: Sequence[Deed]) -> bool:
    """Whether the group is given something to do, or says that it does it; what is only asked or told is not."""
    if group.is_asked or is_told(group):
        return False
    if group.is_genitive:
        return is_it_theirs(group) and _TASK_OF_THEIRS.match(group.after) is not None
    if _is_asked(group) or _HANDED.search(group.before) or _is_done_by(group):
        return True
    return any(not deed.is_denied and _is_task(deed) for deed in deeds)


def _is_asked(group: Group) -> bool:
    if _ASKS_BEFORE.search(group.before):
        return True
    if _GIVES_BEFORE.search(group.before) and _GIVEN.match(group.after):
        return True
    return stands_first(group) and _TO_DO.match(group.after) is not None


def _is_done_by(group: Group) -> bool:
    """Whether something is to be done by the group: "planen udarbejdes af HRC"."""
    if _DONE_BY.search(group.before):
        return True
    by = _BY.search(group.before) or _AMONG_THEM.search(group.before)
    if by is None:
        return False
    clause = re.split(r"[,;:]", group.before[: by.start()])[-1]
    words = _WORDS.findall(clause)[-_FURTHEST_VERB:]
    is_by_object = _OBJECT.search(clause) is not None
    return any(_is_passive_task(word) and (not is_by_object or word is words[-1]) for word in words)


def _is_passive_task(word: str) -> bool:
    verb = infinitive_of_passive(word)
    return verb is not None and verb not in _NO_TASK and word not in _PAID


def _is_task(deed: Deed) -> bool:
    if deed.verb in _ASKED:
        return True
    if deed.verb in _MODALS:
        infinitive = first_infinitive(deed.rest)
        return infinitive is not None and not infinitive.endswith("es") and infinitive not in _NOTHING_TO_DO
    if deed.verb in ("får", "har", "gives"):
        return _GIVEN.match(deed.rest) is not None
    verb = infinitive_of_present(deed.verb)
    if verb is None or verb in _NO_TASK:
        return False
    if verb in ("vurdere", "sige", "se"):
        return not _THINKS.match(deed.rest)
    if verb in ("orientere", "informere", "fortælle", "redegøre", "gennemgå"):
        return not deed.is_inverted and not _TELLS_OF.match(deed.rest)
    return not (verb == "afholde" and _PAYS.match(deed.rest))
