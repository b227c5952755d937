"""How a word goes on that was begun with one slip of the keys: "okono" is økono, "facebok" facebook."""

from __future__ import annotations

from django.db import connection

# Of shorter beginnings half is no group of three letters, and longer ones are words that somebody has nearly typed.
_SHORTEST, _LONGEST = 5, 20
# Words that may have been meant, and of those as many as are read: the shortest.
_MOST_SCANNED, _MOST_READ = 5_000, 200

# Whoever slips once has one half of the beginning right: the index on groups of three letters gives the words that have
# that. Of those one edit, or two letters in the wrong order, is two edits at most, counted in as many letters.
_NEAR = """
    SELECT word
    FROM (
        SELECT word FROM minutes_searchword
        WHERE word LIKE %(first)s OR word LIKE %(before)s OR word LIKE %(second)s OR word LIKE %(behind)s
            OR word LIKE %(between)s
        LIMIT %(scanned)s
    ) AS half
    WHERE levenshtein_less_equal(left(word, length(%(typed)s)), %(typed)s, 2) <= 2
    ORDER BY length(word), word
    LIMIT %(limit)s
"""


def words_begun_with_a_slip(beginning: str) -> list[str]:
    """The words of the archive that begin nearly so, whoever may see them, the shortest first. One query.

    `beginning` is of letters alone; there are none for one of fewer than five letters.
    """
    typed = beginning.lower()
    if not _SHORTEST <= len(typed) <= _LONGEST:
        return []
    half = len(typed) // 2
    second = typed[half:]
    parameters: dict[str, str | int] = {
        "typed": typed,
        "first": f"{typed[:half]}%",
        "before": f"{'_' * (half - 1)}{second}%",
        "second": f"{'_' * half}{second}%",
        "behind": f"{'_' * (half + 1)}{second}%",
        "between": f"{typed[: half - 1]}{typed[half]}{typed[half - 1]}{typed[half + 1 :]}%",
        "scanned": _MOST_SCANNED,
        "limit": _MOST_READ,
    }
    with connection.cursor() as cursor:
        cursor.execute(_NEAR, parameters)
        return [word for (word,) in cursor.fetchall() if begins_with_one_slip(word, typed)]


def begins_with_one_slip(word: str, typed: str) -> bool:
    """Whether a word begins as typed but for one letter: another one, one too many or few, or two in the wrong order.

    >>> begins_with_one_slip("facebook", "facebok"), begins_with_one_slip("facade", "facebok")
    (True, False)
    """
    wrong = next((at for at, (one, other) in enumerate(zip(word, typed, strict=False)) if one != other), None)
    if wrong is None:
        return False
    left = typed[wrong:]
    meant = (
        word[wrong] + left[1:],  # another letter
        left[1:],  # one too many
        word[wrong] + left,  # one too few
        left[1:2] + left[:1] + left[2:],  # two in the wrong order
    )
    return word.startswith(meant, wrong)
