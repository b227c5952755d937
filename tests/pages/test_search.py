from urllib.parse import parse_qs

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes.models import FailedSearch, Outcome, PublicationState, SectionKind
from minutes.pages.search_form import OUTCOME_WORDS
from tests.rows import add_meeting
from tests.search.indexed import add_indexed_item, add_indexed_items

pytestmark = pytest.mark.django_db

SEARCH = "/soeg/"


@pytest.fixture
def archive() -> None:
    """Three items about schools in two meetings, two of them about one case."""
    first, later = add_meeting("2013-08-27"), add_meeting("2014-09-09", "Byrådet")
    add_indexed_item(
        first,
        "Ny skole",
        case="12/32140",
        sections={SectionKind.DECISION: "Skolen godkendes"},
        outcomes=[(Outcome.APPROVED, "2013-08-27")],
        centres={"HRC": "HR-Centret"},
    )
    add_indexed_item(
        first,
        "Skolens tag",
        case="12/32140",
        outcomes=[(Outcome.DEFERRED, "2013-08-27")],
        documents=["216558/15"],
    )
    add_indexed_item(later, "Skoler og veje", "Om skoler")


def shown(page):
    return [heading.text for heading in page.find("h3") if heading.text.startswith(("Ny", "Skole"))]


def facet(page, label):
    """The values of a facet with their counts, as they are read."""
    group = next(group for group in page.find("div", role="group") if group.text.startswith(label))
    return group.text.removeprefix(label).strip()


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


@pytest.mark.usefixtures("archive")
def test_hits_are_counted_with_their_cases(read):
    page = read(SEARCH, q="skole")
    assert "3 punkter i 1 sag" in page.main
    assert sorted(shown(page)) == ["Ny skole", "Skolens tag", "Skoler og veje"]
    assert "1 punkt" in read(SEARCH, q="veje").find("h2", id="found")[0].text


@pytest.mark.usefixtures("archive")
def test_a_hit_tells_what_it_is_and_why_it_was_found(read):
    page = read(SEARCH, q="godkendes skole")
    (hit,) = page.find("article")
    assert hit.text.startswith("Ny skole 27-08-2013 Direktionen, punkt 1 Sag 12/32140 Godkendt Beslutning:")
    assert [mark.text for mark in page.find("mark")] == ["skole", "Skolen", "godkendes"]
    assert page.link("Ny skole") == "/moeder/direktionen/2013-08-27/punkt-1/?q=godkendes%20skole"
    assert page.link("Sag 12/32140") == "/sager/12/32140/"
    assert page.find("span", class_="badge--approved")


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("typed", ["skole", 'ny "skole"', "skole & veje OR skoler?", "12/32140"])
def test_a_hit_leads_to_its_page_with_what_was_searched_for(read, typed):
    page = read(SEARCH, q=typed)
    (path, _, parameters) = next(link for link in page.links if "/punkt-" in link).partition("?")
    assert path.endswith("/")
    assert parse_qs(parameters) == {"q": [typed]}


@pytest.mark.usefixtures("archive")
def test_markup_in_titles_and_queries_stays_text(read):
    add_indexed_item(
        add_meeting(body="Udvalget"), "Skole <script>alert(1)</script>", "<img src=x onerror=alert(1)>"
    )
    page = read(SEARCH, q="script img alert")
    assert "Skole <script>alert(1)</script>" in page.main
    assert not [element for element in page.find("script") if element["src"] is None]
    assert not [element for element in page.find("img") if element["onerror"]]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("typed", ["12/32140", "12-32140", "2012/32140", "sag 12 / 32140", "32140"])
def test_a_case_number_leads_to_the_case(read, typed):
    page = read(SEARCH, q=typed)
    assert page.link("Gå til sag 12/32140") == "/sager/12/32140/"
    assert "Gå til sag 12/32140 – 2 punkter" in page.main
    assert sorted(shown(page)) == ["Ny skole", "Skolens tag"]


@pytest.mark.usefixtures("archive")
def test_an_unknown_case_number_is_said_to_be_unknown(read):
    page = read(SEARCH, q="12-32141")
    assert "Der er ingen sag 12/32141 i arkivet." in page.main
    assert "Ingen punkter fundet" in page.main
    assert "Se nummeret efter" in page.main
    assert "stavet" not in page.main


@pytest.mark.usefixtures("archive")
def test_a_document_number_tells_how_often_it_is_named(read):
    assert "Dokument 216558/15 er nævnt i 1 punkt." in read(SEARCH, q="dok.nr. 216558-15").main
    assert "Intet punkt i arkivet nævner dokument 216559/15." in read(SEARCH, q="216559/15").main


@pytest.mark.usefixtures("archive")
def test_facets_count_and_lead_to_the_narrowed_search(read):
    page = read(SEARCH, q="skole")
    assert facet(page, "År") == "2014 1 2013 2"
    assert facet(page, "Organ") == "Direktionen 2 Byrådet 1"
    assert facet(page, "Center") == "HR-Centret (HRC) 1"
    assert facet(page, "Udfald") == "Godkendt 1 Udsat 1"
    narrowed = page.link("Udsat")
    assert parse_qs(narrowed[1:]) == {"q": ["skole"], "udfald": ["udsat"]}
    assert shown(read(SEARCH + narrowed)) == ["Skolens tag"]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("filters", "titles"),
    [
        ({"aar": "2014"}, ["Skoler og veje"]),
        ({"organ": "byraadet"}, ["Skoler og veje"]),
        ({"center": "hrc"}, ["Ny skole"]),
        ({"udfald": "godkendt"}, ["Ny skole"]),
        ({"aar": "2013", "organ": "direktionen", "udfald": "udsat"}, ["Skolens tag"]),
        ({"aar": "2014", "udfald": "udsat"}, []),
    ],
)
def test_filters_in_the_address_narrow_the_search(read, filters, titles):
    assert shown(read(SEARCH, q="skole", **filters)) == titles


@pytest.mark.usefixtures("archive")
def test_every_filter_is_a_chip_that_takes_it_away(read):
    page = read(SEARCH, q="skole", aar="2013", center="hrc", sort="nyeste", antal="25", side="1")
    chips = page.find("ul", class_="chips")[0].text
    assert [chip.strip() for chip in chips.split("×")] == [
        "Fjern filter: År: 2013",
        "Fjern filter: Center: HR-Centret",
        "Fjern alle filtre",
    ]
    state = {"q": ["skole"], "sort": ["nyeste"], "antal": ["25"]}
    assert parse_qs(page.link("Fjern filter: År: 2013 ×")[1:]) == {**state, "center": ["hrc"]}
    assert parse_qs(page.link("Fjern alle filtre")[1:]) == state
    assert parse_qs(page.link("2013")[1:]) == {**state, "center": ["hrc"]}


@pytest.mark.usefixtures("archive")
def test_a_new_query_keeps_filters_order_and_size_but_starts_at_the_first_page(read):
    page = read(SEARCH, q="skole", aar="2013", sort="nyeste", antal="25", side="2")
    hidden = {field["name"]: field["value"] for field in page.find("input", type="hidden")}
    assert hidden == {"aar": "2013", "sort": "nyeste", "antal": "25"}


@pytest.mark.usefixtures("archive")
def test_hits_can_be_sorted(read):
    newest = read(SEARCH, q="skole", sort="nyeste")
    assert shown(newest) == ["Skoler og veje", "Ny skole", "Skolens tag"]
    assert [link.text for link in newest.find("a", aria_current="true")][-2:] == ["Nyeste først", "10"]
    assert shown(read(SEARCH, q="skole", sort="aeldste")) == ["Ny skole", "Skolens tag", "Skoler og veje"]
    assert parse_qs(newest.link("Ældste først")[1:]) == {"q": ["skole"], "sort": ["aeldste"]}


@pytest.mark.usefixtures("archive")
def test_hits_can_be_gathered_by_case(read):
    page = read(SEARCH, q="skole", sort="sager")
    assert page.find("h2", id="found")[0].text == "3 punkter i 1 sag, samlet pr. sag"
    assert len(shown(page)) == 2
    assert page.link("og 1 punkt mere i sagen") == "/sager/12/32140/"
    assert page.main.count("mere i sagen") == 1
    assert "mere i sagen" not in read(SEARCH, q="skole").main


def test_of_more_than_are_counted_a_case_has_at_least_so_many_more(read):
    add_indexed_items(add_meeting(), 999, "Skole")
    newest = add_meeting("2014-01-01")
    for _ in range(3):
        add_indexed_item(newest, "Skole", case="12/32140")
    page = read(SEARCH, q="skole", sort="sager")
    assert "Mere end 1.000 punkter, samlet pr. sag" in page.main
    assert page.link("og mindst 2 punkter mere i sagen") == "/sager/12/32140/"


@pytest.mark.usefixtures("archive")
def test_the_search_can_be_taken_along_as_file_feed_and_link(read):
    page = read(SEARCH, q="kloak", aar="2013", antal="25", sort="sager", hest="1", udfald="hest")
    assert "Hent som CSV" not in page.main
    page = read(SEARCH, q="skole", aar="2013", antal="25", sort="sager", hest="1", udfald="hest")
    assert page.link("Hent som CSV") == "?q=skole&aar=2013&sort=sager&format=csv"
    assert page.link("Følg søgningen (Atom)") == "/soeg/feed/?q=skole&aar=2013"
    (button,) = page.find("button", data_copy="soegeadresse")
    (address,) = page.find(id="soegeadresse")
    assert button["hidden"] is address["hidden"] is None
    assert address.text == "http://testserver/soeg/?q=skole&aar=2013&sort=sager&antal=25"


@pytest.mark.usefixtures("archive")
def test_the_search_page_names_its_feed_where_a_reader_program_looks_for_it(read):
    page = read(SEARCH, q="skole", aar="2013", sort="nyeste")
    (alternate,) = page.find("link", rel="alternate", type="application/atom+xml")
    assert alternate["href"] == page.link("Følg søgningen (Atom)") == "/soeg/feed/?q=skole&aar=2013"
    assert not read(SEARCH).find("link", rel="alternate")


@pytest.mark.usefixtures("many")
def test_the_link_to_copy_leads_to_the_same_page_of_hits(read):
    (address,) = read(SEARCH, q="skole", sort="nyeste", side="99").find(id="soegeadresse")
    assert shown(read(address.text)) == shown(read(SEARCH, q="skole", sort="nyeste", side="3"))


@pytest.fixture
def many() -> None:
    meeting = add_meeting()
    for number in range(1, 24):
        add_indexed_item(meeting, f"Skole {number:02}", case=f"12/{number + 100}")


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize(("size", "pages"), [("10", 3), ("25", 1), ("50", 1)])
def test_hits_are_shown_in_pages_of_the_chosen_size(read, size, pages):
    page = read(SEARCH, q="skole", antal=size)
    assert "23 punkter i 23 sager" in page.main
    assert len(shown(page)) == min(23, int(size))
    assert (f"Side 1 af {pages}" in page.main) == (pages > 1)


@pytest.mark.usefixtures("many")
def test_the_pages_hold_every_hit_once_and_keep_the_search(read):
    seen, address = [], f"{SEARCH}?q=skole&sort=nyeste"
    for number in (1, 2, 3):
        page = read(address)
        assert f"Side {number} af 3" in page.main
        assert page.find("ol", class_="hits")[0]["start"] == str(10 * number - 9)
        seen += shown(page)
        forward = page.find("a", rel="next")
        address = SEARCH + forward[0]["href"] if forward else ""
    assert address == ""
    assert seen == [f"Skole {number:02}" for number in range(1, 24)]


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize(
    ("side", "number"),
    [
        ("0", 3),
        ("-1", 3),
        ("99", 3),
        ("99999999999999999999", 3),
        ("to", 1),
        ("", 1),
        ("1.5", 1),
        ("2", 2),
        ("\x00", 1),
    ],
)
def test_a_page_number_that_leads_nowhere_gives_the_nearest_page(read, side, number):
    page = read(SEARCH, q="skole", side=side)
    assert page.status == 200
    assert f"Side {number} af 3" in page.main


def test_beyond_a_thousand_the_page_says_more_than_and_ends(read):
    add_indexed_items(add_meeting(), 1001, "Skole")
    page = read(SEARCH, q="skole", side="999", antal="50", sort="nyeste")
    assert "Mere end 1.000 punkter" in page.main
    assert "Side 20 af 20" in page.main


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("parameter", "value", "said"),
    [
        ("aar", "igår", "Året i adressen er ikke et årstal."),
        ("aar", "99999999999999999999", "Året i adressen er ikke et årstal."),
        ("aar", "-1", "Året i adressen er ikke et årstal."),
        ("organ", "findesikke", "Arkivet har intet organ af det navn, der står i adressen."),
        ("organ", "a\x00b", "Arkivet har intet organ af det navn, der står i adressen."),
        ("center", "x" * 5000, "Arkivet har intet center af det navn, der står i adressen."),
        ("udfald", "approved", "Udfaldet i adressen findes ikke."),
        ("sort", "date); DROP TABLE", "Rækkefølgen i adressen findes ikke; den bedste står først."),
        ("antal", "1000000", "En side viser 10, 25 eller 50 punkter."),
    ],
)
def test_a_value_that_is_not_allowed_is_told_and_has_no_effect(read, parameter, value, said):
    page = read(SEARCH, q="skole", **{parameter: value})
    assert page.status == 200
    assert [notice.text for notice in page.find("p", class_="notice")] == [said]
    assert len(shown(page)) == 3
    assert parse_qs(page.link("2014")[1:]) == {"q": ["skole"], "aar": ["2014"]}


@pytest.mark.parametrize("word", OUTCOME_WORDS)
def test_every_outcome_has_a_word_in_the_address(read, word):
    outcome = OUTCOME_WORDS[word]
    add_indexed_item(add_meeting(), "Skole", outcomes=[(outcome, "2013-08-27")])
    page = read(SEARCH, q="skole", udfald=word)
    assert f"Udfald: {outcome.label}" in page.main
    assert shown(page) == ["Skole"]


def test_no_outcome_is_without_a_word():
    assert sorted(OUTCOME_WORDS.values()) == sorted(Outcome)


@pytest.mark.usefixtures("archive")
def test_where_nothing_is_found_the_page_tells_what_there_is_and_what_to_try(read):
    page = read(SEARCH, q="kloak", aar="2013")
    assert "Ingen punkter fundet" in page.main
    assert "Direktionen: 1 møde, august 2013" in page.main
    assert "/daekning/" in page.links
    assert parse_qs(page.link("Søg uden filtre")[1:]) == {"q": ["kloak"]}


@pytest.mark.usefixtures("archive")
def test_words_that_no_item_has_together_show_those_that_have_one_and_say_so(read):
    page = read(SEARCH, q="kloak skole", aar="2013")
    assert (
        "Intet punkt svarer til kloak skole med de valgte filtre. Intet punkt har alle ordene." in page.main
    )
    assert sorted(shown(page)) == ["Ny skole", "Skolens tag"]
    assert parse_qs(page.link("mindst ét af dem")[1:]) == {"q": ["kloak OR skole"], "aar": ["2013"]}
    assert "Direktionen: 1 møde, august 2013" in page.main


@pytest.mark.usefixtures("archive")
def test_a_misspelt_word_shows_what_was_probably_meant_and_says_so(read):
    page = read(SEARCH, q="godkendse")
    assert "Intet punkt svarer til godkendse. Mente du godkendes? Det viser listen herunder." in page.main
    assert parse_qs(page.link("godkendes")[1:]) == {"q": ["godkendes"]}
    assert shown(page) == ["Ny skole"]
    assert page.link("Ny skole").endswith("?q=godkendes")
    (box,) = page.find("input", type="search")
    assert box["value"] == "godkendse"


@pytest.mark.usefixtures("archive")
def test_a_search_that_finds_nothing_is_counted_for_the_archivist(read):
    for typed in ("Kloakk", "kloakk", "skole", "12/32141", "og"):
        read(SEARCH, q=typed)
    assert list(FailedSearch.objects.values_list("words", "times")) == [("kloakk", 2), ("og", 1)]


@pytest.mark.usefixtures("archive")
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


@pytest.mark.usefixtures("archive")
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


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("typed", ["og", "???", "-skole", '""', "i det"])
def test_a_query_that_asks_for_nothing_finds_nothing(read, typed):
    page = read(SEARCH, q=typed)
    assert page.status == 200
    assert "Ingen punkter fundet" in page.main


def add_hidden() -> None:
    outcomes, centres = [(Outcome.DEFERRED, "2013-08-27")], {"HRC": "HR-Centret"}
    details = {"case": "12/32140", "outcomes": outcomes, "centres": centres, "documents": ["216558/15"]}
    add_indexed_item(add_meeting(state=PublicationState.DRAFT), "Skole i kladde", **details)
    add_indexed_item(add_meeting(body="Byrådet"), "Skole lukket", is_closed=True, **details)
    withdrawn = add_meeting(body="Udvalget", state=PublicationState.WITHDRAWN)
    add_indexed_item(withdrawn, "Skole trukket", **details)


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
