"""People of every role, and how they log in."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client

from minutes.editing.people.groups import Role, group_of, keep_groups


@pytest.fixture
def groups(db) -> None:
    keep_groups()


@pytest.fixture
def person(groups) -> Callable[..., User]:
    """Somebody who logs in with a password and is in the group of a role; a superuser without one."""

    def person(name: str, role: Role | None, **columns: bool) -> User:
        if role is None:
            return User.objects.create_superuser(name, password="en god adgangskode")
        user = User.objects.create_user(name, password="en god adgangskode", **columns)
        user.groups.add(group_of(role))
        return user

    return person


@pytest.fixture
def login() -> Callable[[User], Client]:
    def login(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return login
