"""Who somebody is where he logs in with the municipality's own login."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class ExternalLogin(models.Model):
    """A user here, and what the provider calls him: by its own key for him, which never becomes another's.

    Names and addresses of e-mail do: whoever gets a former colleague's must not get what that one might do.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="external_login", verbose_name="bruger"
    )
    # Of both the standard says how long they may be: a web address, and 255 letters.
    issuer = models.CharField("udbyder", max_length=500)
    subject = models.CharField("udbyderens nøgle", max_length=255)

    class Meta:
        verbose_name = "enkeltlogin"
        verbose_name_plural = "enkeltlogin"
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(fields=("issuer", "subject"), name="externallogin_issuer_subject_uniq"),
        )

    def __str__(self) -> str:
        return f"{self.user} hos {self.issuer}"
