"""Documents of minutes with a fault in them, of each format and the same at every run, and their upload."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from minutes.models import AgendaItem, Meeting, SourceDocument, SourceStatus
from tests.build.pdf import drawn, of_contents, pages_of
from tests.build.word import paragraph, parts_of, zipped

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "fixtures" / "minutes").glob("*.txt"))
UPLOAD = "/admin/minutes/meeting/add/"
# What a reader stumbles over, in one format or another.
_STUMBLING_BLOCKS = (
    b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\r", b"\x0c", b"\x1a", b"\xf0\x9f\x98\x80", b"99999999999999999999", b"-1",
    b"%PDF-1.7", b"endstream", b"endobj", b"stream\n", b"<<", b">>", b"[[[[[[[[", b"1 0 R", b"(", b")", b"BT", b"Tj",
    b"/Kids", b"/Length 1", b"PK\x03\x04", b"<w:tbl>", b"</w:p>", b"<w:p/>", b"<w:del>", b'w:val="-1"', b"&#0;", b"&x;",
    b"]]>", b"<!DOCTYPE x>", b"010180-1234", b"\t\t\t\t", b"Punkt 1: Ble\n", b"Beslutning i Byraadet den 27-08-2013\n",
)  # fmt: skip

Mutation = Callable[[random.Random, bytes], bytes]


def _cut(chance: random.Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _without_a_piece(chance: random.Random, content: bytes) -> bytes:
    start, end = _piece(chance, content)
    return content[:start] + content[end:]


def _with_a_piece_twice(chance: random.Random, content: bytes) -> bytes:
    start, end = _piece(chance, content)
    return content[:end] + content[start:end] * chance.choice((1, 1, 20)) + content[end:]


def _with_a_piece_elsewhere(chance: random.Random, content: bytes) -> bytes:
    start, end = _piece(chance, content)
    place = chance.randrange(len(content) + 1)
    return content[:place] + content[start:end] + content[place:]


def _with_other_bytes(chance: random.Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 30))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _with_stumbling_blocks(chance: random.Random, content: bytes) -> bytes:
    for _ in range(chance.choice((1, 2, 10))):
        place = chance.randrange(len(content) + 1)
        content = content[:place] + chance.choice(_STUMBLING_BLOCKS) + content[place:]
    return content


def _with_another_number(chance: random.Random, content: bytes) -> bytes:
    numbers = [*re.finditer(rb"[0-9]+", content)]
    if not numbers:
        return content
    number = chance.choice(numbers)
    other = chance.choice((b"0", b"1", b"-5", b"65536", b"2147483648", b"9" * 30))
    return content[: number.start()] + other + content[number.end() :]


MUTATIONS: Sequence[Mutation] = (
    _cut,
    _without_a_piece,
    _with_a_piece_twice,
    _with_a_piece_elsewhere,
    _with_other_bytes,
    _with_stumbling_blocks,
    _with_another_number,
)


def _piece(chance: random.Random, content: bytes) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + chance.choice((1, 10, 100, 2000)))


def _texts(chance: random.Random, text: str) -> bytes:
    content = text.encode(chance.choice(("utf-8", "utf-8-sig", "utf-16", "cp1252")), "replace")
    return chance.choice(MUTATIONS)(chance, content)


def _pdfs(chance: random.Random, text: str) -> bytes:
    """A fault in the file, or in what a page draws, which is packed."""
    mutation = chance.choice(MUTATIONS)
    pages = [drawn(page) for page in pages_of(text.split("\n"))]
    if chance.random() < 0.5:
        number = chance.randrange(len(pages))
        pages[number] = mutation(chance, pages[number])
        return of_contents(pages)
    return mutation(chance, of_contents(pages))


def _words(chance: random.Random, text: str) -> bytes:
    """A fault in the file, or in one of the parts in it, which are packed."""
    mutation = chance.choice(MUTATIONS)
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    files = {
        name: xml.encode()
        for name, xml in parts_of("".join(map(paragraph, escaped.split("\n"))), styles="").items()
    }
    if chance.random() < 0.7:
        name = chance.choice([*files, "word/document.xml"])
        files[name] = mutation(chance, files[name])
        return zipped(files)
    return mutation(chance, zipped(files))


FORMATS: dict[str, Callable[[random.Random, str], bytes]] = {"txt": _texts, "pdf": _pdfs, "docx": _words}


def mutated(suffix: str, count: int) -> Iterator[SimpleUploadedFile]:
    """Give so many documents of a format as they are uploaded, each with a fault of its own."""
    for number in range(count):
        chance = random.Random(f"{suffix} {number}")
        text = chance.choice(SAMPLES).read_text(encoding="utf-8")
        yield SimpleUploadedFile(f"{number}.{suffix}", FORMATS[suffix](chance, text))


def upload_each(client: Client, files: Iterator[SimpleUploadedFile]) -> dict[str, int]:
    """Upload the files one by one and save them, and count what became of them.

    AssertionError for what must not become of one.
    """
    outcomes = {"taken": 0, "refused": 0}
    for file in files:
        before = SourceDocument.objects.count()
        response = client.post(UPLOAD, {"files": [file]})
        assert response.status_code == 200, (file.name, response.status_code)
        refused = [line for line in response.context["not_kept"] if line.refusal]
        if refused:
            assert refused[0].refusal.endswith((".", ")")), (file.name, refused[0].refusal)
            assert SourceDocument.objects.count() == before, file.name
            outcomes["refused"] += 1
            continue
        outcomes["taken"] += 1
        for source in SourceDocument.objects.uploaded():
            _review_and_save(client, source, file.name)
    assert not Meeting.objects.filter(sources=None).exists()
    return outcomes


def _review_and_save(client: Client, source: SourceDocument, name: str) -> None:
    """Look at an upload, save it, and look at what came of it; discard what is of no meeting for certain."""
    address = f"/admin/minutes/sourcedocument/{source.pk}/gennemse/"
    page = client.get(address)
    assert page.status_code == 200, name
    deeds = [deed.name for deed in page.context["deeds"]]
    chosen = "save" if "save" in deeds else "discard"
    saved = client.post(address, {"basis": page.context["basis"], chosen: ""})
    assert saved.status_code == 302, (name, chosen)
    if chosen == "save":
        _check(client, SourceDocument.objects.get(sha256=source.sha256).meeting, name)


def _check(client: Client, meeting: Meeting, name: str) -> None:
    """A meeting is stored whole: its version with a text, its items in their places, and its pages answer."""
    sources = meeting.sources.filter(status=SourceStatus.IN_FORCE)
    assert sources.get().text, name
    places = (
        AgendaItem.objects.filter(meeting=meeting).order_by("position").values_list("position", flat=True)
    )
    assert [*places] == [*range(1, len(places) + 1)], name
    for address in (meeting.get_absolute_url(), f"{meeting.get_absolute_url()}kilde/"):
        assert client.get(address).status_code == 200, (name, address)
