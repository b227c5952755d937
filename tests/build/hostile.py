"""Texts that cost a careless parser far more time than their length: of any size, the same at every run."""

from __future__ import annotations

from collections.abc import Callable

HEAD = "REFERAT Direktionen d. 27-08-2013\nMødedato Tirsdag d. 27. august 2013 kl. 10:00\n"
ITEM = "Punkt 1: Lokaler\n13/4711\n"
SECTION = f"{HEAD}{ITEM}Sagsfremstilling\n"
COVER = "Byrådet\nReferat\nDato: 27-08-2013\n"
FIRST = "1. Lokaler\n13/4711\n"
DECISION = f"{HEAD}{ITEM}Beslutning i Direktionen den 27-08-2013\n"

# Just below the most lines that the parser takes: ten million characters in lines of two hundred.
LINE = 204


def fill(unit: str, size: int) -> str:
    """The unit again and again, cut at `size` characters."""
    return (unit * (size // len(unit) + 1))[:size]


def short_lines(line: str, size: int) -> str:
    """A short line as often as a text of this size has long ones: up to the most lines that the parser takes."""
    return f"{line}\n" * (size // LINE)


def counted(unit: str, size: int, lines: int) -> str:
    """A unit of so many lines as often as short lines are, each time with the next number."""
    return "".join(unit.format(n=number) for number in range(1, 1 + size // LINE // lines))


def lines_of(unit: str, size: int) -> str:
    """Lines of LINE characters, each filled with the unit."""
    line = fill(unit, LINE - 1) + "\n"
    return line * (size // LINE)


# Each takes a number of characters. Those of one line come first, then those of many.
HOSTILE: dict[str, Callable[[int], str]] = {
    "one endless line": lambda size: SECTION + fill("a", size),
    "one endless line of words": lambda size: SECTION + fill("ord ", size),
    "a million tabs": lambda size: SECTION + "a" + fill("\t", size) + "b",
    "nested brackets": lambda size: SECTION + "(" * (size // 2) + ")" * (size // 2),
    "a line of digits": lambda size: SECTION + fill("1", size),
    "a line of numbers": lambda size: SECTION + fill("12/32140 ", size),
    "a line of centres": lambda size: SECTION + fill("HRC og ", size),
    "centres far apart": lambda size: f"{SECTION}HRC{fill(' ', size)}x HRC",
    "a line of blanks": lambda size: SECTION + fill(" ", size) + "x",
    "a title of hyphens": lambda size: f"{HEAD}Punkt 1: {fill('- lukket ', size)}x\n",
    "a title of brackets": lambda size: f"{HEAD}Punkt 1: {fill('(lukket', size)}\n",
    "a title of letters": lambda size: f"{HEAD}Punkt 1: {fill('l u k k e t ', size)}x\n",
    "lines that close": lambda size: (
        SECTION + short_lines("Lukket møde, jf. § 10 (lukket) - lukkede punkter", size)
    ),
    "lines that open and close": lambda size: SECTION + short_lines("- LUKKET MØDE\nÅbent møde", size // 2),
    "titles that close": lambda size: (
        HEAD + short_lines("Punkt 1: (lukket) - Lukket, l u k k e t, den lukkede", size)
    ),
    "titles in odd letters": lambda size: (
        HEAD + short_lines("Punkt 1: Lukk\u0435t l.u.k.k.e.t, ikke åbent, uden tilhørere", size)
    ),
    "lines in doubt": lambda size: (
        SECTION + short_lines("Byrådets lukkede dagsorden\tside 4\tI k k e  l u k k e t-sag", size)
    ),
    "contents of labels": lambda size: (
        f"{HEAD}Indholdsfortegnelse\n{short_lines('Lukkede punkter', size)}{ITEM}"
    ),
    "blanks above a case number": lambda size: f"{HEAD}Punkt 1: Lokaler\n{fill(' ', size)}x\n",
    "dots before the first item": lambda size: f"{HEAD}{fill('.', size)}x\n{ITEM}",
    "contents of blanks": lambda size: f"{HEAD}Indhold{fill(' ', size)}x\n{ITEM}",
    "endless members": lambda size: f"{HEAD}Medlemmer {fill('A, ', size)}\n{ITEM}",
    "blanks between members": lambda size: f"{HEAD}Medlemmer A{fill(' ', size)}B\n{ITEM}",
    "a body of blanks and commas": lambda size: f"REFERAT\n{fill(', ', size)}x\n{HEAD}{ITEM}",
    "a novel in one line": lambda size: fill("Det var en mørk og stormfuld nat. ", size),
    "only line ends": lambda size: SECTION + fill("\r\n", size),
    "only headings": lambda size: SECTION + fill("Økonomi\n", size),
    "only items": lambda size: HEAD + fill("Punkt 1: Lokaler\n", size),
    "lines of prose": lambda size: SECTION + lines_of("Direktionen ønsker en plan. ", size),
    "lines of one word": lambda size: SECTION + lines_of("a", size),
    "lines of blanks": lambda size: SECTION + (" " * (LINE - 2) + "x\n") * (size // LINE),
    "lines of cells": lambda size: SECTION + lines_of("celle\t", size),
    "lines of centres": lambda size: SECTION + lines_of("HRC og ", size),
    "lines of centres in a decision": lambda size: DECISION + lines_of("HRC sikrer ", size),
    "lines of numbers": lambda size: SECTION + lines_of("12/32140 ", size),
    "lines of document words": lambda size: SECTION + lines_of("dok.nr. ", size),
    "lines of case words": lambda size: SECTION + lines_of("sag 12/", size),
    "lines of digits": lambda size: SECTION + lines_of("1", size),
    "lines of dashes": lambda size: SECTION + lines_of("- ", size),
    "lines of a numbered list": lambda size: SECTION + lines_of("1. Et ", size),
    "lines of titles": lambda size: SECTION + short_lines("REFERAT Byrådet d. 03-09-2013", size),
    "titles of one head": lambda size: (
        SECTION + short_lines("Referat (" + "åben " * 30 + "d. 03-09-2013", size)
    ),
    "heads of other minutes": lambda size: (
        SECTION + short_lines("Referat Direktionen\nMødested A", size // 2)
    ),
    "lines of headings": lambda size: SECTION + ("Økonomi" + " " * (LINE - 8) + "\n") * (size // LINE),
    "lines of items": lambda size: HEAD + lines_of("Punkt 1: ", size),
    "lines of contents": lambda size: f"{HEAD}Indhold\n{lines_of('a.....', size)}{ITEM}",
    "lines before the first item": lambda size: HEAD + lines_of("Ib Mo og ", size) + ITEM,
    "lines of almost decisions": lambda size: SECTION + lines_of("Beslutning i den den ", size),
    "as many headings as may be": lambda size: SECTION + short_lines("Økonomi", size),
    "as many decisions as may be": lambda size: (
        SECTION + short_lines("Beslutning Byrådet den 3. maj 2013", size)
    ),
    "as many items as may be": lambda size: HEAD + short_lines("Punkt 1: Lokaler\n13/4711", size // 2),
    "as many entries as may be": lambda size: f"{HEAD}Indhold\n{short_lines('a.....1', size)}{ITEM}",
    "as many rows as may be": lambda size: SECTION + short_lines("HRC\t12/32140", size),
    "as many list lines as may be": lambda size: SECTION + short_lines("1. Et", size),
    "as many cut paragraphs as may be": lambda size: SECTION + short_lines("a" * 61, size),
    "as many unknown codes as may be": lambda size: (
        SECTION + "Sag\tAnsvarlig\n" + short_lines("a\tABC/DEF", size)
    ),
    "decisions of earlier decisions": lambda size: SECTION + lines_of_decisions("tidligere ikke godk ", size),
    "decisions of points": lambda size: SECTION + lines_of_decisions("ad 1 og 2 godkendt ", size),
    # The layouts of web pages and covers.
    "numbered items": lambda size: COVER + counted("{n}. Lokaler\nSagsnr: 14/{n}\n", size, 2),
    "numbered lines": lambda size: COVER + FIRST + counted("{n}. Lokaler\n", size, 1),
    "numbers that begin again": lambda size: COVER + FIRST + short_lines("1. Lokaler\n2. Haller", size // 2),
    "numbered contents": lambda size: (
        f"{COVER}Indholdsfortegnelse\n{counted('{n}. Lokaler 3' + chr(10), size, 1)}{FIRST}"
    ),
    "numbered contents that begin again": lambda size: (
        f"{COVER}Indholdsfortegnelse\n{short_lines('1. Lokaler 3' + chr(10) + '2. Haller 4', size // 2)}{FIRST}"
    ),
    "numbers without titles": lambda size: COVER + FIRST + short_lines("2.", size),
    "numbers of every form": lambda size: (
        COVER + short_lines("Pkt. 2\nNr. 3 - A\n1. Lokaler for\nPunkt 4\nSag 5 B", size // 5)
    ),
    "points of a decision": lambda size: DECISION + short_lines("Punkt 2: Planen sendes ud", size),
    "counted points of a decision": lambda size: DECISION + counted("Punkt {n}: Planen sendes ud\n", size, 1),
    "broken titles": lambda size: COVER + short_lines("1. Lokaler for\nbørn og\nunge og", size // 3),
    "broken headings": lambda size: SECTION + short_lines("Beslutning i Økonomi- og", size),
    "decisions behind headings": lambda size: SECTION + short_lines("Beslutning: Godkendt.", size),
    "signs behind headings": lambda size: SECTION + lines_of("Beslutning: - ", size),
    "those who were absent": lambda size: DECISION + lines_of("Fraværende: Anne Holm. ", size),
    "those who were absent, in a line": lambda size: f"{DECISION}Fraværende {fill('Anne Holm og ', size)}",
    "pages": lambda size: SECTION + short_lines("Side 1", size),
    "brackets between members": lambda size: f"{COVER}Medlemmer: {fill('A (', size)}\n{FIRST}",
    "municipalities": lambda size: f"{COVER}{fill('Ny By Kommune ', size)}\n{FIRST}",
    "decisions taken": lambda size: SECTION + lines_of_decisions("udsat anbefaler som udvalget ", size),
}


def lines_of_decisions(unit: str, size: int) -> str:
    """Decisions as long as an outcome is looked for, each filled with the unit."""
    decision = f"Beslutning\n{fill(unit, 3980)}\n"
    return decision * (size // len(decision))
