"""`check_publication` lists what is public and should not be, and nothing else."""

import pytest

from minutes.models import AgendaItem, Meeting, PublicationState, SearchDocument, Section, SourceDocument
from minutes.models.sources import problems_as_json
from minutes.parser.problems import Problem, Severity
from tests.build.commands import Ran, run
from tests.build.rows import accept_problem, add_finding
from tests.build.sample import imported

pytestmark = pytest.mark.django_db

IMPOSSIBLE = Problem(7, "date_impossible", Severity.ERROR, '"31-02-2013" er ingen dato i kalenderen.')
CLEAN = Ran("Forhold at se på: 0.\n", "", 0)


@pytest.fixture
def source() -> SourceDocument:
    meeting = imported()
    Meeting.objects.update(state=PublicationState.PUBLISHED)
    return meeting.sources.get()


def remark(source: SourceDocument) -> None:
    source.problems = problems_as_json([IMPOSSIBLE])
    source.save(update_fields=["problems"])


def test_an_archive_in_which_all_is_well_has_nothing_to_look_at(source):
    assert run("check_publication") == CLEAN


def test_a_published_meeting_with_an_error_is_listed(source):
    remark(source)
    ran = run("check_publication")
    assert ran.out.startswith(f"Direktionen 05-02-2013 (offentliggjort): linje 7: {IMPOSSIBLE.message}\n")
    assert ran.code == 1


def test_an_accepted_error_is_not(source):
    remark(source)
    accept_problem(source.meeting, IMPOSSIBLE.code, IMPOSSIBLE.message)
    assert run("check_publication") == CLEAN


def test_a_published_meeting_with_an_undecided_number_is_listed_and_the_number_masked(source):
    add_finding(source)
    ran = run("check_publication")
    assert "Personnummer 010180-••••" in ran.out
    assert "010180-1234" not in ran.out
    assert ran.code == 1


def test_a_draft_with_both_is_not(source):
    remark(source)
    add_finding(source)
    Meeting.objects.update(state=PublicationState.DRAFT)
    assert run("check_publication") == CLEAN


def test_the_number_of_a_closed_item_on_a_line_of_its_own_in_an_open_one_is_listed(source):
    section = Section.objects.filter(kind="case_presentation").get()
    section.text += "\nPunkt 3 Lukket\n13/4321"
    section.save()
    ran = run("check_publication")
    assert "Punkt 2 er lukket, men dets sagsnummer står for sig selv" in ran.out
    assert ran.code == 1


@pytest.mark.parametrize("line", ["Se sag 13/4321 fra sidste år.", "13/43210", "4321/13"])
def test_a_number_that_is_named_in_a_sentence_or_is_another_is_not(source, line):
    section = Section.objects.filter(kind="case_presentation").get()
    section.text += f"\n{line}"
    section.save()
    assert run("check_publication") == CLEAN


def test_a_number_that_an_open_item_has_for_its_own_is_not(source):
    closed, opened = AgendaItem.objects.get(slug="punkt-2"), AgendaItem.objects.get(slug="punkt-1")
    AgendaItem.objects.filter(pk=closed.pk).update(case=opened.case)
    section = Section.objects.filter(kind="case_presentation").get()
    section.text += f"\n{opened.case.number}"
    section.save()
    assert run("check_publication") == CLEAN


def test_a_closed_item_that_the_search_knows_is_listed(source):
    AgendaItem.objects.filter(pk__in=SearchDocument.objects.values("item")).update(is_closed=True)
    assert "Punkt 1 er lukket, men kan findes i søgningen" in run("check_publication").out
