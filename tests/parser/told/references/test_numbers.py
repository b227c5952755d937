"""Cases, documents, items of the agenda and paragraphs of laws that a text points to by their number."""

import pytest

from tests.build.parsed import parse_one

from .reading import in_short, of_item, read

NUMBERED = [
    ("Se sag 12/4711 om kantinen.", ["case #12/4711"]),
    ("Notatet (dok.nr. 123456-13) er sendt ud.", ["document #123456/13"]),
    ("Jf. punkt 4 på dagsordenen.", ["item Direktionen #4"]),
    ("Sagen skal ses i sammenhæng med punkt 7.", ["item Direktionen #7"]),
    ("Jf. pkt. 3 og 5.", ["item Direktionen #3", "item Direktionen #5"]),
    ("Efter servicelovens § 85, stk. 2 ydes støtte.", ["law #servicelovens § 85, stk. 2"]),
    ("Det følger af § 17, stk. 4, i styrelsesloven.", ["law #§ 17, stk. 4"]),
    ("Behandles sammen med punkt 9 på dagsordenen.", ["item Direktionen #9"]),
    ("Se sagsnr. 13/12345.", ["case #13/12345"]),
    ("Jf. § 25 i forretningsordenen.", ["law #§ 25"]),
    ("Lov om folkeskolen er ændret.", ["law #Lov om folkeskolen er ændret"]),
    ("Se sag 2012/32140 og (269057/12).", ["case #12/32140", "document #269057/12"]),
    ("Dokument 209499-15 er vedlagt.", ["document #209499/15"]),
    ("Se pkt. 7a.", ["item Direktionen #7a"]),
    ("Efter §17,4 nedsættes et udvalg.", ["law #§17,4"]),
    ("Der henvises til dagsordenspunkt 3.", ["item Direktionen #3"]),
    ("Jf. sag nr. 12.", ["item Direktionen #12 ?"]),
    (
        "Det følger af bekendtgørelse nr. 1234 af 3. maj 2010.",
        ["law #bekendtgørelse nr. 1234 af 3. maj 2010"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERED)
def test_a_number_points_to_what_bears_it(text: str, expected: list[str]):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Jf. punkt 2 i indstillingen.",
        "Jf. punkt 4 i aftalen.",
        "Se punkt 3 nedenfor.",
        "Punkt 1 og 2 godkendes.",
        "Budgettet for 2013/14 er klar.",
        "Prisen er 12/15 af det oprindelige.",
        "Projekterne fra 2016/2017 er slut.",
        "Årsskiftet 2013/14 nærmer sig.",
        "Vi er på punkt nul.",
        "O.13 er forhandlet.",
        "Sagen er behandlet i 10/11.",
        "Jf. punkt 12,5 pct. stigning.",
        "Jf. sagens bilag.",
        "Åbent i tidsrummet 10-15.",
    ],
)
def test_other_numbers_point_nowhere(text: str):
    assert read(text) == []


def test_the_items_own_case_number_points_nowhere():
    item = parse_one("Sagsfremstilling", "Se sag 13/9902 og sag 13/9903.", case_number="13/9902")
    assert [in_short(one) for one in of_item(item)] == ["case #13/9903"]


@pytest.mark.parametrize("heading", ["Indstilling", "Beslutning"])
def test_a_point_named_in_a_decision_may_be_one_of_the_recommendation(heading: str):
    assert read("Jf. punkt 2.", heading) == ["item Direktionen #2 ?"]


def test_a_documents_number_counts_in_the_list_of_documents_too():
    assert read("Strategi for byen (269057/12)", "Andre relevante dokumenter") == ["document #269057/12"]
