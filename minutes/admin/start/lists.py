"""The lists of the admin in the order in which people think of them, not in that of the alphabet."""

from __future__ import annotations

from typing import Any

# Each list by its rows' name, in the order of the page. One that stands nowhere comes last, under "Andet".
GROUPS = {
    "Møder og punkter": (
        *("meeting", "agendaitem", "section", "decision", "decisionpart", "attachment", "attendance"),
    ),
    "Sager og dokumenter": ("case", "series", "documentreference"),
    "Opfølgning og henvisninger": (
        *("followup", "topickey", "comingsubject", "deferral", "promise", "reference", "amount"),
    ),
    "Centre og organer": ("centre", "centrealias", "itemcentre", "body", "bodyalias"),
    "Søgning": ("synonymgroup", "failedsearch"),
    "Kilder og gennemsyn": (
        "sourcedocument",
        "correction",
        "finding",
        "acceptedproblem",
        "acceptedwarning",
        "event",
    ),
    "Brugere": ("user", "group"),
}
_REST = "Andet"

# The decisions on personal numbers that have a list of their own, and what each is called.
DECIDED_NUMBERS = {"redacted": "Fjernede personnumre", "released": "Frigivne personnumre"}
DECISION = "decision__exact"


def group_lists(apps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the lists of Django's apps in our groups, in the form that Django's templates know; no group is empty."""
    lists = {model["object_name"].lower(): model for app in apps for model in app["models"]}
    groups = {
        name: [
            entry for model in models if model in lists for entry in _with_narrowed(model, lists.pop(model))
        ]
        for name, models in GROUPS.items()
    }
    groups[_REST] = [*lists.values()]
    return [{"name": name, "models": models} for name, models in groups.items() if models]


def _with_narrowed(name: str, model: dict[str, Any]) -> list[dict[str, Any]]:
    """A list, followed by those of the decided numbers alone, if it is that of the numbers."""
    if name != "finding" or not model.get("admin_url"):
        return [model]
    narrowed = [
        {**model, "name": title, "admin_url": f"{model['admin_url']}?{DECISION}={decision}", "add_url": None}
        for decision, title in DECIDED_NUMBERS.items()
    ]
    return [model, *narrowed]
