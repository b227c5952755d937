"""What a text points to by title, and among the item's own attachments."""

import pytest

from tests.build.parsed import parse_one

from .reading import in_short, of_item, read


def with_attachments(text: str, *titles: str) -> list[str]:
    item = parse_one("Sagsfremstilling", text, "Bilag", "\n\n".join(titles))
    return [in_short(one) for one in of_item(item)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Jf. sagen "Ny kantine" fra sidste møde.', ["item »Ny kantine« ?"]),
        ("Se punktet om ny kantine.", ["item »ny kantine« ?"]),
        ("Punktet »Ny kantine« er udsat.", ["item »Ny kantine«"]),
        ("Udgiften drøftes under punktet Ny kantine.", ["item »Ny kantine«"]),
        ("Se også punktet Ny kantine på rådhuset, som beskriver behovet.", ["item »Ny kantine på rådhuset«"]),
        ("Se punktet »Ny kantine« fra sidste møde.", ["item »Ny kantine« ?"]),
        ("Se punktet »Ny kantine« på dagsordenen for Byrådet.", ["item »Ny kantine« ?"]),
        ("Der henvises til sagen vedr. leje af lokaler.", ["item »leje af lokaler« ?"]),
    ],
)
def test_an_item_is_pointed_to_by_its_title(text: str, expected: list[str]):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Se punktet »Ny kantine« på mødet den 8. oktober.", ["item Direktionen 2013-10-08 »Ny kantine«"]),
        (
            'Jf. sagen "Ny kantine" fra Byrådets møde den 24. september 2013.',
            ["item Byrådet 2013-09-24 »Ny kantine«"],
        ),
        (
            "Punktet »Ny kantine« er udsat. Planen blev godkendt på mødet den 8. oktober.",
            ["item »Ny kantine«", "meeting Direktionen 2013-10-08"],
        ),
    ],
)
def test_an_item_and_the_day_of_its_meeting_are_one_reference(text: str, expected: list[str]):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sagen om kantinen er ny.",
        'Projektet "Ny kantine" er i gang.',
        "I sagen er der tale om en bevilling.",
        "Punktet udgår.",
        "Under punktet gav Ole Holm en status.",
        "Punktet Eventuelt er afskaffet.",
    ],
)
def test_other_titles_are_no_reference(text: str):
    assert read(text) == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("A - Ny kantine - ØU", ["item Økonomiudvalget »Ny kantine« ?"]),
        ("I - Revision af politik for frivillige - FKU", ["item FKU »Revision af politik for frivillige« ?"]),
        ("A - Ny kantine", []),
        ("Ny kantine - tegninger", []),
        ("A - Ny kantine - tegning", []),
        ("Notat fra Byrådet", []),
    ],
)
def test_an_attachment_may_be_another_bodys_case(title: str, expected: list[str]):
    assert read(title, "Bilag") == expected


ONE = ("Skabelon til ansøgning",)
SEVERAL = ("Notat om lokaler.pdf", "Kommissorium for styregruppen", "Bilag 3 - Tegninger af kantinen")


@pytest.mark.parametrize(
    ("text", "titles", "expected"),
    [
        ("Se bilag.", ONE, "Skabelon til ansøgning"),
        ("Der er lavet en skabelon (se bilag).", ONE, "Skabelon til ansøgning"),
        ("I det vedlagte bilag står mere.", ONE, "Skabelon til ansøgning"),
        ("Bilaget viser mere.", ONE, "Skabelon til ansøgning"),
        ("Vedlagte skabelon bruges.", ONE, "Skabelon til ansøgning"),
        ("Skabelonen (vedhæftet) bruges.", ONE, "Skabelon til ansøgning"),
        ("Vedhæftede kommissorium godkendes.", SEVERAL, "Kommissorium for styregruppen"),
        ("Tegningerne ses af bilag 3.", SEVERAL, "Bilag 3 - Tegninger af kantinen"),
        ("Se Notat om lokaler.", SEVERAL, "Notat om lokaler.pdf"),
        ("*Kommissorium for styregruppen* (vedhæftet)", SEVERAL, "Kommissorium for styregruppen"),
    ],
)
def test_an_attachment_is_pointed_to_where_there_is_no_doubt(
    text: str, titles: tuple[str, ...], expected: str
):
    assert with_attachments(text, *titles) == [f"document »{expected}«"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Se bilag.", SEVERAL),
        ("Se bilag 2.", SEVERAL),
        ("Se bilag 2.", ONE),
        ("Vedlagte papirer er til orientering.", SEVERAL),
        ("Bilagene er mange.", SEVERAL),
        ("Se bilag.", ()),
        ("Bilagsmaterialet er stort.", ONE),
        ("Kantinen er ny.", SEVERAL),
    ],
)
def test_an_attachment_in_doubt_is_not_pointed_to(text: str, titles: tuple[str, ...]):
    assert with_attachments(text, *titles) == []
