"""The peers: each takes in the same texts, keeps them, and answers the same questions."""

from __future__ import annotations

import datetime

import pytest

from benchmarks.peers.peer import Order, PeerItem, Question, build, generate_ahead, items_of_block
from benchmarks.peers.plain import PlainPostgres
from benchmarks.peers.sqlite import Fts5
from benchmarks.peers.tantivy import Tantivy
from benchmarks.synthetic.meetings import Archive
from benchmarks.synthetic.vocabulary import zipf

pytestmark = pytest.mark.django_db

MAKERS = {
    "fts5": Fts5,
    "tantivy": Tantivy,
    "plain": lambda _folder: PlainPostgres(),
}
ITEMS = (
    PeerItem(1, datetime.date(2010, 1, 1), "Budget for skolen\nskolen skolen budget"),
    PeerItem(
        2,
        datetime.date(2012, 1, 1),
        "Skolen har et grønt tag og intet andet i sin plan for de næste mange år",
    ),
    PeerItem(3, datetime.date(2011, 1, 1), "Havnen får et budget"),
)


@pytest.fixture(params=MAKERS)
def new_peer(request, tmp_path):
    return lambda: MAKERS[request.param](tmp_path)


@pytest.fixture
def peer(new_peer):
    peer = new_peer()
    peer.add(ITEMS)
    peer.finish()
    return peer


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        (Question(("skolen",)), {1, 2}),
        (Question(("skolen", "budget")), {1}),
        (Question(("grønt", "havnen"), is_any=True), {2, 3}),
        (Question(("grønt", "tag"), is_phrase=True), {2}),
        (Question(("tag", "grønt"), is_phrase=True), set()),
        (Question(("budget",), without="skolen"), {3}),
        (Question(("svømmehal",)), set()),
    ],
    ids=lambda value: value.typed if isinstance(value, Question) else None,
)
def test_a_question_finds_the_items_that_answer_it_and_counts_them(peer, question, ids):
    for order in Order:
        answer = peer.search(question, order)
        assert (set(answer.ids), answer.count) == (ids, len(ids))


def test_the_best_stands_first_or_the_newest(peer):
    question = Question(("skolen",))

    assert peer.search(question, Order.BEST).ids == [1, 2]
    assert peer.search(question, Order.NEWEST).ids == [2, 1]


def test_what_a_peer_has_taken_in_it_keeps(peer, new_peer):
    assert new_peer().last_id() == 3


def test_building_goes_on_where_it_stopped(new_peer):
    archive = Archive()
    archive.vocabulary = zipf([f"ord{rank}" for rank in range(2000)])
    asked = []

    def generate(blocks):
        asked.append(blocks)
        return (items_of_block(archive, block, size=20) for block in blocks)

    peer = new_peer()
    assert peer.last_id() == 0
    build([peer], 1, generate)
    assert 0 < peer.last_id() <= 20
    build([peer], 2, generate)
    assert 10_000 < peer.last_id() <= 10_020
    build([peer], 2, generate)
    assert asked == [[0], [1], []]


def test_items_made_ahead_are_those_of_the_blocks_in_order():
    archive = Archive()
    archive.vocabulary = zipf([f"ord{rank}" for rank in range(2000)])

    ahead = list(generate_ahead(archive, [2, 0, 1], size=20))

    assert ahead == [items_of_block(archive, block, size=20) for block in (2, 0, 1)]
