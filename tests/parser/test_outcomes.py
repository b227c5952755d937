"""The wording of a decision decides its outcome; a wording that is mixed or unclear is "other", never a guess."""

import pytest

from minutes.parser.outcomes import classify_outcome
from minutes.parser.values import Outcome

APPROVED = [
    "Godkendt.",
    "GODKENDT",
    "Godkendes.",
    "Dagsordenen blev godkendt.",
    "Indstillingen godkendt.",
    "Indstillingen blev godkendt med 14 stemmer mod 7.",
    "Godkendt. Liste K stemte imod.",
    "Byrådet godkendte indstillingen enstemmigt.",
    "Direktionen har godkendt indstillingen.",
    "Direktionen godkender oplægget.",
    "Direktionen besluttede at godkende tidsplanen.",
    "Godkendt, idet punkt 5 behandles før punkt 4.",
    "Godkendt med den rettelse, at tilskuddet udbetales i to rater.",
    "Forslaget til lokalplan blev vedtaget.",
    "Planen vedtages som foreslået.",
    "Byrådet vedtog budgettet.",
    "Budgettet som helhed blev godkendt.",
    "Direktionen roste og godkendte folderen.",
    "Sagen blev drøftet og indstillingen godkendt.",
    "Godkendt inden for den afsatte ramme.",
    "Godkendt som indstillet.",
    "Godkendt som anbefalet af Økonomiudvalget.",
    "Godkendt, som udvalget anbefaler.",
    "Forslaget blev vedtaget i 2. behandling.",
    "Godkendt. Ikke til stede: Jørn Molkær",
    "Ad 1 og 2: Godkendt. Ad 3: Godkendt, idet fristen er 1. maj.",
    "Ad a) Godkendt\nAd b) Godkendt",
    "- Kontrakten godkendt.\n- Tidsplanen godkendt.",
    "1. Godkendt\n2. Godkendt",
    "Imødekommet.",
    "Ansøgningen blev imødekommet.",
    "Ansøgningen imødekommes.",
    "Bevilget.",
    "Der bevilges 50.000 kr.",
    "Byrådet bevilgede 50.000 kr.",
    "Vedtaget som indstillet.",
    "Direktionen godkendte ikke blot planen, men også budgettet.",
    "Godkendt uden bemærkninger.",
    "Godkendt. Dog stemte Liste K imod.",
    "Ingen bemærkninger – godkendt.",
    "Regnskabet giver ikke anledning til bemærkninger og godkendes.",
    "Venstres forslag faldt. Indstillingen godkendt.",
    "Godkendt. Ingen stemte imod.",
    "Enstemmigt godkendt.",
    "Bifaldt.",
    "Direktionen godkendte referatet fra sidste møde.",
    "Referat fra sidste møde godkendt.",
    "Efter fornyet behandling godkendt.",
    "Godkendt. Udgiften er ikke uvæsentlig.",
    "Indstillingen kan godkendes.",
    "Vedtoges enstemmigt.",
    "Godkendt. Ej til referat.",
    "Godkendt, idet formanden bemyndiges til at godkende mindre ændringer.",
    "Godkendt. Punkt 3 udgår.",
    "Handleplan for indsatsen i 2014 godkendt.",
    "Godkendt. Bevilgede midler overføres til 2014.",
    "Godkendt. Sagen tages op igen i juni.",
    "De ikke brugte midler godkendt overført.",
    "Godkendt. Gebyret bortfalder.",
    "Godkendt. Udgiften faldt i 2013.",
    "Byrådet vedtog at godkende planen.",
    "Nogle mente, at forslaget burde afvises. Godkendt.",
]
APPROVED_WITH_REMARK = [
    "Direktionen godkendte materialet med enkelte tilføjelser.",
    "Sagen blev godkendt. Dog skal perspektivet fremgå tydeligere.",
    "Godkendt med bemærkning om trafikken.",
    "Godkendt med den bemærkning, at naboerne høres.",
    "Indstillingen blev godkendt med den tilføjelse, at evalueringen viser det.",
    "Godkendt med følgende bemærkninger: Vejen asfalteres. Punkt 2 udsættes og afvises.",
    "Godkendt, dog således at fristen er 1. maj.",
    "Godkendt. Det skal dog sikres, at naboerne høres.",
    "Vedtaget med få kommentarer.",
    "Godkendt. Bemærkning: Fristen er kort.",
    "Godkendt, men skal ses i sammenhæng med budgettet.",
    "Godkendt, idet det bemærkes, at fristen er kort.",
    "Direktionen godkendte materialet til borgermødet om den nye lokalplan ved skolen med enkelte tilføjelser.",
    "Godkendt med de faldne bemærkninger.",
    "Godkendt. Udvalget bemærkede, at fristen er kort.",
    "Godkendt med følgende tilføjelse: Punkt 3 udgår.",
    "Godkendt – dog med den ændring, at fristen er 1. maj.",
]
ENDORSED = [
    "Tiltrådt.",
    "Indstillingen tiltrædes.",
    "Direktionen tiltrådte indstillingen.",
    "Direktionen tiltræder, at forsøget går i gang.",
    "Byrådet besluttede at tiltræde udvalgets indstilling.",
    "Blev tiltrådt uden afstemning.",
    "Direktionen tilsluttede sig indstillingen.",
    "Tiltrådt som anbefalet.",
    "Som indstillet.",
    "Indstillingen følges.",
    "Indstillingen blev fulgt.",
    "Fulgt. Indstillingen fulgt.",
    "Fulgt.",
    "Følges",
    "Forvaltningens indstilling følges.",
    "Direktionen følger indstillingen.",
    "Direktionen besluttede at følge indstillingen.",
    "Udvalget fulgte administrationens indstilling.",
    "Tiltrådt som indstillet.",
    "Besluttet som indstillet.",
    "I overensstemmelse med indstillingen.",
    "Tiltrådtes.",
    "Tiltrådt uden bemærkninger.",
    "Indstillingen tages til følge.",
    "Udvalget besluttede som indstillet.",
    "Beslutning som indstillet.",
]
ENDORSED_WITH_REMARK = [
    "Tiltrådt, med den bemærkning at økonomien følges tæt.",
    "Tiltrådt med bemærkning om, at naboerne skal høres.",
    "Indstillingen tiltrædes med den tilføjelse, at ordningen evalueres.",
    "Direktionen tiltrådte oplægget med få bemærkninger.",
    "Tiltrådt, men økonomien skal følges tæt.",
    "Planen umiddelbart tiltrådt, men ses i sammenhæng med budgettet.",
    "Ad 1: Tiltrådt, men fristen er kort. Ad 2: Tiltrådt med bemærkning om økonomien.",
    "Udvalget tiltræder forslaget med disse bemærkninger: Sagen udsættes. Punkt 3 afvises.",
    "Udvalget gennemgik forslaget og tiltrådte det med disse bemærkninger:\n- Vejen afvises.\n- Skolen udsættes.",
    "Tiltrådt. Dog skal naboerne høres.",
    "Udvalget drøftede oplægget og tiltrådte det med følgende bemærkninger: Alt udsættes.",
    "Indstillingen følges med bemærkning om naboerne.",
    "Tiltrådt med flg. bemærkninger: ej godkendt",
]
CONDITIONALLY_APPROVED = [
    "Godkendt under forudsætning af, at pengene findes inden for rammen.",
    "Godkendt, under forudsætning af at Byrådet godkender budgettet.",
    "Indstillingen blev godkendt med forbehold for udvalgets holdning.",
    "Tiltrådt, forudsat at udgiften ikke overstiger 200.000 kr.",
    "Godkendt på betingelse af, at der indgås en skriftlig aftale.",
    "Godkendt, såfremt ministeriet giver dispensation.",
    "Vedtaget med forbehold for klagefristens udløb.",
    "Godkendt, hvis ministeriet giver lov.",
]
NOTED = [
    "Taget til efterretning.",
    "Til efterretning.",
    "TAGET TIL EFTERRETNING",
    "Orienteringen blev taget til efterretning.",
    "Direktionen tog gennemgangen til efterretning.",
    "Direktionen tager status til efterretning og ønsker en ny i juni.",
    "Taget til efterretning, idet der følges op til efteråret.",
    "Orienteringen om det vedtagne budget taget til efterretning.",
    "Status på planen, der blev godkendt i 2012, taget til efterretning.",
    "Rapporten blev taget til efterretning. HRC undersøger nærmere, hvorfor fraværet er steget.",
    "Taget til orientering.",
    "Orientering givet.",
    "Orienteringen taget til efterretning.",
    "Orienteringen tages til orientering.",
    "Til orientering.",
    "Taget ad notam.",
    "Orienteringen om, at budgettet er på plads, blev taget til efterretning.",
    "Orienteringen om de ikke afholdte kurser taget til efterretning.",
]
DISCUSSED = [
    "Drøftet.",
    "Oplægget blev drøftet.",
    "Direktionen drøftede oversigten.",
    "Temaet drøftedes.",
    "Direktionen har drøftet de foreløbige tal.",
    "Direktionen drøftede oversigten. Beregningerne skal kunne sendes til partierne i september.",
    "Direktionen drøftede indsatsen i de udsatte boligområder.",
    "Drøftet. Den godkendte tidsplan fastholdes.",
    "Drøftet. Ændringsforslaget faldt.",
    "Drøftet uden at godkende noget.",
]
DEFERRED = [
    "Udsat.",
    "Udsættes.",
    "Punktet udsættes.",
    "Sagen blev udsat til næste møde.",
    "Direktionen besluttede, at udsætte behandlingen til efter ferien.",
    "Det blev besluttet at udskyde sagen.",
    "Behandlingen udskydes.",
    "Økonomiudvalget udsatte sagen.",
    "Sagen udsættes i 14 dage.",
    "Udsættes til den 3. september.",
    "Udsættes, da høringssvarene ikke foreligger.",
    "Udsættes, mens økonomien undersøges nærmere.",
    "Den tidligere godkendte tidsplan udsættes.",
    "Genoptages.",
    "Sagen genoptages på næste møde.",
    "Overføres til næste møde.",
    "Punktet overføres til næste møde.",
    "Sagen overført til et kommende møde.",
    "Fornyet behandling.",
    "Sendes tilbage til fornyet behandling i udvalget.",
    "Sagen sendes til fornyet behandling.",
    "Oversendes til fornyet behandling i fagudvalget.",
    "Drøftet. Punktet genoptages på næste møde.",
    "Direktionen udskød sagen.",
    "Direktionen udsatte punktet.",
    "Sagen tages op igen på næste møde.",
    "Udsat, da planen endnu ikke er godkendt.",
    "Udsættes, til budgettet er vedtaget.",
    "Udsættes til budgettet er vedtaget.",
    "Hjemvises til fornyet behandling.",
    "Sagen udgår og genoptages i maj.",
    "Udsat til næste møde.",
    "Punktet skal udsættes.",
    "Byrådet vedtog at udsætte sagen.",
    "Overføres til mødet den 3. maj.",
    "Punktet optages på næste møde.",
    "Punktet udgår, og sagen udsættes.",
]
UNDER_EXAMINATION = [
    "Undersøges nærmere.",
    "Oplægget blev fremlagt og undersøges nærmere, før det tages op igen.",
    "Gevinsten skal undersøges, inden der tages stilling.",
    "Administrationen undersøger sagen nærmere.",
]
FORWARDED = [
    "Anbefales.",
    "Anbefales godkendt.",
    "Indstillingen anbefales.",
    "Det anbefales Byrådet at godkende lokalplanen.",
    "Økonomiudvalget anbefaler Byrådet at vedtage forslaget.",
    "Udvalget anbefaler indstillingen godkendt.",
    "Indstilles til Byrådets godkendelse.",
    "Indstilles godkendt.",
    "Økonomiudvalget indstiller over for Byrådet, at planen vedtages.",
    "Udvalget indstiller forslaget godkendt under forudsætning af, at bebyggelsen bliver lavere.",
    "Oversendes til Byrådet.",
    "Oversendt til anden behandling.",
    "Sendes videre til Byrådet med anbefaling.",
    "Sagen sendes til behandling i Økonomiudvalget.",
    "Sendes i høring.",
    "Fremsendes til Økonomiudvalget.",
    "Godkendt og sendes videre til Byrådet.",
    "Anbefales. Et enkelt medlem tager forbehold.",
    "Økonomiudvalget anbefaler den første model.",
    "Ad 1-2: Anbefales. Ad 3: Udvalget anbefaler, at ordningen bliver permanent.",
    "Sagen blev drøftet. Børne- og Ungeudvalget anbefaler planen.",
    "Udvalget indstiller, at\n1. planen godkendes\n2. budgettet vedtages",
    "Anbefales godkendt med bemærkning.",
    "Videresendes til Byrådet.",
]
REJECTED = [
    "Afvist.",
    "Indstillingen afvises.",
    "Ikke godkendt.",
    "Forslaget blev ikke vedtaget.",
    "Indstillingen kan ikke tiltrædes.",
    "Ansøgningen kan ikke imødekommes.",
    "Godkendes ikke.",
    "Udvalget kan ikke anbefale forslaget.",
    "Anbefales ikke.",
    "Forslaget forkastes med 4 stemmer mod 3.",
    "Byrådet gav afslag på ansøgningen.",
]

WORDINGS = {
    Outcome.APPROVED: APPROVED,
    Outcome.APPROVED_WITH_REMARK: APPROVED_WITH_REMARK,
    Outcome.ENDORSED: ENDORSED,
    Outcome.ENDORSED_WITH_REMARK: ENDORSED_WITH_REMARK,
    Outcome.CONDITIONALLY_APPROVED: CONDITIONALLY_APPROVED,
    Outcome.NOTED: NOTED,
    Outcome.DISCUSSED: DISCUSSED,
    Outcome.DEFERRED: DEFERRED,
    Outcome.UNDER_EXAMINATION: UNDER_EXAMINATION,
    Outcome.FORWARDED: FORWARDED,
    Outcome.REJECTED: REJECTED,
}


@pytest.mark.parametrize(
    ("text", "outcome"), [(text, outcome) for outcome, texts in WORDINGS.items() for text in texts]
)
def test_a_clear_wording_has_its_outcome(text: str, outcome: Outcome):
    assert classify_outcome(text) is outcome


def test_every_outcome_but_other_has_wordings():
    assert set(WORDINGS) == set(Outcome) - {Outcome.OTHER}


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


def test_line_breaks_and_capitals_change_nothing():
    assert classify_outcome("Orienteringen\nblev taget\ntil efterretning") is Outcome.NOTED
    assert classify_outcome("PUNKTET UDSÆTTES") is Outcome.DEFERRED
