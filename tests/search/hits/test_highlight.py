import re
from pathlib import Path

import pytest
from django.utils.html import escape
from django.utils.safestring import SafeString
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes.search.hits.highlight import Mark, find_marks, mark
from minutes.search.hits.wanted_words import find_wanted_words
from minutes.search.query.query import parse_query

TAGS = re.compile(r"</?mark>")


def marked(text: str, typed: str) -> str:
    (marks,) = find_marks([text], find_wanted_words(parse_query(typed)))
    return mark(text, marks)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "text", "shown"),
    [
        ("skole", "Nye skoler i byen", "Nye <mark>skoler</mark> i byen"),
        ("SKOLERNE", "En skole. Skolens tag.", "En <mark>skole</mark>. <mark>Skolens</mark> tag."),
        ("budget skole", "Skolernes budget", "<mark>Skolernes</mark> <mark>budget</mark>"),
        ("Taastrup", "Tåstrup og Taastrup", "<mark>Tåstrup</mark> og <mark>Taastrup</mark>"),
        ("idefase", "en idéfase", "en <mark>idéfase</mark>"),
        ("centeret", "Centret og de andre centre", "<mark>Centret</mark> og de andre <mark>centre</mark>"),
        ("HRC", "Jf. HRC/JC", "Jf. <mark>HRC</mark>/JC"),
        ("htklis", "Tidsplan for HTK-LIS", "Tidsplan for <mark>HTK-LIS</mark>"),
        ("HTK-LIS", "HTKLIS og HTK-LIS", "<mark>HTKLIS</mark> og <mark>HTK-LIS</mark>"),
        ("12-32140", "Se sag 12 / 32140.", "Se sag <mark>12 / 32140</mark>."),
        ("9/22035", "(09/22035)", "(<mark>09/22035</mark>)"),
        ("32140", "Se sag 2012/32140", "Se sag <mark>2012/32140</mark>"),
        (
            '"nye skoler" -veje',
            "Nye skoler, nye veje",
            "<mark>Nye skoler</mark>, nye veje",
        ),
        ("skole", "Ta\u030astrup: skole", "Ta\u030astrup: <mark>skole</mark>"),
        # a phrase as a whole, whatever inflection, and across a stop word
        ('"nye skole"', "Nye skoler, skoler nye", "<mark>Nye skoler</mark>, skoler nye"),
        (
            '"plan for skoler"',
            "En plan for skolen. Skoler for planer.",
            "En <mark>plan for skolen</mark>. Skoler for planer.",
        ),
        ('"nye skoler" skole', "Skoler: nye\nskoler", "<mark>Skoler</mark>: <mark>nye\nskoler</mark>"),
        ('"nye nye skoler"', "nye nye nye skoler", "nye <mark>nye nye skoler</mark>"),
        (
            "27. august 2013",
            "august 2013, den 27. august 2013",
            "august 2013, den <mark>27. august 2013</mark>",
        ),
        ("27. august 2013", "Mødet 27-08-2013", "Mødet <mark>27-08-2013</mark>"),
        ("august 2013", "27. august 2013 og i august", "27. <mark>august 2013</mark> og i august"),
    ],
)
def test_the_words_that_match_are_marked_as_they_are_written(typed, text, shown):
    assert marked(text, typed) == shown


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("rum", "Chefforum"),
        ("vision", "Revision"),
        ("stilling", "Indstilling og fremstilling"),
        ("og", "Skoler og veje"),
        ("-skoler veje", "Skoler"),
        ("12/32140", "12/32141 og 32140"),
        ('"nye skoler"', "Nye veje og skoler. Nyeskoler, nybygningsskoler"),
        ('"plan for skoler"', "Plan skoler, plan for nye skoler"),
        ("27. august 2013", "27 sager i august 2013"),
        ("", "Skoler"),
    ],
)
def test_what_does_not_match_is_not_marked(typed, text):
    assert marked(text, typed) == text


@pytest.mark.django_db
def test_markup_in_a_text_is_shown_as_text():
    text = '<img src=x onerror=alert(1)> & "script" </mark>'
    shown = marked(text, "img script mark")
    assert TAGS.sub("", shown) == escape(text)
    assert "<mark>img</mark>" in shown


@pytest.mark.django_db
@pytest.mark.parametrize("number_of_texts", [1, 50])
def test_marking_any_number_of_texts_asks_only_for_words_not_met_before(
    number_of_texts, django_assert_num_queries
):
    wanted = find_wanted_words(parse_query("skole"))
    find_marks(["Nye skoler"], wanted)
    with django_assert_num_queries(0):
        marks = find_marks(["Nye skoler"] * number_of_texts, wanted)
    assert marks == [[Mark(4, 10, "skol")]] * number_of_texts


def test_of_marks_that_overlap_the_first_is_shown():
    marks = [Mark(0, 3, "a"), Mark(2, 7, "b"), Mark(8, 11, "c")]
    assert mark("abc def ghi", marks) == "<mark>abc</mark> def <mark>ghi</mark>"


def test_a_marked_text_is_safe_html():
    shown = mark("a < b", [])
    assert isinstance(shown, SafeString)
    assert shown == "a &lt; b"


def test_no_other_place_calls_a_text_safe():
    project = Path(__file__).parents[3]
    code = [path for path in (project / "minutes").rglob("*.py") if "mark_safe" in path.read_text()]
    templates = [path for path in (project / "templates").rglob("*.html") if "|safe" in path.read_text()]
    assert [path.name for path in code] == ["highlight.py"]
    assert templates == []


@st.composite
def texts_with_marks(draw):
    text = draw(
        st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("<>&\"'/ mark;"), max_size=60)
    )
    places = draw(st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=8))
    return text, sorted(Mark(start, end, "x") for start, end in places if 0 <= start < end <= len(text))


@given(texts_with_marks())
def test_whatever_is_marked_only_mark_tags_are_let_through(marked_text):
    text, marks = marked_text
    shown = mark(text, marks)
    assert TAGS.sub("", shown) == escape(text)
    assert not re.search(r"<(?!/?mark>)", shown)


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["skole", "<b>", "&amp;", '"', "Ta\u030astrup", "HTK-LIS", "12/32140", "</mark>", " "]
        )
    ),
    st.sampled_from(["skole", "taastrup b amp", "htklis 12-32140", "mark", '"skole b skole"', '"amp skole"']),
)
def test_a_marked_text_without_its_tags_is_the_escaped_text(pieces, typed):
    text = "".join(pieces)
    assert TAGS.sub("", marked(text, typed)) == escape(text)
