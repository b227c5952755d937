"""The visitors of the pages of cases, which are made of the index and the joins."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.build.indexing_client import IndexingClient
from tests.build.rows import add_editor


@pytest.fixture
def client() -> Client:
    return IndexingClient()


@pytest.fixture
def staff_client(db: None) -> Client:
    client = IndexingClient()
    client.force_login(add_editor())
    return client
