import pytest

from minutes.models import SectionKind
from minutes.search.highlight import Mark
from minutes.search.snippets import LEAD, LENGTH, MarkedSection, best_snippet


def section(kind: SectionKind, text: str, *words: str) -> MarkedSection:
    """A section in which every occurrence of the words is marked, each word its own lexeme."""
    marks = [
        Mark(place, place + len(word), word)
        for word in words
        for place in range(len(text))
        if text.startswith(word, place)
    ]
    return MarkedSection(kind, text, sorted(marks))


def test_a_passage_is_labelled_with_its_section_in_danish():
    snippet = best_snippet([section(SectionKind.DECISION, "Godkendt.", "Godkendt")])
    assert snippet.section == "Beslutning"
    assert snippet.passage == "<mark>Godkendt</mark>."


def test_the_section_with_most_different_words_is_shown():
    snippet = best_snippet(
        [
            section(SectionKind.DECISION, "budget budget budget", "budget"),
            section(SectionKind.ECONOMY, "budget til skole", "budget", "skole"),
        ]
    )
    assert snippet.section == "Økonomi"


@pytest.mark.parametrize(
    ("kinds", "shown"),
    [
        ((SectionKind.BACKGROUND, SectionKind.DECISION), "Beslutning"),
        ((SectionKind.DECISION, SectionKind.RECOMMENDATION), "Beslutning"),
        ((SectionKind.ECONOMY, SectionKind.RECOMMENDATION), "Indstilling"),
        ((SectionKind.BACKGROUND, SectionKind.ECONOMY), "Baggrund"),
    ],
)
def test_of_two_that_show_as_much_the_decision_then_the_recommendation_then_the_first_is_shown(kinds, shown):
    assert best_snippet([section(kind, "et budget", "budget") for kind in kinds]).section == shown


def test_where_nothing_is_marked_the_most_telling_section_begins():
    text = "Direktionen godkendte. " * 40
    snippet = best_snippet([section(SectionKind.BACKGROUND, "Om sagen"), section(SectionKind.DECISION, text)])
    assert snippet.section == "Beslutning"
    assert snippet.passage.startswith("Direktionen godkendte.")
    assert snippet.passage.endswith(" …")


@pytest.mark.parametrize("sections", [[], [section(SectionKind.BACKGROUND, "")]])
def test_an_item_that_says_nothing_has_no_snippet(sections):
    assert best_snippet(sections) is None


def test_a_long_text_is_shown_around_its_words():
    text = "ord " * 200 + "et budget til skole " + "ord " * 200
    passage = best_snippet([section(SectionKind.BACKGROUND, text, "budget", "skole")]).passage
    assert passage.startswith("… ord ")
    assert "et <mark>budget</mark> til <mark>skole</mark>" in passage
    assert passage.endswith("ord …")
    assert len(passage) < LENGTH + 60


def test_the_densest_place_of_a_text_is_shown():
    text = "budget " + "ord " * 200 + "budget til skole" + " ord" * 200
    passage = best_snippet([section(SectionKind.BACKGROUND, text, "budget", "skole")]).passage
    assert "<mark>budget</mark> til <mark>skole</mark>" in passage


def test_a_passage_begins_with_its_line_where_that_begins_near():
    text = "ord " * 200 + "\nDet nye budget " + "ord " * 10
    passage = best_snippet([section(SectionKind.BACKGROUND, text, "budget")]).passage
    assert passage.startswith("… Det nye <mark>budget</mark>")


def test_lines_and_cells_stay_apart():
    passage = best_snippet([section(SectionKind.BACKGROUND, "HRC\t100\nØDC\t200")]).passage
    assert passage == "HRC\u2003100\u2003ØDC\u2003200"


def test_markup_is_escaped():
    passage = best_snippet([section(SectionKind.DECISION, "<b>budget</b> & mere", "budget")]).passage
    assert passage == "&lt;b&gt;<mark>budget</mark>&lt;/b&gt; &amp; mere"


@pytest.mark.parametrize(
    "text",
    [
        "x" * 5000,
        "x" * 200 + "budget" + "x" * 5000,
        "budget" * 1000,
        "x " * LEAD + "budget" + "y" * LENGTH * 3,
    ],
)
def test_a_text_without_blanks_is_cut_all_the_same(text):
    passage = best_snippet([section(SectionKind.DECISION, text, "budget")]).passage
    assert 0 < len(passage.replace("<mark>", "").replace("</mark>", "")) <= LENGTH + 4


def test_thousands_of_marks_are_weighed_quickly():
    sections = [section(SectionKind.BACKGROUND, "budget " * 20_000, "budget")]
    assert best_snippet(sections).passage.count("<mark>") > 20


@pytest.mark.parametrize(
    "text",
    [
        "Skole",
        "En skole & <b>en</b> skole",
        "ord " * 100 + "skole\tog skole\n" + "ord " * 100,
        "skole " * 200,
    ],
)
def test_the_marks_of_a_passage_lie_in_its_text_as_it_is_shown(text):
    snippet = best_snippet([section(SectionKind.BACKGROUND, text, "skole", "Skole")])
    assert snippet.marks
    assert {snippet.text[place.start : place.end].lower() for place in snippet.marks} == {"skole"}
    assert len(snippet.marks) == snippet.passage.count("<mark>") == snippet.text.lower().count("skole")
