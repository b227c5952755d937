"""What is read of an item for its page, before any template shows it."""

import pytest

from minutes.models import Decision
from minutes.pages.items.reading import passage_of
from minutes.parser.values import Paragraph


def test_a_decision_without_a_section_is_read_as_a_paragraph_a_line() -> None:
    passage = passage_of(Decision(text="Godkendt.\n\nUdvalget takkede.\n"), None)
    assert passage.blocks == (Paragraph(0, "Godkendt."), Paragraph(0, "Udvalget takkede."))


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n"])
def test_a_decision_of_no_text_has_no_paragraph(text: str) -> None:
    assert passage_of(Decision(text=text), None).blocks == ()
