"""The app as Django and its admin know it."""

from django.apps import AppConfig


class MinutesConfig(AppConfig):
    """The rooms of the minutes; `verbose_name` stands above their rows in the admin."""

    name = "minutes"
    verbose_name = "Referater"
    default_auto_field = "django.db.models.BigAutoField"
