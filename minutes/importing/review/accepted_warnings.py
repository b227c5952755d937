"""Warnings that somebody has looked at and lets stand: they bar nothing, but ask to be seen once in every version."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import User

from minutes.models import AcceptedWarning, SourceDocument
from minutes.parser.problems import Problem, Severity


def accept_warnings(source: SourceDocument, warnings: Iterable[Problem], by: User | None) -> int:
    """Keep that somebody has looked at warnings of a version and lets them stand; return how many had not been."""
    seen = [
        AcceptedWarning(
            source=source, line=problem.line, code=problem.code, message=problem.message, accepted_by=by
        )
        for problem in find_open_warnings(source, warnings)
    ]
    # Somebody else may accept the same ones now.
    AcceptedWarning.objects.bulk_create(seen, ignore_conflicts=True)
    return len(seen)


def find_open_warnings(source: SourceDocument, problems: Iterable[Problem]) -> list[Problem]:
    """Return those of the problems of a version that are warnings, and that nobody has accepted in this version."""
    warnings = dict.fromkeys(problem for problem in problems if problem.severity is Severity.WARNING)
    if not warnings:
        return []
    accepted = set(source.accepted_warnings.values_list("line", "code", "message"))
    return [problem for problem in warnings if (problem.line, problem.code, problem.message) not in accepted]
