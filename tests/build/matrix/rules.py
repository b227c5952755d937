"""Who is answered what, in rules that are read as sentences: the one table that the answers of the site are held to.

Every address has an entry; one that has none fails the test.
"""

from __future__ import annotations

from dataclasses import dataclass

from minutes.editing.people.groups import Role

from .archive import State

EDITOR, PUBLISHER, ADMINISTRATOR = Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR
NOBODY = None

# Whoever asks: nobody known, or somebody in the group of a role, from the one that may least.
ANONYMOUS = None
Who = Role | None
EVERYBODY: tuple[Who, ...] = (ANONYMOUS, *Role)

OK, DONE, FORBIDDEN, NOTHING, NOT_TAKEN, CONFLICT, GONE = 200, 302, 403, 404, 405, 409, 410
MOVED = 301
LOGIN = "login"
Answer = int | str


def is_at_least(who: Who, least: Role | None) -> bool:
    """Whether somebody may what the role may: each role may also do what those before it may."""
    roles = [*Role]
    return who is not None and least is not None and roles.index(who) >= roles.index(least)


# ---- The public pages: they are read by everybody and take nothing in, whoever sends it, in whatever state.

# What the state of a meeting says for all its addresses. A draft is there for those who see drafts, from the editor on.
READABLE = {
    State.PUBLISHED: OK,
    State.DRAFT: NOTHING,
    State.WAITING: OK,
    State.WITHDRAWN: GONE,
    State.WITHDRAWN_ITEM: OK,
    State.CLOSED_ITEM: OK,
}
SEES_DRAFTS = EDITOR
MEETING = READABLE
# A closed item has a page that says so; one that is withdrawn alone is gone.
ITEM = READABLE | {State.WITHDRAWN_ITEM: GONE}
ATTACHMENT = ITEM | {State.CLOSED_ITEM: NOTHING}
# A case, a series or a topic is known by the items of it that may be read, a document by those that mention it; of
# others there is none.
CASE = READABLE | dict.fromkeys((State.WITHDRAWN, State.WITHDRAWN_ITEM, State.CLOSED_ITEM), NOTHING)
# What is kept for longer than an answer has no drafts, whoever asks.
FEED_OF_CASE = CASE
DOCUMENT = SERIES = TOPIC = CASE
ALWAYS = dict.fromkeys(READABLE, OK)
LEADS_ON_FOR_GOOD = dict.fromkeys(READABLE, MOVED)
LEADS_ON = dict.fromkeys(READABLE, DONE)

PUBLIC: dict[str, dict[State, int]] = {
    "home": ALWAYS,
    "meeting-list": ALWAYS,
    "meeting-feed": ALWAYS,
    "body-feed": ALWAYS,
    "body": LEADS_ON,
    "meeting-detail": MEETING,
    "meeting-source": MEETING,
    "item-detail": ITEM,
    "attachment": ATTACHMENT,
    "case-list": ALWAYS,
    "case-by-number": LEADS_ON,
    "case-detail": CASE,
    "case-feed": FEED_OF_CASE,
    "decision-list": ALWAYS,
    "document-detail": DOCUMENT,
    "document-by-number": LEADS_ON_FOR_GOOD,
    "centre-list": ALWAYS,
    "centre-detail": ALWAYS,
    "centre-feed": ALWAYS,
    "decision-feed": ALWAYS,
    "series-detail": SERIES,
    "series-feed": SERIES,
    "follow-up-list": ALWAYS,
    "follow-up-feed": ALWAYS,
    "topic-detail": TOPIC,
    "deferral-list": ALWAYS,
    "deferral-feed": ALWAYS,
    "promise-list": ALWAYS,
    "calendar": ALWAYS,
    "search": ALWAYS,
    "search-feed": ALWAYS,
    "suggestions": ALWAYS,
    "about-search": ALWAYS,
    "coverage": ALWAYS,
    "accessibility": ALWAYS,
    "healthz": ALWAYS,
    "robots": ALWAYS,
}
WITHOUT_DRAFTS = {
    *("case-feed", "meeting-feed", "body-feed", "decision-feed", "calendar"),
    *("series-feed", "follow-up-feed", "deferral-feed"),
}
# The documents hold closed items, too: of what may be read, they are for those who look at sources.
SOURCES = {"meeting-source"}
READS_SOURCES = EDITOR


# ---- Logging in and one's own password, for everybody: (anonymous GET, POST), (logged in GET, POST).


@dataclass(frozen=True, slots=True)
class Own:
    """What is answered to nobody known, and to whoever has logged in, GET and POST."""

    anonymous: tuple[Answer, Answer]
    known: tuple[Answer, Answer]


OWN = {
    "login": Own((OK, OK), (OK, OK)),
    "logout": Own((NOT_TAKEN, LOGIN), (NOT_TAKEN, LOGIN)),
    "password-change": Own((LOGIN, LOGIN), (OK, OK)),
    "password-changed": Own((LOGIN, LOGIN), (OK, NOT_TAKEN)),
    "admin:login": Own((LOGIN, LOGIN), (LOGIN, LOGIN)),
}


# ---- The desk: strangers are led to the login, and readers and whoever may not are refused.


@dataclass(frozen=True, slots=True)
class May:
    """The least of the roles that look at the rows of a list, add, change and delete them."""

    view: Role | None = EDITOR
    add: Role | None = NOBODY
    change: Role | None = NOBODY
    delete: Role | None = NOBODY


READ_ONLY = May()
CORRECTED = May(change=EDITOR)
UNITS = May(add=EDITOR, change=EDITOR, delete=ADMINISTRATOR)
ALIASES = May(add=EDITOR, change=EDITOR, delete=EDITOR)
WHO_MAY = May(ADMINISTRATOR, ADMINISTRATOR, ADMINISTRATOR, ADMINISTRATOR)

LISTS = {
    "minutes_meeting": May(add=EDITOR, delete=ADMINISTRATOR),
    **dict.fromkeys(
        ("minutes_agendaitem", "minutes_attachment", "minutes_decision", "minutes_decisionpart"), CORRECTED
    ),
    # What belongs together an editor joins and parts.
    **dict.fromkeys(("minutes_case", "minutes_deferral", "minutes_series", "minutes_topickey"), CORRECTED),
    **dict.fromkeys(
        (
            *("minutes_section", "minutes_attendance", "minutes_documentreference"),
            *("minutes_itemcentre", "minutes_sourcedocument", "minutes_correction", "minutes_event"),
            *("minutes_acceptedproblem", "minutes_acceptedwarning"),
            *("minutes_followup", "minutes_comingsubject", "minutes_promise"),
            *("minutes_reference", "minutes_amount"),
        ),
        READ_ONLY,
    ),
    "minutes_finding": May(change=PUBLISHER),
    "minutes_failedsearch": May(delete=EDITOR),
    **dict.fromkeys(("minutes_body", "minutes_centre"), UNITS),
    **dict.fromkeys(("minutes_bodyalias", "minutes_centrealias", "minutes_synonymgroup"), ALIASES),
    **dict.fromkeys(("auth_user", "auth_group"), WHO_MAY),
}


@dataclass(frozen=True, slots=True)
class Desk:
    """An address of the desk alone: who may ask, what is answered, and who may send, where those are others.

    `post` is NOT_TAKEN where nothing is taken, and OK where a form is asked for once more.
    """

    least: Role | None
    get: Answer | dict[State, Answer] = OK
    post: Answer | dict[State, Answer] = DONE
    sends: Role | None = NOBODY
    stranger: Answer = LOGIN


def _only(*states: State, otherwise: Answer) -> dict[State, Answer]:
    return {state: DONE if state in states else otherwise for state in State}


PAGES = {
    "admin:index": Desk(EDITOR, OK, OK),
    "admin:app_list": Desk(EDITOR, OK, OK),
    "admin:jsi18n": Desk(EDITOR, OK, NOT_TAKEN),
    "admin:who_may": Desk(EDITOR, OK, OK),
    "admin:locked_logins": Desk(ADMINISTRATOR, OK),
    # No list looks up another's rows while somebody types.
    "admin:autocomplete": Desk(EDITOR, FORBIDDEN, NOT_TAKEN),
    "admin:view_on_site": Desk(EDITOR, DONE, DONE),
    "admin:logout": Desk(EDITOR, NOT_TAKEN, LOGIN, stranger=DONE),
    "admin:password_change": Desk(EDITOR, OK, OK),
    "admin:password_change_done": Desk(EDITOR, OK, NOT_TAKEN),
    "admin/(?P<url>.*)$": Desk(EDITOR, NOTHING, NOTHING),
    "admin:auth_user_password_change": Desk(ADMINISTRATOR),
    # Many meetings at once.
    "admin:minutes_meeting_publish_chosen": Desk(PUBLISHER, DONE),
    "admin:minutes_meeting_withdraw_chosen": Desk(PUBLISHER, DONE),
    "admin:minutes_meeting_discard_chosen": Desk(EDITOR, DONE),
    "admin:minutes_meeting_delete_chosen": Desk(ADMINISTRATOR, DONE),
    # Uploads.
    "admin:minutes_meeting_save_ready": Desk(EDITOR),
    "admin:minutes_meeting_publish_ready": Desk(PUBLISHER),
    # Documents: everybody at the desk reads them, but for the bytes, in which nothing is masked.
    "admin:minutes_meeting_versions": Desk(EDITOR, OK, OK),
    # Whoever publishes does so with what is not public; the error to accept stands in one document alone.
    "admin:minutes_sourcedocument_review": Desk(
        EDITOR, post=_only(State.DRAFT, State.WAITING, State.UPLOADED, otherwise=FORBIDDEN), sends=PUBLISHER
    ),
    "admin:minutes_sourcedocument_accept": Desk(
        PUBLISHER,
        {**dict.fromkeys(State, OK), State.UPLOADED: NOTHING},
        {**_only(State.PUBLISHED, otherwise=OK), State.UPLOADED: NOTHING},
    ),
    "admin:minutes_sourcedocument_download": Desk(ADMINISTRATOR, OK, OK),
    "admin:minutes_attachment_download": Desk(EDITOR, OK, OK),
    # One item.
    "admin:minutes_agendaitem_withdraw": Desk(
        PUBLISHER,
        post={**_only(*READABLE, otherwise=OK), State.DRAFT: CONFLICT, State.WITHDRAWN_ITEM: CONFLICT},
    ),
    "admin:minutes_agendaitem_show": Desk(PUBLISHER, post=_only(State.WITHDRAWN_ITEM, otherwise=CONFLICT)),
    # Names.
    "admin:minutes_body_new": Desk(EDITOR),
    # Its addresses are public, and move.
    "admin:minutes_body_merge": Desk(EDITOR, sends=PUBLISHER),
    "admin:minutes_centre_codes": Desk(EDITOR),
    "admin:minutes_failedsearch_decide": Desk(EDITOR),
    # What is uploaded is told on the same page; a single meeting is deleted where many are, once its name is typed.
    "admin:minutes_meeting_add": Desk(EDITOR, post=OK),
    "admin:minutes_meeting_delete": Desk(ADMINISTRATOR, post=OK),
    # The log, which is a meeting's history, and has none itself.
    "admin:minutes_meeting_history": Desk(EDITOR, DONE, DONE),
    "admin:minutes_event_history": Desk(NOBODY),
    "admin:minutes_event_csv": Desk(EDITOR, OK, OK),
}


def expected(name: str, who: Who, method: str, state: State) -> Answer | None:
    """Return what somebody is answered at an address; None where the table has no entry for it."""
    if name in PUBLIC:
        return _public(name, who, method, state)
    if name in OWN:
        return (OWN[name].anonymous if who is ANONYMOUS else OWN[name].known)[method == "POST"]
    rule = PAGES.get(name) or _of_list(name, method)
    if rule is None:
        return None
    if who is ANONYMOUS:
        return rule.stranger
    if not is_at_least(who, rule.least) or (
        method == "POST" and rule.sends and not is_at_least(who, rule.sends)
    ):
        return FORBIDDEN
    answer = rule.get if method == "GET" else rule.post
    return answer[state] if isinstance(answer, dict) else answer


def _public(name: str, who: Who, method: str, state: State) -> Answer:
    if method == "POST":
        return NOT_TAKEN
    answer = PUBLIC[name][state]
    if state is State.DRAFT and is_at_least(who, SEES_DRAFTS) and name not in WITHOUT_DRAFTS:
        answer = PUBLIC[name][State.PUBLISHED]
    if name in SOURCES and answer == OK and not is_at_least(who, READS_SOURCES):
        return LOGIN if who is ANONYMOUS else FORBIDDEN
    return answer


def _of_list(name: str, method: str) -> Desk | None:
    """The rule of one of the addresses that every list of the desk has."""
    list_name, _, view = name.removeprefix("admin:").rpartition("_")
    if name.endswith("/<path:object_id>/"):
        # The address of a row without a page: it leads on to the one that has, whoever asks of those at the desk.
        return Desk(EDITOR, DONE, DONE)
    may = LISTS.get(list_name)
    if may is None:
        return None
    match view:
        case "changelist":
            return Desk(may.view, OK, OK)
        case "history":
            return Desk(may.view, OK, OK)
        case "add":
            return Desk(may.add)
        case "change" if method == "POST":
            return Desk(may.change)
        case "change":
            return Desk(may.view)
        case "delete":
            return Desk(may.delete)
        case _:
            return None


def may_see(who: Who, name: str, state: State) -> bool:
    """Whether somebody may be shown what is not for everybody of a meeting in that state, at this address."""
    if not is_at_least(who, EDITOR):
        return False
    if name not in PUBLIC:
        return True
    # In public nothing is shown to those at the desk but drafts, and the documents themselves.
    return name in SOURCES or (state is State.DRAFT and name not in WITHOUT_DRAFTS)


def is_answered_as_the_role_below(name: str, who: Who, method: str) -> bool:
    """Whether somebody is answered at an address what the next role that may less is answered, in every state."""
    if who is ANONYMOUS:
        return False
    below = EVERYBODY[EVERYBODY.index(who) - 1]
    return all(
        expected(name, who, method, state) == expected(name, below, method, state) for state in READABLE
    )
