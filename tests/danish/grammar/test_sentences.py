"""Where the sentences of a text end, and where a full stop ends none."""

import time

import pytest

from minutes.danish.grammar.sentences import find_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in find_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("   ", []),
        ("Godkendt", ["Godkendt"]),
        ("  Godkendt. ", ["Godkendt."]),
        ("Godkendt. HRC følger op.", ["Godkendt.", "HRC følger op."]),
        ("Hvad koster det? Det ved ingen! Sagen udsættes.",
         ["Hvad koster det?", "Det ved ingen!", "Sagen udsættes."]),
        ("Der gives 5 mio. kr. Resten søges.", ["Der gives 5 mio. kr.", "Resten søges."]),
        ("Stole, borde mv. Alt er nyt.", ["Stole, borde mv.", "Alt er nyt."]),
        ("Planen er fra 2013. Den gælder endnu.", ["Planen er fra 2013.", "Den gælder endnu."]),
        ("Se punkt 4. Det er udsat.", ["Se punkt 4.", "Det er udsat."]),
        ("Det sker i uge 12. 14 dage senere er vi færdige.",
         ["Det sker i uge 12. 14 dage senere er vi færdige."]),
        ("Han sagde: ”Nej.” Så gik han.", ["Han sagde: ”Nej.”", "Så gik han."]),
        ("Planen er god (den er ny). Den følges.", ["Planen er god (den er ny).", "Den følges."]),
        ("Godkendt. (Anne Holm deltog ikke)", ["Godkendt.", "(Anne Holm deltog ikke)"]),
        ("Første linje\nAnden linje", ["Første linje", "Anden linje"]),
        ("Planen er klar… Den sendes.", ["Planen er klar…", "Den sendes."]),
        ("Efter § 17, stk. 4. Udvalget er nedsat.", ["Efter § 17, stk. 4.", "Udvalget er nedsat."]),
    ],
)  # fmt: skip
def test_a_sentence_ends_at_its_mark(text: str, expected: list[str]):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sagen udsættes, jf. Økonomiudvalgets beslutning.",
        "Mødet er d. 3. september 2013 kl. 10.00.",
        "Mødet er den 3. September.",
        "Det er 2. budgetopfølgning.",
        "Notatet er skrevet af H. C. Holm.",
        "Der er bl.a. Kulturhuset og f.eks. Biblioteket.",
        "1. Direktionen godkender planen.",
        "- a. Planen godkendes.",
        "A. Planen godkendes.",
        "Pris pr. Barn er 5.000 kr. om året.",
        "Projektet koster ca. 3,5 mio. kr. i 2014.",
        "Se www.eksempel.dk for mere.",
        "Vedr. Skolen, jvf. Notat nr. 12, pkt. 3.",
        "Efter lovens § 17, stk. 4 nedsættes et udvalg.",
        "Alle centre, mv. er enige.",
        "Se rapporten i dok.nr. 208311-13 og j.nr. 12/101.",
        "Indkøbet har CVR-nr. 12345678 og sags.nr. 12/101.",
    ],
)
def test_a_full_stop_may_end_no_sentence(text: str):
    assert sentences(text) == [text]


@pytest.mark.parametrize("piece", ["a. ", "A. ", "1. ", "jf. X", "! ", "…", "\n", " ", "Godkendt. ", ". "])
def test_a_long_text_takes_no_longer_than_its_length(piece: str):
    start = time.process_time()
    find_sentences(piece * 200_000)
    assert time.process_time() - start < 3
