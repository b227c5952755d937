"""The tables of the search: narrow rows beside those of the items, by which these are found, counted and listed.

SearchDocument has a row for every open item of a meeting that is not withdrawn, SearchRole one for each centre's role
in such an item, as SearchDecision (decisions/search_decisions.py) has for each decision. SearchWord knows the words
that the archive has, FailedSearch the searches that found nothing.
"""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import connection, models
from django.utils import timezone

from minutes.danish.words import LONGEST_WORD

from .cases import Case
from .centres import Centre
from .choices import CentreRole, Outcome, outcome_of_whole
from .items import AgendaItem
from .meetings import Body
from .visibility import READABLE_INDEX_ROW, Audience, IndexVisibility, Reader, sql_parameters

# Titles that begin with so many of the same letters are one: an index takes no key of any length.
LONGEST_TITLE_KEY = 300


class HeadOf(models.Func):
    """What stands in a vector at the weights of titles, decisions and tokens."""

    template = "ts_filter(%(expressions)s, '{a,b,d}')"
    output_field = SearchVectorField()


class SearchDocumentQuerySet(IndexVisibility["SearchDocument"]):
    def about_case(self, number: str) -> Self:
        """The items under a case number in normal form, "12/32140"."""
        return self.filter(case__number=number)

    def newest_first(self) -> Self:
        return self.order_by("-date", "item_id")

    def oldest_first(self) -> Self:
        return self.order_by("date", "item_id")


class SearchDocument(models.Model):
    """What search knows of an item. Closed items and withdrawn meetings have no row.

    `vector` holds all its words, `head` those of titles, numbers, decisions and recommendations; both hold what the
    item is, too (see search/index/tokens.py).
    """

    item = models.OneToOneField(AgendaItem, models.CASCADE, primary_key=True, related_name="search_document")
    is_public = models.BooleanField()
    date = models.DateField()
    body = models.ForeignKey(Body, models.CASCADE, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.SET_NULL, related_name="+", null=True, db_index=False)
    # Of a decision whose parts differ those of the parts; none where nothing was decided.
    outcomes = ArrayField(models.CharField(max_length=30, choices=Outcome), default=list)
    centre_ids = ArrayField(models.BigIntegerField(), default=list)
    # What stays of its title from meeting to meeting (matters/series), and whether the rest was its meeting's time.
    title_key = models.CharField(max_length=LONGEST_TITLE_KEY, default="")
    title_is_dated = models.BooleanField(default=False)
    # Not known of rows that an earlier analyser wrote: they are neither with attachments nor without.
    has_attachments = models.BooleanField(null=True)
    vector = SearchVectorField()
    head = models.GeneratedField(
        expression=HeadOf("vector"), output_field=SearchVectorField(), db_persist=True
    )
    analyser_version = models.PositiveSmallIntegerField()

    objects = SearchDocumentQuerySet.as_manager()

    class Meta:
        indexes = (
            GinIndex(fields=("vector",), name="searchdocument_vector_gin", fastupdate=False),
            GinIndex(fields=("head",), name="searchdocument_head_gin", fastupdate=False),
            models.Index(fields=("-date",), name="searchdocument_date_index"),
            # A case's items are counted and paged by it alone.
            models.Index(
                fields=("case", "date", "item"), include=("is_public",), name="searchdocument_case_index"
            ),
            # The items of a title, of one that begins with it, and the next of them.
            models.Index(
                OpClass("title_key", "text_pattern_ops"),
                "date",
                "item",
                include=("is_public", "body"),
                name="searchdocument_title_index",
            ),
        )

    def __str__(self) -> str:
        return str(self.item_id)

    @property
    def outcome(self) -> Outcome | None:
        """What came of the item as a whole."""
        return outcome_of_whole(self.outcomes)

    def is_seen_by(self, audience: Audience) -> bool:
        """Whether it belongs to `seen_by(audience)`, without asking the database."""
        return self.is_public or audience is Audience.READS_DRAFTS


# Year by year along the index: one sum over all of a busy centre's rows takes twice as long.
_COUNTS = f"""
    SELECT year, counts.*
    FROM (
        SELECT min(date) AS first, max(date) AS last FROM minutes_searchrole
        WHERE centre_id = %(centre)s AND {READABLE_INDEX_ROW}
    ) AS span
    CROSS JOIN generate_series(EXTRACT(YEAR FROM first)::int, EXTRACT(YEAR FROM last)::int) AS year
    CROSS JOIN LATERAL (
        SELECT role, count(*), count(*) FILTER (WHERE is_first) FROM minutes_searchrole
        WHERE centre_id = %(centre)s AND {READABLE_INDEX_ROW}
            AND date BETWEEN make_date(year, 1, 1) AND make_date(year, 12, 31)
        GROUP BY role
    ) AS counts
"""  # noqa: S608 - what is put in is a constant


class SearchRoleQuerySet(IndexVisibility["SearchRole"]):
    def of_case(self, case: Case) -> models.QuerySet[SearchRole, tuple[int, str]]:
        """Which centres, by primary key, have which roles in any item of the case."""
        return self.filter(case=case).order_by().values_list("centre", "role").distinct()

    def of_centre(self, centre: Centre, role: CentreRole | None = None, year: int | None = None) -> Self:
        """One row for each item that the centre has something to do with, or that one thing; of all years or one."""
        rows = self.filter(centre=centre, role=role) if role else self.filter(centre=centre, is_first=True)
        return rows.filter(date__year=year) if year else rows

    def newest_first(self) -> Self:
        return self.order_by("-date", "document_id")

    def last_published_first(self) -> Self:
        """As their meetings became public, see Meeting."""
        return self.order_by(*_LAST_PUBLISHED_FIRST)


_LAST_PUBLISHED_FIRST = (models.F("published_at").desc(nulls_last=True), models.F("date").desc(), "document")


def count_by_year_and_role(centre: Centre, reader: Reader) -> list[tuple[int, str, int, int]]:
    """Year, role, number of items, and of those the items in which the centre has no stronger role.

    Of what the reader may see. A year without items has no entry. One query.
    """
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, {"centre": centre.pk, **sql_parameters(reader)})
        counts: list[tuple[int, str, int, int]] = cursor.fetchall()
    return counts


class SearchRole(models.Model):
    """One role of a centre in an indexed item; `is_first` is the strongest that it has there."""

    document = models.ForeignKey(SearchDocument, models.CASCADE, related_name="roles", db_index=False)
    centre = models.ForeignKey(Centre, models.CASCADE, related_name="+", db_index=False)
    role = models.CharField(max_length=20, choices=CentreRole)
    case = models.ForeignKey(Case, models.SET_NULL, related_name="+", null=True, db_index=False)
    date = models.DateField()
    # Its meeting's: a busy centre's items could not be put in that order while somebody waits.
    published_at = models.DateTimeField(null=True)
    is_public = models.BooleanField()
    is_first = models.BooleanField()

    objects = SearchRoleQuerySet.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("document",), name="searchrole_document_index"),
            # All that is asked of the rows stands in these, for a centre and for a case.
            models.Index(
                fields=("centre", "-date", "document"),
                include=("role", "is_public", "is_first"),
                name="searchrole_centre_index",
            ),
            models.Index(
                "centre",
                *_LAST_PUBLISHED_FIRST,
                include=("is_public",),
                condition=models.Q(is_first=True),
                name="searchrole_published_at_index",
            ),
            models.Index(
                fields=("case", "centre", "role"),
                include=("is_public",),
                condition=models.Q(case__isnull=False),
                name="searchrole_case_index",
            ),
        )

    def __str__(self) -> str:
        return f"{self.centre_id} {self.get_role_display()} {self.document_id}"


class SearchWordQuerySet(models.QuerySet["SearchWord"]):
    def known_to(self, reader: Reader) -> Self:
        """Words of which an item is remembered that the reader may see."""
        return self.filter(document__in=SearchDocument.objects.readable_by(reader))


class SearchWord(models.Model):
    """A word as it is written in indexed texts, in lower case.

    That it stands here says nothing of who may see it: it is shown only where an item that the reader may see has it.
    `document` is one that has it, where one is known.
    """

    word = models.CharField(max_length=LONGEST_WORD, primary_key=True)
    document = models.ForeignKey(SearchDocument, models.SET_NULL, related_name="+", null=True)

    objects = SearchWordQuerySet.as_manager()

    class Meta:
        indexes = (GinIndex(OpClass("word", "gin_trgm_ops"), name="searchword_word_trigrams"),)

    def __str__(self) -> str:
        return self.word


class FailedSearchQuerySet(models.QuerySet["FailedSearch"]):
    def count_up(self, words: str) -> None:
        """Remember that nothing was found by these words, once more."""
        if not self.count_again(words):
            self.bulk_create([FailedSearch(words=words, last=timezone.localdate())], ignore_conflicts=True)

    def count_again(self, words: str) -> bool:
        """Count words that are remembered; tells whether they are."""
        once_more = {"times": models.F("times") + 1, "last": timezone.localdate()}
        return bool(self.filter(words=words).update(**once_more))


class FailedSearch(models.Model):
    """Words by which nothing was found, and how often: an alias may be missing. Not who asked, nor when on the day."""

    words = models.CharField("ord", max_length=300, unique=True)
    times = models.PositiveIntegerField("antal gange", default=1)
    last = models.DateField("sidst")

    objects = FailedSearchQuerySet.as_manager()

    class Meta:
        verbose_name = "søgning uden resultat"
        verbose_name_plural = "søgninger uden resultat"
        ordering = ("-times", "words")

    def __str__(self) -> str:
        return self.words
