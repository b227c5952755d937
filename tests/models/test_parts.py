"""The list of what an item consists of: complete, in an order in which it can be written, and read in few queries."""

from __future__ import annotations

import pytest
from django.db.models import ForeignKey

from minutes.models import (
    AgendaItem,
    CentreRole,
    DecisionPart,
    FormerAddress,
    SearchDocument,
    SectionKind,
    TakenUpByHand,
)
from minutes.models.parts import (
    ATTACHMENTS,
    CENTRES,
    DECISIONS,
    DOCUMENTS,
    PARTS,
    SECTIONS,
    TOLD,
    Part,
    read_parts,
)
from minutes.search.index.item_rows import document_of
from minutes.search.index.item_words import text_of
from tests.build.rows import (
    add_attachment,
    add_decision,
    add_document,
    add_item,
    add_meeting,
    add_role,
    add_section,
)


def test_every_row_below_an_item_is_of_one_of_its_parts():
    below = {relation.related_model for relation in AgendaItem._meta.related_objects}
    # An editor's word of two items is of none of them alone.
    assert below - {SearchDocument, FormerAddress, TakenUpByHand} == {part.model for part in PARTS}


def test_an_item_that_is_shown_comes_with_all_of_its_parts():
    lookups = AgendaItem.objects.with_content()._prefetch_related_lookups
    fetched = {getattr(lookup, "prefetch_to", lookup) for lookup in lookups}
    # What decisions say of single points comes with them (see Decision.answers); what is told, its pages ask for.
    told = {part.model for part in TOLD}
    assert {AgendaItem._meta.get_field(name).related_model for name in fetched} | {DecisionPart} == {
        part.model for part in PARTS
    } - told


@pytest.mark.parametrize("place", range(len(PARTS)), ids=lambda place: PARTS[place].model.__name__)
def test_a_part_refers_only_to_parts_before_it_whose_keys_are_known_when_they_are_written(place: int):
    parts: dict[type, Part] = {part.model: part for part in PARTS}
    fields = PARTS[place].model._meta.concrete_fields
    named = {field.related_model for field in fields if isinstance(field, ForeignKey)} & parts.keys()
    assert all(parts[model] in PARTS[:place] and parts[model].is_referred_to for model in named)


@pytest.mark.django_db
def test_the_parts_of_items_are_read_in_a_query_each_with_all_that_is_indexed(django_assert_num_queries):
    meeting = add_meeting()
    for title in ("Ny kantine", "Budget"):
        item = add_item(meeting, title, "12/32140")
        add_section(item, SectionKind.ECONOMY, f"Økonomien i {title}.")
        add_decision(item, "Godkendt.", body="Byrådet")
        add_attachment(item, f"Bilag om {title}")
        add_document(item, "269057/12", "Notat")
        add_role(item, "HRC", CentreRole.TASKED)
    items = list(AgendaItem.objects.select_related("meeting", "case"))
    with django_assert_num_queries(len([part for part in PARTS if part.indexed])):
        kantine, budget = read_parts(items)
        texts = [text_of(kantine), text_of(budget)]
        assert [document_of(parts, text_of(parts)).item for parts in (kantine, budget)] == items
    assert [section.text for section in budget[SECTIONS]] == ["Økonomien i Budget.", "Godkendt."]
    assert [decision.body.name for decision in kantine[DECISIONS]] == ["Byrådet"]
    assert [attachment.title for attachment in kantine[ATTACHMENTS]] == ["Bilag om Ny kantine"]
    assert [document.number for document in budget[DOCUMENTS]] == ["269057/12"]
    assert [role.centre.code for role in budget[CENTRES]] == ["HRC"]
    assert [text.additions for text in texts] == [
        ("Godkendt.", "Bilag om Ny kantine", "Notat"),
        ("Godkendt.", "Bilag om Budget", "Notat"),
    ]


@pytest.mark.django_db
def test_the_rows_of_an_item_stand_in_their_order():
    item = add_item(add_meeting())
    for position in (3, 1, 2):
        item.attachments.create(position=position, title=f"Bilag {position}")
    (parts,) = read_parts([item])
    assert [attachment.title for attachment in parts[ATTACHMENTS]] == ["Bilag 1", "Bilag 2", "Bilag 3"]


@pytest.mark.django_db
def test_an_item_without_parts_has_no_rows_of_any():
    (parts,) = read_parts([add_item(add_meeting())])
    assert [parts[part] for part in PARTS] == [[]] * len(PARTS)


@pytest.mark.django_db
def test_the_rows_of_other_meetings_are_not_among_those_of_a_meeting():
    mine, other = add_item(add_meeting()), add_item(add_meeting(body="Byrådet"))
    attachment = add_attachment(mine)
    add_attachment(other)
    assert ATTACHMENTS.of_meetings([mine.meeting]).get() == attachment
    assert ATTACHMENTS.of_meetings([mine.meeting_id]).get() == attachment
