"""The text that was read of a document is kept beside its bytes, and these are read again by a newer reader alone."""

import pytest
from django.test import Client

from minutes.importing import reading
from minutes.importing.importer import import_minutes, reparse
from minutes.importing.results import ImportStatus
from minutes.importing.review.upgrade import keep_missing_texts, read_again
from minutes.importing.versions import restore
from minutes.models import AgendaItem, FindingPlace, Meeting, SourceDocument
from minutes.sources.text import READER_VERSION
from minutes.sources.values import Notice, ReadText
from tests.build.commands import run
from tests.build.documents import item_text, minutes_text
from tests.build.pdf import pdf
from tests.build.word import paragraph, word

pytestmark = pytest.mark.django_db

NUMBER = "010180-1234"


def titled(title: str, **sections: str) -> str:
    return minutes_text(item_text(1, title, "13/101", **sections))


@pytest.fixture
def bytes_are_gone(monkeypatch):
    """A function after which nobody can read the bytes of a document any more."""

    def bytes_are_gone() -> None:
        def read(*_: object) -> ReadText:
            raise AssertionError("The bytes were read again.")

        monkeypatch.setattr("minutes.importing.reading.read_source", read)
        SourceDocument.objects.update(content=b"")

    return bytes_are_gone


def test_the_text_its_pages_and_what_the_reader_said_are_kept():
    source = import_minutes(pdf(titled("Budget"), titled("Skoler")[:0] + "Side to"), "referat.pdf").source
    source.refresh_from_db()
    assert source.text.startswith("REFERAT Direktionen d. 27-08-2013\n")
    assert source.encoding == "pdf"
    assert len(source.page_starts) == 2
    assert source.reader_version == READER_VERSION


@pytest.mark.parametrize("content", [titled("Budget").encode(), pdf(titled("Budget"))])
def test_a_newer_parser_reads_the_text_and_not_the_bytes(content, bytes_are_gone):
    source = import_minutes(content, "referat").source
    bytes_are_gone()
    AgendaItem.objects.update(title="læst af en gammel læser")
    SourceDocument.objects.update(parser_version=0)
    assert run("reparse") == ("Læst igen: 1. Kunne ikke læses: 0.\n", "", 0)
    assert AgendaItem.objects.get().title == "Budget"
    assert SourceDocument.objects.get().text == source.text


def test_the_same_bytes_are_not_read_again(bytes_are_gone):
    content = pdf(titled("Budget"))
    import_minutes(content, "referat.pdf")
    bytes_are_gone()
    assert import_minutes(content, "igen.pdf").status == ImportStatus.ALREADY_THERE
    SourceDocument.objects.update(reader_version=READER_VERSION - 1)
    with pytest.raises(AssertionError):
        import_minutes(content, "igen.pdf")


def test_an_earlier_version_is_restored_from_its_text(bytes_are_gone):
    first = import_minutes(pdf(titled("Gammel")), "referat.pdf").source
    import_minutes(titled("Ny").encode(), "referat.txt")
    bytes_are_gone()
    first.refresh_from_db()
    restore(first, None)
    assert AgendaItem.objects.get().title == "Gammel"


def test_a_newer_reader_reads_the_bytes_again():
    import_minutes(titled("Ny").encode(), "referat.txt")
    SourceDocument.objects.update(text=titled("Gammel"), reader_version=READER_VERSION - 1)
    assert run("reparse").out.startswith("Læst igen: 1.")
    source = SourceDocument.objects.get()
    assert (source.text, source.reader_version) == (titled("Ny"), READER_VERSION)
    assert AgendaItem.objects.get().title == "Ny"
    assert run("reparse").out.startswith("Læst igen: 0.")


def test_what_a_newer_reader_refuses_stays_as_it_was_read_with_a_warning():
    source = import_minutes(pdf(titled("Budget")), "referat.pdf").source
    kept = source.text
    for _ in range(2):
        SourceDocument.objects.update(content=b"%PDF-1.7" * 50, reader_version=READER_VERSION - 1)
        assert (
            read_again(SourceDocument.objects.select_related("meeting__body").get())
            == ImportStatus.READ_AGAIN
        )
        source.refresh_from_db()
        assert (source.text, source.reader_version) == (kept, READER_VERSION)
        (problem,) = [each for each in source.problems if each["code"] == reading.READER_REFUSES]
        assert "Filen kan ikke læses igen" in problem["message"]
        assert problem["severity"] == "warning"
    assert not Meeting.objects.get().is_withdrawn


def test_what_the_reader_says_becomes_problems_at_their_lines_and_stays_so(monkeypatch):
    given = ReadText(
        titled("Budget"),
        (1,),
        (
            Notice(3, "text_apart", f"Ved {NUMBER} er ord udeladt.", is_warning=True),
            Notice(1, "furniture_removed", "To linjer."),
        ),
    )
    monkeypatch.setattr("minutes.sources.text.read_apart", lambda *_: given)
    source = import_minutes(pdf("x"), "referat.pdf").source
    for _ in range(2):
        said = [(each["line"], each["severity"], each["message"]) for each in source.problems]
        assert (3, "warning", "Ved 010180-•••• er ord udeladt.") in said
        assert (1, "info", "To linjer.") in said
        reparse(source)
        source.refresh_from_db()


def test_a_document_of_an_earlier_program_is_read_from_its_bytes_once():
    source = import_minutes(titled("Budget").encode(), "referat.txt").source
    import_minutes(titled("Ny").encode(), "ny.txt")
    SourceDocument.objects.update(text=None, reader_version=0)
    assert run("reparse") == ("Læst igen: 1. Kunne ikke læses: 0.\n", "", 0)
    texts = SourceDocument.objects.order_by("version").values_list("text", "reader_version")
    # Of what nobody reads again, the lines are those that its remarks are numbered by.
    assert [*texts] == [(titled("Budget"), 0), (titled("Ny"), READER_VERSION)]
    assert source.text


def test_what_cannot_be_read_at_all_has_no_text_and_stops_nothing():
    source = import_minutes(titled("Budget").encode(), "referat.txt").source
    import_minutes(titled("Ny").encode(), "ny.txt")
    SourceDocument.objects.filter(pk=source.pk).update(text=None, content=b"")
    keep_missing_texts()
    source.refresh_from_db()
    assert source.text is None


def test_until_then_the_source_page_and_the_findings_read_the_bytes(admin_client: Client):
    import_minutes(titled("Budget", sagsfremstilling=f"Om {NUMBER}.").encode(), "referat.txt")
    SourceDocument.objects.update(text=None, reader_version=0)
    page = admin_client.get("/moeder/direktionen/2013-08-27/kilde/").content.decode()
    assert "Om 010180-••••." in page
    finding = FindingPlace.objects.get().finding
    assert (
        "Om 010180-••••." in admin_client.get(f"/admin/minutes/finding/{finding.pk}/change/").content.decode()
    )


def test_the_numbers_of_a_word_document_are_masked_and_found_in_its_lines(admin_client: Client):
    text = titled("Budget", sagsfremstilling=f"Om {NUMBER}.")
    source = import_minutes(word("".join(map(paragraph, text.split("\n")))), "referat.docx").source
    place = FindingPlace.objects.get()
    assert NUMBER in source.text.split("\n")[place.line - 1]
    for address in (
        "/moeder/direktionen/2013-08-27/kilde/",
        f"/admin/minutes/sourcedocument/{source.pk}/change/",
    ):
        assert NUMBER not in admin_client.get(address).content.decode()
