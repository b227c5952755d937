"""How the parts of a document announce themselves: a pattern each, matched on whole lines, examples above.

Blanks are matched possessively ("*+"), so that a line of a million of them costs no more than its length.
"""

from __future__ import annotations

import re

# Punkt 4: Kommissorium for netværket · PUNKT 12. Lukket
ITEM_HEADER = re.compile(
    r"\s*+ punkt \s+ (?P<number>\d{1,4}) \s* (?:[:.]|[-–]\s) \s* (?P<title>.*)", re.IGNORECASE | re.VERBOSE
)

# What a document, or the name of its body, may be called besides: (udkast) · godkendt · ekstraordinært møde
STATE_OF_DOCUMENT = (
    "(?:udkast|kladde|foreløbig|godkendt|endelig|rettet|korrigeret|revideret|åben"
    "|ordinær|ekstraordinær|tillæg|lukke|fortrolig)t?"
)

# REFERAT Direktionen d. 10-09-2013 · Åbent referat fra møde i Byrådet den 26. september 2017 · DAGSORDEN Direktionen
# Referat fra lukket møde i Byrådet den 26. september 2017
# TILLÆGSREFERAT Direktionen d. 10-09-2013 · Tillæg til referat fra Byrådet · (UDKAST) Referat Byrådet
DOCUMENT_TITLE = re.compile(
    rf"""
    \s*+ (?:[(\[]?{STATE_OF_DOCUMENT}[)\]]?[\s:,–-]++(?:til\s++)?){{0,3}}+
    (?P<doc_type>(?:tillægs-?)?(?:referat|dagsorden)) \b [\s:–-]*
    (?:(?:fra|af|til|for)\s+)? (?:(?:ordinært|ekstraordinært|åbent|lukket)\s+)? (?:møde(?:t)?\s+(?:i\s+)?)?
    (?P<rest>.*)
    """,
    re.IGNORECASE | re.VERBOSE,
)

# Mødedato Tirsdag d. 27. august 2013 kl. 10:00 · Sted: Byrådssalen · Fraværende med afbud: Anne Holm, Per Lund
HEADER_LINE = re.compile(
    r"""
    \s*+ (?: (?:møde)? (?P<when_or_where>dato|sted|tid|tidspunkt) | (?P<start>starttidspunkt)
           | (?P<people>medlemmer|deltagere|fraværende|afbud) (?:\s+fra|\s+(?:med|uden)\s+afbud)? )
    \b \s*+ :? \s*+ (?P<value>.*)
    """,
    re.IGNORECASE | re.VERBOSE,
)

# Indholdsfortegnelse
CONTENTS_HEADING = re.compile(r"\s*+ indhold(?:sfortegnelse)? \s*+ :? \s*+", re.IGNORECASE | re.VERBOSE)
