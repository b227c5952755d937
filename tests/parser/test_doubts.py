"""Whatever in its sentence could turn an agreement leaves it "other" or a refusal; what turns another word does not."""

import time

import pytest

from minutes.parser.outcomes import classify_outcome
from minutes.parser.values import Outcome


@pytest.mark.parametrize(
    "text",
    [
        "Direktionen godkender desværre ikke forslaget.",
        "Direktionen godkender derfor heller ikke forslaget.",
        "Forslaget godkendes altså ikke.",
        "Godkendes således ikke.",
        "Direktionen tiltrådte efter en længere drøftelse ikke indstillingen.",
        "Direktionen godkendte hverken budget eller plan.",
        "Godkendt (ikke).",
        "Godkendt: nej",
        "Godkendt: Nej.",
        "Godkendt – nej!",
        "Godkendt blev forslaget ikke.",
        "Fulgt blev indstillingen ikke.",
        "Vedtaget blev forslaget ej.",
        "Bevilget blev beløbet ikke.",
        "Direktionen mener ikke, at forslaget kan godkendes.",
        "Udvalget ønsker ikke, at planen vedtages.",
        "Direktionen kan ikke gå ind for, at planen godkendes.",
        "Udvalget er ikke enig i, at planen godkendes.",
        "Udvalget fraråder, at forslaget godkendes.",
        "Udvalget frarådede at godkende planen.",
        "Udvalget modsatte sig at godkende planen.",
        "Udvalget er uenig i at godkende planen.",
        "Udvalget var imod at godkende planen.",
        "Udvalget siger nej til at godkende planen.",
        "Udvalget undgår at godkende planen.",
        "Under ingen omstændigheder godkendt.",
        "På ingen måde tiltrådt.",
        "Ingen af medlemmerne godkendte forslaget.",
        "I K K E godkendt.",
        "Udvalget anbefaler desværre ikke forslaget.",
    ],
)
def test_a_refusal_in_a_roundabout_wording_is_rejected(text: str):
    assert classify_outcome(text, "Udvalget" if "Udvalget" in text else "Direktionen") is Outcome.REJECTED


@pytest.mark.parametrize(
    "text",
    [
        "Godkendes p.t. ikke.",
        "Godkendes for nuværende ikke.",
        "Godkendes indtil videre ikke.",
        "Godkendt blev det dog aldrig.",
        "Tiltrådt blev det modsatte.",
        "Godkendes, som forvaltningen har indstillet, ikke.",
        "Der er ikke opbakning til, at forslaget godkendes.",
        "Der var ikke tilslutning til at godkende.",
        "Lokalplanen kan ikke (jf. notatet) godkendes.",
        "Planen kan ikke – som forvaltningen ellers har indstillet – godkendes.",
        "Planen kan ikke, jf. notatet, godkendes.",
        "Direktionen fastholder sin afvisning af at godkende planen.",
        "Det lykkedes ikke at få forslaget godkendt.",
        "Forslaget manglede stemmer til at blive godkendt.",
        "Forslaget om at godkende planen faldt.",
        "Afslaget godkendt.",
        "Anderledes end som indstillet.",
        "Langtfra godkendt.",
        "Langt fra tiltrådt.",
        "Alt andet end godkendt.",
        "Ingen godkendte forslaget.",
        "Direktionen vender tilbage til, om forslaget godkendes.",
        "Det er uafklaret om planen godkendes.",
        "Kan først godkendes, når økonomien er på plads.",
        "Godkendes tidligst til sommer.",
        "Godkendes på et senere møde.",
        "Godkendt ved en fejl og bortfalder.",
        "Godkendt af mindretallet.",
        "Et mindretal på 3 tiltrådte indstillingen.",
        "Godkendt af formanden, men afvist af udvalget.",
        "Formanden godkendte. Udvalget var imod.",
        "Formanden godkendte. Et flertal sagde nej.",
        "Byrådet stemte nej. Indstillingen var: Godkendt.",
        "Dispensation gives ikke. Godkendt.",
        "Godkendt. Der meddeles ikke dispensation.",
        "Godkendt m. undtagelse.",
        "Godkendt med enkelte undtagelser.",
        "Godkendt. Nej.",
        "Godkendt. Altså ikke.",
        "Direktionen beslutter, at planen ikke, som foreslået, godkendes.",
        "Udvalget er ikke imod at godkende planen.",
        "Liste K frarådede at godkende planen.",
        "Planen godkendes pga. økonomien ikke.",
        "Ikke(!) godkendt.",
        "Planen er ingenlunde godkendt.",
        "Vedtaget blev der ingen plan.",
        "Vedtaget blev ingenting.",
        "Der bevilges i år ikke midler.",
        "Tiltrådt: ingen.",
        "Byrådet tiltrådte, efter at have hørt forvaltningen, ikke indstillingen.",
        "Direktionen fandt, at de ikke ønskede planen godkendt.",
        "Uden flertal til at godkende.",
        "Der er uenighed om at godkende planen.",
        "Modsat hvad der blev indstillet, godkendt.",
        "Måske godkendt.",
        "Planen kan eventuelt godkendes.",
        "Planen kan vanskeligt godkendes.",
        "Planen ville være blevet godkendt, hvis den var billigere.",
        "Planen kunne godkendes, hvis den var billigere.",
        "Planen ønskes godkendt.",
        "Formanden foreslog planen godkendt.",
        "Fejlagtigt godkendt.",
        "Godkendt ved en fejltagelse.",
        "Planen blev kun godkendt for så vidt angår vejen.",
        "Kun formanden godkendte planen.",
        "Halvdelen godkendte, halvdelen var imod.",
        "Godkendt af Liste K. Resten stemte imod.",
        "Et flertal gik imod. Godkendt var indstillingen.",
        "Godkendt, men godkendelsen er siden annulleret.",
        "Direktionen har trukket godkendelsen tilbage. Planen var godkendt.",
        "Der gives ikke lov. Godkendt.",
        "Byggetilladelse nægtes. Godkendt.",
        "Godkendt: [ ] Ja [x] Nej",
        "Godkendt: ja/nej",
        "Godkendt uden punkt 3.",
        "Indstillingen tiltrådt, dog ikke punkt 3",
        "Direktionen nægtede at tage orienteringen til efterretning.",
        "Ingen tog orienteringen til efterretning.",
    ],
)
def test_an_agreement_that_something_speaks_against_is_other(text: str):
    assert classify_outcome(text, "Direktionen") is Outcome.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "Direktionen glemte at godkende planen.",
        "Direktionen overvejer at godkende planen.",
        "Det er umuligt at godkende planen.",
        "Direktionen finder det uforsvarligt at godkende planen.",
        "Direktionen er betænkelig ved at godkende planen.",
        "Direktionen afholder sig fra at tiltræde indstillingen.",
        "Direktionen venter med at godkende planen.",
        "Direktionen trækker sin beslutning om at godkende planen tilbage.",
        "Forslaget om at godkende planen blev trukket.",
        "Direktionen advarer mod, at planen godkendes.",
        "Direktionen protesterer mod, at planen blev vedtaget.",
        "Direktionen beklager, at planen blev godkendt.",
        "Direktionen forsøgte at få planen godkendt.",
        "Det blev foreslået, at planen godkendes.",
    ],
)
def test_what_nobody_resolves_to_do_is_other(text: str):
    assert classify_outcome(text, "Direktionen") is Outcome.OTHER


NEIGHBOURS = {
    Outcome.APPROVED: [
        "Godkendt. Direktionen ønsker ikke flere møder.",
        "Godkendt. Der må ikke bygges i haven.",
        "Godkendt. Liste K var imod.",
        "Godkendt. Et mindretal stemte imod.",
        "Godkendt, mens et mindretal stemte imod.",
        "Godkendt, ingen stemte imod.",
        "Godkendt, idet der ikke bygges i haven.",
        "Godkendt. Direktionen var ikke imod.",
        "Mindretallet stemte imod, flertallet godkendte.",
        "Selv om høringen ikke er slut, godkendes planen.",
        "Direktionen er ikke begejstret, men godkender planen.",
        "Direktionen havde ingen bemærkninger og godkendte planen.",
        "Direktionen har intet at bemærke og godkender planen.",
        "Direktionen godkendte, at der ikke bygges.",
        "Direktionen godkendte planen for ikke at forsinke byggeriet.",
        "Direktionen godkendte planen og ønsker ikke flere møder.",
        "Ikke blot planen, men også budgettet godkendes.",
        "Planen (ikke udsendt) godkendt.",
        "Godkendt (ingen bemærkninger).",
        "Godkendt uden undtagelse.",
        "Uden afstemning godkendt.",
        "Godkendt, og gebyret bortfalder.",
        "Godkendt med ikke over 50.000 kr.",
        "De ikke-kommunale tilbud godkendes.",
        "De ikke kommunale tilbud blev godkendt.",
        "Først drøftedes økonomien, derefter blev planen godkendt.",
        "Godkendt først og fremmest af hensyn til børnene.",
        "Direktionen traf beslutning om at godkende planen.",
        "Direktionen godkender handleplanen mod vold.",
        "Godkendt jf. notatet. Der bygges ikke.",
        "Forslag om parkering godkendt.",
        "Godkendt. Udvalget har ingen bemærkninger",
        "Godkendt, idet der ikke er indvendinger",
        "Da der ikke er indkommet indsigelser, godkendes planen.",
        "På trods af, at der ikke er midler, godkendes planen.",
        "Der fremkom ikke bemærkninger, og planen godkendes.",
        "Tillægget, der ikke er sendt i høring, blev vedtaget.",
        "Regnskabet, hvortil revisionen ikke har bemærkninger, godkendes.",
        "Planen for ikke erhvervsaktive borgere godkendt.",
        "Det blev besluttet at godkende den ikke tidligere fremlagte plan.",
        "Direktionen enedes om at godkende planen.",
        "Direktionen valgte at godkende planen.",
        "Der er enighed om, at planen godkendes.",
        "Direktionen finder, at planen kan godkendes.",
        "Direktionen godkendte planen og ønsker ikke, at den ændres.",
        "Direktionen godkendte indstillingen og bemærkede, at der ikke er midler til mere.",
        "Direktionen godkendte, at ansøgninger under 5.000 kr. ikke behandles politisk.",
        "Forslaget om at få flere i job blev godkendt.",
        "Dagsordenen blev godkendt, dog behandles punkt 5 først.",
        "Godkendt. Planen træder først i kraft i maj.",
        "Godkendt. Måske skal planen ses i en større sammenhæng.",
        "Godkendt. Formanden deltog ikke i behandlingen.",
        "Godkendt, 2 undlod at stemme.",
        "Godkendt. Afbud: Ingen",
        "Et flertal på 6 godkendte planen, et mindretal på 3 stemte imod.",
        "Der er intet til hinder for planen, som godkendes.",
    ],
    Outcome.ENDORSED: [
        "Tiltrådt. Forvaltningen må ikke bruge flere penge.",
        "Direktionen tiltræder, at forsøget ikke forlænges.",
        "Indstillingen tiltrådt, da der ikke er midler.",
        "Som indstillet. Der afsættes ikke midler.",
        "Direktionen noterede sig, at høringen ikke er slut, og tiltrådte indstillingen.",
        "Tiltrådt, idet der ikke er indvendinger.",
        "Indstillingen følges, så der ikke sker forsinkelser.",
        "Indstillingen om at godkende planen blev tiltrådt.",
    ],
    Outcome.APPROVED_WITH_REMARK: [
        "Godkendt med den bemærkning, at vejen ikke må spærres.",
        "Godkendt. Det skal dog sikres, at vejen spærres.",
        "Godkendt med bemærkning om at der ikke er midler.",
        "Direktionen godkendte indstillingen, idet det bemærkes, at der ikke er midler.",
    ],
    Outcome.CONDITIONALLY_APPROVED: [
        "Tiltrådt, forudsat at udgiften ikke overstiger 200.000 kr.",
        "Godkendt, hvis der ikke kommer indsigelser.",
    ],
    Outcome.FORWARDED: [
        "Udvalget anbefaler, at der ikke bygges.",
        "Anbefales. Liste K stemte imod.",
    ],
    Outcome.DEFERRED: [
        "Udsat, da der ikke er indkommet forslag.",
        "Kan ikke afgøres i dag og udsættes.",
    ],
    Outcome.NOTED: [
        "Taget til efterretning, selv om tallene ikke er endelige.",
        "Taget til efterretning. Ingen bemærkninger.",
        "Direktionen tager til efterretning, at ingen har klaget.",
        "Orienteringen om de ikke afsluttede sager taget til efterretning.",
    ],
}


@pytest.mark.parametrize(
    ("text", "outcome"), [(text, outcome) for outcome, texts in NEIGHBOURS.items() for text in texts]
)
def test_a_not_that_turns_something_else_leaves_the_outcome(text: str, outcome: Outcome):
    assert classify_outcome(text, "Direktionen") is outcome


@pytest.mark.parametrize(
    "filler",
    [
        "ikke ",
        "der, ",
        "(ikke ",
        ", da ",
        "mindretal på ",
        "nej. ",
        "kan ikke ",
        ", om ",
        "p.t. ",
        "– der ",
        "om, at ",
        "kunne a ",
        "dispensation gives ",
        "i k ",
        "og er ",
    ],
)
def test_a_hostile_sentence_costs_no_more_than_its_length(filler: str):
    """A decision's wording is at most 4,000 characters long: the slowest of them takes a small part of a second."""
    text = ("Godkendt " + filler * 4000)[:3990]
    start = time.process_time()
    classify_outcome(text)
    assert time.process_time() - start < 0.05
