"""People who keep names, with the right to publish and without; and the organisation whose names are kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from minutes.importing.organisation import load_organisation

KEEPS_NAMES = ("change_centre", "change_body")


@pytest.fixture(autouse=True)
def organisation(db: None) -> None:
    load_organisation()


@pytest.fixture
def editor(staff: Callable[..., Client]) -> Client:
    """Somebody who keeps names and reads sources, but may not publish."""
    return staff(*KEEPS_NAMES, "view_sourcedocument", "read_drafts")
