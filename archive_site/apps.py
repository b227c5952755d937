"""Django's admin as this site has it: with an entrance and a start page of its own."""

from importlib import import_module

from django.contrib.admin.apps import AdminConfig


class ArchiveAdminConfig(AdminConfig):
    default_site = "minutes.admin.start.site.ArchiveSite"

    def ready(self) -> None:
        """Fill the site, whose class lives beside the lists, before anybody asks for it.

        Asked for first, it would be made while its lists are registered, and once more without them.
        """
        import_module("minutes.admin")
        super().ready()
