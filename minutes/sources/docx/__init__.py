"""Word's documents (.docx) become text: what Word prints of them, in its order, a paragraph a line.

A document is parts in a zip (`package`). Its text is paragraphs and tables (`story`), a paragraph is runs of text,
fields and references (`paragraphs`), and what Word draws itself stands in no run (`numbering`). `composing` makes lines
of it.
"""

from .reader import read_docx

__all__ = ["read_docx"]
