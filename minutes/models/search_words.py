"""What is known of words: those that the archive has, for spelling and suggestions, and searches that found nothing."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils import timezone

from minutes.search.documents import LONGEST_WORD

from .search_documents import SearchDocument


class SearchWord(models.Model):
    """A word as it is written in indexed texts, in lower case.

    That it stands here says nothing of who may see it: it is shown only where an item that the reader may see has it.
    `document` is one that has it, where one is known.
    """

    word = models.CharField(max_length=LONGEST_WORD, primary_key=True)
    document = models.ForeignKey(SearchDocument, models.SET_NULL, related_name="+", null=True)

    class Meta:
        indexes = (GinIndex(OpClass("word", "gin_trgm_ops"), name="searchword_word_trigrams"),)

    def __str__(self) -> str:
        return self.word


class FailedSearchQuerySet(models.QuerySet["FailedSearch"]):
    def count_up(self, words: str) -> None:
        """Remember that nothing was found by these words, once more."""
        once_more = {"times": models.F("times") + 1, "last": timezone.localdate()}
        self.update_or_create(words=words, defaults=once_more, create_defaults={"last": timezone.localdate()})


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
