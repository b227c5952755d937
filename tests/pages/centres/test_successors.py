"""A centre's page tells what went before it and what came after it, as the archivist keeps it."""

from __future__ import annotations

import json
from collections.abc import Callable

from django.test import Client

from minutes.importing.organisation import load_organisation
from tests.build.page import Page
from tests.build.rows import add_centre

Read = Callable[..., Page]


def test_both_tell_of_each_other_with_their_years(read: Read) -> None:
    load_organisation()
    page = read("/centre/jc/")
    assert "Efterfulgt af Borger- og Arbejdsmarkedscentret (BAC) fra 2015" in page.main
    assert page.link("Borger- og Arbejdsmarkedscentret (BAC)") == "/centre/bac/"
    assert "Forgænger: Jobcentret (JC) til 2014" in read("/centre/bac/").main


def test_of_several_each_is_told(read: Read) -> None:
    one, other = add_centre("AC", "A-Centret"), add_centre("BC", "B-Centret")
    add_centre("CC", "C-Centret").predecessors.set([one, other])
    assert "Forgængere: A-Centret (AC), B-Centret (BC)" in read("/centre/cc/").main


def test_a_centre_without_any_says_nothing(read: Read) -> None:
    add_centre("HRC", "HR-Centret")
    assert "orgænger" not in read("/centre/hrc/").main
    assert "Efterfulgt" not in read("/centre/hrc/").main


def test_programs_are_told_too(client: Client, db: None) -> None:
    load_organisation()
    answer = json.loads(client.get("/centre/jc/", {"format": "json"}).content)
    assert (answer["predecessors"], answer["successors"], answer["valid_to"]) == ([], ["BAC"], 2014)
