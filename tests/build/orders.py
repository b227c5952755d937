"""The sample minutes as an archive gets them: each brought into a state of its own, in any order among all of them."""

from __future__ import annotations

import difflib
import json
import random
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path

from minutes.editing.closing import close_item
from minutes.editing.deletion import delete_meetings
from minutes.editing.publication import publish, withdraw
from minutes.importing.importer import import_minutes
from minutes.importing.organisation import load_organisation
from minutes.matters.export import export_matters
from minutes.models import Meeting
from minutes.models.meetings import MeetingQuerySet
from minutes.models.visibility import EVERYBODY, WHO_SEES_DRAFTS
from tests.build.pages_of_archive import texts_of_pages
from tests.build.sample_matters import FIXTURES

Step = Callable[[], object]
# Of a difference no more lines are shown than these: the first tells the most.
_LINES_SHOWN = 12
_LINES_OF_HEAD = 2
# What an earlier version said in place of these words: other cases, series, topics, deferrals and references. Sums and
# titles of the contents change with them.
_EARLIER_WORDS = (
    ("13/", "11/"),
    ("12/", "10/"),
    ("14/", "09/"),
    ("Økonomiopfølgning", "Budgetopfølgning"),
    ("Øvrige sager", "Andre sager"),
    ("Status på", "Nyt fra"),
    ("udsættes", "godkendes"),
    ("Udsættes", "Godkendes"),
    ("Godkendt", "Udsat"),
    (" mio. kr.", " t.kr."),
    ("møde den", "møde i dagene om den"),
)


def _published(path: Path) -> Sequence[Step]:
    return (partial(_take, path, publish=True),)


def _draft(path: Path) -> Sequence[Step]:
    return (partial(_take, path, publish=False),)


def _published_later(path: Path) -> Sequence[Step]:
    return (*_draft(path), lambda: publish(_meetings_of(path)))


def _withdrawn(path: Path) -> Sequence[Step]:
    return (*_published(path), lambda: withdraw(_meetings_of(path)))


def _shown_again(path: Path) -> Sequence[Step]:
    return (*_withdrawn(path), lambda: publish(_meetings_of(path)))


def _with_another_before(path: Path) -> Sequence[Step]:
    return (partial(_take, path, publish=True, earlier=True), *_published(path))


def _draft_with_another_before(path: Path) -> Sequence[Step]:
    return (partial(_take, path, publish=False, earlier=True), *_draft(path))


def _with_another_waiting(path: Path) -> Sequence[Step]:
    return (*_published(path), partial(_take, path, publish=False, earlier=True))


def _deleted(path: Path) -> Sequence[Step]:
    return (*_published(path), lambda: delete_meetings([meeting.pk for meeting in _meetings_of(path)]))


def _with_a_closed_item(path: Path) -> Sequence[Step]:
    def close() -> None:
        items = [item for item in _meetings_of(path).get().items.order_by("position") if not item.is_closed]
        close_item(items[len(items) // 2], None)

    return (*_published(path), close)


# What becomes of the documents, one after the other in the order of their names, and then again.
STATES = (
    _published,
    _draft,
    _published,
    _with_another_before,
    _published_later,
    _withdrawn,
    _published,
    _with_a_closed_item,
    _shown_again,
    _with_another_waiting,
    _published,
    _draft_with_another_before,
    _deleted,
)


def steps_of_documents(paths: Sequence[Path]) -> list[Sequence[Step]]:
    """The steps that bring each document into its state, which is the same in whatever order they come among others."""
    return [state(path) for path, state in zip(paths, cycle(STATES), strict=False)]


def fill_archive(documents: Sequence[Sequence[Step]], random_: random.Random | None = None) -> None:
    """Take all steps in an archive that is empty: document by document, or those of all in a random order."""
    load_organisation()
    order = [place for place, steps in enumerate(documents) for _ in steps]
    if random_:
        random_.shuffle(order)
    steps_left = [iter(steps) for steps in documents]
    for place in order:
        next(steps_left[place])()


def texts_of_archive(one_page_in: int = 1) -> dict[str, str]:
    """What may not depend on the order in which the archive was filled, by name: lists of matters, a line an entry,
    and the pages, or so many of them.
    """
    texts = {}
    for who, reader in (("everybody", EVERYBODY), ("who sees drafts", WHO_SEES_DRAFTS)):
        for name, entries in export_matters(reader).items():
            lines = [json.dumps(entry, ensure_ascii=False) for entry in entries]
            texts[f"{name} for {who}"] = "\n".join(lines)
    return texts | texts_of_pages(one_page_in)


def tell_difference(expected: Mapping[str, str], found: Mapping[str, str]) -> str:
    """Say in which texts two archives differ, and in which lines; empty where they are the same byte for byte."""
    told = []
    for name in sorted({*expected, *found}):
        if expected.get(name) != found.get(name):
            one, other = (texts.get(name, "").split("\n") for texts in (expected, found))
            lines = list(difflib.unified_diff(one, other, n=0, lineterm=""))[_LINES_OF_HEAD:]
            told.append("\n".join([f"{name}:", *lines[:_LINES_SHOWN]]))
    return "\n\n".join(told)


def sample_paths() -> list[Path]:
    """The sample minutes, in the order of their names, which is that of their days."""
    return sorted((FIXTURES / "minutes").glob("*.txt"))


def earlier_version(text: str) -> str:
    """The same minutes before somebody changed what they say."""
    for now, before in _EARLIER_WORDS:
        text = text.replace(now, before)
    return text


def _take(path: Path, *, publish: bool, earlier: bool = False) -> None:
    text = path.read_text(encoding="utf-8")
    said = earlier_version(text) if earlier else text
    import_minutes(said.encode(), path.name, publish=publish)


def _meetings_of(path: Path) -> MeetingQuerySet:
    return Meeting.objects.filter(sources__name=path.name).distinct()
