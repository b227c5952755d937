"""The page "Hvem må hvad": what the groups may as the database has it now, for everybody who works in the admin."""

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minutes.editing.people.groups import Role, deeds, find_permissions, group_of, keep_groups

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/hvem-maa-hvad/"


@pytest.fixture(autouse=True)
def groups(db) -> None:
    keep_groups()


def table(client) -> dict[str, dict[str, str]]:
    """What each row of the table says of each group."""
    response = client.get(ADDRESS)
    columns = [column.name for column in response.context["columns"]]
    said = {}
    for words, cells in response.context["rows"]:
        told = [cell.may.value + (" (afviger)" if cell.deviates else "") for cell in cells]
        said[words] = dict(zip(columns, told, strict=True))
    return said


def test_it_says_of_every_deed_which_groups_may(admin_client):
    roles = [*Role]
    assert table(admin_client) == {
        deed.words: {
            role.value: "Ja" if roles.index(role) >= roles.index(deed.least) else "Nej" for role in roles
        }
        for deed in deeds()
    }


def test_it_is_a_table_that_is_read_aloud_in_words(admin_client):
    page = admin_client.get(ADDRESS).text
    assert page.count("<caption") == 1
    assert page.count('<th scope="col">') == 1 + len(Role)
    assert page.count('<th scope="row">') == len(deeds()) + 1
    assert page.count("<td>Ja") + page.count("<td>Nej") == len(deeds()) * len(Role)
    assert "afviger" not in page


def test_what_was_taken_away_and_what_was_added_deviates(admin_client):
    group_of(Role.PUBLISHER).permissions.remove(*find_permissions(["minutes.change_finding"]))
    group_of(Role.READER).permissions.add(*find_permissions(["minutes.read_drafts"]))
    said = table(admin_client)
    deviating = {
        (words, group): told
        for words, cells in said.items()
        for group, told in cells.items()
        if "afviger" in told
    }
    assert deviating == {
        ("Frigive personnumre, fjerne dem og fortryde det", "Udgiver"): "Delvist (afviger)",
        ("Se kladder på arkivets sider og i søgningen", "Læser"): "Ja (afviger)",
    }
    assert admin_client.get(ADDRESS).text.count("<strong>(afviger)</strong>") == 2


def test_a_group_of_ones_own_stands_last_and_deviates_from_nothing(admin_client):
    own = Group.objects.create(name="<b>Arkivarer</b>")
    own.permissions.set(find_permissions(["minutes.delete_meeting", "minutes.delete_case"]))
    said = table(admin_client)
    assert [*said["Slette møder"].items()][-1] == ("<b>Arkivarer</b>", "Ja")
    page = admin_client.get(ADDRESS).text
    assert "&lt;b&gt;Arkivarer" in page and "<b>Arkivarer" not in page
    assert "&lt;/b&gt; har desuden 1 rettighed ud over skemaet." in page


def test_a_group_that_is_gone_is_named(admin_client):
    group_of(Role.EDITOR).delete()
    page = admin_client.get(ADDRESS).text
    assert "Gruppen Redaktør findes ikke." in page
    assert '<th scope="col">Redaktør</th>' not in page


def test_the_users_of_each_group_who_may_log_in_are_counted(admin_client):
    for name, role, is_active in [
        ("a", Role.EDITOR, True),
        ("b", Role.EDITOR, True),
        ("c", Role.READER, False),
    ]:
        User.objects.create_user(name, is_active=is_active).groups.add(group_of(role))
    columns = admin_client.get(ADDRESS).context["columns"]
    assert {column.name: column.users for column in columns} == {
        "Læser": 0,
        "Redaktør": 2,
        "Udgiver": 0,
        "Administrator": 0,
    }


def test_who_has_rights_besides_the_groups_is_counted_and_not_named(admin_client):
    User.objects.create_user("berit").user_permissions.set(find_permissions(["minutes.view_event"]))
    page = admin_client.get(ADDRESS).text
    assert "1 bruger er superbruger og må alt." in page
    assert "1 bruger har egne rettigheder ud over sin gruppes." in page
    assert "1 bruger er i ingen gruppe." in page
    assert "berit" not in page


@pytest.mark.parametrize(
    ("rights", "status"), [([], 403), (["read_drafts"], 403), (["view_meeting"], 200), (["change_user"], 200)]
)
def test_whoever_works_in_the_admin_may_look(rights, status, staff):
    assert staff(*rights).get(ADDRESS).status_code == status


def test_a_visitor_is_asked_to_log_in(client):
    assert client.get(ADDRESS).status_code == 302


def test_the_start_page_leads_there(staff):
    assert f'href="{ADDRESS}"' in staff("view_meeting").get("/admin/").text


def test_many_groups_take_no_more_queries(admin_client):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert admin_client.get(ADDRESS).status_code == 200
        return len(captured)

    few = queries()
    for number in range(20):
        Group.objects.create(name=f"Gruppe {number}").permissions.set(
            find_permissions(["minutes.view_event"])
        )
    assert queries() == few
