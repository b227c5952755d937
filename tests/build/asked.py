"""Queries written as text, so that a test can say in one line what is asked."""

from __future__ import annotations

from minutes.search.query.query import Query
from minutes.search.query.terms import Term, Token

CASE = "sagnr12x32140"


def asked(query: Query) -> list[str]:
    """The groups of a query, each as text: alternatives with a bar between, phrases in quotes."""
    return [" ".join(map(written, group)) for group in query.groups]


def written(term: Term) -> str:
    alternatives = (
        alternative.lexeme
        if isinstance(alternative, Token)
        else f'"{" ".join(alternative.words)}"'
        if alternative.is_phrase
        else "+".join(alternative.words)
        for alternative in term.alternatives
    )
    return ("-" if term.is_unwanted else "") + "|".join(alternatives)


DAY = '"27 08 2013"|"27 august 2013"|d:2013-08-27'


MONTH = '"august 2013"|"08 2013"|m:2013-08'
