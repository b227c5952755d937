"""A decision gives a centre something to do, and what only looks like it."""

import pytest

from minutes.parser.values import CentreRole, ParsedItem
from tests.build.parsed import parse_one


def tasked(item: ParsedItem) -> set[str]:
    return {centre.code for centre in item.centres if centre.role is CentreRole.TASKED}


GIVEN = [
    ("HRC sikrer, at alle får besked.", {"HRC"}),
    ("ØDC arbejder videre med forslaget.", {"ØDC"}),
    ("BYC skal fremlægge en plan.", {"BYC"}),
    ("BYC skal inden næste møde fremlægge en plan.", {"BYC"}),
    ("HR-Centret bedes undersøge sagen.", {"HRC"}),
    ("BYC og SHC udarbejder en plan.", {"BYC", "SHC"}),
    ("Opgaven overdrages til ØDC.", {"ØDC"}),
    ("Ansvaret placeres hos Jobcentret.", {"JC"}),
    ("Godkendt. CEIS/HRC følger op.", {"CEIS", "HRC"}),
    ("HRC, ØDC og JC udpeger hver en medarbejder til arbejdsgruppen.", {"HRC", "ØDC", "JC"}),
    ("HRC, ØDC og JC udpeger hver især en medarbejder.", {"HRC", "ØDC", "JC"}),
    ("De tre centre (HRC, ØDC og JC) udpeger hver en medarbejder.", {"HRC", "ØDC", "JC"}),
    ("Både HRC og JC vender tilbage med et bud.", {"HRC", "JC"}),
    ("HRC og de øvrige stabe udarbejder en vejledning.", {"HRC"}),
    ("HRC udarbejder i samarbejde med skolerne en plan.", {"HRC"}),
    ("Herefter udarbejder HRC en vejledning.", {"HRC"}),
    ("Inden sommerferien fremlægger ØDC et oplæg.", {"ØDC"}),
    ("Derfor skal Jobcentret kontakte virksomhederne.", {"JC"}),
    ("Når analysen er færdig, udarbejder ØDC et notat.", {"ØDC"}),
    ("Direktionen beder HRC undersøge behovet.", {"HRC"}),
    ("Direktionen bad HRC og JC om at undersøge behovet.", {"HRC", "JC"}),
    ("Det blev besluttet at bede ØDC om et notat.", {"ØDC"}),
    ("Direktionen giver SHC mandat til at indgå aftalen.", {"SHC"}),
    ("SHC får til opgave at beskrive snitfladerne.", {"SHC"}),
    ("SHC får mandat til at fastlægge bemandingen.", {"SHC"}),
    ("Planen udarbejdes af HRC.", {"HRC"}),
    ("Materialet eftersendes fra ØDC.", {"ØDC"}),
    ("Et forslag skal være udarbejdet af HRC i maj.", {"HRC"}),
    ("Strategien udarbejdes i et samarbejde mellem JC, SHC og BYC.", {"JC", "SHC", "BYC"}),
    ("Direktionen besluttede, at HR-Centret igangsætter en analyse.", {"HRC"}),
    ("Godkendt med den bemærkning, at HRC snarest følger op.", {"HRC"}),
    ("HRC vil kontakte de berørte.", {"HRC"}),
    ("Det er HR-Centrets opgave at følge op.", {"HRC"}),
    ("- HRC at undersøge behovet", {"HRC"}),
    ("HRC orienterer organisationen.", {"HRC"}),
    ("ØDC vurderer behovet for flere lokaler.", {"ØDC"}),
    ("HRC afholder et informationsmøde for lederne.", {"HRC"}),
    ("Godkendt, idet HRC og ØDC i fællesskab udarbejder en tidsplan.", {"HRC", "ØDC"}),
    ("ØDC indarbejder ændringerne og sender materialet ud.", {"ØDC"}),
    ("JC og SHC skal finde 2 mio. kr. i 2014.", {"JC", "SHC"}),
    ("HRC: Følger op på planen.", {"HRC"}),
    ("ØDC - undersøger finansieringen", {"ØDC"}),
    ("HRC bistår JC med planen.", {"HRC"}),
    ("Det blev aftalt, at SHC kommer med et udspil i maj.", {"SHC"}),
    ("Opgaven løses fremover af CEIS.", {"CEIS"}),
    ("Projektet forankres i Social- og Handicapcentret.", {"SHC"}),
]

NOT_GIVEN = [
    "HRC præsenterede systemet.",
    "HRC orienterede om sagen.",
    "HRC's plan skal følges.",
    "Planen fra HRC blev godkendt.",
    "Planen fra HRC skal følges.",
    "Kriterierne for HRC og JC skal præciseres.",
    "HRC skal ikke udarbejde en plan.",
    "HRC udarbejder ikke en plan.",
    "Hverken HRC eller JC udarbejder en plan.",
    "Hvis HRC udarbejder en plan, tages sagen op igen.",
    "Direktionen drøftede, hvordan HRC løser opgaven.",
    "Det afklares, om HRC udarbejder en plan.",
    "Direktøren orienterede om, at HRC udarbejder en plan.",
    "Skal HRC udarbejde en plan?",
    "HRC har udarbejdet en plan.",
    "HRC udarbejdede en plan.",
    "HRC tildeles 100.000 kr.",
    "Direktionen tildeler HRC 100.000 kr.",
    "HRC orienteres om beslutningen.",
    "HRC skal orienteres om beslutningen.",
    "HRC skal inden sommer høres om forslaget.",
    "HRC er enig i forslaget.",
    "HRC ønsker en anden model.",
    "HRC vurderer, at planen er god.",
    "HRC deltager i arbejdet.",
    "HRC får 100.000 kr. mere.",
    "Udgiften finansieres af HRC.",
    "Udgiften afholdes af HRC.",
    "HRC afholder udgiften.",
    "Der foretages en evaluering af HRC.",
    "Ikke HRC, men direktøren følger op.",
    "HRC kan udarbejde en plan.",
    "HRC skal have nye lokaler.",
    "Medarbejderne i HRC flytter i maj.",
    "HRC-chefens notat sendes ud.",
    "Midlerne gives til HRC.",
    "Inden HRC fremlægger planen, drøftes den i MED.",
    "Notatet om HRC følger.",
    "Notatet sendes til HRC.",
    "Direktionen afventer et oplæg fra HRC.",
    "Sagen tages op igen, når HRC har undersøgt økonomien.",
    "Punktet udsættes, så HRC kan komme med et nyt forslag.",
    "HRC roses for indsatsen.",
    "Der udarbejdes en vejledning (HRC).",
]


@pytest.mark.parametrize(("text", "centres"), GIVEN)
def test_a_decision_gives_each_of_its_centres_a_task(text: str, centres: set[str]):
    assert tasked(parse_one("Beslutning", text)) == centres


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_a_decision_that_only_names_a_centre_gives_it_no_task(text: str):
    assert tasked(parse_one("Beslutning", text)) == set()


@pytest.mark.parametrize("heading", ["Sagsfremstilling", "Vurdering", "Økonomi", "Baggrund", "Information"])
@pytest.mark.parametrize("text", [text for text, _ in GIVEN])
def test_elsewhere_nobody_is_given_a_task(heading: str, text: str):
    assert tasked(parse_one(heading, text)) == set()


@pytest.mark.parametrize(
    ("decision", "centres"),
    [
        ("Godkendt.", {"HRC"}),
        ("Tiltrådt med bemærkning.", {"HRC"}),
        ("Drøftet.", {"HRC"}),
        ("Udsættes.", set()),
        ("Afvist.", set()),
        ("Undersøges nærmere.", set()),
    ],
)
def test_what_was_recommended_is_a_task_where_the_decision_did_not_refuse_it(
    decision: str, centres: set[str]
):
    item = parse_one("Indstilling", "Det indstilles, at HRC udarbejder en plan.", "Beslutning", decision)
    assert tasked(item) == centres


def test_of_several_decisions_the_last_says_whether_it_was_refused():
    item = parse_one(
        "Indstilling", "Det indstilles, at HRC udarbejder en plan.",
        "Beslutning i Direktionen den 01-08-2013", "Udsættes.",
        "Beslutning i Direktionen den 27-08-2013", "Godkendt.",
    )  # fmt: skip
    assert tasked(item) == {"HRC"}


def test_without_a_decision_the_recommendation_stands():
    assert tasked(parse_one("Indstilling", "Det indstilles, at HRC udarbejder en plan.")) == {"HRC"}
