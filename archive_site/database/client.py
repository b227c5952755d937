"""What ``manage.py dbshell`` runs: psql, for the embedded server the one that came with it."""

from typing import Any

from django.db.backends.postgresql import client

from archive_site.database.embedded import embedded_address
from archive_site.postgres.programs import find_programs


class DatabaseClient(client.DatabaseClient):
    """psql with the address of the embedded server, where that is the database."""

    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: list[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        """Return the command and its environment; starts the embedded server."""
        address = embedded_address(settings_dict)
        if not address:
            return super().settings_to_cmd_args_env(settings_dict, parameters)
        reachable = {**settings_dict, **{name.upper(): value for name, value in address.items()}}
        (_, *arguments), environment = super().settings_to_cmd_args_env(reachable, parameters)
        return [str(find_programs() / "psql"), *arguments], environment
