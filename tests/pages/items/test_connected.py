"""The page of an item leads to what it points to, and tells what points to it, and what became of what it put off."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.base import ContentFile

from minutes.editing import publication
from minutes.editing.withdrawing.items import withdraw_item
from minutes.importing.importer import import_minutes
from minutes.matters.joining.writing import join_again
from minutes.models import AgendaItem, Attachment, Meeting, Reference, TakenUpByHand
from minutes.models.choices import FileCheck
from tests.build.documents import decided, item_text, minutes_text
from tests.build.page import Page
from tests.build.rows import add_publisher

pytestmark = pytest.mark.django_db

Read = Callable[..., Page]
EARLIER, LATER, LAST = "05-02-2013", "05-03-2013", "02-04-2013"


def address(date: str, number: int = 1, body: str = "direktionen") -> str:
    return f"/moeder/{body}/{'-'.join(reversed(date.split('-')))}/punkt-{number}/"


def hold(
    date: str,
    *items: tuple[str, str, str],
    body: str = "Direktionen",
    publish: bool = True,
    decision: str = "",
) -> Meeting:
    """Minutes of items, each a title, a case number and what its presentation says; all have the same decision."""
    texts = []
    for number, (title, case, said) in enumerate(items, start=1):
        text = item_text(number, title, case, sagsfremstilling=said)
        texts.append(f"{text}\n\n{decided(body, date, decision)}" if decision else text)
    document = minutes_text(*texts, body=body, date=date)
    return import_minutes(document.encode(), f"{body}-{date}.txt", publish=publish).meeting


def prose(page: Page) -> list[tuple[str, str, str]]:
    """The links in the text of a page: their words, where they lead, and what they say of that."""
    start, end = page.html.index('<section class="prose">'), page.html.index('<div class="side">')
    return [
        (link.text, link["href"] or "", link["title"] or "")
        for link in page.find("a")
        if link["title"] and f'href="{link["href"]}" title=' in page.html[start:end]
    ]


def listed(page: Page) -> str:
    found = page.find("section", class_="referring")
    return found[0].text if found else ""


def notice(page: Page) -> str:
    return " ".join(found.text for found in page.find("ul", class_="notice"))


SAID = "Direktionen drøftede den 5. februar 2013 et udkast."


# References


def test_a_reference_leads_to_its_item_and_is_told_there(read: Read):
    hold(EARLIER, ("Kantine", "13/9", "Nyt."), ("Ny cykelsti", "13/101", "Nyt."))
    hold(LATER, ("Cykelsti ved skolen", "13/101", SAID))
    page = read(address(LATER))
    where = "Direktionen 5. februar 2013, punkt 2"
    assert prose(page) == [("Direktionen drøftede den 5. februar 2013", address(EARLIER, 2), where)]
    assert listed(page) == f"Henviser til {where}"
    assert listed(read(address(EARLIER, 2))) == (
        "Henvises til fra Direktionen 5. marts 2013, punkt 1: Cykelsti ved skolen"
    )
    assert listed(read(address(EARLIER, 1))) == ""


def test_what_is_referred_to_twice_is_listed_once(read: Read):
    hold(EARLIER, ("Ny cykelsti", "13/101", "Nyt."))
    hold(LATER, ("Ny cykelsti", "13/101", f"{SAID} Siden er intet sket. {SAID}"))
    page = read(address(LATER))
    assert len(prose(page)) == 2
    assert listed(page) == "Henviser til Direktionen 5. februar 2013, punkt 1"
    assert listed(read(address(EARLIER))).count("5. marts 2013") == 1


def test_where_only_the_meeting_is_sure_the_words_lead_to_that(read: Read):
    hold(EARLIER, ("Kantine", "13/9", "Nyt."))
    hold(LATER, ("Ny cykelsti", "13/101", SAID))
    assert prose(read(address(LATER)))[0][1:] == (
        "/moeder/direktionen/2013-02-05/",
        "Direktionen 5. februar 2013",
    )
    assert listed(read(address(EARLIER))) == ""


def test_where_the_body_is_not_said_the_words_may_lead_to_the_meeting_of_that_day(read: Read):
    hold(EARLIER, ("Kantine", "13/9", "Nyt."))
    hold(LATER, ("Ny cykelsti", "13/101", "Se behandlingen den 5. februar 2013."))
    page = read(address(LATER))
    assert prose(page)[0][2] == "Måske Direktionen 5. februar 2013"
    assert listed(page) == "Henviser til måske Direktionen 5. februar 2013"


def test_where_two_bodies_met_that_day_and_none_is_said_nothing_leads_on(read: Read):
    for body in ("Byrådet", "Økonomiudvalget"):
        hold(EARLIER, ("Kantine", "13/9", "Nyt."), body=body)
    hold(LATER, ("Ny cykelsti", "13/101", "Se behandlingen den 5. februar 2013."))
    assert prose(read(address(LATER))) == []


def test_where_several_items_fit_the_words_lead_to_their_meeting(read: Read):
    hold(EARLIER, ("Cykelsti, øst", "13/101", "Nyt."), ("Cykelsti, vest", "13/101", "Nyt."))
    hold(LATER, ("Cykelstien", "13/101", SAID))
    assert prose(read(address(LATER)))[0][2] == "Direktionen 5. februar 2013"


def test_another_item_of_the_same_agenda(read: Read):
    hold(LATER, ("Ny cykelsti", "13/101", "Nyt."), ("Kantine", "13/9", "Se punkt 1."))
    assert prose(read(address(LATER, 2))) == [
        ("punkt 1", address(LATER, 1), "Direktionen 5. marts 2013, punkt 1")
    ]
    assert "Henvises til fra Direktionen 5. marts 2013, punkt 2" in listed(read(address(LATER, 1)))


def test_a_title_that_one_item_alone_bears_may_be_meant(read: Read):
    hold(EARLIER, ("Ny cykelsti", "13/101", "Nyt."))
    hold(LATER, ("Kantine", "13/9", 'Se sagen "Ny cykelsti".'))
    assert prose(read(address(LATER)))[0][2] == "Måske Direktionen 5. februar 2013, punkt 1"
    assert listed(read(address(EARLIER))) == ""


def test_a_case_number_leads_to_its_case(read: Read):
    hold(EARLIER, ("Ny cykelsti", "12/7788", "Nyt."))
    hold(LATER, ("Kantine", "13/101", "Der henvises til sag 12/7788 og 12/7789."))
    page = read(address(LATER))
    assert prose(page) == [("12/7788", "/sager/12/7788/", "Sag 12/7788")]
    assert listed(page) == "Henviser til Sag 12/7788"
    assert "Henvises til fra" in listed(read(address(EARLIER)))


def test_a_document_number_leads_to_what_the_archive_has_of_it(read: Read):
    hold(LATER, ("Kantine", "13/101", "Der henvises til dokument 216558-15."))
    assert [link[::2] for link in prose(read(address(LATER)))] == [("216558-15", "Dokument 216558/15")]


def test_an_attachment_leads_to_its_file_or_its_place_on_the_page(read: Read):
    text = item_text(1, "Kantine", "13/9", bilag="Tegning", sagsfremstilling="Køkkenet er vist i bilaget.")
    import_minutes(minutes_text(text, date=LATER).encode(), "a.txt", publish=True)
    page = read(address(LATER))
    assert [link[1:] for link in prose(page)] == [("#bilag-1", "Bilag: Tegning")]
    assert page.find("li", id="bilag-1")[0].text == "Tegning"
    attachment = Attachment.objects.get()
    attachment.file.save("tegning.txt", ContentFile(b"x"))
    Attachment.objects.update(file_name="tegning.txt", file_check=FileCheck.CLEAR)
    assert prose(read(address(LATER)))[0][1] == f"{address(LATER)}bilag/1/"
    Attachment.objects.update(file_check=FileCheck.WITHHELD)
    assert prose(read(address(LATER)))[0][1] == "#bilag-1"


@pytest.mark.parametrize(
    "said",
    [
        "Efter servicelovens § 85 kan der gives støtte.",
        "Stien skal være klar den 5. februar 2013.",
        "Direktionen: 2. april",
        "Direktionen drøftede den 6. februar 2013 et udkast.",
        "Se punkt 9.",
    ],
)
def test_laws_deadlines_calendars_and_what_fits_nothing_stay_text(read: Read, said: str):
    hold(EARLIER, ("Ny cykelsti", "13/101", "Nyt."))
    hold(LATER, ("Ny cykelsti", "13/101", said))
    hold(LAST, ("Ny cykelsti", "13/101", "Nyt."))
    page = read(address(LATER))
    assert (prose(page), listed(page)) == ([], "")
    assert said in page.main


def test_a_meeting_that_comes_later_resolves_what_pointed_to_it(read: Read):
    hold(LATER, ("Ny cykelsti", "13/101", SAID))
    assert prose(read(address(LATER))) == []
    hold(EARLIER, ("Ny cykelsti", "13/101", "Nyt."))
    assert prose(read(address(LATER)))[0][1] == address(EARLIER)


def test_a_searched_word_is_marked_in_a_link_too(read: Read):
    hold(EARLIER, ("Ny cykelsti", "13/101", "Nyt."))
    hold(LATER, ("Kantine", "13/9", 'Se sagen "Ny cykelsti".'))
    page = read(address(LATER), q="cykelsti")
    assert 'sagen &quot;Ny <mark id="forekomst-1">cykelsti</mark>&quot;</a>' in page.html
    assert "står 1 sted på siden" in page.main


HOSTILE = '<img src=x onerror="alert(1)">'


def test_markup_in_titles_stays_text(read: Read):
    hold(EARLIER, (f"Sti {HOSTILE}", "13/101", "Nyt."), ("Kantine", "13/9", "Se punkt 1."))
    hold(LATER, (f"Vej {HOSTILE}", "13/101", SAID))
    for page in (read(address(LATER)), read(address(EARLIER)), read(address(EARLIER, 2))):
        assert "<img" not in page.html
    assert f"punkt 1: Vej {HOSTILE}" in listed(read(address(EARLIER)))


# Who may see it


def draft() -> None:
    hold(EARLIER, ("Ny cykelsti", "13/101", SAID_THEN), publish=False)


def withdrawn() -> None:
    meeting = hold(EARLIER, ("Ny cykelsti", "13/101", SAID_THEN))
    publication.withdraw(Meeting.objects.filter(pk=meeting.pk), add_publisher(), "Fejl")


def item_withdrawn() -> None:
    meeting = hold(EARLIER, ("Ny cykelsti", "13/101", SAID_THEN))
    withdraw_item(meeting.items.get(), add_publisher(), "Fejl")


def closed() -> None:
    hold(EARLIER, ("Lukket punkt: Ny cykelsti", "13/101", SAID_THEN))
    assert AgendaItem.objects.get(meeting__date="2013-02-05").is_closed


SAID_THEN = "Se sag 12/5. Direktionen drøfter det igen på mødet den 5. marts 2013."


@pytest.mark.parametrize("hide", [draft, withdrawn, item_withdrawn, closed])
def test_what_may_not_be_seen_is_neither_linked_nor_listed(read: Read, hide: Callable[[], None]):
    hide()
    hold(
        LATER,
        ("Ny cykelsti", "13/101", f'{SAID} Direktionen tog det op i februar 2013. Se punktet "Ny cykelsti".'),
        ("Kantine", "12/5", 'Se sag 13/101. Se sagen "Ny cykelsti".'),
    )
    for number in (1, 2):
        page = read(address(LATER, number))
        assert "2013-02-05/punkt" not in page.html
        assert "Henvises til fra Direktionen 5. februar" not in page.main


def test_what_may_not_be_seen_does_not_crowd_out_what_may(read: Read):
    hold(EARLIER, ("Ny cykelsti", "13/101", "Nyt."))
    hold(LATER, *(("Kantine", "12/5", "Se sag 13/101.") for _ in range(110)), publish=False)
    hold(LAST, ("Ferie", "12/6", "Se sag 13/101."))
    # What the database has last it would be asked for last.
    Reference.objects.filter(item__meeting__date="2013-04-02").update(line=9)
    assert "Direktionen 2. april 2013, punkt 1: Ferie" in listed(read(address(EARLIER)))
    assert "Direktionen 2. april 2013, punkt 1" in read("/sager/13/101/").main


def test_a_draft_is_led_to_for_who_sees_drafts(read: Read, read_as_staff: Read):
    hold(EARLIER, ("Ny cykelsti", "13/101", "Nyt."), publish=False)
    hold(LATER, ("Ny cykelsti", "13/101", SAID))
    assert prose(read(address(LATER))) == []
    assert prose(read_as_staff(address(LATER)))[0][1] == address(EARLIER)
    assert listed(read_as_staff(address(EARLIER))).endswith("punkt 1: Ny cykelsti")


def test_a_case_of_which_only_a_closed_item_is_there_stays_text(read: Read):
    hold(EARLIER, ("Lukket punkt: Ny cykelsti", "12/7788", "Nyt."))
    hold(LATER, ("Kantine", "13/101", "Der henvises til sag 12/7788."))
    page = read(address(LATER))
    assert (prose(page), listed(page)) == ([], "")


def test_a_closed_item_tells_nothing_of_what_it_hangs_together_with(read: Read, read_as_staff: Read):
    hold(EARLIER, ("Ny cykelsti", "13/101", "Nyt."), decision="Udsættes.")
    hold(LATER, ("Lukket punkt: Ny cykelsti", "13/101", SAID), decision="Udsættes.")
    hold(LAST, ("Ny cykelsti", "13/101", "Direktionen drøftede den 5. marts 2013 et udkast."))
    for reader in (read, read_as_staff):
        page = reader(address(LATER))
        assert (listed(page), notice(page)) == ("", "")
        assert "13/101" not in page.main
    assert "2013-03-05/punkt" not in read(address(LAST)).html


# What was put off


def test_what_was_put_off_and_taken_up_is_told_on_both_pages(read: Read):
    hold(EARLIER, ("Ny cykelsti", "13/101", "Nyt."), decision="Udsættes.")
    hold(LATER, ("Kantine", "13/9", "Nyt."), ("Cykelsti", "13/101", "Nyt."), decision="Godkendt.")
    assert notice(read(address(EARLIER))) == (
        "Udsat 05-02-2013 – taget op igen i Direktionen 5. marts 2013, punkt 2, 28 dage senere (samme sagsnummer)."
    )
    page = read(address(LATER, 2))
    assert notice(page) == (
        "Tager op, hvad der blev udsat i Direktionen 5. februar 2013, punkt 1 (samme sagsnummer)."
    )
    assert page.link("Direktionen 5. februar 2013, punkt 1") == address(EARLIER)


def test_what_was_not_seen_since_says_so(read: Read):
    hold(EARLIER, ("Ny cykelsti", "13/101", "Nyt."), decision="Udsættes.")
    assert notice(read(address(EARLIER))) == "Udsat 05-02-2013 – ikke set siden."


def test_a_later_decision_under_the_same_item_takes_up(read: Read):
    text = item_text(1, "Ny cykelsti", "13/101")
    first, second = (
        decided("Direktionen", "04-02-2013", "Udsættes."),
        decided("Direktionen", EARLIER, "Godkendt."),
    )
    document = minutes_text(f"{text}\n\n{first}\n\n{second}", date=EARLIER)
    import_minutes(document.encode(), "a.txt", publish=True)
    assert notice(read(address(EARLIER))) == (
        "Udsat 04-02-2013 – taget op igen 05-02-2013, 1 dag senere (en senere beslutning under samme punkt)."
    )


def test_what_an_editor_joined_says_so(read: Read):
    meeting = hold(EARLIER, ("Ny cykelsti", "13/101", "Nyt."), decision="Udsættes.")
    other = hold(LATER, ("Vejplan", "13/7", "Nyt."))
    TakenUpByHand.objects.create(item=meeting.items.get(), other=other.items.get(), is_taken_up=True)
    join_again([meeting.pk])
    assert "punkt 1, 28 dage senere (samlet af arkivet)" in notice(read(address(EARLIER)))


def test_a_draft_that_takes_up_is_told_to_who_sees_drafts_alone(read: Read, read_as_staff: Read):
    hold(EARLIER, ("Ny cykelsti", "13/101", "Nyt."), decision="Udsættes.")
    hold(LATER, ("Ny cykelsti", "13/101", "Nyt."), decision="Godkendt.", publish=False)
    hold(LAST, ("Ny cykelsti", "13/101", "Nyt."), decision="Godkendt.")
    assert "2. april 2013, punkt 1, 56 dage senere" in notice(read(address(EARLIER)))
    assert "5. marts 2013, punkt 1 kladde, 28 dage senere" in notice(read_as_staff(address(EARLIER)))


def test_a_draft_that_put_off_is_not_told_where_it_is_taken_up(read: Read):
    hold(EARLIER, ("Ny cykelsti", "13/101", "Nyt."), decision="Udsættes.", publish=False)
    hold(LATER, ("Ny cykelsti", "13/101", "Nyt."), decision="Godkendt.")
    assert notice(read(address(LATER))) == ""
