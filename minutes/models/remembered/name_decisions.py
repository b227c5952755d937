"""What was said of codes that stand where a centre stands and that the archive did not know."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Upper

from minutes.models.centres import CentreAlias


class NameDecision(models.Model):
    """A code as it stands in minutes, and what somebody has said it is: taken back by deleting it.

    Where it is a centre's, the alias says whose; with the alias the decision is gone, too.
    """

    class Meaning(models.TextChoices):
        CENTRE = "centre", "skrivemåde af et center"
        INITIALS = "initials", "en persons initialer"
        NOT_A_CENTRE = "not_a_centre", "ikke et center"

    code = models.CharField("kode", max_length=10, unique=True)
    meaning = models.CharField("betyder", max_length=20, choices=Meaning)
    alias = models.OneToOneField(
        CentreAlias, models.CASCADE, related_name="decision", verbose_name="skrivemåde", null=True
    )
    decided_at = models.DateTimeField("afgjort", auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", verbose_name="afgjort af", null=True
    )

    class Meta:
        verbose_name = "afgjort kode"
        verbose_name_plural = "afgjorte koder"
        ordering = ("code",)
        default_permissions = ()
        constraints = (
            models.CheckConstraint(
                condition=models.Q(meaning="centre", alias__isnull=False)
                | models.Q(meaning__in=("initials", "not_a_centre"), alias__isnull=True),
                name="namedecision_meaning_alias_check",
            ),
            # As the parser finds them.
            models.CheckConstraint(condition=models.Q(code=Upper("code")), name="namedecision_code_check"),
        )

    def __str__(self) -> str:
        return f"{self.code}: {self.get_meaning_display()}"

    @property
    def meaning_in_words(self) -> str:
        """What the code is, with the centre where it is one's."""
        return f"skrivemåde af {self.alias.centre}" if self.alias else self.get_meaning_display()
