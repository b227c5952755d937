"""The administrative units (centre) in a text, by code or by name, and what each has to do with the item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, islice

from .problems import Problem, Severity
from .values import CentreRole, Line, ParsedCentre, ParsedSection, SectionKind, Table

UNKNOWN_CODE = "unknown_code"
UNKNOWN_CODE_MESSAGE = "Koden {} står som center, men findes ikke på listen over centre."

# Codes are this short; an alias of such a length is one too.
_LONGEST_CODE = 4
# A line or an item that names more centres is no text that anybody wrote.
_MOST_MENTIONS_IN_A_LINE = 200
_MOST_MENTIONS = 10_000

# Between two centres that act together: "HR-Centret og Byrådscentret", "HRC/JC", "ØDC i samarbejde med BYC".
_CONJUNCTION = re.compile(r"\s*+(?:,|/|&|og|samt|eller|i samarbejde med|sammen med)?\s*+")
_RECOMMENDS = re.compile(r"\s*(?:indstiller|anbefaler|foreslår)\b")
# What a decision gives a centre to do: "HRC sikrer udmelding", "ØDC arbejder videre", "BYC skal fremlægge".
_TAKES_ON = re.compile(
    r"\s*(?:skal|bedes|anmodes|pålægges|får\s(?:til\sopgave|mandat|ansvar)|sikrer|sørger|arbejder|udarbejder|undersøger"
    r"|følger|udsender|sender|forelægger|fremlægger|kontakter|koordinerer|vender|indkalder|melder|gennemfører|afklarer"
    r"|tilrettelægger|vurderer|beregner|reviderer|indarbejder|inviterer|igangsætter|iværksætter|varetager|færdiggør|analyserer)\b"
)
_IS_GIVEN = re.compile(
    r"\b(?:overlades|overdrages|gives|pålægges|placeres|ligger|lægges)\s(?:til|hos|i)\s*", re.IGNORECASE
)
# Room for the longest of these, "overdrages til ", and some blanks.
_LONGEST_HANDING_OVER = 30
# A code where only a centre can stand: it has three to five capitals.
_CODE = re.compile(r"(?<![\w-])[A-ZÆØÅ]{3,5}(?![\w-])")
_UNKNOWN_ACTOR = re.compile(rf"({_CODE.pattern})(?=\s+indstiller\b)")
# A cell of codes and initials: HRC/JC · ØDC, PA; but not "ALLE CENTRE"
_CELL_OF_CODES = re.compile(r"[A-ZÆØÅ]{2,5}(?:\s*+(?:[/,+&]|og)\s*+[A-ZÆØÅ]{2,5})*+")
_RESPONSIBLE_COLUMNS = frozenset({"ansvarlig", "ansvarlige", "ansvar"})
_CENTRE_COLUMNS = _RESPONSIBLE_COLUMNS | {"center", "centre"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A centre's name or code in a text, `text[start:end]`; "HR-Centrets" is a genitive."""

    code: str
    start: int
    end: int
    is_genitive: bool


@dataclass(frozen=True, slots=True)
class CentreNames:
    """The written forms of the centres: `codes` by form in lower case, and what only looks like a centre."""

    codes: Mapping[str, str] = field(default_factory=dict)
    not_centres: frozenset[str] = frozenset()
    pattern: re.Pattern[str] | None = None

    @classmethod
    def of(cls, names: Mapping[str, Iterable[str]], not_centres: Iterable[str] = ()) -> CentreNames:
        """From each code to its names and aliases: {"HRC": ("HR-Centret",)}. Variants of the names follow by rule."""
        codes = {
            variant.lower(): code
            for code, aliases in names.items()
            for alias in aliases
            for variant in _variants(alias)
            if variant
        }
        codes |= {code.lower(): code for code in names}
        pattern = re.compile(rf"(?P<form>{_any_of(codes)})(?P<genitive>['’]?s)?(?!\w)") if codes else None
        return cls(codes, frozenset(not_centres), pattern)

    def find(self, text: str) -> list[Mention]:
        """All mentions in a text, in order. Names are found in any case, codes in capitals alone."""
        if self.pattern is None:
            return []
        lowered = _lowered(text)
        return [
            Mention(self.codes[match["form"]], *match.span(), bool(match["genitive"]))
            for match in islice(self.pattern.finditer(lowered), _MOST_MENTIONS_IN_A_LINE)
            if _stands_free(lowered, match.start()) and self._is_written_right(text, match)
        ]

    def knows(self, code: str) -> bool:
        """Whether a code is that of a centre, or in the list of what only looks like one."""
        return code.lower() in self.codes or code in self.not_centres

    def _is_written_right(self, text: str, match: re.Match[str]) -> bool:
        written = text[slice(*match.span("form"))]
        is_code = match["form"] == self.codes[match["form"]].lower() or len(written) <= _LONGEST_CODE
        return not is_code or written.isupper()


def _any_of(forms: Iterable[str]) -> str:
    """A pattern of any of the forms, the longest that fits; by first letters, which spares most comparisons."""
    longest_first = sorted(forms, key=lambda form: (form[0], -len(form), form))
    by_letter = groupby(longest_first, key=lambda form: form[0])
    return "|".join(
        re.escape(letter) + "(?:" + "|".join(re.escape(form[1:]) for form in forms) + ")"
        for letter, forms in by_letter
    )


def _lowered(text: str) -> str:
    """The text in lower case, letter for letter, so that places in it are places in the text."""
    lowered = text.lower()
    return (
        lowered
        if len(lowered) == len(text)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def _stands_free(text: str, start: int) -> bool:
    return start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "_")


def _variants(name: str) -> set[str]:
    """The ways to write a name: HR-Centret, HR-Centeret, HR-Center."""
    for ending in ("centret", "centeret", "center"):
        if name.lower().endswith(ending):
            stem = name[: -len(ending)]
            return {stem + other for other in ("centret", "centeret", "center")}
    return {name}


def find_centres(
    title: Line, sections: Iterable[ParsedSection], names: CentreNames
) -> tuple[ParsedCentre, ...]:
    """Each centre of an item once for each of its roles, "mentioned" where it has no other."""
    found: dict[tuple[str, CentreRole], ParsedCentre] = {}
    for centre in islice(_all_centres(title, sections, names), _MOST_MENTIONS):
        found.setdefault((centre.code, centre.role), centre)
    strong = {code for code, role in found if role is not CentreRole.MENTIONED}
    kept = (
        centre
        for centre in found.values()
        if centre.role is not CentreRole.MENTIONED or centre.code not in strong
    )
    return tuple(sorted(kept, key=lambda centre: (centre.line, centre.role.rank, centre.code)))


def _all_centres(
    title: Line, sections: Iterable[ParsedSection], names: CentreNames
) -> Iterator[ParsedCentre]:
    yield from _in_line(title, None, names)
    for section in sections:
        for line in section.lines:
            yield from _in_line(line, section.kind, names)
        for table in section.tables:
            yield from _responsible(table, names)


def _in_line(line: Line, kind: SectionKind | None, names: CentreNames) -> Iterator[ParsedCentre]:
    mentions = names.find(line.text)
    for mention, end in zip(mentions, _ends_of_groups(line.text, mentions), strict=True):
        surface = line.text[mention.start : mention.end]
        yield ParsedCentre(line.number, mention.code, _role(line.text, mention, end, kind), surface)


def _ends_of_groups(text: str, mentions: list[Mention]) -> list[int]:
    """For each mention, where the centres that act together with it end: a verb after them is said of all."""
    ends: list[int] = []
    following: Mention | None = None
    for mention in reversed(mentions):
        acts_together = following and _CONJUNCTION.fullmatch(text, mention.end, following.start)
        ends.append(ends[-1] if acts_together else mention.end)
        following = mention
    return ends[::-1]


def _role(text: str, mention: Mention, end: int, kind: SectionKind | None) -> CentreRole:
    if mention.is_genitive:
        return CentreRole.MENTIONED
    if _RECOMMENDS.match(text, end):
        return CentreRole.RECOMMENDS
    if kind is SectionKind.DECISION and (_TAKES_ON.match(text, end) or _is_given(text, mention.start)):
        return CentreRole.TASKED
    return CentreRole.MENTIONED


def _is_given(text: str, start: int) -> bool:
    """Whether the words right before a centre hand it something: "opgaven overdrages til ØDC"."""
    before = text[max(0, start - _LONGEST_HANDING_OVER) : start]
    return any(match.end() == len(before) for match in _IS_GIVEN.finditer(before))


def _responsible(table: Table, names: CentreNames) -> Iterator[ParsedCentre]:
    for offset, cell in _cells_below(table, _RESPONSIBLE_COLUMNS):
        for mention in names.find(cell):
            surface = cell[mention.start : mention.end]
            yield ParsedCentre(table.line + offset, mention.code, CentreRole.RESPONSIBLE, surface)


def _cells_below(table: Table, headings: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Row offset and text of the cells in the columns with one of these headings, the heading left out."""
    for column, heading in enumerate(table.rows[0]):
        if heading.lower().rstrip(":") in headings:
            yield from ((offset, row[column]) for offset, row in enumerate(table.rows[1:], start=1))


def find_unknown_codes(sections: Iterable[ParsedSection], names: CentreNames) -> Iterator[Problem]:
    """A problem for each code that stands where a centre stands and is in no list; none where no list is known."""
    if not names.codes:
        return
    seen: set[str] = set()
    for number, code in _codes_in_centre_places(sections):
        if names.knows(code) or code in seen:
            continue
        seen.add(code)
        yield Problem(
            number,
            UNKNOWN_CODE,
            Severity.WARNING,
            UNKNOWN_CODE_MESSAGE.format(code),
        )


def _codes_in_centre_places(sections: Iterable[ParsedSection]) -> Iterator[tuple[int, str]]:
    for section in sections:
        for line in section.lines:
            if " indstiller" in line.text:
                yield from ((line.number, match[0]) for match in _UNKNOWN_ACTOR.finditer(line.text))
        for table in section.tables:
            for offset, cell in _cells_below(table, _CENTRE_COLUMNS):
                if _CELL_OF_CODES.fullmatch(cell):
                    yield from ((table.line + offset, match[0]) for match in _CODE.finditer(cell))
