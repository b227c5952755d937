"""What a document says becomes rows part by part, for each part that an item has."""

from minutes.importing.parts import STATED_PARTS
from minutes.importing.told import TOLD_PARTS
from minutes.models.parts import PARTS


def test_a_document_can_state_every_part_of_an_item_in_the_order_in_which_they_are_written():
    assert tuple(written.part for written in (*STATED_PARTS, *TOLD_PARTS)) == PARTS
