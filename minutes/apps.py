"""What Django is told of the app."""

from django.apps import AppConfig


class MinutesConfig(AppConfig):
    """The minutes, under the name that the admin shows."""

    name = "minutes"
    verbose_name = "Referater"
    default_auto_field = "django.db.models.BigAutoField"
