"""The centres of an item: each once for each of its roles, with the sentence that proves it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from minutes.danish.grammar.sentences import Sentence, find_sentences
from minutes.danish.letters import small_letters
from minutes.parser.values import (
    CentreRole,
    Line,
    Outcome,
    ParsedCentre,
    ParsedDecision,
    ParsedSection,
    SectionKind,
    Table,
)

from .columns import RESPONSIBLE_COLUMNS, cells_below
from .groups import find_groups
from .names import CentreNames, Mention
from .roles import Place, role_of

# An item that names more centres is no text that anybody wrote.
_MOST_MENTIONS = 10_000
# Of a longer sentence this many characters around the centre prove its role.
_LONGEST_PROOF = 600

# What was recommended is not to be done where it came to this.
_NOT_ACCEPTED = {Outcome.REJECTED, Outcome.DEFERRED, Outcome.UNDER_EXAMINATION}
# Anne Holm (HRC) · Anne H, HRC: who comes from the centre
_PERSON = re.compile(r"[A-ZÆØÅ][\w.-]{0,30}(?:\s[A-ZÆØÅ][\w.-]{0,30}){1,4}(?:\s?\(|,\s)\Z")
_LONGEST_PERSON = 80
_TOGETHER = re.compile(
    r"gruppe|netværk|medlem|repræsent|deltag|deltog|bestå|konsulent|præsent|oplæg|tovholder|planlæg|udpeg",
    re.IGNORECASE,
)


def find_centres(
    title: Line,
    sections: Sequence[ParsedSection],
    names: CentreNames,
    decisions: Iterable[ParsedDecision] = (),
) -> tuple[ParsedCentre, ...]:
    """Each centre of an item once for each of its roles, "mentioned" where it has no other.

    What is only recommended is a task where the last of the `decisions` did not reject it or put it off.
    """
    found: dict[tuple[str, CentreRole], ParsedCentre] = {}
    for centre in islice(_all_centres(title, sections, names, tuple(decisions)), _MOST_MENTIONS):
        found.setdefault((centre.code, centre.role), centre)
    strong = {code for code, role in found if role is not CentreRole.MENTIONED}
    kept = (
        centre
        for centre in found.values()
        if centre.role is not CentreRole.MENTIONED or centre.code not in strong
    )
    return tuple(sorted(kept, key=lambda centre: (centre.line, centre.role.rank, centre.code)))


def _all_centres(
    title: Line,
    sections: Sequence[ParsedSection],
    names: CentreNames,
    decisions: tuple[ParsedDecision, ...],
) -> Iterator[ParsedCentre]:
    yield from _in_line(title, Place(), names)
    has_recommendation = any(
        SectionKind.RECOMMENDATION in section.kinds and not section.is_empty for section in sections
    )
    is_accepted = not decisions or max(decisions, key=lambda one: one.date).outcome not in _NOT_ACCEPTED
    for section in sections:
        place = _place(section, has_recommendation=has_recommendation, is_accepted=is_accepted)
        for line in section.lines:
            yield from _in_line(line, place, names)
        for table in section.tables:
            yield from _responsible(table, section, names)


def _place(section: ParsedSection, *, has_recommendation: bool, is_accepted: bool) -> Place:
    is_decision = section.kind is SectionKind.DECISION
    is_recommendation = SectionKind.RECOMMENDATION in section.kinds
    return Place(
        gives_tasks=is_decision or (is_recommendation and is_accepted),
        is_recommendation=is_recommendation,
        may_recommend=not has_recommendation and not is_decision,
        is_decision=is_decision,
    )


def _in_line(line: Line, place: Place, names: CentreNames) -> Iterator[ParsedCentre]:
    mentions = names.find(line.text)
    if not mentions:
        return
    small = small_letters(line.text)
    # Each cell of a table speaks for itself; what proves the role is its row.
    is_row = "\t" in line.text
    for sentence, its_mentions in _by_sentence(line.text.replace("\t", "\n"), mentions):
        proof = Sentence(0, len(line.text)) if is_row else sentence
        for group in find_groups(small, its_mentions, sentence):
            role = role_of(group, place)
            for mention in group.mentions:
                is_person = role is CentreRole.MENTIONED and _is_of_person(line.text, mention, sentence)
                its_role = CentreRole.PARTICIPATES if is_person else role
                yield _centre(line, mention, its_role, proof)


def _by_sentence(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Sentence, list[Mention]]]:
    sentences = iter(find_sentences(text))
    sentence = next(sentences)

    def its_sentence(mention: Mention) -> Sentence:
        nonlocal sentence
        while mention.start >= sentence.end:
            sentence = next(sentences)
        return sentence

    for of_mentions, its_mentions in groupby(mentions, its_sentence):
        yield of_mentions, list(its_mentions)


def _is_of_person(text: str, mention: Mention, sentence: Sentence) -> bool:
    """Whether a centre stands behind the name of somebody who takes part: "gruppen består af Anne Holm (HRC)"."""
    before = text[max(sentence.start, mention.start - _LONGEST_PERSON) : mention.start]
    around = text[
        max(sentence.start, mention.start - _LONGEST_PROOF) : min(sentence.end, mention.end + _LONGEST_PROOF)
    ]
    return bool(_PERSON.search(before) and _TOGETHER.search(around))


def _centre(line: Line, mention: Mention, role: CentreRole, proof: Sentence) -> ParsedCentre:
    start = max(proof.start, mention.start - _LONGEST_PROOF // 2)
    end = min(proof.end, start + _LONGEST_PROOF)
    return ParsedCentre(
        line=line.number,
        code=mention.code,
        role=role,
        surface=line.text[mention.start : mention.end],
        sentence=line.text[start:end],
        column=mention.start - start,
    )


def _responsible(table: Table, section: ParsedSection, names: CentreNames) -> Iterator[ParsedCentre]:
    rows = {line.number: line for line in section.lines}
    for offset, cell in cells_below(table, RESPONSIBLE_COLUMNS):
        row = rows[table.line + offset]
        start = row.text.rfind(cell) if cell else 0
        for mention in names.find(cell):
            in_row = Mention(mention.code, start + mention.start, start + mention.end, mention.is_genitive)
            yield _centre(row, in_row, CentreRole.RESPONSIBLE, Sentence(0, len(row.text)))
