"""Lines become paragraphs and entries of lists by where they stand, and by what is written where that does not tell."""

import pytest

from minutes.sources.pdf import read_pdf
from tests.build.drawing import LEFT, Text, paragraph, pdf, width_of, wrapped

SAGEN = (
    "Direktionen drøftede sagen og besluttede, at den skal tages op igen, når centrene har haft den i høring i "
    "september, så der er tid til at indarbejde svarene."
)
UDVALGET = (
    "Sagen sendes derefter til Økonomiudvalget, som behandler den på det møde, der ligger nærmest ved fristen for "
    "budgettet."
)
# As wide as the page, to the last letter: what follows begins a line because there is no room.
FULL = wrapped(UDVALGET)[0]


def lines(content):
    return [line for line in read_pdf(content).text.splitlines() if line]


def test_wrapped_lines_are_one_paragraph():
    assert lines(pdf(paragraph(*wrapped(SAGEN), y=80))) == [SAGEN]


def test_space_parts_paragraphs():
    content = pdf([*paragraph(*wrapped(SAGEN), y=80), *paragraph(*wrapped(UDVALGET), y=118)])
    assert lines(content) == [SAGEN, UDVALGET]


def test_a_line_with_room_left_ends_a_paragraph_without_space():
    content = pdf([*paragraph(*wrapped(SAGEN), y=80), *paragraph(*wrapped(UDVALGET), y=104)])
    assert lines(content) == [SAGEN, UDVALGET]


def test_an_indented_line_begins_a_paragraph_without_space():
    texts = [f"{SAGEN} {UDVALGET}"] * 3
    drawn, y = [], 80
    for text in texts:
        drawn += paragraph(*wrapped(text, indent=12), y=y, indent=12)
        y += 12 * len(wrapped(text, indent=12))
    assert lines(pdf(drawn)) == texts


def test_a_paragraph_goes_on_over_the_page():
    first, second = wrapped(SAGEN)
    read = read_pdf(pdf([Text("Emne", 60), *paragraph(first, y=780)], paragraph(second, y=60)))
    assert read.text.splitlines() == ["Emne", "", SAGEN]


@pytest.mark.parametrize("heading", ["Økonomi", "Punkt 2: Lukket", "13/2358", "Andre relevante dokumenter"])
def test_a_full_line_does_not_go_on_with_a_heading(heading):
    content = pdf([*paragraph(*wrapped(SAGEN), y=80), *paragraph(FULL, heading, y=118)])
    assert lines(content)[1:] == [FULL, heading]


def test_larger_type_is_no_part_of_a_paragraph():
    content = pdf(
        [*paragraph(*wrapped(SAGEN), y=80), *paragraph(FULL, y=118), Text("organisering", 131, size=13)]
    )
    assert lines(content)[1:] == [FULL, "organisering"]


def test_a_centred_title_of_two_lines_is_one():
    title = "REFERAT Ekstraordinært møde i Direktionen om kommunens budget for 2014 og overslagsårene d. 27-08-2013"
    centred = [
        Text(line, 60 + 17 * place, LEFT + (475 - width_of(line, 14)) / 2, 14)
        for place, line in enumerate(wrapped(title, size=14))
    ]
    assert len(centred) == 2
    assert lines(pdf([*centred, *paragraph(*wrapped(SAGEN), y=118)])) == [title, SAGEN]


@pytest.mark.parametrize("bullet", ["•", "–", "-", "*", "·"])
def test_bullets_of_any_kind_are_entries(bullet):
    entries = [
        entry for y in (80, 92, 104) for entry in (Text(bullet, y, 70), Text("at sagen udsættes", y, 82))
    ]
    assert lines(pdf(entries)) == ["- at sagen udsættes"] * 3


@pytest.mark.parametrize("marker", ["1.", "2)", "a.", "b)", "10."])
def test_numbers_and_letters_of_entries_are_kept(marker):
    entries = [Text("Det indstilles,", 80), Text(marker, 92, 70), Text("at sagen udsættes", 92, 88)]
    assert lines(pdf(entries)) == ["Det indstilles,", f"{marker} at sagen udsættes"]


def test_an_entry_further_in_is_of_the_next_level():
    entries = [
        drawn
        for place, x in enumerate((70, 90, 90, 70))
        for drawn in (Text("•", 80 + 12 * place, x), Text(f"emne {place}", 80 + 12 * place, x + 12))
    ]
    assert lines(pdf(entries)) == ["- emne 0", " - emne 1", " - emne 2", "- emne 3"]


def test_an_entry_of_two_lines_is_one():
    entry = wrapped(SAGEN, width=453)
    content = pdf(
        [
            Text("•", 80, 70),
            *paragraph(*entry, y=80, x=82),
            *paragraph(*wrapped(UDVALGET), y=80 + 12 * len(entry)),
        ]
    )
    assert lines(content) == [f"- {SAGEN}", UDVALGET]


def test_a_full_entry_does_not_go_on_with_the_paragraph_below_the_list():
    entry = f"at {FULL.split(' ', 4)[4]}"
    content = pdf([Text("•", 80, 70), Text(entry, 80, 82), *paragraph(*wrapped(SAGEN), y=92)])
    assert lines(content) == [f"- {entry}", SAGEN]


@pytest.mark.parametrize("rest", ["3. september, hvor der er møde.", "7. Det er der ikke.", "12. august."])
def test_a_number_that_begins_a_line_of_prose_is_no_marker(rest):
    content = pdf([*paragraph(*wrapped(SAGEN), y=80), *paragraph(FULL, rest, y=118)])
    assert lines(content)[1] == f"{FULL} {rest}"


def test_a_hyphen_at_a_line_end_goes_and_is_counted():
    begin = next(line for line in (SAGEN[:end] for end in range(90, 0, -1)) if width_of(line) < 390)
    first = f"{begin} effektiviserings-"
    read = read_pdf(pdf([*paragraph(*wrapped(SAGEN), y=80), *paragraph(first, "puljen er gjort op.", y=120)]))
    assert "effektiviseringspuljen" in read.text
    assert [notice.message for notice in read.notices if notice.code == "hyphens_removed"] == [
        "1 bindestreg ved linjeskift er udeladt, hvor ordet var delt."
    ]


def test_text_in_the_size_of_notes_is_kept():
    content = pdf([*paragraph(*wrapped(SAGEN), y=80), Text("1 Jf. styrelsesloven § 40.", 500, size=7)])
    assert lines(content)[-1] == "1 Jf. styrelsesloven § 40."


def test_raised_figures_stand_in_their_line():
    content = pdf(
        [
            Text("Arealet er 40 m", 80),
            Text("2", 76, LEFT + width_of("Arealet er 40 m"), 6),
            Text("i alt.", 80, LEFT + width_of("Arealet er 40 m") + 8),
        ]
    )
    assert lines(content) == ["Arealet er 40 m2 i alt."]


def test_what_stands_across_the_page_is_left_out_and_named():
    read = read_pdf(
        pdf([*paragraph(*wrapped(SAGEN), y=80), Text("KOPI TIL ARKIVET", 500, 20, is_turned=True)])
    )
    assert "KOPI" not in read.text
    (notice,) = read.notices
    assert notice.code == "text_apart" and notice.is_warning and "KOPI TIL ARKIVET" in notice.message


def test_what_stands_beside_the_paper_is_left_out_and_named():
    read = read_pdf(pdf([*paragraph(*wrapped(SAGEN), y=80), Text("skjult", 500, 700)]))
    assert "skjult" not in read.text and "»skjult«" in read.notices[0].message


def test_a_page_that_is_printed_sideways_is_turned():
    turned = [Text(line, 700, 80 + 12 * place, is_turned=True) for place, line in enumerate(wrapped(SAGEN))]
    assert lines(pdf(turned)) == [SAGEN]


def test_pages_begin_with_the_lines_that_begin_on_them():
    read = read_pdf(pdf(paragraph(*wrapped(SAGEN), y=80), [], paragraph(*wrapped(UDVALGET), y=80)))
    assert read.page_starts == (1, 3, 3)
    assert read.text.splitlines()[2].startswith("Sagen sendes")
