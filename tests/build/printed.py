"""What `parse_minutes --json` prints of a file: the tests of whole documents compare that."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path
from typing import Any

from django.core.management import call_command


def printed_json(path: Path) -> dict[str, Any]:
    """Return the object of one file, without its name."""
    out = io.StringIO()
    with contextlib.suppress(SystemExit):
        call_command("parse_minutes", str(path), "--json", stdout=out)
    (document,) = json.loads(out.getvalue())
    del document["file"]
    return document
