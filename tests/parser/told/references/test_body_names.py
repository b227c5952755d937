"""The bodies that a text names, in every form, and words that only look like them."""

import pytest

from minutes.parser.told.references.body_names import find_bodies, is_same_body

from .reading import BODIES


def named(text: str) -> list[str]:
    return [body.name for body in find_bodies(text, BODIES)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("i Byrådet", ["Byrådet"]),
        ("byrådets møde", ["Byrådet"]),
        ("byrådsmødet", ["Byrådet"]),
        ("BY-sag", ["Byrådet"]),
        ("på ØU d. 3.", ["Økonomiudvalget"]),
        ("ØU's møde", ["Økonomiudvalget"]),
        ("økonomiudvalgsmøde", ["Økonomiudvalget"]),
        ("Økonomiudvalgets sag", ["Økonomiudvalget"]),
        ("direktionsmøde", ["Direktionen"]),
        ("direktionensmøde", ["Direktionen"]),
        ("Direktionsbeslutning", ["Direktionen"]),
        ("dir.møde", ["Direktionen"]),
        ("dir. møde", ["Direktionen"]),
        ("chefforum seminariet", ["Chefforum"]),
        ("chefforumseminar", ["Chefforum"]),
        ("Chefforums møde", ["Chefforum"]),
        ("Børne- og Kulturudvalget", ["Børne- og Kulturudvalget"]),
        ("Social-, Sundheds- og Ældreudvalgets møde", ["Social-, Sundheds- og Ældreudvalget"]),
        ("SSU og HU-møde", ["SSU", "HU"]),
        ("Direktionens Strategiske Lederforum", ["Direktionens Strategiske Lederforum"]),
        ("På Strategisk Lederforum", ["Strategisk Lederforum"]),
        ("Ældrerådet", ["Ældrerådet"]),
        ("Kommunalbestyrelsen", ["Kommunalbestyrelsen"]),
        ("styregruppen", ["styregruppen"]),
        ("Direktionen og Byrådet", ["Direktionen", "Byrådet"]),
    ],
)
def test_a_body_is_named_in_many_forms(text: str, names: list[str]):
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "området",
        "boligområdet",
        "forråd",
        "samråd",
        "rådet",
        "rådhuset",
        "byrådscentret",
        "Byrådscentret",
        "Byrådshøjskolen",
        "direktionssekretariatet",
        "EU",
        "EU-projekt",
        "øu",
        "by",
        "BYC",
        "MUS",
        "udvalgte",
        "et udvalgt forum",
        "forummet",
        "IT",
        "direktør",
    ],
)
def test_other_words_are_no_body(text: str):
    assert named(f"om {text} her") == []


@pytest.mark.parametrize(
    ("one", "other"), [("Direktionen", "direktion"), ("Byrådet", "byråd"), ("Chefforum", "CHEFFORUM")]
)
def test_two_forms_are_one_body(one: str, other: str):
    assert is_same_body(one, other)


def test_two_bodies_are_not_one():
    assert not is_same_body("Byrådet", "Økonomiudvalget")
