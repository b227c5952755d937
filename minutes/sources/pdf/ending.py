"""Whether a PDF ends as one does: one that was cut off would be mended without a word, and its last pages lost."""

from __future__ import annotations

from minutes.sources.values import UnreadableSourceError

# The mark of the end may stand anywhere in the last 1,024 bytes (Adobe's implementation note 18 to PDF 1.7).
_END = b"%%EOF"
_LONGEST_TAIL = 1024

CUT = "Filen er skåret over: slutningen af den PDF, der blev gemt, mangler. Hent den igen, hvor den kom fra."


def refuse_cut(content: bytes) -> None:
    """Raise UnreadableSourceError for a file without its end."""
    if _END not in content[-_LONGEST_TAIL:]:
        raise UnreadableSourceError(CUT)
