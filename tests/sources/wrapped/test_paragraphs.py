"""Lines that go on are joined in a file that shows that it is wrapped; every other file keeps its lines."""

from pathlib import Path

import pytest

from minutes.sources.text import numbered_text
from minutes.sources.values import UnreadableSourceError
from minutes.sources.wrapped import mend_wrapped
from tests.build.documents import decided, item_text, many_items, minutes_text
from tests.build.wrapping import PROSE, mended, paragraph_of, wrap

ROOT = Path(__file__).parent.parent.parent.parent
SAMPLES = sorted((ROOT / "fixtures").rglob("*.txt"))


# A file that needs nothing


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_samples_keep_their_lines(path):
    try:
        text = numbered_text(path.read_bytes(), allow_damage=True)
    except UnreadableSourceError:
        return
    read = mend_wrapped(text)
    assert (read.text, read.notices, read.page_starts) == (text, (), ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Godkendt.",
        minutes_text(),
        many_items(range(1, 30)),
        # A paragraph that a page cut in two, in a file of paragraphs.
        minutes_text(
            item_text(1, "Lokaler", "13/4711", sagsfremstilling=f"{PROSE}\n\nog så er\nder mere.\n\n{PROSE}")
        ),
        # Lines that go on twice are a way of writing.
        "Vi mødes på rådhuset klokken ti, og så går vi\nover på biblioteket sammen med de andre, som\ner der.",
        # One page is no row of pages.
        f"{PROSE}\n\nSide 2 af 3\n\n{PROSE}",
        f"{PROSE}\n\nSide 1\n\nSide 1\n\n{PROSE}",
        f"{PROSE}\n\nSide 3\n\n{PROSE}\n\nSide 7\n\n{PROSE}",
        # Lists of what is short.
        "Medlemmer\n" + "\n".join(f"Anne Holm {number}" for number in range(30)),
        "\n".join(f"{number}. oktober" for number in range(1, 30)),
        "Center\tBeløb\n" + "\n".join(f"HRC\t{number}" for number in range(30)),
        "\n".join(f"- at center {number} arbejder videre" for number in range(30)),
        "\n".join(f"{number}/14" for number in (3, 9, 2, 7)),
    ],
)
def test_a_file_that_needs_nothing_keeps_its_lines(text):
    read = mend_wrapped(text)
    assert (read.text, read.notices) == (text, ())


# Paragraphs


@pytest.mark.parametrize("width", [60, 70, 80, 90, 100, 120])
@pytest.mark.parametrize("has_feet", [False, True])
@pytest.mark.parametrize("name", ["2013-01-22-direktionen", "2014-03-18-byraadet", "2015-10-06-direktionen"])
def test_a_wrapped_sample_gets_its_paragraphs_back(name, width, has_feet):
    text = (ROOT / f"fixtures/minutes/{name}.txt").read_text()
    found = mended(wrap(text, width, has_feet=has_feet)).split("\n")
    missing = [
        line
        for line in filter(None, text.split("\n"))
        if line.rstrip() not in {line.rstrip() for line in found}
    ]
    assert len(missing) <= 0.03 * len(text.split("\n"))


MINUTES = minutes_text(
    item_text(1, "Lokaler på biblioteket", "13/4711", sagsfremstilling=PROSE, indstilling=PROSE)
    + "\n\n"
    + decided("Direktionen", "27-08-2013", "Godkendt."),
    item_text(
        2, "Økonomi", "13/4712", sagsfremstilling=f"- {PROSE}\n- {PROSE}\n\n{PROSE}", bilag="Notat\nOversigt"
    ),
)


# Where no blank lines part them, a paragraph whose last line happens to be full goes on with the next: not at these.
@pytest.mark.parametrize(
    ("width", "is_close"),
    [(64, False), (72, False), (80, False), (96, False), (72, True), (80, True), (96, True)],
)
def test_headings_items_case_numbers_and_lists_stay_lines_of_their_own(width, is_close):
    found = [line for line in mended(wrap(MINUTES, width, is_close=is_close)).split("\n") if line]
    assert found == [line for line in MINUTES.split("\n") if line]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (
            ["Der er midler i effektiviserings-", "puljen til det."],
            ["Der er midler i effektiviseringspuljen til det."],
        ),
        (
            ["Centret står for indkøb af alt til IT-", "drift og vedligehold."],
            ["Centret står for indkøb af alt til IT-drift og vedligehold."],
        ),
        (
            ["Der er afsat penge i alt til både løn-", "og driftsudgifter."],
            ["Der er afsat penge i alt til både løn- og driftsudgifter."],
        ),
        (
            ["- et forslag til nye lokaler til alle i", "huset", "- to"],
            ["- et forslag til nye lokaler til alle i huset", "- to"],
        ),
        (
            ["1. Et forslag til nye lokaler til alle", "i huset"],
            ["1. Et forslag til nye lokaler til alle i huset"],
        ),
        (
            ["Mødet er nu flyttet, så det begynder den", "3. september på rådhuset."],
            ["Mødet er nu flyttet, så det begynder den 3. september på rådhuset."],
        ),
        (
            ["Forslaget har to dele, som er ligestillet", "– en plan og et budget."],
            ["Forslaget har to dele, som er ligestillet – en plan og et budget."],
        ),
        (
            ["Referat fra mødet i Direktionen den 27-08-", "2013"],
            ["Referat fra mødet i Direktionen den 27-08-2013"],
        ),
        (["Kommissorium for netværket ............", "8"], ["Kommissorium for netværket ............ 8"]),
        (
            ["Punkt 4: Kommissorium", "for netværket", "12/4711"],
            ["Punkt 4: Kommissorium for netværket", "12/4711"],
        ),
    ],
)
def test_what_goes_on_is_joined(lines, joined):
    assert mended(paragraph_of(*lines)).split("\n")[2:] == joined


@pytest.mark.parametrize(
    "lines",
    [
        ["Der er to forslag til, hvad der kan ske:", "at vente, eller at gå i gang."],
        ["Punkt 3: Nye lokaler til biblioteket nu", "12/4711"],
        ["Beslutning i Direktionen den 27-08-2013", "godkendt, som det er indstillet."],
        ["Direktionen drøftede sagen og godkendte", "Sagsfremstilling"],
        ["Lokaler ............................ 3", "økonomi ............................ 4"],
        ["Center\tBeløb til indkøb og drift i alt", "hrc\t100"],
        ["Godkendt.", "udsat"],
        ["- et forslag til nye lokaler til alle her", "- to"],
        ["Bilag", "Notat om lokaler på biblioteket 2013-14", "Oversigt over udgifter"],
    ],
)
def test_what_stands_alone_is_not_joined(lines):
    assert mended(paragraph_of(*lines)).split("\n")[2:] == lines
