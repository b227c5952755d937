"""The list of decisions: the newest first, each once, beside what was recommended."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from minutes.models import AgendaItem, Amount, Decision, Outcome, PublicationState, Relation, SectionKind
from minutes.models.blocks import blocks_as_json
from minutes.pages.decisions import decision_list
from minutes.parser.values import ListBlock, ListItem
from tests.build.page import Page
from tests.build.rows import (
    add_decision,
    add_decision_in_parts,
    add_editor,
    add_item,
    add_meeting,
    add_section,
)

Read = Callable[..., Page]
ADDRESS = "/beslutninger/"

pytestmark = pytest.mark.django_db


def rulings(page: Page) -> list[str]:
    """The decisions of a page, each as it is read."""
    return [element.text for element in page.find("article")]


def titles(page: Page) -> list[str]:
    return [element.text for element in page.find("h3")]


def add_amount(item: AgendaItem, text: str, value: int, section: SectionKind, **columns: bool) -> Amount:
    position = item.amounts.count() + 1
    return Amount.objects.create(
        item=item, position=position, line=1, column=0, text=text, value=value, section=section, **columns
    )


def related(relation: Relation, text: str = "Indstillingen blev godkendt.") -> Decision:
    item = add_item(add_meeting())
    add_section(item, SectionKind.RECOMMENDATION, "Kantinen lukkes.")
    decision = add_decision(item, text)
    decision.relation = relation
    decision.save()
    return decision


def test_a_decision_is_told_with_its_day_body_item_case_and_outcome(read: Read) -> None:
    item = add_item(add_meeting("2013-08-27"), "Ny kantine", "12/32140")
    add_decision(item, "Kantinen åbner i maj.")
    page = read(ADDRESS)
    (ruling,) = rulings(page)
    for told in ("Ny kantine", "27-08-2013", "Direktionen, punkt 1", "Godkendt", "Kantinen åbner i maj."):
        assert told in ruling
    assert page.link("Ny kantine") == item.get_absolute_url()
    assert page.link("Sag 12/32140") == "/sager/12/32140/"
    assert "1 beslutning" in page.main
    assert page.title == "Beslutninger"


def test_the_newest_day_comes_first_and_a_meetings_decisions_in_the_order_of_its_agenda(read: Read) -> None:
    for day in ("2013-02-05", "2014-05-06"):
        meeting = add_meeting(day)
        for title in ("Først", "Sidst"):
            add_decision(add_item(meeting, f"{title} {meeting.date.year}"))
    assert titles(read(ADDRESS)) == ["Først 2014", "Sidst 2014", "Først 2013", "Sidst 2013"]


def test_a_decision_stands_by_its_own_day_and_says_who_tells_of_it(read: Read) -> None:
    meeting = add_meeting("2013-09-24", "Byrådet")
    add_decision(add_item(meeting, "Skoler"), date="2012-01-10", body="Økonomiudvalget")
    add_decision(add_item(add_meeting("2013-01-08"), "Ny kantine"))
    page = read(ADDRESS)
    assert titles(page) == ["Ny kantine", "Skoler"]
    assert "10-01-2012 Økonomiudvalget gengivet i Byrådet 24-09-2013, punkt 1" in rulings(page)[1]


def test_a_decision_that_another_meeting_reproduces_is_told_once(read: Read) -> None:
    own = add_item(add_meeting("2013-08-20", "Økonomiudvalget"), "Ny kantine", "12/32140")
    add_decision(own, "Anbefales.", Outcome.FORWARDED)
    council = add_item(add_meeting("2013-08-27", "Byrådet"), "Ny kantine", "12/32140")
    add_decision(council, "Anbefales.", Outcome.FORWARDED, date="2013-08-20", body="Økonomiudvalget")
    add_decision(council, "Godkendt.")
    page = read(ADDRESS)
    assert "2 beslutninger" in page.main
    assert [link for link in page.links if link.endswith("/punkt-1/")] == [
        council.get_absolute_url(),
        own.get_absolute_url(),
    ]


def test_parts_that_differ_have_a_badge_each(read: Read) -> None:
    add_decision_in_parts(add_item(add_meeting()), Outcome.APPROVED, Outcome.DEFERRED)
    badges = [badge.text for badge in read(ADDRESS).find("span", class_="badge")]
    assert badges == ["1: Godkendt", "2: Udsat"]


def test_what_was_recommended_stands_beside_what_was_decided(read: Read) -> None:
    related(Relation.SAME, "Kantinen lukkes.")
    (ruling,) = rulings(read(ADDRESS))
    assert "Indstilling Kantinen lukkes." in ruling
    assert "indstillet" not in ruling


@pytest.mark.parametrize(
    ("relation", "told"),
    [
        (Relation.REFERS, "Som indstillet"),
        (Relation.ADDS_CONDITION, "Som indstillet med tilføjelse"),
        (Relation.DIFFERS, "Anderledes end indstillet"),
    ],
)
def test_how_a_decision_stands_to_the_recommendation_is_told_in_words(
    read: Read, relation: Relation, told: str
) -> None:
    related(relation)
    (element,) = read(ADDRESS).find("span", class_="badge--other")
    assert element.text == told


def test_nothing_is_said_of_a_recommendation_where_there_is_none(read: Read) -> None:
    decision = add_decision(add_item(add_meeting()))
    decision.relation = Relation.NONE
    decision.save()
    assert "ndstil" not in read(ADDRESS).find("ol", class_="hits")[0].text


def test_long_words_are_cut_and_the_whole_is_a_click_away(read: Read) -> None:
    item = add_item(add_meeting())
    add_section(item, SectionKind.RECOMMENDATION, "Det indstilles, " + "at kantinen lukkes, " * 40)
    decision = add_decision(item, "- Skoler\n- Veje " + "og stier " * 60 + "til sidst.")
    entries = (ListItem(1, "-", "Skoler", 0), ListItem(2, "-", "Veje til sidst.", 0))
    decision.section.blocks = blocks_as_json([ListBlock(1, entries)])
    decision.section.save()
    page = read(ADDRESS)
    assert [summary.text for summary in page.find("summary")][:2] == [
        "Hele beslutningen",
        "Hele indstillingen",
    ]
    assert "Veje til sidst." in page.find("details")[0].text


def test_short_words_are_whole(read: Read) -> None:
    related(Relation.DIFFERS)
    assert [summary.text for summary in read(ADDRESS).find("summary")] == ["Følg beslutninger"]


def test_sums_are_told_in_kroner_with_their_own_words_where_they_stand(read: Read) -> None:
    item = add_item(add_meeting())
    add_section(item, SectionKind.RECOMMENDATION, "Der gives 4 mio. kr. og ca. 500.000 kr.")
    add_decision(item, "Der gives 3,3 mio. kr.")
    add_amount(item, "3,3 mio. kr.", 3_300_000, SectionKind.DECISION)
    add_amount(item, "4 mio. kr.", 4_000_000, SectionKind.RECOMMENDATION)
    add_amount(item, "ca. 500.000 kr.", 500_000, SectionKind.RECOMMENDATION, is_approximate=True)
    add_amount(item, "9 mio. kr.", 9_000_000, SectionKind.ECONOMY)
    page = read(ADDRESS)
    assert [sums.text for sums in page.find("small")[1:]] == [
        "3.300.000 kr. (3,3 mio. kr.)",
        "4.000.000 kr. (4 mio. kr.) · ca. 500.000 kr.",
    ]


def test_of_two_decisions_under_an_item_each_has_its_own_sums(read: Read) -> None:
    item = add_item(add_meeting())
    add_decision(item, "Der gives 2 mio. kr.", date="2013-08-20", body="Økonomiudvalget")
    add_decision(item, "Der gives 3 mio. kr.")
    add_amount(item, "2 mio. kr.", 2_000_000, SectionKind.DECISION)
    add_amount(item, "3 mio. kr.", 3_000_000, SectionKind.DECISION)
    assert [sums.text for sums in read(ADDRESS).find("small")[1:]] == [
        "3.000.000 kr. (3 mio. kr.)",
        "2.000.000 kr. (2 mio. kr.)",
    ]


@pytest.mark.parametrize("state", [PublicationState.DRAFT, PublicationState.WITHDRAWN])
def test_what_is_not_published_is_neither_shown_nor_counted(read: Read, state: PublicationState) -> None:
    add_decision(add_item(add_meeting(state=state), "Hemmelig kantine"))
    page = read(ADDRESS)
    assert "Arkivet har endnu ingen beslutninger." in page.main
    assert "Hemmelig" not in page.html
    assert "2013" not in page.html


def test_a_closed_item_is_neither_shown_nor_counted(read: Read) -> None:
    add_decision(add_item(add_meeting(), "Hemmelig kantine", is_closed=True))
    assert "Ingen beslutninger" in read(ADDRESS).main


def test_an_item_that_was_closed_after_it_was_indexed_is_left_out(client: Client, read: Read) -> None:
    item = add_item(add_meeting(), "Hemmelig kantine")
    add_decision(item)
    read(ADDRESS)
    AgendaItem.objects.filter(pk=item.pk).update(is_closed=True)
    assert b"Hemmelig" not in Client().get(ADDRESS).content


def test_a_draft_is_shown_to_who_sees_drafts_and_is_told_to_be_one(read_as_staff: Read) -> None:
    add_decision(add_item(add_meeting(state=PublicationState.DRAFT), "Ny kantine"))
    (ruling,) = rulings(read_as_staff(ADDRESS))
    assert "kladde" in ruling


def test_who_corrects_items_is_led_to_the_form(client: Client, read: Read) -> None:
    item = add_item(add_meeting())
    add_decision(item)
    client.force_login(add_editor("anna", "change_agendaitem"))
    assert f"/admin/minutes/agendaitem/{item.pk}/change/" in read(ADDRESS).links


def test_script_in_minutes_is_text(read: Read) -> None:
    item = add_item(add_meeting(), "<script>alert(1)</script>")
    add_decision(item, "<img src=x onerror=alert(1)>" * 20)
    page = read(ADDRESS)
    assert "<script>alert" not in page.html
    assert not page.find("img")


def test_long_lists_have_pages(read: Read) -> None:
    meeting = add_meeting()
    for number in range(1, 28):
        add_decision(add_item(meeting, f"Sag {number}"))
    first, second = read(ADDRESS), read(ADDRESS, side="2")
    assert (len(titles(first)), titles(second)) == (25, ["Sag 26", "Sag 27"])
    assert first.link("Næste side") == "?side=2"
    assert "27 beslutninger" in second.main
    assert titles(read(ADDRESS, side="999999999999999999999999")) == titles(second)
    assert titles(read(ADDRESS, side="-1")) == titles(first)


def test_more_than_are_counted_are_told_to_be_more(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decision_list, "MOST_ROWS", 30)
    meeting = add_meeting()
    for number in range(1, 33):
        add_decision(add_item(meeting, f"Sag {number}"))
    assert "Mere end 30 beslutninger" in read(ADDRESS).main
    last = read(ADDRESS, side="2")
    assert titles(last)[-1] == "Sag 30"
    assert "listen går ikke længere" in last.main


def test_the_page_asks_no_more_of_the_database_for_many_decisions_than_for_few(client: Client) -> None:
    counts = []
    for day in ("2013-08-27", "2013-09-24"):
        meeting = add_meeting(day)
        for number in range(14 if counts else 1):
            item = add_item(meeting, f"Sag {number}", f"12/{number + 100}")
            add_section(item, SectionKind.RECOMMENDATION, "Kantinen lukkes.")
            add_decision(item, "Godkendt. " * 60)
            add_amount(item, "3 mio. kr.", 3_000_000, SectionKind.DECISION)
        client.get(ADDRESS)
        with CaptureQueriesContext(connection) as queries:
            Client().get(ADDRESS)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10
