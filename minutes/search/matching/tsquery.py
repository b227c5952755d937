"""What is asked, written as PostgreSQL's tsquery: lexemes, joined by &, |, ! and <n>."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutes.search.query.terms import Alternative, Beginning, Group, Lexemes, Term, Words


def write_tsquery(groups: Iterable[Group], lexemes: Lexemes, *, loosely: bool = False) -> str | None:
    """The groups as one tsquery; None where only stop words are wanted. All their words are in `lexemes`.

    Written `loosely` it asks for the words of a phrase in any order, and matches all that the exact one does: the
    index alone can answer it.

    >>> write_tsquery([(Term((Words(("nye", "skoler"), is_phrase=True),)),)], {"nye": ["ny"], "skoler": ["skol"]})
    "((('ny' <1> 'skol')))"
    """
    writer = _Writer(lexemes, loosely)
    return _joined([*filter(None, map(writer.group, groups))], " | ")


def with_tokens(tsquery: str, *all_of: str, any_of: Sequence[str] = ()) -> str:
    """The tsquery narrowed to items that have all of some tokens, and one of the others where there are any.

    An empty one asks for the tokens alone.

    >>> with_tokens("", "o:deferred", any_of=("m:2013-08", "m:2013-07"))
    "'o:deferred' & ('m:2013-08' | 'm:2013-07')"
    """
    narrowed = [tsquery] if tsquery else []
    narrowed += map(_quoted, all_of)
    if any_of:
        narrowed.append(f"({' | '.join(map(_quoted, any_of))})")
    return " & ".join(narrowed)


@dataclass(frozen=True, slots=True)
class _Writer:
    lexemes: Lexemes
    loosely: bool

    def group(self, group: Group) -> str | None:
        wanted = [self.term(term) for term in group if not term.is_unwanted]
        unwanted = [self.unwanted(term) for term in group if term.is_unwanted]
        if not any(wanted):
            return None
        return _joined([*filter(None, wanted), *filter(None, unwanted)], " & ")

    def term(self, term: Term) -> str | None:
        written = [self.alternative(alternative) for alternative in term.alternatives_by(self.lexemes)]
        return _joined([*dict.fromkeys(filter(None, written))], " | ")

    def unwanted(self, term: Term) -> str | None:
        alternatives = (*term.alternatives, *term.lesser)
        if self.loosely and any(isinstance(words, Words) and words.is_phrase for words in alternatives):
            return None
        written = self.term(term)
        return f"!{written}" if written else None

    def alternative(self, alternative: Alternative) -> str | None:
        if isinstance(alternative, Beginning):
            return f"{_quoted(alternative.letters)}:*"
        if not isinstance(alternative, Words):
            return _quoted(alternative.token)
        if alternative.is_phrase and not self.loosely:
            return self.phrase(alternative)
        return _joined(
            [_quoted(lexeme) for word in alternative.words for lexeme in self.lexemes[word]], " & "
        )

    def phrase(self, phrase: Words) -> str | None:
        """The lexemes at the distances of their words: a stop word between two widens the step."""
        places = [
            (place, _quoted(lexeme))
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
