"""What turns a verb: what denies it, what leaves it unclear, and what says that another decision than this is meant.

All is matched on small letters: `before` is what stands in the verb's sentence before it, as far as it matters, `form`
the verb as it is written, `after` what follows it.
"""

from __future__ import annotations

import re

from minutes.danish.dates import MONTH_NAME, YEAR

from .verbs import is_active
from .wordings import BUT

# Godkendte ikke blot planen · ikke mindst: what is said is done all the same.
_NOT_ONLY = r"(?:blot|alene|kun|bare|mindst|desto|uvæsentlig\w*)\b"
# Of several words between, none begins another thought: "giver ikke anledning til bemærkninger og godkendes".
_WORDS_BETWEEN = r"(?:(?!(?:og|eller|men|samt|at|der|som|hvor)\s)[\w-]+\s){0,4}"
_DENIED_BEFORE = re.compile(
    rf"""
      # ikke godkendt · kan ikke på det foreliggende grundlag tiltrædes; but not "de ikke brugte midler godkendt" nor
      # "planen for ikke erhvervsaktive godkendt"
      \bikke-\Z
    | (?<!\bde\s)(?<!\bfor\s)\b(?:ikke|ej)\s(?!{_NOT_ONLY})(?!\w+(?:te|de)\s){_WORDS_BETWEEN}\Z
    | \bfor\sikke\s\Z
      # ser sig ikke i stand til at godkende · finder ikke grundlag for at tiltræde
    | \b(?:ikke|ej|intet|ingen)\s(?:\w+\s){{0,2}}?
      (?:stand\stil|grundlag\sfor|anledning\stil|hjemmel\stil|muligt|ønske\som)\s\Z
    | \bhverken\b[^.;]*\Z
    | \bingen\s(?:af\s(?:\w+\s){{1,3}})?(?:blev|er|kan|kunne|vil|ville|ønske(?:r|de))\s\Z
    | \bingen\saf\s(?:\w+\s){{1,3}}\Z
    | \b(?:under\singen\somstændigheder|på\singen\småde)\s(?:\w+\s){{0,2}}?\Z
      # mener ikke, at planen kan godkendes · kan ikke gå ind for, at den vedtages
    | \b(?:mener|mente|ønsker|ønskede|finder|fandt|synes)\s(?:\w+\s)?(?:ikke|ej),?\sat\s[^.;,]*\Z
    | \b(?:ikke|ej)\s(?:(?:gå\s)?ind\sfor|enige?\si|indforståe[dt]e?\smed),?\sat\s(?:[^.;,]*\s)?\Z
    """,
    re.VERBOSE,
)
# Godkendes ikke · tilsluttede udvalget sig ikke · godkendes derfor heller ikke; but what is not for now is unclear
_BETWEEN = (
    r"(?:byrådet|direktionen|kommunalbestyrelsen|[\w-]*udvalget|man|det|den|sig"
    r"|desværre|altså|derfor|dog|alligevel|således|heller|herefter)"
)
_ANOTHER_THOUGHT = (
    r"(?:og|eller|samt|men|at|der|som|hvor\w*|da|idet|så|hvis|når|mens|fordi|uden|for|indtil|foreløbigt?|endnu|før"
    r"|end)"
)
_DENIED_AFTER = re.compile(
    rf"""
      \s(?:{_BETWEEN}\s){{0,3}}(?:ikke|ej)\b(?!-|\s{_NOT_ONLY}|\s(?:tidligere\s)?\w+(?:te|ede)\s)
    | \s(?:{_BETWEEN}\s)?hverken\b
      # Godkendt blev forslaget ikke. · tiltrådte efter en drøftelse ikke indstillingen
    | \s(?:(?!{_ANOTHER_THOUGHT}\s)[\w-]+\s){{1,8}}(?:ikke|ej)
      (?:\s(?:indstillingen|forslaget|planen|ansøgningen))?\s?(?:[.!\n]|\Z)
      # Godkendt: nej · Godkendt (ikke).
    | \s?[:(–-]\s?(?:nej|ikke|ej)\s?[.!)]*\s?(?:\n|\Z)
    """,
    re.VERBOSE,
)
_DENIED_WITHIN = re.compile(r"\w+\s(?:ikke|ej)\s")

# For now, in part, hardly, or not even that: neither yes nor no.
_UNCLEAR_BEFORE = re.compile(
    r"\b(?:foreløbigt?|delvist?|til\sdels|som\sudgangspunkt|i\sprincippet|aldrig|næppe|knapt?|intet)\s(?:\w+\s)?\Z"
    r"|\bikke\s\w+t\sog\s\Z|\bikke\s(?:enstemmigt?|helt|fuldt|fuldt\sud|endeligt?|længere|næsten)\s\Z|\bnæsten\s\Z"
)
_UNCLEAR_AFTER = re.compile(
    r"\s(?:\w+\s)?(?:foreløbigt?|delvist?|til\sdels|som\sudgangspunkt|i\sprincippet)\b|[^.;!\n]{0,80}\?"
)
# Agreed at once: it takes the remark that goes on from there to say what that means.
_AT_ONCE_BEFORE = re.compile(r"\bumiddelbart\s\Z")

# What speaks of another decision than this one, up to the verb: "som tidligere godkendt", "når planen godkendes",
# "den godkendte plan", "ændringsforslaget blev forkastet", "Borgerlistens forslag faldt".
_ANOTHER_BEFORE = re.compile(
    r"""
      \b(?:tidligere|allerede|senest|oprindeligt?|dengang|når|hvis|såfremt|medmindre|hvorvidt|indtil|efter\sat|uden\sat
        |inden(?!\sfor)|ændringsforslag\w*|endnu\sikke|ikke\sendnu)\b
    | (?<=[\w,]\s)(?:der|som(?!\shelhed))\s(?:[\w-]+\s){0,3}?(?:blev|er|var|har|havde)\b[^,]*\Z
    | \bsom\s(?:[\w-]+\s)?(?:indstille[rt]|anbefale[rt])\Z
    | \b(?:den|det|de|dens|dets|politisk)\s\w+[td]e\Z
    | \b(?:en|et|enhver|ethvert|hver)\s\w+t\Z
    | \w\ws\s(?:godkendte|tiltrådte|drøftede|afviste|bevilgede|forkastede|nedstemte)\Z
      # til budgettet er vedtaget · før planen godkendes · forudsat at Byrådet godkender · om planen kan godkendes
    | (?:,|\A)\s?til\s(?:[\w-]+\s){1,3}(?:er|bliver)\s\w+\Z
    | \b(?:før|forudsat\sat|(?:forudsætning|betingelse)\saf,?\sat|om\s(?:[\w-]+\s){1,4}(?:kan|må))\s
      (?:[\w-]+\s){0,4}\w+\Z
      # vender tilbage til, om planen godkendes · det er uafklaret om den vedtages
    | ,\som\s(?!at\b)[^.;,]*\Z
    | \b(?:til|uafklaret|usikkert|uvist|tvivl(?:somt)?|overvejer|vurderer|afgør|afklarer)\som\s(?!at\b)[^.;,]*\Z
      # for at godkende · forslaget om at tiltræde · ventede med at vedtage; but not "enedes om at godkende"
    | (?<!\bgrundlag\s)(?<!\banledning\s)(?<!\bhjemmel\s)(?<!\bstand\s)(?<!\btraf\sbeslutning\s)(?<!\bind\s)
      (?<!\benig\s)(?<!\benige\s)(?<!\benighed\s)(?<!\benedes\s)
      \b(?:for|uden|ved|om|med|fra|mod|til|på|af|i)\sat\s\w+\Z
      # bemyndiges til at godkende · opfordrer Byrådet til at vedtage
    | \b(?:bemyndig|opfordr|anmod|bede[rs]|overlad|deleger|kompetence|mandat|adgang|mulighed)[^.;]*\sat\s\w+\Z
      # oplyste, at planen er godkendt · orienterede om, at …; but not behind the clause
    | \b(?:orienter|oplys|konstater|noter|nævn|bemærke|henvis|minde[dr]|redeg[øj]|forklar|fortal|spurgt|forvent|håb)
      \w*\b[^.;]*\sat\s[^.;,]*\Z
      # A proposal of some members is another than the matter's.
    | (?:\bmindretallets|listens|\bliste\s\w{1,3}|partiets?|\bvenstres|\bsocialdemokrat\w*|\bkonservatives
        |\bradikales?|\b\w{1,2}['’]s)\s(?:\w+\s)?forslag\b
    """,
    re.VERBOSE,
)
# Of what ought to be, nothing is decided yet. To defer and to examine is decided in such words, too.
_OUGHT = re.compile(
    r"\b(?:skal|bør|burde|ventes|forventes|søges|ønskes|tænkes|foreslås|foreslog|afventer|mangler|måtte"
    r"|vil(?:le)?(?=\sblive))\s(?:(?!ikke\b)\w+\s){0,3}\Z"
)
_HAS = re.compile(r"\b(?:har|havde)\s(?:\w+\s){0,3}\Z")
# Planen, som Byrådet godkendte, …
_RELATIVE_BEFORE = re.compile(r"(?<=[\w,]\s)som\s(?:[\w-]+\s){1,3}\Z")
# These hold the words by which others are told for another's.
_WHOLE_PHRASES = {"refuse", "as", "lack"}
_DECIDED_AS_DUTY = {"defer", "resume", "return", "renew", "examine", "pass", "send"}
# … af Byrådet i juni 2012 · på sidste møde · sidste år · den 17. april
_ANOTHER_AFTER = re.compile(
    rf"(?:\saf\s[\w\s-]{{1,40}}?)?\s(?:(?:den|d\.)\s?[0-9]|i\s(?:{YEAR}|{MONTH_NAME})\b"
    r"|på\s(?:sidste|forrige|seneste)\smøde|på\smødet\s(?:den|d\.)|sidste\sår\b|tidligere\b|dengang\b|i\ssin\stid\b)"
    r"|\s(?:\w+\s){0,3}?ændringsforslag"
)
# I 2012 godkendte Byrådet … · På sidste møde vedtog udvalget …
_HISTORY_BEFORE = re.compile(
    rf"\A\W*(?:i|den|d\.|ved|på|under)\s[^,;]{{0,60}}?\b(?:{YEAR}|{MONTH_NAME}|(?:sidste|forrige)\s\w+)\b[^,;]{{0,30}}\Z"
)
# Godkendte projekter sættes i gang: what a decision begins with is no verb where no definite thing follows.
_NOTHING_DEFINITE_AFTER = re.compile(
    r"\s(?![0-9]|det\b|den\b|de\b|at\b|sig\b|punkt|pkt|[\w-]+(?:en|et|ne)\b)"
)

# Nobody's own minutes are theirs.
OUTSIDER = (
    r"folketinget|regeringen|regionen|regionsrådet|ministeren"
    r"|[\w-]*ministeriet|[\w-]*(?<!be)styrelsen|[\w-]*nævnet|[\w-]*retten"
)
_ANYBODY = (
    rf"(?P<body>direktionen|byrådet|kommunalbestyrelsen|[\w-]*udvalget|chefforum|magistraten|{OUTSIDER})"
)
_SUBJECT_BEFORE = re.compile(rf"(?<!\w){_ANYBODY}\s(?:(?!og\b)[\w-]+\s){{0,3}}\Z")
_SUBJECT_AFTER = re.compile(rf"\s{_ANYBODY}\b")
_BY_AFTER = re.compile(rf"\s(?:\w+\s)?af\s(?:[\w-]+\sog\s)?{_ANYBODY}\b")
_IS_OUTSIDER = re.compile(OUTSIDER)
_COUNCIL = {"byrådet", "byråd", "kommunalbestyrelsen"}


def is_denied(before: str, form: str, after: str) -> bool:
    """Whether a "not" goes with the verb, or stands in it: "nægtede ikke at godkende"."""
    return bool(_DENIED_BEFORE.search(before) or _DENIED_WITHIN.match(form) or _DENIED_AFTER.match(after))


def is_unclear(verb: str, before: str, form: str, after: str) -> bool:
    """Whether the verb says neither yes nor no."""
    if _AT_ONCE_BEFORE.search(before) and not (verb == "endorse" and BUT.match(after)):
        return True
    # A member can be called Ej: before a verb in such a form nobody denies with "ej".
    if f" {before}".endswith(" ej ") and is_active(form) and verb != "grant" and not form.startswith("at "):
        return True
    return _UNCLEAR_BEFORE.search(before) is not None or _UNCLEAR_AFTER.match(after) is not None


def is_history(before: str) -> bool:
    """Whether a sentence begins with a time that is past: "På mødet i maj blev sagen udsat"."""
    return _HISTORY_BEFORE.search(before) is not None


def is_another(verb: str, before: str, form: str, after: str, body: str) -> bool:
    """Whether another decision is meant than the one that this `body` (in small letters, "" for unknown) takes here."""
    said = before if verb in _WHOLE_PHRASES else before + form
    is_to_come = verb in _DECIDED_AS_DUTY and form.split()[0].endswith("es")
    if _ANOTHER_BEFORE.search(said) or (not is_to_come and _ANOTHER_AFTER.match(after)):
        return True
    if _OUGHT.search(before) and verb not in _DECIDED_AS_DUTY:
        return True
    has_subject = verb not in _WHOLE_PHRASES and (is_active(form) or _HAS.search(before) is not None)
    if has_subject and (
        _RELATIVE_BEFORE.search(before)
        or _HISTORY_BEFORE.search(before)
        or _is_attributive(verb, before, form, after)
    ):
        return True
    named = (
        _SUBJECT_BEFORE.search(before) or _SUBJECT_AFTER.match(after)
        if has_subject
        else _BY_AFTER.match(after)
    )
    return named is not None and not _is_same(named["body"], body, verb)


def _is_attributive(verb: str, before: str, form: str, after: str) -> bool:
    return (
        verb != "grant"
        and not before.strip()
        and form.endswith(("te", "de"))
        and _NOTHING_DEFINITE_AFTER.match(after) is not None
    )


def _is_same(named: str, body: str, verb: str) -> bool:
    """Whether a body that the text names is, as far as can be told, the one whose decision this is."""
    if _IS_OUTSIDER.fullmatch(named):
        return False
    # Of another's recommendation the committee tells in the minutes of the council, too: it is the matter's way.
    if not body or verb in {"forward", "recommend"}:
        return True
    return named in body or body in named or {named, body} <= _COUNCIL
