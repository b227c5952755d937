"""Rows made by hand: each function stores one, with whatever the test says about it and plain values for the rest."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib.auth.models import Permission, User

from minutes.danish.numbers import split_case_number, year_of
from minutes.models import (
    AcceptedProblem,
    AgendaItem,
    Attachment,
    Attendance,
    Body,
    Case,
    Centre,
    CentreRole,
    Decision,
    DecisionPart,
    DocumentReference,
    Finding,
    FindingPlace,
    ItemCentre,
    Meeting,
    Outcome,
    PublicationState,
    Section,
    SectionKind,
    SourceDocument,
)
from minutes.models.blocks import blocks_as_json
from minutes.models.review.findings import number_digest
from minutes.parser.values import Block, Paragraph


def add_user(name: str = "anna", *rights: str) -> User:
    """A user with these rights only, such as "view_sourcedocument"."""
    user = User.objects.create_user(name)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    return user


def add_editor(name: str = "staff", *rights: str) -> User:
    """A user who reads drafts and enters the admin, and has these rights besides."""
    return add_user(name, "read_drafts", "view_meeting", *rights)


def add_publisher(name: str = "anna") -> User:
    """A user who may let everybody see what they did not see before."""
    return add_user(name, "publish_meeting")


def add_body(name: str = "Direktionen") -> Body:
    slug = name.lower().replace("å", "aa").replace("ø", "oe")
    return Body.objects.get_or_create(name=name, defaults={"slug": slug})[0]


def add_meeting(
    date: str = "2013-08-27",
    body: str = "Direktionen",
    state: PublicationState = PublicationState.PUBLISHED,
    **columns: Any,
) -> Meeting:
    day = datetime.date.fromisoformat(date)
    columns = {"slug": date, "location": "Mødelokale 1", **columns}
    return Meeting.objects.create(body=add_body(body), date=day, state=state, **columns)


def add_person(meeting: Meeting, name: str, role: Attendance.Role = Attendance.Role.MEMBERS) -> Attendance:
    return Attendance.objects.create(
        meeting=meeting, position=meeting.attendance.count() + 1, role=role, name=name
    )


def add_case(number: str = "12/32140") -> Case:
    _, serial = split_case_number(number)
    return Case.objects.get_or_create(
        number=number, defaults={"year": year_of(number), "serial": int(serial)}
    )[0]


def add_item(
    meeting: Meeting, title: str = "Ny kantine", case: str = "", *, is_closed: bool = False
) -> AgendaItem:
    position = meeting.items.count() + 1
    return AgendaItem.objects.create(
        meeting=meeting,
        position=position,
        number=position,
        slug=f"punkt-{position}",
        title=title,
        case=add_case(case) if case else None,
        is_closed=is_closed,
    )


def add_section(
    item: AgendaItem,
    kind: SectionKind = SectionKind.CASE_PRESENTATION,
    *blocks: Block | str,
    is_empty: bool = False,
) -> Section:
    """A section of these blocks; a text alone is a paragraph."""
    values = [Paragraph(1, block) if isinstance(block, str) else block for block in blocks]
    return Section.objects.create(
        item=item,
        position=item.sections.count() + 1,
        kind=kind,
        heading=kind.heading,
        text="\n".join(getattr(block, "text", "") for block in values),
        blocks=blocks_as_json(values),
        is_empty=is_empty,
    )


def add_decision(
    item: AgendaItem,
    text: str = "Godkendt.",
    outcome: Outcome = Outcome.APPROVED,
    *,
    date: str = "",
    body: str = "",
) -> Decision:
    """A decision with its section: of the item's own meeting, unless another body or date is named."""
    return Decision.objects.create(
        item=item,
        position=item.decisions.count() + 1,
        body=add_body(body) if body else item.meeting.body,
        date=datetime.date.fromisoformat(date) if date else item.meeting.date,
        text=text,
        outcome=outcome,
        section=add_section(item, SectionKind.DECISION, text),
    )


def add_part(
    decision: Decision, point: str = "1", outcome: Outcome = Outcome.APPROVED, text: str = ""
) -> DecisionPart:
    """A part of a decision; the decision says nothing itself any more where its parts differ."""
    if decision.parts.exclude(outcome=outcome).exists():
        decision.outcome = Outcome.OTHER
        decision.save()
    return DecisionPart.objects.create(
        item=decision.item,
        decision=decision,
        position=decision.parts.count() + 1,
        point=point,
        text=text,
        outcome=outcome,
    )


def add_decision_in_parts(item: AgendaItem, *outcomes: Outcome, **columns: str) -> Decision:
    """A decision whose points 1, 2 … came to these outcomes."""
    words = [f"Ad {point}) {outcome.label.capitalize()}." for point, outcome in enumerate(outcomes, start=1)]
    decision = add_decision(item, " ".join(words), outcomes[0], **columns)
    for point, outcome in enumerate(outcomes, start=1):
        add_part(decision, str(point), outcome)
    return decision


def add_attachment(item: AgendaItem, title: str = "Budget for kantinen", **columns: Any) -> Attachment:
    position = item.attachments.count() + 1
    return Attachment.objects.create(item=item, position=position, title=title, **columns)


def add_document(item: AgendaItem, number: str = "269057/12", title: str = "") -> DocumentReference:
    source = DocumentReference.Source.LIST if title else DocumentReference.Source.PROSE
    position = item.document_references.count() + 1
    return DocumentReference.objects.create(
        item=item, position=position, number=number, title=title, source=source
    )


def add_centre(code: str = "HRC", name: str = "HR-Centret", **columns: Any) -> Centre:
    slug = code.lower().replace("ø", "oe")
    return Centre.objects.get_or_create(code=code, defaults={"name": name, "slug": slug, **columns})[0]


def add_role(item: AgendaItem, code: str = "HRC", role: CentreRole = CentreRole.RECOMMENDS) -> ItemCentre:
    return ItemCentre.objects.create(item=item, centre=add_centre(code), role=role)


def add_source(meeting: Meeting, written: str, encoding: str = "utf-8", **columns: Any) -> SourceDocument:
    """A version of these bytes, as an earlier program has stored it unless the columns say what was read of it."""
    content = written.encode(encoding)
    columns = {
        "version": 1,
        "name": "referat.txt",
        "sha256": "0" * 64,
        "parser_version": 1,
        **columns,
    }
    return SourceDocument.objects.create(meeting=meeting, content=content, encoding=encoding, **columns)


def add_finding(of: SourceDocument, digits: str = "0101801234", **place: Any) -> FindingPlace:
    """A personal number that nobody has decided on, in the first line of the version, or where `place` says."""
    finding = Finding.objects.create(
        meeting=of.meeting,
        digest=number_digest(of.meeting, digits),
        masked=f"{digits[:6]}-••••",
        confidence=Finding.Confidence.FINDING,
    )
    columns = {"source": of, "kind": FindingPlace.Kind.TEXT, "line": 1, **place}
    return FindingPlace.objects.create(finding=finding, **columns)


def accept_problem(
    meeting: Meeting, code: str = "date_impossible", message: str = "Ingen dato."
) -> AcceptedProblem:
    return AcceptedProblem.objects.create(
        meeting=meeting, code=code, message=message, reason="Står i referatet."
    )
