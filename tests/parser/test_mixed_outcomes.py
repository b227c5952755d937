"""A wording that is mixed, unclear, of another decision or beyond all measure is "other", never a guess."""

import pytest

from minutes.parser.outcomes import classify_outcome
from minutes.parser.values import Outcome


@pytest.mark.parametrize(
    "text",
    [
        "Ad 1 godkendt, ad 2 udsat.",
        "Ad 1: Godkendt. Ad 2: Direktionen er delt.",
        "Ad 1. Godkendt. Ad 2. Der ønskes først et notat.",
        "Ad 1 og 2: Godkendt.\nAd 3: Ikke nu.",
        "Ad punkt 1) taget til efterretning, ad punkt 2) godkendt.",
        "Punkt 1 godkendt. Punkt 2 udsættes.",
        "1. Godkendt\n2. Udsat",
        "- Tidsplanen drøftet.\n- Besøg bekræftet til oktober.",
        "- Ledelsesrapporten fremsendes.\n- Flaget hejses den 5. juni.",
        "Orienteringen taget til efterretning, og sagen udsættes.",
        "Godkendt. Forslaget om parkering afvises.",
        "Indstillingen godkendt, men punkt 3 blev ikke godkendt.",
        "Delvist godkendt.",
        "Godkendt, dog ikke punkt 3.",
        "Godkendt bortset fra punkt 3.",
        "Tiltrådt med undtagelse af forslaget om parkering.",
        "Godkendt. Et mindretal kan ikke godkende indstillingen.",
        "Indstillingen om afslag tiltrædes.",
        "Det anbefales, at sagen udsættes.",
        "Umiddelbart tiltrådt.",
        "Umiddelbart godkendt, men ses i sammenhæng med budgettet.",
        "Delvist tiltrådt, men økonomien skal følges.",
        "Tiltrådt, men sagen udsættes.",
        "Tiltrådt, men ikke punkt 3.",
        "Godkendt, men kun for et år.",
        "Tiltrådt, men forslaget om parkering afvises.",
        "Ad 1: Anbefales. Ad 2: Udvalget tager sagen op igen.",
        "Udvalget anbefaler, at sagen udsættes.",
        "Foreløbigt godkendt.",
        "Som udgangspunkt godkendt.",
        "Direktionen tager endelig stilling, når regnskabet foreligger.",
        "Udvalget ønsker en fornyet stillingtagen.",
    ],
)
def test_a_mixed_wording_is_other(text: str):
    assert classify_outcome(text) is Outcome.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Ingen bemærkninger.",
        "Borgmesteren orienterede.",
        "Sagen sendes tilbage til udvalget.",
        "Forslaget afvises ikke.",
        "Som anbefalet.",
        "Sagen drøftes igen i maj.",
        "Punktet blev ikke drøftet.",
        "Punktet udgår.",
        "Direktionen anbefaler alle at læse notatet.",
        "Det blev nævnt, at udvalget anbefaler en ny plan.",
        "Direktionen ser frem til at følge arbejdet.",
        "Direktionen ønsker en præsentation på et kommende møde.",
        "Udgiften afholdes af centrene selv.",
        "HRC undersøger, hvor mange der er berørt.",
        "Der er særligt fokus på socialt udsatte børn.",
        "Beboerne er udsat for støj.",
        "Notatet sendes til skolerne.",
        "Forhåndsgodkendt materiale lægges på nettet.",
        "Strategi 2015",
        "12/32140",
    ],
)
def test_a_wording_without_an_outcome_is_other(text: str):
    assert classify_outcome(text) is Outcome.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "Planen er tidligere godkendt.",
        "Sagen tages op, når budgettet er vedtaget.",
        "Emnet blev senest drøftet i 2012.",
        "Direktionen ønsker et notat, inden planen godkendes.",
        "Efter at udvalget har afvist forslaget, arbejdes der videre med et nyt.",
        "Der orienteres om aftalen, som Byrådet har godkendt.",
        "Arbejdet følger den plan, der blev tiltrådt af Direktionen.",
        "Arbejdet følger de vedtagne principper og det godkendte budget.",
        "Der henvises til notatet, godkendt af Byrådet den 17.04.2012.",
        "Principperne godkendt i juni 2011 fastholdes.",
        "Borgerlistens ændringsforslag blev forkastet.",
    ],
)
def test_an_earlier_decision_that_is_mentioned_is_not_this_one(text: str):
    assert classify_outcome(text) is Outcome.OTHER


def test_a_decision_too_long_for_one_outcome_is_other():
    assert classify_outcome("Godkendt. " + "Der blev talt længe. " * 50) is Outcome.APPROVED
    assert classify_outcome("Godkendt. " + "Der blev talt længe. " * 500) is Outcome.OTHER


def test_a_decision_on_more_points_than_anybody_makes_is_other():
    assert classify_outcome("\n".join(f"Ad {point}: Godkendt." for point in range(1, 21))) is Outcome.APPROVED
    assert classify_outcome("\n".join(f"Ad {point}: Godkendt." for point in range(1, 22))) is Outcome.OTHER


def test_a_decision_with_more_verbs_than_anybody_needs_is_other():
    assert classify_outcome("Godkendt. " * 8) is Outcome.APPROVED
    assert classify_outcome("Godkendt. " * 9) is Outcome.OTHER
