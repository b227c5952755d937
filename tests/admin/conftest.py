"""The meeting that most tests of the admin look at, and people with fewer rights than an administrator."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from minutes.importing.organisation import load_organisation
from minutes.models import Meeting
from tests.build.sample import imported


@pytest.fixture
def organisation(db) -> None:
    load_organisation()


@pytest.fixture
def meeting(organisation) -> Meeting:
    return imported()


@pytest.fixture
def staff(db) -> Callable[..., Client]:
    """Log in as somebody who has these rights only, "view_meeting"; without any, as a reader."""

    def login(*rights: str) -> Client:
        user, _ = User.objects.get_or_create(username="medarbejder")
        user.user_permissions.set(Permission.objects.filter(codename__in=rights))
        client = Client()
        client.force_login(user)
        return client

    return login
