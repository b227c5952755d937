"""What speaks against an agreement: a "not", a refusal, a dissent, a doubt, or that nobody resolves to do it.

The wordings know how a verb is denied in most ways, never in all. So what a verb agrees to, or takes note of, counts
only where nothing is left in its sentence that could turn it, once the asides are set aside. All is matched on small
letters.
"""

from __future__ import annotations

import re

from .asides import sentence_around, without_asides_after, without_asides_before

# Wherever one of these is left, the verb may be denied: a "not", with a letter too few or too many, too …
_NOT = r"(?:ik+e?|ej|aldrig)"
_NO = rf"(?:{_NOT}|ingen|intet|ingenting|ingenlunde|hverken|nej|næppe)"
# … a refusal …
_REFUSED = (
    r"(?:afvis\w*|afsl(?:ag\w*|å\w*|og)|forkast\w*|nedstem\w*|underken\w*|tilbagevis\w*|nægt\w*|undla\w*|undlod"
    r"|fraråd\w*|modsæt\w*|modsat(?:te)?)"
)
# … or those who decide nothing.
_A_FEW = r"(?:mindretal(?:let)?|halvdelen)"
_AGAINST = rf"(?:{_NO}|{_REFUSED}|{_A_FEW})"

# Neither yes nor no: måske godkendt · kan først godkendes, når … · blev kun godkendt · fejlagtigt vedtaget
_UNSURE = (
    r"(?:måske|muligvis|formentlig|formodentlig|sandsynligvis|eventuelt|angiveligt?|tvivl\w*|uvist|uafklaret"
    r"|fejlagtigt|ugyldig\w*)"
)
_HARDLY = r"(?:først|tidligst|kun|alene|nær|umuligt|vanskeligt|dårligt)"
_BEFORE = re.compile(
    rf"""
      \b(?:{_AGAINST}|uenig\w*|imod,?\sat|{_UNSURE})\b | \A\W*(?:kun|alene)\b
    | \b(?:kan|kunne|vil|ville|skal|bliver|blev|er)\s(?:\w+\s){{0,3}}{_HARDLY}\b
    | \b(?:langt\s?fra|alt\sandet\send|heller\send|i\sstedet\sfor|fremfor|anderledes)\b
    | \bmangle(?:r|de)\s(?:\w+\s)?(?:stemmer|flertal|opbakning|tilslutning|støtte)\b
      # ville have godkendt, hvis … · forsøgte at få planen godkendt · u-godkendt
    | \b(?:ville|kunne|skulle)\s(?:\w+\s){{0,2}}(?:have|være)\b
    | \bat\s(?:få|have|se|blive|lade)\s(?:(?!(?:blev|bliver|er|kan)\s)[\w-]+\s){{0,4}}\Z
    | [a-zæøå]-\Z
    """,
    re.VERBOSE,
)
_AFTER = re.compile(
    rf"""
      \b(?:{_AGAINST}|omvendt|fejlagtigt|ugyldig\w*|ved\sen\s(?:fejl\w*|misforståelse))\b
    | \A\s(?:kun|alene|senere|på\s(?:det\s|et\s)?(?:næste|kommende|senere)\smøde)\b
    | (?:\A[^,]*\s|,\s(?:\w+\s)?)(?:først(?!\sog\sfremmest)|tidligst)\b
      # Forslaget om at godkende planen faldt; but not "godkendt, og gebyret bortfalder"
    | (?:\A|(?<!\bog)(?<!\bsamt)(?<!,)\s\w+)\s(?:bort)?fald(?:er|t)\b
    | \b(?:og|forslaget|indstillingen|ansøgningen)\s(?:bort)?fald(?:er|t)\b
    """,
    re.VERBOSE,
)

_DECIDERS = (
    r"(?:byrådet|direktionen|kommunalbestyrelsen|magistraten|chefforum|\w*udvalget|(?:et\s)?flertal(?:let)?"
    r"|alle(?:\sandre)?|samtlige|resten|de\søvrige)"
)
_LEAVE = r"\w*(?:dispensation|tilladelse|samtykke|fritagelse|støtte|tilskud|lov)(?:en|n|t)?"
_GIVEN = r"(?:gives|givet|meddeles|meddelt|ydes|blev|bliver|kan|er)"
_AGREEMENT = r"(?:godkendelsen|vedtagelsen|tiltrædelsen|beslutningen|tilslutningen)"
_TAKEN_BACK = (
    r"(?:trækkes|trukket|trak|ophæve\w*|annullere[st]|omgøres|omgjort|tilbagekald\w*|bortfald\w*|ugyldig\w*)"
)
# What says so in another sentence of the statement, too.
_ANYWHERE = re.compile(
    rf"""
      # "Godkendt: nej" · "Godkendt (ikke)" · "Godkendt. Altså ikke." · "Godkendt: [ ] ja [x] nej"
      (?:\A|[].:;!?\n(/–-])\s*(?:(?:altså|desværre|men|alligevel),?\s){{0,2}}(?:nej|{_NOT})\s*(?:[].,:;!?\n)–]|\Z)
    | \[\s?\]
      # Udvalget var imod · Byrådet stemte enstemmigt nej; but not "Liste K stemte imod"
    | \b{_DECIDERS}\s(?:var|er|stemte|stemmer|sagde|siger|gik|går)\s(?:(?!ikke\s|ej\s)\w+\s){{0,2}}
      (?:imod|nej|uenige?)\b
      # Dispensation gives ikke · Der meddeles ikke tilladelse · Byggetilladelse nægtes
    | \b{_LEAVE}\s{_GIVEN}\s(?:\w+\s){{0,2}}?{_NOT}\b(?!\s(?:nødvendig|påkrævet|aktuel|relevant))
    | \b{_GIVEN}\s{_NOT}\s(?:\w+\s)?{_LEAVE}\b | \b{_LEAVE}\snægte[st]\b
      # Planen er godkendt, men godkendelsen trækkes tilbage
    | \b{_AGREEMENT}\s(?:\w+\s){{0,2}}{_TAKEN_BACK}\b | \b{_TAKEN_BACK}\s(?:\w+\s)?{_AGREEMENT}\b
      # Planen kunne godkendes, hvis den var billigere
    | \bkunne\s(?:\w+\s){{0,3}}\w+es,?\s(?:hvis|såfremt)\b
    """,
    re.VERBOSE,
)
# One of these stands in each of them; most statements hold none.
_SIGN = re.compile(rf"\b(?:{_NOT}|nej|imod|uenige?|nægte[st]|{_TAKEN_BACK}|kunne)\b|\[")

# Only what somebody resolves to do is done: not "glemte at godkende", nor "advarer mod, at planen godkendes".
_RESOLVES = (
    r"(?:beslut\w*|vedt\w*|vælger|valgte?|enedes|enige?|enighed|enstemmigt?|indstil\w*|anbefal\w*|ønske\w*|aftal\w*"
    r"|bestem\w*|konklu\w*|afgør\w*|afgjorde)"
)
_RESOLVES_TO = re.compile(rf"\b{_RESOLVES}\b")
_RESOLVES_THAT = re.compile(
    rf"\b(?:{_RESOLVES}|tilslut\w*|tiltr\w*|godkend\w*|finder|fandt|mener|mente|støtte\w*|ind\sfor)\b"
)
# Direktionen besluttede at:\n1. at godkende …: what is resolved is a list, each entry a sentence of its own.
_ENTRY = re.compile(r"[^a-zæøå]*(?:(?:\w|punkt|og|samt)[^a-zæøå]+){0,3}\Z")
_AGAINST_THAT = re.compile(r"\b(?:mod|fra)\sat\s")


def is_doubtful(text: str, start: int, end: int) -> bool:
    """Whether something in its sentence speaks against the verb that stands there in a text of small letters."""
    before, after = sentence_around(text, start, end)
    # Most sentences hold nothing to set aside.
    if _AFTER.search(after) and _AFTER.search(without_asides_after(after)):
        return True
    if _BEFORE.search(before) and _BEFORE.search(without_asides_before(before)):
        return True
    return not _is_resolved(before, text[start:end])


def is_contradicted(text: str) -> bool:
    """Whether a statement, in small letters, says of itself that what it words is not so, in whatever sentence."""
    return _SIGN.search(text) is not None and _ANYWHERE.search(text) is not None


def _is_resolved(before: str, form: str) -> bool:
    """Whether somebody resolves to do what the verb says, where it does not say itself that it is done."""
    if form.startswith("at "):
        return _ENTRY.match(before) is not None or _RESOLVES_TO.search(before) is not None
    _, comma, clause = before.rpartition(",")
    depends = (comma and clause.startswith(" at ")) or _AGAINST_THAT.search(clause)
    return not depends or _RESOLVES_THAT.search(before) is not None
