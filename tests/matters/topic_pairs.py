"""Pairs of topics as follow-up lists name them, told apart by reading: one topic, or two."""

from __future__ import annotations

# The same words, spelling and capitals aside.
SAME = (
    ("Parkeringspolitik", "PARKERINGSPOLITIK"),
    ("Parkeringspolitik", "Parkerings-politik"),
    ("Status på revisionsnotater", "Status på revisionsnotatre"),
    ("Processag vedr. private haller", "Procesag vedrørende private haller"),
    ("Ledelsesrapport på løn", "Ledelsesrapport for løn"),
    ("Beredskabsplan", "Beredskabsplanen"),
    ("Sygefravær i de store centre", "Sygefravær i store centre"),
    ("Opfølgning på ny skoleordning (jf. dir.møde 20.11)", "Opfølgning på ny skoleordning"),
    ("ØKO-RAP", "ØKORAP"),
    ("Årshjul for direktionen", "årshjul for Direktionen"),
    ("Underretninger - status", "Underretninger, status"),
    ("Støj i forhallen", "Støj i forhalen"),
    ("Frivillighedspolitik", "Frivilighedspolitik"),
    ("Medarbejdertilfredshed", "Medarbejdertilfredsheden"),
)
# One topic with a word more or less.
ALIKE = (
    ("Fælles telefonpolitik", "Telefonpolitik"),
    ("Telefonpolitik, fælles", "Fælles telefonpolitik"),
    ("Åbne biblioteker, opfølgning", "Åbne biblioteker"),
    ("Status på anlægsprojekter", "Anlægsprojekter"),
    ("Projekt Fremtidens børnehus, herunder status økonomi", "Fremtidens børnehus"),
    ("Modtageklasser", "Modtageklasser, politisk sag"),
    ("Nødstrøm på plejecentrene", "Nødstrøm på plejecentrene, endelig løsning"),
    ("Rammer for brug af eksterne konsulenter", "Rammer for eksterne konsulenter"),
    ("Salg af Klubben, svar fra boligselskab", "Salg af Klubben, svar fra boligselskab, økonomi"),
    ("Oplæg om serviceniveau på genoptræning", "Serviceniveau på genoptræning"),
    ("Scenarier for samordning af kørsel", "Nye scenarier for samordning af kørslen"),
    ("Strategi for kommunens ejendomme", "Kommunens ejendomme, strategi og kort orientering"),
    ("Kvalitet i dagtilbud, måling", "Kvalitet i dagtilbud - måling 2013"),
    ("Årsrapport om sygefravær", "Sygefravær, årsrapport"),
)
# One topic too: a careful reader sees it, the words do not show it.
ALIKE_BUT_NOT_SHOWN = (
    ("Trivselsmåling", "Trivselsmåling, resultater"),
    ("Udbudsregler og mulige emner/handleplan", "Udbudsregler"),
    ("Beredskabsplan", "Revision af beredskabsplan"),
)
# Not one topic, however like they look.
OTHER = (
    ("Indkøbspolitik", "Udbudspolitik"),
    ("Indkøbspolitik", "HTK/Politikker"),
    ("Projekt Morgendagens skole, herunder status økonomi", "Programmet Morgendagens børne- og ungeliv"),
    ("Status på haller", "Status på revisionsnotater"),
    ("Opfølgning til direktionen om status på fleksjob", "Status på revisionsnotater"),
    ("ØKO-LIS", "HTK-LIS"),
    ("Valg 2013", "Valg 2015"),
    ("Budget 2014", "Budget 2015"),
    ("Lokalplan 4.17", "Lokalplan 4.19"),
    ("Kontaktpolitik", "Kontraktpolitik"),
    ("Skolepolitik", "Ældrepolitik"),
    ("Revision af beredskabsplan", "Revision af kommuneplan"),
    ("Fælles telefonpolitik for rådhuset", "Fælles mobilpolitik for rådhuset"),
    ("Rehabilitering, status", "Rehabilitering, evaluering"),
    ("Ungeteam, halvårlig status", "Målgruppe for ungeteam"),
    ("Kontaktpersoner for journalisering", "God journalisering, hvordan kommer vi videre"),
    ("Kvalitet i dagtilbud", "Kvalitet i folkeskolen"),
    ("Pulje til kvalitetsudvikling", "Kvalitet i folkeskolen"),
    ("Sygefravær i de store centre, kort status", "Sygefravær, årsrapport"),
    ("Budget", "Budget for ejendomme"),
    ("Klimatilpasning", "Klimatilpasning i Ellekær"),
    ("Boligsociale område, udlejning", "Temadrøftelse om boligområdet"),
    ("Evaluering af seminar", "Evaluering af fælles kørsel"),
    ("Anlægsregnskab for forhallen", "Støj i forhallen"),
    ("Salg af Klubben", "Salg af Villaen"),
    ("Processag om selvejende institutioner", "Processag om private haller"),
    ("Ny valgperiode, introduktion", "Introduktion for nye ledere"),
    ("Møde med Nord", "Møde med Syd"),
    ("Status", "Orientering"),
    ("Ledelsesrapport på løn", "Ledelsesrapport på fravær"),
)
