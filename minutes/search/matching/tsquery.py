"""What is asked, written as PostgreSQL's tsquery: lexemes, joined by &, |, ! and <n>."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from minutes.search.index.tokens import in_attachments
from minutes.search.query.terms import Alternative, Beginning, Group, Lexemes, Term, Words

from .places import Place


def write_tsquery(
    groups: Iterable[Group], lexemes: Lexemes, *, loosely: bool = False, places: Sequence[Place] = ()
) -> str | None:
    """The groups as one tsquery; None where only stop words are wanted. All their words are in `lexemes`.

    Where there are `places`, each word that is wanted must stand in one of them; written loosely, in any place.

    Written `loosely` it asks for the words of a phrase in any order, and matches all that the exact one does: the
    index alone can answer it.

    >>> write_tsquery([(Term((Words(("nye", "skoler"), is_phrase=True),)),)], {"nye": ["ny"], "skoler": ["skol"]})
    "((('ny' <1> 'skol')))"
    """
    writer = _Writer(lexemes, loosely, places=tuple(places))
    return _joined([*filter(None, map(writer.group, groups))], " | ")


def with_tokens(tsquery: str, *any_of_each: Sequence[str]) -> str:
    """The tsquery narrowed to items that have one token of each group; a group without any narrows nothing.

    An empty one asks for the tokens alone.

    >>> with_tokens("", ("o:deferred",), ("m:2013-08", "m:2013-07"))
    "('o:deferred') & ('m:2013-08' | 'm:2013-07')"
    """
    groups = (_joined([*map(_quoted, tokens)], " | ") for tokens in any_of_each)
    return " & ".join(filter(None, (tsquery, *groups)))


@dataclass(frozen=True, slots=True)
class _Writer:
    lexemes: Lexemes
    loosely: bool
    places: tuple[Place, ...] = ()
    is_marked: bool = False

    def group(self, group: Group) -> str | None:
        wanted = [self.wanted(term) for term in group if not term.is_unwanted]
        unwanted = [self.unwanted(term) for term in group if term.is_unwanted]
        if not any(wanted):
            return None
        return _joined([*filter(None, wanted), *filter(None, unwanted)], " & ")

    def wanted(self, term: Term) -> str | None:
        """The term in its places: in titles and sections by weight, in attachments by the words that are marked so."""
        if not self.places:
            return self.term(term)
        weighted = tuple(place for place in self.places if place.weight)
        ways = [replace(self, places=weighted)] if weighted else []
        ways += [replace(self, places=(), is_marked=True)] if Place.ATTACHMENTS in self.places else []
        return _joined([*filter(None, (way.term(term) for way in ways))], " | ")

    def term(self, term: Term) -> str | None:
        written = [self.alternative(alternative) for alternative in term.alternatives_by(self.lexemes)]
        return _joined([*dict.fromkeys(filter(None, written))], " | ")

    def unwanted(self, term: Term) -> str | None:
        alternatives = (*term.alternatives, *term.lesser)
        if self.loosely and any(isinstance(words, Words) and words.is_phrase for words in alternatives):
            return None
        written = replace(self, places=()).term(term)
        return f"!{written}" if written else None

    def lexeme(self, lexeme: str) -> str:
        if self.is_marked:
            return _quoted(in_attachments(lexeme))
        weights = "" if self.loosely else "".join(place.weight for place in self.places)
        return f"{_quoted(lexeme)}:{weights}" if weights else _quoted(lexeme)

    def beginning(self, letters: str) -> str:
        lexeme = self.lexeme(letters)
        return f"{lexeme}*" if ":" in lexeme.rpartition("'")[2] else f"{lexeme}:*"

    def alternative(self, alternative: Alternative) -> str | None:
        if isinstance(alternative, Beginning):
            return self.beginning(alternative.letters)
        if not isinstance(alternative, Words):
            # What an item is stands in no place of it.
            return None if self.places or self.is_marked else _quoted(alternative.token)
        if alternative.is_phrase and not self.loosely:
            return self.phrase(alternative)
        return _joined(
            [self.lexeme(lexeme) for word in alternative.words for lexeme in self.lexemes[word]], " & "
        )

    def phrase(self, phrase: Words) -> str | None:
        """The lexemes at the distances of their words: a stop word between two widens the step."""
        places = [
            (place, self.lexeme(lexeme))
            for place, word in enumerate(phrase.words)
            for lexeme in self.lexemes[word][:1]
        ]
        if not places:
            return None
        steps = [f" <{place - before}> {lexeme}" for (before, _), (place, lexeme) in pairwise(places)]
        return f"({places[0][1]}{''.join(steps)})"


def _joined(parts: Sequence[str], operator: str) -> str | None:
    """The parts with an operator between them, in brackets; None where there is no part."""
    return f"({operator.join(parts)})" if parts else None


def _quoted(lexeme: str) -> str:
    """A lexeme as the syntax takes it, whatever is in it (PostgreSQL, "Text Search Types")."""
    escaped = lexeme.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"
