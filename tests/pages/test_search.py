"""What a search page finds and tells."""

from urllib.parse import parse_qs

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes.models import FailedSearch
from tests.pages.schools import SEARCH, add_hidden, many, schools, shown  # noqa: F401 - fixtures among them
from tests.rows import add_meeting
from tests.search.indexed import add_indexed_item

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
def test_a_document_number_tells_how_often_it_is_named(read):
    assert "Dokument 216558/15 er nævnt i 1 punkt." in read(SEARCH, q="dok.nr. 216558-15").main
    assert "Intet punkt i arkivet nævner dokument 216559/15." in read(SEARCH, q="216559/15").main


@pytest.mark.usefixtures("schools")
def test_where_nothing_is_found_the_page_tells_what_there_is_and_what_to_try(read):
    page = read(SEARCH, q="kloak", aar="2013")
    assert "Ingen punkter fundet" in page.main
    assert "Direktionen: 1 møde, august 2013" in page.main
    assert "/daekning/" in page.links
    assert parse_qs(page.link("Søg uden filtre")[1:]) == {"q": ["kloak"]}


NOT_ALL = "Intet punkt har alle ordene. Listen herunder viser punkter med"


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize(
    ("typed", "said", "link", "instead", "items"),
    [
        ("veje tag", f"{NOT_ALL} mindst ét af dem.", "mindst ét af dem", "veje OR tag", ["Skolens tag"]),
        (
            "kloak veje tag",
            f"Arkivet nævner ikke kloak. {NOT_ALL} mindst ét af dem.",
            "mindst ét af dem",
            "veje OR tag",
            ["Skolens tag"],
        ),
        (
            "tag godkendes skole",
            f"{NOT_ALL} alle på nær ét.",
            "alle på nær ét",
            "tag godkendes OR tag skole OR godkendes skole",
            ["Ny skole", "Skolens tag"],
        ),
        (
            '"tag skolens"',
            "Ordene står ikke side om side i noget punkt. Listen herunder viser punkter med alle ordene.",
            "alle ordene",
            "tag skolens",
            ["Skolens tag"],
        ),
        (
            "kloak tag",
            "Arkivet nævner ikke kloak. Listen herunder viser punkter med tag.",
            "tag",
            "tag",
            ["Skolens tag"],
        ),
        (
            "kloak vindmølle barsel tag",
            "Arkivet nævner ikke kloak, vindmølle eller barsel. Listen herunder viser punkter med tag.",
            "tag",
            "tag",
            ["Skolens tag"],
        ),
    ],
)
def test_where_nothing_is_found_the_nearest_search_is_shown_and_told(read, typed, said, link, instead, items):
    page = read(SEARCH, q=typed, aar="2013")
    assert f"Intet punkt svarer til {typed.strip(chr(34))} med de valgte filtre. {said}" in page.main.replace(
        chr(34), ""
    )
    assert sorted(shown(page)) == items
    assert parse_qs(page.link(link)[1:]) == {"q": [instead], "aar": ["2013"]}
    assert parse_qs(page.link("Søg uden filtre")[1:]) == {"q": [instead]}
    assert "Direktionen: 1 møde, august 2013" in page.main


@pytest.mark.usefixtures("schools")
def test_what_is_found_without_the_filters_is_not_lessened_but_said_to_be_there(read):
    page = read(SEARCH, q="ny skole", aar="2014")
    assert "Intet punkt i arkivet svarer til ny skole med de valgte filtre." in page.main
    assert parse_qs(page.link("Søg uden filtre")[1:]) == {"q": ["ny skole"]}


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize(
    "typed", ["godkendse", " ".join(f"ukendt{letter}" for letter in "abcdefghijklmnopqrstuvwx")]
)
def test_a_search_that_finds_nothing_takes_a_bounded_number_of_queries(
    client, typed, django_assert_max_num_queries
):
    with django_assert_max_num_queries(25):
        assert client.get(SEARCH, {"q": typed}).status_code == 200


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
def test_a_misspelt_word_shows_what_was_probably_meant_and_says_so(read):
    page = read(SEARCH, q="godkendse")
    assert "Intet punkt svarer til godkendse. Mente du godkendes? Det viser listen herunder." in page.main
    assert parse_qs(page.link("godkendes")[1:]) == {"q": ["godkendes"]}
    assert shown(page) == ["Ny skole"]
    assert page.link("Ny skole").endswith("?q=godkendes")
    (box,) = page.find("input", type="search")
    assert box["value"] == "godkendse"


@pytest.mark.usefixtures("schools")
def test_a_search_that_finds_nothing_is_counted_for_the_archivist(read):
    for typed in ("Kloakk", "kloakk", "skole", "12/32141", "og"):
        read(SEARCH, q=typed)
    assert list(FailedSearch.objects.values_list("words", "times")) == [("kloakk", 2)]


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


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize("typed", ["28-08-2013", "juli 2013"])
def test_a_day_or_month_without_a_meeting_is_said_to_have_none(read, typed):
    assert "Arkivet har intet møde" in read(SEARCH, q=typed).main


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


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize("typed", ["og", "???", "-skole", '""', "i det"])
def test_a_query_that_asks_for_nothing_finds_nothing(read, typed):
    page = read(SEARCH, q=typed)
    assert page.status == 200
    assert "Ingen punkter fundet" in page.main


@pytest.mark.parametrize(
    "typed", ["skole", "12/32140", "32140", "216558/15", "HRC", "kladde OR lukket OR trukket"]
)
def test_what_is_not_public_is_nowhere_on_the_page(read, typed):
    add_hidden()
    page = read(SEARCH, q=typed)
    assert "Ingen punkter fundet" in page.main
    assert "Gå til sag" not in page.main
    assert not page.find("article")
    assert not page.find("aside")


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


_JUNK = st.text(max_size=60) | st.text("%\x00\x1f<>\"'&|!:*()-/\\12åØ OR", max_size=350)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=100)
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
def test_a_search_within_filters_or_for_stop_words_is_no_failure_for_the_archivist(read):
    for parameters in ({"q": "kloak", "aar": "2013"}, {"q": "og"}, {"q": "i det"}):
        read(SEARCH, **parameters)
    assert not FailedSearch.objects.exists()
    read(SEARCH, q="kloak")
    assert FailedSearch.objects.get().words == "kloak"


def test_a_phrase_that_is_not_looked_for_in_all_items_is_not_said_to_be_nowhere(read, monkeypatch):
    monkeypatch.setattr("minutes.search.matches._MOST_CHECKED", 2)
    add_indexed_item(add_meeting("2009-01-01"), "Punkt", "den nye skole")
    meeting = add_meeting("2013-08-27")
    for _ in range(3):
        add_indexed_item(meeting, "Punkt", "en skole og nye veje")
    page = read(SEARCH, q='"nye skole"')
    assert "Ingen punkter fundet blandt de nyeste" in page.main
    assert "De ældre er ikke set efter" in page.main
    assert "Intet punkt" not in page.main
    assert not FailedSearch.objects.exists()


@pytest.mark.usefixtures("schools")
def test_a_star_is_said_to_mean_nothing(read):
    assert "Der søges ikke med stjerne" in read(SEARCH, q="skole*").main
    assert "stjerne" not in read(SEARCH, q="skole").main
