"""The asides of a sentence: what holds a "not" or a refusal, and turns something else than the sentence's verb.

"Da der ikke er indsigelser, godkendes planen" · "godkendt, idet der ikke bygges" · "ingen bemærkninger og godkendt" ·
"de ikke brugte midler godkendt". All is matched on small letters.
"""

from __future__ import annotations

import re

# The characters on either side of a verb in which something can turn it; what stands further off is of another.
_FURTHEST = 300
# These full stops end no sentence: p.t. · jf. · nr.; nor do the mark in "ikke(!)" and the colon in "Tiltrådt: ingen".
_NO_SHORT_FORM = (
    r"(?<!\.\w\.)(?<!\b[pm]\.)(?<!\b(?:pt|jf|ca|nr|kl)\.)(?<!\b(?:pga|mht|jvf|pkt|evt|hhv)\.)(?<!\bvedr\.)"
)
_SENTENCE_ENDS = re.compile(
    r"[;\n:!?.](?:(?<=[;\n])|(?<=:)(?!\s(?:ingen|intet)\s*(?:[.!\n]|\Z))|(?<=[!?])(?=\s|\Z)"
    rf"|(?<=\.)(?=\s|\Z){_NO_SHORT_FORM})"
)

# A clause has a subject and a "not" of its own.
_BINDS = (
    r"(?:at|der|som|hvor\w*|da|fordi|idet|eftersom|hvis|såfremt|forudsat|når|mens|medens|selv\s?om|skønt|så|således"
    r"|inden|indtil|efter\sat|uagtet|uden|om)"
)
_CLAUSE_BEFORE = re.compile(rf"(?:\A\s?|–\s|\bom\s){_BINDS}\s")
# It goes on behind a comma or brackets: "at planen ikke, som foreslået, godkendes", "kan ikke (jf. notatet) godkendes".
_STOPS_AT_NOT = re.compile(r"\b(?:ikke|ej|aldrig|nej)\Z")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
# Another thought that is complete: "… ikke begejstret, men godkender planen", "der er ikke flere, og planen godkendes"
_THOUGHT_BEFORE = re.compile(r"\A.*(?:\bmen\b|,\sog\s(?=(?:den|det|de|\w+(?:en|et|ne))\s))", re.DOTALL)
# godkendt, idet der ikke bygges; but "vedtaget blev der ingen plan" is one clause
_CLAUSE_AFTER = re.compile(rf"(?:,\s|(?<!\bblev)(?<!\bbliver)(?<!\ber)(?<!\bvar)\s){_BINDS}\b")
# Behind a clause the sentence ends with the "not" that was left for its end: "…, som indstillet, ikke"
_LEFT_FOR_THE_END = re.compile(
    r",\s(?:(?:dog|altså|alligevel|derfor|desværre|heller)\s){0,2}(?:ikke|ej|aldrig|nej)(?:\s[\w-]+){0,3}\s*\Z"
    r"|\b(?:ikke|ej|aldrig)\s*\Z"
)

_NOTHING_TO_SAY = (
    r"(?:bemærkning|indvending|indsigelse|kommentar|spørgsmål|protest|tilføjelse|ændring|rettelse|problem|betænkelighed"
    r"|afvigelse|konsekvens|merudgift|udgift|høringssvar|klage)\w*"
)
_TURNS_ANOTHER_WORD = re.compile(
    rf"""
      \b(?:ikke|ej)\s(?:blot|alene|kun|bare|mindst|desto|uvæsentlig\w*|ubetydelig\w*)\b
      # de ikke brugte midler · et ikke kommunalt tilbud · ikke-kommunale tilbud; not "at de ikke vil"
    | (?<!\bat\s)(?<!\bda\s)(?<!\bidet\s)(?<!\bfordi\s)(?<!\bhvis\s)(?<!\bnår\s)
      \b(?:de|den|det|en|et|for|af|til|med|om)\s(?:\w+\s)?ikke\s(?:tidligere\s)?
      (?!(?:kunne|skulle|ville|havde|måtte|burde|turde)\s)\w+(?:[tdnlgv]e|lt)\b
    | \b(?:ikke|nej)-\w+
      # giver ikke anledning til bemærkninger · har intet at bemærke · intet til hinder for
    | \b(?:ikke|ej|ingen|intet)\s(?:\w+\s){{0,3}}?{_NOTHING_TO_SAY}
    | \bintet\sat\s(?:bemærke|indvende|tilføje|udsætte)\b
    | \b(?:ikke|intet)\s(?:\w+\s)?til\shinder\sfor\b
      # for ikke at forsinke byggeriet · med ikke over 50.000 kr.
    | \b(?:for|ved|af|til|om)\sikke\sat\b
    | \b(?:med|til|for|på|op)\sikke\s(?:mere|over|under|mindre|senere|større|flere)\b
      # og ønsker ikke flere møder: another verb's "not", with something behind it
    | \b(?:og|samt)\s(?:\w+\s)?(?:\w+(?:er|ede|es)|kan|vil|skal|må|har|bør)\s(?:\w+\s)?ikke(?=,?\s\w)
      # How some voted, where the others agreed: ingen stemte imod · 2 undlod at stemme · mindretallet stemte imod
    | \bingen\s(?:\w+\s){{0,2}}?(?:(?:stemte|var|er|stemmer)\s(?:\w+\s)?imod|undlod(?:\sat\sstemme)?)\b
    | \bundlod\s(?:\w+\s)?at\sstemme\b
    | \bmindretal(?:let)?(?:\s(?:på|bestående\saf)\s[^,.;]{{1,40}}?)?\s(?:stemte|undlod|tog|begærede|var)\b
      (?!\s(?:for|imod,?\sat)\b)
    """,
    re.VERBOSE,
)


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind this place in its sentence, as far as it matters."""
    before = text[max(0, start - _FURTHEST) : start]
    after = text[end : end + _FURTHEST]
    *_, last = [0, *(found.end() for found in _SENTENCE_ENDS.finditer(before))]
    first = _SENTENCE_ENDS.search(after)
    return before[last:], after[: first.start()] if first else after


def without_asides_before(before: str) -> str:
    """Of what stands before a verb in its sentence, what can turn the verb."""
    before = _IN_BRACKETS.sub(_unless_not, _THOUGHT_BEFORE.sub("", before))
    return _TURNS_ANOTHER_WORD.sub(" ", _without_clauses(before))


def without_asides_after(after: str) -> str:
    """Of what stands behind a verb in its sentence, what can turn the verb."""
    after = _TURNS_ANOTHER_WORD.sub(" ", after)
    clause = _CLAUSE_AFTER.search(after)
    if clause is None:
        return after
    at_the_end = _LEFT_FOR_THE_END.search(after, clause.start())
    return after[: clause.start()] + (at_the_end[0] if at_the_end else "")


def _unless_not(brackets: re.Match[str]) -> str:
    return brackets[0] if _STOPS_AT_NOT.search(brackets[1]) else " "


def _without_clauses(before: str) -> str:
    """The text without the clauses that end at a comma; not those on which an "at …" depends that goes on."""
    pieces = before.split(",")
    for place, piece in enumerate(pieces[:-1]):
        clause = _CLAUSE_BEFORE.search(piece)
        if clause and not _STOPS_AT_NOT.search(piece) and not pieces[place + 1].startswith(" at "):
            pieces[place] = piece[: clause.start()]
    return ",".join(pieces)
