"""An archive with a meeting in each state, and the word by which what is not for everybody is known where it shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from axes.models import AccessAttempt
from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile

from minutes.editing import closing, publication
from minutes.editing.corrections import correct_title
from minutes.editing.people.groups import Role, group_of, keep_groups
from minutes.editing.withdrawing.items import withdraw_item
from minutes.importing.arrivals import uploading
from minutes.importing.importer import import_minutes
from minutes.importing.organisation import load_organisation
from minutes.importing.review.accepted_warnings import accept_warnings
from minutes.matters.joining.writing import join_again
from minutes.models import AgendaItem, Attachment, BodyAlias, FailedSearch, Finding, Meeting, SourceDocument
from minutes.models.sources import problems_as_json
from minutes.parser.problems import Problem, Severity
from tests.build.documents import decided, item_text, minutes_text
from tests.build.rows import accept_problem, add_body, add_finding, add_part, add_role
from tests.build.synonyms import add_synonyms
from tests.build.told_rows import add_all_told

PUBLISHED_SLUG = "2013-04-01"
# Stands in every item: who searches for it asks for all that he may find.
EVERYWHERE = "kulsvier"


class State(Enum):
    """What a meeting can be in, and the word that stands in what not everybody may see of it."""

    PUBLISHED = ""
    DRAFT = "birkekvist"
    WAITING = "granskov"
    WITHDRAWN = "lyngbakke"
    WITHDRAWN_ITEM = "mosekonge"
    CLOSED_ITEM = "rosenhave"
    UPLOADED = "tidselfrø"

    @property
    def secret(self) -> str:
        return self.value

    @property
    def in_force(self) -> str:
        """The word in what is in force: a version that waits is not."""
        return "" if self is State.WAITING else self.value

    @property
    def has_meeting(self) -> bool:
        return self is not State.UPLOADED

    @property
    def day(self) -> int:
        return [*State].index(self) + 1


@dataclass(frozen=True, slots=True)
class Place:
    """What the addresses of a state name: a meeting, its item 1 and the version that is to be looked at."""

    state: State
    meeting: Meeting
    item: AgendaItem
    source: SourceDocument


def build_archive() -> dict[State, Place]:
    """Store a meeting in each state that meetings have, with a row of every kind in it, and a file that has come in."""
    load_organisation()
    keep_groups()
    places = {state: _place(state) for state in State if state.has_meeting}
    upload = uploading.receive(_minutes(State.UPLOADED, State.UPLOADED.secret), "kommet.txt", None).source
    seen = places[State.PUBLISHED]
    places[State.UPLOADED] = Place(State.UPLOADED, seen.meeting, seen.item, upload)
    import_minutes(minutes_text(body="Det Nye Udvalg", date="03-04-2014").encode(), "nyt.txt", publish=True)
    add_body("Et Tomt Udvalg")
    BodyAlias.objects.create(body=places[State.PUBLISHED].meeting.body, text="Dir.")
    FailedSearch.objects.count_up("kloakk")
    add_synonyms("dagpasning", "dagtilbud")
    Group.objects.create(name="Arkivarer")
    User.objects.create_user("somebody")
    AccessAttempt.objects.create(username="somebody", ip_address="192.0.2.1", failures_since_start=5)
    return places


def people() -> dict[Role, User]:
    """Somebody in the group of each role, with no other right."""
    users = {role: User.objects.create_user(role.name.lower()) for role in Role}
    for role, user in users.items():
        user.groups.add(group_of(role))
    return users


def _place(state: State) -> Place:
    secret = state.in_force
    meeting = import_minutes(_minutes(state, secret), f"{secret or 'referat'}.txt").meeting
    item = meeting.items.get(slug="punkt-1")
    _add_rows(meeting, item, secret)
    if state is not State.DRAFT:
        assert publication.publish(Meeting.objects.filter(pk=meeting.pk)).changed
    match state:
        case State.WITHDRAWN:
            publication.withdraw(Meeting.objects.filter(pk=meeting.pk), reason="Forkert udvalg")
        case State.WITHDRAWN_ITEM:
            withdraw_item(item, None, "Rettes")
        case State.CLOSED_ITEM:
            closing.close_item(item, None, reason="Behandlet for lukkede døre")
        case State.WAITING:
            import_minutes(_minutes(state, state.secret), "ny.txt")
    meeting.refresh_from_db()
    _add_what_bars(meeting.sources.in_force().get())
    item.refresh_from_db()
    return Place(state, meeting, item, meeting.sources.latest("version"))


def standing_title(secret: str) -> str:
    """The title of the first item but for the day of its meeting, by which it is one of a series."""
    return f"Plan {secret}titel {EVERYWHERE}"


def _minutes(state: State, secret: str) -> bytes:
    """Minutes of two items: the first holds the word in all its parts where the meeting does not stay without it."""
    number = 9000 + state.day
    first = item_text(
        1,
        f"{standing_title(secret)} {state.day:02}-04-2013",
        f"13/{number}",
        sagsfremstilling=f"Planen {secret}tekst er sendt ud ({EVERYWHERE}). Der er et notat ({number}7/12).",
        indstilling=f"HR-Centret indstiller, at {secret}forslag godkendes.",
    )
    first += "\n\n" + decided("Direktionen", f"{state.day:02}-04-2013", f"Godkendt med {secret}vilkår.")
    first += f"\n\nBilag\n\nUdkast til {secret}bilag"
    # Of a meeting that nobody may see the other items are as secret.
    rest = secret if state in (State.DRAFT, State.WITHDRAWN, State.UPLOADED) else ""
    second = item_text(2, f"Eventuelt {rest} {EVERYWHERE}", f"12/{number}", sagsfremstilling=f"Intet {rest}.")
    return minutes_text(first, second, date=f"{state.day:02}-04-2013").encode()


def _add_rows(meeting: Meeting, item: AgendaItem, secret: str) -> None:
    """What a document without much in it leaves out."""
    correct_title(item, f"Rettet {item.title}", None)
    attachment = Attachment.objects.get(item=item)
    attachment.file.save("bilag.txt", ContentFile(f"Bilaget {secret}.".encode()))
    Attachment.objects.filter(pk=attachment.pk).update(file_name=f"{secret}bilag.txt")
    meeting.attendance.create(position=1, role="members", name="A. Jensen")
    decision = item.decisions.first()
    assert decision
    add_part(decision, text=f"{secret}del")
    add_all_told(item, secret)
    if not item.item_centres.exists():
        add_role(item)
    accept_problem(meeting)
    warning = Problem(7, "unsure", Severity.WARNING, f"Er {secret} rigtigt?")
    accept_warnings(meeting.sources.in_force().get(), [warning], None)
    # What was added is followed as what an import reads.
    join_again([meeting.pk])


def _add_what_bars(source: SourceDocument) -> None:
    """A finding and an error to decide on, which bar nothing that was done already, nor what is to be tried later."""
    found = add_finding(source)
    if source.meeting.is_draft:
        found.finding.decision = Finding.Decision.RELEASED
        found.finding.save()
    elif source.meeting.slug == PUBLISHED_SLUG:
        source.problems = problems_as_json([Problem(1, "date_impossible", Severity.ERROR, "Forkert dato.")])
        source.save()
