"""The sheet says of a version whether it has to be looked at, and is found again when something has happened."""

import json

import pytest

from minutes.editing import corrections
from minutes.importing.arrivals import uploading
from minutes.importing.arrivals.preview import preview
from minutes.importing.arrivals.sheet import Verdict, look_again, sheet_of
from minutes.importing.importer import import_minutes
from minutes.importing.recognition.meeting_of_document import TakeAs
from minutes.importing.review.accepted_warnings import accept_warnings
from minutes.models import AcceptedWarning, Meeting, SourceDocument
from tests.build.documents import decided, item_text, minutes_text
from tests.build.imports import imported
from tests.build.rows import add_user

pytestmark = pytest.mark.django_db

MINUTES = minutes_text(item_text(1, "Budget 2014", "13/101"), item_text(2, "Ny kantine", "13/102"))
CHANGED = minutes_text(item_text(1, "Budget 2014", "13/101"), item_text(2, "Nyt køkken", "13/102"))
OTHERS = minutes_text(item_text(1, "Ansættelse af direktør", "13/900"))
WITH_NUMBER = minutes_text(
    item_text(1, "Ansættelse", "13/900", sagsfremstilling="Ansøger 010180-1234 er valgt.")
)
LATE = MINUTES + "\n\n" + decided("Direktionen", "27-08-2016", "Godkendt.")
IMPOSSIBLE = MINUTES + "\n\n" + decided("Direktionen", "31-02-2013", "Godkendt.")


def received(text: str) -> SourceDocument:
    return uploading.receive(text.encode(), "referat.txt", None).source


def verdict(source: SourceDocument) -> str:
    look_again(source)
    return SourceDocument.objects.get(pk=source.pk).verdict["verdict"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MINUTES, Verdict.READY),
        (LATE, Verdict.LOOK),
        (IMPOSSIBLE, Verdict.LOOK),
        (WITH_NUMBER, Verdict.LOOK),
    ],
)
def test_an_upload_is_ready_when_nothing_bars_it(text: str, expected: Verdict) -> None:
    assert verdict(received(text)) == expected


@pytest.mark.parametrize("is_there", [False, True])
@pytest.mark.parametrize("text", [CHANGED, LATE, IMPOSSIBLE, WITH_NUMBER, OTHERS])
def test_what_has_just_been_read_is_seen_as_what_is_kept_of_it(text: str, is_there: bool) -> None:
    if is_there:
        imported(MINUTES, publish=True)
    came = uploading.receive(text.encode(), "referat.txt", None)
    assert came.document
    at_once = look_again(came.source, came.document)
    assert look_again(SourceDocument.objects.get(pk=came.source.pk)) == at_once


def test_an_upload_with_warnings_is_ready_when_each_is_accepted_by_name() -> None:
    anna, source = add_user("anna"), received(LATE)
    warnings = preview(source).problems
    assert accept_warnings(source, warnings, anna) == 1
    assert accept_warnings(source, warnings, anna) == 0
    assert verdict(source) == Verdict.READY
    accepted = AcceptedWarning.objects.get()
    assert (accepted.accepted_by, accepted.source) == (anna, source)
    assert "mere end et år" in accepted.message


def test_a_new_version_asks_again() -> None:
    source = received(LATE)
    accept_warnings(source, preview(source).problems, add_user("anna"))
    assert verdict(received(LATE + " Enstemmigt.")) == Verdict.LOOK


def test_an_upload_that_is_of_no_meeting_for_certain_has_to_be_looked_at() -> None:
    imported(MINUTES)
    source = received(OTHERS)
    assert verdict(source) == Verdict.LOOK
    assert sheet_of(source)["unlike"] == Meeting.objects.get().pk


def test_an_upload_that_came_in_otherwise_meanwhile_is_said_to_be_there() -> None:
    source = received(MINUTES)
    there = import_minutes(MINUTES.encode(), "andet.txt").source
    assert verdict(source) == Verdict.THERE
    assert sheet_of(source)["there"] == there.pk


def test_a_sheet_is_plain_values_and_says_what_was_read() -> None:
    source = received(MINUTES)
    sheet = sheet_of(source)
    assert json.loads(json.dumps(sheet)) == sheet == SourceDocument.objects.get(pk=source.pk).preview
    assert sheet["head"] == {
        "body": "Direktionen",
        "date": "2013-08-27",
        "time": "10.00",
        "place": "Lokale 1",
    }
    assert [(item["label"], item["title"]) for item in sheet["items"]] == [
        ("1", "Budget 2014"),
        ("2", "Ny kantine"),
    ]
    assert [MINUTES.split("\n")[item["line"] - 1] for item in sheet["items"]] == [
        "Punkt 1: Budget 2014",
        "Punkt 2: Ny kantine",
    ]


def test_a_sheet_holds_no_personal_number() -> None:
    assert "010180-1234" not in json.dumps(sheet_of(received(WITH_NUMBER)))


def test_a_sheet_is_found_once_while_nothing_happens(django_assert_num_queries) -> None:
    source = received(MINUTES)
    sheet_of(source)
    received(OTHERS)
    with django_assert_num_queries(1):
        sheet_of(source)


def test_a_sheet_is_found_again_when_the_archive_has_changed() -> None:
    anna, meeting = add_user("anna"), imported(MINUTES).meeting
    source = received(CHANGED)
    assert sheet_of(source)["corrections"] == []
    corrections.correct_title(meeting.items.get(number=1), "Budgettet", anna)
    assert [made["became"] for made in sheet_of(source)["corrections"]] == ["set_again"]


def test_a_sheet_is_found_again_when_somebody_has_said_what_the_document_is() -> None:
    imported(MINUTES)
    source = received(OTHERS)
    assert sheet_of(source)["becomes"] == ""
    uploading.say_what_it_is(source, TakeAs.OTHER_MEETING)
    source.refresh_from_db()
    assert sheet_of(source)["becomes"] == "imported"


def test_a_long_text_is_shown_around_what_has_changed() -> None:
    long = " ".join(f"ord{number}" for number in range(500))
    imported(minutes_text(item_text(1, "Budget", "13/101", sagsfremstilling=f"{long} før {long}")))
    sheet = sheet_of(
        received(minutes_text(item_text(1, "Budget", "13/101", sagsfremstilling=f"{long} nu {long}")))
    )
    [change] = sheet["difference"]["changed"]
    [field] = change["fields"]
    assert [run["text"].strip() for run in field["runs"] if run["kind"] != "same"] == ["før", "nu"]
    assert sum(len(run["text"]) for run in field["runs"]) < 1_000


def test_of_a_long_text_whole_words_stand_around_what_has_changed() -> None:
    words = " ".join(f"ord{number}" for number in range(100))

    def about(cost: str) -> str:
        return minutes_text(
            item_text(1, "Budget", "13/101", sagsfremstilling=f"{words} {cost} kroner {words}")
        )

    import_minutes(about("to").encode(), "direktionen.txt")
    (changed,) = sheet_of(received(about("tre")))["difference"]["changed"]
    (field,) = changed["fields"]
    before, gone, new, after = (run["text"] for run in field["runs"])
    assert (gone.strip(), new.strip()) == ("to", "tre")
    assert set(f"{before} {after}".replace("…", " ").split()) <= {*words.split(), "kroner"}
    assert "…" in before


def test_of_a_long_text_that_is_another_the_beginning_is_shown() -> None:
    before, after = ("\n".join(f"{word} {number}" for number in range(9_000)) for word in ("før", "nu"))
    imported(minutes_text(item_text(1, "Budget", "13/101", sagsfremstilling=before)))
    sheet = sheet_of(received(minutes_text(item_text(1, "Budget", "13/101", sagsfremstilling=after))))
    [field] = sheet["difference"]["changed"][0]["fields"]
    assert sum(len(run["text"]) for run in field["runs"]) < 5_100
    assert field["runs"][0]["text"].startswith("Sagsfremstilling")
    assert field["runs"][-1]["text"] == " … (resten af forskellen er udeladt)"
