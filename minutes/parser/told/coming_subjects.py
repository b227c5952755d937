"""What a follow-up list announces below its table: subjects of meetings to come, among the days of their calendars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from minutes.danish.dates import MONTH_NAME, WEEKDAY
from minutes.parser.values import ListBlock, ParsedItem, ParsedSection, Table

from .follow_ups import is_follow_up_list, last_row
from .values import ComingSubject

# 24. september: Kommuneplan · onsdag den 3. maj · 10.-11. januar · 3/9 kl. 10-12 · uge 7
_CALENDAR = re.compile(
    rf"(?:{WEEKDAY}\s)?(?:den\s|d\.\s?)?(?:[0-9]{{1,2}}\.?\s?(?:[-–]|og)\s?)?"
    rf"(?:[0-9]{{1,2}}(?:\.\s?|\s){MONTH_NAME}\b\.?|[0-9]{{1,2}}[./-][0-9]{{1,2}}(?![0-9])|uge\s[0-9]{{1,2}}\b)"
    r"(?:[\s/.-]{1,3}(?:20)?[0-9]{2}(?![0-9]))?(?:,?\s(?:kl\.?|klokken)\s[0-9.:]{1,5}(?:\s?[-–]\s?[0-9.:]{1,5})?)?"
    r"\s{0,3}(?:[:–-]\s{0,3}(?P<text>.*)|(?P<more>[^:]*))",
    re.IGNORECASE | re.DOTALL,
)
# What becomes of a meeting, or that nothing is known of it: (NB! Skal sandsynligvis aflyses) · Program følger
_IS_NOTE = re.compile(
    r"\W{0,3}(?:nb\b.*|(?:\w+\s){0,4}?(?:aflys(?:es|t)|udgår|udgået|flytte(?:s|t)|udsættes|bortfalder|ændret|følger"
    r"|ferielukket|helligdag)\b.*|(?:der\ser\s)?(?:ingen|intet|endnu\singen)\s(?:emner|punkter|bemærkninger|møde)\b.*"
    r"|(?:vinter|påske|sommer|efterårs|jule)?ferie\W*|[-–?.]{0,3})",
    re.IGNORECASE | re.DOTALL,
)
_GATHERING = (
    r"[\w-]*(?:møde|møder|mødet|møderne|forum|fora|seminar|seminaret|temadag|temadage|heldag|udvalg|udvalget|udvalgene|råd|rådet"
    r"|direktion|direktionen|nævnet|bestyrelsen|gruppen|gruppe|chefgruppen|højskole|højskolen|introduktion|konference)"
)
# Chefforum 28 august · Byrådets temamøder · Temamøder i Byrådet · HU-møder · Direktionens Strategiske Lederforum
_OF_GATHERING = re.compile(
    rf"(?:(?!på\b|om\b|til\b|med\b|fra\b|af\b|for\b|og\b|vedr)[\w/-]+\s){{0,4}}{_GATHERING}"
    rf"(?:\s(?:i|for)\s(?:det\s|den\s)?[\w/-]+)?(?:[\s,–-]{{1,3}}(?:den\s|d\.\s?)?[0-9].{{0,40}})?",
    re.IGNORECASE,
)
# ØU · HU/MED · SSU 3. maj
_OF_CODES = re.compile(r"[A-ZÆØÅ]{2,6}(?:\s?[/,]\s?[A-ZÆØÅ]{2,6})?(?:\s(?:den\s|d\.\s?)?[0-9].{0,40})?")
# Kommende emner: · Emner, der endnu ikke er lagt fast · Øvrige punkter
_OF_SUBJECTS = re.compile(
    r"(?:(?:kommende|øvrige|andre|mulige|aktuelle|nye|fremtidige|senere)\s)?(?:emner|temaer|punkter|sager|dagsordenspunkter)"
    r"(?:\s(?:til|på|for|i)\s.{1,60}|,\s?(?:der|som)\s.{1,60})?",
    re.IGNORECASE,
)
_OF_PART = re.compile(rf"\b(?:deltagelse|deltager|besøg|ferie)\b|{_GATHERING}\b", re.IGNORECASE)
_LONGEST_HEADING = 80


class _Entry(NamedTuple):
    line: int
    text: str
    is_listed: bool


def find_coming_subjects(item: ParsedItem) -> tuple[ComingSubject, ...]:
    """The subjects announced below the table of a follow-up list, each with the heading that it stands under.

    A day alone, and what becomes of the meeting of a day, is no subject: "29. oktober: aflyst".
    """
    if item.is_closed:
        return ()
    is_list = is_follow_up_list(item)
    return tuple(subject for section in item.sections for subject in _subjects(section, is_list))


def _subjects(section: ParsedSection, is_list: bool) -> Iterator[ComingSubject]:
    end = last_row(section, is_list=is_list)
    entries = list(_entries_below(section, end)) if end else []
    heading = ""
    for place, entry in enumerate(entries):
        following = entries[place + 1] if place + 1 < len(entries) else None
        if _is_heading(entry, following):
            heading = entry.text.rstrip(" :")
        elif _is_subject(entry.text):
            yield ComingSubject(entry.line, heading, entry.text)


def _entries_below(section: ParsedSection, end: int) -> Iterator[_Entry]:
    """The lines of a section below a line, those of lists without their markers."""
    for block in section.blocks:
        if block.line <= end or isinstance(block, Table):
            continue
        if isinstance(block, ListBlock):
            yield from (_Entry(item.line, item.text, True) for item in block.items)
        else:
            yield _Entry(block.line, block.text, False)


def _is_heading(entry: _Entry, following: _Entry | None) -> bool:
    """Whether a line says whose meetings the next ones are about, or that they are subjects."""
    text = entry.text.rstrip()
    if entry.is_listed or len(text) > _LONGEST_HEADING or text[-1] in ".!?)" or _CALENDAR.fullmatch(text):
        return False
    if text.endswith(":"):
        return True
    if any(form.fullmatch(text) for form in (_OF_GATHERING, _OF_CODES, _OF_SUBJECTS)):
        return True
    return _is_day(following) and _OF_PART.search(text) is not None


def _is_day(entry: _Entry | None) -> bool:
    return entry is not None and _CALENDAR.fullmatch(entry.text) is not None


def _is_subject(text: str) -> bool:
    day = _CALENDAR.fullmatch(text)
    said = (day["text"] or day["more"] or "") if day else text
    return any(map(str.isalpha, said)) and _IS_NOTE.fullmatch(said.strip()) is None
