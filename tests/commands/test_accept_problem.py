"""`accept_problem` accepts an error of a meeting's minutes, named by its line."""

import pytest
from django.contrib.auth.models import User

from minutes.editing.obstacles import find_obstacles
from minutes.models import AcceptedProblem, SourceDocument
from minutes.models.sources import problems_as_json
from minutes.parser.problems import Problem, Severity
from tests.build.commands import Ran, run
from tests.build.rows import add_publisher, add_user
from tests.build.sample import imported

pytestmark = pytest.mark.django_db

MEETING = "direktionen/2013-02-05"
IMPOSSIBLE = Problem(7, "date_impossible", Severity.ERROR, '"31-02-2013" er ingen dato i kalenderen.')
UNCLEAR = Problem(7, "closed_unclear", Severity.ERROR, "Er punktet lukket?")
DOUBTFUL = Problem(9, "weekday_differs", Severity.WARNING, "Det er en tirsdag.")


@pytest.fixture
def user() -> User:
    return add_publisher("anna")


@pytest.fixture
def source(user) -> SourceDocument:
    return remark(imported().sources.get(), IMPOSSIBLE, DOUBTFUL)


def remark(source: SourceDocument, *problems: Problem) -> SourceDocument:
    source.problems = problems_as_json(problems)
    source.save(update_fields=["problems"])
    return source


def accept(*arguments: str, reason: str = "Står i referatet.") -> Ran:
    return run("accept_problem", *arguments, "--by", "anna", "--reason", reason)


def test_who_may_not_publish_accepts_none(source):
    add_user("bo", "change_meeting")
    ran = run("accept_problem", MEETING, "7", "--by", "bo", "--reason", "Står i referatet.")
    assert (ran.code, "kræver retten til at offentliggøre" in ran.err) == (1, True)
    assert not AcceptedProblem.objects.exists()


@pytest.mark.parametrize(
    "address",
    [MEETING, f"/moeder/{MEETING}/", f"https://arkiv.example.dk/moeder/{MEETING}/", f"{MEETING}/"],
)
def test_an_error_is_accepted_with_name_and_reason(source, user, address):
    ran = accept(address, "7")
    assert ran.out == f"Accepteret i Direktionen 05-02-2013: linje 7: {IMPOSSIBLE.message}\n"
    accepted = AcceptedProblem.objects.get()
    assert (accepted.accepted_by, accepted.reason) == (user, "Står i referatet.")
    assert find_obstacles(source) == ()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["direktionen/2013-02-06", "7"], "intet møde"),
        (["direktionen", "7"], "intet møde"),
        (["", "7"], "intet møde"),
        ([MEETING, "8"], "linje 7 (date_impossible)"),
        ([MEETING, "9"], "linje 7 (date_impossible)"),
        ([MEETING, "7", "--code", "other"], "linje 7 (date_impossible)"),
        ([MEETING, "7", "--of-version", "2"], "har ikke den version"),
    ],
)
def test_what_is_no_error_of_the_meeting_is_not_accepted_and_those_that_are_are_named(
    source, arguments, says
):
    ran = accept(*arguments)
    assert (says in ran.err, ran.code) == (True, 1)
    assert not AcceptedProblem.objects.exists()


@pytest.mark.parametrize("reason", ["", "  ", "Det er 010180-1234."])
def test_it_is_not_accepted_without_a_reason_or_with_a_number_in_it(source, reason):
    assert accept(MEETING, "7", reason=reason).code == 1
    assert not AcceptedProblem.objects.exists()


def test_a_name_that_is_no_user_accepts_nothing(source):
    ran = run("accept_problem", MEETING, "7", "--by", "ukendt", "--reason", "Derfor.")
    assert ("'ukendt'" in ran.err, ran.code) == (True, 1)


def test_of_several_errors_in_a_line_the_one_of_the_code_is_accepted(source):
    remark(source, IMPOSSIBLE, UNCLEAR)
    assert accept(MEETING, "7").code == 1
    assert accept(MEETING, "7", "--code", "closed_unclear").code == 0
    assert [obstacle.code for obstacle in find_obstacles(source)] == ["date_impossible"]


def test_an_accepted_error_can_be_accepted_no_second_time(source):
    accept(MEETING, "7")
    assert "der er ingen" in accept(MEETING, "7").err
