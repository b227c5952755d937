"""What synthetic minutes say around their nouns: parts of sentences, headings, titles and decisions.

`%s` is where a word of the vocabulary goes. The first of each list is the most frequent.
"""

OPENINGS = (
    "Forvaltningen har sammen med %s og %s",
    "Det foreslås, at %s",
    "Kommunen har i perioden",
    "I forbindelse med %s er der",
    "På baggrund af %s",
    "Der er i %s afsat midler til %s, som",
    "Formålet med %s er, at %s og %s",
    "Arbejdet med %s viser, at der",
    "Byrådet har tidligere besluttet, at %s",
    "Det er vigtigt, at %s og %s",
    "Som led i %s skal %s",
    "Administrationen vurderer, at %s",
    "For at sikre %s er det nødvendigt, at der",
    "Borgere og virksomheder har gennem %s",
    "Samtidig er %s",
    "Hvis %s ikke gennemføres, vil %s",
    "Efter aftale med %s har %s",
    "Der har været afholdt møder med %s, hvor %s",
    "Direktionen har bedt om, at %s",
    "Udvalget har ønsket, at %s",
    "Med henblik på %s blev %s",
    "Ved gennemgangen af %s fandt man, at %s",
    "En række af kommunens %s",
    "Det fremgår af %s, at %s",
    "Når %s er på plads, kan %s",
    "Siden sidste %s er %s",
    "Til orientering kan oplyses, at %s",
    "Både %s og %s",
    "Erfaringerne fra %s peger på, at %s",
    "Det bemærkes, at %s",
    "Hverken %s eller %s",
    "Loven giver mulighed for, at %s",
    "Af hensyn til %s må %s",
    "I løbet af foråret blev %s",
    "Næste skridt er, at %s",
    "Projektets styregruppe har peget på, at %s",
    "Uanset %s er det sådan, at %s",
    "Repræsentanter for %s har oplyst, at %s",
    "Blandt andet er %s",
    "Endelig skal det nævnes, at %s",
)

MIDDLES = (
    " udarbejdet et forslag til %s",
    " er en del af det samlede %s",
    " i højere grad kan bidrage til %s og %s",
    " behov for at se nærmere på %s",
    " bør tænkes sammen med %s",
    " skal understøtte %s",
    " har betydning for %s, %s og %s",
    " ikke længere svarer til %s",
    " gennemføres i tæt dialog med %s",
    " afsættes til %s",
    " kan ske inden for rammerne af %s",
    " er blevet drøftet med %s og %s",
    " giver et bedre grundlag for %s",
    " tager udgangspunkt i %s",
    " forventes at medføre %s",
    " kræver, at %s bliver tilpasset %s",
    " omfatter %s samt %s",
    " er vokset mere end %s",
    " fastholdes på samme niveau som %s",
    " sendes videre til %s",
    " følges op af %s hvert år",
    " mangler en afklaring af %s",
    " lever op til de krav, som %s stiller",
    " blev fremlagt for %s",
    " først kan træde i kraft efter %s",
    " indarbejdes i %s",
    " har modtaget henvendelser om %s",
    " er i gang med at kortlægge %s",
    " adskiller sig fra %s",
    " finansieres af %s",
)

CLOSINGS = (
    ".",
    ", så %s bliver en del af %s.",
    " i hele kommunen.",
    ", herunder %s.",
    " og dermed også for %s.",
    ", hvilket skyldes %s.",
    " inden udgangen af året.",
    ", jf. %s.",
    ", dog således at %s ikke berøres.",
    " på tværs af %s og %s.",
    ", som det er beskrevet i vedlagte %s.",
    " til gavn for borgerne.",
    ", og det vil ske uden %s.",
    ", når der tages hensyn til %s.",
    " på lige fod med %s.",
    ", mens %s afventer.",
)

EMPTY = "Ingen bemærkninger"

# The title of a matter: its first and second noun.
TITLES = (
    "%s",
    "Godkendelse af %s",
    "Orientering om %s",
    "%s og %s",
    "Status for %s",
    "Forslag til %s",
    "Ansøgning om %s",
    "Evaluering af %s",
    "Høring om %s",
    "Udbud af %s",
    "Frigivelse af midler til %s",
    "Revision af %s",
)

ATTACHMENT_TITLES = ("Bilag: %s", "Notat om %s", "%s", "Oversigt over %s", "Høringssvar vedrørende %s")

# What the body decided, by how often. What it put off is said below.
DECISIONS = (
    ("Godkendt.", 20),
    ("Godkendt med enkelte tilføjelser.", 2),
    ("Taget til efterretning.", 15),
    ("Indstillingen blev tiltrådt.", 12),
    ("Indstilles til Byrådets godkendelse.", 9),
    ("Drøftet.", 6),
    ("Orienteringen blev taget til efterretning.", 6),
    ("Sagen blev godkendt.", 6),
    ("Tiltrådt, med den bemærkning at %s følges.", 4),
    ("Godkendt under forudsætning af %s.", 3),
    ("Sagen undersøges nærmere.", 2),
    ("Forslaget blev afvist.", 2),
    ("Administrationen varetager %s.", 4),
)

DEFERRALS = (
    "Udsættes.",
    "Sagen udsættes.",
    "Sagen udsættes til næste møde.",
    "Punktet udsættes til mødet i {month}.",
    "Udsættes, da %s ikke er belyst.",
    "Sagen sendes tilbage til {code} med henblik på fornyet behandling.",
    "Behandlingen udskydes til {month}.",
    "Sagen udsættes og genoptages på et kommende møde.",
    "Punkt 1 godkendes. Punkt 2 udsættes.",
)

# What is said behind a decision.
PROMISES = (
    "{code} vender tilbage med en status for %s i {month}.",
    "Sagen forelægges {body} på mødet i {month}.",
    "{code} fremlægger en evaluering af %s inden den {day}.",
    "{code} udarbejder et oplæg om %s senest den {day}.",
    "Der gives en orientering om %s efter sommerferien {year}.",
    "{code} fremlægger et forslag til %s i foråret {year}.",
    "Sagen kommer igen, når %s er afklaret.",
)

# A point of a recommendation.
GRANTS = (
    "at der afsættes {kroner} kr. til %s",
    "at der frigives {kroner} kr. til %s",
    "at {kroner} kr. finansieres af %s",
)

# What points to an earlier meeting that dealt with the case, or to what was in hand there.
REFERENCES = (
    "Sagen blev behandlet på mødet i {body} den {day}, punkt {number}.",
    "{body} drøftede den {day} %s.",
    "Der henvises til punkt {number} på {body}s møde den {day}.",
    "Se {body}s referat af {day} under »{title}«.",
    "Med beslutningen i {body} den {day} blev %s igangsat.",
)
DOCUMENT_REFERENCES = (
    "Notatet om %s (dok. {document}) er fortsat gældende.",
    "Det fremgår af dokument {document}, at %s indgår.",
)

# What centres have to do with a matter, by the value of the role.
DEEDS = {
    "responsible": ("{code} varetager tovholderfunktionen.", "{code} er ansvarlig for %s."),
    "tasked": ("{code} udarbejder en plan for %s.", "{code} undersøger %s."),
    "participates": ("{code} deltager i arbejdet med %s.", "{code} inddrages i %s."),
    "mentioned": ("Forslaget er drøftet med {code}.", "Medarbejdere fra {code} har set på %s."),
}
