from urllib.parse import parse_qs

import pytest

from minutes.models import FailedSearch
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting
from tests.build.schools import SEARCH, shown

pytestmark = pytest.mark.django_db


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
            "tag godkendes OR godkendes skole",
            ["Ny skole"],
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
    is_near = "mindst ét" in said or "nævner ikke" in said
    assert ("I nærheden: " in page.main) is is_near
    assert parse_qs(page.link("Søg uden filtre")[1:]) == {"q": [typed if is_near else instead]}
    assert "Direktionen: 1 møde, august 2013" in page.main


@pytest.mark.usefixtures("schools")
def test_what_was_not_approved_is_near_whatever_its_outcome_and_said_to_be(read):
    page = read(SEARCH, q="tag ikke godkendt")
    assert "Listen herunder viser punkter med tag, uanset udfaldet." in page.main
    assert "I nærheden: " in page.main
    assert shown(page) == ["Skolens tag"]


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
def test_what_is_too_long_in_lower_case_is_answered_and_not_counted(read):
    page = read(SEARCH, q="İ" * 300)
    assert page.status == 200
    assert "Ingen punkter fundet" in page.main
    assert not FailedSearch.objects.exists()


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize("typed", ["og", "???", "-skole", '""', "i det"])
def test_a_query_that_asks_for_nothing_finds_nothing(read, typed):
    page = read(SEARCH, q=typed)
    assert page.status == 200
    assert "Ingen punkter fundet" in page.main


@pytest.mark.usefixtures("schools")
def test_a_search_within_filters_or_for_stop_words_is_no_failure_for_the_archivist(read):
    for parameters in ({"q": "kloak", "aar": "2013"}, {"q": "og"}, {"q": "i det"}):
        read(SEARCH, **parameters)
    assert not FailedSearch.objects.exists()
    read(SEARCH, q="kloak")
    assert FailedSearch.objects.get().words == "kloak"


def test_a_phrase_that_is_not_looked_for_in_all_items_is_not_said_to_be_nowhere(read, monkeypatch):
    monkeypatch.setattr("minutes.search.matching.matches._MOST_CHECKED", 2)
    add_indexed_item(add_meeting("2009-01-01"), "Punkt", "den nye skole")
    meeting = add_meeting("2013-08-27")
    for _ in range(3):
        add_indexed_item(meeting, "Punkt", "en skole og nye veje")
    page = read(SEARCH, q='"nye skole"')
    assert "Ingen punkter fundet blandt de nyeste" in page.main
    assert "De ældre er ikke set efter" in page.main
    assert "Intet punkt" not in page.main
    assert not FailedSearch.objects.exists()
