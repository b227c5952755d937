"""How the parts of a document announce themselves: a pattern each, matched on whole lines, examples above.

Blanks are matched possessively ("*+"), so that a line of a million of them costs no more than its length.
"""

from __future__ import annotations

import re

# A letter behind a number: the "a" of 1a. Apart from it there is a sign behind it: "A - " can begin a title.
_LETTER = r"(?P<letter>[a-zæøå](?!\w)|\s[a-zæøå](?=\s?[:.]))?"

# Punkt 4: Kommissorium for netværket · PUNKT 12. Lukket · Punkt 1a: Tillæg
ITEM_HEADER = re.compile(
    rf"\s*+ punkt \s+ (?P<number>\d{{1,4}}){_LETTER} \s* (?:[:.]|[-–]\s) \s* (?P<title>.*)",
    re.IGNORECASE | re.VERBOSE,
)

# What an item's header may be written as besides, where more says that it is one:
# 4. Kommissorium · Pkt. 4 Kommissorium · Nr. 4 - Kommissorium · Punkt 4 (the title stands below) · 4a Kommissorium
NUMBERED_LINE = re.compile(
    rf"""
    \s*+ (?:(?P<word>punkt|pkt|dagsordens?punkt|sag|nr) \b \.? (?:\s?nr\b\.?)? \s*+)?
    (?P<number>\d{{1,4}})(?!\d){_LETTER}
    (?P<sign>\s?[:.)]|\s?[-–](?=\s)|(?=\s|$)) \s*+ (?P<title>.*)
    """,
    re.IGNORECASE | re.VERBOSE,
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
    (?P<doc_type>(?:(?:tillægs|beslutnings|møde)-?)?(?:referat|dagsorden)|beslutningsprotokol) \b [\s:–-]*
    (?:(?:fra|af|til|for)\s+)? (?:(?:ordinært|ekstraordinært|åbent|lukket)\s+)? (?:møde(?:t)?\s+(?:i\s+)?)?
    (?P<rest>.*)
    """,
    re.IGNORECASE | re.VERBOSE,
)

# Ekstraordinært møde · Møde i Byrådet den 26. september 2017: what says neither minutes nor agenda
MEETING_TITLE = re.compile(
    r"""
    \s*+ (?:(?:ordinært|ekstraordinært|ekstra|åbent|lukket)\s+)? møde
    (?: \s+i\s+ | \s*[,–-]\s* | \s+(?=den\b|d\.|[0-9]) | $ ) (?P<rest>.*)
    """,
    re.IGNORECASE | re.VERBOSE,
)

# Mødedato Tirsdag d. 27. august 2013 kl. 10:00 · Sted: Byrådssalen · Mødelokale: B105
# Fraværende med afbud: Anne Holm, Per Lund
HEADER_LINE = re.compile(
    r"""
    \s*+ (?: (?:møde)? (?P<when_or_where>dato|sted|tid|tidspunkt) | (?P<start>starttidspunkt)
           | (?:møde)? (?P<room>lokale) (?=\s*+:)
           | (?P<people>medlemmer|deltagere|til\s?stede|fraværende|afbud) (?:\s+fra|\s+(?:med|uden)\s+afbud)? )
    \b \s*+ :? \s*+ (?P<value>.*)
    """,
    re.IGNORECASE | re.VERBOSE,
)

# Indholdsfortegnelse · Punkter til dagsorden
CONTENTS_HEADING = re.compile(
    r"\s*+ (?:indhold(?:sfortegnelse)?|punkter \s (?:til|på) \s dagsorden(?:en)?|dagsordenspunkter) \s*+ :? \s*+",
    re.IGNORECASE | re.VERBOSE,
)
