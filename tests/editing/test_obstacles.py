"""What keeps minutes from being published, and what does not."""

import pytest

from minutes.editing import publication
from minutes.editing.obstacles import find_obstacles
from minutes.models import Finding, FindingPlace, Meeting, PublicationState, SourceDocument
from minutes.models.sources import problems_as_json
from minutes.parser.problems import Problem, Severity
from tests.build.rows import accept_problem, add_finding, add_meeting, add_source

pytestmark = pytest.mark.django_db

IMPOSSIBLE = Problem(7, "date_impossible", Severity.ERROR, '"31-02-2013" er ingen dato i kalenderen.')
DOUBTFUL = Problem(3, "weekday_differs", Severity.WARNING, "27-08-2013 er en tirsdag, ikke en mandag.")


@pytest.fixture
def source() -> SourceDocument:
    return add_source(add_meeting(state=PublicationState.DRAFT), "REFERAT")


def remark(source: SourceDocument, *problems: Problem) -> None:
    source.problems = problems_as_json(problems)
    source.save(update_fields=["problems"])


def sentences(source: SourceDocument) -> list[str]:
    return [str(obstacle) for obstacle in find_obstacles(source)]


def test_minutes_without_errors_and_numbers_have_no_obstacle(source, django_assert_num_queries):
    remark(source, DOUBTFUL)
    with django_assert_num_queries(1):
        assert sentences(source) == []


def test_an_error_is_an_obstacle_at_its_line_and_a_warning_is_none(source):
    remark(source, DOUBTFUL, IMPOSSIBLE)
    assert sentences(source) == ['linje 7: "31-02-2013" er ingen dato i kalenderen.']


def test_an_accepted_error_is_no_obstacle_in_whichever_line_it_stands(source):
    accept_problem(source.meeting, IMPOSSIBLE.code, IMPOSSIBLE.message)
    remark(source, Problem(9, IMPOSSIBLE.code, Severity.ERROR, IMPOSSIBLE.message))
    assert sentences(source) == []


@pytest.mark.parametrize(
    "other",
    [
        {"message": '"30-02-2013" er ingen dato i kalenderen.'},
        {"code": "another"},
    ],
)
def test_an_error_with_other_words_or_another_code_is_not_accepted_with_it(source, other):
    known = {"code": IMPOSSIBLE.code, "message": IMPOSSIBLE.message, **other}
    accept_problem(source.meeting, **known)
    remark(source, IMPOSSIBLE)
    assert len(sentences(source)) == 1


def test_what_is_accepted_of_one_meeting_is_not_of_another(source):
    other = add_meeting(date="2013-09-10")
    accept_problem(other, IMPOSSIBLE.code, IMPOSSIBLE.message)
    remark(source, IMPOSSIBLE)
    assert len(sentences(source)) == 1


def test_an_undecided_number_is_an_obstacle_and_is_named_without_its_last_digits(source):
    add_finding(source)
    assert sentences(source) == ["linje 1: Personnummer 010180-••••: frigiv det, eller fjern det."]


@pytest.mark.parametrize(
    ("kind", "name"),
    [(FindingPlace.Kind.FILE_NAME, "filnavn"), (FindingPlace.Kind.ATTACHMENT, "bilagsfil")],
)
def test_a_number_outside_the_text_is_an_obstacle_that_says_where_it_is(source, kind, name):
    add_finding(source, kind=kind, line=None, source=None)
    assert sentences(source) == [f"Personnummer 010180-•••• ({name}): frigiv det, eller fjern det."]


@pytest.mark.parametrize("decision", [Finding.Decision.RELEASED, Finding.Decision.REDACTED])
def test_a_number_that_somebody_has_decided_on_is_no_obstacle(source, decision):
    add_finding(source)
    Finding.objects.update(decision=decision)
    assert sentences(source) == []


def test_what_may_be_a_number_is_no_obstacle(source):
    add_finding(source)
    Finding.objects.update(confidence=Finding.Confidence.WARNING)
    assert sentences(source) == []


def test_a_number_in_a_closed_item_is_no_obstacle(source):
    add_finding(source, in_closed_item=True)
    assert sentences(source) == []


def test_a_number_of_another_version_is_no_obstacle(source):
    add_finding(
        source, source=add_source(source.meeting, "REFERAT", version=2, status="earlier", sha256="1" * 64)
    )
    assert sentences(source) == []


def test_a_meeting_with_an_obstacle_stays_what_it_is_and_the_others_are_published(source):
    add_finding(source)
    free = add_source(add_meeting(date="2013-09-10", state=PublicationState.DRAFT), "REFERAT").meeting
    published = publication.publish(Meeting.objects.all())
    assert len(published.changed) == 1
    assert list(published.barred) == [source.meeting.pk]
    states = dict(Meeting.objects.values_list("pk", "state"))
    assert states == {source.meeting.pk: PublicationState.DRAFT, free.pk: PublicationState.PUBLISHED}


def test_a_withdrawn_meeting_with_an_obstacle_stays_withdrawn(source):
    add_finding(source)
    Meeting.objects.update(state=PublicationState.WITHDRAWN)
    assert publication.publish(Meeting.objects.all()).changed == ()
    assert Meeting.objects.get().is_withdrawn
