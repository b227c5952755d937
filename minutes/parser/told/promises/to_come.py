"""Whether a clause says that something will be done, or tells what was, may be or is the case. Small letters."""

from __future__ import annotations

import re

from minutes.danish.grammar.verb_forms import (
    infinitive_of_passive,
    infinitive_of_past,
    infinitive_of_present,
)
from minutes.parser.outcomes.contexts import OUTSIDER

from .states import without_states

# "ses" and "nås" are passives, "as" is none.
_SHORTEST_PASSIVE = 3
# søsættes, udrulles: verbs that the dictionary may not have with what stands before them
_PASSIVE_ENDS = (
    "eres",
    "sættes",
    "lægges",
    "tages",
    "føres",
    "gives",
    "sendes",
    "holdes",
    "stilles",
    "rulles",
)

_WORDS = re.compile(r"[\w-]+")
# skal forelægges · vil blive fremlagt · forventes publiceret
_AUXILIARY = (
    r"(?:skal|vil|bliver|forventes|ventes|planlægges|påregnes|tilstræbes|agtes|ønskes|ønsker|påtænkes)"
)
# What will be there or begin, said of a thing.
_BEGINS = (
    r"(?:foreligger|starter|begynder|åbner|kører|fortsætter|træder\si\skraft|er\s(?:klar|færdig\w*)|indgår|sker"
    r"|går\s(?:i|til|videre|på)|finder\ssted|fremgår)"
)
_FUTURE = re.compile(rf"\b(?:{_AUXILIARY}|{_BEGINS})\b")
# Who acts when a centre or an office does: "BYC sender notatet ud", "administrationen vender tilbage".
UNIT = (
    r"(?:administrationen|forvaltningen|sekretariatet|centercheferne|centerchefen|centrene|centret|[\w-]*centret"
    r"|direktørerne|direktøren|projektgruppen|projektlederen|projektejer\w*|arbejdsgruppen|[\w-]*styregruppen"
    r"|planlægningsgruppen|borgmesteren|formanden|kommunaldirektøren|chefgruppen|[\w-]*enheden"
    r"|[\w-]*afdelingen|lederne|institutionerne|skolerne|den\senkelte\s[\w-]+|de\senkelte\s[\w-]+)"
)
# Verbs in the present of which people and offices are the subject.
_ACTS = (
    r"(?:(?:ud|be|ind|af|op|frem|fore|over|til|gen|an|om|for|under|videre|med|på|efter)?"
    r"(?:arbejder|sender|lægger|kalder|melder|søger|vender|henter|sikrer|sørger|drøfter|behandler|godkender|tager|træffer"
    r"|beregner|vurderer|afklarer|kontakter|koordinerer|følger|orienterer|informerer|inviterer|indkalder|kommer|giver"
    r"|stiller|holder|afholder|gennemfører|igangsætter|iværksætter|færdiggør|evaluerer|udpeger|nedsætter|reviderer"
    r"|tilretter|præsenterer|planlægger|tilbyder|deltager|samler|beskriver|udvikler|laver|udfører|indarbejder|retter"
    r"|indfører|indgår|starter|afslutter|etablerer|opstiller|analyserer|undersøger|kvalificerer|leverer|skriver"
    r"|indberetter|rapporterer|genoptager|beslutter|afgør|afrapporterer|fremsætter))"
)
_ACTIVE = re.compile(rf"\b{_ACTS}\b")
# med deadline den … · opstart i august · til politisk drøftelse primo 2016: nouns of what is to be done
_NOUN = re.compile(
    r"\b(?:deadline(?:n)?|[\w-]*frist(?:en)?|opstart|start|afslutning|ikrafttræden|virkning|ibrugtagning|indflytning|levering"
    r"|igangsættelse|iværksættelse|forelæggelse|fremlæggelse|præsentation|udsendelse|offentliggørelse|udmelding"
    r"|(?:næste|første|ny)\s(?:status|opfølgning|statusmøde|evaluering|afrapportering|udgave|udkast)"
    r"|(?:politisk|fornyet|endelig|videre)\s(?:behandling|drøftelse|godkendelse|stillingtagen|beslutning)"
    r"|til\s(?:behandling|drøftelse|godkendelse|orientering))\b"
    r"|\A\W*(?:sagen|punktet|emnet|planen)\s(?:på|i|til)\s"
)
# The past of helping verbs, and what the dictionary takes for no verb.
_PAST = re.compile(r"\b(?:har|skulle|ville|kunne|måtte|udløb|forelå)\b")
# den godkendte plan · de ansatte: no verb of the clause
_ARTICLES = frozenset({"den", "det", "de", "en", "et", "alle", "samtlige", "kommunens"})
_MAYBE = re.compile(r"\b(?:kan|bør|burde|må|eventuelt|måske|muligvis|overvejes|overvejer|foreslår|mangler)\b")
# Indkøb, som alligevel skal foretages i januar, bør ikke fremrykkes: that is told by the way.
_NOT = re.compile(r"\b(?:alligevel|ikke|ingen|aldrig|aflyses|aflyst|udgår|bortfalder|henvises\stil)\b")
# A question is open; a condition may never come; what a law or a plan says is no undertaking.
_OPEN = re.compile(
    r"\A\W*(?:om|hvorvidt|hvordan|hvornår|hvilke\w*|hvad|hvem|hvis|såfremt|medmindre|hvor\s\w+t)\s"
)
# Neither do laws and governments promise anything here.
_OUTSIDERS = re.compile(
    rf"\W*(?:[\w-]+\s){{0,3}}?(?:{OUTSIDER}|kl|staten|(?:\w+\s)?(?:lov(?:en|forslag\w*|givning\w*|ændring\w*)|reform\w*))\s"
)
# Kommunerne skal ifølge loven …
_BY_LAW = re.compile(
    r"\b(?:ifølge|efter|i\shenhold\stil)\s(?:[\w-]+\s)?[\w-]*(?:lov|loven|loves|bekendtgørelsen?)(?!\w)"
)
_WILL = re.compile(r"\b(?:vil|skal|forventer\sat|forventes|ventes|planlægges)\b")
# …, så aftalen kan træde i kraft
_SO_THAT = re.compile(r"\W*så\s(?:[\w-]+\s){1,8}?kan\s")


def has_sign(sentence: str) -> bool:
    """Whether something in a sentence can say that something will be done."""
    return any(sign.search(sentence) for sign in (_FUTURE, _ACTIVE, _NOUN)) or any(
        map(_is_passive, _WORDS.findall(sentence))
    )


def is_to_come(clause: str, *, has_actor: bool = False) -> bool:
    """Whether a clause says that something will be done; `has_actor`: a centre or an office begins it."""
    if _OUTSIDERS.match(clause) or _BY_LAW.search(clause) or _OPEN.match(clause) or _NOT.search(clause):
        return False
    clause = without_states(clause)
    will = _WILL.search(clause) is not None
    if _SO_THAT.match(clause):
        return True
    if not will and (_is_past(clause) or _MAYBE.search(clause)):
        return False
    if has_actor and any(map(infinitive_of_present, _WORDS.findall(clause))):
        return True
    return has_sign(clause)


def is_told(clause: str) -> bool:
    """Whether a clause tells what was, asks, or denies."""
    return bool(_OPEN.match(clause) or _NOT.search(clause) or _is_past(clause))


def _is_past(clause: str) -> bool:
    if _PAST.search(clause):
        return True
    words = _WORDS.findall(clause)
    return any(
        infinitive_of_past(word) and word != "så" and before not in _ARTICLES
        for before, word in zip(["", *words], words, strict=False)
    )


def _is_passive(word: str) -> bool:
    """Whether a word is a passive in the present: by the dictionary, or as verbs in -ere have it."""
    if len(word) < _SHORTEST_PASSIVE or word[-1] != "s":
        return False
    bare = word.removeprefix("gen")
    return (
        word.endswith(_PASSIVE_ENDS)
        or (infinitive_of_passive(word) or infinitive_of_passive(bare)) is not None
    )


def will_be(clause: str) -> bool:
    """Whether a clause says outright that something will be, so that even a day that is past was meant as coming."""
    return re.search(r"\b(?:vil|skal)\s(?:[\w-]+\s){0,4}?(?:blive|\w+es|\w{3,}e)\b", clause) is not None
