"""What items tell of other meetings and other times, as it was read: lists to look it through and check it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from minutes.admin.lists import ArchiveAdmin
from minutes.admin.rights import ReadOnly
from minutes.danish.numbers import match_case_number, match_document_number
from minutes.models import Amount, ComingSubject, FollowUp, Promise, Reference
from minutes.models.addresses import address_of
from minutes.models.told.columns import Time, Timed, ToldRow
from minutes.models.visibility import Reader, is_readable, reads_sources

from .told_filters import ResponsibleFilter, TimeReadFilter

# A list shows the beginning of what is longer; all of it stands on the page of the row.
_MOST_SHOWN = 200
# More kroner are no column's, and no sum's.
_MOST_KRONER = 2**63 - 1
# In the letters of Django's filter `date`.
_FORMS = {Time.DAY: "d-m-Y", Time.MONTH: "F Y", Time.YEAR: "Y"}
_PLACE = ("item__meeting__body", "item__meeting__state")


@admin.display(description="ordene", ordering="text")
def words(row: ToldRow) -> str:
    """The words that were read, of long ones the beginning."""
    return Truncator(row.text).chars(_MOST_SHOWN)


@admin.display(description="punkt", ordering="item__meeting__date")
def at_item(row: ToldRow) -> SafeString:
    """The item, which leads to its form."""
    address = reverse("admin:minutes_agendaitem_change", args=[row.item_id])
    return format_html('<a href="{}">{}</a>', address, row.item)


@admin.display(description="tidspunktet med ord", ordering="time_words")
def time_words(row: Timed) -> str:
    """A time as it is written, of a long one the beginning."""
    return Truncator(row.time_words).chars(_MOST_SHOWN)


@admin.display(description="læst som", ordering="time_last")
def time_read(row: Timed) -> str:
    """The days that were read of a time, as exact as it was stated; what it is where no calendar has it."""
    if not row.time_words:
        return ""
    read = _days(row) or row.get_time_kind_display() or "ikke læst"
    recurs_besides = row.recurs and row.time_kind != Time.RHYTHM
    said = (("året udledt", row.is_year_inferred), ("gentages", recurs_besides))
    remarks = [word for word, holds in said if holds]
    return f"{read} ({', '.join(remarks)})" if remarks else read


def _days(row: Timed) -> str:
    """The days of a time: "27-08-2013", "august 2013", "2013", and two of a span; empty where a calendar has none."""
    first, last = row.time_first or row.time_last, row.time_last or row.time_first
    if first is None or last is None:
        return ""
    form = _FORMS.get(row.exact_to, _FORMS[Time.DAY])
    begin, end = date_format(first, form), date_format(last, form)
    return begin if begin == end else f"{begin} til {end}"


class ToldAdmin(ReadOnly, ArchiveAdmin):
    """The base of these lists: the words, what was read of them, and the item and the line where they stand."""

    columns: ClassVar[tuple[str | Callable[[Any], Any], ...]] = ()
    list_select_related = ("item__meeting__body",)
    list_filter = _PLACE
    search_fields = ("text", "item__title")
    search_help_text = "Ord af det, der står, eller af punktets titel."
    date_hierarchy = "item__meeting__date"
    ordering = ("-item__meeting__date", "item__position", "position")

    def get_list_display(self, request: HttpRequest) -> tuple[str | Callable[[Any], Any], ...]:
        """The columns; the line leads whoever reads documents to where it stands there."""

        @admin.display(description="linje", ordering="line")
        def line(row: ToldRow) -> SafeString | str:
            return line_of(row, request.user)

        return (words, at_item, line, *self.columns)


def line_of(row: ToldRow, reader: Reader) -> SafeString | str:
    """The line of a row, as a link to it in the document where this reader may open that."""
    meeting = row.item.meeting
    if not (reads_sources(reader) and is_readable(meeting, reader)):
        return str(row.line)
    address = address_of("meeting-source", meeting.body.slug, meeting.slug)
    return format_html('<a href="{}#linje-{}">{}</a>', address, row.line, row.line)


@admin.register(FollowUp)
class FollowUpAdmin(ToldAdmin):
    columns = ("row", time_words, time_read, "responsible_words", "responsible")
    list_filter = (*_PLACE, ResponsibleFilter, TimeReadFilter, "time_kind", "recurs")
    search_fields = (*ToldAdmin.search_fields, "responsible_words")
    search_help_text = "Ord af emnet, den ansvarlige, som skrevet, eller ord af punktets titel."
    fields = (
        *("item", "line", "row", "text", "topic_key", "time_words", time_read),
        *("responsible_words", "responsible"),
    )

    @admin.display(description="læst ansvarlig")
    def responsible(self, row: FollowUp) -> str:
        return ", ".join((*row.centre_codes, *row.persons))


@admin.register(ComingSubject)
class ComingSubjectAdmin(ToldAdmin):
    columns = ("heading",)
    search_fields = (*ToldAdmin.search_fields, "heading")
    fields = ("item", "line", "heading", "text")


@admin.register(Promise)
class PromiseAdmin(ToldAdmin):
    columns = ("kind", "is_binding", time_words, time_read, "to_body", "section")
    list_filter = ("kind", "is_binding", "section", *_PLACE, TimeReadFilter, "time_kind")
    search_fields = (*ToldAdmin.search_fields, "to_body")
    fields = (
        *("item", "section", "line", "text", "kind", "is_binding", "time_words", time_read),
        *("to_body", "by_whom"),
    )

    @admin.display(description="hvem")
    def by_whom(self, row: Promise) -> str:
        return ", ".join(row.who)


@admin.register(Reference)
class ReferenceAdmin(ToldAdmin):
    columns = ("kind", "is_certain", "body", time_read, "number", "title", "section")
    list_filter = ("kind", "is_certain", "section", *_PLACE, TimeReadFilter)
    search_fields = (*ToldAdmin.search_fields, "number", "title", "body")
    search_help_text = (
        'Et sags- eller dokumentnummer, som det er skrevet: "12/32140", eller ord af det, der står.'
    )
    fields = (
        *("item", "section", "line", "column", "text", "kind", "is_certain", "body"),
        *("time_words", time_read, "number", "title"),
    )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Reference], search_term: str
    ) -> tuple[QuerySet[Reference], bool]:
        """Those of a number, in whatever form it is typed; else those of these words."""
        numbers = {match_case_number(search_term), match_document_number(search_term)} - {None}
        if numbers:
            return queryset.filter(number__in=numbers), False
        return super().get_search_results(request, queryset, search_term)


@admin.register(Amount)
class AmountAdmin(ToldAdmin):
    columns = ("in_kroner", "is_approximate", "section")
    list_filter = ("is_approximate", "section", *_PLACE)
    search_help_text = 'Et beløb i kroner, "3300000" eller "3.300.000", eller ord af det, der står.'
    fields = ("item", "section", "line", "column", "text", "in_kroner", "is_approximate")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Amount], search_term: str
    ) -> tuple[QuerySet[Amount], bool]:
        """Those of a sum, where one is typed; else those of these words."""
        digits = search_term.replace(".", "").strip()
        if digits.isascii() and digits.isdecimal() and len(digits) <= len(str(_MOST_KRONER)):
            return queryset.filter(value=min(int(digits), _MOST_KRONER)), False
        return super().get_search_results(request, queryset, search_term)

    @admin.display(description="kroner", ordering="value")
    def in_kroner(self, row: Amount) -> str:
        return number_format(row.value, force_grouping=True)
