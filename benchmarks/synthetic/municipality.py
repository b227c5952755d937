"""The synthetic municipality: the bodies and centres of the fixtures and some more, in the order of their places."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

# Where all synthetic meetings are held, and no other.
LOCATION = "Det Syntetiske Rådhus"
_FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
# What the synthetic municipality has besides the bodies and centres of the fixtures.
_FIELDS = (
    "børn",
    "skoler",
    "ældre",
    "sundhed",
    "kultur",
    "fritid",
    "teknik",
    "klima",
    "erhverv",
    "turisme",
    "natur",
    "byudvikling",
    "beskæftigelse",
    "integration",
    "trafik",
    "landsbyer",
)
FURTHER_BODIES = tuple(f"Udvalget for {field}" for field in _FIELDS)
FURTHER_CENTRES = {"VIC": "Vej- og Idrætscentret", "KYC": "Kystcentret"}


def _fixture(name: str) -> Any:
    return json.loads((_FIXTURES / f"{name}.json").read_text(encoding="utf-8"))


BODY_NAMES = (*(body["name"] for body in _fixture("bodies")), *FURTHER_BODIES)
CENTRE_CODES = (*(centre["code"] for centre in _fixture("centres")["centres"]), *FURTHER_CENTRES)
BODIES, CENTRES = len(BODY_NAMES), len(CENTRE_CODES)
# Those that keep a follow-up list.
LISTING_BODIES = tuple(BODY_NAMES.index(name) for name in ("Chefforum", "Direktionen"))
