"""The labels that stand beside decisions and items."""

from __future__ import annotations

import datetime

import pytest

from minutes.models import Centre, Outcome
from minutes.pages.search.search_controls import Choice
from minutes.templatetags.labels import as_badge, as_choices, as_codes, as_day, as_genitive
from tests.build.rows import add_decision, add_decision_in_parts, add_item, add_meeting

HOSTILE = "<script>\"'&"


def test_an_outcome_is_told_in_words() -> None:
    assert as_badge(Outcome.DEFERRED) == '<span class="badge badge--deferred">Udsat</span>'


def test_every_outcome_but_the_one_that_tells_nothing_has_a_label() -> None:
    assert [outcome for outcome in Outcome if not as_badge(outcome.value)] == [Outcome.OTHER]


@pytest.mark.parametrize("outcome", ["", "unknown", HOSTILE])
def test_what_is_no_outcome_has_no_label(outcome: str) -> None:
    assert as_badge(outcome) == ""


def test_codes_lead_to_their_centres() -> None:
    centres = [Centre(code=code, slug=code.lower(), name=f"{code}-centret") for code in ("BYC", "HRC")]
    assert as_codes(centres) == (
        '<a class="code" href="/centre/byc/" title="BYC-centret">BYC</a> '
        '<a class="code" href="/centre/hrc/" title="HRC-centret">HRC</a>'
    )


def test_no_centres_give_no_codes() -> None:
    assert as_codes([]) == ""


def test_the_name_of_a_centre_is_never_mark_up() -> None:
    html = as_codes([Centre(code=HOSTILE, slug="hrc", name=HOSTILE)])
    assert "<script" not in html
    assert html.count("&lt;script&gt;&quot;&#x27;&amp;") == 2


def test_a_day_is_told_in_figures() -> None:
    assert as_day(datetime.date(2013, 8, 27)) == "27-08-2013"
    assert as_day(datetime.date(2014, 1, 2)) == "02-01-2014"


@pytest.mark.parametrize(
    ("name", "genitive"),
    [
        ("Nyby Kommune", "Nyby Kommunes"),
        ("Byens Hus", "Byens Hus'"),
        ("NVX", "NVX'"),
        ("Region Øst", "Region Østs"),
    ],
)
def test_a_name_in_the_genitive_has_an_s_or_an_apostrophe(name: str, genitive: str) -> None:
    assert as_genitive(name) == genitive


def test_choices_are_links_with_their_figures_and_the_chosen_one_says_so() -> None:
    choices = [
        Choice("2014", "?q=a&aar=2014", count="1.000"),
        Choice("2013", "?q=a", is_chosen=True, count="3"),
    ]
    assert as_choices(choices) == (
        '<ul class="bare"><li><a href="?q=a&amp;aar=2014">2014</a> <span class="muted">1.000</span></li>'
        '<li><a href="?q=a" aria-current="true">2013</a> <span class="muted">3</span></li></ul>'
    )


def test_no_choices_are_an_empty_list() -> None:
    assert as_choices([]) == '<ul class="bare"></ul>'


def test_the_label_and_the_address_of_a_choice_are_never_mark_up() -> None:
    html = as_choices([Choice(HOSTILE, HOSTILE, count=HOSTILE)])
    assert "<script" not in html
    assert html.count("&lt;script&gt;&quot;&#x27;&amp;") == 3


@pytest.mark.django_db
def test_the_parts_of_a_decision_have_a_label_each_which_is_escaped() -> None:
    decision = add_decision_in_parts(add_item(add_meeting()), Outcome.APPROVED, Outcome.OTHER)
    decision.parts.update(point=HOSTILE)
    assert as_badge(decision) == (
        '<span class="badges"><span class="badge badge--approved">'
        "&lt;script&gt;&quot;&#x27;&amp;: Godkendt</span> "
        '<span class="badge badge--other">&lt;script&gt;&quot;&#x27;&amp;: Andet</span></span>'
    )


@pytest.mark.django_db
def test_a_decision_without_parts_has_the_label_of_its_outcome() -> None:
    item = add_item(add_meeting())
    assert as_badge(add_decision(item, outcome=Outcome.DEFERRED)) == as_badge(Outcome.DEFERRED)
    assert as_badge(add_decision(item, outcome=Outcome.OTHER)) == ""
