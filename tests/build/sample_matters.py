"""`fixtures/matters.json`, and the documents that it is about."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings

FIXTURES = settings.BASE_DIR / "fixtures"
GOLD: dict[str, Any] = json.loads((FIXTURES / "matters.json").read_text(encoding="utf-8"))
LINES = {
    name: (FIXTURES / document["file"]).read_text(encoding="utf-8").split("\n")
    for name, document in GOLD["documents"].items()
}
