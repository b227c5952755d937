"""Running heads and feet are taken out and counted, and nothing else is: no word of the text is lost."""

from pathlib import Path

import pytest

from minutes.sources.wrapped import mend_wrapped
from tests.build.wrapping import PROSE, codes, mended, pages, words, wrap

ROOT = Path(__file__).parent.parent.parent.parent
SAMPLES = sorted((ROOT / "fixtures/minutes").rglob("*.txt"))


TEXTS = [f"Punkt {number}: Emne\n\n13/47{number}\n\nSagsfremstilling\n\n{PROSE}" for number in range(1, 7)]


@pytest.mark.parametrize("count", [2, 3, 6])
@pytest.mark.parametrize(
    "foot",
    [
        "Side {page} af {pages}",
        "Side {page}",
        "side {page}/{pages}",
        "{page}/{pages}",
        "s. {page}",
        "Page {page} of {pages}",
        "Direktionen d. 27-08-2013    Side {page} af {pages}",
        "{page} af {pages}",
    ],
)
@pytest.mark.parametrize(
    "head",
    [
        "Direktionen d. 27-08-2013",
        "Høje-Taastrup Kommune",
        "27-08-2013 10:00",
        "https://taastrup.dk/referat",
        "",
    ],
)
def test_heads_and_feet_are_taken_out_and_counted(foot, head, count):
    text = "REFERAT Direktionen d. 27-08-2013\n\n" + pages(*TEXTS[:count], foot=foot, head=head)
    read = mend_wrapped(text)
    assert [line for line in read.text.split("\n") if line] == [
        "REFERAT Direktionen d. 27-08-2013",
        *[line for part in TEXTS[:count] for line in part.split("\n") if line],
    ]
    (notice,) = read.notices
    assert (notice.line, notice.code, notice.is_warning) == (1, "furniture_removed", False)
    taken = count * (1 + bool(head)) if head else count
    assert notice.message.startswith(f"{taken} linjer i sidehoveder og sidefødder er udeladt, som »")


@pytest.mark.parametrize("number", ["- {page} -", "{page}"])
def test_bare_numbers_are_feet_where_three_pages_are_counted(number):
    assert codes(pages(*TEXTS[:3], foot=number, head="")) == ["furniture_removed"]
    assert codes(pages(*TEXTS[:2], foot=number, head="")) == []


def test_a_title_that_is_repeated_on_every_page_stays_once():
    title = "REFERAT Direktionen d. 27-08-2013"
    for foot in ("Side {page}", ""):
        found = mended(pages(*TEXTS, head=title, foot=foot)).split("\n")
        assert (found[0], found.count(title)) == (title, 1)


def test_a_paragraph_that_a_page_cuts_is_made_whole():
    first, second = PROSE[:190].rsplit(" ", 1)[0], PROSE[len(PROSE[:190].rsplit(" ", 1)[0]) + 1 :]
    assert PROSE in mended(pages(f"Baggrund\n\n{first}", f"{second}\n\nIndstilling", TEXTS[2])).split("\n")


def test_a_table_that_a_page_cuts_is_one():
    found = mended(pages("Sagsfremstilling\n\nCenter\tBeløb\nHRC\t100", "ØDC\t50\nJC\t70\n\nSlut", TEXTS[2]))
    assert "Center\tBeløb\nHRC\t100\nØDC\t50\nJC\t70\n" in found


# An item a page: what recurs at the edges of pages is the text itself.
A_PAGE_EACH = [
    f"Punkt {number}: Lukket\n\n12/32140\n\nSagsfremstilling\n\nØkonomiopfølgning\n\n"
    "Beslutning i Direktionen den 27-08-2013\n\nGodkendt."
    for number in range(1, 9)
]


@pytest.mark.parametrize(
    "texts",
    [
        A_PAGE_EACH,
        [text.replace("Godkendt.", "Godkendt") for text in A_PAGE_EACH],
        [text.replace("Godkendt.", "Ingen bemærkninger") for text in A_PAGE_EACH],
        [f"{number}. Lukket\n\nSagsnr.: 12/7799\n\nDrøftet" for number in range(1, 9)],
        [f"Punkt {number}\n\nLukket\n\n12/32140" for number in range(1, 9)],
        [f"- {number}\n\nHRC {number}\n\nHRC" for number in range(3, 9)],
        [f"Bilag\n\nNotat {number}\n\nBilag" for number in range(3, 9)],
    ],
)
def test_no_word_is_lost_of_a_print_with_an_item_a_page(texts):
    found = mended(pages(*texts))
    assert words(found) == words("\n".join(texts))


def test_no_word_of_the_samples_is_lost_but_heads_and_feet():
    for path in SAMPLES:
        text = path.read_text()
        found = mended(wrap(text, 90, has_feet=True))
        assert words(found.replace("-", "")) == words(text.replace("-", ""))
