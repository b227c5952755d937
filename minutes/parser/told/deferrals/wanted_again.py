"""How those who decide say that they want to have a matter before them again: a table, as that of waiting."""

from __future__ import annotations

from minutes.parser.told.values import DeferralKind

from .forms import BACK, HERE, OPEN, Of, form
from .phrases import AGAIN, NEXT_MEETING, ON_THE_AGENDA, PRESENTED

_K = DeferralKind
# ønsker den … · vil gerne have sagen … · bad om at få planen …
_WANTS = (
    r"(?P<verb>ønske(?:r|de|s)(?:\sat\s(?:få|have))?|(?:vil|ville)\s(?:gerne\s)?(?:have|få)"
    r"|(?:bad|beder|anmode(?:r|de))\som\sat\s(?:få|have))"
)
_WHAT = r"(?P<object>(?!ikke\b|ej\b)(?:[\w-]+\s){0,2}?[\w-]+)"
# A time behind is that of the coming back, not of the wish: "bad om at få sagen forelagt igen i november".
_WHEN = r"(?:\s[^.;,]{1,60})?"

WANTED_AGAIN = (
    # Udvalget ønsker den forelagt igen, når … · vil gerne have strategien drøftet på ny
    form(
        _K.PRESENTED_AGAIN,
        Of.WANTED,
        rf"\b{_WANTS}\s{_WHAT}\s{PRESENTED}\s(?:[\w-]+\s){{0,3}}?{AGAIN}\b{_WHEN}",
        BACK,
    ),
    # Direktionen ønsker sagen genoptaget · bad om at få sagen på dagsordenen igen
    form(
        _K.PRESENTED_AGAIN,
        Of.WANTED,
        rf"\b{_WANTS}\s{_WHAT}\s(?:gen(?:optaget|fremsat|fremlagt|forelagt|behandlet)\b"
        rf"|(?:sat\s)?(?:igen\s)?på\sdagsordenen\b(?:(?<=igen\spå\sdagsordenen)|\s(?:{AGAIN}|{NEXT_MEETING}|for\s))){_WHEN}",
        BACK,
    ),
    # Sagen ønskes forelagt igen
    form(
        _K.PRESENTED_AGAIN,
        Of.SUBJECT,
        rf"\b(?P<verb>ønskes)\s(?:{PRESENTED}\s(?:[\w-]+\s){{0,3}}?{AGAIN}\b|gen(?:optaget|fremsat|fremlagt|forelagt)\b)",
        BACK,
    ),
    form(
        _K.PRESENTED_AGAIN,
        Of.SUBJECT,
        rf"\b(?P<verb>ønskes)\s{PRESENTED}\s{NEXT_MEETING}",
        *(OPEN, HERE),
    ),
    # Direktionen ønsker strategien tilbage, når …
    form(_K.SENT_BACK, Of.WANTED, rf"\b{_WANTS}\s{_WHAT}\s(?:tilbage|retur)\b(?!\stil\s)", BACK),
    # Direktionen ønsker at se oplægget igen · vil gerne se sagen på ny, når …
    form(
        _K.PRESENTED_AGAIN,
        Of.WANTED,
        r"\b(?P<verb>(?:ønske(?:r|de)\sat|(?:vil|ville)(?:\sgerne)?)\s(?:se|drøfte|behandle)|ser\sgerne)\s"
        rf"{_WHAT}\s{AGAIN}\b{_WHEN}",
        BACK,
    ),
    form(
        _K.PRESENTED_AGAIN,
        Of.WANTED,
        rf"\b(?P<verb>ønske(?:r|de)\sat|vil(?:\sgerne)?)\sgenoptage\s(?P<object>{ON_THE_AGENDA})\b",
        BACK,
    ),
    # Direktionen ønsker sagen på næste møde
    form(
        _K.PRESENTED_AGAIN,
        Of.WANTED,
        rf"\b{_WANTS}\s(?P<object>{ON_THE_AGENDA})\s(?:med\s)?{NEXT_MEETING}",
        *(OPEN, HERE),
    ),
)
