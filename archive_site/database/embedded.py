"""The embedded servers that this process uses: one for each data folder."""

from functools import cache
from pathlib import Path
from typing import Any

from archive_site.postgres.cluster import Cluster


def embedded_address(settings_dict: dict[str, Any]) -> dict[str, str]:
    """Return host, port and user of the running embedded server, or nothing for an ordinary database.

    Starts the server if need be, and counts this process among its users until it ends.
    """
    folder = settings_dict.get("EMBEDDED_IN")
    return _cluster(Path(folder), settings_dict["EMBEDDED_BUFFERS_MB"]).start() if folder else {}


@cache
def _cluster(folder: Path, buffers_mb: int) -> Cluster:
    return Cluster(folder, buffers_mb)
