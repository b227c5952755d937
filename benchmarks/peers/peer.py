"""What every peer can do: take in texts, block by block, and answer a question with the first page and a count."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from benchmarks.synthetic.meetings import BLOCK, Archive

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


def build(peer: Peer, archive: Archive, items: int, size: int = BLOCK) -> None:
    """Give the peer the blocks of the archive that it lacks, up to so many items."""
    for block in range(items // size):
        if peer.last_id() <= block * BLOCK:
            peer.add(items_of_block(archive, block, size))
    peer.finish()


def items_of_block(archive: Archive, block: int, size: int = BLOCK) -> list[PeerItem]:
    """The open items of a block, as a peer takes them in."""
    return [
        PeerItem(item.id, meeting.date, item.text)
        for meeting in archive.block(block, size)
        for item in meeting.items
        if not item.is_closed
    ]
