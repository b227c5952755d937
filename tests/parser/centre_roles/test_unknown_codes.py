"""Codes that stand where a centre stands, and that nobody knows."""

import pytest

from tests.build.parsed import codes, messages, parse_items


def item_with(*lines: str) -> str:
    return "\n\n".join(["Punkt 1: Cykelparkering", "13/9902", *lines])


@pytest.mark.parametrize(
    "lines",
    [
        ("Indstilling", "KMC indstiller, at planen godkendes."),
        ("Sagsfremstilling", "Sag\tAnsvarlig\nPlan\tKMC"),
        ("Sagsfremstilling", "Sag\tAnsvarlig\nPlan\tHRC/KMC"),
        ("Sagsfremstilling", "Center\tBeløb\nKMC\t100.000"),
    ],
)
def test_an_unknown_code_where_a_centre_stands_is_reported(lines: tuple[str, ...]):
    meeting = parse_items(item_with(*lines))
    assert messages(meeting, "unknown_code") == [
        "Koden KMC står som center, men findes ikke på listen over centre."
    ]


def test_an_unknown_code_is_reported_once_an_item():
    lines = ("Indstilling", "KMC indstiller.", "KMC indstiller.", "Sag\tAnsvarlig\nPlan\tKMC")
    assert codes(parse_items(item_with(*lines))).count("unknown_code") == 1


@pytest.mark.parametrize(
    "lines",
    [
        ("Indstilling", "HRC indstiller, at planen godkendes."),
        ("Indstilling", "MED indstiller, at planen godkendes."),
        ("Indstilling", "Planen fra KMC godkendes."),
        ("Sagsfremstilling", "Alle i KMC er enige."),
        ("Sagsfremstilling", "Sag\tAnsvarlig\nPlan\tPA"),
        ("Sagsfremstilling", "Sag\tAnsvarlig\nPlan\tSSU"),
        ("Sagsfremstilling", "Sag\tAnsvarlig\nPlan\tPlan-ABC"),
        ("Sagsfremstilling", "Sag\tTidspunkt\nKMC\tMaj"),
        ("Sagsfremstilling", "Sag\tAnsvarlig\nPlan\tALLE CENTRE"),
    ],
)
def test_known_words_people_and_codes_elsewhere_are_not_reported(lines: tuple[str, ...]):
    assert "unknown_code" not in codes(parse_items(item_with(*lines)))
