"""What synthetic items tell of other meetings and times, and of centres, in sentences."""

from __future__ import annotations

import datetime
import random

from benchmarks.synthetic import phrases
from benchmarks.synthetic.matters.standing import written_out
from benchmarks.synthetic.municipality import BODY_NAMES, CENTRE_CODES
from benchmarks.synthetic.values import Dealing
from minutes.danish.dates import MONTHS
from minutes.parser.values import CentreRole


class Teller:
    """Chooses sentences and fills them, but for the nouns, of which each has a `%s`."""

    def __init__(self, random_: random.Random) -> None:
        self._random = random_

    def deferral(self, date: datetime.date) -> str:
        """A decision that puts its matter off."""
        return self._filled(phrases.DEFERRALS, date)

    def promise(self, date: datetime.date) -> str:
        """What is said to come back or to be done, with a time."""
        return self._filled(phrases.PROMISES, date)

    def grant(self) -> str:
        """A point of a recommendation with a sum of money."""
        kroner = self._random.choice(
            (
                f"{self._random.randint(1, 90)},{self._random.randint(1, 9)} mio.",
                f"{self._random.randint(20, 900)}.000",
            )
        )
        return self._random.choice(phrases.GRANTS).format(kroner=kroner)

    def reference(self, earlier: Dealing) -> str:
        """What points to an earlier dealing: by its body and day, with its number or title, or by a document."""
        number = self._random.choice(earlier.documents) if earlier.documents else ""
        forms = phrases.REFERENCES if not number else (*phrases.REFERENCES, *phrases.DOCUMENT_REFERENCES)
        return self._random.choice(forms).format(
            body=BODY_NAMES[earlier.body],
            day=self._random.choice((f"{earlier.date:%d-%m-%Y}", written_out(earlier.date))),
            number=earlier.number,
            title=earlier.title,
            document=number,
        )

    def deed(self, centre: int, role: CentreRole) -> str:
        """What a centre has to do with a matter, beside recommending it."""
        return self._random.choice(phrases.DEEDS[role.value]).format(code=CENTRE_CODES[centre])

    def _filled(self, forms: tuple[str, ...], date: datetime.date) -> str:
        later = date + datetime.timedelta(days=self._random.randint(20, 300))
        return self._random.choice(forms).format(
            code=self._random.choice(CENTRE_CODES),
            body=self._random.choice(BODY_NAMES[:4]),
            day=written_out(later),
            month=f"{MONTHS[later.month - 1][0]} {later.year}",
            year=later.year,
        )
