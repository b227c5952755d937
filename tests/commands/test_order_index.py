from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting

pytestmark = pytest.mark.django_db(transaction=True)


def order_index() -> str:
    said = StringIO()
    call_command("order_index", stdout=said)
    return said.getvalue().strip()


def found() -> list[str]:
    answer = Client().get(reverse("search"), {"q": "skolerne", "sort": "nyeste", "format": "json"})
    return [hit["date"] for hit in answer.json()["results"]]


def test_the_index_is_put_in_order_and_the_same_is_found():
    for date in ("2014-05-05", "2012-01-01", "2013-02-02"):
        add_indexed_item(add_meeting(date), "Skolernes ferie")
    before = found()

    assert order_index() == "Søgeindekset ligger i tidsorden."
    assert found() == before == ["2014-05-05", "2013-02-02", "2012-01-01"]


def test_an_empty_archive_is_in_order():
    assert order_index() == "Søgeindekset ligger i tidsorden."
