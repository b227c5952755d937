#!/usr/bin/env python
"""Django's command line for the archive."""

import os
import signal
import sys
from types import FrameType
from typing import NoReturn


def leave(signum: int, _frame: FrameType | None) -> NoReturn:
    """Turn SIGTERM into an ordinary exit, in which the embedded server is released."""
    sys.exit(128 + signum)


def main() -> None:
    """Run the command named on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive_site.settings")
    signal.signal(signal.SIGTERM, leave)

    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db import OperationalError

    try:
        execute_from_command_line(sys.argv)
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
    except (ImproperlyConfigured, OperationalError) as error:
        if "--traceback" in sys.argv:
            raise
        sys.exit(f"manage.py: {error} (--traceback shows where)")


if __name__ == "__main__":
    main()
