"""The form by which one logs in: Django's own, which takes the tries of one name one after the other."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.forms import AuthenticationForm

from .attempts import normal_name
from .client_address import client_address
from .password_checks import in_line


class LoginForm(AuthenticationForm):
    """Asks whether the name is locked, checks the password and counts the try before the next may begin."""

    error_messages = {
        **AuthenticationForm.error_messages,
        # The same whether nobody has the name, the password is wrong, or the user is not active any more.
        "invalid_login": "Skriv et brugernavn og adgangskode, der hører sammen. "
        "Begge skelner mellem store og små bogstaver.",
    }

    def clean(self) -> dict[str, Any]:
        name = normal_name(self.cleaned_data.get("username") or "")
        with in_line(f"{name} {client_address(self.request)}"):
            return super().clean()
