"""A PDF becomes text. It says only where each character stands: words, lines, paragraphs and tables are inferred.

All is measured in the size of the document's own type, never by a font's name or a fixed place on the page.
"""

from .document import read_pdf

__all__ = ["read_pdf"]
