"""Damage to æ, ø and å: what is certain, what may be a quotation, and what is none."""

from __future__ import annotations

import base64
import json
import quopri
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from minutes.danish.damaged_letters import find_damage
from minutes.sources.text import numbered_text
from minutes.sources.values import UnreadableSourceError

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "fixtures").rglob("*.txt"))
TEXT = """REFERAT Direktionen d. 27-08-2013
Mødedato Tirsdag d. 27. august 2013 kl. 10:00
Mødested Mødelokale B105
Punkt 1: Økonomi på området – ældre og “småbørn”
12/32140
Sagsfremstilling
Åbningstiderne drøftes på mødet, før ændringerne træder i kraft. Æbler, øl og ål koster ½ krone.
"""
# The least that a document has: its head.
HEAD = TEXT[: TEXT.index("Punkt 1")]


def misread(encoding: str, other: str) -> Callable[[str], str]:
    """What a careless program makes of text in one encoding that it takes to be in another; it overlooks no byte."""

    def read(text: str) -> str:
        content = text.replace("–", "-").replace("“", '"').replace("”", '"').encode(encoding, "replace")
        return "".join(bytes([byte]).decode(other, "ignore") or chr(byte) for byte in content)

    return read


def misread_utf8(other: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        return "".join(bytes([byte]).decode(other, "ignore") or chr(byte) for byte in text.encode())

    return read


def twice(damage: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: damage(damage(text))


def each(code: Callable[[str], str]) -> Callable[[str], str]:
    """The text with a code for every letter that is not ASCII."""
    return lambda text: "".join(letter if letter.isascii() else code(letter) for letter in text)


NAMES = {"æ": "aelig", "ø": "oslash", "å": "aring", "Æ": "AElig", "Ø": "Oslash", "Å": "Aring"}
TEX = {"æ": "\\ae{}", "ø": "\\o{}", "å": "\\aa{}", "Æ": "\\AE{}", "Ø": "\\O{}", "Å": "\\AA{}"}
SEVEN_BIT = str.maketrans("æøåÆØÅ", "{|}[\\]")

# Each is written as the damage does, and named by what the archivist reads.
DAMAGES: dict[str, tuple[Callable[[str], str], str]] = {
    "UTF-8 read as Windows-1252": (misread_utf8("cp1252"), "UTF-8, som er læst som Windows-1252"),
    "UTF-8 read as Latin-1": (misread_utf8("latin-1"), "UTF-8, som er læst som Windows-1252"),
    "UTF-8 read as cp850": (misread_utf8("cp850"), "UTF-8, som er læst som DOS"),
    "UTF-8 read as cp437": (misread_utf8("cp437"), "UTF-8, som er læst som DOS"),
    "UTF-8 read as Mac Roman": (misread_utf8("mac_roman"), "UTF-8, som er læst som Mac Roman"),
    "UTF-8 read as Windows-1252, twice": (twice(misread_utf8("cp1252")), "UTF-8, som er læst som Windows"),
    "UTF-8 read as Latin-1, twice": (twice(misread_utf8("latin-1")), "UTF-8, som er læst som Windows"),
    "Windows-1252 read as cp850": (misread("cp1252", "cp850"), "Windows-1252, som er læst som DOS"),
    "Windows-1252 read as cp437": (misread("cp1252", "cp437"), "Windows-1252, som er læst som DOS"),
    "Windows-1252 read as Mac Roman": (misread("cp1252", "mac_roman"), "som er læst som Mac Roman"),
    "Windows-1252 read as Polish": (misread("cp1252", "cp1250"), "som er læst som Windows-1250"),
    "Windows-1252 read as Latin-2": (misread("cp1252", "iso8859_2"), "som er læst som Windows-1250"),
    "Windows-1252 read as Russian": (misread("cp1252", "cp1251"), "som er læst som Windows-1251"),
    "Windows-1252 read as Baltic": (misread("cp1252", "cp1257"), "som er læst som Windows-1257"),
    "Windows-1252 read as KOI8-R": (misread("cp1252", "koi8_r"), "som er læst som KOI8-R"),
    "cp850 read as Windows-1252": (misread("cp850", "cp1252"), "cp850, som er læst som Windows-1252"),
    "cp850 read as Mac Roman": (misread("cp850", "mac_roman"), "cp850, som er læst som Mac Roman"),
    "cp865 read as cp437": (misread("cp850", "cp437"), "cp850, som er læst som DOS-tegnsættet cp437"),
    "Mac Roman read as Windows-1252": (misread("mac_roman", "cp1252"), "Mac Roman, som er læst som Windows"),
    "Mac Roman read as cp850": (misread("mac_roman", "cp850"), "Mac Roman, som er læst som DOS"),
    "a question mark for each": (each(lambda letter: "?"), "spørgsmålstegn"),
    "two question marks for each": (each(lambda letter: "??"), "spørgsmålstegn"),
    "the sign for a lost letter": (each(lambda letter: "\ufffd"), "gået tabt"),
    "two signs for a lost letter": (each(lambda letter: "\ufffd\ufffd"), "gået tabt"),
    "boxes": (each(lambda letter: "□"), "andre tegn"),
    "HTML by name": (each(lambda letter: f"&{NAMES.get(letter, 'ndash')};"), "HTML"),
    "HTML by number": (each(lambda letter: f"&#{ord(letter)};"), "HTML"),
    "HTML by hexadecimal number": (each(lambda letter: f"&#x{ord(letter):X};"), "HTML"),
    "HTML, escaped twice": (each(lambda letter: f"&amp;{NAMES.get(letter, 'ndash')};"), "HTML"),
    "a mail in UTF-8": (lambda text: quopri.encodestring(text.encode()).decode(), "quoted-printable"),
    "a mail in Latin-1": (
        lambda text: quopri.encodestring(text.encode("cp1252")).decode(),
        "quoted-printable",
    ),
    "a mail in base64": (lambda text: base64.encodebytes(text.encode()).decode(), "base64"),
    "an address in UTF-8": (each(lambda letter: "".join(f"%{byte:02X}" for byte in letter.encode())), "URL"),
    "JSON": (lambda text: "\n".join(json.dumps(line)[1:-1] for line in text.split("\n")), "JSON"),
    "Python": (each(lambda letter: f"\\x{ord(letter):x}"), "JSON"),
    "UTF-7": (lambda text: text.encode("utf-7").decode(), "UTF-7"),
    "RTF": (each(lambda letter: f"\\'{ord(letter):x}"), "RTF"),
    "RTF by number": (each(lambda letter: f"\\u{ord(letter)}?"), "RTF"),
    "TeX": (each(lambda letter: TEX.get(letter, "-")), "TeX"),
    "Danish in seven bits": (lambda text: text.translate(SEVEN_BIT), "7-bit"),
}


@pytest.mark.parametrize(("damage", "what"), DAMAGES.values(), ids=DAMAGES)
def test_damage_is_certain_and_named(damage: Callable[[str], str], what: str):
    found = find_damage(damage(TEXT))
    assert found is not None
    assert what in found.what
    assert found.is_certain


# The single signs that these leave have a meaning of their own: only as many as in a whole document are damage.
OF_ONE_BYTE = {name for name in DAMAGES if " read as " in name and "UTF-8" not in name} | {
    "Danish in seven bits"
}
# Three letters are not enough where two of them are read rightly, or where a line of the code is longer.
NEED_MORE_THAN_A_HEAD = {"a mail in base64", "UTF-8 read as Latin-1, twice", "cp865 read as cp437"}


@pytest.mark.parametrize("name", [name for name in DAMAGES if name not in OF_ONE_BYTE])
def test_a_damaged_paragraph_in_a_whole_document_is_certain(name: str):
    found = find_damage(TEXT * 5 + DAMAGES[name][0](TEXT))
    assert found is not None
    assert found.is_certain
    assert found.line > TEXT.count("\n") * 5


@pytest.mark.parametrize("name", [name for name in DAMAGES if name not in NEED_MORE_THAN_A_HEAD])
def test_the_head_of_a_document_is_enough_to_tell(name: str):
    found = find_damage(DAMAGES[name][0](HEAD))
    assert found is not None
    assert (found.is_certain, found.line) == (True, 2)


@pytest.mark.parametrize(
    "written",
    [
        "DrÃ¸ftes pÃ¥ mÃ¸det",
        "Punktet â€“ som aftalt â€“ er â€œudsatâ€\x9d",
        "Dr?ftes p? m?det, f?r det vedtages",
        "M?DE OM ?KONOMI OG B?RN",
        "Dr\ufffdftes p\ufffd m\ufffddet",
        "Dr&oslash;ftes p&aring; m&oslash;det",
        "Dr=F8ftes p=E5 m=F8det",
        "p˚a m˚aden, s˚aledes",
    ],
)
def test_three_damaged_words_are_certain_in_any_document(written: str):
    found = find_damage(f"{TEXT}{written}\n")
    assert found is not None
    assert (found.is_certain, found.line) == (True, TEXT.count("\n") + 1)


@pytest.mark.parametrize(
    "written",
    [
        "I breve fra systemet står »mÃ¸det« i stedet for »mødet«.",
        "Tegnet &oslash; vises forkert.",
        "Der står =F8 eller p=E5 i mailen.",
        "Et \ufffd står i bilaget.",
        "Skriv \\u00f8 i programmet.",
    ],
)
def test_what_may_be_quoted_is_only_possible(written: str):
    found = find_damage(f"{TEXT * 3}{written}\n")
    assert found is not None
    assert (found.is_certain, found.line) == (False, 3 * TEXT.count("\n") + 1)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Hvornår? Hvor? Hvem? Det drøftes.",
        "Hvornår?Vi ved det ikke.Hvem?Ingen.Hvor?Her.",
        "Hvad nu?og hvornår?skal det være",
        "Er det muligt??? spørger udvalget.",
        "Se https://www.htk.dk/m%C3%B8der?id=4&side=m%C3%B8de&sprog=p%C3%A5 for mere.",
        "Se www.htk.dk/soeg?ord=skole og www.htk.dk/soeg?ord=vej og www.htk.dk/soeg?ord=by og ?x=1",
        "Bang & Olufsen; H&M; A & B",
        "x = E5, y=F8+1, 2+2=4, a=b, 100 %, 50%E",
        "C:\\oplæg\\møde\\aarsplan og \\\\server\\xkat\\u",
        "C++ og A+APX og +45 12 34 56 78",
        "ja|nej|måske og {1, 2} og kolonne | kolonne",
        "12° og 5 µm, § 4, 3², ½ og ¼, ‘citat’ og ’citat’, ‹ord›, † død 1999, 25 ¢, ¥100",
        "Borgmester Dvořák, Petrović, Łódź, Ångström, Müller, Sjölund, García, São João, Ærø",
        "Crème brûlée à la carte, idé, én, allé, entré",
        "Москва og Ελλάδα og 中文",
        "“citat” – med streger — og … prikker • punkt",
        "Boern og aeldre paa Oeresund",
        "p̊a",
        "a" * 76,
        "https://example.org/" + "a" * 76,
        "\n".join(["Et meget langt ord er " + "speciallægepraksisplanlægningsstabiliseringsperiode" * 2] * 4),
    ],
)
def test_a_whole_text_is_whole(written: str):
    assert find_damage(f"{TEXT}{written}\n") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "REFERAT Direktionen\n",
        "What now? Who? Where?\n" * 50,
        "An English paragraph, with no letter that could be damaged; it costs $5 & more.\n" * 50,
        "Boern og aeldre paa Oeresund.\n" * 50,
    ],
)
def test_a_text_without_danish_letters_is_not_damaged(text: str):
    assert find_damage(text) is None


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_samples_are_whole(path: Path):
    try:
        text = numbered_text(path.read_bytes())
    except UnreadableSourceError:
        return
    assert find_damage(text) is None


@pytest.mark.parametrize(
    "unit",
    ["?", "a?", "&", "=", "%C3%B8", "/%C3%B8", "\\", "+APg", "Ã", "{", "a†", "\n" + "A" * 60, "a", "\n", " "],
)
def test_two_megabytes_of_it_take_no_second(unit: str):
    text = unit * (2_000_000 // len(unit))
    begun = time.process_time()
    find_damage(text)
    assert time.process_time() - begun < 1
