"""How a search is narrowed, sorted and paged: all of it in the address."""

from urllib.parse import parse_qs

import pytest

from minutes.models import FailedSearch, Outcome
from minutes.search.matching.facets import OUTCOME_WORDS
from tests.build.indexed import add_indexed_item, add_indexed_items
from tests.build.rows import add_meeting
from tests.build.schools import SEARCH, facet, shown

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("schools")
def test_facets_count_and_lead_to_the_narrowed_search(read):
    page = read(SEARCH, q="skole")
    assert facet(page, "År") == "2014 1 2013 2"
    assert facet(page, "Organ") == "Direktionen 2 Byrådet 1"
    assert facet(page, "Center") == "HR-Centret (HRC) 1"
    assert facet(page, "Udfald") == "Godkendt 1 Udsat 1"
    narrowed = page.link("Udsat")
    assert parse_qs(narrowed[1:]) == {"q": ["skole"], "udfald": ["udsat"]}
    assert shown(read(SEARCH + narrowed)) == ["Skolens tag"]


@pytest.mark.usefixtures("schools")
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


@pytest.mark.usefixtures("schools")
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


@pytest.mark.usefixtures("schools")
def test_a_new_query_keeps_filters_order_and_size_but_starts_at_the_first_page(read):
    page = read(SEARCH, q="skole", aar="2013", sort="nyeste", antal="25", side="2")
    hidden = [(field["name"], field["value"]) for field in page.find("input", type="hidden")]
    kept = [("aar", "2013"), ("sort", "nyeste"), ("antal", "25")]
    assert hidden == [*kept, ("q", "skole"), *kept]


@pytest.mark.usefixtures("schools")
def test_hits_can_be_sorted(read):
    newest = read(SEARCH, q="skole", sort="nyeste")
    assert shown(newest) == ["Skoler og veje", "Ny skole", "Skolens tag"]
    assert [link.text for link in newest.find("a", aria_current="true")][-2:] == ["Nyeste først", "10"]
    assert shown(read(SEARCH, q="skole", sort="aeldste")) == ["Ny skole", "Skolens tag", "Skoler og veje"]
    assert parse_qs(newest.link("Ældste først")[1:]) == {"q": ["skole"], "sort": ["aeldste"]}


@pytest.mark.usefixtures("schools")
def test_hits_can_be_gathered_by_case(read):
    page = read(SEARCH, q="skole", sort="sager")
    assert page.find("h2", id="found")[0].text == "3 punkter i 1 sag, samlet pr. sag"
    assert len(shown(page)) == 2
    assert page.link("og 1 fund mere i samme sag") == "/sager/12/32140/"
    assert page.main.count("mere i samme sag") == 1
    assert "mere i samme sag" not in read(SEARCH, q="skole").main


def test_of_more_than_are_counted_a_case_has_at_least_so_many_more(read):
    add_indexed_items(add_meeting(), 999, "Skole")
    newest = add_meeting("2014-01-01")
    for _ in range(3):
        add_indexed_item(newest, "Skole", case="12/32140")
    page = read(SEARCH, q="skole", sort="sager")
    assert "Mere end 1.000 punkter, samlet pr. sag" in page.main
    assert page.link("og mindst 2 fund mere i samme sag") == "/sager/12/32140/"


@pytest.mark.usefixtures("schools")
def test_the_search_can_be_taken_along_as_file_feed_and_link(read):
    page = read(SEARCH, q="kloak", aar="2013", antal="25", sort="sager", hest="1")
    assert "Hent som CSV" not in page.main
    page = read(SEARCH, q="skole", aar="2013", antal="25", sort="sager", hest="1")
    assert page.link("Hent som CSV") == "?q=skole&aar=2013&sort=sager&format=csv"
    assert page.link("feedet") == "/soeg/feed/?q=skole&aar=2013"
    (button,) = page.find("button", data_copy="soegeadresse")
    (address,) = page.find(id="soegeadresse")
    assert button["hidden"] is address["hidden"] is None
    assert address.text == "http://testserver/soeg/?q=skole&aar=2013&sort=sager&antal=25"


@pytest.mark.usefixtures("schools")
def test_the_search_page_names_its_feed_where_a_reader_program_looks_for_it(read):
    page = read(SEARCH, q="skole", aar="2013", sort="nyeste")
    (alternate,) = page.find("link", rel="alternate", type="application/atom+xml")
    assert alternate["href"] == page.link("feedet") == "/soeg/feed/?q=skole&aar=2013"
    assert not read(SEARCH).find("link", rel="alternate")


@pytest.mark.usefixtures("many")
def test_the_link_to_copy_leads_to_the_same_page_of_hits(read):
    (address,) = read(SEARCH, q="skole", sort="nyeste", side="99").find(id="soegeadresse")
    assert shown(read(address.text)) == shown(read(SEARCH, q="skole", sort="nyeste", side="3"))


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
        ("-1", 1),
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


@pytest.mark.parametrize("sort", ["relevans", "nyeste", "aeldste"])
def test_beyond_a_thousand_the_list_ends_and_says_that_there_are_more(read, sort):
    add_indexed_items(add_meeting(), 1001, "Skole")
    page = read(SEARCH, q="skole", side="999", antal="50", sort=sort)
    assert "Mere end 1.000 punkter" in page.main
    assert "Side 20 af 20" in page.main
    assert "Der er flere punkter, men listen går ikke længere." in page.main
    assert "listen går ikke længere" not in read(SEARCH, q="skole", side="19", antal="50", sort=sort).main


@pytest.mark.usefixtures("schools")
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
        ("fra", "x", "Datoen i »fra« kan ikke læses. Skriv den som 15-09-2013."),
        ("til", "31-02-2013", "Datoen i »til« kan ikke læses. Skriv den som 15-09-2013."),
        ("til", "9" * 5000, "Datoen i »til« kan ikke læses. Skriv den som 15-09-2013."),
        ("fra", "1\x002013", "Datoen i »fra« kan ikke læses. Skriv den som 15-09-2013."),
        ("sag", "skole", "Sagsnummeret i adressen kan ikke læses. Skriv det som 12/32140."),
        ("sag", "9" * 5000, "Sagsnummeret i adressen kan ikke læses. Skriv det som 12/32140."),
    ],
)
def test_a_filter_that_says_nothing_finds_nothing_and_a_link_leads_on_without_it(
    read, parameter, value, said
):
    page = read(SEARCH, q="skole", **{parameter: value})
    assert page.status == 200
    told = [notice.text for notice in page.find("p", class_="notice")]
    assert told == [f"{said} Derfor er intet fundet. Søg uden"]
    assert shown(page) == []
    assert "Ingen punkter fundet" in page.main
    # Nobody has looked for the word.
    assert "Intet punkt i arkivet svarer til" not in page.main
    assert parse_qs(page.link("Søg uden")[1:]) == {"q": ["skole"]}
    assert len(shown(read(SEARCH + page.link("Søg uden")))) == 3
    assert not FailedSearch.objects.exists()


@pytest.mark.usefixtures("schools")
def test_the_other_values_and_filters_stay_where_one_says_nothing(read):
    page = read(SEARCH, q="skole", aar=["2013", "99"], center="hrc", til="x")
    assert shown(page) == []
    without = page.link("Søg uden")
    assert parse_qs(without[1:]) == {"q": ["skole"], "aar": ["2013"], "center": ["hrc"]}
    assert shown(read(SEARCH + without)) == ["Ny skole"]


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize(
    ("parameter", "value", "said"),
    [
        ("sort", "date); DROP TABLE", "Rækkefølgen i adressen findes ikke; den bedste står først."),
        ("antal", "1000000", "En side viser 10, 25 eller 50 punkter."),
        ("utm_source", "x", "Søgningen kender ikke »utm_source«, der står i adressen. Det ændrer intet."),
        ("<b>", "x", "Søgningen kender ikke »<b>«, der står i adressen. Det ændrer intet."),
    ],
)
def test_an_order_a_size_or_a_parameter_that_there_is_not_is_told_and_has_no_effect(
    read, parameter, value, said
):
    page = read(SEARCH, q="skole", **{parameter: value})
    assert page.status == 200
    assert [notice.text for notice in page.find("p", class_="notice")] == [said]
    assert len(shown(page)) == 3
    assert parse_qs(page.link("2014")[1:]) == {"q": ["skole"], "aar": ["2014"]}


def test_a_parameter_called_as_a_personal_number_is_not_shown_again(read):
    page = read(f"{SEARCH}?q=skole&0101901234=1")
    assert "0101901234" not in page.html


@pytest.mark.parametrize(("outcome", "word"), OUTCOME_WORDS.items())
def test_every_outcome_has_a_word_in_the_address(read, outcome, word):
    add_indexed_item(add_meeting(), "Skole", outcomes=[(outcome, "2013-08-27")])
    page = read(SEARCH, q="skole", udfald=word)
    assert f"Udfald: {outcome.label}" in page.main
    assert shown(page) == ["Skole"]


def test_no_outcome_is_without_a_word():
    assert sorted(OUTCOME_WORDS) == sorted(Outcome)
    assert len({*OUTCOME_WORDS.values()}) == len(Outcome)


@pytest.mark.parametrize(
    ("parameters", "title"),
    [
        ({"q": "skole", "aar": "2013"}, "skole, År: 2013 – søgning"),
        ({"aar": "99"}, "Søg"),
        ({}, "Søg"),
    ],
)
def test_the_page_is_called_by_what_was_typed_and_by_its_filters(read, parameters, title):
    assert read(SEARCH, **parameters).find("title")[0].text.startswith(f"{title} – Høje-Taastrup")
