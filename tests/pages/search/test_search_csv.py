"""A search as a file: its rows, their order, and what is never in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from minutes.models import Amount, Outcome, PublicationState, SectionKind
from minutes.pages.search import search_csv
from tests.build.indexed import add_indexed_item, add_indexed_items
from tests.build.rows import add_decision, add_meeting
from tests.build.schools import SEARCH, add_hidden

pytestmark = pytest.mark.django_db


def downloading(client: Client) -> Callable[..., list[list[str]]]:
    def download(q: str = "skole", **parameters: str) -> list[list[str]]:
        response = client.get(SEARCH, {"q": q, **parameters, "format": "csv"})
        assert response.status_code == 200
        text = response.getvalue().decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))

    return download


@pytest.fixture
def download(client: Client) -> Callable[..., list[list[str]]]:
    return downloading(client)


def titles(rows: list[list[str]]) -> list[str]:
    return [row[3] for row in rows[1:]]


@pytest.mark.usefixtures("schools")
def test_every_hit_is_a_row_with_its_facts(download):
    header, *rows = download("skole", aar="2013", sort="aeldste")
    assert header == [
        *("Mødedato", "Organ", "Punkt", "Titel", "Sag", "Udfald", "Beslutning"),
        *("Beløb i beslutningen", "Beløb i indstillingen", "Centre", "Adresse"),
    ]
    address = "http://testserver/moeder/direktionen/2013-08-27/punkt-"
    first = ["27-08-2013", "Direktionen", "1", "Ny skole", "sag 12/32140", "godkendt"]
    second = ["27-08-2013", "Direktionen", "2", "Skolens tag", "sag 12/32140", "udsat"]
    assert rows == [
        [*first, "", "", "", "HR-Centret (HRC)", f"{address}1/"],
        [*second, "", "", "", "", f"{address}2/"],
    ]


def test_a_row_has_what_was_decided_and_the_sums_of_money(download):
    sections = {SectionKind.RECOMMENDATION: "At der gives 2 mio. kr."}
    item = add_indexed_item(add_meeting(), "Skole", sections=sections)
    add_decision(item, "Der gives 500.000 kr.", Outcome.APPROVED)
    Amount.objects.bulk_create(
        [
            Amount(
                item=item,
                position=1,
                section="recommendation",
                line=1,
                column=12,
                value=2_000_000,
                text="2 mio. kr.",
            ),
            Amount(
                item=item,
                position=2,
                section="decision",
                line=1,
                column=10,
                value=500_000,
                text="500.000 kr.",
            ),
        ]
    )
    (_, row) = download()
    assert row[6:9] == ["Der gives 500.000 kr.", "500.000 kr.", "2.000.000 kr. (2 mio. kr.)"]


@pytest.mark.usefixtures("schools")
def test_the_file_is_a_download_for_a_danish_spreadsheet(client):
    response = client.get(SEARCH, {"q": "skole", "format": "csv"})
    assert response.streaming
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    name = f"soegning-skole-{timezone.localdate()}.csv"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.getvalue().startswith("\ufeffMødedato;Organ".encode())


@pytest.mark.parametrize(
    "typed",
    [
        *("010190-1234", "skole 0101901234", "01 01 90 12 34", "010190/1234 skole", ""),
        *("010190 OG 1234", "010190 NOT 1234", "010190 hvem er 1234", "٠١٠١٩٠ OG ١٢٣٤"),
    ],
)
def test_no_file_is_named_by_what_may_be_a_personal_number(client, typed):
    said = client.get(SEARCH, {"q": typed, "aar": "2013", "format": "csv"}).headers["Content-Disposition"]
    assert said == f'attachment; filename="soegning-{timezone.localdate()}.csv"'


@pytest.mark.parametrize("typed", ["sag 12/32140 og 2013", "budget 2013 og 2014", "310290 OG 2013"])
def test_other_numbers_stand_in_the_name_of_the_file(client, typed):
    said = client.get(SEARCH, {"q": typed, "format": "csv"}).headers["Content-Disposition"]
    assert "2013" in said.removesuffix(f'{timezone.localdate()}.csv"')


def test_a_title_that_would_be_run_as_a_formula_is_text(download):
    add_indexed_item(add_meeting(), '=HYPERLINK("skole")')
    assert titles(download()) == ['\'=HYPERLINK("skole")']


@pytest.mark.usefixtures("schools")
@pytest.mark.parametrize(
    ("sort", "found"),
    [
        ("nyeste", ["Skoler og veje", "Ny skole", "Skolens tag"]),
        ("aeldste", ["Ny skole", "Skolens tag", "Skoler og veje"]),
    ],
)
def test_the_rows_stand_in_the_order_asked_for(download, sort, found):
    assert titles(download(sort=sort)) == found


@pytest.mark.usefixtures("schools")
def test_by_relevance_the_rows_stand_as_on_the_page(client, download):
    results = client.get(SEARCH, {"q": "skole", "format": "json"}).json()["results"]
    assert titles(download()) == [result["title"] for result in results]


def test_by_case_all_rows_of_a_case_stand_together(download):
    for date, text, case in [
        ("2013-01-01", "skole skole skole", "12/100"),
        ("2013-01-02", "skole skole", "12/200"),
        ("2013-01-03", "skole skole", ""),
        ("2013-01-04", "skole", "12/100"),
        ("2013-01-05", "skole", ""),
    ]:
        add_indexed_item(add_meeting(date), f"Den {date[-1]}.", text, case=case)
    assert [title[4] for title in titles(download())] == ["1", "3", "2", "5", "4"]
    assert [title[4] for title in titles(download(sort="sager"))] == ["1", "4", "3", "2", "5"]


def test_more_than_can_be_counted_are_all_there_by_date(download):
    add_indexed_items(add_meeting("2013-01-01"), 1, "Skole, skole, skole")
    add_indexed_items(add_meeting("2013-01-02"), 1001, "Skole og meget andet")
    rows = titles(download())
    assert len(rows) == 1002
    assert rows[-1] == "Skole, skole, skole"
    assert titles(download(sort="aeldste"))[0] == "Skole, skole, skole"
    assert len({row[-1] for row in download()[1:]}) == 1002


def test_a_file_is_bounded(download, monkeypatch):
    monkeypatch.setattr(search_csv, "MOST_ROWS", 1001)
    add_indexed_items(add_meeting(), 1003, "Skole")
    assert len(titles(download())) == 1001


def test_the_bound_is_ten_thousand():
    assert search_csv.MOST_ROWS == 10_000


@pytest.mark.parametrize("typed", ["skole", "12/32140", "216558/15", "HRC", "kladde OR lukket OR trukket"])
def test_what_is_not_public_is_in_nobodys_file(client, staff_client, typed):
    add_hidden()
    for reader in (client, staff_client):
        assert titles(downloading(reader)(typed)) == []


def test_withdrawn_while_the_file_is_sent_is_left_out(client):
    meeting = add_meeting()
    add_indexed_item(meeting, "Skole")
    response = client.get(SEARCH, {"q": "skole", "format": "csv"})
    type(meeting).objects.update(state=PublicationState.WITHDRAWN)
    assert "Skole" not in response.getvalue().decode()


@pytest.mark.parametrize("typed", ["", "og", "???"])
def test_a_query_that_asks_for_nothing_is_a_file_of_its_header(download, typed):
    assert len(download(typed)) == 1


@pytest.mark.usefixtures("schools")
def test_the_head_alone_can_be_asked_for(client):
    response = client.head(SEARCH, {"q": "skole", "format": "csv"})
    assert (response.status_code, response.getvalue()) == (200, b"")
