"""Users who log in with a password."""

from django.contrib.auth.models import User

from tests.build.rows import add_user

PASSWORD = "en rigtig god adgangskode"


def add_user_with_password(name: str = "anna", *rights: str) -> User:
    """Store a user with these rights whose password is PASSWORD."""
    user = add_user(name, *rights)
    user.set_password(PASSWORD)
    user.save()
    return user
