import pytest

from minutes.search.query.names import Names
from minutes.search.query.properties import OfBody

BODIES = (
    "direktionen",
    "økonomiudvalget",
    "udvalget for byggeri",
    "øu",
    "hrc",
    "chefforum",
    "byrådet",
    "byråd",
    "BY",
)
MEANINGS = {tuple(name.split()): (OfBody(pk),) for pk, name in enumerate(BODIES) if name != "BY"}
NAMES = Names(MEANINGS, {("by",): (OfBody(BODIES.index("BY")),)})


def find(name: str, **how: bool) -> str | None:
    """The name that is meant."""
    found = NAMES.find(tuple(name.split()), **how)
    return BODIES[found[0].pk] if found else None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("direktionen", "direktionen"),
        ("direktionens", "direktionen"),
        ("direktion", "direktionen"),
        ("økonomiudvalg", "økonomiudvalget"),
        ("økonomiudvalgets", "økonomiudvalget"),
        ("udvalget for byggeri", "udvalget for byggeri"),
        ("udvalget for byggeriet", "udvalget for byggeri"),
        ("byrådsmøde", "byråd"),
        ("direktionsmødet", "direktionen"),
        ("økonomiudvalgsmøderne", "økonomiudvalget"),
        ("hrcs", "hrc"),
        ("hrc s", "hrc"),
        ("øus", "øu"),
        ("chefforums", "chefforum"),
        # what is a name itself is meant before the stem of another
        ("byråd", "byråd"),
        ("byrådets", "byrådet"),
    ],
)
def test_a_name_is_found_in_any_form(typed, name):
    assert find(typed) == name


@pytest.mark.parametrize(
    "typed",
    [
        "direkt",
        "udvalg",
        "udvalgets",
        "s",
        "hr",
        "for byggeri",
        "økonomi",
        "by",
        "bys",
        "møde",
        "mødet",
        "fællesmøde",
    ],
)
def test_what_is_no_name_is_none(typed):
    assert find(typed) is None


def test_an_acronym_that_is_a_word_is_meant_in_capitals_alone():
    assert find("by", in_capitals=True) == "BY"
    assert find("bys", in_capitals=True) == "BY"
    assert find("hrc", in_capitals=True) == "hrc"


def test_the_longest_name_tells_how_far_to_look():
    assert NAMES.longest == 3
    assert Names().longest == 0
    assert Names().find(("direktionen",)) == ()
