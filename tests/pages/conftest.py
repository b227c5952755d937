"""Readers of the public pages: anybody, a member of staff, and what a page says as plain text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.pages.page import Page
from tests.rows import add_user


@pytest.fixture
def staff_client(db: None) -> Client:
    client = Client()
    client.force_login(add_user("staff", is_staff=True))
    return client


@pytest.fixture
def read(client: Client, db: None) -> Callable[..., Page]:
    """Read an address as anybody; `read(address, q="ord")` with parameters."""

    def read(address: str, **parameters: str) -> Page:
        return Page(client.get(address, parameters))

    return read


@pytest.fixture
def read_as_staff(staff_client: Client) -> Callable[..., Page]:
    def read(address: str, **parameters: str) -> Page:
        return Page(staff_client.get(address, parameters))

    return read
