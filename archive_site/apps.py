"""The admin as Django finds it: with a site of our own."""

from importlib import import_module

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Django's admin, with the archive's entrance and pages."""

    default_site = "minutes.admin.people.entrance.Entrance"

    def ready(self) -> None:
        """Import the admin's classes before anybody asks for the site.

        To find the site's class the package is imported, whose classes register with the site: asked for first, the
        site would be made twice, and the second time without them.
        """
        import_module("minutes.admin")
        super().ready()
