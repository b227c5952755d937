"""Every address of the admin, asked for by everybody: nobody sees or does more than their rights say."""

from collections.abc import Callable, Iterator

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, URLResolver, reverse

from minutes.editing.corrections import correct_title
from minutes.importing.review.accepted_warnings import accept_warnings
from minutes.models import (
    Attachment,
    BodyAlias,
    ExternalLogin,
    FailedSearch,
    FindingPlace,
    FormerAddress,
    Fulfilment,
    ListedDeferral,
    ListedPromise,
    Meeting,
    NameDecision,
    SearchDecision,
    SearchDocument,
    SearchRole,
    SearchWord,
    Series,
    ShippedSynonyms,
    Sighting,
    SynonymsVersion,
    TakenUpByHand,
    TakingUp,
    Topic,
    TopicKey,
    TopicLikeness,
    TopicMember,
)
from minutes.parser.problems import Problem, Severity
from tests.build.rows import accept_problem, add_finding, add_part
from tests.build.sample import open_item
from tests.build.synonyms import add_synonyms
from tests.build.told_rows import add_all_told

# What an administrator may do with the rows of each model, beside looking at them.
ALL = {"add", "change", "delete"}
MAY = {
    "acceptedproblem": set(),
    "agendaitem": {"change"},
    "amount": set(),
    "attachment": {"change"},
    "acceptedwarning": set(),
    "attendance": set(),
    # Names are decided on by whoever may change centres and bodies.
    "body": ALL | {"new", "merge"},
    "bodyalias": ALL,
    "case": {"change"},
    "centre": ALL | {"codes"},
    "centrealias": ALL,
    "comingsubject": set(),
    "correction": set(),
    "decision": {"change"},
    "decisionpart": {"change"},
    "deferral": {"change"},
    "documentreference": set(),
    "event": set(),
    "failedsearch": {"delete", "decide"},
    "finding": {"change"},
    "followup": set(),
    "group": ALL,
    "itemcentre": set(),
    "meeting": {"add", "delete", "save_ready", "publish_ready"},
    "promise": set(),
    "reference": set(),
    "section": set(),
    "series": {"change"},
    # To answer for an error, and to have the bytes as they came.
    "sourcedocument": {"accept", "download"},
    "synonymgroup": ALL,
    "topickey": {"change"},
    "user": ALL,
}
ONE_CLICK = ("minutes_body_new", "minutes_centre_codes", "minutes_failedsearch_decide")
# The addresses that belong to no model: what any member of staff gets.
GENERAL = {
    ("index", "GET"): 200,
    ("index", "POST"): 200,
    ("login", "GET"): 302,
    ("login", "POST"): 302,
    ("logout", "GET"): 405,
    ("logout", "POST"): 302,
    ("password_change", "GET"): 200,
    ("password_change", "POST"): 200,
    ("password_change_done", "GET"): 200,
    ("password_change_done", "POST"): 405,
    ("autocomplete", "GET"): 403,
    ("autocomplete", "POST"): 405,
    ("jsi18n", "GET"): 200,
    ("jsi18n", "POST"): 405,
    ("who_may", "GET"): 200,
    ("who_may", "POST"): 200,
    ("view_on_site", "GET"): 302,
    ("view_on_site", "POST"): 302,
}


def named_addresses(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from named_addresses(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


NAMES = sorted(set(named_addresses(admin.site.get_urls())))
METHODS = ("GET", "POST")
MODELS = {model._meta.label_lower.replace(".", "_"): model for model in admin.site._registry}


@pytest.fixture
def rows(meeting) -> Meeting:
    """A row of every model."""
    correct_title(open_item(meeting), "Rengøring af rådhuset", None)
    Attachment.objects.get().file.save("aftale.pdf", ContentFile(b"%PDF-"))
    BodyAlias.objects.get_or_create(body=meeting.body, text="Dir.")
    meeting.attendance.create(position=1, role="members", name="A. Jensen")
    add_part(open_item(meeting).decisions.get())
    add_all_told(open_item(meeting))
    Series.objects.create(key="huskeliste", slug="huskeliste")
    TopicKey.objects.create(key="klimaplan", slug="klimaplan")
    FailedSearch.objects.count_up("kloakk")
    add_synonyms("dagpasning", "dagtilbud")
    Group.objects.create(name="Arkivarer")
    User.objects.create_user("somebody")
    add_finding(meeting.sources.get())
    accept_problem(meeting)
    warning = Problem(7, "unsure", Severity.WARNING, "Er det rigtigt?")
    accept_warnings(meeting.sources.get(), [warning], None)
    return meeting


def address(name: str) -> str:
    """The path of a named address, to an existing row where one is needed."""
    if name == "view_on_site":
        meeting = Meeting.objects.first()
        return reverse("admin:view_on_site", args=[ContentType.objects.get_for_model(meeting).pk, meeting.pk])
    if name == "app_list":
        return reverse("admin:app_list", args=["minutes"])
    model, view = model_and_view(name)
    if view in (
        "changelist",
        "add",
        "csv",
        "codes",
        "new",
        "decide",
        "save_ready",
        "publish_ready",
        None,
    ) or view.endswith("_chosen"):
        return reverse(f"admin:{name}")
    return reverse(f"admin:{name}", args=[model._default_manager.first().pk])


def model_and_view(name: str) -> tuple[type[Model] | None, str | None]:
    """ "minutes_meeting_change" as Meeting and "change"; None for the addresses that belong to no model."""
    app_and_model, view = "_".join(name.split("_")[:2]), "_".join(name.split("_")[2:])
    return (MODELS[app_and_model], view) if app_and_model in MODELS else (None, None)


def answers(login: Callable[[], Client]) -> dict[tuple[str, str], int]:
    """The status of every address, each asked for by somebody who has just logged in."""
    return {(name, method): ask(login(), name, method) for name in NAMES for method in METHODS}


def ask(client: Client, name: str, method: str) -> int:
    form = "application/x-www-form-urlencoded"
    response = client.generic(method, address(name), content_type=form)
    b"".join(response)  # a file is closed when it has been read
    return response.status_code


def expectations(rights: set[str]) -> dict[tuple[str, str], int]:
    return {(name, method): expected(name, method, rights) for name in NAMES for method in METHODS}


def expected(name: str, method: str, rights: set[str]) -> int:
    """What somebody with these rights over every model gets: {"view"}, or all of MAY."""
    model, view = model_and_view(name)
    if name == "locked_logins":
        # For those who change users; where no lock is chosen, the list is shown again.
        return (200 if method == "GET" else 302) if "change" in rights else 403
    if model is None:
        return (200 if rights else 404) if name == "app_list" else GENERAL[name, method]
    if view.endswith("_chosen"):
        # Nothing is chosen: whoever may choose is sent to the list.
        return 302 if {"discard": "change"}.get(view.removesuffix("_chosen"), "delete") in rights else 403
    may = rights & (MAY[model._meta.model_name] | {"view"})
    match view:
        case "history" if name == "minutes_event_history":
            return 403
        case "history" if name == "minutes_meeting_history":
            return 302 if "view" in may else 403
        case "withdraw" | "show":
            # A draft has nothing to withdraw, or to show again.
            return (200 if method == "GET" else 409) if "change" in may else 403
        case "csv":
            allowed = "view" in may
        case "changelist" | "history":
            allowed = "view" in may
        case "versions":
            return 200 if "view" in rights else 403
        case "review":
            # Looked at by whoever reads documents; a form that asks for nothing is refused.
            allowed = "view" in may and method == "GET"
        case "download":
            allowed = "download" in may or (model is Attachment and "view" in may)
        case "change":
            allowed = "change" in may or (method == "GET" and "view" in may)
        case "password_change":
            allowed = "change" in may
        case _:
            allowed = view in may
    if not allowed:
        return 403
    if name == "minutes_body_merge":
        return 302  # with no other body nothing is asked
    # An empty form is shown again, but for that of an attachment, which may do without its file; what is decided on
    # with one click leads back to its list with a message.
    special = {
        **{"minutes_meeting_save_ready": 302, "minutes_meeting_publish_ready": 302},
        "minutes_meeting_add": 400,
        "minutes_attachment_change": 302,
        # Nothing said is what the archive finds out itself.
        **dict.fromkeys(("minutes_series_change", "minutes_topickey_change", "minutes_deferral_change"), 302),
        **dict.fromkeys(ONE_CLICK, 302),
    }
    return special.get(name, 200) if method == "POST" else 200


def test_every_model_of_the_archive_is_there():
    registered = {model for model in admin.site._registry if model._meta.app_label == "minutes"}
    # The index of the search is made of the other rows, and nothing an archivist reads.
    assert registered == set(apps.get_app_config("minutes").get_models()) - {
        SearchDecision,
        SearchDocument,
        SearchRole,
        SearchWord,
        # Shown with the finding that stands there.
        FindingPlace,
        # Shown where codes are decided on.
        NameDecision,
        # Asked when somebody comes from single sign-on.
        ExternalLogin,
        # Asked by addresses, and read by nobody.
        FormerAddress,
        # What came with the archive, and a value by which processes know that it is new.
        *(ShippedSynonyms, SynonymsVersion),
        # Made of what is read, as the index is; what an editor says of it stands in the forms of the things.
        *(
            TakingUp,
            Fulfilment,
            TakenUpByHand,
            ListedDeferral,
            ListedPromise,
            Sighting,
            Topic,
            TopicMember,
            TopicLikeness,
        ),
    }


@pytest.mark.parametrize("method", METHODS)
def test_a_visitor_gets_no_further_than_the_login(method, rows, client):
    for name in sorted(set(NAMES) - {"login", "logout"}):
        response = client.generic(method, address(name))
        assert response.status_code == 302, name
        assert response.url.startswith(reverse("admin:login")), name


@pytest.mark.parametrize("rights", [(), ("read_drafts",)])
def test_whoever_has_no_right_in_the_admin_does_not_get_in(rights, rows, staff):
    everywhere = answers(lambda: staff(*rights))
    login = {address: everywhere.pop(address) for address in [("login", "GET"), ("login", "POST")]}
    assert {*everywhere.values()} == {403}
    assert {*login.values()} == {302}, "to the page on which everybody logs in"


def test_staff_with_the_right_to_view_only_views(rows, staff):
    rights = Permission.objects.filter(codename__startswith="view_").values_list("codename", flat=True)
    assert answers(lambda: staff(*rights)) == expectations({"view"})


def test_an_administrator_does_what_the_admin_offers_and_no_more(rows, admin_user, client):
    def login() -> Client:
        client.force_login(admin_user)
        return client

    assert answers(login) == expectations({"view", *set().union(*MAY.values())})
