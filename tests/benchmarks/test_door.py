"""The benchmark of the door measures what it says: at a small size, against a server of the tests."""

from urllib.parse import urlsplit

import pytest

from benchmarks.door import measure


@pytest.mark.django_db(transaction=True)
def test_searches_are_measured_while_nobody_guesses_and_while_some_do(live_server):
    port = urlsplit(live_server.url).port
    measured = measure(port, guessers=3, turns=2, searches=4)
    assert len(measured.quiet) == len(measured.guessed) == 8
    assert min(measured.quiet + measured.guessed) > 0
    assert set(measured.answers) == {200}
    assert sum(measured.answers.values()) >= 2
