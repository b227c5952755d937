"""What of a section is decided: of one that is headed "Indstilling og beslutning" it is what stands last."""

from __future__ import annotations

import re

from minutes.parser.values import ParsedSection

_SENTENCES = re.compile(r"(?<=\.)\s+(?=[A-ZÆØÅ])")
_RECOMMENDS = re.compile(
    r"\b(?:indstil(?:les|ler|lede)|anbefal(?:es|er|ede)|fores(?:lås|lår|log))\b", re.IGNORECASE
)


def decided_text(section: ParsedSection) -> str:
    """What was decided, verbatim: where a section says what was recommended, too, its last line, behind what that
    recommends.
    """
    if not section.is_recommendation_too or not section.lines:
        return section.text
    sentences = _SENTENCES.split(section.lines[-1].stripped)
    recommending = [place for place, sentence in enumerate(sentences[:-1]) if _RECOMMENDS.search(sentence)]
    return " ".join(sentences[recommending[-1] + 1 :] if recommending else sentences)
