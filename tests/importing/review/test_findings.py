"""Personal numbers in what is imported: masked in every row, listed, and not published until somebody decides."""

import json
import re
from collections.abc import Iterator

import pytest
from django.core import serializers
from django.db import models
from django.db.models.functions import Cast

from minutes.editing.closing import NotOpenedError, close_item, open_item
from minutes.importing.importer import ImportStatus, import_minutes, reparse
from minutes.importing.recognition.meeting_of_document import TakeAs
from minutes.importing.review.deciding import decide
from minutes.importing.versions import put_in_force, restore
from minutes.models import (
    AgendaItem,
    Attachment,
    Finding,
    FindingPlace,
    Meeting,
    SearchDocument,
    SearchWord,
    Section,
    SourceDocument,
    TopicKey,
)
from minutes.parser import MinutesSyntaxError
from tests.build.documents import item_text, minutes_text
from tests.build.follow_ups import list_text
from tests.build.personal_numbers import personal_numbers
from tests.build.rows import add_publisher

pytestmark = pytest.mark.django_db

RELEASED, REDACTED, NONE = Finding.Decision.RELEASED, Finding.Decision.REDACTED, Finding.Decision.NONE

# Both halves, whatever stands between them; the last four digits alone may be the key of a row.
WHOLE_NUMBER = re.compile(r"(?:010180|020290).{0,8}1234")


def document(title: str = "Klage", text: str = "Borgeren 010180-1234 klager.", **sections: str) -> bytes:
    items = [
        item_text(1, title, "13/101", sagsfremstilling=text, **sections),
        item_text(2, "Budget", "13/102"),
    ]
    return minutes_text(*items).encode()


def imported(content: bytes | None = None, name: str = "referat.txt", **options):
    return import_minutes(document() if content is None else content, name, **options)


def decide_on(decision: str, digits: str = "0101") -> None:
    finding = Finding.objects.get(masked__startswith=digits)
    decide(
        finding, decision, by=add_publisher(f"bruger{Finding.objects.decided().count()}"), reason="Derfor."
    )


def section() -> str:
    return Section.objects.get(kind="case_presentation").text


def everything_stored() -> Iterator[str]:
    """Every row of the archive as text, but for the bytes of the sources."""
    from django.apps import apps

    for model in apps.get_models():
        if model is SourceDocument:
            yield json.dumps([*SourceDocument.objects.values("name", "problems")])
        elif model._meta.managed and not model._meta.proxy:
            fields = [
                field.name for field in model._meta.fields if not isinstance(field, models.GeneratedField)
            ]
            yield serializers.serialize(
                "json", model._default_manager.all(), fields=fields, ensure_ascii=False
            )


@pytest.mark.parametrize(
    "written",
    [
        "010180-1234",
        "010180 1234",
        "010180–1234",
        "010180\u00a01234",
        "010180 - 1234",
        "0101801234",
        "cpr 010180/1234",
    ],
)
def test_a_number_is_masked_from_the_moment_of_import_however_it_is_written(written):
    imported(document(text=f"Borgeren {written} klager."))
    assert "010180-••••" in section()
    assert "1234" not in section()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (document(title="Klage fra 010180-1234"), "a.txt"),
        (document(indstilling="HR-Centret indstiller 010180-1234."), "a.txt"),
        (document(bilag="Brev fra 010180-1234"), "a.txt"),
        (document(andre_relevante_dokumenter="Brev fra 010180-1234 (269057/12)"), "a.txt"),
        (document(text="Navn\tNummer\nAnna\t010180-1234\nBo\t020290-1234"), "a.txt"),
        (document(text="- 010180-1234\n- 020290-1234"), "a.txt"),
        (document(text="Linje\n010180-1234"), "a.txt"),
        (document(title="Lukket sag: 010180-1234"), "a.txt"),
        (minutes_text(place="Hos 010180-1234").encode(), "a.txt"),
        (document().replace(b"M\xc3\xb8dested", b"Deltagere: Anna 010180-1234\n\nM\xc3\xb8dested"), "a.txt"),
        (document(text="Intet."), "sag 010180-1234.txt"),
        (document(text="Intet."), "C:\\sager\\010180-1234\\a.txt"),
        (document(text="Intet.\n\nBeslutning i Direktionen den 27-08-2013\n\nGives 010180-1234."), "a.txt"),
    ],
)  # fmt: skip
def test_no_row_holds_a_number_wherever_in_the_file_it_stands(content, name):
    imported(content, name)
    assert [text for text in everything_stored() if WHOLE_NUMBER.search(text)] == []


def test_a_number_is_listed_with_its_line_and_item():
    result = imported(document(text="Intet.\n\nBorgeren 010180-1234 klager."))
    place = FindingPlace.objects.select_related("finding").get()
    assert (place.source, place.item_slug) == (result.source, "punkt-1")
    assert document(text="Intet.\n\nBorgeren 010180-1234 klager.").decode().split("\n")[place.line - 1] == (
        "Borgeren 010180-1234 klager."
    )
    assert (place.finding.masked, place.finding.confidence) == ("010180-••••", Finding.Confidence.FINDING)


def test_one_number_in_several_places_is_one_finding():
    imported(document(text="010180-1234 og 0101801234 og 010180 – 1234"))
    assert Finding.objects.count() == 1
    assert FindingPlace.objects.count() == 3


def test_a_number_in_the_name_of_a_file_is_a_finding_too():
    imported(document(text="Intet."), "010180-1234.txt")
    assert FindingPlace.objects.get().kind == FindingPlace.Kind.FILE_NAME
    assert SourceDocument.objects.get().name == "010180-••••.txt"


def test_minutes_with_a_number_are_stored_as_a_draft_when_they_were_to_be_published():
    result = imported(publish=True)
    assert result.meeting.is_draft
    assert "010180-••••" in str(result.obstacles[0])


def test_minutes_without_numbers_have_no_findings_and_are_published():
    result = imported(
        document(text="Sag 12/32140, dok.nr. 120413-15, tlf. 12 34 56 78, 1.200.000 kr."), publish=True
    )
    assert result.obstacles == ()
    assert not Finding.objects.exists()


def test_what_may_be_a_number_is_masked_and_listed_and_bars_nothing():
    result = imported(document(text="Nr. 0202905678 er det."), publish=True)
    assert "020290-••••" in section()
    assert Finding.objects.get().confidence == Finding.Confidence.WARNING
    assert result.obstacles == ()


def test_a_released_number_is_shown_and_its_meeting_can_be_published():
    imported()
    decide_on(RELEASED)
    assert "010180-1234" in section()
    assert imported(publish=True).obstacles == ()
    assert not Meeting.objects.get().is_draft


def test_in_place_of_a_removed_number_stands_that_it_is_and_its_meeting_can_be_published():
    imported()
    decide_on(REDACTED)
    assert section() == "Borgeren [fjernet] klager."
    assert imported(publish=True).obstacles == ()


@pytest.mark.parametrize(("decision", "shown"), [(RELEASED, "010180-1234"), (REDACTED, "[fjernet]")])
def test_a_decision_holds_for_later_versions_and_readings(decision, shown):
    imported()
    decide_on(decision)
    result = imported(document(text="Borgeren 010180-1234 klager igen."))
    assert section() == f"Borgeren {shown} klager igen."
    reparse(result.source)
    assert section() == f"Borgeren {shown} klager igen."
    assert Finding.objects.count() == 1


def test_a_release_that_is_taken_back_masks_the_number_again():
    imported()
    decide_on(RELEASED)
    decide_on(NONE)
    assert "1234" not in section()


@pytest.mark.parametrize("decision", [REDACTED, NONE])
def test_a_release_that_is_taken_back_leaves_no_number_in_what_is_kept_for_addresses(decision):
    kept = ("Klage fra 010180-1234", "Maj", "HRC")
    text = list_text("05-02-2013", kept, ("Ny cykelsti", "Maj", "TMC"))
    title = item_text(2, "Klage fra 010180-1234 05-02-2013", "13/101", sagsfremstilling="Intet.")
    imported(minutes_text(text, title, date="05-02-2013").encode())
    other = list_text("05-03-2013", ("Ny cykelsti", "Juni", "TMC"))
    imported(minutes_text(other, date="05-03-2013").encode(), "marts.txt")
    decide_on(RELEASED)
    assert [text for text in everything_stored() if WHOLE_NUMBER.search(text)]
    decide_on(decision)
    assert [text for text in everything_stored() if WHOLE_NUMBER.search(text)] == []
    assert TopicKey.objects.filter(slug="ny-cykelsti").exists()


def test_a_decision_on_one_number_leaves_the_others_masked():
    imported(document(text="010180-1234 og 020290-5678"))
    decide_on(RELEASED)
    assert section() == "010180-1234 og 020290-••••"
    assert imported(publish=False).status == ImportStatus.NEW_VERSION


def test_a_number_that_another_version_brings_is_found_in_it():
    imported(document(text="Intet."), publish=True)
    waiting = imported(publish=True)
    assert waiting.status == ImportStatus.WAITING
    assert "010180-••••" in str(waiting.obstacles[0])
    assert section() == "Intet."
    assert put_in_force(waiting.source, None).status == ImportStatus.WAITING
    decide_on(REDACTED)
    assert put_in_force(waiting.source, None).status == ImportStatus.NEW_VERSION
    assert section() == "Borgeren [fjernet] klager."


def test_a_number_that_only_an_earlier_version_has_bars_nothing():
    imported()
    assert imported(document(text="Intet."), publish=True).obstacles == ()
    assert not Meeting.objects.get().is_draft


def test_a_version_that_is_restored_has_its_numbers_as_they_were_decided():
    first = imported()
    decide_on(RELEASED)
    imported(document(text="Intet."))
    earlier = SourceDocument.objects.get(pk=first.source.pk)
    restore(earlier, None)
    assert "010180-1234" in section()


def test_a_number_in_a_closed_item_is_masked_and_listed_and_bars_no_publication():
    closed = item_text(1, "Lukket", "13/101", sagsfremstilling="Om 010180-1234.")
    result = imported(minutes_text(closed, item_text(2, "Budget", "13/102")).encode(), publish=True)
    assert result.obstacles == ()
    assert FindingPlace.objects.get().in_closed_item
    assert "1234" not in section()


def test_neither_vector_nor_words_nor_tokens_know_the_number():
    imported(document(title="Klage fra 010180-1234"))
    assert not SearchWord.objects.filter(word__contains="1234").exists()
    vectors = SearchDocument.objects.annotate(words=Cast("vector", models.TextField()))
    assert not vectors.filter(words__contains="1234").exists()


def test_an_item_whose_title_has_a_number_is_found_again_whatever_was_decided_of_it():
    imported(document(title="Klage fra 010180-1234"))
    item = AgendaItem.objects.get(slug="punkt-1")
    decide_on(REDACTED)
    decide_on(RELEASED, "0101")
    imported(document(title="Klage fra 010180-1234", text="Nyt."))
    assert AgendaItem.objects.get(slug="punkt-1").pk == item.pk


def test_a_file_stays_with_an_attachment_whose_title_has_a_number():
    imported(document(bilag="Brev fra 010180-1234"))
    Attachment.objects.update(file="attachments/brev.pdf")
    decide_on(REDACTED)
    attachment = Attachment.objects.get()
    assert (attachment.title, attachment.file.name) == ("Brev fra [fjernet]", "attachments/brev.pdf")


def test_another_meeting_asks_anew():
    imported()
    decide_on(RELEASED)
    other = minutes_text(
        item_text(1, "Klage", "13/101", sagsfremstilling="Om 010180-1234."), date="10-09-2013"
    )
    assert imported(other.encode(), take_as=TakeAs.FOUND, publish=True).obstacles


def closed_with_number() -> AgendaItem:
    closed = item_text(1, "Lukket", "13/101", sagsfremstilling="Om 010180-1234.")
    imported(minutes_text(closed, item_text(2, "Budget", "13/102")).encode(), publish=True)
    return AgendaItem.objects.get(slug="punkt-1")


def test_a_number_bars_opening_its_item_until_it_is_decided_on():
    item = closed_with_number()
    archivist = add_publisher("arkivar")
    with pytest.raises(NotOpenedError, match="010180-••••"):
        open_item(item, archivist)
    decide_on(REDACTED)
    open_item(item, archivist)
    assert not AgendaItem.objects.get(pk=item.pk).is_closed
    assert section() == "Om [fjernet]."


def test_a_number_bars_no_publication_once_its_item_is_closed_by_hand():
    result = imported(publish=True)
    assert result.obstacles
    close_item(AgendaItem.objects.get(slug="punkt-1"), add_publisher("arkivar"))
    assert FindingPlace.objects.get().in_closed_item
    assert imported(publish=True).obstacles == ()


def test_an_item_that_was_closed_by_hand_bars_nothing_after_another_reading_either():
    result = imported()
    close_item(AgendaItem.objects.get(slug="punkt-1"), add_publisher("arkivar"))
    reparse(result.source)
    assert imported(publish=True).obstacles == ()


def test_a_list_of_people_is_refused_at_the_line_where_it_gets_too_long():
    numbers = "\n".join(f"{number[:6]}-{number[6:]}" for number in personal_numbers(1_001))
    with pytest.raises(MinutesSyntaxError, match="højst 1000 personnumre") as refused:
        imported(document(text=numbers))
    assert not Meeting.objects.exists()
    assert document(text=numbers).decode().split("\n")[refused.value.line - 1] == numbers.split("\n")[-1]
