"""Whether a sentence says that its group of centres takes part (deltager). All is matched on small letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .deeds import Deed
from .groups import Group

_WORD = r"[\w'’./-]++"
_VERBS = """
    deltager deltog medvirker medvirkede bidrager bidrog indgår indgik inddrages indkaldes inviteres høres præsenterer
    præsenterede fremviser fremviste
"""
_TAKES_PART = frozenset(_VERBS.split())
# At the meeting itself, as its decision tells.
_VERBS_OF_TELLING = """
    orienterede fremlagde gennemgik redegjorde oplyste fortalte orienterer redegør gennemgår
"""
_TELLS = frozenset(_VERBS_OF_TELLING.split())
_AUXILIARIES = frozenset({"vil", "skal", "kan", "har", "bør", "må"})
_WILL_TAKE_PART = re.compile(
    rf"(?:\s(?!(?:at|der|som|og)\b){_WORD}){{0,8}}?\s(?:deltage|medvirke|bidrage|indgå)(?:t|r)?\b"
    rf"|(?:\s(?!(?:at|der|som|og)\b){_WORD}){{0,8}}?\s(?:inddrages|høres|været\sinddraget|blive\sinddraget)\b"
)
_COMES = re.compile(
    r"\sog\s(?:præsenterer|fortæller|orienterer|deltager|holder\soplæg|viser)\b|\stil\smødet\b"
)
_IS_MEMBER = re.compile(rf"\s(?:{_WORD}\s){{0,3}}?(?:repræsenteret|medlem\w*|med\si|inviteret|inddraget)\b")
_WITH = re.compile(
    r"""
    \b(?: (?:i|et)\s(?:tæt\s|løbende\s|et\s|godt\s){0,2}(?:samarbejde|samspil|dialog)(?:t|en)?\s(?:med|mellem|imellem)
        | (?:samarbejdet|samspillet|dialogen)\s(?:med|mellem|imellem) | sammen\smed
        | (?:med|under)\s(?:deltagelse|inddragelse|medvirken|bistand|hjælp)\s(?:af|fra)
        | (?:repræsentant(?:er|erne)?|deltagere|medlemmer)\s(?:fra|for|af)
        | \w*(?:chefer|medarbejdere|konsulenter|ledere)(?:ne)?\sfra
        | bestå(?:ende|r)?\saf )
    \s(?:[^.;:]{0,80}(?:,|\bog|\bsamt)\s | (?:både|bl\.\s?a\.|blandt\sandet|hhv\.?|henholdsvis)\s)?\Z
    """,
    re.VERBOSE,
)


def takes_part(group: Group, deeds: Sequence[Deed], *, is_decision: bool) -> bool:
    """Whether the group takes part in what is told, works together with others, or spoke at the meeting."""
    if _WITH.search(group.before) and not group.is_genitive:
        return True
    return any(not deed.is_denied and _is_part(deed, is_decision=is_decision) for deed in deeds)


def _is_part(deed: Deed, *, is_decision: bool) -> bool:
    if deed.verb in _TAKES_PART:
        return True
    if deed.verb in _TELLS:
        return is_decision
    if deed.verb in _AUXILIARIES:
        return _WILL_TAKE_PART.match(deed.rest) is not None
    if deed.verb == "kommer":
        return _COMES.match(deed.rest) is not None
    return deed.verb == "er" and _IS_MEMBER.match(deed.rest) is not None
