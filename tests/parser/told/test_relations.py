"""How a decision stands to what was recommended."""

import pytest

from minutes.parser.told.relations import read_relations
from minutes.parser.told.values import Relation

from .items import SURROUNDINGS, item_of

APPROVE = "Det indstilles, at Direktionen godkender planen for cykelparkering."
NOTE = "TMC indstiller, at orienteringen tages til efterretning."
DISCUSS = "Det indstilles, at Direktionen drøfter planen for cykelparkering."
BOTH = "Det indstilles, at Direktionen drøfter og godkender planen for cykelparkering."
ACT = "Det indstilles, at der opstilles tyve cykelstativer ved stationen inden sommer."
ON = "Det indstilles, at Økonomiudvalget anbefaler Byrådet at godkende planen."


def relation(recommendation: str, decision: str) -> Relation:
    (found,) = read_relations(
        item_of(decision, recommendation=recommendation, title="Cykelparkering"), SURROUNDINGS
    )
    return found


@pytest.mark.parametrize(
    ("recommendation", "decision"),
    [
        (APPROVE, "Godkendt."),
        (APPROVE, "Planen blev godkendt."),
        (APPROVE, "Direktionen godkendte planen."),
        (APPROVE, "Planen vedtages."),
        (APPROVE, "Godkendt. Liste K stemte imod, idet prisen er for høj."),
        (APPROVE, "Godkendt. TMC sender planen til centrene."),
        (APPROVE, "Ingen bemærkninger. Godkendt."),
        (BOTH, "Drøftet og godkendt."),
        (BOTH, "Godkendt."),
        (NOTE, "Taget til efterretning."),
        (NOTE, "Orienteringen blev taget til efterretning."),
        (NOTE, "Direktionen tog orienteringen til efterretning."),
        (DISCUSS, "Drøftet."),
        (DISCUSS, "Direktionen drøftede planen."),
        (DISCUSS, "Direktionen drøftede planen. TMC arbejder videre med den."),
        (DISCUSS, "Drøftet. Der annonceres bredt, men sendes ikke breve."),
        ("Det indstilles, at Direktionen drøfter, om der skal laves en plan.", "Drøftet."),
        ("Det indstilles, at Direktionen drøfter, hvilke pladser der er for få.", "Drøftet."),
        (ACT, "Der opstilles tyve cykelstativer ved stationen."),
        (ACT, "Godkendt."),
        (ON, "Planen anbefales godkendt."),
    ],
)
def test_a_decision_says_the_same(recommendation: str, decision: str):
    assert relation(recommendation, decision) is Relation.SAME


@pytest.mark.parametrize(
    ("recommendation", "decision"),
    [
        (APPROVE, "Som indstillet."),
        (APPROVE, "Godkendt som indstillet."),
        (APPROVE, "Indstillingen godkendt."),
        (APPROVE, "Indstillingen blev godkendt."),
        (APPROVE, "Tiltrådt."),
        (APPROVE, "Direktionen tiltrådte indstillingen."),
        (APPROVE, "Direktionen fulgte indstillingen."),
        (ACT, "Godkendt som anbefalet."),
        (ON, "Indstillingen anbefales."),
        (ACT, "Tiltrådt uden bemærkninger."),
    ],
)
def test_a_decision_refers_to_the_recommendation(recommendation: str, decision: str):
    assert relation(recommendation, decision) is Relation.REFERS


@pytest.mark.parametrize(
    ("recommendation", "decision"),
    [
        (APPROVE, "Godkendt med den bemærkning, at stativerne skal være grønne."),
        (APPROVE, "Tiltrådt, med bemærkning om farven."),
        (APPROVE, "Planen blev godkendt. Dog skal farven fremgå tydeligere."),
        (APPROVE, "Godkendt under forudsætning af, at naboerne høres."),
        (APPROVE, "Indstillingen godkendt, idet antallet sættes til ti."),
        (APPROVE, "Tiltrådt. Der skal følges op på brugen efter et år."),
        (APPROVE, "Godkendt. Direktionen ønsker, at skolerne inddrages."),
        (NOTE, "Taget til efterretning. Direktionen ønsker en ny status i maj."),
        (APPROVE, "Tiltrådt. Direktionen ønsker dog en fornyet stillingtagen til farven."),
    ],
)
def test_a_decision_adds_a_condition(recommendation: str, decision: str):
    assert relation(recommendation, decision) is Relation.ADDS_CONDITION


@pytest.mark.parametrize(
    ("recommendation", "decision"),
    [
        (APPROVE, "Udsættes."),
        (APPROVE, "Taget til efterretning."),
        (APPROVE, "Drøftet."),
        (APPROVE, "Afvist."),
        (APPROVE, "Indstillingen blev ikke godkendt."),
        (APPROVE, "Sagen undersøges nærmere."),
        (APPROVE, "Inden Direktionen tager stilling, ønskes en drøftelse i Chefforum."),
        (APPROVE, "Direktionen tager endelig stilling, når prisen kendes."),
        (APPROVE, "Godkendt, dog ikke punkt 3."),
        (APPROVE, "Godkendt bortset fra stativerne ved havnen."),
        (APPROVE, "Ad 1) Godkendt. Ad 2) Udsættes."),
        (APPROVE, "Punkt 1 godkendt, punkt 2 afvist."),
        (APPROVE, "Direktionen roste arbejdet."),
        (BOTH, "Drøftet."),
        (NOTE, "Udsættes til næste møde."),
        (DISCUSS, "Punktet blev ikke behandlet."),
        (DISCUSS, "Taget til efterretning."),
        (ACT, "Det blev besluttet at søge midlerne ved næste budgetopfølgning."),
        (ACT, "Der opstilles i stedet ti skure ved rådhuset til næste år."),
    ],
)
def test_a_decision_differs(recommendation: str, decision: str):
    assert relation(recommendation, decision) is Relation.DIFFERS


@pytest.mark.parametrize("decision", ["Godkendt.", "Udsættes.", "Drøftet.", "TMC arbejder videre."])
def test_without_a_recommendation_there_is_no_relation(decision: str):
    assert relation("", decision) is Relation.NONE
    assert relation("Ingen bemærkninger.", decision) is Relation.NONE


def test_a_recommendation_can_stand_in_another_section():
    above = ("Vurdering", "Administrationen indstiller derfor, at planen godkendes.")
    item = item_of("Indstillingen godkendt.", recommendation="", above=above)
    assert read_relations(item, SURROUNDINGS) == (Relation.REFERS,)


def test_a_recommendation_can_be_a_list():
    asked = "Det indstilles, at Direktionen\n\n1. Drøfter planen\n\n2. Tager status til efterretning"
    assert relation(asked, "Drøftet.") is Relation.SAME
    assert relation(f"{asked}\n\n3. Godkender budgettet", "Drøftet.") is Relation.DIFFERS


def test_what_is_recommended_and_decided_in_one_section_is_compared():
    above = ("Indstilling og beslutning", "Administrationen indstiller, at planen godkendes. Udsat.")
    item = item_of(recommendation="", above=above)
    assert read_relations(item, SURROUNDINGS) == (Relation.DIFFERS,)


def test_each_decision_has_its_relation():
    item = item_of("Udsættes.", "Godkendt.", recommendation=APPROVE)
    assert read_relations(item, SURROUNDINGS) == (Relation.DIFFERS, Relation.SAME)


@pytest.mark.parametrize(
    ("recommendation", "decision", "expected"),
    [
        (APPROVE, "Godkendt. Holger Stenager ønsker en status i maj.", Relation.SAME),
        (ON, "Anbefales. Holger Stenager og Jørn Molkær tager forbehold.", Relation.SAME),
        (ON, "Ad 1: Anbefales. Ad 2: Udvalget anbefaler ti stativer i stedet for tyve.", Relation.DIFFERS),
        (DISCUSS, "Drøftet. Sagen fremlægges igen i juni.", Relation.SAME),
        (APPROVE, "Drøftet. BYC genfremsætter sagen.", Relation.DIFFERS),
        (
            "Det indstilles, at orienteringen tages til efterretning, og at planen drøftes.",
            "Taget til efterretning.",
            Relation.SAME,
        ),
        (ON, "Anbefales. Holger Stenager kan ikke anbefale.", Relation.SAME),
        (
            APPROVE,
            "Planen blev vedtaget. Et forslag fra Liste K om at udsætte sagen blev forkastet.",
            Relation.SAME,
        ),
        (APPROVE, "Ændringsforslag fra Liste K faldt. Planen blev godkendt.", Relation.SAME),
        (
            APPROVE,
            "Et forslag fra Liste K om at udsætte sagen blev forkastet. Planen blev afvist.",
            Relation.DIFFERS,
        ),
        (APPROVE, "Holger Stenager kan ikke anbefale.", Relation.DIFFERS),
    ],
)
def test_what_is_beside_the_answer_does_not_change_it(recommendation: str, decision: str, expected: Relation):
    assert relation(recommendation, decision) is expected


REFUSE = "FKC indstiller, at ansøgningen om tilskud til cykelparkering afslås."


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("Ansøgningen imødekommes.", Relation.DIFFERS),
        ("Ansøgningen imødekommes med 20.000 kr.", Relation.DIFFERS),
        ("Der bevilges 20.000 kr.", Relation.DIFFERS),
        ("Ansøgningen afslås.", Relation.SAME),
        ("Afslået.", Relation.SAME),
        ("Indstillingen blev forkastet.", Relation.DIFFERS),
        ("Godkendt.", Relation.SAME),
        ("Indstillingen godkendt.", Relation.REFERS),
        ("Udsættes.", Relation.DIFFERS),
    ],
)
def test_to_grant_what_was_to_be_refused_differs(decision: str, expected: Relation):
    assert relation(REFUSE, decision) is expected


POINTS = "ØDC indstiller,\n\n1. at opfølgningen tages til efterretning\n\n2. at der overføres 20.000 kr. til stierne"


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("Ad 1: Taget til efterretning.\n\nAd 2: Anbefales.", Relation.SAME),
        ("Ad 1: Taget til efterretning.\n\nAd 2: Godkendt.", Relation.SAME),
        ("Ad 1: Taget til efterretning.\n\nAd 2: Taget til efterretning.", Relation.DIFFERS),
        ("Ad 1: Taget til efterretning.\n\nAd 2: Sendes til budgetforhandlingerne.", Relation.DIFFERS),
        ("Ad 1: Taget til efterretning.\n\nAd 2: Udsættes.", Relation.DIFFERS),
        ("Ad 1: Taget til efterretning.\n\nAd 2: Afvist.", Relation.DIFFERS),
    ],
)
def test_each_point_is_answered_by_itself(decision: str, expected: Relation):
    assert relation(POINTS, decision) is expected
