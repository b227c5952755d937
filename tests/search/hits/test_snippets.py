import pytest

from minutes.search.hits.highlight import Mark
from minutes.search.hits.snippets import LEAD, LENGTH, MarkedSection, best_snippet, snippet_at


def section(name: str, text: str, *words: str, how_telling: int = 0) -> MarkedSection:
    """A section in which every occurrence of the words is marked, each word its own lexeme."""
    marks = [
        Mark(place, place + len(word), word)
        for word in words
        for place in range(len(text))
        if text.startswith(word, place)
    ]
    return MarkedSection(name, how_telling, text, sorted(marks))


def test_a_passage_is_labelled_with_its_section():
    snippet = best_snippet([section("Beslutning", "Godkendt.", "Godkendt")])
    assert snippet.section == "Beslutning"
    assert snippet.passage == "<mark>Godkendt</mark>."


def test_the_section_with_most_different_words_is_shown():
    snippet = best_snippet(
        [
            section("Beslutning", "budget budget budget", "budget"),
            section("Økonomi", "budget til skole", "budget", "skole"),
        ]
    )
    assert snippet.section == "Økonomi"


def test_of_two_that_show_as_much_the_more_telling_one_is_shown_then_the_first():
    telling = [("a", 0), ("b", 2), ("c", 2), ("d", 1)]
    sections = [section(name, "et budget", "budget", how_telling=how) for name, how in telling]
    assert best_snippet(sections).section == "b"


def test_where_nothing_is_marked_the_most_telling_section_begins():
    text = "Direktionen godkendte. " * 40
    snippet = best_snippet([section("Baggrund", "Om sagen"), section("Beslutning", text, how_telling=1)])
    assert snippet.section == "Beslutning"
    assert snippet.passage.startswith("Direktionen godkendte.")
    assert snippet.passage.endswith(" …")


@pytest.mark.parametrize("sections", [[], [section("Baggrund", "")]])
def test_an_item_that_says_nothing_has_no_snippet(sections):
    assert best_snippet(sections) is None


def test_a_long_text_is_shown_around_its_words():
    text = "ord " * 200 + "et budget til skole " + "ord " * 200
    passage = best_snippet([section("Baggrund", text, "budget", "skole")]).passage
    assert passage.startswith("… ord ")
    assert "et <mark>budget</mark> til <mark>skole</mark>" in passage
    assert passage.endswith("ord …")
    assert len(passage) < LENGTH + 60


def test_the_densest_place_of_a_text_is_shown():
    text = "budget " + "ord " * 200 + "budget til skole" + " ord" * 200
    passage = best_snippet([section("Baggrund", text, "budget", "skole")]).passage
    assert "<mark>budget</mark> til <mark>skole</mark>" in passage


def test_a_passage_begins_with_its_line_where_that_begins_near():
    text = "ord " * 200 + "\nDet nye budget " + "ord " * 10
    passage = best_snippet([section("Baggrund", text, "budget")]).passage
    assert passage.startswith("… Det nye <mark>budget</mark>")


def test_lines_and_cells_stay_apart():
    passage = best_snippet([section("Baggrund", "HRC\t100\nØDC\t200")]).passage
    assert passage == "HRC · 100 · ØDC · 200"


def test_markup_is_escaped():
    passage = best_snippet([section("Beslutning", "<b>budget</b> & mere", "budget")]).passage
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
    passage = best_snippet([section("Beslutning", text, "budget")]).passage
    assert 0 < len(passage.replace("<mark>", "").replace("</mark>", "")) <= LENGTH + 4


def test_thousands_of_marks_are_weighed_quickly():
    sections = [section("Baggrund", "budget " * 20_000, "budget")]
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
    snippet = best_snippet([section("Baggrund", text, "skole", "Skole")])
    assert snippet.marks
    assert {snippet.text[place.start : place.end].lower() for place in snippet.marks} == {"skole"}
    assert len(snippet.marks) == snippet.passage.count("<mark>") == snippet.text.lower().count("skole")


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Punkter:\n- budget\n- skole", "Punkter: · budget · skole"),
        ("Punkter:\n•\tbudget\n\n\no skole", "Punkter: · budget · skole"),
        ("budget   til     skole", "budget til skole"),
        ("budget-\nskole", "budget- · skole"),
        ("et o for budget", "et o for budget"),
        ("  budget", "budget"),
        ("- budget\n- skole", "budget · skole"),
        ("o\tbudget", "budget"),
        ("-5 budget", "-5 budget"),
    ],
)
def test_list_marks_and_wide_blanks_are_left_out(text, passage):
    assert best_snippet([section("Indhold", text)]).text == passage


def test_marks_stand_where_their_words_stand_then():
    text = "Der er\n\n  -  budget   og\t•\tskole\ni morgen"
    snippet = best_snippet([section("Indhold", text, "budget", "skole")])
    assert snippet.passage == "Der er · <mark>budget</mark> og · <mark>skole</mark> · i morgen"


def test_words_are_shown_where_they_stand_nearest():
    far = "budget " + "x" * 100 + " skole " + "y " * 300
    snippet = best_snippet([section("Indhold", far + "budget til skole", "budget", "skole")])
    assert "<mark>budget</mark> til <mark>skole</mark>" in snippet.passage


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("2. at planen godkendes\n3. at der gives budget", "at planen godkendes · at der gives budget"),
        ("Det indstilles,\n1) giver budget\n2) får en plan", "Det indstilles, · giver budget · får en plan"),
        ("a. Planen\nb) Et budget", "Planen · Et budget"),
        ("1. maj er fri\n2. behandling af budget", "1. maj er fri · 2. behandling af budget"),
        ("1. etape\n2. kvartal 2014", "1. etape · 2. kvartal 2014"),
        ("j. nr. 4\nA. Holm\n12. 4\n2014 at", "j. nr. 4 · A. Holm · 12. 4 · 2014 at"),
    ],
)
def test_what_only_counts_in_a_list_is_left_out_and_no_number_that_says_more(text, passage):
    assert best_snippet([section("Indstilling", text)]).text == passage


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("1. Godkendt\n2. Udsat", "1. Godkendt · 2. Udsat"),
        ("1. at budget gives\n2. at vente", "at budget gives · at vente"),
    ],
)
def test_in_a_decision_the_number_of_a_point_stays(text, passage):
    assert best_snippet([section("Beslutning", text)._replace(counts=True)]).text == passage


def test_a_passage_that_begins_with_a_line_has_no_mark_either_and_one_within_a_line_keeps_its_words():
    first = "ord " * 100
    for mark in ("2. ", "- ", "b) "):
        snippet = best_snippet([section("Indhold", f"{first}\n{mark}at der gives budget", "budget")])
        assert snippet.passage == "… at der gives <mark>budget</mark>"
    text = "kl. " * 40 + "12. Mødet om budget"
    assert "12. Mødet" in snippet_at(section("Indhold", text, "budget"), text.index("budget")).text
