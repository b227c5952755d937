"""Words of minutes: compounds with their parts, and words that must stay whole.

Compounds are written as in the reviewed lists: + between the parts, linking letters in brackets.
"""

_COMPOUNDS = """
    affald(s)+gebyr affald(s)+ordningen aften+skole aktivering(s)+indsatsen aktivitet(s)+center
    alder(s)+grænser ambulance+tjenesten anke+styrelsen anlæg(s)+bevillinger ansættelse(s)+udvalg
    arbejd(s)+marked(s)+udvalget arbejd(s)+miljø+repræsentanterne arbejd(s)+tid(s)+aftale areal+anvendelsen
    atletik+stadion bade+bro bade+vand(s)+kvalitet barsel(s)+orlov beboer+demokrati befolkning(s)+prognosen
    belægning(s)+procenten beredskab(s)+planen beskæftigelse(s)+plan bibliotek(s)+bussen billet+priser
    bolig+foreningerne bolig+placering borger+mødet borger+rådgiveren borger+service+center brand+sikkerhed
    bro+bygning bruger+betalingen bruger+tilfredshed budget+forhandlingerne budget+overslag(s)+år bus+drift
    bus+linjer by+fornyelse(s)+udvalget by+midten by+plan+udvalget bygge+sag(s)+behandling bygge+tilladelser
    bygning(s)+reglementet byråd(s)+medlemmer byråd(s)+salen børn(e)+have+pædagog børn(e)+tal cykel+stien
    dag+institutioner dag+plejen dag+tilbud(s)+loven data+analyse data+sikkerhed
    digitalisering(s)+strategien direktion(s)+mødet drift(s)+udgifterne døgn+institution
    effektivisering(s)+puljen ejendom(s)+skatten ejer+forening el+biler el+forbruget elev+fravær
    energi+renovering erhverv(s)+politikken erhverv(s)+rådet familie+behandling ferie+lukning
    fjern+varme+værk flygtning(e)+boliger folke+biblioteket folke+skole+reformen forebyggelse(s)+indsatser
    forening(s)+liv forsikring(s)+sum forvaltning(s)+revision forældre+bestyrelserne fritid(s)+center
    fritid(s)+hjem fuldtids+stillinger færdsel(s)+sikkerhed gade+belysningen genbrug(s)+plads
    grund+ejer+foreninger grund+vand(s)+beskyttelse gymnastik+salene handicap+politikken helhed(s)+planer
    hjemme+hjælp hjemme+pleje hjælpe+middel+central hoved+biblioteket høring(s)+svarene idræt(s)+foreninger
    idræt(s)+hallen indkøb(s)+aftaler integration(s)+rådet investering(s)+plan job+center jord+forurening
    jule+ferien kantine+drift kasse+beholdningen kirke+gård klima+handling(s)+planen klima+tilpasning
    kommunal+bestyrelsen kommune+plan+strategi kompetence+udvikling konkurrence+udsættelse
    konsulent+netværket kontant+hjælp(s)+modtagere kultur+udvalgets kunst+græs+bane kvalitet(s)+standarder
    land+distrikt(s)+pulje landsby+rådet ledelse(s)+information lege+pladsen leje+kontrakter letbane+station
    lokal+plan+forslaget lokal+samfund lov+forslag låne+rammen løn+forhandlinger løn+promille+puljen
    løn+summen mad+ordning medarbejder+tilfredshed mer+udgifter miljø+godkendelser mindre+forbruget
    modtage+klasserne moms+refusion motor+vejen musik+skolen nabo+høring nat(te)+vagter natur+genopretning
    nød+lager offentlighed(s)+loven ombud(s)+manden omsorg(s)+center overslag(s)+årene parkering(s)+pladser
    partnerskab(s)+aftale pasning(s)+garantien person+numre personale+politik pleje+hjem(s)+pladser
    praktik+plads projekt+lederen pårørende+politik region(s)+råd(s)+valget regn+vand(s)+bassiner
    regnskab(s)+året rengøring(s)+standarden ressource+forbruget rotte+bekæmpelse rådighed(s)+beløb
    sag(s)+behandling(s)+tiden sag(s)+fremstillinger service+niveauet skatte+indtægter skole+bestyrelserne
    skole+distrikter skole+fritid(s)+ordning skov+rejsning skybrud(s)+plan sne+rydning social+pædagog
    social+udvalget special+undervisning spilde+vand(s)+planen sprog+center stadion+anlæg stemme+sedler
    stilling(s)+opslaget styre+gruppe+møde støj+grænse succes+kriterierne sundhed(s)+aftalen svømme+hallen
    syge+dagpenge+refusion syge+fraværet takst+blad tand+plejen telefon+numre tilsyn(s)+rapporten
    tjeneste+mand(s)+pension trafik+sikkerhed(s)+plan træ+fældning træning(s)+center udbud(s)+materiale
    ude+arealerne udmøntning(s)+plan udvalg(s)+formænd ungdom(s)+uddannelser unge+rådgivning(s)+center
    vand+forsyningen varme+forsyning(s)+planer vej+vedligeholdelse velfærd(s)+teknologi vente+listen
    vice+borgmesteren vind+møller virksomhed(s)+konsulent vækst+forum værktøj(s)+kasse åbning(s)+tiderne
    år(s)+regnskabet ældre+boliger ældre+rådets økonomi+udvalg(s)+møde øve+lokaler
"""

# Their letters hold shorter words ("rum" in forum, "vision" in revision) that have no part in what they mean.
_LOOK_ALIKES = """
    forum forumet revision revisionen udvalg udvalget udvalgets indstilling indstillingen business lovende
    valgfri deltog temperatur temperaturen kombination kampagne kampagner kontrakt konkret konkrete
    beskriver langsommere studerende parameter program programmerne protokol kilometer elleve interview
    platform
"""

_WHOLE = """
    adgang afdeling afdelingen aktivitet alternativ baggrund barsel behandling bekendtgørelse bemærkning
    beskrive beskæftigelse beslutning besparelse bestyrelse bestyrelsen betaling bevilling borgmester
    borgmesteren bornholm byråd byrådet center centrum dagsorden demokrati digitalisering direktion direktør
    dokumenteret effektivisering eftermiddag ejendom eksempel elever eleverne evaluering finansiering
    forbrug fordel fordele forhold forløb formand formel formiddag formål formænd forslag forslaget forstand
    forvaltning forventning forår foråret fællesskab generelt gennemgang genoptræning grundlag holdning
    håndværker indgang indtægt indtægter information innovation institution institutionen interaktion
    internet intranettet kalender kandidat kapacitet kommunalt kommune kommunen kommunikation kompetence
    konference konsekvens konsekvenser konsulent konsulenter kontakt kontakten kulturel kvalitet køretøj
    landskab ledelse ledere legetøj lejlighed lærere lærerne lørdag mandag materiale medarbejder
    medarbejderne mulighed muligheder netværk netværket november ombygning omstilling onsdag opfølgning
    opgave opgaver organisation orienteret overgang overgangen parametre personel programmer rapporteret
    referat registreret registrering ressource ressourcer resultater revisor samarbejde sammenhæng samtale
    sekretariat sekretær selskab september sikkerhed silkeborg spørgsmål stilling stillinger strategi
    strategien sygdom teater telefon tidligere tilbud tillid tillæg tilskud tilsyn transport tydeligere
    udbud uddannelse udgang udgift udgifter udkast udlejning udtryk udvikling undersøgelse undervisning
    ungdom vejle vejleder vejledning vejledningen virksomhed virksomheder værksted værktøj yderligere
    økonomi økonomien
"""

COMPOUNDS = _COMPOUNDS.split()
LOOK_ALIKES = _LOOK_ALIKES.split()
WHOLE = _WHOLE.split()
