"""The sentences of an item, each with its line and the section that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutes.danish.emphasis import without_marks
from minutes.danish.grammar.sentences import find_sentences
from minutes.danish.letters import small_letters
from minutes.parser.items.decided import decided_text
from minutes.parser.values import ListBlock, Paragraph, ParsedSection, SectionKind, Subheading

# Nobody writes a sentence of more characters; a longer one is read to here.
_LONGEST_SENTENCE = 1_200


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a section, as written in `text`. Of an entry of a list, `lead` is what the list hangs on, and
    `point` what it is counted as ("1", "a").
    """

    line: int
    text: str
    section: SectionKind
    lead: str = ""
    point: str = ""
    is_heading: bool = False

    @property
    def plain(self) -> str:
        return plain(self.text)


def plain(text: str) -> str:
    """A sentence as patterns read it: `collapsed`, in small letters."""
    return small_letters(collapsed(text))


def collapsed(text: str) -> str:
    """A sentence with single blanks between its words, and without marks of italics."""
    return " ".join(without_marks(text[:_LONGEST_SENTENCE]).split())


def passages_of(section: ParsedSection) -> Iterator[Passage]:
    """The sentences of a section's paragraphs, lists and sub-headings in order; tables have none."""
    lead = ""
    for block in section.blocks:
        if isinstance(block, ListBlock):
            for entry in block.items:
                point = entry.marker.rstrip(".)") if entry.marker[0].isalnum() else ""
                for sentence in _sentences(entry.text):
                    yield Passage(entry.line, sentence, section.kind, lead, point)
        elif isinstance(block, Paragraph | Subheading):
            for sentence in _sentences(block.text):
                is_heading = isinstance(block, Subheading)
                yield Passage(block.line, sentence, section.kind, is_heading=is_heading)
                lead = sentence


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in find_sentences(text)]


def decided_passages(section: ParsedSection) -> Iterator[Passage]:
    """The sentences of a decision; where it says what was recommended, too, those of what came of it."""
    if not section.is_recommendation_too:
        yield from passages_of(section)
        return
    for sentence in _sentences(decided_text(section)):
        yield Passage(section.lines[-1].number, sentence, section.kind)


def recommended_passages(section: ParsedSection) -> Iterator[Passage]:
    """The sentences of what is recommended in a section that says that, alone or with what was decided."""
    decided = set(_sentences(decided_text(section))) if section.is_recommendation_too else ()
    for passage in passages_of(section):
        if passage.text not in decided:
            yield passage
