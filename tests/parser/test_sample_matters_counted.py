"""`fixtures/matters.json` has enough entries of each kind to carry the proof of what the archive follows."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from tests.build.sample_matters import GOLD

ENOUGH = 15
# A recurring duty, or an event: no date that a list of what is expected would show.
NO_EXPECTATION = ("recurring", "event")


def has_date(promise: dict[str, Any]) -> bool:
    """Whether it binds, and is expected by a time that can be read."""
    return bool(
        promise["tier"] == 1
        and promise["when"]["iso"]
        and promise["kind"] not in NO_EXPECTATION
        and promise["in_force"] != "no"
    )


def is_link(reference: dict[str, Any]) -> bool:
    """Whether it surely leads to another item of the samples."""
    target = reference["target"] or {}
    here = reference["document"], reference["item"]
    return bool(reference["certain"] and target.get("item") and (target["document"], target["item"]) != here)


COUNTED: dict[str, list[Any]] = {
    **{name: GOLD[name] for name in GOLD["lists"] if name not in ("document_numbers", "unnumbered_answers")},
    "deferrals that defer": [
        entry for entry in GOLD["deferrals"] if entry["strength"] == "defers" and not entry.get("weak")
    ],
    "promises by a date": list(filter(has_date, GOLD["promises"])),
    "topics of several lists": [topic for topic in GOLD["follow_up_topics"] if len(topic["occurrences"]) > 1],
    "references by a date": [entry for entry in GOLD["references"] if entry["by"] == "date"],
    "links": list(filter(is_link, GOLD["references"])),
    "amounts that were decided or recommended": [entry for entry in GOLD["amounts"] if entry["core"]],
    "mentions of document numbers": [
        mention for entry in GOLD["document_numbers"] if entry["number"] for mention in entry["mentions"]
    ],
    "promises that are met, missed or open": [entry for entry in GOLD["promises"] if entry.get("state")],
}
KINDS = {
    "how deferrals are taken up": (
        Counter(entry["taken_up_basis"] for entry in COUNTED["deferrals that defer"]),
        {"case number": 3, "series": 3, "title": 3, "same item: the next decision under it": 3, None: 3},
    ),
    "what became of promises": (
        Counter(entry["state"] for entry in COUNTED["promises that are met, missed or open"]),
        {"met": 3, "met late": 1, "missed": 3, "open": 3, "past": 3},
    ),
    "times of promises": (
        Counter(entry["when"]["kind"] for entry in GOLD["promises"] if entry["tier"] == 1),
        {
            "date": 3,
            "season": 3,
            "meeting": 3,
            "condition": 3,
            "year": 1,
            "period": 1,
            "recurrence": 1,
            "vague": 1,
        },
    ),
    "by what is referred": (
        Counter((entry["kind"], entry["by"]) for entry in GOLD["references"]),
        {
            ("meeting", "date"): 15,
            ("document", "number"): 15,
            ("document", "title"): 10,
            ("case", "number"): 3,
            ("item", "date"): 3,
            ("item", "number"): 2,
            ("item", "title"): 4,
        },
    ),
    "roles of centres": (
        Counter(role["role"] for entry in GOLD["centre_roles"] for role in entry["roles"]),
        dict.fromkeys(("recommends", "responsible", "tasked", "participates", "mentioned"), ENOUGH),
    ),
    "decisions against recommendations": (
        Counter(entry["relation"] for entry in GOLD["recommendation_vs_decision"] if entry["has_decision"]),
        {"same": 15, "differs": 15, "none": 15, "adds_condition": 7, "refers": 7},
    ),
    "cases": (
        Counter(entry["verdict"] for entry in GOLD["collective_cases"]),
        {"collective": 5, "not collective": 15},
    ),
    "related matters": (
        Counter(entry["certainty"] for entry in GOLD["related_matters"]),
        {"certain": 10, "not the same matter": 3, "unclear": 2, "probable": 1},
    ),
    "bodies": (
        Counter(document["body"] for document in GOLD["documents"].values()),
        {"Direktionen": 5, "Byrådet": 3, "Økonomiudvalget": 3, "Chefforum": 3, "Socialudvalget": 3},
    ),
}


@pytest.mark.parametrize("name", COUNTED)
def test_there_are_at_least_fifteen_entries_of_each_list(name):
    assert len(COUNTED[name]) >= ENOUGH


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_of_entry_occurs(name):
    found, wanted = KINDS[name]
    assert {kind: found[kind] for kind in wanted if found[kind] < wanted[kind]} == {}


def test_topics_slip_return_part_and_change_a_word():
    topics = GOLD["follow_up_topics"]
    assert sum(topic["slip_count"] > 0 for topic in topics) >= ENOUGH
    assert sum(len({row["topic"] for row in topic["occurrences"]}) > 1 for topic in topics) >= 6
    assert sum(len({row["responsible_raw"] for row in topic["occurrences"]}) > 1 for topic in topics) >= 3
    returned = [
        topic
        for topic in topics
        for missed in topic["not_on_list_of"]
        if missed["meeting_date"] < topic["last_seen"]
    ]
    assert len(returned) >= 2
    assert sum("parted" in pair["why"] for pair in GOLD["follow_up_hard_negatives"]) >= 2
