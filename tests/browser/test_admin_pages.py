"""Every page of the admin in a real browser, found by its addresses: axe and the browser complain of nothing.

By day and by night, on a wide screen and on one of 320 px, where no page scrolls sideways.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django.plugin import DjangoDbBlocker

from minutes.admin.lists import ArchiveAdmin
from minutes.editing.corrections import correct_title
from minutes.editing.event_log import record
from minutes.importing.review.accepted_warnings import accept_warnings
from minutes.models import Event, FailedSearch, Meeting, Outcome, SourceDocument, SynonymGroup
from minutes.models.sources import problems_as_json
from minutes.parser.problems import Problem, Severity
from tests.browser.visitor import Visitor
from tests.build.rows import (
    accept_problem,
    add_attachment,
    add_decision_in_parts,
    add_finding,
    add_item,
    add_meeting,
    add_person,
    add_section,
    add_source,
)

pytestmark = pytest.mark.django_db

# What Django's admin answers with something else than a page of its own.
NO_PAGES = ("jsi18n", "autocomplete", "view_on_site", "logout", "_download")
ERROR = Problem(1, "date_impossible", Severity.ERROR, '"31-02-2013" er ingen dato i kalenderen.')
ACCEPTED = Problem(2, "weekday_differs", Severity.ERROR, "27-08-2013 er en tirsdag, ikke en mandag.")
UNSURE = Problem(3, "centre_unknown", Severity.WARNING, "Koden XYZ er ukendt.")


@pytest.fixture(scope="module")
def work(server: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A draft with all that can be wrong with one, a version that waits, an archivist and a reader; gone later."""
    with django_db_blocker.unblock():
        user = User.objects.create_superuser("arkivar", password="password")
        reader = User.objects.create_user("laeser", password="password")
        group = Group.objects.create(name="Udgivere")
        draft = add_meeting(date="2018-01-09", state="draft")
        source = add_source(draft, "REFERAT", problems=problems_as_json([ERROR, ACCEPTED]))
        accept_problem(draft, ACCEPTED.code, ACCEPTED.message)
        add_finding(source)
        accept_warnings(source, [UNSURE], user)
        add_person(draft, "A. Jensen")
        item = add_item(draft, case="12/32140")
        add_section(item)
        add_decision_in_parts(item, Outcome.APPROVED, Outcome.DEFERRED)
        add_attachment(item)
        correct_title(item, "Ny kantine på rådhuset", user)
        published = Meeting.objects.published_only().first()
        add_source(published, "REFERAT", version=9, status="waiting", sha256="9" * 64)
        FailedSearch.objects.count_up("budjet")
        SynonymGroup.objects.create(words=["dagpasning", "dagtilbud"])
        record(Event.Kind.IMPORTED, user, meeting=draft)
        for name in ("arkivar", "hemmelig kode"):
            AccessAttempt.objects.create(username=name, ip_address="192.0.2.1", failures_since_start=5)
        client = Client()
        client.force_login(user)
        yield client.cookies[settings.SESSION_COOKIE_NAME].value
        client.logout()
        SourceDocument.objects.filter(version=9).delete()
        draft.items.all().delete()
        draft.delete()
        FailedSearch.objects.all().delete()
        SynonymGroup.objects.all().delete()
        AccessAttempt.objects.all().delete()
        group.delete()
        reader.delete()
        user.delete()


@pytest.fixture
def archivist(work: str, log_in: Callable[[str], Visitor], monkeypatch: pytest.MonkeyPatch) -> Visitor:
    """Somebody who sees all pages; of a list the first rows, for the others look as they do and take as long."""
    monkeypatch.setattr(ArchiveAdmin, "list_per_page", 6)
    return log_in(work)


@pytest.fixture
def stranger(work: str, visitor: Visitor) -> Visitor:
    return visitor


def find_views() -> Iterator[tuple[str, int]]:
    """The name of every address below /admin/, and how many keys it asks for."""
    yield from _views(next(found for found in get_resolver().url_patterns if _is_admin(found)))


def _is_admin(found: URLPattern | URLResolver) -> bool:
    return getattr(found, "namespace", None) == "admin"


def _views(resolver: URLResolver) -> Iterator[tuple[str, int]]:
    for found in resolver.url_patterns:
        if isinstance(found, URLResolver):
            yield from _views(found)
        elif found.name and not found.name.endswith(NO_PAGES):
            yield found.name, found.pattern.regex.groups


def model_of(view: str) -> type[Model] | None:
    """The rows that a view is about, "minutes_meeting_change"; None of a page of the site itself."""
    return next(
        (
            model
            for model in admin.site._registry
            if view.startswith(f"{model._meta.label_lower.replace('.', '_')}_")
        ),
        None,
    )


def addresses_of(model: type[Model] | None) -> Iterator[str]:
    """The addresses of all pages about these rows: of the newest row, where they are of one; and a list without any."""
    for view, keys in find_views():
        if model_of(view) is not model:
            continue
        if view == "app_list":
            yield from (reverse("admin:app_list", args=[label]) for label in ("minutes", "auth"))
        elif keys == 0:
            yield reverse(f"admin:{view}")
        else:
            assert model and keys == 1, f"say here which keys {view} asks for"
            row = model._default_manager.order_by("-pk").first()
            assert row, f"{model} has no rows here: add one to what the archivist works with"
            yield reverse(f"admin:{view}", args=[row.pk])
        if view.endswith("_changelist"):
            yield f"{reverse(f'admin:{view}')}?q=xyzzy"


def look_at(visitor: Visitor, address: str) -> bool:
    """Look at an address, if a page is there: not of one that this person may not open, nor of a file."""
    answer = visitor.page.request.get(f"{visitor.server}{address}", max_redirects=0)
    if answer.status in (302, 403, 405) or not answer.headers["content-type"].startswith("text/html"):
        return False
    assert answer.status == 200, address
    visitor.look_everywhere(address)
    return True


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model._meta.model_name)
def test_pages_about_rows_are_accessible(archivist, model):
    seen = [address for address in addresses_of(model) if look_at(archivist, address)]
    assert len(seen) >= 3
    narrowed = archivist.page.goto(f"{archivist.server}{seen[0]}") and archivist.page.query_selector(
        "#changelist-filter li a:not([aria-current])"
    )
    if narrowed:
        address = seen[0] + narrowed.get_attribute("href")
        assert look_at(archivist, address), address
    assert archivist.complaints == []


def test_no_other_page_of_the_admin_does(archivist):
    seen = [address for address in addresses_of(None) if look_at(archivist, address)]
    assert {
        "/admin/",
        "/admin/minutes/",
        "/admin/password_change/",
        "/admin/password_change/done/",
        "/admin/hvem-maa-hvad/",
        "/admin/spaerrede-login/",
    } <= {*seen}
    assert archivist.complaints == []


def test_the_lists_on_the_start_page_are_as_accessible_when_they_are_unfolded(archivist):
    archivist.visit("/admin/")
    archivist.page.click("summary")
    archivist.check_everywhere()
    assert archivist.complaints == []


def test_the_login_is_and_what_it_says_of_a_wrong_password(stranger):
    stranger.look_everywhere("/login/")
    stranger.page.fill("#id_username", "arkivar")
    stranger.page.fill("#id_password", "forkert")
    stranger.page.click("[type=submit]")
    assert stranger.page.wait_for_selector("[role=alert]")
    stranger.check_everywhere()
    assert stranger.complaints == []


@pytest.mark.parametrize("address", ["/login/", "/login/adgangskode/", "/login/adgangskode/skiftet/"])
def test_the_pages_of_the_login_are_to_whoever_is_logged_in(archivist, address):
    archivist.look_everywhere(address)
    assert archivist.complaints == []


def test_a_reader_logs_in_is_kept_out_of_the_desk_and_logs_out_by_keyboard(stranger):
    stranger.visit("/login/?next=/admin/")
    page = stranger.page
    page.focus("#id_username")
    page.keyboard.type("laeser")
    page.keyboard.press("Tab")
    page.keyboard.type("password")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:text('Du har ikke adgang')")
    stranger.check_everywhere()
    page.focus("main a[href='/login/']")
    page.keyboard.press("Enter")
    page.wait_for_selector("main button")
    page.focus("main button")
    page.keyboard.press("Enter")
    page.wait_for_selector("#id_username")
    assert [complaint for complaint in stranger.complaints if "status of 403" not in complaint] == []


def test_a_name_that_is_locked_is_told_so_on_an_accessible_page(stranger):
    for _ in range(settings.AXES_FAILURE_LIMIT + 1):
        stranger.visit("/login/")
        stranger.page.fill("#id_username", "spærret")
        stranger.page.fill("#id_password", "forkert")
        stranger.page.click("[type=submit]")
        stranger.page.wait_for_selector("[role=alert]")
    assert stranger.page.inner_text("h1") == "Log ind er spærret"
    assert stranger.page.evaluate("document.querySelectorAll('h1').length") == 1
    stranger.check_everywhere()
    assert [complaint for complaint in stranger.complaints if "status of 429" not in complaint] == []


@pytest.mark.parametrize(
    ("address", "button"),
    [
        ("/admin/minutes/centre/add/", "[name=_save]"),
        ("/admin/auth/group/add/", "[name=_save]"),
        ("/login/adgangskode/", "[type=submit]"),
    ],
)
def test_a_form_with_errors_names_them_above_it_and_leads_to_each(archivist, address, button):
    archivist.visit(address)
    archivist.page.evaluate("document.querySelectorAll('form').forEach(form => form.noValidate = true)")
    archivist.page.click(f"main {button}")
    link = archivist.page.wait_for_selector(".error-summary[role=alert] a")
    archivist.check_everywhere()
    link.click()
    assert archivist.page.evaluate("document.querySelector(':target') !== null")
    assert archivist.complaints == []


def test_what_has_been_done_is_told_above_the_page(archivist):
    archivist.visit("/admin/minutes/centrealias/")
    archivist.page.select_option("[name=action]", "delete_selected")
    archivist.page.click(".actions button")
    archivist.page.wait_for_selector("[role=status] li.warning")
    archivist.check_everywhere()
    assert archivist.complaints == []


def test_what_is_asked_before_many_rows_are_deleted_is_accessible(archivist):
    archivist.visit("/admin/minutes/centrealias/")
    archivist.page.check("[name=_selected_action] >> nth=0")
    archivist.page.select_option("[name=action]", "delete_selected")
    archivist.page.click(".actions button")
    archivist.page.wait_for_selector(".delete-confirmation h1")
    archivist.check_everywhere()
    assert archivist.complaints == []


def test_the_frame_is_that_of_the_public_pages(archivist):
    archivist.visit("/admin/minutes/meeting/")
    page = archivist.page
    assert page.evaluate("document.querySelectorAll('h1').length") == 1
    assert page.evaluate("document.querySelectorAll('main').length") == 1
    page.keyboard.press("Tab")
    assert archivist.focused == "Gå til indholdet"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "indhold"


def test_no_sheet_of_djangos_own_is_loaded_but_that_of_its_widgets(archivist):
    sheets = set()
    for address in ("/admin/", "/admin/minutes/meeting/", "/admin/auth/user/add/", "/admin/auth/group/add/"):
        archivist.visit(address)
        sheets |= {*archivist.page.evaluate("[...document.styleSheets].map(sheet => sheet.href)")}
    of_django = {sheet.partition("/static/")[2] for sheet in sheets if "/static/admin/" in sheet}
    assert of_django <= {"admin/css/widgets.css"}
