"""Text files that come out of a PDF are put right: heads and feet taken out, wrapped lines made paragraphs again.

A file shows by itself whether it needs that: by pages that are counted, by lines that end at one margin in the middle
of a sentence. One that shows neither keeps its lines as its editor has them.
"""

from .mending import mend_wrapped

__all__ = ["mend_wrapped"]
