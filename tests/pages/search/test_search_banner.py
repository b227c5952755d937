import pytest

from minutes.models import AgendaItem, PublicationState
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting
from tests.build.schools import SEARCH, shown

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize("typed", ["12/32140", "12-32140", "2012/32140", "sag 12 / 32140", "32140"])
def test_a_case_number_leads_to_the_case(read, typed):
    page = read(SEARCH, q=typed)
    assert page.link("Gå til sag 12/32140") == "/sager/12/32140/"
    assert "Gå til sag 12/32140 – 2 punkter" in page.main
    assert sorted(shown(page)) == ["Ny skole", "Skolens tag"]


@pytest.mark.usefixtures("schools")
def test_an_unknown_case_number_is_said_to_be_unknown(read):
    page = read(SEARCH, q="12-32141")
    assert "Der er ingen sag 12/32141 i arkivet." in page.main
    assert "Ingen punkter fundet" in page.main
    assert "Se nummeret efter" in page.main
    assert "stavet" not in page.main


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize("number", ["7", "99", "2b"])
def test_an_item_that_the_case_has_not_is_said_to_be_none(read, number):
    for typed in (f"12/32140 punkt {number}", f"12/32140 #{number}"):
        page = read(SEARCH, q=typed)
        assert page.link("Gå til sag 12/32140") == "/sager/12/32140/"
        assert f"2 punkter. Sagen har intet punkt {number} i arkivet." in page.main
    assert "har intet punkt" not in read(SEARCH, q="12/32140 punkt 2").main
    assert "har intet punkt" not in read(SEARCH, q=f"12-32141 punkt {number}").main


@pytest.mark.usefixtures("schools")
def test_a_closed_item_and_a_draft_are_said_to_be_none_in_the_same_words(read):
    meeting = add_meeting("2013-09-03")
    closed = add_indexed_item(meeting, "Fyring", case="12/32140", is_closed=True)
    draft = add_indexed_item(
        add_meeting("2013-09-10", state=PublicationState.DRAFT), "Kladde", case="12/32140"
    )
    for item, number in ((closed, 71), (draft, 72)):
        AgendaItem.objects.filter(pk=item.pk).update(number=number)
    told = {
        read(SEARCH, q=f"12/32140 punkt {number}").main.replace(str(number), "N") for number in (71, 72, 73)
    }
    assert len(told) == 1
    assert "Sagen har intet punkt N i arkivet." in told.pop()


@pytest.mark.usefixtures("schools")
def test_an_item_that_the_meeting_has_not_is_said_to_be_none(read):
    page = read(SEARCH, q="Direktionen 27. august 2013, punkt 99")
    assert "Gå til Direktionen 27. august 2013. Mødet har intet punkt 99 i arkivet." in page.main
    assert "har intet punkt" not in read(SEARCH, q="Direktionen 27. august 2013, punkt 1").main
    assert "har intet punkt" not in read(SEARCH, q="Direktionen 28. august 1999, punkt 1").main
    # Of which meeting of that day, nobody has said.
    for typed in ("27. august 2013, punkt 1", "27-08-2013 punkt 99", "/sager/12/32140/ 27-08-2013 punkt 1"):
        assert "har intet punkt" not in read(SEARCH, q=typed).main
    assert "har intet punkt" not in read(SEARCH, q="Direktionen 27-08-2013 -punkt 99").main


@pytest.mark.usefixtures("schools")
def test_a_document_number_tells_how_often_it_is_named(read):
    page = read(SEARCH, q="dok.nr. 216558-15")
    assert "Gå til dokument 216558/15 – nævnt i 1 punkt" in page.main
    assert page.link("Gå til dokument 216558/15") == "/dokumenter/216558-15/"
    assert "Intet punkt i arkivet nævner dokument 216559/15." in read(SEARCH, q="216559/15").main


@pytest.mark.usefixtures("schools")
def test_the_reference_of_an_item_leads_to_it(read):
    page = read(SEARCH, q="Høje-Taastrup Kommune, Direktionen 27. august 2013, punkt 2, sag 12/32140")
    assert "Gå til Direktionen 27. august 2013, punkt 2 – Skolens tag" in page.main
    assert (
        page.link("Gå til Direktionen 27. august 2013, punkt 2") == "/moeder/direktionen/2013-08-27/punkt-2/"
    )
    assert sorted(shown(page)) == ["Ny skole", "Skolens tag"]


@pytest.mark.usefixtures("schools")
def test_of_a_closed_item_a_reference_shows_no_title(read):
    add_indexed_item(add_meeting("2013-09-03"), "Fyring", is_closed=True)
    page = read(SEARCH, q="/moeder/direktionen/2013-09-03/punkt-1/")
    assert "Gå til Direktionen 3. september 2013, punkt 1 – Lukket" in page.main
    assert "Intet punkt" not in page.main
    assert "Fyring" not in page.main


@pytest.mark.usefixtures("schools")
def test_a_number_that_is_nowhere_is_said_to_be_no_case_and_a_day_without_meeting_no_matter_of_spelling(read):
    page = read(SEARCH, q="99999")
    assert "Der er ingen sag med nummeret 99999 i arkivet." in page.main
    assert "Der er ingen sag" not in read(SEARCH, q="32140").main
    page = read(SEARCH, q="27. august 1999")
    assert "Arkivet har intet møde den 27. august 1999." in page.main
    assert "stavet" not in page.main


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize(
    ("typed", "label", "address"),
    [
        ("27-08-2013", "Gå til Direktionen 27. august 2013", "/moeder/direktionen/2013-08-27/"),
        ("byrådet september 2014", "Gå til Byrådet 9. september 2014", "/moeder/byraadet/2014-09-09/"),
        ("HRC", "Gå til HR-Centret (HRC)", "/centre/hrc/"),
        ("Direktionen", "Gå til møderne i Direktionen", "/moeder/?organ=direktionen"),
    ],
)
def test_a_day_a_month_a_centre_or_a_body_has_a_banner(read, typed, label, address):
    assert read(SEARCH, q=typed).link(label) == address


@pytest.mark.parametrize("typed", ["27-08-99", "27.08.99", "27/8-99", "27-08-1999", "27. august 1999"])
def test_two_digits_of_a_year_lead_to_the_meeting_of_the_year_that_minutes_mean_by_them(read, typed):
    add_indexed_item(add_meeting("1999-08-27"), "Ny skole")
    assert (
        read(SEARCH, q=typed).link("Gå til Direktionen 27. august 1999") == "/moeder/direktionen/1999-08-27/"
    )


def test_two_digits_of_a_year_to_come_lead_to_no_meeting_of_the_last_century(read):
    add_indexed_item(add_meeting("1999-08-27"), "Ny skole")
    assert "Arkivet har intet møde den" in read(SEARCH, q="27-08-69").main


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize("typed", ["28-08-2013", "juli 2013"])
def test_a_day_or_month_without_a_meeting_is_said_to_have_none(read, typed):
    assert "Arkivet har intet møde" in read(SEARCH, q=typed).main


def test_a_day_that_is_only_mentioned_is_said_to_be_that_of_no_meeting(read):
    add_indexed_item(add_meeting("2013-08-27"), "Udsat den 28-08-2013")
    page = read(SEARCH, q="28-08-2013")
    assert (
        "Arkivet har intet møde den 28-08-2013. Listen herunder viser punkter, der nævner dagen." in page.main
    )
    assert "1 punkt" in page.main
