import datetime

import pytest
from django.contrib.auth.models import AnonymousUser

from minutes.models import AgendaItem, Outcome, PublicationState, SectionKind
from minutes.search.hits.found_items import FoundSection, read_found_items, read_sections
from tests.build.rows import add_decision, add_editor, add_item, add_meeting, add_section

pytestmark = pytest.mark.django_db

NOBODY = AnonymousUser()


def test_an_item_comes_with_its_meeting_its_case_and_their_addresses():
    item = add_item(add_meeting("2013-08-27"), "Ny skole", "12/32140")
    (found,) = read_found_items([item.pk], NOBODY).values()
    assert (found.title, found.number, found.body, found.date) == (
        "Ny skole",
        1,
        "Direktionen",
        datetime.date(2013, 8, 27),
    )
    assert (found.case_number, found.case_address) == ("12/32140", "/sager/12/32140/")
    assert found.address == item.get_absolute_url()
    assert not found.is_draft


def test_only_open_items_that_the_reader_may_see_are_read(django_user_model):
    drafts = add_meeting(state=PublicationState.DRAFT)
    items = [add_item(drafts, "Kladde"), add_item(drafts, "Lukket", is_closed=True)]
    gone = add_item(add_meeting("2014-01-01", state=PublicationState.WITHDRAWN), "Væk")
    keys = [item.pk for item in (*items, gone)]
    assert read_found_items(keys, NOBODY) == {}
    staff = add_editor()
    (found,) = read_found_items(keys, staff).values()
    assert (found.title, found.is_draft, found.case_address) == ("Kladde", True, None)


def test_sections_that_say_something_are_read_in_order():
    item = add_item(add_meeting(), "Et punkt")
    add_section(item, SectionKind.BACKGROUND, "Først")
    add_section(item, SectionKind.ECONOMY, "")
    type(item.sections.last()).objects.filter(text="").update(is_empty=True)
    add_section(item, SectionKind.DECISION, "Sidst")
    assert [(section.kind, section.text) for section in read_sections([item.pk])[item.pk]] == [
        (SectionKind.BACKGROUND, "Først"),
        (SectionKind.DECISION, "Sidst"),
    ]


def named(item: AgendaItem) -> list[tuple[str, int]]:
    (found,) = read_found_items([item.pk], NOBODY).values()
    return [
        (section.name(found), section.how_telling(found)) for section in read_sections([item.pk])[item.pk]
    ]


def test_a_decision_of_another_meeting_says_whose_it_is_and_tells_less_than_the_own():
    item = add_item(add_meeting("2015-11-17", "Byrådet"), "Et punkt")
    add_section(item, SectionKind.RECOMMENDATION, "Det indstilles")
    add_decision(item, "Anbefales", Outcome.OTHER, date="2015-11-09", body="Økonomiudvalget")
    add_decision(item, "Udsat", Outcome.OTHER, date="2015-10-06", body="Byrådet")
    add_decision(item, "Godkendt", Outcome.OTHER, date="2015-11-17", body="Byrådet")
    assert named(item) == [
        ("Indstilling", 2),
        ("Beslutning i Økonomiudvalget 09-11-2015", 1),
        ("Beslutning i Byrådet 06-10-2015", 1),
        ("Beslutning", 3),
    ]


def test_a_decision_that_nobody_is_recorded_for_is_taken_for_the_meetings():
    item = add_item(add_meeting(), "Et punkt")
    add_section(item, SectionKind.DECISION, "Godkendt")
    assert named(item) == [("Beslutning", 3)]


def test_of_several_decisions_in_a_section_the_last_one_tells_whose_it_is():
    item = add_item(add_meeting("2015-11-17", "Byrådet"), "Et punkt")
    add_decision(item, "Anbefales. Godkendt.", Outcome.OTHER, date="2015-11-09", body="Økonomiudvalget")
    section = item.sections.get()
    own = add_decision(item, "")
    type(own).objects.filter(pk=own.pk).update(section=section)
    section, _ = read_sections([item.pk])[item.pk]
    assert section == FoundSection(
        SectionKind.DECISION, "Anbefales. Godkendt.", "Byrådet", datetime.date(2015, 11, 17)
    )
