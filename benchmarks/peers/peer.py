"""What every peer can do: take in texts, block by block, and answer a question with the first page and a count."""

from __future__ import annotations

import datetime
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from benchmarks.synthetic.meetings import BLOCK, Archive
from benchmarks.synthetic.worker import begin

PAGE = 20


class Order(Enum):
    BEST = "best first"
    NEWEST = "newest first"


@dataclass(frozen=True, slots=True)
class PeerItem:
    id: int
    date: datetime.date
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """All the words, or any of them (`is_any`), or all side by side (`is_phrase`); and never the word `without`."""

    words: tuple[str, ...]
    is_any: bool = False
    is_phrase: bool = False
    without: str = ""

    @property
    def typed(self) -> str:
        """As people type it into the archive's search."""
        wanted = (" OR " if self.is_any else " ").join(self.words)
        return (f'"{wanted}"' if self.is_phrase else wanted) + (f" -{self.without}" if self.without else "")


@dataclass(frozen=True, slots=True)
class Answer:
    """The items of the first page, in order, and how many there are in all."""

    ids: list[int]
    count: int


class Peer(Protocol):
    """An index on disk, beside the database."""

    name: str

    def last_id(self) -> int:
        """The largest number of an item that the index holds; 0 where it is empty."""

    def add(self, items: Iterable[PeerItem]) -> None:
        """Take in items, all of them or none."""

    def finish(self) -> None:
        """What is left to do when everything has been taken in."""

    def search(self, question: Question, order: Order) -> Answer:
        """The first page, best by the peer's own measure, and the exact count."""


def build(
    peers: Sequence[Peer], blocks: int, generate: Callable[[Iterable[int]], Iterator[list[PeerItem]]]
) -> None:
    """Give each peer what it lacks of the first `blocks` blocks; `generate` gives the items of the blocks asked for."""
    lacking = {block: [peer for peer in peers if peer.last_id() <= block * BLOCK] for block in range(blocks)}
    missing = [block for block in range(blocks) if lacking[block]]
    for block, items in zip(missing, generate(missing), strict=True):
        for peer in lacking[block]:
            peer.add(items)
    for peer in peers:
        peer.finish()


def generate_ahead(archive: Archive, blocks: Iterable[int], size: int = BLOCK) -> Iterator[list[PeerItem]]:
    """The items of the blocks, the next block made by a process of its own while one is used."""
    waiting = deque(blocks)
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"), initializer=begin) as pool:
        upcoming = deque(
            pool.submit(items_of_block, archive, waiting.popleft(), size) for _ in range(min(2, len(waiting)))
        )
        while upcoming:
            yield upcoming.popleft().result()
            if waiting:
                upcoming.append(pool.submit(items_of_block, archive, waiting.popleft(), size))


def items_of_block(archive: Archive, block: int, size: int = BLOCK) -> list[PeerItem]:
    """The open items of a block, as a peer takes them in."""
    return [
        PeerItem(item.id, meeting.date, item.text)
        for meeting in archive.block(block, size)
        for item in meeting.items
        if not item.is_closed
    ]
