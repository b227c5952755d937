"""The sentence that proves a centre's role: verbatim, on its line, with the centre in it."""

import pytest

from minutes.parser.values import CentreRole, ParsedCentre, ParsedItem
from tests.build.hostile import HOSTILE
from tests.build.parsed import CENTRES, parse_items, parse_one


def proof(item: ParsedItem, role: CentreRole, code: str = "HRC") -> ParsedCentre:
    (found,) = [centre for centre in item.centres if (centre.code, centre.role) == (code, role)]
    return found


def text_of_line(item: ParsedItem, number: int) -> str:
    (text,) = [line.text for line in item.all_lines() if line.number == number]
    return text


def test_the_sentence_alone_proves_it_not_the_paragraph():
    item = parse_one("Beslutning", "Godkendt. HRC følger op jf. planen. Resten udsættes.")
    found = proof(item, CentreRole.TASKED)
    assert found.sentence == "HRC følger op jf. planen."
    assert found.sentence in text_of_line(item, found.line)


def test_the_centre_stands_in_the_sentence_where_it_is_said_to():
    item = parse_one("Beslutning", "Godkendt. Herefter skal HR-Centret følge op.")
    found = proof(item, CentreRole.TASKED)
    assert found.sentence[found.column :].startswith("HR-Centret ")
    assert found.surface == "HR-Centret"


def test_of_a_table_the_row_proves_it():
    item = parse_one("Sagsfremstilling", "Sag\tTidspunkt\tAnsvarlig\nPlan for HRC\tMaj\tHRC/ØDC")
    found = proof(item, CentreRole.RESPONSIBLE)
    assert found.sentence == "Plan for HRC\tMaj\tHRC/ØDC"
    assert found.sentence[found.column :] == "HRC/ØDC"


def test_the_title_proves_that_a_centre_is_mentioned_in_it():
    item = parse_one(title="HR-Centrets arbejdsprogram")
    assert proof(item, CentreRole.MENTIONED).sentence == "HR-Centrets arbejdsprogram"


def test_the_first_sentence_in_a_role_proves_it():
    item = parse_one("Beslutning", "HRC følger op.\n\nHRC sikrer besked.")
    assert proof(item, CentreRole.TASKED).sentence == "HRC følger op."


def test_of_an_endless_sentence_the_part_around_the_centre_proves_it():
    item = parse_one("Sagsfremstilling", f"{'ord ' * 2_000}HRC {'ord ' * 2_000}")
    found = proof(item, CentreRole.MENTIONED)
    assert len(found.sentence) < 1_000
    assert found.sentence[found.column :].startswith("HRC ord")
    assert found.sentence in text_of_line(item, found.line)


@pytest.mark.parametrize("name", [name for name in HOSTILE if "entre" in name or "TAB" in name])
def test_a_proof_of_a_hostile_text_is_verbatim_too(name: str):
    for item in parse_items(f"Punkt 1: Plan\n\nSagsfremstilling\n\nHRC {HOSTILE[name](2_000)}").items:
        for centre in item.centres:
            assert centre.sentence in text_of_line(item, centre.line)
            assert centre.sentence[centre.column :].startswith(centre.surface)
    assert CENTRES.find("HRC")
