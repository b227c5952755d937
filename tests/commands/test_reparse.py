"""`reparse` reads again what an older parser has read, and says what it could not read."""

from io import StringIO

import pytest
from django.core.management import call_command

from minutes.importing.importer import import_minutes
from minutes.models import AgendaItem, SourceDocument
from minutes.parser import PARSER_VERSION
from tests.build.documents import item_text, minutes_text

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> tuple[str, str, int]:
    out, err = StringIO(), StringIO()
    code = 0
    try:
        call_command("reparse", *arguments, stdout=out, stderr=err, no_color=True)
    except SystemExit as stopped:
        code = stopped.code
    return out.getvalue(), err.getvalue(), code


@pytest.fixture
def item() -> AgendaItem:
    import_minutes(minutes_text(item_text(1, "Gammel", "13/101")).encode(), "referat.txt")
    import_minutes(minutes_text(item_text(1, "Titel", "13/101")).encode(), "referat.txt")
    AgendaItem.objects.update(title="læst af en gammel læser")
    return AgendaItem.objects.get()


def test_what_an_older_parser_has_read_is_read_again(item):
    SourceDocument.objects.update(parser_version=PARSER_VERSION - 1)
    assert run() == ("Læst igen: 1. Kunne ikke læses: 0.\n", "", 0)
    item.refresh_from_db()
    assert item.title == "Titel"
    versions = SourceDocument.objects.order_by("version").values_list("parser_version", flat=True)
    assert list(versions) == [PARSER_VERSION - 1, PARSER_VERSION]


def test_what_the_newest_parser_has_read_is_left_alone(item):
    assert run()[0] == "Læst igen: 0. Kunne ikke læses: 0.\n"
    item.refresh_from_db()
    assert item.title == "læst af en gammel læser"


def test_with_all_every_current_document_is_read_again(item):
    assert run("--all")[0] == "Læst igen: 1. Kunne ikke læses: 0.\n"
    item.refresh_from_db()
    assert item.title == "Titel"


def test_a_document_that_is_refused_now_is_named_and_keeps_its_rows(item):
    import_minutes(minutes_text(date="28-08-2013").encode(), "referat.txt")
    SourceDocument.objects.filter(version=2).update(content=b"novelle", text=None, parser_version=0)
    written, complaints, code = run("--all")
    assert written == "Læst igen: 1. Kunne ikke læses: 1.\n"
    assert complaints.startswith("Direktionen 27-08-2013, referat.txt (version 2): ")
    assert code == 1
    item.refresh_from_db()
    assert item.title == "læst af en gammel læser"
