"""Who had rights before there were groups is put into the group that has them, once, and is named."""

import pytest
from django.contrib.auth.models import Group, User

from minutes.editing.people.former_staff import place_former_staff, role_for
from minutes.editing.people.groups import Role, find_permissions, keep_groups
from tests.build.rows import add_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _groups() -> None:
    keep_groups()


def add_staff(name: str, *rights: str, **columns: bool) -> User:
    user = add_user(name, *rights)
    User.objects.filter(pk=user.pk).update(is_staff=True, **columns)
    return user


def groups_of(name: str) -> list[str]:
    return [*User.objects.get(username=name).groups.order_by("name").values_list("name", flat=True)]


def own_rights(name: str) -> set[str]:
    return {*User.objects.get(username=name).user_permissions.values_list("codename", flat=True)}


@pytest.mark.parametrize(
    ("rights", "role"),
    [
        ((), Role.READER),
        (("view_meeting", "view_sourcedocument"), Role.READER),
        (("add_meeting",), Role.EDITOR),
        (("view_meeting", "change_agendaitem"), Role.EDITOR),
        (("add_bodyalias",), Role.EDITOR),
        (("change_attachment", "view_attachment"), Role.EDITOR),
        (("change_meeting",), Role.PUBLISHER),
        (("add_meeting", "change_meeting", "change_agendaitem"), Role.PUBLISHER),
        (("change_finding",), Role.PUBLISHER),
        (("add_meeting", "delete_meeting"), Role.EDITOR),
        (("delete_meeting",), Role.READER),
        (("change_user",), Role.ADMINISTRATOR),
        (("change_user", "add_meeting"), Role.ADMINISTRATOR),
    ],
)
def test_staff_is_put_into_the_group_that_has_their_rights(rights, role):
    add_staff("anna", *rights)
    assert [(person.name, person.role) for person in place_former_staff()] == [("anna", role)]
    assert groups_of("anna") == [role.value]


def test_a_superuser_is_an_administrator_and_stays_a_superuser():
    User.objects.create_superuser("birthe")
    assert [str(person) for person in place_former_staff()] == ["birthe er nu i gruppen Administrator."]
    assert groups_of("birthe") == ["Administrator"]
    assert User.objects.get(username="birthe").is_superuser


def test_who_was_no_staff_is_left_alone():
    add_user("carl", "view_meeting")
    assert place_former_staff() == []
    assert groups_of("carl") == []
    assert own_rights("carl") == {"view_meeting"}


def test_the_group_alone_decides_from_now_on_and_what_it_has_not_is_kept_and_told():
    add_staff("anna", "change_meeting", "add_meeting", "view_case", "delete_meeting", "read_originals")
    (person,) = place_former_staff()
    assert own_rights("anna") == {"delete_meeting", "read_originals"}
    assert str(person) == "anna er nu i gruppen Udgiver; beholder 2 rettigheder derudover."


def test_who_only_looked_is_told_to_see_no_drafts_any_more():
    add_staff("anna", "view_case")
    (person,) = place_former_staff()
    assert (
        str(person)
        == "anna er nu i gruppen Læser og ser ikke længere kladder; beholder 1 rettighed derudover."
    )
    assert not User.objects.get(username="anna").has_perm("minutes.read_drafts")


def test_rights_that_came_with_a_group_count_and_the_group_is_kept():
    old = Group.objects.create(name="Arkivarer")
    old.permissions.set(find_permissions(["minutes.change_meeting", "minutes.add_meeting"]))
    add_staff("anna").groups.add(old)
    place_former_staff()
    assert groups_of("anna") == ["Arkivarer", "Udgiver"]


def test_who_is_not_active_is_placed_too_and_not_made_active():
    add_staff("anna", "add_meeting", is_active=False)
    place_former_staff()
    assert groups_of("anna") == ["Redaktør"]
    assert not User.objects.get(username="anna").is_active


def test_nobody_is_placed_twice():
    add_staff("anna", "add_meeting")
    User.objects.create_superuser("birthe")
    assert len(place_former_staff()) == 2
    User.objects.get(username="anna").groups.clear()
    assert place_former_staff() == []
    assert groups_of("anna") == []


def test_nobody_is_made_a_superuser():
    add_staff("anna", "change_user", "change_meeting")
    place_former_staff()
    assert not User.objects.get(username="anna").is_superuser


def test_no_rights_at_all_make_a_reader():
    assert role_for(set()) == Role.READER
