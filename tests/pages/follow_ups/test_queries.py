"""The number of queries does not grow with what is followed, and is never more than fifteen."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.build.follow_ups import Row, list_held, matter_held
from tests.build.rows import add_centre

pytestmark = pytest.mark.django_db

MOST = 15
ADDRESSES = [
    "/",
    "/opfoelgning/",
    "/opfoelgning/?tilstand=over-frist&dag=2013-05-15&center=tmc&ord=vej&sort=frist",
    "/opfoelgning/?format=json",
    "/opfoelgning/?format=csv",
    "/opfoelgning/emner/vej-nummer-1/",
    "/opfoelgning/emner/vej-nummer-1/?format=json",
    "/opfoelgning/emner/vej-nummer-1/?format=csv",
    "/opfoelgning/udsatte/",
    "/opfoelgning/udsatte/?tilstand=taget-op&aar=2013&center=tmc",
    "/opfoelgning/udsatte/?format=json",
    "/opfoelgning/udsatte/?format=csv",
    "/opfoelgning/loefter/",
    "/opfoelgning/loefter/?tilstand=set-igen&aar=2013",
    "/opfoelgning/loefter/?format=json",
    "/opfoelgning/loefter/?format=csv",
]


def hold(month: int, matters: int) -> None:
    """Lists of as many topics, and as many matters put off, promised and taken up again."""
    for day in ("04", "11"):
        rows: list[Row] = [
            (f"Vej nummer {number}", "Marts" if day == "04" else "April", "TMC/PA")
            for number in range(1, matters + 1)
        ]
        list_held(f"{day}-{month:02}-2013", *rows, below="Emner til senere\n\nNy ferielov")
    for number in range(1, matters + 1):
        case, title = f"13/{month}{number:02}", f"Matrikel {month} {number}"
        matter_held(
            f"{number:02}-{month:02}-2013",
            title,
            case,
            "Udsættes. TMC forelægger en plan i maj.",
            body="Byrådet",
        )
        matter_held(f"{number:02}-{month + 6:02}-2013", title, case, "Godkendt.", body="Byrådet")


def count(client: Client, address: str) -> int:
    client.get(address)  # what is put together once is so now
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
        assert response.status_code == 200, address
        if response.streaming:
            response.getvalue()
    return len(queries)


def test_it_is_the_same_for_little_and_much(client: Client) -> None:
    add_centre("TMC", "Teknik- og Miljøcentret")
    hold(1, matters=2)
    few = {address: count(client, address) for address in ADDRESSES}
    hold(2, matters=9)
    many = {address: count(client, address) for address in ADDRESSES}
    assert many == few
    assert max(many.values()) <= MOST, many


def test_staff_need_no_more_than_others_may(staff_client: Client) -> None:
    add_centre("TMC", "Teknik- og Miljøcentret")
    hold(1, matters=2)
    counts = {address: count(staff_client, address) for address in ADDRESSES}
    assert max(counts.values()) <= MOST, counts
