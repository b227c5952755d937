import datetime
from collections.abc import Callable

from minutes.models import Attendance, CentreRole, Outcome, PublicationState, SectionKind
from minutes.parser.values import ListBlock, ListItem, Subheading, Table
from tests.build.page import Page
from tests.build.rows import (
    add_attachment,
    add_decision,
    add_item,
    add_meeting,
    add_person,
    add_role,
    add_section,
)

Read = Callable[..., Page]
ADDRESS = "/moeder/direktionen/2013-08-27/"


def test_the_title_is_body_weekday_and_date(read: Read) -> None:
    add_meeting(start_time=datetime.time(10), location="Mødelokale B105")
    page = read(ADDRESS)
    assert page.title == "Direktionen tirsdag 27. august 2013"
    assert "Kl. 10.00 Mødelokale B105" in page.main


def test_the_status_line_counts_what_became_of_the_items(read: Read) -> None:
    meeting = add_meeting()
    add_decision(add_item(meeting))
    add_decision(add_item(meeting))
    add_decision(add_item(meeting), "Udsættes.", Outcome.DEFERRED)
    add_item(meeting, "Huskeliste")
    add_item(meeting, "Lukket", is_closed=True)
    assert "5 punkter 3 beslutninger 1 lukket 1 udsat" in read(ADDRESS).main


def test_counts_have_their_plural(read: Read) -> None:
    meeting = add_meeting()
    for _ in range(2):
        add_item(meeting, "Lukket", is_closed=True)
        add_decision(add_item(meeting), "Udsættes.", Outcome.DEFERRED)
    assert "4 punkter 2 beslutninger 2 lukkede 2 udsatte" in read(ADDRESS).main
    add_decision(add_item(add_meeting("2014-05-06")))
    assert "1 punkt 1 beslutning" in read("/moeder/direktionen/2014-05-06/").main


def test_the_agenda_tells_case_centres_outcome_and_attachments(read: Read) -> None:
    item = add_item(add_meeting(), "Ny kantine", "12/32140")
    add_decision(item)
    add_role(item, "HRC")
    add_role(item, "HRC", CentreRole.MENTIONED)
    add_role(item, "BYC", CentreRole.MENTIONED)
    add_attachment(item)
    assert read(ADDRESS).row("1").startswith("1 Ny kantine 12/32140 BYC HRC Godkendt 1")


def test_an_item_can_be_jumped_to_from_the_agenda(read: Read) -> None:
    add_item(add_meeting())
    page = read(ADDRESS)
    assert "#punkt-1" in page.links
    assert len(page.find("article", id="punkt-1")) == 1


def test_the_decision_stands_before_the_recommendation_and_that_before_the_rest(read: Read) -> None:
    item = add_item(add_meeting())
    add_section(item, SectionKind.CASE_PRESENTATION, "Kantinen er slidt.")
    add_section(item, SectionKind.RECOMMENDATION, "Det indstilles, at kantinen fornyes.")
    add_decision(item, "Indstillingen blev godkendt.")
    text = read(ADDRESS).main
    assert (
        text.index("Indstillingen blev godkendt.")
        < text.index("Det indstilles, at kantinen fornyes.")
        < text.index("Kantinen er slidt.")
    )


def test_a_decision_is_written_once(read: Read) -> None:
    add_decision(add_item(add_meeting()), "Indstillingen blev godkendt.")
    assert read(ADDRESS).main.count("Indstillingen blev godkendt.") == 1


def test_sections_without_remarks_are_folded_into_one_line(read: Read) -> None:
    item = add_item(add_meeting())
    add_section(item, SectionKind.ECONOMY, "Ingen bemærkninger", is_empty=True)
    add_section(item, SectionKind.LAW, "Ingen bemærkninger.", is_empty=True)
    add_section(item, SectionKind.HEARING, "Hørt i MED-udvalget.")
    page = read(ADDRESS)
    assert "Ingen bemærkninger: økonomi, retsgrundlag." in page.main
    assert "Økonomi" not in [heading.text for heading in page.find("h3")]
    assert "Høring" in [heading.text for heading in page.find("h3")]


def test_a_closed_item_shows_only_that_it_is_closed(read: Read, read_as_staff: Read) -> None:
    item = add_item(add_meeting(), "Afskedigelse af en leder - LUKKET SAG", "13/4321", is_closed=True)
    add_section(item, SectionKind.CASE_PRESENTATION, "Lederen har gjort noget.")
    add_decision(item, "Lederen afskediges.")
    add_attachment(item, "Advarsel")
    add_role(item, "HRC")
    for page in (read(ADDRESS), read_as_staff(ADDRESS)):
        assert page.row("1") == "1 Lukket"
        assert "Punktet er behandlet for lukkede døre." in page.main
        assert "1 punkt 1 lukket" in page.main
        for secret in (
            "Afskedigelse",
            "13/4321",
            "afskediges",
            "har gjort noget",
            "Advarsel",
            "HRC",
        ):
            assert secret not in page.html
        assert "beslutninger" not in page.main


def test_an_item_without_text_says_so(read: Read) -> None:
    add_item(add_meeting(), "Spørgetid")
    assert "Referatet har ingen tekst til punktet." in read(ADDRESS).main


def test_the_neighbours_are_those_of_the_same_body(read: Read) -> None:
    add_meeting()
    add_meeting("2013-02-05")
    add_meeting("2013-03-05")
    add_meeting("2013-06-05", "Byrådet")
    add_meeting("2013-10-01", state=PublicationState.DRAFT)
    add_meeting("2013-11-05")
    page = read(ADDRESS)
    assert page.link("Forrige møde 05-03-2013") == "/moeder/direktionen/2013-03-05/"
    assert page.link("Næste møde 05-11-2013") == "/moeder/direktionen/2013-11-05/"


def test_two_meetings_on_one_day_follow_each_other(read: Read) -> None:
    add_meeting(start_time=datetime.time(9))
    add_meeting(start_time=datetime.time(14), slug="2013-08-27-1400")
    assert read(ADDRESS).link("Næste møde 27-08-2013") == "/moeder/direktionen/2013-08-27-1400/"
    assert read("/moeder/direktionen/2013-08-27-1400/").link("Forrige møde 27-08-2013") == ADDRESS


def test_the_people_of_the_header_are_listed_by_their_line(read: Read) -> None:
    meeting = add_meeting()
    add_person(meeting, "Anna Holm")
    add_person(meeting, "Bo Kvist")
    add_person(meeting, "Carl Lund", Attendance.Role.APOLOGIES)
    assert "Medlemmer Anna Holm, Bo Kvist Afbud Carl Lund" in read(ADDRESS).main


def test_a_decision_of_another_meeting_is_dated_and_leads_to_the_item_there(read: Read) -> None:
    item = add_item(add_meeting(), "Ny kantine", "12/32140")
    add_decision(item, "Udsættes.", Outcome.DEFERRED, date="2013-02-05")
    add_decision(item, "Godkendt.")
    add_item(add_meeting("2013-02-05"), "Ny kantine", "12/32140")
    page = read(ADDRESS)
    assert page.main.index("Beslutning i Direktionen 27. august 2013") < page.main.index(
        "Beslutning i Direktionen 5. februar 2013"
    )
    assert page.link("Se behandlingen 05-02-2013") == "/moeder/direktionen/2013-02-05/punkt-1/"


def test_where_the_other_item_is_closed_the_link_leads_to_its_meeting(read: Read) -> None:
    item = add_item(add_meeting(), "Ny kantine", "12/32140")
    add_decision(item, "Udsættes.", Outcome.DEFERRED, date="2013-02-05")
    add_item(add_meeting("2013-02-05"), "Lukket", "12/32140", is_closed=True)
    assert read(ADDRESS).link("Se behandlingen 05-02-2013") == "/moeder/direktionen/2013-02-05/"


def test_a_decision_of_a_meeting_that_is_not_in_the_archive_leads_nowhere(read: Read) -> None:
    item = add_item(add_meeting(), "Ny kantine", "12/32140")
    add_decision(item, "Udsættes.", Outcome.DEFERRED, date="2013-02-05")
    add_decision(item, "Anbefales.", Outcome.FORWARDED, date="2013-03-11", body="Økonomiudvalget")
    add_meeting("2013-02-05", state=PublicationState.DRAFT)
    page = read(ADDRESS)
    assert "Beslutning i Økonomiudvalget 11. marts 2013 Sendt videre" in page.main
    assert "Se behandlingen" not in page.main


def test_the_outcome_in_the_agenda_is_what_this_meeting_came_to(read: Read) -> None:
    item = add_item(add_meeting(), "Ny kantine")
    add_decision(item, "Udsættes.", Outcome.DEFERRED)
    add_decision(item, "Godkendt.", Outcome.APPROVED, date="2014-05-06")
    assert read(ADDRESS).row("1") == "1 Ny kantine Udsat"


def test_a_draft_says_that_it_is_one_and_is_there_for_staff_only(read: Read, read_as_staff: Read) -> None:
    add_meeting(state=PublicationState.DRAFT)
    assert read(ADDRESS).status == 404
    page = read_as_staff(ADDRESS)
    assert page.status == 200
    assert "Kladde. Mødet er ikke offentliggjort" in page.main


def test_html_in_the_minutes_is_shown_as_text(read: Read) -> None:
    evil = '<script>alert("x")</script><img src=x onerror=alert(1)>'
    item = add_item(add_meeting(location=evil), evil)
    add_section(item, SectionKind.CASE_PRESENTATION, f"*{evil}*", Subheading(1, evil))
    add_section(
        item,
        SectionKind.ECONOMY,
        Table(1, evil, ((evil, evil),), has_header=False, has_total=False),
        ListBlock(1, (ListItem(1, "-", evil, 1),)),
    )
    add_decision(item, evil)
    add_attachment(item, evil)
    page = read(ADDRESS)
    assert "<script>alert" not in page.html
    assert page.find("img") == []
    assert page.main.count(evil) == 12


def test_tables_and_lists_are_tables_and_lists(read: Read) -> None:
    item = add_item(add_meeting())
    rows = (("Center", "Kr."), ("HRC", "1.200"), ("Ialt", "1.200"))
    add_section(
        item,
        SectionKind.ECONOMY,
        Table(1, "Tabel 1", rows, has_header=True, has_total=True),
        ListBlock(4, (ListItem(4, "3.", "nord", 1), ListItem(5, "a)", "skole", 2))),
    )
    page = read(ADDRESS)
    assert [caption.text for caption in page.find("caption")] == ["Dagsorden", "Tabel 1"]
    assert [cell.text for cell in page.find("td", class_="figure")][-2:] == ["1.200", "1.200"]
    assert page.find("tr", class_="total")[0].text.startswith("Ialt")
    outer, inner = page.find("ol", type="1") + page.find("ol", type="a")
    assert outer.text.startswith("nord")
    assert inner.text == "skole"
    assert page.find("li", value="3")


def test_words_between_asterisks_are_in_italics(read: Read) -> None:
    add_section(add_item(add_meeting()), SectionKind.CASE_PRESENTATION, "Det er *meget* vigtigt")
    page = read(ADDRESS)
    assert [element.text for element in page.find("em")] == ["meget"]
    assert "Det er meget vigtigt" in page.main
