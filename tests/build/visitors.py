"""The visitors of pages that are made of the index and the joins, as fixtures for the conftest of a folder."""

from __future__ import annotations

import pytest
from django.test import Client

from .indexing_client import IndexingClient
from .rows import add_editor


@pytest.fixture
def client() -> Client:
    return IndexingClient()


@pytest.fixture
def staff_client(db: None) -> Client:
    client = IndexingClient()
    client.force_login(add_editor())
    return client
