"""How much memory the caches take that live as long as a process: each is filled to its bound.

`script/benchmark caches` prints a line for each. The words are those of the dictionary, and others built on them, and
so longer than most of what an archive has. It needs the database for the lexemes and the centres alone.
"""

from __future__ import annotations

import argparse
import datetime
import os
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, product

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive_site.settings")
django.setup()

from django.apps import apps  # noqa: E402
from django.db import transaction  # noqa: E402

from minutes.danish import inflections, personal_number_notations, words  # noqa: E402
from minutes.danish.compounds import compound_parts, split_compound  # noqa: E402
from minutes.danish.compounds.lexicon import load_lexicon  # noqa: E402
from minutes.danish.forms import listed, own_words, stems  # noqa: E402
from minutes.danish.grammar import light_words, stemmed_text, verb_forms  # noqa: E402
from minutes.importing.organisation import centre_names  # noqa: E402
from minutes.matters import series, topic_keys  # noqa: E402
from minutes.matters.following import told  # noqa: E402
from minutes.models import (  # noqa: E402
    Audience,
    ListedDeferral,
    ListedPromise,
    SynonymGroup,
    addresses,
    copying,
)
from minutes.parser.closed_items import wording  # noqa: E402
from minutes.parser.closed_items import words as closed_words  # noqa: E402
from minutes.parser.told.references import body_names  # noqa: E402
from minutes.search.hits import candidates  # noqa: E402
from minutes.search.matching import lexemes, windows  # noqa: E402
from minutes.search.query import named_units, names  # noqa: E402
from minutes.search.query.days import Month  # noqa: E402
from minutes.sources import cleaning, joining  # noqa: E402

# Before each word, so that there are as many different ones as the largest cache takes.
_BEGINNINGS = ("", "u", "gen", "over", "for", "under")
# The server is asked about this many words at a time: all at once would be one long statement.
_WORDS_AT_A_TIME = 10_000


@dataclass(frozen=True, slots=True)
class Cache:
    """A cache by its place in the code, how many entries it takes, and what fills it with that many of them."""

    name: str
    entries: int
    fill: Callable[[int], object]


def main() -> None:
    """Fill them one after the other, and print how large each is."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--most", type=int, help="fill none with more entries than this")
    arguments = parser.parse_args()
    total = 0
    print(f"{'cache':<58}{'entries':>9}{'MB':>8}")
    for cache in CACHES:
        entries = min(cache.entries, arguments.most or cache.entries)
        taken = measured(cache, entries)
        total += taken
        print(f"{cache.name:<58}{entries:>9}{taken / 2**20:>8.2f}")
    print(f"{'all':<67}{total / 2**20:>8.2f}")


def measured(cache: Cache, entries: int) -> int:
    """The bytes that a cache holds once it is filled; what was needed to fill it is gone by then."""
    tracemalloc.start()
    cache.fill(entries)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return taken


def some_words(number: int) -> Iterator[str]:
    """Different words, of the dictionary and built on them; what a cache keeps of them counts as its memory."""
    known = load_lexicon().kinds
    return islice((beginning + word for beginning, word in product(_BEGINNINGS, known)), number)


def _each(function: Callable[..., object], arguments: Iterable[tuple[object, ...]]) -> None:
    for some in arguments:
        function(*some)


def _of_words(function: Callable[[str], object]) -> Callable[[int], object]:
    return lambda number: _each(function, ((word,) for word in some_words(number)))


def _find_lexemes(number: int) -> None:
    wanted = some_words(number)
    while portion := list(islice(wanted, _WORDS_AT_A_TIME)):
        lexemes.find_lexemes(portion)


def _patterns(number: int) -> None:
    """As if as many searches had marked three words each."""
    wanted = some_words(3 * number)
    _each(candidates._patterns, ((frozenset(islice(wanted, 3)),) for _ in range(number)))


def _kinds(number: int) -> Iterator[tuple[str, ...]]:
    """The kinds of the words of as many titles, eight words long."""
    return islice(product(closed_words.WORDS, repeat=8), number)


def _of_kinds(function: Callable[[tuple[str, ...]], object]) -> Callable[[int], object]:
    return lambda number: _each(function, ((kinds,) for kinds in _kinds(number)))


def _gaps(number: int) -> None:
    """As long as a gap can be."""
    gaps = (("".join(signs),) for signs in product(" -_*/·:.", repeat=8))
    _each(personal_number_notations._kind_of_gap, islice(gaps, number))


def _months(number: int) -> None:
    """As of an archive of twenty years."""
    _each(
        windows._months_between,
        ((Month(1990 + first, 1), Month(2010 + first, 12)) for first in range(number)),
    )


def _item_addresses(number: int) -> None:
    day = datetime.date(2013, 1, 1)
    meetings = ((day + datetime.timedelta(days=days)).isoformat() for days in range(number))
    _each(addresses.address_of, (("item-detail", "direktionen", slug, "punkt-1") for slug in meetings))


def _organisations(number: int) -> None:
    """As of one of forty centres and bodies with four names each, which changes now and then."""
    for version in range(number):
        rows = tuple(
            (key % 2 == 0, key, f"enhed-{key}", f"E{key}", f"Enhed {key} {version}", f"Navn {alias} {key}")
            for key in range(40)
            for alias in range(4)
        )
        named_units._organisation(rows)


def _synonyms(number: int) -> None:
    """As of six hundred groups of four words each, which are changed now and then; none of them is kept."""
    of_groups = iter(some_words(600 * 4))
    with transaction.atomic():
        SynonymGroup.objects.all().delete()
        SynonymGroup.objects.bulk_create(SynonymGroup(words=list(islice(of_groups, 4))) for _ in range(600))
        for version in range(number):
            named_units._synonyms(str(version))
        transaction.set_rollback(True)


def _names_of_bodies(number: int) -> None:
    """As of forty bodies with three names each, which change now and then."""
    for version in range(number):
        known = (
            (f"Udvalget {key} {alias} {version}", f"Udvalget {key}")
            for key in range(40)
            for alias in range(3)
        )
        body_names._known_names(tuple(known))


def _pairs_of_words(number: int) -> None:
    words_ = iter(some_words(2 * number))
    _each(topic_keys._is_same_word, zip(words_, words_, strict=False))


def _columns(number: int) -> None:
    models = apps.get_app_config("minutes").get_models()
    for model, has_keys in islice(product(models, (True, False)), number):
        copying._fields(model, has_keys=has_keys)


_MODELS = len(list(apps.get_app_config("minutes").get_models()))

_FORMS_OF_VERBS = (
    verb_forms.infinitive_of_present,
    verb_forms.infinitive_of_past,
    verb_forms.infinitive_of_participle,
    verb_forms.infinitive_of_passive,
    verb_forms.is_verb,
)

# The lexicon first: the others ask it.
CACHES = (
    Cache("danish.compounds.lexicon.load_lexicon", 1, lambda _: load_lexicon()),
    Cache("danish.compounds.splitter._splitter", 1, lambda _: split_compound("byrådsmøde")),
    Cache("danish.compounds.splitter.split_compound", 10_000, _of_words(split_compound)),
    Cache("danish.compounds.splitter.compound_parts", 100_000, _of_words(compound_parts)),
    Cache("danish.words._normal_form", 100_000, _of_words(words._normal_form)),
    Cache("danish.inflections._irregular", 1, lambda _: inflections.other_forms("barn")),
    Cache("danish.personal_number_notations._kind_of_gap", 1_000, _gaps),
    Cache("parser.closed_items.words.kinds_of_word", 4_096, _of_words(closed_words.kinds_of_word)),
    Cache("parser.closed_items.words.is_label", 1_024, _of_kinds(closed_words.is_label)),
    Cache("parser.closed_items.words.is_hushed_label", 1_024, _of_kinds(closed_words.is_hushed_label)),
    Cache("parser.closed_items.wording._judge_words", 1_024, _of_kinds(wording._judge_words)),
    *(
        Cache(f"danish.grammar.verb_forms.{function.__name__}", 20_000, _of_words(function))
        for function in _FORMS_OF_VERBS
    ),
    Cache("danish.forms.stems.stem", 10_000, _of_words(stems.stem)),
    Cache("danish.forms.listed._listed", 1, lambda _: listed.listed_forms("bønder")),
    Cache("danish.forms.listed.shared_stems", 1, lambda _: listed.shared_stems()),
    Cache("danish.forms.own_words._surnames", 1, lambda _: own_words._is_plain_word("muller")),
    Cache("danish.forms.own_words.own_form_word", 100_000, _of_words(own_words.own_form_word)),
    Cache("danish.forms.own_words._name_words_of", 20_000, _of_words(own_words._name_words_of)),
    Cache("danish.forms.own_words._is_plain_word", 10_000, _of_words(own_words._is_plain_word)),
    Cache(
        "danish.forms.own_words._is_stemmed_as_another", 20_000, _of_words(own_words._is_stemmed_as_another)
    ),
    Cache("danish.forms.own_words.acronym_word", 10_000, _of_words(own_words.acronym_word)),
    Cache("danish.forms.own_words.is_abbreviation_alone", 10_000, _of_words(own_words.is_abbreviation_alone)),
    Cache("danish.grammar.light_words.light_words", 1, lambda _: light_words.light_words()),
    Cache("danish.grammar.stemmed_text.stems_of", 10_000, _of_words(stemmed_text.stems_of)),
    Cache("parser.told.references.body_names._known_names", 8, _names_of_bodies),
    Cache(
        "matters.following.told._is_told_once",
        4,
        lambda _: _each(told._is_told_once, product((ListedDeferral, ListedPromise), Audience)),
    ),
    Cache(
        "matters.following.told._counting", 2, lambda _: _each(told._counting, ((each,) for each in Audience))
    ),
    Cache("matters.series.stem_of", 10_000, _of_words(series.stem_of)),
    Cache("matters.topic_keys.topic_key", 10_000, _of_words(topic_keys.topic_key)),
    Cache("matters.topic_keys.distinctive_words", 10_000, _of_words(topic_keys.distinctive_words)),
    Cache("matters.topic_keys._is_same_word", 10_000, _pairs_of_words),
    Cache("matters.topic_keys._is_known", 10_000, _of_words(topic_keys._is_known)),
    Cache("matters.topic_keys._base", 10_000, _of_words(topic_keys._base)),
    Cache("sources.joining._is_danish", 1_000, _of_words(joining._is_danish)),
    Cache("sources.cleaning._excess_marks", 1, lambda _: cleaning._excess_marks()),
    Cache("models.addresses._address_below", 10_000, _item_addresses),
    Cache("models.copying._fields", 2 * _MODELS, _columns),
    Cache("importing.organisation._names_of_rows", 1, lambda _: centre_names()),
    Cache("search.query.names._stem", 1_000, _of_words(lambda word: names._stem((word,)))),
    Cache("search.query.named_units._organisation", 4, _organisations),
    Cache("search.query.named_units._synonyms", 2, _synonyms),
    Cache("search.query.named_units._words", 1_000, _of_words(named_units._words)),
    Cache(
        "search.query.named_units._is_word_in_capitals", 1_000, _of_words(named_units._is_word_in_capitals)
    ),
    Cache("search.matching.lexemes._remembered", 200_000, _find_lexemes),
    Cache("search.matching.windows._months_between", 4, _months),
    Cache("search.matching.windows._sizes", 1, lambda _: windows._sizes.read()),
    Cache("search.hits.candidates._remembered_words", 10_000, _of_words(candidates._remembered_words)),
    Cache("search.hits.candidates._patterns", 256, _patterns),
)


if __name__ == "__main__":
    main()
