"""The ways in which a personal number is written: which make it a finding, and which a warning."""

from __future__ import annotations

import pytest

from tests.build.personal_numbers import WITHOUT_MODULUS, found


@pytest.mark.parametrize(
    "text",
    [
        "150480-1234",
        "150480–1234",
        "150480—1234",
        "150480\u20101234",
        "150480\u20111234",
        "150480\u20121234",
        "150480\u22121234",
        "150480\u00ad1234",
        "150480－1234",
        "150480 1234",
        "150480\u00a01234",
        "150480\u20091234",
        "150480\u202f1234",
        "150480\u30001234",
        "150480     1234",
        "150480 - 1234",
        "150480 -1234",
        "150480- 1234",
        "150480\u00a0–\u00a01234",
        "150480--1234",
        # Cut by the end of a line, or of a page.
        "150480-\n1234",
        "150480-\r\n1234",
        "150480 -\n\n  1234",
        # What nobody sees stands inside.
        "15\u200b0480-12\u200d34",
        "\u202d150480-1234\u202c",
        "150480\ufeff-1234",
        # The digits of another script.
        "１５０４８０-１２３４",
        "١٥٠٤٨٠-١٢٣٤",
        # Beside letters and signs.
        "cpr150480-1234",
        "(150480-1234)",
        "Anne Holm,150480-1234,tilskud",
        "født:150480-1234.",
        "ansøgning_150480-1234_2013.pdf",
        "150480-1234/Anne Holm",
        "2013 150480 1234",
        "4 150480-1234",
        # A date of eight digits before the last four.
        "15041980-1234",
        # After a dash the number goes on in the next cell, or line.
        "Hansen\t150480-\t1234",
        "Hansen\t150480 -\t1234\tGodkendt",
        "150480–\t\t1234",
        "150480-\f1234",
        # Several dashes, and dashes that are other signs.
        "150480- -1234",
        "150480 – – 1234",
        "150480\u207b1234",
        "150480\u02d71234",
        "150480\x961234",
        "150480\ufffd1234",
        # As a page, an address or a mail writes a blank or a dash.
        "150480&nbsp;1234",
        "150480&nbsp1234",
        "150480&#45;1234",
        "150480&#x2D;1234",
        "150480&ndash;1234",
        "150480&thinsp;1234",
        "150480&amp;nbsp;1234",
        "150480&nbsp;-&nbsp;1234",
        "150480%2D1234",
        "150480%201234",
        "150480%20-%201234",
        "150480%E2%80%931234",
        "?nr=a%20150480-1234",
        "150480=2D1234",
        "150480=C2=A01234",
        # Bold, in italics, between quotes, as mails, notes and pages write it.
        "**150480**-1234",
        "_150480_-1234",
        "*150480*-*1234*",
        "`150480`-`1234`",
        "<b>150480</b>-1234",
        '"150480"-"1234"',
        # Set apart as letters are.
        "1 5 0 4 8 0 - 1 2 3 4",
        "Anne 1 5 0 4 8 0 – 1 2 3 4",
        # Marks over the digits.
        "15\u03050480-12\u033334",
        # Named as one: in every way that can be written.
        "cpr: 1504801234",
        "CPR-nr.1504801234",
        "cpr.nr 1504801234",
        "cprnr. 1504801234",
        "Personnummer 1504801234",
        "personnr. 1504801234",
        "person-nr. 1504801234",
        "1504801234 er hendes CPR-nummer",
        "cpr 150480/1234",
        "cpr 150480.1234",
        "cpr 150480_1234",
        "cpr 150480\t1234",
        "cpr 150480\n1234",
        "cpr 15 04 80 1234",
        "cpr 15.04.80 1234",
        "cpr 15-04-1980 1234",
        "cpr 15/04/80-1234",
        "cpr 150419801234",
        "cpr, kontonr. 1504801234",
        "c.p.r. 1504801234",
        "pers.nr. 1504801234",
        "cpr 150480 (1234)",
        "cpr 150480-12 34",
    ],
)
def test_it_is_a_finding_however_it_is_written(text: str):
    assert found(text) == [(WITHOUT_MODULUS, "finding")]


@pytest.mark.parametrize(
    "text",
    [
        "1504801234",
        "Ansøgning fra Anne Holm (1504801234).",
        "ansøgning_1504801234.pdf",
        "150480/1234",
        "150480.1234",
        "150480_1234",
        "15.04.80-1234",
        "15-04-80-1234",
        "15 04 80-1234",
        "15-04-1980-1234",
        "15041980 1234",
        "15.04.80 1234",
        "15-04-80 1234",
        "15/4-80 1234",
        "15. 4. 80 1234",
        "15.04.1980 1234",
        "15.04.80 - 1234",
        "15.04.80/1234",
        "15.04.801234",
        "15 04 80 1234",
        "15 04 80 - 1234",
        "15 04 80 12 34",
        "150480-12 34",
        "150480-12-34",
        "1 5 0 4 8 0 1 2 3 4",
        "150480 / 1234",
        "150480 (1234)",
        "150480·1234",
        "150480+1234",
        "150480:1234",
        "150480|1234",
        "150480\\-1234",
        "**150480** 1234",
        "<td>150480</td><td>1234</td>",
        # Cells, and nothing but words in the others.
        "150480\t1234",
        "150480 \t 1234",
        "150480\t-\t1234",
        "Hansen\t150480\t1234\tGodkendt",
        # Wrapped at the blank, in prose.
        "Borgeren 150480\n1234 har klaget.",
        "Borgeren 150480 \r\n   1234 har klaget.",
        "> Borgeren 150480\n> 1234 har klaget.",
        "Klage fra borgeren 150480\n1234",
        # Part of a longer number, it seems.
        "12-150480-1234",
        "150480-1234-5",
        "150480-1234/13",
        # A bank's registration number before it.
        "4567 150480 1234",
        "4567 1504801234",
        "4567-1504801234",
    ],
)
def test_it_is_a_warning_where_it_may_be_something_else(text: str):
    assert found(text) == [(WITHOUT_MODULUS, "warning")]


@pytest.mark.parametrize("born", ["1.1.80", "1/1-80", "1. 1. 1980", "01-1-80"])
def test_a_day_may_be_written_without_its_noughts(born: str):
    assert found(f"cpr {born}-1234") == [("0101801234", "finding")]
