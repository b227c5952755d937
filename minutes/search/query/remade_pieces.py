"""New pieces of those that were typed: split into words, respelt, or side by side where others were left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from minutes.danish.numbers import match_serial
from minutes.danish.words import match_number_word

from .pieces import Piece, PieceGroup, piece_of, piece_of_word
from .plain_text import LABEL, with_bare_numbers
from .typed.dates import match_date

# "tirsdag den 27. august 2013"
_MOST_IN_DATE = 5


def split_into_words(piece: Piece) -> Iterator[Piece]:
    """A wanted piece of each word of a piece; dates, numbers and amounts stay whole."""
    if piece.is_phrase and piece.is_of_figures:
        # Without its quotes each is read as if it had had none: "27-08-2013" is a day.
        for figure in filter(attrgetter("words"), map(piece_of, piece.typed.split())):
            _, date = _date_at([figure])
            yield date or figure
    elif piece.is_whole:
        yield replace(piece, is_phrase=False)
    else:
        for word in piece.words:
            is_number = match_number_word(word.text) is not None
            yield piece_of(word.text) if is_number else piece_of_word(piece.as_written(word))


def with_other_words(piece: Piece, instead: Mapping[str, str]) -> Piece:
    """The piece with some of its words, as they are written in it, replaced by others."""
    typed = piece.typed
    for word in reversed(piece.words):
        written = piece.as_written(word)
        typed = typed[: word.start] + instead.get(written, written) + typed[word.end :]
    if typed == piece.typed:
        return piece
    return replace(
        piece_of(with_bare_numbers(typed)), is_phrase=piece.is_phrase, is_unwanted=piece.is_unwanted
    )


def side_by_side(pieces: Sequence[Piece]) -> PieceGroup:
    """Pieces that have come to stand side by side, as they would be read there.

    Those that are a date together are one, and a label before a number says nothing.
    """
    read: list[Piece] = []
    left = list(pieces)
    while left:
        length, date = _date_at(left)
        if date:
            read.append(date)
        elif not _is_label(left):
            read.append(left[0])
        left = left[length:]
    is_serial = len(read) == 2 and read[0].is_plain and match_serial(" ".join(map(str, read)))
    return tuple(read[1:] if is_serial else read)


def _date_at(pieces: Sequence[Piece]) -> tuple[int, Piece | None]:
    """How many of the pieces are a date together, the most that are, and that date; 1 and none where none is."""
    for length in range(min(_MOST_IN_DATE, len(pieces)), 0, -1):
        some = pieces[:length]
        typed = " ".join(piece.typed for piece in some).rstrip(".,;:")
        if all(piece.is_plain for piece in some) and (date := match_date(typed)):
            return length, replace(piece_of(typed), date=date)
    return 1, None


def _is_label(pieces: Sequence[Piece]) -> bool:
    """Whether the first piece says that the second one is a number: "sag", "nr."."""
    if len(pieces) == 1 or not pieces[0].is_plain:
        return False
    label = f"{pieces[0].typed} "
    match = LABEL.match(label + " ".join(pieces[1].normal_forms))
    return match is not None and match.end() == len(label)
