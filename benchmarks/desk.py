"""How long an archivist waits who uploads a hundred files, and what readers notice of it meanwhile.

`ARCHIVE_VAR=… script/benchmark desk` starts the real server on the database that `script/benchmark fill --items N`
filled, and logs an editor in, who sends invented minutes as the page "Upload referater" does with JavaScript: one after
the other. Each round sends other files, which are gone afterwards, and a reader asks for pages until all have their
verdict; then he asks for the same pages while nothing happens. The log keeps a line of each file.
"""

from __future__ import annotations

import argparse
import os
import re
import secrets
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import chain, cycle, islice
from queue import Empty, SimpleQueue
from statistics import median
from urllib.parse import urlencode

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive_site.settings")
django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.urls import reverse  # noqa: E402

from benchmarks.searching.figures import percentile  # noqa: E402
from benchmarks.searching.forms import LOGIN, FormSender  # noqa: E402
from benchmarks.searching.pages import page_addresses  # noqa: E402
from benchmarks.searching.server import Visitor, running_server  # noqa: E402
from benchmarks.synthetic.documents import minutes_of  # noqa: E402
from benchmarks.synthetic.ground import NotSyntheticError, check_database  # noqa: E402
from benchmarks.synthetic.meetings import MOST_BLOCKS, Archive  # noqa: E402
from minutes.editing.people.groups import Role, group_of, keep_groups  # noqa: E402
from minutes.models import AgendaItem, SourceDocument  # noqa: E402

# As static/admin-archive/upload.js.
_AT_ONCE = 1
_EDITOR = "benchmark-desk"
_VERDICT = re.compile(r'class="upload upload--(\w+)"')
# Of the synthetic archive, whose meetings have seven items at the middle.
_ITEMS_A_FILE = 8

Files = Sequence[tuple[str, bytes]]


@dataclass(slots=True)
class Upload:
    """When the files had their verdicts, in seconds since the first was sent, and how many had which."""

    seconds: list[float] = field(default_factory=list)
    verdicts: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Round:
    """An upload, and the seconds that the same pages took meanwhile and afterwards."""

    upload: Upload
    meanwhile: list[float]
    quiet: list[float]

    @property
    def ratio(self) -> float:
        return percentile(self.meanwhile, 0.95) / percentile(self.quiet, 0.95)


def main() -> None:
    """Measure, and print a line for each round and one for all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=100, choices=range(1, 101), metavar="1-100")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    try:
        with an_editor() as password, running_server() as visitor:
            addresses = mixed_addresses()
            rounds = []
            for number in range(arguments.rounds):
                rounds.append(measure(visitor.port, password, files_of(number, arguments.files), addresses))
                print_round(rounds[-1])
    except NotSyntheticError as error:
        raise SystemExit(f"script/benchmark desk: {error}") from None
    print_all(rounds)


@contextmanager
def an_editor() -> Iterator[str]:
    """Let there be an editor meanwhile, with the password that is given, in a database of synthetic minutes alone.

    He and all that he uploads are gone afterwards; what a run left that was killed, too.
    """
    _forget_editor()
    check_database()
    keep_groups()
    password = secrets.token_urlsafe()
    editor = User.objects.create_user(_EDITOR, password=password)
    editor.groups.add(group_of(Role.EDITOR))
    try:
        yield password
    finally:
        _forget_editor()


def _forget_editor() -> None:
    _forget_uploads()
    User.objects.filter(username=_EDITOR).delete()


def _forget_uploads() -> None:
    SourceDocument.objects.uploaded().filter(imported_by__username=_EDITOR).delete()


def files_of(number: int, files: int) -> Files:
    """The files of a round, by name and bytes: minutes of meetings that no archive has that is not full."""
    # A meeting has its share of the items of its block, more or less, and now and then none.
    meetings = Archive().block(MOST_BLOCKS - 1 - number, 2 * files * _ITEMS_A_FILE)
    return [
        (f"{place:03}.txt", minutes_of(meeting).encode())
        for place, meeting in enumerate(islice(meetings, files), start=1)
    ]


def mixed_addresses() -> list[str]:
    """The start page, meetings, items, cases and searches by turns."""
    pages = page_addresses()
    titles = AgendaItem.objects.published_only().order_by("pk").values_list("title", flat=True)
    words = [max(title.split(), key=len) for title in titles[: len(pages["item"])]]
    searches = [f"{reverse('search')}?{urlencode({'q': word})}" for word in words]
    start = [reverse("home")] * len(searches)
    return [*chain(*zip(start, pages["meeting"], pages["item"], pages["case"], searches, strict=False))]


def measure(port: int, password: str, files: Files, addresses: Sequence[str]) -> Round:
    """Let the editor upload the files to the server on the port, while pages are asked for; then these alone."""
    with closing(Visitor(port)) as visitor:
        for address in addresses:
            visitor.seconds(address)
        meanwhile = []
        with uploading(port, password, files) as (upload, is_over):
            for address in cycle(addresses):
                # As of a reader who has read for a while: the browser's connection is closed by then.
                visitor.close()
                meanwhile.append(visitor.seconds(address))
                if is_over.is_set():
                    break
        quiet = []
        for address in islice(cycle(addresses), len(meanwhile)):
            visitor.close()
            quiet.append(visitor.seconds(address))
    _forget_uploads()
    return Round(upload, meanwhile, quiet)


@contextmanager
def uploading(port: int, password: str, files: Files) -> Iterator[tuple[Upload, threading.Event]]:
    """Upload the files meanwhile; gives what has come of it so far, and the event of its end."""
    upload, is_over = Upload(), threading.Event()
    queue: SimpleQueue[tuple[str, bytes]] = SimpleQueue()
    for file in files:
        queue.put(file)
    senders = [_desk(port, password) for _ in range(_AT_ONCE)]
    started = time.perf_counter()
    threads = [
        threading.Thread(target=_send_all, args=(sender, queue, upload, started)) for sender in senders
    ]

    def run() -> None:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        is_over.set()

    whole = threading.Thread(target=run)
    whole.start()
    try:
        yield upload, is_over
    finally:
        whole.join()


def _desk(port: int, password: str) -> FormSender:
    """Somebody who has logged in and opened the page "Upload referater"."""
    sender = FormSender(port)
    sender.open(LOGIN)
    sender.send(LOGIN, username=_EDITOR, password=password)
    sender.open(reverse("admin:minutes_meeting_add"))
    return sender


def _send_all(
    sender: FormSender, queue: SimpleQueue[tuple[str, bytes]], upload: Upload, started: float
) -> None:
    with closing(sender):
        while True:
            try:
                name, content = queue.get_nowait()
            except Empty:
                return
            status, answer = sender.send_file(reverse("admin:minutes_meeting_add"), name, content)
            upload.seconds.append(time.perf_counter() - started)
            upload.verdicts.update(_VERDICT.findall(answer) or [str(status)])


def print_round(measured: Round) -> None:
    """Print when the first verdict came and the last, and the times of the pages in milliseconds."""
    times = "   ".join(
        f"{name} p50 {percentile(of_name, 0.5) * 1000:>6.1f} p95 {percentile(of_name, 0.95) * 1000:>6.1f} ms"
        for name, of_name in (("quiet", measured.quiet), ("meanwhile", measured.meanwhile))
    )
    seconds = measured.upload.seconds
    print(
        f"first {min(seconds):>5.2f} s, all {max(seconds):>5.1f} s   {times}   ratio {measured.ratio:.2f}"
        f"   of {len(measured.quiet)} pages",
        flush=True,
    )


def print_all(rounds: Sequence[Round]) -> None:
    """Print the verdicts, and what is at the middle of the rounds."""
    verdicts: Counter[str] = Counter()
    for measured in rounds:
        verdicts += measured.upload.verdicts
    told = ", ".join(f"{number} × {verdict}" for verdict, number in verdicts.most_common())
    first = median(min(measured.upload.seconds) for measured in rounds)
    last = median(max(measured.upload.seconds) for measured in rounds)
    ratio = median(measured.ratio for measured in rounds)
    print(
        f"{told}; at the middle of the rounds: first {first:.2f} s, all {last:.1f} s, ratio of the p95 {ratio:.2f}"
    )


if __name__ == "__main__":
    main()
