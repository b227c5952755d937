"""What bars many meetings at once is what bars each of them alone."""

import pytest

from minutes.editing.obstacles import find_barred, find_errors, find_obstacles, ready_to_publish
from minutes.models import Finding, FindingPlace, Meeting, PublicationState, SourceDocument
from minutes.models.sources import problems_as_json
from minutes.parser.problems import CLOSED_IN_DOUBT, Problem, Severity
from tests.build.rows import accept_problem, add_finding, add_item, add_meeting, add_source

pytestmark = pytest.mark.django_db

IMPOSSIBLE = Problem(7, "date_impossible", Severity.ERROR, '"31-02-2013" er ingen dato i kalenderen.')
DOUBTFUL = Problem(3, "weekday_differs", Severity.WARNING, "27-08-2013 er en tirsdag, ikke en mandag.")
CLOSED = Problem(9, CLOSED_IN_DOUBT, Severity.ERROR, "Punkt 1 er måske lukket.", item=1)


def draft(day: int, *problems: Problem, **columns: object) -> SourceDocument:
    meeting = add_meeting(date=f"2013-01-{day:02}", state=PublicationState.DRAFT)
    return add_source(meeting, "REFERAT", problems=problems_as_json(problems), **columns)


@pytest.fixture
def drafts() -> None:
    """Drafts of every kind: without obstacles, and with each of those that there are, settled and not."""
    draft(1)
    draft(2, DOUBTFUL)
    draft(3, DOUBTFUL, IMPOSSIBLE)
    accept_problem(draft(4, IMPOSSIBLE).meeting, IMPOSSIBLE.code, IMPOSSIBLE.message)
    accept_problem(draft(5, IMPOSSIBLE).meeting, IMPOSSIBLE.code, "En anden fejl.")
    item = add_item(draft(6, CLOSED).meeting, is_closed=True)
    item.is_doubtful = True
    item.save()
    add_item(draft(7, CLOSED).meeting, is_closed=True)
    add_item(draft(8, CLOSED, IMPOSSIBLE).meeting)
    add_finding(draft(9))
    add_finding(draft(10, IMPOSSIBLE))
    add_finding(draft(11), in_closed_item=True)
    add_finding(draft(12), kind=FindingPlace.Kind.ATTACHMENT, line=None, source=None)
    Finding.objects.filter(pk=add_finding(draft(13)).finding_id).update(decision=Finding.Decision.RELEASED)
    Finding.objects.filter(pk=add_finding(draft(14)).finding_id).update(confidence="warning")
    earlier = draft(15, IMPOSSIBLE, status="earlier")
    add_finding(earlier)
    add_source(earlier.meeting, "REFERAT", version=2, sha256="1" * 64)
    draft(16, IMPOSSIBLE, status="waiting")


def test_many_at_once_are_barred_as_each_alone(drafts):
    sources = SourceDocument.objects.in_force()
    barred = find_barred(Meeting.objects.all())
    assert barred.by_errors == {source.meeting_id for source in sources if find_errors(source)}
    assert barred.meetings == {source.meeting_id for source in sources if find_obstacles(source)}
    assert len(barred.by_errors) == 5
    assert len(barred.by_numbers) == 3
    assert len(barred.meetings) == 7


def test_ready_is_what_has_been_read_and_has_no_obstacle(drafts):
    ready = ready_to_publish(Meeting.objects.drafts())
    sources = SourceDocument.objects.in_force()
    assert {meeting.pk for meeting in ready} == {
        source.meeting_id for source in sources if not find_obstacles(source)
    }
    assert Meeting.objects.get(date="2013-01-16") not in ready


def test_only_the_meetings_that_are_asked_about_are_answered(drafts):
    asked = Meeting.objects.filter(date__lte="2013-01-03")
    assert find_barred(asked).meetings == {Meeting.objects.get(date="2013-01-03").pk}
    assert len(ready_to_publish(asked)) == 2


@pytest.mark.parametrize("copies", [1, 30])
def test_it_takes_as_many_queries_for_many_as_for_few(copies, drafts, django_assert_num_queries):
    for number in range(1, copies + 1):
        meeting = add_meeting(date="2014-01-01", slug=f"m-{number}", ordinal=number, state="draft")
        add_finding(add_source(meeting, "REFERAT", problems=problems_as_json([IMPOSSIBLE, CLOSED])))
    with django_assert_num_queries(4):
        find_barred(Meeting.objects.drafts())
