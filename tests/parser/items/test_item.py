"""One agenda item: its header, its case number, its sections and decisions, and what stands outside them."""

import datetime

import pytest

from minutes.parser.problems import Severity
from minutes.parser.values import Outcome, ParsedItem, SectionKind
from tests.build.parsed import HEAD, codes, document, messages, parse_items, parse_one

OWN_DECISION = "Beslutning i Direktionen den 27-08-2013"


def item_text(*lines: str, title: str = "Cykelparkering") -> str:
    return "\n\n".join([f"Punkt 1: {title}", "13/9902", *lines])


def kinds(item: ParsedItem) -> list[SectionKind]:
    return [section.kind for section in item.sections]


def unplaced(item: ParsedItem) -> list[str]:
    return [line.text for line in item.unplaced]


def titles(item: ParsedItem) -> list[str]:
    return [attachment.title for attachment in item.attachments]


def with_contents(title: str) -> str:
    return document(f"Indholdsfortegnelse\n{title}.....\t3")


# Header and case number


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("Punkt 7: Cykelparkering", "Cykelparkering"),
        ("PUNKT 7: Cykelparkering", "Cykelparkering"),
        ("Punkt 7 : Cykelparkering", "Cykelparkering"),
        ("Punkt 7:Cykelparkering", "Cykelparkering"),
        ("Punkt 7. Cykelparkering", "Cykelparkering"),
        ("Punkt 7 - Cykelparkering", "Cykelparkering"),
        ("Punkt 7 – Cykelparkering", "Cykelparkering"),
        ("  Punkt  7:  Cykelparkering  ", "Cykelparkering"),
        ("\fPunkt\u00a07:\u00a0Cykelparkering", "Cykelparkering"),
        ("Punkt 7: A - Cykelparkering: del 2", "A - Cykelparkering: del 2"),
        ("Punkt 7: Hvad nu ...", "Hvad nu ..."),
        ("Punkt 7: 22.-23. august 2013", "22.-23. august 2013"),
        ("Punkt 7:", "(uden titel)"),
    ],
)
def test_an_item_has_a_number_and_a_title(header: str, title: str):
    (item,) = parse_items(f"{header}\n\n13/9902").items
    assert (item.number, item.title, item.case_number) == (7, title, "13/9902")


def test_an_item_without_a_printed_title_has_that_of_the_contents():
    (item,) = parse_items("Punkt 1:\n\n13/9902", head=with_contents("Cykelparkering")).items
    assert (item.title, item.toc_title, item.toc_page) == ("Cykelparkering", "Cykelparkering", 3)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("13/9902", "13/9902"),
        ("09/22035", "09/22035"),
        ("9/22035", "09/22035"),
        ("13-9902", "13/9902"),
        ("Sagsnr.: 13/9902", "13/9902"),
        ("Sag 2013/9902.", "13/9902"),
    ],
)
def test_the_case_number_stands_below_the_header(line: str, number: str):
    assert parse_items(f"Punkt 1: Cykelparkering\n\n{line}").items[0].case_number == number


def test_the_case_number_may_stand_below_the_repeated_title():
    (item,) = parse_items("Punkt 1: Cykelparkering\n\nCykelparkering\n\n13/9902").items
    assert (item.case_number, item.unplaced) == ("13/9902", ())


@pytest.mark.parametrize(
    "line", ["269057/12", "27-08-2013", "1. behandling", "13/9902 og 13/9903", "Sagen er ny"]
)
def test_other_lines_below_the_header_are_kept_and_reported(line: str):
    meeting = parse_items(f"Punkt 1: Cykelparkering\n\n{line}\n\nBaggrund\n\nDer er 120 pladser.")
    (item,) = meeting.items
    assert (item.case_number, unplaced(item)) == (None, [line])
    assert {"case_number_missing", "text_outside_section"} <= set(codes(meeting))


def test_a_number_below_a_heading_is_no_case_number():
    assert parse_items("Punkt 1: Cykelparkering\n\nBaggrund\n\n13/9902").items[0].case_number is None


def test_text_without_any_heading_is_kept_and_reported_line_by_line():
    meeting = parse_items("Punkt 1: Meddelelser\n\n13/9902\n\nBorgmesteren orienterede.\n\nTak.")
    assert unplaced(meeting.items[0]) == ["Borgmesteren orienterede.", "Tak."]
    assert messages(meeting, "text_outside_section") == ["Linjen står uden for punkt 1s afsnit."] * 2


def test_text_under_no_heading_is_the_first_section_and_read_as_any_other():
    item = parse_one("Sted\tAntal\nNord\t40", "- Et\n- To", "Baggrund", "Der er 120 pladser.")
    outside, background = item.sections
    assert (outside.kind, outside.heading, outside.is_empty) == (SectionKind.UNPLACED, None, False)
    assert outside.text == "Sted\tAntal\nNord\t40\n- Et\n- To"
    assert [type(block).__name__ for block in outside.blocks] == ["Table", "ListBlock"]
    assert (background.kind, item.headed_sections) == (SectionKind.BACKGROUND, (background,))


def test_all_text_under_no_heading_is_one_section_wherever_it_stands():
    item = parse_one("Løs.", "Bilag", "Skitse", "Cykelparkering", "Sagen er ny.", "Baggrund", "Ja.")
    assert kinds(item) == [SectionKind.UNPLACED, SectionKind.ATTACHMENTS, SectionKind.BACKGROUND]
    assert item.sections[0].text == "Løs.\nSagen er ny."


def test_text_under_no_heading_is_not_searched_for_parts_of_the_item():
    item = parse_one("HRC indstiller, jf. dok.nr. 216558-15.", "Tal\t1\t2", "Baggrund", "Ja.")
    assert (item.centres, item.references, item.tables) == ((), (), ())


def test_no_remarks_under_no_heading_are_text():
    (outside,) = parse_one("Ingen bemærkninger").sections
    assert (outside.kind, outside.is_empty) == (SectionKind.UNPLACED, False)


def test_a_decision_below_text_under_no_heading_knows_its_section():
    item = parse_one("Løs tekst.", OWN_DECISION, "Godkendt.")
    (decision,) = item.decisions
    assert item.sections[decision.section_index].text == decision.text == "Godkendt."


def test_an_item_of_nothing_but_text_under_no_heading_is_reported_as_empty():
    meeting = parse_items("Punkt 1: Meddelelser\n\n13/9902\n\nBorgmesteren orienterede.")
    assert "item_empty" in codes(meeting)


# Sections


def test_sections_stand_in_the_order_of_the_document():
    item = parse_one(
        "INDSTILLING", "Ja.", "BESLUTNING", "Godkendt.", "Sagsfremstilling", "Der er 120 pladser."
    )
    assert kinds(item) == [SectionKind.RECOMMENDATION, SectionKind.DECISION, SectionKind.CASE_PRESENTATION]
    assert [section.text for section in item.sections] == ["Ja.", "Godkendt.", "Der er 120 pladser."]


@pytest.mark.parametrize("text", ["Ingen bemærkninger", "Ingen bemærkninger.", "Igen bemærkninger"])
def test_a_section_without_remarks_is_empty_and_keeps_its_text(text: str):
    (section,) = parse_one("Økonomi", text).sections
    assert (section.is_empty, section.text) == (True, text)


def test_a_section_with_more_than_no_remarks_is_not_empty():
    (section,) = parse_one("Økonomi", "Ingen bemærkninger", "Dog skal der betales moms.").sections
    assert not section.is_empty


def test_an_empty_heading_is_reported():
    meeting = parse_items(item_text("Økonomi", "Høring", "Ingen."))
    assert meeting.items[0].sections[0].is_empty
    assert messages(meeting, "heading_empty") == ['Der står intet under "Økonomi".']


def test_a_heading_that_comes_again_is_a_section_of_its_own_and_reported():
    meeting = parse_items(item_text("Økonomi", "10 kr.", "Høring", "Ingen.", "ØKONOMI", "20 kr."))
    assert kinds(meeting.items[0]) == [SectionKind.ECONOMY, SectionKind.HEARING, SectionKind.ECONOMY]
    assert messages(meeting, "heading_repeated") == ['Overskriften "ØKONOMI" står flere gange.']


def test_an_item_without_text_is_empty_and_reported():
    meeting = parse_items("Punkt 1: Økonomiopfølgning\n\n12/41877")
    (item,) = meeting.items
    assert (item.sections, item.decisions, item.unplaced, item.is_closed) == ((), (), (), False)
    assert messages(meeting, "item_empty") == ["Punkt 1 har ingen tekst."]


def test_the_blocks_of_a_section_are_those_of_its_lines():
    (section,) = parse_one("Sagsfremstilling", "Sted\tAntal\nNord\t40", "- Et\n- To").sections
    assert [type(block).__name__ for block in section.blocks] == ["Table", "ListBlock"]
    assert section.tables[0].rows == (("Sted", "Antal"), ("Nord", "40"))


# Decisions


def test_a_decision_has_its_body_date_text_and_outcome():
    (decision,) = parse_one(OWN_DECISION, "Godkendt.", "- Lys\n- Stativer").decisions
    assert (decision.body, decision.date) == ("Direktionen", datetime.date(2013, 8, 27))
    assert (decision.text, decision.outcome) == ("Godkendt.\n- Lys\n- Stativer", Outcome.APPROVED)


def test_an_item_has_the_decisions_of_several_days_and_bodies():
    item = parse_one(
        "Beslutning i Direktionen den 13-08-2013", "Udsættes.",
        OWN_DECISION, "Anbefales.",
        "Beslutning Byrådet den 03-09-2013", "Godkendt.",
        "Bilag", "Skitse",
    )  # fmt: skip
    assert [(d.body, d.date.isoformat(), d.outcome, d.section_index) for d in item.decisions] == [
        ("Direktionen", "2013-08-13", Outcome.DEFERRED, 0),
        ("Direktionen", "2013-08-27", Outcome.FORWARDED, 1),
        ("Byrådet", "2013-09-03", Outcome.APPROVED, 2),
    ]


def test_a_decision_of_another_day_is_reported_earlier_or_later():
    meeting = parse_items(
        item_text(
            "Beslutning i Direktionen den 13-08-2013", "Udsættes.", "Beslutning Byrådet den 03-09-2013", "Ja."
        )
    )
    assert messages(meeting, "decision_date_foreign") == [
        "Beslutningen er fra 13-08-2013, mødet fra 27-08-2013.",
        "Beslutningen er fra 03-09-2013, mødet fra 27-08-2013.",
    ]


@pytest.mark.parametrize("heading", ["Beslutning", "BESLUTNING:", "Beslutning i Direktionen"])
def test_a_decision_without_a_date_has_the_meetings_and_is_reported(heading: str):
    meeting = parse_items(item_text(heading, "Godkendt."))
    (decision,) = meeting.items[0].decisions
    assert (decision.body, decision.date) == ("Direktionen", datetime.date(2013, 8, 27))
    assert "decision_undated" in codes(meeting)


def test_a_decision_without_a_body_has_the_meetings():
    (decision,) = parse_one("Beslutning den 13-08-2013", "Godkendt.").decisions
    assert (decision.body, decision.date) == ("Direktionen", datetime.date(2013, 8, 13))


def test_a_decision_on_a_day_that_does_not_exist_is_an_error_and_has_the_meetings():
    meeting = parse_items(item_text("Beslutning i Direktionen den 31-09-2013", "Godkendt."))
    (problem,) = [problem for problem in meeting.problems if problem.code == "date_impossible"]
    assert problem.severity is Severity.ERROR
    assert meeting.items[0].decisions[0].date == datetime.date(2013, 8, 27)


def test_a_shouted_body_is_the_meetings_body():
    (decision,) = parse_one("BESLUTNING DIREKTIONEN DEN 27-08-2013", "Godkendt.").decisions
    assert decision.body == "Direktionen"


def test_a_heading_of_a_decision_with_nothing_below_is_no_decision():
    item = parse_one(OWN_DECISION, OWN_DECISION, "Godkendt.")
    assert [(decision.text, decision.section_index) for decision in item.decisions] == [("Godkendt.", 1)]
    assert len(item.sections) == 2


# Attachments


def test_each_line_below_bilag_is_an_attachment():
    item = parse_one("Indstilling", "Ja.", "Bilag", "Skitse", "A - Notat - ØU", "Kort.PDF")
    assert titles(item) == ["Skitse", "A - Notat - ØU", "Kort.PDF"]


@pytest.mark.parametrize("text", ["Ingen bilag", "Ingen bemærkninger", "Ingen."])
def test_attachments_can_be_said_to_be_none(text: str):
    assert parse_one("Bilag", text).attachments == ()


def test_where_bilag_comes_first_the_title_ends_it():
    item = parse_one("Bilag", "Skitse", "Kort", "Cykelparkering", "Baggrund", "Der er 120 pladser.")
    assert titles(item) == ["Skitse", "Kort"]
    assert kinds(item) == [SectionKind.ATTACHMENTS, SectionKind.BACKGROUND]
    assert item.unplaced == ()


def test_the_title_that_ends_bilag_is_that_of_the_contents():
    meeting = parse_items(
        item_text(
            "Bilag", "Skitse", "Cykelparkering", "Parkering af cykler", "Baggrund", "Der er 120 pladser."
        ),
        head=with_contents("Parkering af cykler"),
    )
    assert titles(meeting.items[0]) == ["Skitse", "Cykelparkering"]
    assert messages(meeting, "toc_title_differs") == [
        'Indholdsfortegnelsen kalder punktet "Parkering af cykler", overskriften "Cykelparkering".'
    ]


def test_an_attachment_that_differs_from_the_title_by_two_letters_is_one():
    item = parse_one(
        "Bilag", "Status på indsatsen i 2015", "Evaluering", "Status på indsats i 2015", "Baggrund", "Meget.",
        title="Status på indsats i 2015",
    )  # fmt: skip
    assert titles(item) == ["Status på indsatsen i 2015", "Evaluering"]


def test_an_attachment_with_the_very_title_is_one_where_the_title_follows():
    item = parse_one("Bilag", "Cykelparkering", "Skitse", "Cykelparkering", "Baggrund", "Der er 120 pladser.")
    assert titles(item) == ["Cykelparkering", "Skitse"]


def test_a_title_ends_bilag_below_a_doubled_heading_too():
    item = parse_one("Bilag", "BILAG", "Skitse", "Cykelparkering", "Baggrund", "Der er 120 pladser.")
    assert titles(item) == ["Skitse"]


def test_elsewhere_an_attachment_may_be_named_as_the_item():
    item = parse_one("Baggrund", "Der er 120 pladser.", "Bilag", "Skitse", "Cykelparkering", "Kort")
    assert titles(item) == ["Skitse", "Cykelparkering", "Kort"]


def test_text_below_the_title_that_ended_bilag_is_kept_and_reported():
    item = parse_one("Bilag", "Skitse", "Cykelparkering", "Sagen er ny.", "Baggrund", "Der er 120 pladser.")
    assert (titles(item), unplaced(item)) == (["Skitse"], ["Sagen er ny."])


def test_the_title_may_be_repeated_without_bilag():
    item = parse_one("Cykelparkering", "Baggrund", "Der er 120 pladser.")
    assert (item.unplaced, kinds(item)) == ((), [SectionKind.BACKGROUND])


# The table of contents


def test_a_title_that_the_contents_spell_otherwise_is_reported_and_kept_as_printed():
    meeting = parse_items(item_text(title="Økonomifølging"), head=with_contents("Økonomiopfølgning"))
    (item,) = meeting.items
    assert (item.title, item.toc_title) == ("Økonomifølging", "Økonomiopfølgning")
    assert "toc_title_differs" in codes(meeting)


def test_a_title_with_a_full_stop_is_the_same_in_the_contents():
    meeting = parse_items(item_text(title="Tilskud m.v."), head=with_contents("Tilskud m.v."))
    assert meeting.items[0].toc_title == "Tilskud m.v."
    assert "toc_title_differs" not in codes(meeting)


def test_every_line_of_an_item_stands_in_it_once():
    lines = [
        "Bilag",
        "Skitse",
        "Cykelparkering",
        "Løs tekst",
        "Baggrund",
        "Et",
        "To",
        "Beslutning",
        "Godkendt.",
    ]
    item = parse_items(item_text(*lines)).items[0]
    assert [line.text for line in item.all_lines()] == ["Punkt 1: Cykelparkering", "13/9902", *lines]
    assert HEAD.count("\n") < item.all_lines()[0].number
