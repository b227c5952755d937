"""The lists of what items tell of other meetings and times: what they show of each row, and how they are narrowed."""

import html
import re

import pytest
from django.test import Client

from minutes.editing import publication
from minutes.models import AgendaItem, Deferral, Meeting, Promise, Reference
from tests.build.sample import imported, open_item
from tests.build.told_rows import (
    a_day,
    add_all_told,
    add_amount,
    add_coming_subject,
    add_deferral,
    add_follow_up,
    add_promise,
    add_reference,
)

KINDS = ("followup", "comingsubject", "deferral", "promise", "reference", "amount")


@pytest.fixture
def item(meeting) -> AgendaItem:
    return open_item(meeting)


def address(kind: str) -> str:
    return f"/admin/minutes/{kind}/"


def listed(client: Client, kind: str, **query: str) -> list[str]:
    """The words of the rows that the list shows."""
    return [row.text for row in client.get(address(kind), query).context["cl"].result_list]


def cells(client: Client, kind: str) -> dict[str, str]:
    """What the list says of the row that it has, by the names of its columns."""
    page = client.get(address(kind)).text
    found = re.findall(r'<t[dh] class="field-(\w+)[^"]*">(.*?)</t[dh]>', page, re.DOTALL)
    return {name: html.unescape(re.sub(r"<[^>]*>", "", text)).strip() for name, text in found}


def test_a_follow_up_is_shown_as_written_and_as_read(item, admin_client):
    add_follow_up(item, "Kantine", centre_codes=["HRC"], persons=["PA"], **a_day("30. maj", "2013-05-30"))
    shown = cells(admin_client, "followup")
    assert (shown["words"], shown["row"]) == ("Kantine", "1")
    assert (shown["time_words"], shown["time_read"]) == ("30. maj", "30-05-2013")
    assert (shown["responsible_words"], shown["responsible"]) == ("HRC", "HRC, PA")


def test_a_coming_subject_is_shown_with_its_heading(item, admin_client):
    add_coming_subject(item, "Ny ferielov", "Byrådet")
    shown = cells(admin_client, "comingsubject")
    assert (shown["words"], shown["heading"]) == ("Ny ferielov", "Byrådet")


def test_a_deferral_is_shown_with_its_kind_and_until_when(item, admin_client):
    add_deferral(
        item,
        kind=Deferral.Kind.SENT_ON,
        to_body="Chefforum",
        time_words="når tallene er klar",
        time_kind="condition",
    )
    shown = cells(admin_client, "deferral")
    assert (shown["kind"], shown["to_body"]) == ("sendt videre til et andet organ", "Chefforum")
    assert shown["time_read"] == "betingelse"


def test_a_promise_is_shown_with_what_it_is(item, admin_client):
    add_promise(item, **a_day("i maj", "2013-05-01", exact_to="month", is_year_inferred=True))
    shown = cells(admin_client, "promise")
    assert (shown["kind"], shown["section"]) == ("kommer igen", "beslutning")
    assert shown["time_read"] == "maj 2013 (året udledt)"


@pytest.mark.parametrize(
    ("first", "last", "exact_to", "shown"),
    [
        ("2013-05-30", "2013-05-30", "day", "30-05-2013"),
        ("2013-05-30", "2013-06-02", "day", "30-05-2013 til 02-06-2013"),
        ("2013-05-01", "2013-06-30", "month", "maj 2013 til juni 2013"),
        ("2013-01-01", "2013-12-31", "year", "2013"),
        (None, "2013-05-30", "day", "30-05-2013"),
        ("2013-05-30", None, "season", "30-05-2013"),
    ],
)
def test_a_time_is_shown_as_exact_as_it_was_stated(first, last, exact_to, shown, item, admin_client):
    add_promise(item, time_words="i foråret", time_first=first, time_last=last, exact_to=exact_to)
    assert cells(admin_client, "promise")["time_read"] == shown


@pytest.mark.parametrize(("kind", "shown"), [("rhythm", "gentages"), ("condition", "betingelse (gentages)")])
def test_what_recurs_is_said_once(kind, shown, item, admin_client):
    add_promise(item, time_words="hvert kvartal", time_kind=kind, recurs=True)
    assert cells(admin_client, "promise")["time_read"] == shown


def test_a_reference_is_shown_with_what_is_meant(item, admin_client):
    add_reference(item, kind=Reference.Kind.CASE, number="12/32140", title="Ny kantine", is_certain=True)
    shown = cells(admin_client, "reference")
    assert (shown["kind"], shown["number"], shown["title"]) == ("sag", "12/32140", "Ny kantine")
    assert shown["time_read"] in ("", "-")


def test_a_sum_is_shown_in_kroner(item, admin_client):
    add_amount(item, "3,3 mio. kr.", 3_300_000)
    shown = cells(admin_client, "amount")
    assert (shown["words"], shown["in_kroner"]) == ("3,3 mio. kr.", "3.300.000")


def test_long_words_are_cut_in_the_list_and_whole_on_their_page(item, admin_client):
    row = add_deferral(item, "Sagen udsættes, " + "da tallene mangler " * 40 + "helt.")
    assert cells(admin_client, "deferral")["words"].endswith("…")
    assert "helt." in admin_client.get(f"{address('deferral')}{row.pk}/change/").text


@pytest.mark.parametrize("kind", KINDS)
def test_each_row_leads_to_its_item_and_to_its_line(kind, item, admin_client):
    add_all_told(item)
    page = admin_client.get(address(kind)).text
    assert f'href="/admin/minutes/agendaitem/{item.pk}/change/"' in page
    links = set(re.findall(r'href="(/[^"]*)#linje-\d+"', page))
    assert [admin_client.get(link).status_code for link in links] == [200]


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_may_not_read_documents_is_shown_the_line_without_a_link(kind, item, staff):
    add_all_told(item)
    page = staff("read_drafts", f"view_{kind}").get(address(kind)).text
    assert "#linje-" not in page
    assert re.search(r'class="field-line">\d+<', page)


def test_of_a_withdrawn_meeting_no_line_is_linked_for_its_document_is_not_shown(item, admin_client):
    add_all_told(item)
    rows = Meeting.objects.filter(pk=item.meeting_id)
    publication.publish(rows)
    publication.withdraw(rows, reason="Forkert udvalg")
    assert "#linje-" not in admin_client.get(address("deferral")).text


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_added_changed_or_deleted(kind, item, admin_client):
    add_all_told(item)
    page = admin_client.get(address(kind))
    row = page.context["cl"].result_list[0]
    own = f"{address(kind)}{row.pk}"
    assert admin_client.get(f"{address(kind)}add/").status_code == 403
    # Of what was put off an editor says where it was taken up again, and nothing else.
    sent = admin_client.post(f"{own}/change/", {"text": "andet"})
    assert sent.status_code == (302 if kind == "deferral" else 403)
    assert type(row)._default_manager.get(pk=row.pk).text == row.text
    assert admin_client.post(f"{own}/delete/", {"post": "yes"}).status_code == 403
    assert ('name="_save"' in admin_client.get(f"{own}/change/").text) == (kind == "deferral")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("rights", [(), ("read_drafts", "view_agendaitem", "view_sourcedocument")])
def test_without_the_right_nothing_is_shown(kind, rights, item, staff):
    add_all_told(item)
    assert staff(*rights).get(address(kind)).status_code == 403


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"tidspunkt": "dage"}, ["I maj"]),
        ({"tidspunkt": "ord"}, ["Når det er klar"]),
        ({"tidspunkt": "uden"}, ["Uden tid"]),
        ({"tidspunkt": "noget"}, ["I maj", "Når det er klar", "Uden tid"]),
        ({"time_kind__exact": "condition"}, ["Når det er klar"]),
        ({"is_binding__exact": "0"}, ["Uden tid"]),
        ({"section__exact": "recommendation"}, ["Uden tid"]),
        ({"kind__exact": "task"}, ["I maj"]),
        ({"item__meeting__state__exact": "published"}, []),
    ],
)
def test_promises_are_narrowed(query, found, item, admin_client):
    add_promise(item, "I maj", kind=Promise.Kind.TASK, **a_day("i maj", "2013-05-01"))
    add_promise(item, "Når det er klar", time_words="når det er klar", time_kind="condition")
    add_promise(item, "Uden tid", is_binding=False, section="recommendation")
    assert sorted(listed(admin_client, "promise", **query)) == found


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("HRC", ["Kantine"]),
        ("ingen", ["Stier"]),
        ("ØDC", []),
        ("QQQ", ["Kantine", "Stier", "Valg"]),
        ("\x00", ["Kantine", "Stier", "Valg"]),
        ("{", ["Kantine", "Stier", "Valg"]),
    ],
)
def test_follow_ups_are_narrowed_to_who_is_responsible(value, found, item, admin_client):
    add_follow_up(item, "Kantine", centre_codes=["HRC", "TMC"])
    add_follow_up(item, "Stier", centre_codes=[], responsible_words="")
    add_follow_up(item, "Valg", centre_codes=[], persons=["PA"])
    assert sorted(listed(admin_client, "followup", ansvarlig=value)) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("12/32140", ["jf. sag 12/32140"]),
        ("2012-32140", ["jf. sag 12/32140"]),
        ("170001-13", ["notatet"]),
        ("kantine", ["punktet"]),
        ("Chefforum", ["punktet"]),
        ("jf.", ["jf. sag 12/32140"]),
        ("13/1", []),
    ],
)
def test_a_reference_is_found_by_its_number_in_any_form_or_by_words(typed, found, item, admin_client):
    add_reference(item, number="12/32140")
    add_reference(item, "notatet", kind=Reference.Kind.DOCUMENT, number="170001/13")
    add_reference(item, "punktet", kind=Reference.Kind.ITEM, title="Ny kantine", body="Chefforum")
    assert listed(admin_client, "reference", q=typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("3300000", ["3,3 mio. kr."]),
        ("3.300.000", ["3,3 mio. kr."]),
        ("mio.", ["3,3 mio. kr."]),
        ("500", ["500 kr."]),
        ("9" * 19, []),
        ("9" * 60, []),
        ("...", []),
        ("²", []),
    ],
)
def test_a_sum_is_found_by_its_kroner_or_its_words(typed, found, item, admin_client):
    add_amount(item, "3,3 mio. kr.", 3_300_000)
    add_amount(item, "500 kr.", 500)
    assert listed(admin_client, "amount", q=typed) == found


def test_the_newest_meeting_is_first_and_its_rows_stand_as_in_the_minutes(meeting, admin_client):
    newer = imported(date="05-03-2013")
    for position, of in enumerate((meeting, newer)):
        add_deferral(open_item(of), f"{position} a")
        add_deferral(open_item(of), f"{position} b")
    assert listed(admin_client, "deferral") == ["1 a", "1 b", "0 a", "0 b"]


def test_what_is_read_of_minutes_is_listed(organisation, admin_client):
    imported(decision="Sagen udsættes til næste møde, jf. sag 12/32140.")
    assert listed(admin_client, "deferral") == ["Sagen udsættes til næste møde, jf. sag 12/32140."]
    assert listed(admin_client, "reference", q="12/32140") == ["12/32140"]


def test_the_lists_stand_together_on_the_start_page(admin_client, db):
    page = admin_client.get("/admin/").text
    group = page[page.index("Opfølgning og henvisninger") :]
    names = ("Rækker på huskelister", "Kommende emner", "Udsættelser", "Løfter", "Henvisninger", "Beløb")
    places = [group.index(name) for name in names]
    assert places == sorted(places)
