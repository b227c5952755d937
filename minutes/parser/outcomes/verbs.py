"""The verbs that decide, in the forms in which they do so: one table.

All patterns are of small letters, and matched on those, with single blanks between words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# What is granted or refused, as an infinitive.
_TO_GRANT = (
    r"at\s(?:godkende|vedtage|tiltræde|tilslutte\ssig|anbefale|imødekomme|bevilge|støtte"
    r"|følge\s(?:\w+\s)?\w{0,20}indstilling\w*)"
)
# nægtede at godkende · undlod på det foreliggende grundlag at tiltræde · fraråder, at planen godkendes
_FROM_GRANTING = (
    rf"(?:(?:\s[^.,;:\n]{{1,40}}?)?,?\s{_TO_GRANT}"
    r"|,?\sat\s[^.,;:\n]{1,40}?\s(?:godkendes|vedtages|tiltrædes|imødekommes|bevilges))"
)
_NEXT = (
    r"(?:det\s|et\s)?(?:næste|kommende|senere|førstkommende|efterfølgende|nyt)\s\w{0,20}(?:møde|dagsorden)"
)
_WHAT_WAITS = (
    r"(?:sagen|punktet|punkt|drøftelsen|behandlingen|beslutningen|spørgsmålet|emnet|forslaget|indstillingen|afgørelsen"
    r"|stillingtagen|godkendelsen|vedtagelsen)"
)
_SUPPORT = r"(?:støtte|tilslutning|opbakning|flertal)"

# The forms of each, small letters, each beginning with a letter that stands. Of those that fit at a place, the first
# in the table is meant.
VERBS: dict[str, tuple[str, ...]] = {
    # Byrådet nægtede at godkende planen; but not "undlod at stemme"
    "refuse": tuple(
        refusing + _FROM_GRANTING
        for refusing in (
            *(r"nægte(?:r|de|t)?", r"undla(?:der|de|dt)", "undlod", "afvis(?:te|er|e)", "afslog", "afslår"),
            *(
                r"afst(?:od|år)\sfra",
                r"vægre(?:r|de)\ssig\sved",
                r"fraråde[rds]e?",
                r"mods(?:ætter|atte)\ssig",
            ),
            *(
                r"var\s(?:imod|uenige?\si)",
                r"er\s(?:imod|uenige?\si)",
                r"s(?:iger|agde)\snej\stil",
                r"und(?:går|gik)",
            ),
        )
    ),
    # Godkendt. · Sagen blev godkendt. · Byrådet vedtog budgettet · besluttede at godkende · Der bevilges 50.000 kr.
    "approve": (
        *(
            r"godkend(?:tes|t|es|te|er)",
            r"vedtag(?:et|es|er)",
            r"vedtog(?:es)?",
            r"bevilg(?:et|es|er|edes|ede)",
        ),
        *(r"bifald(?:t|es)", r"at\s(?:godkende|vedtage|bevilge)"),
    ),
    # Ansøgningen imødekommes · Imødekommet; but not "planen imødekommer et behov"
    "meet": (r"imødekom(?:mer|met|mes)?", r"at\simødekomme"),
    # Tiltrådt. · Indstillingen tiltrædes. · Direktionen tilsluttede sig indstillingen
    "endorse": (
        *(
            r"tiltråd(?:tes|te|t)",
            r"tiltræd(?:es|er)",
            r"at\s(?:tiltræde|tilslutte\ssig)",
            r"tilslutte(?:de|r)\ssig",
        ),
        *(r"giv(?:er|es)\stilslutning", r"gav\s(?:sin\s)?tilslutning"),
    ),
    # Indstillingen følges · Direktionen fulgte indstillingen · Indstillingen tages til følge
    "follow": (r"følge[rs]", r"fulgte?", r"at\sfølge", r"til\sfølge(?!\saf)"),
    # Som indstillet. · I overensstemmelse med indstillingen.
    "as": (r"som\sindstillet", r"overensstemmelse\smed\s(?:\w+s\s)?indstillingen"),
    # Orienteringen blev taget til efterretning · Orientering givet · Taget ad notam
    "note": (r"til\sefterretning", r"ad\snotam", r"orientering(?:en)?\s(?:er\s|blev\s)?givet"),
    # Taget til orientering; but not "notatet sendes til orientering"
    "inform": (r"til\sorientering",),
    # Drøftet. · Direktionen drøftede oplægget
    "discuss": (r"drøftet", r"drøftedes?"),
    # Udsættes. · Punktet udsættes. · besluttede, at udsætte drøftelsen; but not "socialt udsatte børn"
    "defer": (
        *(r"udsættes", r"udskydes", r"udskudt", r"at\s(?:udsætte|udskyde)", r"udsat(?!\sfor\b)"),
        *(rf"udsætter\s{_WHAT_WAITS}", rf"udsk(?:yder|ød)\s{_WHAT_WAITS}", rf"udsatte\s{_WHAT_WAITS}"),
        rf"overfør(?:es|t)\stil\s(?:{_NEXT}|mødet)",
        r"s(?:ættes|at|tilles|tillet)\si\sbero",
    ),
    # Sagen genoptages på næste møde; but not "byggeriet genoptages"
    "resume": (r"gen(?:optages|fremlægges)",),
    # Sagen tages op igen i juni: where nothing else came of it
    "return": (rf"tages\sop\s(?:igen|på\sny|på\s{_NEXT})", rf"optages\s(?:igen\s)?på\s{_NEXT}"),
    # Sendes tilbage til fornyet behandling i udvalget
    "renew": (r"fornyet\sbehandling",),
    # undersøges nærmere · Administrationen undersøger sagen nærmere; what a centre looks into besides is a task
    "examine": (r"undersøges", r"undersøger?\s(?:sagen|spørgsmålet|forholdet|det)\snærmere"),
    # Anbefales godkendt · Indstilles til Byrådets godkendelse · anbefaler Byrådet at vedtage
    "forward": (
        *(r"anbefal(?:es|ede|et)", r"indstill(?:es|er|ede|et\stil)"),
        r"anbefaler(?=[^.;]{0,40}?\b(?:byrådet|at\s(?:godkende|vedtage|tiltræde)|godkendt|vedtaget|tiltrådt)\b)",
    ),
    # Oversendes til Byrådet · Sendes videre
    "pass": (r"oversend(?:es|t)", r"videresend(?:es|t)", r"send(?:es|t)\svidere"),
    # Udvalget anbefaler, at … – whatever it is, it is for another body to decide
    "recommend": (r"anbefaler",),
    # Sendes til Byrådet · Sagen sendes i høring; but not "notatet sendes til skolerne"
    "send": (r"send(?:es|t)\s(?:til|i\shøring)", r"fremsend(?:es|t)\s(?:til|i\shøring)"),
    # Afvist. · Forslaget forkastes · blev stemt ned
    "reject": (
        *(r"afvis(?:t|es|te|er)", r"forkast(?:et|es|ede)", r"afslag", r"afslået", r"afslås"),
        *(r"nedstem(?:tes|te|t|mes)", r"stemte?\sned", r"at\s(?:afvise|forkaste|afslå)"),
    ),
    # Forslaget faldt · Bortfalder; but not "udgiften faldt", "punktet bortfalder"
    "fall": (r"fald(?:er|t|et)", r"bortfald(?:er|t|et)"),
    # Et flertal stemte imod; but not "Liste K stemte imod"
    "oppose": (r"stemte\s(?:enstemmigt\s)?imod",),
    # Der var ingen tilslutning til forslaget · opnåede ikke flertal
    "lack": (rf"ingen\s{_SUPPORT}", rf"ikke\s(?:\w+\s){{0,2}}?{_SUPPORT}"),
    # These decide only when they are denied: kan ikke anbefale · støttede ikke
    "grant": (
        *("godkende", "vedtage", "tiltræde", r"tilslutte\ssig", "anbefale", "imødekomme", "bevilge"),
        *(r"støtte(?:de|r|s)?", r"følge(?=\s(?:\w+\s){0,3}?\w{0,20}indstilling)"),
    ),
}


def _by_first_letter(forms: Iterable[str]) -> str:
    """One pattern for all forms, in which most words of a text are passed over by their first letter."""
    groups: dict[str, list[str]] = {}
    for form in forms:
        groups.setdefault(form[0], []).append(form[1:])
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in groups.items())


# Without names, which take time, for the search; with them for what was found.
_ANY_VERB = re.compile(rf"\b(?:{_by_first_letter(form for forms in VERBS.values() for form in forms)})\b")
_VERB = re.compile(
    r"(?:" + "|".join(f"(?P<{verb}>{'|'.join(forms)})" for verb, forms in VERBS.items()) + r")\b"
)
# godkendte · vedtog · har godkendt is told by what stands before it: whoever decided is the subject
_ACTIVE = re.compile(r".*(?:te|de|er|tog|ød)(?:\s.*)?|.*\ssig", re.DOTALL)


def find_verbs(text: str) -> Iterator[re.Match[str]]:
    """The verbs of a text in order; the name of each in the table is the `lastgroup` of its match."""
    for found in _ANY_VERB.finditer(text):
        verb = _VERB.match(text, found.start())
        if verb:
            yield verb


def is_active(form: str) -> bool:
    """Whether a verb in this form has for its subject the one who decides: "godkendte", not "godkendt"."""
    return _ACTIVE.fullmatch(form) is not None
