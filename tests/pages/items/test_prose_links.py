"""Just the words of a reference become a link, where they stand, whatever else the text says or marks."""

from __future__ import annotations

import pytest

from minutes.models import Reference
from minutes.pages.items.prose_links import Lead, link_passages
from minutes.parser.blocks import parse_blocks
from minutes.parser.lines import read_lines
from minutes.search.hits.highlight import Mark
from minutes.templatetags.minutes_text import as_blocks
from minutes.templatetags.passages_of_pages import Marks, Passage

SURE = Lead("Direktionen 5. februar 2013, punkt 2", "/a/")


def passage(text: str) -> Passage:
    return Passage(parse_blocks(read_lines(text)))


def references(text: str, words: str, *leads: Lead | None) -> dict[Reference, Lead | None]:
    """A reference for each place where the words stand in a text, from the first, and where it leads."""
    found: dict[Reference, Lead | None] = {}
    start = -1
    for key, lead in enumerate(leads, start=1):
        start = text.index(words, start + 1)
        line = text.count("\n", 0, start) + 1
        column = start - (text.rfind("\n", 0, start) + 1)
        found[Reference(pk=key, line=line, column=column, text=words)] = lead
    return found


def written(text: str, words: str, *leads: Lead | None, marks: Marks | None = None) -> str:
    (linked,) = link_passages([passage(text)], references(text, words, *leads))
    return as_blocks(Passage(linked.blocks, marks=marks, links=linked.links), "2").replace("\n", "")


LINK = '<a href="/a/" title="Direktionen 5. februar 2013, punkt 2">{}</a>'


def test_the_words_lead_on_and_say_where_to():
    assert written("Se mødet den 5/2.", "mødet den 5/2", SURE) == f"<p>Se {LINK.format('mødet den 5/2')}.</p>"


def test_what_is_not_sure_says_so():
    maybe = Lead("Direktionen 5. februar 2013", "/a/", is_sure=False)
    assert written("Se mødet.", "mødet", maybe) == (
        '<p>Se <a class="maybe" href="/a/" title="Måske Direktionen 5. februar 2013">mødet</a>.</p>'
    )


def test_what_leads_nowhere_stays_text():
    assert written("Se mødet.", "mødet", None) == "<p>Se mødet.</p>"


@pytest.mark.parametrize("indent", ["", "  ", "\t", " " * 30])
def test_of_the_same_words_twice_those_lead_on_that_are_meant(indent: str):
    text = f"{indent}Møde 1, Møde 1 og Møde 1."
    html = written(text, "Møde 1", None, SURE, None)
    assert html == f"<p>Møde 1, {LINK.format('Møde 1')} og Møde 1.</p>"


def test_the_same_line_twice_leads_on_where_it_is_meant():
    text = "Se punkt 4.\nSe punkt 4."
    html = written(text, "punkt 4", None, SURE)
    assert html == f"<p>Se punkt 4.</p><p>Se {LINK.format('punkt 4')}.</p>"


def test_the_same_words_in_two_lines_can_lead_to_two_places():
    other = Lead("Direktionen 6. marts 2013", "/b/")
    html = written("Se mødet.\nSe mødet.", "mødet", SURE, other)
    assert html.index('href="/a/"') < html.index('href="/b/"')


def test_in_an_entry_of_a_list_the_marker_is_no_part_of_the_text():
    text = "1. Se punkt 1\n2. Se punkt 2"
    assert written(text, "1", None, SURE) == (
        f'<ol type="1"><li value="1">Se punkt {LINK.format("1")}</li><li value="2">Se punkt 2</li></ol>'
    )


def test_in_a_table_the_cell_leads_on_in_which_they_stand():
    text = "Emne\tMøde\tMøde\nSkole\t5/2\t5/2\nVej\t5/2\t5/2"
    html = written(text, "5/2", None, SURE)
    assert html.count("<a ") == 1
    assert f'<th scope="row">Skole</th><td>5/2</td><td>{LINK.format("5/2")}</td>' in html


def test_in_the_second_half_of_a_paragraph_that_a_page_break_cut():
    text = (
        "Der er et længere stykke tekst, som bliver brudt af en side, og som fortsætter\n\n"
        "på den næste side, jf. mødet den 5/2, hvor det ender."
    )
    assert LINK.format("mødet den 5/2") in written(text, "mødet den 5/2", SURE)


def test_in_italics_and_over_their_edge():
    assert written("Se *mødet den 5/2*.", "mødet den 5/2", SURE) == (
        f"<p>Se <em>{LINK.format('mødet den 5/2')}</em>.</p>"
    )
    assert written("Se *møde* den 5/2.", "møde* den 5/2", SURE) == (
        f"<p>Se <em>møde</em>{LINK.format(' den 5/2')}.</p>"
    )


def test_where_the_words_are_no_longer_nothing_leads_on():
    reference = Reference(pk=1, line=1, column=3, text="mødet")
    (linked,) = link_passages([passage("Se sagen.")], {reference: SURE})
    assert linked.links == {}
    (linked,) = link_passages([passage("\n\nSe mødet.")], {reference: SURE})
    assert linked.links == {}


def test_two_that_share_their_words_are_one_link_the_surer_one():
    text = "Direktionen og Byrådet den 5/2"
    both = {
        Reference(pk=1, line=1, column=0, text=text): Lead("Byrådet", "/b/", is_sure=False),
        Reference(pk=2, line=1, column=15, text="Byrådet den 5/2"): SURE,
    }
    (linked,) = link_passages([passage(text)], both)
    assert as_blocks(linked, "2") == f"<p>Direktionen og {LINK.format('Byrådet den 5/2')}</p>\n"


@pytest.mark.parametrize(
    ("mark", "html"),
    [
        ((0, 2), '<mark id="forekomst-1">Se</mark> <a>mødet den 5/2</a>.'),
        ((3, 8), 'Se <a><mark id="forekomst-1">mødet</mark> den 5/2</a>.'),
        ((3, 16), 'Se <a><mark id="forekomst-1">mødet den 5/2</mark></a>.'),
        ((0, 8), '<mark id="forekomst-1">Se </mark><a><mark>mødet</mark> den 5/2</a>.'),
        ((13, 17), 'Se <a>mødet den <mark id="forekomst-1">5/2</mark></a><mark>.</mark>'),
        (
            (0, 17),
            '<mark id="forekomst-1">Se </mark><a><mark>mødet den 5/2</mark></a><mark>.</mark>',
        ),
    ],
)
def test_marks_stand_beside_in_and_across_a_link(mark: tuple[int, int], html: str):
    text = "Se mødet den 5/2."
    marks = Marks({text: [Mark(*mark, "ord")]}, before=0)
    wanted = html.replace("<a>", LINK.partition("{}")[0])
    assert written(text, "mødet den 5/2", SURE, marks=marks) == f"<p>{wanted}</p>"


def test_markup_in_words_names_and_addresses_stays_text():
    hostile = '<script>"&'
    lead = Lead(f"Direktionen{hostile}", f"/a/?q={hostile}")
    html = written(f"Se {hostile} her.", hostile, lead)
    assert "<script>" not in html
    assert 'title="Direktionen&lt;script&gt;&quot;&amp;"' in html
    assert ">&lt;script&gt;&quot;&amp;</a> her." in html


def test_a_line_of_a_megabyte_takes_no_time():
    text = "Møde 1 " * 150_000
    html = written(text, "Møde 1", *[None] * 199, SURE)
    assert html.count("<a ") == 1
