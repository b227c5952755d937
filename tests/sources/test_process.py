"""Files are read in a process with limits: whatever they do to it, there is a sentence on it, and nothing is left."""

import io
import json
import re
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from minutes.sources import process, reader
from minutes.sources.text import SourceText, read_source
from minutes.sources.values import Notice, ReadText, UnreadableSourceError
from tests.build.documents import minutes_text
from tests.build.hostile_files import HOSTILE_PDF, HOSTILE_WORD
from tests.build.pdf import pdf
from tests.build.word import paragraph, word

TEXT = minutes_text()
HOSTILE = {
    **{f"pdf: {name}": make for name, make in HOSTILE_PDF.items()},
    **{f"docx: {name}": make for name, make in HOSTILE_WORD.items()},
}


def as_word(text: str) -> bytes:
    return word("".join(map(paragraph, text.split("\n"))))


@pytest.mark.parametrize(("content", "read_as"), [(pdf(TEXT), "pdf"), (as_word(TEXT), "docx")])
def test_a_document_gives_its_lines_and_what_it_was_read_as(content, read_as):
    source = read_source(content)
    assert [line for line in source.text.split("\n") if line] == [line for line in TEXT.split("\n") if line]
    assert source.encoding == read_as
    assert source.has_own_lines


def test_the_pages_of_a_pdf_begin_where_its_lines_say():
    first, second = TEXT, minutes_text(body="Byrådet")
    source = read_source(pdf(first, second))
    lines = source.text.split("\n")
    assert [lines[start - 1] for start in source.page_starts] == [first.split("\n")[0], second.split("\n")[0]]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_a_sentence_within_its_time(name):
    content = HOSTILE[name]()
    started = time.monotonic()
    with pytest.raises(UnreadableSourceError) as refusal:
        read_source(content)
    assert time.monotonic() - started < reader.MOST_SECONDS + 5
    assert str(refusal.value).endswith(".")
    assert "root:" not in str(refusal.value)


def test_a_case_number_at_the_edge_of_a_page_is_no_page_number():
    assert read_source(pdf(f"{TEXT}\n\nPunkt 2: Skoler\n\n13/101")).text.endswith("Skoler\n\n13/101\n")
    pages = (f"{TEXT}\n\nPunkt 2: Skoler", "13/101\n\nSagsfremstilling\n\nEn sag.", "Punkt 3: Veje\n\n13/102")
    lines = read_source(pdf(*pages)).text.split("\n")
    assert {"13/101", "13/102"} <= {*lines}


def stored(files: dict[str, bytes]) -> bytes:
    """A zip of files that are not packed, so that their own names can be seen in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("files", "what"),
    [
        ({"referat.docx": as_word(TEXT)}, "en zip-fil"),
        (
            {"xl/workbook.xml": b"x", "[Content_Types].xml": b"<Types/>", "xl/a.docx": as_word(TEXT)},
            "et regneark (.xlsx)",
        ),
        ({"ppt/presentation.xml": b"x", "ppt/a.docx": as_word(TEXT)}, "en præsentation (.pptx)"),
    ],
)
def test_a_package_is_what_it_is_and_not_what_is_in_it(files, what):
    with pytest.raises(UnreadableSourceError, match=re.escape(f"Filen er {what}. ")):
        read_source(stored(files))


def test_a_page_that_asks_for_a_program_or_a_picture_of_another_machine_is_text_and_nothing_else():
    script = b"/OpenAction << /S /JavaScript /JS (app.launchURL('http://127.0.0.1:9')) >>"
    content = pdf(TEXT).replace(b"/Type /Catalog", b"/Type /Catalog " + script)
    assert "Godkendelse af dagsorden" in read_source(content).text


def test_what_breaks_lines_in_a_reader_is_a_blank_in_the_text(monkeypatch):
    given = ReadText("Et\fto\u2028tre\r\nfire\x00", (1, 2), (Notice(2, "x", "Her."),))
    monkeypatch.setattr("minutes.sources.text.read_apart", lambda *_: given)
    assert read_source(pdf(TEXT)) == SourceText("Et to tre \nfire", "pdf", (1, 2), given.notices)


# What the process may not do


def run_reader(content: bytes, code: str) -> subprocess.CompletedProcess:
    """Let a reader of our own be the child: `code` is the body of a function that is given the bytes."""
    program = (
        "import minutes.sources.reader as reader\n"
        f"def read(content):\n    {code}\n"
        "reader._reader = lambda _: read\nreader.main()"
    )
    return subprocess.run(
        [sys.executable, "-c", program, "pdf"],
        input=content,
        capture_output=True,
        timeout=60,
        cwd=process._PROJECT,
    )


@pytest.mark.parametrize(
    ("code", "failed"),
    [
        ("return bytearray(2 << 30)", "MemoryError"),
        ("raise IndexError('010180-1234')", "IndexError"),
        ("return read(content)", "RecursionError"),
        ("return reader.ReadText('x' * (20 << 20))", "MemoryError"),
    ],
)
def test_what_fails_in_the_reader_is_told_by_its_kind_alone(code, failed):
    ran = run_reader(b"", code)
    assert json.loads(ran.stdout) == {"failed": failed}


def test_a_reader_that_counts_for_ever_is_stopped_by_the_system():
    program = (
        "import minutes.sources.reader as reader; reader.MOST_SECONDS = 1; reader._limit()\nwhile True: pass"
    )
    ran = subprocess.run([sys.executable, "-c", program], timeout=30, cwd=process._PROJECT)
    assert ran.returncode in (-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGALRM)


def test_a_reader_fills_no_disk(tmp_path):
    code = f"open({str(tmp_path / 'x')!r}, 'wb', buffering=0).write(bytes(2 * reader.MOST_ANSWER))"
    run_reader(b"", code)
    assert (tmp_path / "x").stat().st_size <= reader.MOST_ANSWER


# How it ends


@pytest.fixture
def child(monkeypatch):
    """Let a program of the test be started in the reader's place."""

    def child(program: str) -> None:
        monkeypatch.setattr(process, "_command", lambda _: [sys.executable, "-c", program])

    return child


def refusal(content: bytes = b"x") -> str:
    with pytest.raises(UnreadableSourceError) as error:
        process.read_apart(content, "pdf")
    return str(error.value)


@pytest.mark.parametrize(
    ("program", "sentence"),
    [
        ("import os; os.abort()", process.TOO_LARGE),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", process.TOO_LARGE),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", process.TOO_LARGE),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", process.TOO_SLOW),
        ("import sys; sys.exit(3)", process.DAMAGED),
        ("", process.DAMAGED),
        ("print('noget andet')", process.DAMAGED),
        ("print('{}')", process.DAMAGED),
        ("print('[' * 100_000)", process.DAMAGED),
        ("""print('{"read": {"text": 1, "page_starts": [], "notices": []}}')""", process.DAMAGED),
        ("""print('{"read": {"text": "x", "page_starts": [1e999], "notices": []}}')""", process.DAMAGED),
        ("""print('{"read": {"text": "x", "page_starts": [], "notices": [["x"]]}}')""", process.DAMAGED),
        ("""print('{"read": {"text": "x", "more": 1}}')""", process.DAMAGED),
        ("""print('{"refused": "Om 010180-1234."}')""", "Om 010180-••••."),
        ("""print('{"failed": "MemoryError"}')""", process.TOO_LARGE),
    ],
)
def test_however_the_reader_ends_or_answers_there_is_a_sentence(child, program, sentence):
    child(program)
    assert refusal() == sentence


def test_the_reader_has_nothing_of_the_archives_environment(child, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
    child("import json, os; print(json.dumps({'refused': ' '.join(sorted(os.environ))}))")
    assert refusal() == "LC_ALL PATH"


def test_lines_that_there_are_not_are_the_nearest_that_there_are(child):
    child("""print('{"read": {"text": "a", "page_starts": [9, 0], "notices": [[7, "x", "Her.", 1]]}}')""")
    assert process.read_apart(b"x", "pdf") == ReadText("a", (1, 1), (Notice(1, "x", "Her.", True),))


def test_a_reader_that_sleeps_is_killed_with_all_that_it_started(child, monkeypatch, tmp_path):
    monkeypatch.setattr(process, "MOST_SECONDS", 1)
    pids = tmp_path / "pids"
    child(
        "import os, subprocess, time\n"
        "other = subprocess.Popen(['sleep', '60'])\n"
        f"open({str(pids)!r}, 'w').write(f'{{os.getpid()}} {{other.pid}}')\n"
        "time.sleep(60)"
    )
    started = time.monotonic()
    assert refusal() == process.TOO_SLOW
    assert time.monotonic() - started < 10
    for pid in map(int, pids.read_text().split()):
        _wait_until_gone(pid)


def _wait_until_gone(pid: int) -> None:
    for _ in range(100):
        state = Path(f"/proc/{pid}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return
        time.sleep(0.05)
    raise AssertionError(pid)


def test_a_full_disk_is_a_sentence(monkeypatch):
    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(process.tempfile, "TemporaryFile", full)
    assert refusal() == process.NO_ROOM


def test_no_file_is_left(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    read_source(pdf(TEXT))
    refusal(HOSTILE_PDF["cross references in a loop"]())
    assert not [*tmp_path.iterdir()]


def test_several_files_are_read_at_once():
    files = [pdf(minutes_text(body=f"Udvalg {number}")) for number in range(4)]
    with ThreadPoolExecutor() as readers:
        texts = [source.text for source in readers.map(read_source, files)]
    assert [f"Udvalg {number}" in text for number, text in enumerate(texts)] == [True] * 4


def test_nobody_else_loads_the_libraries():
    program = "import minutes.sources.text, sys; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=process._PROJECT
    )
    assert {name.split(".")[0] for name in loaded.stdout.split()} & {
        "pypdfium2",
        "docx",
        "lxml",
        "django",
    } == set()


def test_thirty_pages_take_seconds_and_not_much_memory():
    text = "\n\n".join(
        f"Punkt {number}: Budget\n\nDer er afsat penge til skoler og veje i {number}."
        for number in range(1, 280)
    )
    content = pdf(text)
    assert len(read_source(content).page_starts) >= 24
    started = time.monotonic()
    read_source(content)
    assert time.monotonic() - started < 15, "three seconds where nobody else works"
