"""A decision in one line, for places that have no more room than that."""

from __future__ import annotations

import re

from django.utils.text import capfirst

from minutes.danish.emphasis import without_marks
from minutes.danish.markers import BULLET, RING
from minutes.models import AgendaItem, Decision, Meeting, Outcome

# Characters: two or three lines in the course of a case or in a feed, where the whole decision is a link away.
_LONGEST_LINE = 240
_CUT = " …"
# "- ", "• ", "- o ", and a mark with nothing after it; numbers say which point is meant, and stay.
_BULLETS = re.compile(rf"\A(?:\s*(?:{BULLET}|{RING})(?=\s|$)){{1,2}}")


def first_line(text: str) -> str:
    r"""Return the beginning of a decision's text on one line, without the marks of italics and lists.

    >>> first_line("Drøftet.\n- Skoler\n- Veje")
    'Drøftet. · Skoler · Veje'
    """
    lines = (" ".join(_BULLETS.sub("", line, count=1).split()) for line in without_marks(text).splitlines())
    line = " · ".join(filter(None, lines))
    return line if len(line) <= _LONGEST_LINE else line[:_LONGEST_LINE].rsplit(" ", 1)[0] + _CUT


def is_cut(line: str) -> bool:
    """Return whether a first line is not all that there is to read."""
    return line.endswith(_CUT)


def name_outcome(decision: Decision) -> str:
    """Return what a decision came to in words, with its parts where they differ: "1: godkendt, 2: udsat"."""
    answers = (f"{point}: {Outcome(outcome).label}" for point, outcome in decision.different_answers)
    return ", ".join(answers) or decision.get_outcome_display()


def summarise(item: AgendaItem) -> str:
    """Return what an item came to: its main decision in one line; empty where nothing was decided.

    The item comes with its outcomes.
    """
    decision = item.main_decision
    return summarise_decision(decision, item.meeting) if decision else ""


def summarise_decision(decision: Decision, meeting: Meeting) -> str:
    """Return a decision in the minutes of a meeting in one line: "Godkendt: Indstillingen blev godkendt".

    One that is not the meeting's own says whose it is: "Økonomiudvalget 11-03-2013: Sendt videre: Anbefales."
    """
    parts = [
        "" if decision.is_taken_by(meeting) else f"{decision.body.name} {decision.date:%d-%m-%Y}",
        capfirst(name_outcome(decision))
        if any(outcome.says_something for outcome in decision.outcomes)
        else "",
        first_line(decision.text),
    ]
    return ": ".join(filter(None, parts))
