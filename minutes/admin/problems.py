"""What the parser had to say about a document, as the archivist sees it: counted, filtered and as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from minutes.models import SourceDocument
from minutes.parser.problems import Severity

# Of several; the other two words stay as they are.
_PLURALS = {Severity.WARNING: "advarsler"}
_GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def count_problems(problems: Iterable[dict]) -> str:
    """Count by severity, the gravest first: "1 fejl, 2 advarsler"; empty where there is no problem."""
    counts = Counter(problem["severity"] for problem in problems)
    return ", ".join(
        f"{counts[severity]} {_word(severity, counts[severity])}"
        for severity in _GRAVEST_FIRST
        if counts[severity]
    )


def _word(severity: Severity, count: int) -> str:
    return severity.word if count == 1 else _PLURALS.get(severity, severity.word)


def problem_rows(problems: Iterable[dict]) -> list[dict]:
    """The stored problems {line, code, severity, message} by line, each with a `label` to read."""
    return [
        {**problem, "label": Severity(problem["severity"]).word}
        for problem in sorted(problems, key=lambda problem: problem["line"])
    ]


def problem_table(problems: Iterable[dict]) -> SafeString:
    """The problems as an HTML table, escaped by the template."""
    return render_to_string("admin/minutes/_problems.html", {"problems": problem_rows(problems)})


class SourceProblemFilter(admin.SimpleListFilter):
    """Source documents by the gravest of their problems."""

    title = "bemærkninger"
    parameter_name = "bemaerkninger"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [
            ("fejl", "med fejl"),
            ("advarsler", "med advarsler, uden fejl"),
            ("ingen", "uden fejl og advarsler"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        match self.value():
            case "fejl":
                return self.having(queryset, Severity.ERROR)
            case "advarsler":
                return self.lacking(self.having(queryset, Severity.WARNING), Severity.ERROR)
            case "ingen":
                return self.lacking(self.lacking(queryset, Severity.WARNING), Severity.ERROR)
            case _:
                return queryset

    def having(self, queryset: QuerySet, severity: Severity) -> QuerySet:
        return queryset.filter(pk__in=self.keys_with(severity))

    def lacking(self, queryset: QuerySet, severity: Severity) -> QuerySet:
        return queryset.exclude(pk__in=self.keys_with(severity))

    def keys_with(self, severity: Severity) -> QuerySet:
        return _sources_with(severity).values("pk")


class MeetingProblemFilter(SourceProblemFilter):
    """Meetings by the gravest problem of the source that is in force."""

    def keys_with(self, severity: Severity) -> QuerySet:
        return _sources_with(severity).in_force().values("meeting")


def _sources_with(severity: Severity) -> QuerySet[SourceDocument]:
    return SourceDocument.objects.order_by().filter(problems__contains=[{"severity": severity}])
