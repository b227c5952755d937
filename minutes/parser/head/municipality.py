"""Which municipality the head of a document names, where it names one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from minutes.parser.problems import Problem, Severity
from minutes.parser.values import Line

# What names a municipality is no longer.
_LONGEST = 200
_WORD = r"[A-ZÆØÅ][\w-]*+"
# Ishøj Kommune · HØJE-TAASTRUP KOMMUNES BYRÅD · Høje Taastrup Kommune · Ishøj Byråd
_NAMED = re.compile(
    rf"\b(?P<name>{_WORD}(?:\s{_WORD}){{0,2}})\s(?:(?i:kommunes?)|(?:Byråd|BYRÅD|Kommunalbestyrelse|KOMMUNALBESTYRELSE))(?!\w)"
)
_KOMMUNE = re.compile(r"\skommunes?$", re.IGNORECASE)
# What may stand before the name of a municipality and is no part of it.
_NOT_OF_NAME = frozenset(
    {"referat", "tillægsreferat", "beslutningsreferat", "byrådet", "direktionen", "i", "fra", "kommunes"}
)


def is_municipality_alone(line: Line) -> bool:
    """Whether a line is the name of a municipality and nothing else."""
    named = _NAMED.fullmatch(line.stripped)
    return named is not None and _KOMMUNE.search(line.stripped) is not None


def municipality_problems(lines: Iterable[Line], municipality: str) -> Iterator[Problem]:
    """A warning where one of the lines names another municipality than that of the archive, if that is known."""
    own = _letters(_KOMMUNE.sub("", municipality.strip()))
    if not own:
        return
    for line in lines:
        for named in _NAMED.finditer(line.text[:_LONGEST]):
            name = " ".join(word for word in named["name"].split() if word.lower() not in _NOT_OF_NAME)
            if name and not _letters(name).endswith(own):
                message = (
                    f"Referatet nævner {name} som kommune; arkivet er {municipality}s. Hører det til her?"
                )
                yield Problem(line.number, "municipality_differs", Severity.WARNING, message)
                return


def _letters(name: str) -> str:
    """The letters of a name, with å for aa: "Høje-Taastrup" and "Høje Tåstrup" have the same."""
    return "".join(filter(str.isalpha, name.lower())).replace("aa", "å")
