"""The benchmark of the desk measures what it says: at a small size, against a server of the tests."""

from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import User

from benchmarks.desk import an_editor, files_of, measure, mixed_addresses
from benchmarks.synthetic.fill import fill
from minutes.models import SourceDocument


@pytest.mark.django_db(transaction=True)
def test_every_file_has_its_verdict_while_pages_are_asked_for(live_server):
    fill(60, processes=1, size=60)
    with an_editor() as password:
        files = files_of(0, 3)
        assert len({content for _, content in files}) == 3
        measured = measure(urlsplit(live_server.url).port, password, files, mixed_addresses()[:3])
    assert len(measured.upload.seconds) == 3
    assert sum(measured.upload.verdicts.values()) == 3
    assert {*measured.upload.verdicts} <= {"ready", "look"}
    assert len(measured.meanwhile) == len(measured.quiet) > 0
    assert measured.ratio > 0
    # Nothing stays of it.
    assert not SourceDocument.objects.uploaded().exists()
    assert not User.objects.exists()
