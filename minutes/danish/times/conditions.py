"""What must happen first: "når planen er klar", "efter projektets afslutning"; words like "snarest" and "på sigt"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = r"[\w/’'-]{1,40}(?:\.(?=\w)[\w/-]{1,20})?"
# Where the noun of a condition ends: at a verb of the main clause. Of the words in -es, genitives are none.
_VERB = (
    r"(?:skal|vil|kan|må|bør|er|var|bliver|blev|blive|får|fik|har|havde|ønskes|kunne|skulle|ville|der|at|som|hvor|hvis"
    r"|med\shenblik|mhp\.?|\w{3,}(?<!en)(?<!er)(?<!ern)(?<!un)(?<!ion)(?<!ing)es|tager|træffer|forelægger|vender|sender"
    r"|udarbejder|fremlægger|drøfter|godkender|orienterer|følger|evaluerer|genoptager)"
)
_MORE = rf"(?:\s(?!{_VERB}(?![\w-]))(?:\([^()\n]{{0,60}}\)|{_WORD}))"

# når business casen er færdig · så snart byggeriet er i gang: up to a comma or the sentence's end
_CLAUSE = re.compile(
    r"(?<![\w-])(?:(?:først|kun|indtil|senest|så\ssnart|også)\s,?)?(?:når|så\ssnart|efter\sat|indtil)\s"
    r"(?!frem\b|op\b|ud\b|ned\b|hjem\b|videre\b|nu\b|da\b|målet\b|målene\b|målsætning\w*|i\smål\b|ikke\b|til\b|at\b|først\sat)"
    r"[^,.;:!?()\n–]{3,160}"
)
# Behind a subject "når" is the verb of reaching; as a conjunction it opens a clause.
_OPENS_CLAUSE = re.compile(
    r"(?:\A|[,.;:!?()\n–-]|\b(?:først|kun|indtil|senest|så|også|og|men|eller|igen|på\sny|færdig|stilling|videre|\w+es"
    r"|\w+(?:ede|te)|\w+[et]t)\b)\s*\Z"
)
# inden direktionen tager stilling til strategien · før vedtagelsen · indtil kapaciteten er der
_BEFORE = re.compile(
    r"(?<![\w-])(?:senest\s)?(?:inden|forud\sfor|før|forinden)\s"
    r"(?!for\b|og\b|er\b|end\b|da\b|var\b|eller\b|at\b|,|længe\b|kort\stid|[0-9]|en\s(?:uge|måned)|et\sår|sin\b|deres\b|hvor"
    r"|kl\b|klokken\b)"
    r"[^,.;:!?()\n–]{3,160}"
)
_PLAIN_BEFORE = re.compile(r"før\s(?!der\b|det\b|den\b|de\b|[\w-]+(?:en|et|ne|elsen?|ingen?|ion)\b|\w+s\s)")
# Of the words in -ningen and -elsen, those by which one acts are no events: efter lovgivningen · efter fordelingen
_NO_NORM = (
    r"(?!\w*(?:lovgiv|bekendtgør|bestemmel|indstill|ordn|vejledn|anvisn|retning|beregn|vurder|mening|opfattel|fordel"
    r"|opgør|ansøgn|anmodn|henvendel|forventn|forskrift|definit|traditi|konvent|dekl|tolkn))"
)
# efter projektets afslutning og evaluering · til efter høringen · efter endt forsøg: what happens, with its genitive
_EVENT = (
    r"(?:(?:endt|afsluttet|endelig|afholdt|gennemført|politisk|endelige|ny|fornyet)\s[\w-]{3,40}"
    r"|(?:den\s|det\s|de\s)?(?:[\w-]{2,40}\s){0,3}?(?:[\w-]{2,40}s\s)?(?:[\w-]+\s)?"
    r"(?:\w*(?:afslutning|evaluering|afrapportering|behandling|godkendelse|vedtagelse|drøftelse|præsentation|fremlæggelse"
    r"|høring|udløb|opstart|ibrugtagning|indflytning|gennemførelse|færdiggørelse|ikrafttræden|udbud|forlig|valg"
    r"|konstituering|implementering|tiltræden|besøg|analyse|projektperiode|prøveperiode|forsøgsperiode|seminar|møde"
    r"|beslutning|stillingtagen|undersøgelse|orientering|opfølgning|forhandling|licitation|test|pilot|forsøg"
    r"|afklaring|ansættelse|aftaleindgåelse|underskrivelse)(?:s?perioden|s?fristen)?(?:en|n|et|t|er|erne|ne|rne)?"
    rf"|{_NO_NORM}\w{{3,40}}(?:ningen|ringen|elsen|ationen|ionen)))(?!\w)"
)
_AFTER = re.compile(rf"(?<![\w-])(?:til\s)?(?:først\s)?efter\s{_EVENT}{_MORE}{{0,12}}")
# What was heard before this decision ("efter en drøftelse godkendt") is no condition of a later one.
_INDEFINITE = re.compile(r"efter\s(?:en|et|at|aftale|indstilling|anmodning|ansøgning)\s")
_MEANWHILE = re.compile(r"(?<!\w)(?:i\smellemtiden|imens)(?!\w)")
_CONDITIONS = (_CLAUSE, _BEFORE, _AFTER, _MEANWHILE)

_VAGUE = re.compile(
    r"""(?<![\w-])(?:
      på\s(?:lidt\s|noget\s)?(?:længere|lang|kort(?:ere)?)?\s?sigt
    | (?:så\s)?(?:hurtigst|snarest|først)\s(?:muligt|belejligt)
    | så\s(?:hurtigt|snart)\ssom\smuligt | snarest | snarligt | straks | omgående | inden\slænge | om\skort\stid
    | (?:inden\sfor|i\sløbet\saf|om)\s(?:ganske\s)?(?:kort\stid | en\soverskuelig\s(?:fremtid|tid)
        | den\s(?:nærmeste|kommende)\s(?:tid|fremtid))
    | i\s(?:den\s)?(?:nær(?:meste)?|kommende)\s(?:fremtid|tid|periode) | (?:i|for)\sfremtiden | fremover | fremadrettet
    | (?:på|ved)\set\s(?:senere|passende|kommende)\s(?:tidspunkt|lejlighed) | ved\slejlighed | indtil\svidere
    | (?<!ikke\s)senere(?!\send\b) | i\sde[nt]?\s(?:næste|kommende)\s(?:måneder|uger|år|tid|par\s(?:måneder|uger))
    | (?:i\sløbet\saf|inden\sfor)\sde\s(?:næste|kommende)\s(?:\w+\s)?(?:måneder|uger|år)
    | (?:inden(?:\sfor)?|efter)\s(?:ca\.\s|yderligere\s)?(?:[0-9]{1,2}|en|et(?:\shalvt)?|to|tre|fire|fem|seks|ni|få)
      \s(?:dage?|hverdage|uger?|måned(?:er)?(?:s\stid)?|år)
    )(?!\w)""",
    re.VERBOSE,
)


def find_conditions(text: str) -> Iterator[tuple[int, int]]:
    """Where a text in small letters says what must happen first."""
    for form in _CONDITIONS:
        for found in form.finditer(text):
            if _is_condition(text, found, form):
                yield found.start(), found.start() + len(found[0].rstrip())


def _is_condition(text: str, found: re.Match[str], form: re.Pattern[str]) -> bool:
    if form is _CLAUSE:
        return _OPENS_CLAUSE.search(text, max(0, found.start() - 40), found.start()) is not None
    if form is _AFTER:
        return _INDEFINITE.match(text, found.start()) is None
    return _PLAIN_BEFORE.match(text, found.start()) is None


def find_vague(text: str) -> Iterator[tuple[int, int]]:
    """Where a text in small letters says of a time no more than that it will come."""
    for found in _VAGUE.finditer(text):
        yield found.span()
