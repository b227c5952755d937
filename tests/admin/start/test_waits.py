"""What the start page says is waiting: as many as the list that it leads to shows, and nothing where nothing waits."""

import datetime
import time

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from minutes.admin.start.waits import WAITS, Wait, find_waiting
from minutes.importing.arrivals.uploading import receive
from minutes.models import (
    AcceptedProblem,
    Body,
    FailedSearch,
    Finding,
    FindingPlace,
    Meeting,
    PublicationState,
    SourceDocument,
)
from minutes.models.sources import problems_as_json
from minutes.parser.problems import CLOSED_IN_DOUBT, Problem, Severity
from tests.build.documents import item_text, minutes_text
from tests.build.rows import accept_problem, add_finding, add_item, add_meeting, add_source

pytestmark = pytest.mark.django_db

IMPOSSIBLE = Problem(7, "date_impossible", Severity.ERROR, '"31-02-2013" er ingen dato i kalenderen.')
CLOSED = Problem(9, CLOSED_IN_DOUBT, Severity.ERROR, "Punkt 1 er måske lukket.", item=1)
WITHDRAWN, DRAFT, PUBLISHED = (
    PublicationState.WITHDRAWN,
    PublicationState.DRAFT,
    PublicationState.PUBLISHED,
)


def stored(day: int, state: str, *problems: Problem, **columns: object) -> SourceDocument:
    meeting = add_meeting(date=f"2013-01-{day:02}", state=state)
    return add_source(meeting, "REFERAT", problems=problems_as_json(problems), **columns)


def add_doubtful_item(meeting: Meeting) -> None:
    item = add_item(meeting, is_closed=True)
    item.is_doubtful = True
    item.save()


@pytest.fixture
def work() -> None:
    """Some of everything that waits, and of everything that only looks like it."""
    stored(1, DRAFT)
    stored(2, DRAFT)
    accept_problem(stored(3, DRAFT, IMPOSSIBLE).meeting, IMPOSSIBLE.code, IMPOSSIBLE.message)
    stored(4, DRAFT, IMPOSSIBLE)
    stored(5, PUBLISHED, IMPOSSIBLE)
    stored(6, WITHDRAWN, IMPOSSIBLE)
    add_meeting(date="2013-01-07", state=DRAFT)  # of which nothing is read yet

    for day, state in ((10, DRAFT), (11, PUBLISHED), (12, WITHDRAWN)):
        add_doubtful_item(stored(day, state, CLOSED).meeting)
        add_item(stored(day + 3, state).meeting, is_closed=True)

    for day, state in ((20, DRAFT), (21, PUBLISHED), (22, WITHDRAWN)):
        add_finding(stored(day, state))
        add_finding(stored(day + 3, state), in_closed_item=True)
    Finding.objects.filter(pk=add_finding(stored(26, PUBLISHED)).finding_id).update(decision="released")
    Finding.objects.filter(pk=add_finding(stored(27, PUBLISHED)).finding_id).update(confidence="warning")
    add_finding(stored(28, PUBLISHED), source=None, kind=FindingPlace.Kind.CORRECTION, line=None)

    waiting = stored(29, PUBLISHED)
    new = add_source(waiting.meeting, "REFERAT 2", version=2, sha256="1" * 64, status="waiting")
    add_finding(new)
    FailedSearch.objects.count_up("budjet")
    FailedSearch.objects.count_up("skolle")


def wait_for(words: str) -> Wait:
    return next(wait for wait in WAITS if words in wait.several)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("nye versioner", 1),
        ("klar til", 5),
        ("med fejl", 2),
        ("personnumre", 4),
        ("måske er lukkede", 2),
    ],
)
def test_as_many_wait_as_the_list_shows_that_the_line_leads_to(words, count, work, admin_client, admin_user):
    wait = wait_for(words)
    assert wait.count(admin_user) == count
    listed = admin_client.get(wait.address).context["cl"]
    assert listed.result_count == count
    assert f'<a href="{wait.address}"><strong>{count}</strong>' in admin_client.get("/admin/").text


def test_every_kind_that_waits_is_counted_as_its_list_shows_it(work, admin_client, admin_user):
    for wait in WAITS:
        response = admin_client.get(wait.address)
        assert response.status_code == 200, wait
        if "cl" in response.context:
            assert response.context["cl"].result_count == wait.count(admin_user), wait


@pytest.mark.parametrize(
    ("words", "count", "told"),
    [
        ("uploads, der ikke", 2, "referat.txt"),
        ("uploads, der bliver slettet", 1, "referat.txt"),
        ("søgninger", 2, "skolle"),
        ("nye organer", 1, "Fritidsudvalget"),
    ],
)
def test_what_is_decided_on_a_page_of_its_own_is_counted_and_stands_there(
    words, count, told, work, admin_client, admin_user
):
    for number, days in ((1, 0), (2, 25)):
        source = receive(minutes_text(item_text(1, f"Emne {number}")).encode(), "referat.txt", None).source
        came = timezone.now() - datetime.timedelta(days=days)
        SourceDocument.objects.filter(pk=source.pk).update(imported_at=came)
    Body.objects.create(name="Fritidsudvalget", slug="fritidsudvalget", is_new=True)
    wait = wait_for(words)
    assert wait.count(admin_user) == count
    assert told in admin_client.get(wait.address).text
    start = admin_client.get("/admin/").text
    assert (
        f'<a href="{wait.address}"><strong>{count}</strong> {wait.several if count > 1 else wait.one}'
        in start
    )


def test_one_is_said_in_words_of_one(admin_user):
    FailedSearch.objects.count_up("budjet")
    assert [(line.count, line.words) for line in find_waiting(admin_user)] == [
        (1, "søgning, der ikke fandt noget")
    ]


def test_where_nothing_waits_nothing_stands(admin_client, admin_user):
    assert [*find_waiting(admin_user)] == []
    page = admin_client.get("/admin/").text
    assert "Intet venter lige nu." in page
    assert "<strong>0</strong>" not in page


def test_whoever_may_not_see_a_list_is_not_told_how_long_it_is(work, staff):
    page = staff("change_centre", "change_body").get("/admin/").text
    assert "søgninger, der ikke fandt noget" in page
    assert not any(wait.several in page for wait in WAITS if "søgninger" not in wait.several)
    assert "Det venter" not in staff("view_centre").get("/admin/").text
    assert [*find_waiting(AnonymousUser())] == []


def test_a_filter_with_any_other_value_filters_nothing(work, admin_client):
    meetings = Meeting.objects.count()
    for nonsense in ("", "1", "\x00", "ja; --"):
        response = admin_client.get("/admin/minutes/meeting/", {"kladder": nonsense})
        assert response.status_code in (200, 302, 400)
        if response.status_code == 200:
            assert response.context["cl"].result_count == meetings


def copy_drafts(count: int) -> None:
    """Copies of every meeting, as drafts, with their versions, findings and accepted errors."""
    with connection.cursor() as cursor:
        for table, columns in (
            ("minutes_meeting", {"slug": "slug || '-' || n", "ordinal": "ordinal + n", "state": "'draft'"}),
            ("minutes_sourcedocument", {"meeting_id": "meeting_id + n * 100000"}),
            ("minutes_agendaitem", {"meeting_id": "meeting_id + n * 100000"}),
            ("minutes_finding", {"meeting_id": "meeting_id + n * 100000"}),
            ("minutes_findingplace", {"finding_id": "finding_id + n * 100000", "source_id": "source_id + n * 100000"}),
            ("minutes_acceptedproblem", {"meeting_id": "meeting_id + n * 100000"}),
        ):  # fmt: skip
            cursor.execute(f"SELECT * FROM {table} LIMIT 0")
            names = [column.name for column in cursor.description]
            values = {name: name for name in names} | {"id": "id + n * 100000"} | columns
            cursor.execute(
                f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(values[name] for name in names)} "
                f"FROM {table}, generate_series(1, %s) n",
                [count],
            )
        cursor.execute("ANALYZE")


def test_a_thousand_drafts_take_as_many_queries_as_a_few_and_little_time(work, admin_client):
    def queries() -> int:
        admin_client.get("/admin/")
        with CaptureQueriesContext(connection) as captured:
            assert admin_client.get("/admin/").status_code == 200
        return len(captured)

    few = queries()
    copy_drafts(45)
    assert Meeting.objects.drafts().count() > 1000
    assert AcceptedProblem.objects.count() == 46
    assert queries() == few <= 25
    # The quickest of some, which is 0.2 s at most on a machine that does nothing else; a busy one takes twice that.
    assert min(seconds(admin_client) for _ in range(7)) < 0.6


def seconds(client) -> float:
    started = time.perf_counter()
    client.get("/admin/")
    return time.perf_counter() - started
