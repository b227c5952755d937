"""What a group of centres has to do with an item, by the sentence that names it and the section where that stands.

All is matched on small letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes.parser.values import CentreRole

from .deeds import Deed, begins_sentence, deeds_of, is_it_theirs, is_subordinate
from .groups import Group
from .participation import takes_part
from .tasks import is_tasked

_WORD = r"[\w'’./-]++"


@dataclass(frozen=True, slots=True)
class Place:
    """What a sentence can say where it stands: a task, a recommendation, or what was done at the meeting itself."""

    gives_tasks: bool = False
    is_recommendation: bool = False
    may_recommend: bool = False
    is_decision: bool = False


def role_of(group: Group, place: Place) -> CentreRole:
    """The strongest role that a sentence gives its group of centres."""
    deeds = list(deeds_of(group))
    if _recommends(group, deeds, place):
        return CentreRole.RECOMMENDS
    if _is_responsible(group, deeds):
        return CentreRole.RESPONSIBLE
    if place.gives_tasks and is_tasked(group, deeds):
        return CentreRole.TASKED
    if takes_part(group, deeds, is_decision=place.is_decision):
        return CentreRole.PARTICIPATES
    return CentreRole.MENTIONED


# Recommending

_RECOMMENDS = frozenset({"indstiller", "anbefaler", "foreslår"})
_RECOMMENDED = re.compile(r"\s(?:\w+\s)?(?:indstillet|anbefalet|foreslået)\b")
_PASSIVE_BEFORE = re.compile(
    r"\b(?:indstill(?:es|et)|anbefal(?:es|et)|foreslås|foreslået|\A\W*(?:indstilling|anbefaling)(?:en)?)"
    r"\s(?:det\s|derfor\s|herefter\s){0,2}(?:af|fra)\s\Z"
)
_RECOMMENDATION_OF_THEIRS = re.compile(r"\s(?:samlede\s|faglige\s)?(?:indstilling|anbefaling)\b")
_WHAT_IS_RECOMMENDED = re.compile(r"\s?:|,?\s(?:(?:derfor|således|herefter|hermed)[,\s]+)?(?:at|til)\b|\s?\Z")
_BEFORE_NOW = frozenset({"indstillede", "anbefalede", "foreslog"})
_EARLIER = re.compile(r"\b(?:19|20)[0-9]{2}\b|\btidligere\b|\bsidste\b")


def _recommends(group: Group, deeds: list[Deed], place: Place) -> bool:
    if place.is_recommendation:
        if _PASSIVE_BEFORE.search(group.before):
            return True
        if group.is_genitive:
            return is_it_theirs(group) and _RECOMMENDATION_OF_THEIRS.match(group.after) is not None
        return any(_is_recommending(deed) for deed in deeds) and not is_subordinate(group)
    if not place.may_recommend or not begins_sentence(group):
        return False
    return any(
        deed.verb == "indstiller"
        and not deed.is_denied
        and (deed.is_inverted or _WHAT_IS_RECOMMENDED.match(deed.rest))
        for deed in deeds
    )


def _is_recommending(deed: Deed) -> bool:
    if deed.is_denied:
        return False
    if deed.verb in _BEFORE_NOW:
        return not _EARLIER.search(deed.rest)
    return deed.verb in _RECOMMENDS or (deed.verb == "har" and bool(_RECOMMENDED.match(deed.rest)))


# Being responsible

_DUTY = (
    r"(?:tovholder\w*|koordinator\w*|sekretariat\w*|projektled(?:er|else)\w*|projektejer\w*|procesejer\w*)"
)
_IS_IN_CHARGE = re.compile(
    rf"\s(?:{_WORD}\s){{0,3}}?(?:(?:med|hoved|projekt|opgave|proces)?ansvarlige?t?|{_DUTY})\b"
)
_HAS_CHARGE = re.compile(rf"\s(?:{_WORD}\s){{0,3}}?(?:ansvaret|(?:\w+)?ansvar|{_DUTY})\b")
_IS = frozenset({"er", "bliver", "fungerer", "optræder", "agerer", "udpeges", "forbliver"})
_HAS = frozenset({"har", "varetager", "overtager", "bærer", "deler", "beholder"})
# Ansvarlig: HRC · (tovholder: HRC og JC) · Ansvarligt center er HRC · Tovholder på projektet er HRC
_LABEL = re.compile(
    rf"(?:\A|[.;:(–-]\s?)\W*(?:ansvarlige?t?|ansvar|tovholdere?|projektejer)(?:\scent(?:er|re))?"
    rf"(?:(?:\s(?:for|på|af)\s(?:{_WORD}\s){{0,5}}{_WORD})?(?:\s?:|\ser))?\s\Z"
)
_CHARGE_LIES = re.compile(
    rf"\b(?:ansvaret|{_DUTY})\b[^.;]{{0,80}}\b(?:ligger|hviler|påhviler|deles|er\s(?:placeret|forankret|delt))"
    r"\s(?:(?:hos|i|på|ved|mellem|af)\s)?\Z"
)
_AS = re.compile(rf"\s(?:som|står\ssom)\s(?:\w+\s)?(?:(?:hoved|projekt|med)?ansvarlige?t?|{_DUTY})\b")
_CHARGE_OF_THEIRS = re.compile(r"\s(?:fælles\s)?ansvar\b")


def _is_responsible(group: Group, deeds: list[Deed]) -> bool:
    if group.is_genitive:
        return is_it_theirs(group) and _CHARGE_OF_THEIRS.match(group.after) is not None
    if _LABEL.search(group.before) or _CHARGE_LIES.search(group.before) or _AS.match(group.after):
        return True
    return any(not deed.is_denied and _is_charge(deed) for deed in deeds)


def _is_charge(deed: Deed) -> bool:
    if deed.verb in _IS:
        return _IS_IN_CHARGE.match(deed.rest) is not None
    return deed.verb in _HAS and _HAS_CHARGE.match(deed.rest) is not None
