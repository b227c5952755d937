"""What somebody has a right to is read with the user, and is what Django says."""

import pytest
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Group, Permission, User

from archive_site.login.permissions import UserWithRights

pytestmark = pytest.mark.django_db


def rights(*names: str) -> list[Permission]:
    return [*Permission.objects.filter(codename__in=names)]


@pytest.fixture
def anna() -> User:
    """Somebody with a right of her own and with two groups, which have one in common."""
    anna = User.objects.create_user("anna")
    anna.user_permissions.set(rights("view_case", "add_meeting"))
    for name, given in {"Redaktør": ("add_meeting", "read_drafts"), "Udgiver": ("read_drafts",)}.items():
        group = Group.objects.create(name=name)
        group.permissions.set(rights(*given))
        anna.groups.add(group)
    User.objects.create_user("birthe").user_permissions.set(rights("view_event"))
    return anna


def test_a_users_own_rights_and_those_of_the_groups_are_read_with_the_user(anna, django_assert_num_queries):
    with django_assert_num_queries(1):
        user = UserWithRights().get_user(anna.pk)
        assert user.get_all_permissions() == {
            "minutes.view_case",
            "minutes.add_meeting",
            "minutes.read_drafts",
        }
        assert user.has_perm("minutes.read_drafts")
        assert not user.has_perm("minutes.view_event")
        assert user.has_module_perms("minutes")
        assert not user.has_module_perms("auth")


@pytest.mark.parametrize("columns", [{}, {"is_superuser": True}, {"is_staff": True}])
def test_they_are_what_django_says(anna, columns):
    User.objects.filter(pk=anna.pk).update(**columns)
    ours, djangos = UserWithRights().get_user(anna.pk), ModelBackend().get_user(anna.pk)
    assert ours == djangos
    assert ours.get_all_permissions() == djangos.get_all_permissions()


def test_who_has_none_has_none():
    carl = User.objects.create_user("carl")
    assert UserWithRights().get_user(carl.pk).get_all_permissions() == set()


def test_who_is_not_active_or_not_there_any_more_is_nobody(anna):
    User.objects.filter(pk=anna.pk).update(is_active=False)
    assert UserWithRights().get_user(anna.pk) is None
    anna.delete()
    assert UserWithRights().get_user(0) is None


def test_a_right_that_is_taken_away_is_gone_with_the_next_page(anna):
    anna.groups.clear()
    assert UserWithRights().get_user(anna.pk).get_all_permissions() == {
        "minutes.view_case",
        "minutes.add_meeting",
    }
