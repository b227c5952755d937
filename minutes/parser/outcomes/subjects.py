"""What a verb of a decision speaks of: the matter, a point of it, or something else that has a day of its own.

"Punktet udsættes" puts off the matter, "fristen udsættes" a day. All is matched on small letters.
"""

from __future__ import annotations

import re

from minutes.danish.dates import YEAR

# What is dealt with: its names, and the names of dealing with it.
MATTER = (
    r"(?:(?:[\w-]*(?:møde|dagsordens|direktions|byråds|udvalgs|beslutnings|bevillings|orienterings|person|enkelt|ø|by))?"
    r"sag(?:en|er|erne)?|(?:dagsordens)?punkt(?:et|er|erne)?|pkt|emne(?:t|r|rne)?|tema(?:et)?|spørgsmål(?:et|ene)?"
    r"|[\w-]*forslag(?:et|ene)?|indstilling(?:en|erne)?|anbefaling(?:en|erne)?|[\w-]*ansøgning(?:en|er|erne)?"
    r"|henvendelse(?:n)?|[\w-]*bevilling(?:en)?|[\w-]*drøftelse(?:n|r|rne)?|debat(?:ten)?|[\w-]*behandling(?:en)?"
    r"|(?:sags)?fremstilling(?:en)?|stillingtagen|[\w-]*beslutning(?:en|er|erne)?|afgørelse(?:n)?|[\w-]*godkendelse(?:n)?"
    r"|vedtagelse(?:n)?|prioritering(?:en)?|udmøntning(?:en)?|(?:\w{6,}s)?del(?:en)?|delene|pind(?:en)?|resten|øvrige|andet|begge)"
)
# Papers, which can be what a matter is of, and can be no more than what is handed in.
PAPER = (
    r"(?:[\w-]*(?:oplæg(?:get)?|notat(?:et)?|udkast(?:et)?|materiale(?:t)?|redegørelse(?:n)?|status|orientering(?:en)?"
    r"|præsentation(?:en)?|fremlæggelse(?:n)?|forelæggelse(?:n)?|gennemgang(?:en)?|rapport(?:en)?|kommissori(?:um|et)"
    r"|projektmandat(?:et)?|mandat(?:et)?|evaluering(?:en)?|afrapportering(?:en)?|opfølgning(?:en)?|analyse(?:n)?"
    r"|opgørelse(?:n)?|oversigt(?:en)?|business\s?case|plan(?:en)?|[\w-]*strategi(?:en)?|[\w-]*politik(?:ken)?"
    r"|procesplan(?:en)?|retningslinjer(?:ne)?))"
)
# What has a day of its own: putting it off decides something …
DATED = (
    r"(?:[\w-]*(?:frist(?:en|er|erne)?|deadline(?:n)?|termin(?:en)?|møde(?:t|r|rne)?|seminar(?:et|er|iet)?|dag(?:en)?"
    r"|konference(?:n)?|kurs(?:us|et)|arrangement(?:et)?|besøg(?:et)?|workshop(?:pen|per)?|forløb(?:et)?|proces(?:sen)?"
    r"|tidsplan(?:en)?|start(?:en)?|opstart(?:en)?|åbning(?:en)?|ibrugtagning(?:en)?|ikrafttræden|indvielse(?:n)?|implementering(?:en)?|udrulning(?:en)?|byggeri(?:et)?|anlæg(?:get)?|anlægsarbejde(?:t)?"
    r"|arbejde(?:t)?|projekt(?:et|er|erne)?|udbud(?:det)?|(?<!ud)valg(?:et)?|forhandling(?:en|er|erne)?|flytning(?:en)?"
    r"|tidspunkt(?:et)?|dato(?:en)?|betaling(?:en)?|(?:ind|ud)fasning(?:en)?|reform(?:en)?|lov(?:en)?|ferie(?:n)?))"
)
# … or is the doing of something: "udrulningen", "indførelsen", "etableringen"; but not those who do it, nor what is
# done by deciding: to put off "fordelingen af puljen" can be to put off the matter.
_DOERS = r"(?:styrelse|forvaltning|ledelse|forsamling|regering|afdeling|forening|husholdning|ordning|retning)"
_DECIDING = (
    r"(?:fastsættelse|fastlæggelse|fordeling|tildeling|udpegning|udpegelse|udvælgelse|afklaring|vurdering|konstituering"
    r"|afstemning|tiltrædelse)"
)
DOING = (
    rf"(?:(?!(?:{MATTER}|{PAPER}|[\w-]*(?:{_DOERS}|{_DECIDING})(?:en|n|er|erne|s)?)(?![\w-]))"
    r"[\w-]{3,40}(?:ning|else|ering|sel)(?:en|n|er|erne)?)"
)
# Of a thing: "hallen", "cykelstien". A matter is put off to a meeting or a month, a thing to a year.
THING = rf"(?:(?!(?:{MATTER}|{PAPER})(?![\w-]))[\w-]{{2,40}}(?:en|et|ne))"
TO_A_YEAR = (
    rf"\s(?:\w+\s)?(?:til|i)\s(?:\w+\s){{0,2}}?(?:{YEAR}\b|(?:næste|det\skommende|et\ssenere)\s(?:budget)?år\b)"
    r"|\set\sår\b"
)
_IS_MATTER = re.compile(MATTER)
_IS_PAPER = re.compile(PAPER)
_IS_DATED = re.compile(DATED)
_IS_DOING = re.compile(DOING)
_IS_PRONOUN = re.compile(r"(?:det|dette|den|denne|disse|de|sidstnævnte|førstnævnte|alle|alt)")

# Where a noun ends: at a word that says more of it, or at a verb or adverb behind it.
_ENDS_NOUN_WORDS = (
    "i på efter inden før af med for til fra ved under om over mod mellem hos vedr vedr. vedrørende ad jf jf."
    " omkring at som der hvor hvad hvordan hvorvidt hvilke hvilken når hvis da fordi idet så såfremt uden samt"
    " bl.a. herunder er var bliver blev blive har havde skal skulle kan kunne vil ville må bør burde ønskes"
    " foreslås ventes forventes ikke også dog hermed derfor derved dermed således alene kun først igen på-ny"
    " nu her herefter senere enten foreløbig foreløbigt umiddelbart desuden ligeledes samtidig hhv."
    " henholdsvis ej evt. eventuelt"
)
_ENDS_NOUN = frozenset(_ENDS_NOUN_WORDS.split())
# A phrase that begins with one of these is no subject: what is said first is when, where or why.
_FRONTED_WORDS = (
    "i på efter inden før førend af med for til fra ved under over mod grundet vedr vedr. vedrørende ad"
    " angående omkring mhp. mhp pga. pga p.g.a. ifm. ift. iht. der som derfor herefter derefter dermed hermed"
    " således desuden endvidere ligeledes samtidig samtidigt dog herudover derudover endelig endeligt"
    " foreløbig foreløbigt først dernæst hvorfor hvorved nu her herved efterfølgende"
)
_FRONTED = frozenset(_FRONTED_WORDS.split())
_DETERMINERS_WORDS = (
    "den det de en et selve hele hver begge alle samtlige denne dette disse sin sit sine vores"
)
_DETERMINERS = frozenset(_DETERMINERS_WORDS.split())
_LEADS_ON_WORDS = (
    "og men samt at eller altså når hvis da fordi idet eftersom såfremt medmindre mens medens hvor hvorefter"
    " så"
)
_LEADS_ON = frozenset(_LEADS_ON_WORDS.split())
_NAMES_POINT = re.compile(r"[0-9]+|\w\)?")
_AND = frozenset({"og", "samt"})
_POINT = re.compile(
    r"(?:punkt(?:erne)?|pkt\.?|ad|litra|pind|del|at)?\s?[0-9]{1,2}[.)]?(?:\s(?:(?:og|samt)\s)?[0-9]{1,2})*"
    r"|(?:litra|pkt\.?|punkt)\s[a-zæø]\)?(?:\s(?:og|samt)\s[a-zæø]\)?)*"
)
_SEPARATOR = re.compile(r"[;:(]|\s[–-]\s|,\s?|\b(?:og|samt|men|hvorefter|mens|medens|at)\s")
# What only a verb is: a clause that has one is another than the next.
_VERB = re.compile(
    r"\b(?:er|var|bliver|blev|har|havde|skal|skulle|kan|kunne|vil|må|bør|tog|tages?|tager|går|giver|gav|roste|bad|ser"
    r"|finder|fandt|ønsker|\w{2,}(?:ede|[^n]es|tes)|godkend\w+|tiltr[æå]d\w*|vedt[ao]g\w*|drøft\w+|beslutte[rt]|mangler)\b"
)


_RELATIVES = ("som ", "der ", "hvor ")
_ONLY_VERB = re.compile(r"(?:er|var|blev|bliver|skal|vil)")


def clause_before(text: str, end: int) -> str | None:
    """What stands before a verb at `end` in its clause: "…, og punkt 2 og 3 udsættes" gives "punkt 2 og 3".

    None where another clause stands first, as in "da tallene mangler, udsættes punktet": the subject is behind.
    """
    cuts = [(0, 0), *((cut.start(), cut.end()) for cut in _SEPARATOR.finditer(text, 0, end))]
    last, start = cuts[-1]
    if text[start:end].isspace() or start == end:
        return None if text[last:start].startswith(",") else ""
    for (_, first), (mark, _) in zip(cuts[-2::-1], cuts[:0:-1], strict=True):
        if text.startswith(_RELATIVES, start):
            break
        begins_clause = text[mark] in ";:(" or text.startswith("at ", mark) or text.endswith(", ", 0, mark)
        is_border = begins_clause or _VERB.search(text, first, mark)
        # "… var lange og blev returneret": the subject of the first verb is that of the second.
        if is_border and not _ONLY_VERB.fullmatch(text[start:end].strip()):
            break
        start = first
    return text[start:end].strip()


def subject_of(text: str, start: int, end: int) -> str:
    """The subject of the verb that stands there, as a phrase: it stands before it, or behind it where something else
    comes first; of "oplægget, som forelægges igen" it is "oplægget". Empty where there is none.
    """
    before = clause_before(text, start)
    if before is None:
        return text[end:].strip()
    first = before.partition(" ")[0]
    if first == "som" or (before == "der" and text[:start].endswith(", der ")):
        return " ".join(text[: text.rfind(f" {first}", 0, start)].rstrip(" ,").split()[-1:])
    if first in {"", "der", "man", "vi"}:
        return first
    return text[end:].strip() if head_of(before) is None else before


def head_of(phrase: str) -> str | None:
    """The noun that a phrase is of, with what stands before it; empty where there is none, None for no noun phrase.

    >>> head_of("den videre drøftelse af planen"), head_of("i forhold til planen")
    ('drøftelse', None)
    """
    words = [word.strip(",.\"”“»«'") for word in phrase.split()]
    while words and words[0] in _LEADS_ON:
        words.pop(0)
    if words and words[0] in _FRONTED:
        return None
    noun: list[str] = []
    for word in words:
        if word in _ENDS_NOUN or (noun and word in _DETERMINERS):
            break
        noun.append(word)
    first = len(noun) - 1
    # "punkt 2, 3 og 4" names three points.
    while first > 1 and _NAMES_POINT.fullmatch(noun[first]):
        step = 2 if noun[first - 1] in _AND else 1
        if not _NAMES_POINT.fullmatch(noun[first - step]):
            break
        first -= step
    if first > 0 and _NAMES_POINT.fullmatch(noun[first]):
        return " ".join(noun[first - 1 :])
    return noun[-1] if noun else ""


def is_matter(head: str) -> bool:
    """Whether a noun names the matter itself or a point of it; "det" does, and so does none at all."""
    return not head or bool(_IS_MATTER.fullmatch(head) or _IS_PRONOUN.fullmatch(head) or is_point(head))


def is_paper(head: str) -> bool:
    """Whether a noun names a paper: a matter can be of one, or one can be handed in."""
    return _IS_PAPER.fullmatch(head) is not None


def is_point(head: str) -> bool:
    """Whether a noun names a point by its number: "punkt 3"."""
    return _POINT.fullmatch(head) is not None


def is_dated(head: str) -> bool:
    """Whether a noun names what has a day of its own, or is done by one: "fristen", "udrulningen"."""
    if _IS_MATTER.fullmatch(head):
        return False
    return bool(_IS_DATED.fullmatch(head) or _IS_DOING.fullmatch(head))
