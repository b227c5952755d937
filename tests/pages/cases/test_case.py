from collections.abc import Callable

import pytest
from django.test import Client

from minutes.editing.following import say_collective
from minutes.models import AgendaItem, CentreRole, Meeting, Outcome, PublicationState
from minutes.search.index.writing import index_meetings
from tests.build.page import Page
from tests.build.rows import (
    add_attachment,
    add_case,
    add_decision,
    add_document,
    add_item,
    add_meeting,
    add_role,
)

Read = Callable[..., Page]
ADDRESS = "/sager/12/32140/"
CASE = "12/32140"


def test_the_newest_title_is_the_cases_and_former_ones_are_told(read: Read) -> None:
    add_item(add_meeting("2013-02-05"), "Kantinens fremtid", CASE)
    add_item(add_meeting("2013-03-05"), "Kantinens fremtid", CASE)
    add_item(add_meeting("2013-08-27"), "Ny kantine", CASE)
    page = read(ADDRESS)
    assert page.title == "Ny kantine"
    assert [title.text for title in page.find("q")] == ["Kantinens fremtid"]


def test_another_date_or_prefix_makes_no_former_title(read: Read) -> None:
    add_item(add_meeting("2013-02-05"), "Status på kantinen 05-02-2013", CASE)
    add_item(add_meeting("2013-08-27"), "A - Status på kantinen 27-08-2013", CASE)
    assert "Tidligere titler" not in read(ADDRESS).main


def test_the_facts_tell_when_last_how_often_and_how_often_deferred(read: Read) -> None:
    add_decision(add_item(add_meeting("2013-02-05"), "Ny kantine", CASE), "Udsættes.", Outcome.DEFERRED)
    add_decision(add_item(add_meeting("2014-05-27"), "Ny kantine", CASE))
    assert "Sidst behandlet 27-05-2014 2 gange 1 udsættelse" in read(ADDRESS).main


def test_the_newest_decision_stands_before_the_timeline(read: Read) -> None:
    add_decision(add_item(add_meeting("2013-02-05"), "Ny kantine", CASE), "Udsættes.", Outcome.DEFERRED)
    add_decision(add_item(add_meeting("2014-05-27"), "Ny kantine", CASE), "Indstillingen blev godkendt.")
    text = read(ADDRESS).main
    assert "Seneste beslutning: Direktionen 27. maj 2014 Godkendt Indstillingen blev godkendt." in text
    assert text.index("Seneste beslutning") < text.index("Sagens forløb")


def test_a_case_without_a_decision_has_no_newest_one(read: Read) -> None:
    add_item(add_meeting(), "Ny kantine", CASE)
    assert "Seneste beslutning" not in read(ADDRESS).main


def test_the_timeline_is_oldest_first_and_can_be_turned(read: Read) -> None:
    add_item(add_meeting("2013-02-05"), "Ny kantine", CASE)
    add_item(add_meeting("2014-05-27"), "Ny kantine", CASE)
    page = read(ADDRESS)
    assert dates(page) == ["05-02-2013", "27-05-2014"]
    assert page.link("Vis nyeste øverst") == "?sort=nyeste"
    assert dates(read(ADDRESS, sort="nyeste")) == ["27-05-2014", "05-02-2013"]


@pytest.mark.parametrize("sort", ["", "aeldste", "password", "\x00"])
def test_an_unknown_order_is_the_usual_one(read: Read, sort: str) -> None:
    add_item(add_meeting("2013-02-05"), "Ny kantine", CASE)
    add_item(add_meeting("2014-05-27"), "Ny kantine", CASE)
    assert dates(read(ADDRESS, sort=sort)) == ["05-02-2013", "27-05-2014"]


def test_a_deferral_leads_to_the_item_that_took_it_up(read: Read) -> None:
    add_decision(add_item(add_meeting("2013-02-05"), "Ny kantine", CASE), "Udsættes.", Outcome.DEFERRED)
    add_decision(add_item(add_meeting("2013-02-13"), "Ny kantine", CASE))
    page = read(ADDRESS)
    assert "Udsat – taget op igen 13-02-2013, 8 dage efter" in page.main
    assert len(page.find("li", class_="reaches-next")) == 1


def test_a_deferral_that_nothing_followed_is_still_open(read: Read) -> None:
    add_decision(add_item(add_meeting("2013-02-05"), "Ny kantine", CASE), "Udsættes.", Outcome.DEFERRED)
    page = read(ADDRESS)
    assert "Udsat – ikke set siden" in page.main
    assert len(page.find("li", class_="is-waiting")) == 1


def test_a_decision_that_two_documents_tell_of_is_one_event(read: Read) -> None:
    first = add_item(add_meeting("2013-02-05"), "Ny kantine", CASE)
    add_decision(first, "Udsættes.", Outcome.DEFERRED)
    second = add_item(add_meeting("2013-02-13"), "Ny kantine", CASE)
    add_decision(second, "Udsættes.", Outcome.DEFERRED, date="2013-02-05")
    add_decision(second)
    page = read(ADDRESS)
    assert dates(page) == ["05-02-2013", "13-02-2013"]
    assert "2 gange 1 udsættelse" in page.main


def test_a_decision_of_a_meeting_that_is_not_here_says_where_it_is_told(read: Read) -> None:
    item = add_item(add_meeting("2013-03-19", "Byrådet"), "Ny kantine", CASE)
    add_decision(item, "Anbefales.", Outcome.FORWARDED, date="2013-03-11", body="Økonomiudvalget")
    page = read(ADDRESS)
    assert dates(page) == ["11-03-2013", "19-03-2013"]
    assert (
        "11-03-2013 Økonomiudvalget Sendt videre Anbefales. Gengivet i Byrådet 19-03-2013, punkt 1"
        in page.main
    )


def test_a_collective_case_is_grouped_by_standing_item(read: Read) -> None:
    for day in ("2013-02-05", "2013-08-27"):
        meeting = add_meeting(day)
        date = "-".join(reversed(day.split("-")))
        add_item(meeting, f"Økonomiopfølgning {date}", CASE)
        add_item(meeting, f"Huskeliste {date}", CASE)
    page = read(ADDRESS)
    assert page.title == "Samlesag"
    assert [heading.text for heading in page.find("h3")][:2] == ["Økonomiopfølgning", "Huskeliste"]
    assert dates(page) == ["05-02-2013", "27-08-2013"] * 2
    assert "4 punkter" in page.main


def test_attachments_stand_under_their_meeting(read: Read) -> None:
    add_attachment(add_item(add_meeting("2013-02-05"), "Ny kantine", CASE), "Skitse")
    assert "Bilag Direktionen 05-02-2013, punkt 1 Skitse" in read(ADDRESS).main


def test_a_document_number_stands_once_with_the_title_that_any_item_gives(read: Read) -> None:
    add_document(add_item(add_meeting("2013-02-05"), "Ny kantine", CASE), "269057/12")
    add_document(add_item(add_meeting("2013-08-27"), "Ny kantine", CASE), "269057/12", "Strategi")
    assert read(ADDRESS).main.count("269057/12") == 1
    assert "269057/12 Strategi" in read(ADDRESS).main


def test_centres_stand_under_their_roles(read: Read) -> None:
    for day in ("2013-02-05", "2013-08-27"):
        add_role(add_item(add_meeting(day), "Ny kantine", CASE), "HRC", CentreRole.RECOMMENDS)
    assert "Har indstillet HR-Centret" in read(ADDRESS).main
    assert read(ADDRESS).links.count("/centre/hrc/") == 1


def test_a_centre_stands_under_every_role_that_it_has_in_any_item(read: Read) -> None:
    add_role(add_item(add_meeting("2013-02-05"), "Ny kantine", CASE), "HRC", CentreRole.MENTIONED)
    add_role(add_item(add_meeting("2013-03-05"), "Ny kantine", CASE), "HRC", CentreRole.RESPONSIBLE)
    page = read(ADDRESS)
    assert "Er ansvarlig HR-Centret" in page.main
    assert "Er nævnt HR-Centret" in page.main


def test_a_centre_of_another_case_is_none_of_this_ones(read: Read) -> None:
    meeting = add_meeting()
    add_item(meeting, "Ny kantine", CASE)
    for other in ("12/32141", ""):
        add_role(add_item(meeting, "Noget andet", other), "HRC")
    assert "/centre/hrc/" not in read(ADDRESS).links


@pytest.mark.parametrize("state", [PublicationState.DRAFT, PublicationState.WITHDRAWN])
def test_what_is_not_published_tells_the_public_no_centre(
    read: Read, read_as_staff: Read, state: PublicationState
) -> None:
    add_item(add_meeting("2013-02-05"), "Ny kantine", CASE)
    add_role(add_item(add_meeting("2013-03-05", state=state), "Ny kantine", CASE), "HRC")
    assert "/centre/hrc/" not in read(ADDRESS).links
    assert ("/centre/hrc/" in read_as_staff(ADDRESS).links) is (state == PublicationState.DRAFT)


@pytest.mark.parametrize(("change", "status"), [("gone", 200), ("closed", 404), ("withdrawn", 404)])
def test_a_decision_that_an_import_takes_away_meanwhile_is_not_shown(
    db: None, change: str, status: int
) -> None:
    add_item(add_meeting("2013-02-05"), "Ny kantine", CASE)
    decision = add_decision(add_item(add_meeting("2013-03-05"), "Ny kantine", CASE), "Blomkarse.")
    index_meetings(Meeting.objects.values_list("pk", flat=True))
    assert "Blomkarse." in Client().get(ADDRESS).content.decode()
    match change:
        case "gone":
            decision.delete()
        case "closed":
            AgendaItem.objects.filter(pk=decision.item_id).update(is_closed=True)
        case "withdrawn":
            Meeting.objects.filter(pk=decision.item.meeting_id).update(state=PublicationState.WITHDRAWN)
    response = Client().get(ADDRESS)
    assert response.status_code == status
    assert "Blomkarse." not in response.content.decode()


def test_items_of_one_day_and_place_keep_their_order(read: Read) -> None:
    for body in ("Direktionen", "Byrådet", "Økonomiudvalget"):
        add_item(add_meeting("2013-02-05", body=body), f"Kantine i {body}", CASE)
    main = read(ADDRESS, sort="aeldste").main
    assert (
        main.index("Direktionen, punkt") < main.index("Byrådet, punkt") < main.index("Økonomiudvalget, punkt")
    )


def test_closed_items_do_not_show_on_the_page_of_their_case(read: Read, read_as_staff: Read) -> None:
    add_decision(add_item(add_meeting("2013-02-05"), "Ny kantine", CASE))
    secret = add_item(add_meeting("2013-08-27"), "Lederens afgang", CASE, is_closed=True)
    add_decision(secret, "Lederen afskediges.")
    add_attachment(secret, "Advarsel")
    add_role(secret, "HRC")
    for page in (read(ADDRESS), read_as_staff(ADDRESS)):
        assert dates(page) == ["05-02-2013"]
        for word in ("Lederen", "Advarsel", "27-08-2013", "HR-Centret"):
            assert word not in page.main


def test_a_case_of_closed_items_alone_is_as_unknown_as_one_that_never_was(read: Read) -> None:
    add_item(add_meeting(), "Lukket", "13/4321", is_closed=True)
    hidden, unknown = read("/sager/13/4321/"), read("/sager/13/4322/")
    assert hidden.status == unknown.status == 404
    assert hidden.html.replace("4321", "4322") == unknown.html


def test_drafts_count_for_staff_and_withdrawn_meetings_for_nobody(read: Read, read_as_staff: Read) -> None:
    add_item(add_meeting("2013-02-05"), "Ny kantine", CASE)
    add_item(add_meeting("2013-03-05", state=PublicationState.DRAFT), "Ny kantine", CASE)
    add_item(add_meeting("2013-04-05", state=PublicationState.WITHDRAWN), "Ny kantine", CASE)
    assert dates(read(ADDRESS)) == ["05-02-2013"]
    assert dates(read_as_staff(ADDRESS)) == ["05-02-2013", "05-03-2013"]


@pytest.mark.parametrize("address", ["/sager/2012/32140/"])
def test_another_written_form_in_the_address_leads_to_the_case(
    client: Client, db: None, address: str
) -> None:
    add_item(add_meeting(), "Ny kantine", CASE)
    response = client.get(address)
    assert response.status_code == 301
    assert response.headers["Location"] == ADDRESS


@pytest.mark.parametrize(
    "address", ["/sager/12/99999/", "/sager/hest/1/", "/sager/12/hest/", f"/sager/12/{'9' * 300}/"]
)
def test_an_unknown_case_says_so(read: Read, address: str) -> None:
    add_case()
    page = read(address)
    assert page.status == 404
    assert "Der er ingen sag 12/99999 i arkivet" in page.title or "er ikke et sagsnummer" in page.title


def test_a_case_of_thousands_of_items_comes_in_pages(read: Read) -> None:
    meeting = add_meeting("2013-02-05")
    for _ in range(21):
        add_item(meeting, "Ny kantine", CASE)
    last = add_item(meeting, "Ny kantine", CASE)
    add_decision(last, "Udsættes.", Outcome.DEFERRED)
    page = read(ADDRESS)
    assert "Side 1 af 2" in page.main
    assert "Sidst behandlet 05-02-2013 22 punkter" in page.main
    assert len(dates(read(ADDRESS, side="2"))) == 2


def test_only_the_page_with_the_newest_item_can_tell_that_a_deferral_is_open(read: Read) -> None:
    meeting = add_meeting("2013-02-05")
    add_decision(add_item(meeting, "Ny kantine", CASE), "Udsættes.", Outcome.DEFERRED)
    for _ in range(30):
        add_item(meeting, "Ny kantine", CASE)
    add_item(add_meeting("2013-08-27"), "Ny kantine", CASE)
    assert "ikke set siden" not in read(ADDRESS).main


def dates(page: Page) -> list[str]:
    """The dates of the timelines, from top to bottom."""
    timelines = page.find("ol", class_="timeline")
    times = [
        element.text for element in page.find("time") if any(element.text in line.text for line in timelines)
    ]
    facts = page.find("ul", class_="facts")[0].text
    return times[1:] if times and times[0] in facts else times


def test_how_often_counts_meetings_and_no_decision_that_is_only_reproduced(read: Read) -> None:
    item = add_item(add_meeting("2013-08-27"), "Ny kantine", CASE)
    add_decision(item, "Anbefales.", Outcome.FORWARDED, date="2013-03-05", body="Økonomiudvalget")
    add_item(add_meeting("2013-02-05"), "Ny kantine", CASE)
    assert "2 gange" in read(ADDRESS).main


def test_what_stands_alone_under_a_collective_number_is_told_apart_from_its_series(read: Read) -> None:
    for day in ("2013-02-05", "2013-08-27"):
        add_item(add_meeting(day), f"Huskeliste {'-'.join(reversed(day.split('-')))}", CASE)
    add_item(Meeting.objects.get(slug="2013-02-05"), "Salg af grund", CASE)
    page = read(ADDRESS)
    assert [heading.text for heading in page.find("h3")][:2] == ["Huskeliste", "Øvrige punkter"]
    assert page.link("Huskeliste") == "/serier/huskeliste/"
    assert "Salg af grund" in page.main


def test_what_an_editor_says_of_a_number_wins_and_is_told(read: Read) -> None:
    for day, title in (("2013-02-05", "Ny kantine"), ("2013-08-27", "Salg af grund")):
        add_item(add_meeting(day), title, CASE)
    assert read(ADDRESS).title == "Salg af grund"
    say_collective(add_case(CASE), None, is_collective=True)
    page = read(ADDRESS)
    assert page.title == "Samlesag"
    assert "Det har arkivet afgjort." in page.main
