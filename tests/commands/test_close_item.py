"""`manage.py close_item` closes an item by its address or by body, meeting and number, and opens it for who may."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from minutes.models import AgendaItem, Correction
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting, add_user

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    said = StringIO()
    call_command("close_item", *arguments, stdout=said)
    return said.getvalue().strip()


@pytest.fixture
def item() -> AgendaItem:
    return add_indexed_item(add_meeting("2013-08-27"), "Salg af grund")


def is_closed() -> bool:
    return AgendaItem.objects.get().is_closed


@pytest.mark.parametrize(
    "named",
    [
        ["/moeder/direktionen/2013-08-27/punkt-1/"],
        ["https://referater.example/moeder/direktionen/2013-08-27/punkt-1/?q=grund#forekomst-1"],
        ["direktionen", "2013-08-27", "1"],
        ["direktionen", "2013-08-27", "punkt-1"],
    ],
)
def test_an_item_is_closed_however_it_is_named(item, named):
    assert run(*named) == "Direktionen 27-08-2013, punkt 1 er lukket."
    assert is_closed()
    assert Correction.objects.get().made_by is None


def test_whoever_decided_it_is_remembered(item):
    user = add_user("anna")
    run("direktionen", "2013-08-27", "1", "--by", "anna")
    assert Correction.objects.get().made_by == user


def test_it_is_opened_by_whoever_may_publish(item):
    run("direktionen", "2013-08-27", "1")
    add_user("udgiver", "publish_meeting")
    said = run("direktionen", "2013-08-27", "1", "--open", "--by", "udgiver")
    assert said == "Direktionen 27-08-2013, punkt 1 er åbent."
    assert not is_closed()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--open"], "Skriv med --by, hvem der åbner punktet."),
        (["--open", "--by", "anna"], "retten til at offentliggøre"),
        (["--open", "--by", "ukendt"], "ingen aktiv bruger med navnet 'ukendt'"),
        (["--by", "ukendt"], "ingen aktiv bruger med navnet 'ukendt'"),
    ],
)
def test_nobody_else_opens_it(item, arguments, message):
    run("direktionen", "2013-08-27", "1")
    add_user("anna", "change_agendaitem")
    with pytest.raises(CommandError, match=message):
        run("direktionen", "2013-08-27", "1", *arguments)
    assert is_closed()


@pytest.mark.parametrize(
    ("named", "message"),
    [
        (["/sager/12/32140/"], "Skriv punktet som"),
        (["punkt 1"], "Skriv punktet som"),
        (["https://[/moeder/"], "Skriv punktet som"),
        (["direktionen", "2013-08-27"], "Skriv punktet som"),
        (["direktionen", "2013-08-27", "2"], "Arkivet har intet punkt-2 på mødet 2013-08-27 i direktionen."),
        (
            ["/moeder/byraadet/2013-08-27/punkt-1/"],
            "Arkivet har intet punkt-1 på mødet 2013-08-27 i byraadet.",
        ),
    ],
)
def test_what_names_no_item_is_refused_in_danish(item, named, message):
    with pytest.raises(CommandError, match=message):
        run(*named)
    assert not is_closed()
