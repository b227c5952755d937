import pytest

from minutes.danish.inflections import other_forms


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("barn", ("barnet", "børn", "børnene")),
        ("børn", ("barn", "barnet", "børnene")),
        ("udsat", ("udsætte", "udsættes")),
        ("udsættes", ("udsat", "udsætte")),
        ("vedtagne", ("vedtaget", "vedtage", "vedtages", "vedtog")),
        ("indstillede", ("indstille",)),
        ("lukkede", ("lukke",)),
        ("bevilgede", ("bevilge",)),
        ("kørte", ("køre",)),
        ("bønder", ("bonde",)),
        ("gymnasium", ("gymnasier",)),
        ("centrum", ("center",)),
        ("formænd", ("formand",)),
        ("udvalgsformænd", ("udvalgsformand",)),
        ("kommunegymnasiets", ("kommunegymnasium",)),
        ("byen", ("by", "byer", "byerne")),
        ("mulighederne", ("mulighed",)),
        ("digitalt", ("digital",)),
        ("gamle", ("gammel", "gammelt")),
    ],
)
def test_a_word_that_changes_its_stem_has_other_forms(word, others):
    assert other_forms(word) == others


@pytest.mark.parametrize(
    "word",
    ["skole", "skoler", "møde", "side", "skade", "hvede", "bande", "gode", "udsatte", "bad", "tog", "indstille", "hrc",
     "2013", "tilgængelighede", "xyzede", ""],
)  # fmt: skip
def test_any_other_word_has_none(word):
    assert other_forms(word) == ()
