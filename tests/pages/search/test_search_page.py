"""What a search page finds and tells."""

from urllib.parse import parse_qs

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from minutes.models import Outcome
from minutes.search.index.writing import index_meetings
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_decision, add_meeting
from tests.build.schools import SEARCH, add_hidden, shown
from tests.build.typed import TYPED

pytestmark = pytest.mark.django_db


def test_without_a_query_the_page_tells_how_to_search(read):
    page = read(SEARCH)
    assert page.status == 200
    assert "Sådan kan du søge" in page.main
    assert "Ingen punkter" not in page.main
    assert "/daekning/" in page.links


def test_the_box_keeps_what_was_typed(read):
    page = read(SEARCH, q='"ny skole" <b>')
    (box,) = page.find("input", type="search")
    assert box["value"] == '"ny skole" <b>'
    assert page.find("form", action=SEARCH)


@pytest.mark.usefixtures("schools")
def test_hits_are_counted_with_their_cases(read):
    page = read(SEARCH, q="skole")
    assert "3 punkter i 1 sag" in page.main
    assert sorted(shown(page)) == ["Ny skole", "Skolens tag", "Skoler og veje"]
    assert "1 punkt" in read(SEARCH, q="veje").find("h2", id="found")[0].text


@pytest.mark.usefixtures("schools")
def test_a_hit_tells_what_it_is_and_why_it_was_found(read):
    page = read(SEARCH, q="godkendes skole")
    (hit,) = page.find("article")
    assert hit.text.startswith("Ny skole 27-08-2013 Direktionen, punkt 1 Sag 12/32140 Godkendt Beslutning:")
    assert [mark.text for mark in page.find("mark")] == ["skole", "Skolen", "godkendes"]
    assert page.link("Ny skole") == "/moeder/direktionen/2013-08-27/punkt-1/?q=godkendes%20skole"
    assert page.link("Sag 12/32140") == "/sager/12/32140/"
    assert page.find("span", class_="badge--approved")


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize(
    "typed", ["skole OR sagnr12x\u0661", "skole OR doknr\uff11x12", "skole OR sagnr12x32140"]
)
def test_a_word_like_those_of_the_index_for_numbers_is_a_word_like_any_other(read, typed):
    assert len(shown(read(SEARCH, q=typed))) == 3


@pytest.mark.parametrize("outcomes", [(), [(Outcome.OTHER, "2013-08-27")]])
def test_of_an_outcome_that_tells_nothing_no_place_is_kept(read, outcomes):
    add_indexed_item(add_meeting(), "Ny skole", case="12/32140", outcomes=outcomes)
    (facts,) = [
        facts for facts in read(SEARCH, q="skole").find("ul", class_="facts") if "12/32140" in facts.text
    ]
    assert facts.text == "27-08-2013 Direktionen, punkt 1 Sag 12/32140"
    assert "<li></li>" not in read(SEARCH, q="skole").html


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize("typed", ["skole", 'ny "skole"', "skole & veje OR skoler?", "12/32140"])
def test_a_hit_leads_to_its_page_with_what_was_searched_for(read, typed):
    page = read(SEARCH, q=typed)
    (path, _, parameters) = next(link for link in page.links if "/punkt-" in link).partition("?")
    assert path.endswith("/")
    assert parse_qs(parameters) == {"q": [typed]}


@pytest.mark.usefixtures("schools")
def test_markup_in_titles_and_queries_stays_text(read):
    add_indexed_item(
        add_meeting(body="Udvalget"), "Skole <script>alert(1)</script>", "<img src=x onerror=alert(1)>"
    )
    page = read(SEARCH, q="script img alert")
    assert "Skole <script>alert(1)</script>" in page.main
    assert not [element for element in page.find("script") if element["src"] is None]
    assert not [element for element in page.find("img") if element["onerror"]]


def test_a_hit_says_on_request_why_it_was_found(read):
    add_indexed_item(add_meeting(), "Tilskud", "Fra effektiviseringspuljen og lønpuljen", case="12/100")
    add_indexed_item(add_meeting(body="Byrådet"), "Puljer", "En pulje")
    first, second = read(SEARCH, q="pulje", sort="nyeste").find("details", class_="reasons")
    assert first.text == "Hvorfor fundet? pulje som del af effektiviseringspuljen, lønpuljen"
    assert second.text == "Hvorfor fundet? pulje som puljer"
    assert [mark.text for mark in read(SEARCH, q="effektivisering pulje").find("mark")] == [
        "effektivisering", "puljen", "puljen",
    ]  # fmt: skip
    assert not read(SEARCH, q="tilskud").find("details", class_="reasons")


@pytest.mark.parametrize(
    "typed", ["skole", "12/32140", "32140", "216558/15", "HRC", "kladde OR lukket OR trukket"]
)
def test_what_is_not_public_is_nowhere_on_the_page(read, typed):
    add_hidden()
    page = read(SEARCH, q=typed)
    assert "Ingen punkter fundet" in page.main
    assert "Gå til sag" not in page.main
    assert not page.find("article")
    assert not page.find("details", class_="facet")


@pytest.mark.parametrize("typed", ["skole", "12/32140", "216558/15", "HRC"])
def test_staff_find_drafts_marked_as_such_but_nothing_closed_or_withdrawn(read_as_staff, typed):
    add_hidden()
    page = read_as_staff(SEARCH, q=typed)
    assert shown(page) == ["Skole i kladde"]
    assert "1 punkt i 1 sag" in page.main
    assert "kladde" in [badge.text for badge in page.find("span", class_="badge")]


@pytest.mark.parametrize(
    "parameters", [{"q": "skole"}, {"q": "12/32140"}, {"q": "skole", "organ": "direktionen", "center": "hrc"}]
)
def test_the_number_of_queries_is_bounded_and_the_same_for_many_hits(staff_client, parameters):
    meeting = add_meeting()

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert staff_client.get(SEARCH, {**parameters, "antal": "50"}).status_code == 200
        return len(captured)

    details = {"case": "12/32140", "centres": {"HRC": "HR-Centret"}, "documents": ["216558/15"]}
    add_indexed_item(meeting, "Skole", "Om skolen", **details)
    queries()  # the first of ten minutes asks how many items each month has
    with_one_hit = queries()
    for number in range(15):
        add_indexed_item(meeting, f"Skole {number}", "Om skolen", **details)
    assert queries() == with_one_hit <= 15


@pytest.mark.parametrize(
    "address", [SEARCH, f"{SEARCH}?format=json", f"{SEARCH}?format=csv", f"{SEARCH}feed/"]
)
@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_page_is_only_read(client, method, address):
    assert getattr(client, method)(address).status_code == 405


_JUNK = TYPED | st.text(max_size=60) | st.text("%\x00\x1f<>\"'&|!:*()-/\\12åØ OR", max_size=350)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=100)
@example({}, {"q": "* * 27.8."})
@given(
    st.sampled_from([{}, {"format": "json"}, {"format": "csv"}, {"format": "\x00"}, None]),
    st.dictionaries(
        st.sampled_from(["q", "aar", "organ", "center", "udfald", "sort", "side", "antal"]), _JUNK
    ),
)
def test_no_address_is_an_error(wanted, parameters):
    encoded = {name: value.encode(errors="surrogatepass") for name, value in parameters.items()}
    address = SEARCH if wanted is not None else f"{SEARCH}feed/"
    response = Client().get(address, {**encoded, **(wanted or {})})
    assert response.status_code == 200
    assert b"".join(response)


@pytest.mark.parametrize(
    "query",
    ["q=%00", "q=%ff%fe", "q=%ED%A0%80", "q=a&q=b", "q", "side=%E2%82", "aar=%00", "q=" + "a%20" * 2000],
)
@pytest.mark.parametrize(
    "address", [f"{SEARCH}?", f"{SEARCH}?format=json&", f"{SEARCH}?format=csv&", f"{SEARCH}feed/?"]
)
def test_no_bytes_in_the_address_are_an_error(client, address, query):
    response = client.get(address + query)
    assert response.status_code == 200
    assert b"".join(response)


@pytest.mark.usefixtures("schools")
def test_a_star_is_said_to_mean_nothing(read):
    for typed in ("sko*", "*skole", "sk*le", '"skole*"', "skole *", "skol* sk*"):
        assert "Ellers søges der ikke med stjerne" in read(SEARCH, q=typed).main
    assert "stjerne" not in read(SEARCH, q="skol*").main
    assert "stjerne" not in read(SEARCH, q="skole").main


def test_what_the_meeting_decided_is_shown_and_what_another_one_did_is_said_to_be_its(read):
    item = add_indexed_item(add_meeting("2015-11-17", "Byrådet"), "Lokalplan", case="12/32140")
    add_decision(item, "Anbefales.", Outcome.FORWARDED, date="2015-11-09", body="Økonomiudvalget")
    add_decision(item, "Godkendt.", date="2015-11-17")
    index_meetings([item.meeting_id])
    assert "Beslutning: Godkendt." in read(SEARCH, q="12/32140").main
    assert "Beslutning i Økonomiudvalget 09-11-2015: Anbefales." in read(SEARCH, q="anbefales").main
