"""Whether a decision says something itself, of now and of its own body: it is not told, denied, or wanted by some."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from minutes.parser.outcomes.asides import without_asides_after, without_asides_before
from minutes.parser.outcomes.contexts import is_another, is_denied, is_history
from minutes.parser.outcomes.subjects import head_of, is_matter, is_paper
from minutes.parser.told.asked import Asked
from minutes.parser.told.references.body_names import find_bodies, is_own_body

# "Hvis økonomien ændrer sig, forelægges sagen igen": nobody knows whether it will.
_CONDITION = re.compile(r"\A\W*(?:hvis|såfremt|medmindre)\b|,?\s(?:hvis|såfremt|medmindre)\s")
# What others want is not what is decided.
_OTHERS = (
    r"(?:liste\s\w{1,3}|(?:et\s)?mindretal\w*|(?:et|to|tre|enkelte|nogle)\smedlem\w*|formand\w*|borgmester\w*"
    r"|administration\w*|forvaltning\w*|venstre|socialdemokrat\w*|konservative\w*|radikale\w*|enhedslisten"
    r"|dansk\sfolkeparti|sf|borgerlisten)"
)
_OTHERS_WANT = re.compile(
    rf"\b{_OTHERS}\s[^.;]{{0,60}}?\b(?:ønske\w*|foresl\w+|fores?log|stillede|begær\w*|bad|anmod\w*|stemte)\b"
    r"|\bforslag(?:et)?\s(?:om|til)\s(?:at\s|en\s)?(?:udsæt|udskyd)"
    r"|\b(?:foreslås|foreslog|foreslår|overveje[sr]?|mulighed(?:en)?)\b[^.;]{0,60}\Z"
)
_BEEN = re.compile(
    r"\b(?:har|havde)\s(?:\w+\s){0,2}(?:været|ligget)\s(?:\w+\s)?\Z|\b(?:ingen|ikke|uden)\s[^,;]{0,40}(?<!\bog\s)\Z"
)
_PAST = re.compile(r"blev|gik|kom|tog|traf|vendte|bad|\w+ede|efterspurgte")
_SOMEBODY = re.compile(r"(?:der|man|vi|den|det|dette|sagen|endeligt?)?")
# How far a verb is from the words that turn it.
_FURTHEST_BEFORE, _FURTHEST_BEHIND = 200, 160
_LONGEST_SUBJECT, _FIRST_WORDS = 80, 30


@dataclass(frozen=True, slots=True)
class Decided:
    """What else a decision says, whose it is, what was asked for, and the names of all bodies."""

    body: str
    asked: Asked
    bodies: Mapping[str, str] = field(default_factory=dict)
    is_settled: bool = False
    is_discussed: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether what was asked for has been done: where no more was asked, discussing it is enough."""
        return self.is_settled or (self.is_discussed and self.asked.is_to_discuss)

    def is_own(self, name: str) -> bool:
        """Whether a name is that of the body that decides."""
        return is_own_body(name, self.body)

    def others_in(self, text: str) -> list[str]:
        """The other bodies that a text names, in order."""
        names: Iterable[str] = (body.name for body in find_bodies(text, self.bodies))
        return [name for name in names if not self.is_own(name)]

    def is_decider(self, subject: str) -> bool:
        """Whether those who decide here are the subject, or nobody is: "der", or the matter itself."""
        subject = subject.strip()
        if _SOMEBODY.fullmatch(subject):
            return True
        bodies = find_bodies(subject[:_LONGEST_SUBJECT], {self.body: self.body})
        if bodies and bodies[0].start < _FIRST_WORDS:
            return self.is_own(bodies[0].name)
        head = head_of(subject)
        return head is None or is_matter(head) or is_paper(head)

    def says(self, small: str, start: int, end: int, *, verb: str = "", is_no: bool = False) -> bool:
        """Whether what stands there in a sentence is said of this decision, and now.

        `verb` is the outcomes' name of it, where they have one; `is_no`: a "not" belongs to it.
        """
        said = small[start:end] if verb else _as_verb(small[start:end])
        before = without_asides_before(small[max(0, start - _FURTHEST_BEFORE) : start])
        after = without_asides_after(small[end : end + _FURTHEST_BEHIND])
        if _OTHERS_WANT.search(small[:start]) or _CONDITION.search(small[:start]):
            return False
        if "blev" in before and is_history(before):
            return False
        if not is_no and (_BEEN.search(before) or is_denied(before, said, after)):
            return False
        # To renew something is to come, as all that is put off.
        return not is_another(verb or "renew", before, said, after, self.body.lower())


def _as_verb(words: str) -> str:
    """A verb as the outcomes' contexts look at it: of the past whoever decided is the subject, else it is to come."""
    first = words.partition(" ")[0]
    return first if _PAST.fullmatch(first) else "es"
