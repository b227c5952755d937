"""Who takes part in a matter, and who is only mentioned in it."""

import pytest

from minutes.parser.values import CentreRole, ParsedItem
from tests.build.parsed import parse_one


def participants(item: ParsedItem) -> set[str]:
    return {centre.code for centre in item.centres if centre.role is CentreRole.PARTICIPATES}


@pytest.mark.parametrize(
    ("text", "centres"),
    [
        ("HRC deltager i arbejdsgruppen.", {"HRC"}),
        ("HRC og JC deltog under punktet.", {"HRC", "JC"}),
        ("HR-Centret vil også i 2014 deltage aktivt i projektet.", {"HRC"}),
        ("HRC har deltaget i arbejdet.", {"HRC"}),
        ("ØDC bidrager med data.", {"ØDC"}),
        ("SHC inddrages i arbejdet.", {"SHC"}),
        ("HRC skal høres om forslaget.", {"HRC"}),
        ("Aktiviteterne tilrettelægges i samarbejde med Byrådscentret.", {"BYC"}),
        ("Opgaven løses i samarbejde med de øvrige centre og ØDC.", {"ØDC"}),
        ("Strategien er skrevet i et samarbejde mellem JC, SHC og BYC.", {"JC", "SHC", "BYC"}),
        ("Samarbejdet mellem HRC og JC er godt.", {"HRC", "JC"}),
        ("Arbejdsgruppen består af HRC og JC.", {"HRC", "JC"}),
        ("Der nedsættes en gruppe med repræsentanter fra HRC, JC og SHC.", {"HRC", "JC", "SHC"}),
        ("Gruppen består af Anne Holm (HRC) og Per Lund (ØDC).", {"HRC", "ØDC"}),
        ("Anne Holm (HRC) deltager under punktet.", {"HRC"}),
        ("Anne H, HRC, deltog under punktet.", {"HRC"}),
        ("Anne H og Per L, HRC kommer og præsenterer systemet.", {"HRC"}),
        ("HRC er repræsenteret i styregruppen.", {"HRC"}),
        ("I styregruppen sidder centercheferne fra HRC, JC og SHC.", {"HRC", "JC", "SHC"}),
        ("Oplæg ved Anne Holm, HRC.", {"HRC"}),
        ("Sammen med JC ser vi på reglerne.", {"JC"}),
        ("Med deltagelse af HRC og ØDC drøftes planen.", {"HRC", "ØDC"}),
    ],
)
def test_a_centre_takes_part(text: str, centres: set[str]):
    assert participants(parse_one("Sagsfremstilling", text)) == centres


@pytest.mark.parametrize(
    "text",
    [
        "HRC præsenterede systemet.",
        "HRC orienterede om sagen.",
        "HRC fremlagde planen.",
        "HRC gennemgik tallene.",
    ],
)
def test_who_spoke_at_the_meeting_took_part(text: str):
    assert participants(parse_one("Beslutning", text)) == {"HRC"}


@pytest.mark.parametrize(
    "text",
    [
        "HRC deltager ikke i arbejdet.",
        "Planen fra HRC deltager i konkurrencen.",
        "Hvis HRC deltager, bliver det dyrere.",
        "HRC har en plan.",
        "HRC fremlagde i 2011 en plan.",
        "HR-Centrets medarbejdere deltager.",
        "I HRC er der fejl.",
        "Beløbet er anført i HRC.",
        "Hensynet til HRC og JC er overrepræsenteret.",
        "Masterplan for området (HRC)",
        "HR-Centret (HRC) har en plan.",
        "Ny Politik (HRC)",
        "Fejlen er sket fra HR-Centrets side.",
        "HRC's deltagelse er aftalt.",
        "Medarbejderne i HRC er glade.",
        "Der er tale om et samarbejde med HR-Centrets leverandør.",
    ],
)
def test_a_centre_that_is_only_named_takes_no_part(text: str):
    item = parse_one("Sagsfremstilling", text)
    assert participants(item) == set()
    assert "HRC" in {centre.code for centre in item.centres}
