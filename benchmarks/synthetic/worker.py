"""How a process begins that writes blocks. It knows no models, for those can be imported only afterwards."""

from __future__ import annotations

import gc
import os

import django


def begin() -> None:
    """Make a process ready to generate rows, before the first is asked of it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive_site.settings")
    django.setup()
    # The many rows of a block hold no circles, and looking for some takes longer than making the rows.
    gc.disable()
