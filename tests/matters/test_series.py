import pytest

from minutes.matters.series import is_collective, series_of
from minutes.models import AgendaItem


@pytest.mark.parametrize(
    ("title", "series"),
    [
        ("Huskeliste 27-08-2013", "Huskeliste"),
        ("Huskeliste 7.8.13", "Huskeliste"),
        ("Økonomiopfølgning d. 3. maj 2014", "Økonomiopfølgning"),
        ("Øvrige sager - 15-09-2015", "Øvrige sager"),
        ("Budgetopfølgning 2. kvartal 2015", "Budgetopfølgning"),
        ("Sygefravær august 2013", "Sygefravær"),
        ("Regnskab 2013", "Regnskab"),
        ("A - Regnskab 2014", "Regnskab"),
        ("I - Status på kørslen", "Status på kørslen"),
        ("Vision", "Vision"),
    ],
)
def test_a_series_is_the_title_without_what_changes(title: str, series: str) -> None:
    assert series_of(title) == series


@pytest.mark.parametrize("title", ["2013", "27-08-2013", "maj", ""])
def test_a_title_that_is_nothing_but_a_date_is_its_own_series(title: str) -> None:
    assert series_of(title) == title


@pytest.mark.parametrize("title", ["Handicap-plan", "Ø - en by i vækst", "17 nye boliger", "Juliana Skole"])
def test_what_only_looks_like_a_date_or_prefix_stays(title: str) -> None:
    assert series_of(title).endswith(title[-8:])


def test_a_count_behind_a_month_is_no_year() -> None:
    assert series_of("Indflytning 1. maj 20 boliger").endswith("20 boliger")


def items(*titles: str) -> list[AgendaItem]:
    return [AgendaItem(title=title) for title in titles]


def test_standing_items_of_several_kinds_make_a_case_collective() -> None:
    assert is_collective(items("Huskeliste 27-08-2013", "Øvrige sager 27-08-2013", "Orientering"))


@pytest.mark.parametrize(
    "titles",
    [
        (),
        ("Ny kantine",),
        ("Ny kantine", "Kantinen: valg af leverandør", "Regnskab for kantinen"),
        ("Huskeliste 27-08-2013", "Huskeliste 03-09-2013"),
        ("Regnskab 2013", "Budget 2014"),
        ("Møde 27-08-2013 om kantinen", "Møde 03-09-2013 om køkkenet"),
    ],
)
def test_a_case_that_returns_under_other_titles_is_not_collective(titles: tuple[str, ...]) -> None:
    assert not is_collective(items(*titles))
