"""How well an export of matters agrees with what a careful reader found in the same minutes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator
from itertools import combinations
from typing import Any, NamedTuple

Entry = dict[str, Any]
# From the strongest to the weakest; to take part and to be mentioned count as one.
_ROLES = ["recommends", "responsible", "tasked", "participates", "mentioned"]


class Score(NamedTuple):
    """Of what was given, and of what was wanted, how much is right; and what is wrong, in words."""

    precision: float
    recall: float
    wrong: list[str]


def score(exported: dict[str, list[Any]], gold: dict[str, Any]) -> dict[str, Score]:
    """Return the score of each list, as far as it can be told without joins between documents."""
    given, wanted = _Given(exported, gold), _Wanted(gold)
    return {
        "deferrals": _compare(given.deferrals(), *wanted.deferrals()),
        "taken up": _compare(given.taken_up(wanted), wanted.taken_up()),
        "promises": _compare(given.promises(), *wanted.promises()),
        "follow-up rows": _compare(given.follow_ups(), wanted.follow_ups()),
        "topics": _compare(given.topics(), wanted.topics()),
        "series": _compare(given.series(), wanted.series()),
        "collective cases": _compare(given.collective(wanted.cases()), wanted.collective()),
        "references": _compare(given.references(), *wanted.references()),
        "targets": _compare(given.targets(), *wanted.targets()),
        "centre roles": _compare(given.roles(wanted), wanted.roles()),
        "outcomes": _compare(given.outcomes(wanted), wanted.outcomes()),
        "relations": _compare(given.relations(), wanted.relations()),
        "amounts": _compare(given.amounts(), *wanted.amounts()),
    }


def _compare(
    given: Collection[Hashable], wanted: Collection[Hashable], may_stand: Collection[Hashable] = ()
) -> Score:
    got, want = {*given}, {*wanted}
    counted = got - ({*may_stand} - want)
    right = len(got & want)
    wrong = [f"not wanted {x}" for x in sorted(map(str, counted - want))]
    wrong += [f"missed {x}" for x in sorted(map(str, want - got))]
    return Score(right / len(counted) if counted else 1.0, right / len(want) if want else 1.0, wrong)


def _pairs(groups: Iterable[Iterable[Hashable]]) -> set[frozenset[Hashable]]:
    return {frozenset(pair) for group in groups for pair in combinations(sorted({*group}), 2)}  # type: ignore[type-var]


def _last(iso: str | None) -> str | None:
    """The end of a span, or the time itself."""
    return (iso or "").split("/")[-1] or None


class _Given:
    def __init__(self, exported: dict[str, list[Any]], gold: dict[str, Any]) -> None:
        self.exported = exported
        self.days = {document["meeting_date"] for document in gold["documents"].values()}

    def _of(self, name: str) -> Iterator[Entry]:
        return (entry for entry in self.exported[name] if entry["date"] in self.days)

    def deferrals(self) -> set[Hashable]:
        return {(*_at(entry), entry["decided"]) for entry in self._of("deferrals")}

    def taken_up(self, wanted: _Wanted) -> set[Hashable]:
        """Of the deferrals that are known, where each is taken up; None where it is not among these documents."""
        known = {key for key, _ in wanted.taken_up()}
        ends: set[Hashable] = set()
        for entry in self._of("deferrals"):
            key, end = (*_at(entry), entry["decided"]), entry["taken_up"]
            if key in known:
                ends.add((key, _at(end) if end and end["date"] in self.days else None))
        return ends

    def promises(self) -> set[Hashable]:
        return {(*_at(entry), entry["when"]) for entry in self._of("promises") if entry["when"]}

    def follow_ups(self) -> set[Hashable]:
        return {
            (
                entry["date"],
                entry["row"],
                _squash(entry["topic"]),
                entry["deadline"]["latest"],
                entry["deadline"]["recurs"],
                *sorted(entry["centres"]),
                *sorted(entry["persons"]),
            )
            for entry in self._of("follow_ups")
        }

    def topics(self) -> set[frozenset[Hashable]]:
        rows: dict[str, list[Hashable]] = defaultdict(list)
        for entry in self._of("follow_ups"):
            rows[entry["topic_id"]].append((entry["date"], entry["row"]))
        return _pairs(rows.values())

    def series(self) -> set[frozenset[Hashable]]:
        return _pairs(
            [_at(item) for item in series["items"] if item["date"] in self.days]
            for series in self.exported["series"]
        )

    def collective(self, known: Collection[str]) -> set[Hashable]:
        return {*self.exported["collective_cases"]} & {*known}

    def references(self) -> set[Hashable]:
        return {
            (*_at(entry), _last(entry["when"]))
            for entry in self._of("references")
            if entry["when"] and entry["kind"] in ("meeting", "item")
        }

    def targets(self) -> set[Hashable]:
        """The links that are sure, from one item to another of these documents."""
        links = {
            (_at(entry), _at(entry["target"]))
            for entry in self._of("references")
            if entry["target"] and entry["certain"] and entry["target"]["date"] in self.days
        }
        return {(here, there) for here, there in links if here != there}

    def roles(self, wanted: _Wanted) -> set[Hashable]:
        """The strongest role of each centre; one that a careful reader accepts, too, counts as the one wanted."""
        strongest: dict[tuple[Hashable, ...], str] = {}
        for entry in self._of("centre_roles"):
            key = (*_at(entry), entry["centre"])
            strongest[key] = min(strongest.get(key, _ROLES[-1]), entry["role"], key=_ROLES.index)
        accepted = wanted.accepted_roles()
        return {
            (*key, accepted[key][0] if _weak(role) in accepted.get(key, ()) else _weak(role))
            for key, role in strongest.items()
        }

    def outcomes(self, wanted: _Wanted) -> set[Hashable]:
        accepted = wanted.accepted_outcomes()
        return {
            (*key, accepted[key][0] if _squash(outcome) in accepted.get(key, ()) else _squash(outcome))
            for key, outcome in self._decided("outcome")
            if key in accepted
        }

    def relations(self) -> set[Hashable]:
        return {(*key, relation) for key, relation in self._decided("relation")}

    def amounts(self) -> set[Hashable]:
        return {(*_at(entry), entry["value"]) for entry in self._of("amounts")}

    def _decided(self, what: str) -> Iterator[tuple[tuple[Hashable, ...], str]]:
        return (((*_at(entry), entry["decided"]), entry[what]) for entry in self._of("decisions"))


class _Wanted:
    def __init__(self, gold: dict[str, Any]) -> None:
        self.gold = gold
        self.day_of = {name: document["meeting_date"] for name, document in gold["documents"].items()}

    def _of(self, entry: Entry) -> tuple[Hashable, ...]:
        return self.day_of.get(entry["document"], entry.get("meeting_date")), entry.get("item")

    def deferrals(self) -> tuple[set[Hashable], set[Hashable]]:
        """Those after which a matter waits; that a paper comes back, or somebody else decides, may stand or not."""
        every = {(*self._of(entry), entry["decision_date"]): entry for entry in self.gold["deferrals"]}
        binding = [
            entry
            for entry in self.gold["deferrals"]
            if entry["strength"] == "defers" and not entry.get("weak")
        ]
        return {(*self._of(entry), entry["decision_date"]) for entry in binding}, {*every}

    def taken_up(self) -> set[tuple[Hashable, Hashable]]:
        ends: set[tuple[Hashable, Hashable]] = set()
        for entry in self.gold["deferrals"]:
            if entry["strength"] == "defers" and not entry.get("weak"):
                end = entry["taken_up_by"]
                ends.add(
                    ((*self._of(entry), entry["decision_date"]), self._of(end) if end else None),
                )
        return ends

    def promises(self) -> tuple[set[Hashable], set[Hashable]]:
        """Those that bind and name a time that can be read; others may stand or not."""
        binding = [
            entry
            for entry in self.gold["promises"]
            if entry["tier"] == 1
            and entry["when"]["iso"]
            and entry["kind"] not in ("recurring", "event")
            and entry.get("in_force") != "no"
        ]
        return {self._promised(entry) for entry in binding}, set(map(self._promised, self.gold["promises"]))

    def _promised(self, entry: Entry) -> tuple[Hashable, ...]:
        return (*self._of(entry), _last(entry["when"]["iso"]))

    def follow_ups(self) -> set[Hashable]:
        return {
            (
                self._of(entry)[0],
                entry["row"],
                _squash(entry["topic"]),
                entry["deadline"]["latest"],
                entry["deadline"]["kind"] == "recurrence",
                *sorted(entry["responsible_centres"]),
                *sorted(entry["responsible_persons"]),
            )
            for entry in self.gold["follow_ups"]
        }

    def topics(self) -> set[frozenset[Hashable]]:
        row_of = {entry["id"]: (self._of(entry)[0], entry["row"]) for entry in self.gold["follow_ups"]}
        return _pairs(
            [row_of[row["follow_up"]] for row in topic["occurrences"] if row["follow_up"] in row_of]
            for topic in self.gold["follow_up_topics"]
        )

    def series(self) -> set[frozenset[Hashable]]:
        return _pairs(
            [
                self._of(item)
                for item in series["occurrences"]
                if item["document"] in self.day_of and not item["closed"]
            ]
            for series in self.gold["series"]
        )

    def cases(self) -> set[str]:
        return {entry["case_number"] for entry in self.gold["collective_cases"]}

    def collective(self) -> set[Hashable]:
        return {e["case_number"] for e in self.gold["collective_cases"] if e["verdict"] == "collective"}

    def references(self) -> tuple[set[Hashable], set[Hashable]]:
        by_date = [
            entry
            for entry in self.gold["references"]
            if entry["by"] == "date"
            and entry["kind"] in ("meeting", "item")
            and entry.get("subkind") not in ("this meeting", "decision heading")
        ]
        every = {(*self._of(entry), _last(entry["date"])) for entry in self.gold["references"]}
        return {(*self._of(entry), _last(entry["date"])) for entry in by_date}, every

    def targets(self) -> tuple[set[Hashable], set[Hashable]]:
        links = [
            (entry, (self._of(entry), self._of(entry["target"])))
            for entry in self.gold["references"]
            if (entry["target"] or {}).get("item") and entry["target"]["document"] in self.day_of
        ]
        every = {link for _, link in links if link[0] != link[1]}
        return {link for entry, link in links if entry["certain"]} & every, every

    def accepted_roles(self) -> dict[tuple[Hashable, ...], list[str]]:
        """The roles that a careful reader gives a centre in an item, the first that one before the others."""
        return {
            (*self._of(entry), entry["centre"]): [
                _weak(role)
                for role in (
                    entry["strongest"],
                    entry["strongest_lenient"],
                    *(entry.get("also_acceptable") or []),
                )
            ]
            for entry in self.gold["centre_roles"]
        }

    def roles(self) -> set[Hashable]:
        optional = {
            (*self._of(entry), entry["centre"]) for entry in self.gold["centre_roles"] if entry["optional"]
        }
        return {(*key, roles[0]) for key, roles in self.accepted_roles().items() if key not in optional}

    def accepted_outcomes(self) -> dict[tuple[Hashable, ...], list[str]]:
        return {
            (*self._of(entry), entry["decision_date"]): [
                _squash(outcome) for outcome in (entry["outcome"], *(entry.get("also_acceptable") or []))
            ]
            for entry in self._decided()
        }

    def outcomes(self) -> set[Hashable]:
        return {(*key, outcomes[0]) for key, outcomes in self.accepted_outcomes().items()}

    def relations(self) -> set[Hashable]:
        return {(*self._of(entry), entry["decision_date"], entry["relation"]) for entry in self._decided()}

    def _decided(self) -> list[Entry]:
        return [entry for entry in self.gold["recommendation_vs_decision"] if entry["has_decision"]]

    def amounts(self) -> tuple[set[Hashable], set[Hashable]]:
        core = {(*self._of(entry), entry["value"]) for entry in self.gold["amounts"] if entry["core"]}
        return core, {(*self._of(entry), entry["value"]) for entry in self.gold["amounts"]}


def _at(entry: Entry) -> tuple[Hashable, ...]:
    return entry["date"], entry["item"]


def _squash(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()


def _weak(role: str) -> str:
    return "mentioned" if role == "participates" else role
