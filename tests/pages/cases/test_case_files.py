"""A case as a file, and as JSON: what everybody may see of it."""

from __future__ import annotations

from django.test import Client

from minutes.models import Outcome, PublicationState
from tests.build.rows import add_decision, add_item, add_meeting
from tests.build.told_rows import add_deferral

ADDRESS = "/sager/12/32140/"
CASE = "12/32140"


def test_the_items_can_be_had_as_a_file(client: Client, db: None) -> None:
    add_decision(add_item(add_meeting("2013-02-05"), "=Ny kantine", CASE), "Godkendt.\nMed tak.")
    add_item(add_meeting("2013-08-27"), "Ny kantine", CASE)
    add_decision(add_item(add_meeting("2013-09-10"), "Lukket", CASE, is_closed=True), "Hemmeligt.")
    lines = client.get(ADDRESS, {"format": "csv"}).getvalue().decode("utf-8-sig")
    assert lines.splitlines() == [
        "Mødedato;Organ;Punkt;Titel;Besluttet af;Besluttet den;Udfald;Beslutning;Adresse",
        "05-02-2013;Direktionen;1;'=Ny kantine;Direktionen;05-02-2013;godkendt;\"Godkendt.",
        'Med tak.";http://testserver/moeder/direktionen/2013-02-05/punkt-1/',
        "27-08-2013;Direktionen;1;Ny kantine;;;;;http://testserver/moeder/direktionen/2013-08-27/punkt-1/",
    ]


def test_json_tells_decisions_and_where_a_deferral_was_taken_up(client: Client, db: None) -> None:
    add_item(add_meeting("2013-08-27"), "Ny kantine", CASE)
    put_off = add_item(add_meeting("2013-02-05"), "Ny kantine", CASE)
    add_decision(put_off, "Udsættes.", Outcome.DEFERRED)
    add_deferral(put_off, "Udsættes.")
    add_item(add_meeting("2014-02-05", state=PublicationState.DRAFT), "Hemmelig kantine", CASE)
    told = client.get(f"{ADDRESS}?format=json").json()
    assert (told["number"], told["count"], told["is_collective"]) == (CASE, 2, False)
    assert [item["date"] for item in told["items"]] == ["2013-08-27", "2013-02-05"]
    (decision,) = told["items"][1]["decisions"]
    assert decision["outcome"] == "udsat"
    assert decision["taken_up"]["url"] == "http://testserver/moeder/direktionen/2013-08-27/punkt-1/"
    assert "Hemmelig" not in str(told)
