"""What is suggested while somebody types: cases, titles, centres, bodies and words that the reader may know of."""

import pytest
from django.contrib.auth.models import AnonymousUser
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes.models import BodyAlias, CentreAlias, Meeting, PublicationState, SearchWord, SectionKind, Series
from minutes.search.guidance.suggestion import Kind, Suggestion
from minutes.search.guidance.suggestions import suggest
from minutes.search.index.writing import index_meetings
from tests.build.indexed import add_indexed_item, add_indexed_items
from tests.build.rows import add_body, add_centre, add_editor, add_meeting

ANYBODY = AnonymousUser()

pytestmark = pytest.mark.django_db


def labels(typed, kind, user=ANYBODY):
    return [suggestion.label for suggestion in suggest(typed, user) if suggestion.kind == kind]


@pytest.fixture
def cases():
    """Three cases, one of them with two items, in the meetings of two years."""
    first, later = add_meeting("2012-03-01"), add_meeting("2013-03-01")
    add_indexed_item(first, "Kantinen", case="12/32140")
    add_indexed_item(later, "Ny kantine", case="12/32140")
    add_indexed_item(later, "Legeplads", case="12/321")
    add_indexed_item(later, "Cykelsti", case="13/32199")


@pytest.mark.usefixtures("cases")
@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("12/32", ["12/321", "12/32140"]),
        ("12/", ["12/32140", "12/321"]),
        ("sag 2012-", ["12/32140", "12/321"]),
        ("sagsnr. 12/", ["12/32140", "12/321"]),
        ("j.nr.: 2013 /", ["13/32199"]),
        ("dok.nr. 12/", []),
        ("13/", ["13/32199"]),
        ("14/", []),
        ("12-32", ["12/321", "12/32140"]),
        ("2012/32", ["12/321", "12/32140"]),
        ("sag 12/3", ["12/321", "12/32140"]),
        ("sagsnr.: 12-321", ["12/321", "12/32140"]),
        ("12/3214", ["12/32140"]),
        ("12/32140", ["12/32140"]),
        ("321", ["12/321", "12/32140", "13/32199"]),
        ("sag 3219", ["13/32199"]),
        ("32140", ["12/32140"]),
        ("12/33", []),
        ("2140", []),
        ("12", []),
        ("321 40", []),
        ("12/32%", []),
        ("9999999", []),
        ("269057/12", []),
    ],
)
def test_a_number_that_is_begun_leads_to_cases(typed, numbers):
    found = labels(typed, Kind.CASE)
    assert [label.split()[1] for label in found] == numbers


@pytest.mark.usefixtures("cases")
def test_a_case_is_told_by_its_newest_title_and_leads_to_its_page():
    assert Suggestion(Kind.CASE, "Sag 12/32140 – Ny kantine", "/sager/12/32140/") in suggest("12/32", ANYBODY)


def test_no_more_than_three_cases_are_told():
    meeting = add_meeting()
    for serial in range(500, 510):
        add_indexed_item(meeting, case=f"12/{serial}")
    assert len(labels("12/50", Kind.CASE)) == 3


def test_a_long_title_is_cut_at_a_word():
    add_indexed_item(add_meeting(), "Kantine " * 30, case="12/32140")
    (label,) = labels("12/32140", Kind.CASE)
    assert label.endswith("Kantine …")
    assert len(label) < 120


@pytest.mark.parametrize("state", [PublicationState.DRAFT, PublicationState.WITHDRAWN])
def test_a_case_that_is_only_in_meetings_the_reader_may_not_see_is_not_told(state):
    add_indexed_item(add_meeting(state=state), "Kantinen", case="12/32140")
    assert suggest("12/32", ANYBODY) == []
    assert suggest("321", ANYBODY) == []


def test_a_hidden_title_of_a_case_is_not_the_one_told():
    add_indexed_item(add_meeting("2012-03-01"), "Kantinen", case="12/32140")
    add_indexed_item(
        add_meeting("2013-03-01", state=PublicationState.DRAFT), "Lukning af kantinen", case="12/32140"
    )
    assert labels("12/32", Kind.CASE) == ["Sag 12/32140 – Kantinen"]
    staff = add_editor()
    assert labels("12/32", Kind.CASE, staff) == ["Sag 12/32140 – Lukning af kantinen"]


def test_a_case_of_closed_items_is_told_to_nobody():
    add_indexed_item(add_meeting(), "Lederens afgang", case="12/32140", is_closed=True)
    for user in (ANYBODY, add_editor()):
        assert suggest("12/32140", user) == []
        assert suggest("321", user) == []
        assert suggest("afg", user) == []


@pytest.fixture
def titles():
    meeting = add_meeting("2013-03-01")
    add_indexed_item(meeting, "Nye skoler i byen")
    add_indexed_item(meeting, "Skolevejen lægges om", sections={SectionKind.DECISION: "Nye skilte sættes op"})
    add_indexed_item(meeting, "Nye veje", "Ved skolen")
    add_indexed_item(meeting, "Kantinen", sections={SectionKind.DECISION: "Skolen bestemmer, som den er ny"})


@pytest.mark.usefixtures("titles")
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("skol", ["Nye skoler i byen", "Skolevejen lægges om"]),
        ("SKOLE", ["Nye skoler i byen", "Skolevejen lægges om"]),
        ("nye skol", ["Nye skoler i byen"]),
        ("nyt OR nye skol", ["Nye skoler i byen"]),
        ("skoler i by", ["Nye skoler i byen"]),
        ("skoler nye", ["Nye skoler i byen"]),
        ("skolerne ", ["Nye skoler i byen", "Skolevejen lægges om"]),
        ("nye ve", ["Nye veje"]),
        ("nye -skol", []),
        ("nye -skole ve", ["Nye veje"]),
        ("kantine OR skolev", ["Skolevejen lægges om", "Kantinen"]),
        ("bestem", []),
        ("kloak", []),
        ("gamle skol", []),
        ("og ", []),
        ("-skoler ", []),
    ],
)
def test_titles_have_the_words_and_one_that_begins_as_the_last(typed, found):
    assert [label.partition(" – ")[0] for label in labels(typed, Kind.TITLE)] == found


@pytest.mark.usefixtures("titles")
def test_a_title_tells_its_meeting_and_leads_to_the_item():
    expected = Suggestion(
        Kind.TITLE, "Nye veje – Direktionen 01-03-2013", "/moeder/direktionen/2013-03-01/punkt-3/"
    )
    assert expected in suggest("nye ve", ANYBODY)


def test_of_items_with_one_title_the_newest_stands_for_all_and_the_newest_titles_come_first():
    for date in ("2013-01-01", "2013-02-01", "2013-03-01"):
        add_indexed_item(add_meeting(date), "Huskeliste")
    add_indexed_item(add_meeting("2013-02-15"), "Huskelisten og andet")
    assert labels("husk", Kind.TITLE) == [
        "Huskeliste – Direktionen 01-03-2013",
        "Huskelisten og andet – Direktionen 15-02-2013",
    ]


def test_no_more_than_four_titles_are_told():
    meeting = add_meeting()
    for number in range(8):
        add_indexed_item(meeting, f"Kantine {number}")
    assert len(labels("kant", Kind.TITLE)) == 4


@pytest.mark.parametrize("state", [PublicationState.DRAFT, PublicationState.WITHDRAWN])
def test_a_title_that_the_reader_may_not_see_is_not_told(state):
    add_indexed_item(add_meeting("2013-01-01"), "Kantinen")
    add_indexed_item(add_meeting("2013-02-01", state=state), "Kantinen lukkes")
    assert labels("kant", Kind.TITLE) == ["Kantinen – Direktionen 01-01-2013"]
    assert labels("kantinen lukk", Kind.WORD) == []


def test_a_title_is_gone_at_once_when_its_meeting_is_withdrawn():
    add_indexed_item(add_meeting(), "Kantinen")
    Meeting.objects.update(state=PublicationState.WITHDRAWN)
    assert labels("kant", Kind.TITLE) == []


@pytest.fixture
def names():
    CentreAlias.objects.create(centre=add_centre("ØDC", "Økonomi- og Digitaliseringscentret"), text="Økonomi")
    add_centre("HRC", "HR-Centret")
    BodyAlias.objects.create(body=add_body("Økonomiudvalget"), text="ØU")
    add_meeting(body="Økonomiudvalget")
    add_body("Hemmeligt Udvalg")


@pytest.mark.usefixtures("names")
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("HR", ["HR-Centret (HRC)"]),
        ("hrc", ["HR-Centret (HRC)"]),
        ("hr-cen", ["HR-Centret (HRC)"]),
        ("HR-Centeret", ["HR-Centret (HRC)"]),
        ("digi", ["Økonomi- og Digitaliseringscentret (ØDC)"]),
        ("øko", ["Økonomi- og Digitaliseringscentret (ØDC)", "Økonomiudvalget"]),
        ("øu", ["Økonomiudvalget"]),
        ("centre", ["HR-Centret (HRC)", "Økonomi- og Digitaliseringscentret (ØDC)"]),
        ("h", []),
        ("-hrc", ["HR-Centret (HRC)"]),
        ("konomi", ["Økonomi- og Digitaliseringscentret (ØDC)", "Økonomiudvalget"]),
        ("hrc budget", []),
        ("hemm", []),
        ("udvalg", ["Økonomiudvalget"]),
        ("dva", []),
        ("", []),
        ("%", []),
        ("2013", []),
    ],
)
def test_a_name_leads_to_its_centre_or_body_by_any_part_of_it(typed, found):
    assert labels(typed, Kind.CENTRE) + labels(typed, Kind.BODY) == found


@pytest.mark.usefixtures("names")
def test_a_centre_leads_to_its_page_and_a_body_to_its_meetings():
    assert [suggestion.address for suggestion in suggest("øko", ANYBODY)] == [
        "/centre/oedc/",
        "/moeder/?organ=oekonomiudvalget",
    ]


@pytest.mark.parametrize("state", [PublicationState.DRAFT, PublicationState.WITHDRAWN])
def test_a_body_without_a_meeting_that_the_reader_may_see_is_not_told(state):
    add_meeting(body="Kulturudvalget", state=state)
    assert labels("kult", Kind.BODY) == []
    staff = add_editor()
    assert labels("kult", Kind.BODY, staff) == (["Kulturudvalget"] if state == PublicationState.DRAFT else [])


@pytest.mark.parametrize(
    ("typed", "queries"),
    [
        ("bud", ["budget", "budgetforlig"]),
        ("nye bud", ["nye budget", "nye budgetforlig"]),
        ('"det nye bud', ['"det nye budget', '"det nye budgetforlig']),
        ("veje -bud", ["veje -budget", "veje -budgetforlig"]),
        ("12/32140 budgetf", ["12/32140 budgetforlig"]),
        # what nothing would be found by with the words before it
        ("kloak bud", []),
        ("12/32141 bud", []),
        ("budget", ["budgetforlig"]),
        ("budgetforlig", []),
        ("budget ", []),
        ("bud 2014", []),
        ("b", []),
    ],
)
def test_words_complete_what_was_typed_and_keep_what_stood_before(typed, queries):
    meeting = add_meeting()
    add_indexed_item(meeting, "Et punkt", "Det nye budget og nye budgetforlig", case="12/32140")
    add_indexed_item(meeting, "Nye veje og ny kloak")
    words = [suggestion for suggestion in suggest(typed, ANYBODY) if suggestion.kind == Kind.WORD]
    assert [word.query for word in words] == queries
    assert all(word.address == "" and word.label == word.query for word in words)


def test_twelve_suggestions_are_the_most_and_kinds_stand_together():
    meeting = add_meeting(body="Kantineudvalget")
    for ending in ("", "drift", "køkken", "leder", "mad", "priser"):
        add_indexed_item(meeting, f"Kantine{ending}", case="12/32140", attachments=[f"Kantine{ending}"])
    for date in ("2013-01-01", "2013-02-01"):
        add_indexed_item(add_meeting(date, body="Kantineudvalget"), f"Kantiner, {date}")
    Series.objects.get_or_create(key="kantiner", defaults={"slug": "kantiner"})
    for code in ("KA", "KB", "KC"):
        add_centre(code, f"Kantinecenter {code}")
    found = [suggestion.kind for suggestion in suggest("kantine", ANYBODY)]
    assert len(found) == 12
    assert list(dict.fromkeys(found)) == [
        Kind.TITLE,
        Kind.SERIES,
        Kind.ATTACHMENT,
        Kind.CENTRE,
        Kind.BODY,
        Kind.WORD,
    ]
    assert found == sorted(found, key=list(Kind).index)


@pytest.mark.parametrize("typed", ["kant", "ny kant", "kantine ", "12/32", "321", "HRC", "", "zz"])
def test_the_number_of_queries_is_small_and_does_not_grow(typed, django_assert_max_num_queries):
    add_centre()
    meeting = add_meeting()
    add_indexed_items(meeting, 200, "Ny kantine")
    for number in range(5):
        add_indexed_item(meeting, f"Kantine{number}", case=f"12/321{number}")
    SearchWord.objects.filter(word="ny").update(document=None)
    suggest(typed, ANYBODY)
    with django_assert_max_num_queries(11):
        suggest(typed, ANYBODY)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)
@given(
    st.text(st.characters() | st.sampled_from("\x00\ud800%_\\'\"-/ 12kan"), max_size=40)
    | st.lists(
        st.sampled_from(
            ["kan", "kanhemelig", "udsat", "HEM", "OR", "-", '"', "12/", "321", " ", "\\", "%", "'"]
        )
    ).map("".join)
)
def test_whatever_is_typed_nothing_breaks_and_nothing_hidden_is_told(typed):
    if not Meeting.objects.exists():
        add_centre()
        add_indexed_item(add_meeting(), "Ny kantine", case="12/32140")
        hidden = add_meeting("2013-09-10", state=PublicationState.DRAFT)
        add_indexed_item(hidden, "Kanhemmelig", case="12/32111")
        index_meetings([hidden.pk])
    found = suggest(typed, ANYBODY)
    assert len(found) <= 12
    assert not any("hemmelig" in suggestion.label or "32111" in suggestion.label for suggestion in found)


@pytest.mark.parametrize("typed", ["hoeri", "høri", "HOERI", "aelds", "aabe", "åbe"])
def test_words_are_completed_without_a_danish_keyboard(typed):
    add_indexed_item(add_meeting(), "Et punkt", "Høringssvar om åbenhed, ældste")
    assert any(suggestion.kind == Kind.WORD for suggestion in suggest(typed, ANYBODY))
