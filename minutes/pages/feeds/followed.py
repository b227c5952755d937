"""Feeds of what is followed: what decisions put off, an entry each, and the follow-up lists, an entry a list."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Prefetch
from django.urls import reverse

from minutes.matters.decision_lines import first_line
from minutes.matters.following.deadlines import without_brackets
from minutes.matters.following.deferrals import DeferralLine, find_deferrals, read_deferrals
from minutes.models import EVERYBODY, AgendaItem, FollowUp, Meeting, Sighting
from minutes.models.items import AgendaItemQuerySet
from minutes.models.meetings import last_published_first
from minutes.pages.tags import tag

from .entries import Entry, Line, became_public
from .feed import MOST_ENTRIES, ArchiveFeed

# As far back as the feed of a search looks: neither takes longer when the archive grows.
_MOST_MEETINGS = 200
# With all their rows, as much as the other feeds have.
_MOST_LISTS = 25
# A list has some twenty rows. Of one with many more the feed shows the beginning.
_MOST_ROWS = 40


def _items_published_last() -> AgendaItemQuerySet:
    meetings = Meeting.objects.published_only().last_published_first().values("pk")[:_MOST_MEETINGS]
    return AgendaItem.objects.published_only().filter(meeting__in=meetings)


class DeferralFeed(ArchiveFeed):
    """What is put off in the minutes that were published last, and whether it was taken up again since."""

    def title(self, obj: None) -> str:
        return "Udsatte sager – Referatarkivet"

    def link(self, obj: None) -> str:
        return reverse("deferral-list")

    def tag_parts(self, obj: None) -> tuple[object, ...]:
        return ("udsatte",)

    def entries(self, obj: None) -> list[Entry]:
        items = _items_published_last().order_by().values("pk")
        in_order = (*last_published_first("item__meeting__"), "item__position", "deferral__position")
        found = find_deferrals(EVERYBODY).filter(item__in=items).order_by(*in_order)
        keys = list(found.values_list("pk", flat=True)[:MOST_ENTRIES])
        return [_deferral_entry(line) for line in read_deferrals(keys, EVERYBODY)]


def _deferral_entry(line: DeferralLine) -> Entry:
    """The item that tells of the deferral, how the decision put it, and where it was taken up again, if anywhere.

    That changes the entry: it has been another one since the minutes that take it up could be read.
    """
    item, taken_up = line.item, line.taken_up
    address = item.get_absolute_url()
    published = became_public(item.meeting)
    return Entry(
        # Its row is another one when its document is read again.
        tag("punkt", item.pk, "udsaettelse", line.deferral.position),
        f"{item}: {item.title}",
        address,
        published,
        (Line(_put_off_in_words(line)), _end_of(line), Line(address=address, label="Læs punktet")),
        max(published, became_public(taken_up.item.meeting)) if taken_up else None,
    )


def _put_off_in_words(line: DeferralLine) -> str:
    """Who put it off and when, where the item's own meeting did not, and the sentence: "Delvist udsat: …"."""
    decision = line.decision
    whose = "" if line.is_own else f"{decision.body.name} {decision.date:%d-%m-%Y}: "
    how = "Delvist udsat" if line.deferral.is_part else "Udsat"
    return f"{whose}{how}: {first_line(line.deferral.text)}"


def _end_of(line: DeferralLine) -> Line:
    taken_up = line.taken_up
    if taken_up is None:
        return Line("Ikke set siden")
    if taken_up.is_same_item:
        return Line(f"Taget op igen {taken_up.date:%d-%m-%Y}, gengivet under samme punkt")
    return Line(
        f" ({taken_up.reason.label})",
        taken_up.item.get_absolute_url(),
        f"Taget op igen: {taken_up.item}",
    )


class FollowUpFeed(ArchiveFeed):
    """The follow-up lists that were published last.

    An entry is a list and no row of it: most rows return from list to list with nothing new, and whoever follows the
    lists would have twenty entries a meeting that say the same again.
    """

    def title(self, obj: None) -> str:
        return "Huskelister – Referatarkivet"

    def link(self, obj: None) -> str:
        return reverse("follow-up-list")

    def tag_parts(self, obj: None) -> tuple[object, ...]:
        return ("huskelister",)

    def entries(self, obj: None) -> list[Entry]:
        seen = Sighting.objects.readable_by(EVERYBODY).filter(item=OuterRef("pk"))
        # One row more than are shown tells that there are others.
        rows = FollowUp.objects.select_related("sighting__key").exclude(sighting=None)
        first_rows = Prefetch("follow_ups", rows.order_by("position")[: _MOST_ROWS + 1], to_attr="first_rows")
        lists = _items_published_last().filter(Exists(seen)).last_published_first()[:_MOST_LISTS]
        return [*map(_list_entry, lists.select_related("meeting__body").prefetch_related(first_rows))]


def _list_entry(item: AgendaItem) -> Entry:
    address = item.get_absolute_url()
    more = len(item.first_rows) > _MOST_ROWS
    return Entry(
        # It is the item itself, in whichever feed it stands.
        tag("punkt", item.pk),
        f"{item}: {item.title}",
        address,
        became_public(item.meeting),
        (
            *(_row_line(row) for row in item.first_rows[:_MOST_ROWS]),
            Line(address=address, label="Læs hele listen" if more else "Læs punktet"),
        ),
    )


def _row_line(row: FollowUp) -> Line:
    """The topic, which leads to its course, with its deadline and who has it: "Parkeringspolitik – Februar, HRC"."""
    facts = filter(None, (without_brackets(row.time_words), ", ".join((*row.centre_codes, *row.persons))))
    told = ", ".join(facts)
    address = reverse("topic-detail", kwargs={"slug": row.sighting.key.slug})
    return Line(f" – {told}" if told else "", address, row.text)
