"""Whom an administrator may change, and what nobody can do: give more than he has, or shut everybody out."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse

from minutes.editing.people.groups import Role, group_of, keep_groups, rights_of
from tests.build.rows import add_user

pytestmark = pytest.mark.django_db

PASSWORD = "en rigtig god adgangskode"


@pytest.fixture(autouse=True)
def _groups() -> None:
    keep_groups()


def add_member(name: str, role: Role, **columns: bool) -> User:
    user = User.objects.create_user(name, password=PASSWORD, **columns)
    user.groups.add(group_of(role))
    return user


@pytest.fixture
def administrator() -> User:
    return add_member("adam", Role.ADMINISTRATOR)


@pytest.fixture
def desk(administrator: User) -> Client:
    client = Client()
    client.force_login(administrator)
    return client


@pytest.fixture
def superuser() -> User:
    return User.objects.create_superuser("super", password=PASSWORD)


def page_of(user: User, view: str = "change") -> str:
    return reverse(f"admin:auth_user_{view}", args=[user.pk])


def form_of(client: Client, user: User) -> dict[str, str | list[str]]:
    """What the browser would send of the form as it stands."""
    form = client.get(page_of(user)).context["adminform"].form
    sent = {name: form[name].value() for name in form.fields if name not in {"password"}}
    sent = {name: value for name, value in sent.items() if value not in (None, False, "")}
    for name, value in sent.items():
        if isinstance(value, list):
            sent[name] = [getattr(row, "pk", row) for row in value]
    joined = user.date_joined
    return {**sent, "date_joined_0": f"{joined:%d.%m.%Y}", "date_joined_1": f"{joined:%H:%M:%S}"}


def save(client: Client, user: User, **changes: object):
    return client.post(page_of(user), {**form_of(client, user), **changes})


def groups_of(user: User) -> list[str]:
    return [*User.objects.get(pk=user.pk).groups.order_by("name").values_list("name", flat=True)]


# What an administrator is for


def test_an_administrator_makes_a_user_and_chooses_the_group(desk):
    form = {"username": "anna", "usable_password": "true", "password1": PASSWORD, "password2": PASSWORD}
    response = desk.post(reverse("admin:auth_user_add"), {**form, "groups": group_of(Role.EDITOR).pk})
    assert response.status_code == 302
    anna = User.objects.get(username="anna")
    assert groups_of(anna) == ["Redaktør"]
    assert anna.has_perm("minutes.add_meeting")
    assert not anna.is_staff


def test_the_group_alone_lets_somebody_into_the_admin():
    client = Client()
    client.force_login(add_member("anna", Role.EDITOR))
    assert client.get(reverse("admin:index")).status_code == 200


@pytest.mark.parametrize("role", [role for role in Role if role != Role.READER])
def test_somebody_is_moved_to_another_group(role, desk):
    anna = add_member("anna", Role.READER)
    assert save(desk, anna, groups=[group_of(role).pk]).status_code == 302
    assert groups_of(anna) == [role.value]


def test_somebody_who_leaves_is_made_inactive_and_keeps_what_he_has_done(desk):
    anna = add_member("anna", Role.EDITOR)
    form = form_of(desk, anna)
    form.pop("is_active")
    assert desk.post(page_of(anna), form).status_code == 302
    assert not User.objects.get(pk=anna.pk).is_active


def test_a_password_is_set_and_a_user_deleted(desk):
    anna = add_member("anna", Role.PUBLISHER)
    other = "en helt anden adgangskode"
    form = {"usable_password": "true", "password1": other, "password2": other, "set-password": "1"}
    assert desk.post(page_of(anna, "password_change"), form).status_code == 302
    assert User.objects.get(pk=anna.pk).check_password(other)
    assert desk.post(page_of(anna, "delete"), {"post": "yes"}).status_code == 302
    assert not User.objects.filter(pk=anna.pk).exists()


# What he cannot do


@pytest.mark.parametrize("field", ["is_superuser", "is_staff", "user_permissions"])
def test_the_form_asks_nothing_beyond_the_group(field, desk):
    anna = add_member("anna", Role.READER)
    assert field not in desk.get(page_of(anna)).context["adminform"].form.fields


@pytest.mark.parametrize("whom", ["himself", "somebody"])
def test_nobody_is_made_a_superuser_by_an_administrator(whom, desk, administrator):
    user = administrator if whom == "himself" else add_member("anna", Role.READER)
    every = [*Permission.objects.values_list("pk", flat=True)]
    save(desk, user, is_superuser="on", is_staff="on", user_permissions=every)
    user = User.objects.get(pk=user.pk)
    assert not user.is_superuser
    assert not user.user_permissions.exists()


def test_nobody_is_made_one_while_he_is_added_either(desk):
    form = {"username": "anna", "usable_password": "true", "password1": PASSWORD, "password2": PASSWORD}
    desk.post(reverse("admin:auth_user_add"), {**form, "is_superuser": "on", "is_staff": "on"})
    assert not User.objects.get(username="anna").is_superuser


@pytest.mark.parametrize("view", ["change", "password_change", "delete"])
def test_an_administrator_changes_no_superuser(view, desk, superuser):
    before = User.objects.values().get(pk=superuser.pk)
    form = {"username": "mig", "password1": PASSWORD, "password2": PASSWORD, "post": "yes"}
    assert desk.post(page_of(superuser, view), form).status_code == 403
    assert User.objects.values().get(pk=superuser.pk) == before
    assert desk.get(page_of(superuser)).status_code == 200


def add_stronger(**columns: bool) -> User:
    """Somebody with a right that no group of the archive has."""
    stronger = Group.objects.create(name="Revisor")
    stronger.permissions.set(Permission.objects.filter(codename="delete_session"))
    user = User.objects.create_user("revisor", password=PASSWORD, **columns)
    user.groups.add(stronger)
    return user


@pytest.mark.parametrize("is_active", [True, False])
@pytest.mark.parametrize("view", ["change", "password_change", "delete"])
def test_nobody_takes_over_who_has_more_than_he(view, is_active, desk):
    stronger = add_stronger(is_active=is_active)
    form = {"username": "mig", "password1": PASSWORD, "password2": PASSWORD, "post": "yes"}
    assert desk.post(page_of(stronger, view), form).status_code == 403
    assert User.objects.filter(username="revisor", is_active=is_active).exists()


def test_a_group_that_may_more_than_he_is_not_his_to_give(desk):
    add_stronger()
    anna = add_member("anna", Role.READER)
    response = save(desk, anna, groups=[Group.objects.get(name="Revisor").pk])
    assert response.status_code == 200
    assert groups_of(anna) == ["Læser"]


def test_a_group_is_given_no_right_that_he_has_not_himself(desk):
    group = Group.objects.create(name="Arkivarer")
    address = reverse("admin:auth_group_change", args=[group.pk])
    beyond = Permission.objects.get(codename="delete_session")
    own = Permission.objects.get(codename="publish_meeting")
    assert desk.post(address, {"name": "Arkivarer", "permissions": [beyond.pk]}).status_code == 200
    assert not group.permissions.exists()
    assert desk.post(address, {"name": "Arkivarer", "permissions": [own.pk]}).status_code == 302
    assert [*group.permissions.all()] == [own]


def test_a_group_that_may_more_is_not_changed(desk):
    add_stronger()
    group = Group.objects.get(name="Revisor")
    for view in ("change", "delete"):
        address = reverse(f"admin:auth_group_{view}", args=[group.pk])
        assert desk.post(address, {"name": "Mine", "post": "yes"}).status_code == 403


def test_a_superuser_gives_what_he_likes(superuser):
    client = Client()
    client.force_login(superuser)
    anna = add_member("anna", Role.READER)
    right = Permission.objects.get(codename="delete_session")
    assert save(client, anna, is_superuser="on", user_permissions=[right.pk]).status_code == 302
    assert User.objects.get(pk=anna.pk).is_superuser


# Somebody is always left


def test_nobody_deletes_or_shuts_out_himself(desk, administrator):
    assert desk.post(page_of(administrator, "delete"), {"post": "yes"}).status_code == 403
    desk.post(page_of(administrator), {"username": "adam", "groups": []})
    assert groups_of(administrator) == ["Administrator"]
    assert User.objects.get(pk=administrator.pk).is_active


def test_the_list_deletes_nobody_who_may_not_be_deleted(desk, administrator, superuser):
    anna = add_member("anna", Role.READER)
    chosen = [anna.pk, administrator.pk, superuser.pk]
    form = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    assert desk.post(reverse("admin:auth_user_changelist"), form).status_code == 403
    assert User.objects.filter(pk__in=chosen).count() == 3
    form["_selected_action"] = [anna.pk]
    assert desk.post(reverse("admin:auth_user_changelist"), form).status_code == 302
    assert not User.objects.filter(pk=anna.pk).exists()


def test_a_superuser_does_not_stop_being_one_by_himself(superuser):
    client = Client()
    client.force_login(superuser)
    client.post(page_of(superuser), {"username": "super"})
    assert User.objects.get(pk=superuser.pk).is_superuser


@pytest.mark.parametrize("role", Role)
def test_the_archives_groups_keep_their_names_and_rights(role, desk):
    group = group_of(role)
    address = reverse("admin:auth_group_change", args=[group.pk])
    assert desk.post(address, {"name": "Andet", "permissions": []}).status_code == 302
    group.refresh_from_db()
    assert group.name == role.value
    assert {f"{p.content_type.app_label}.{p.codename}" for p in group.permissions.all()} == rights_of(role)
    assert desk.post(reverse("admin:auth_group_delete", args=[group.pk]), {"post": "yes"}).status_code == 403


def test_a_group_of_ones_own_by_which_one_administers_cannot_be_deleted_away():
    own = Group.objects.create(name="IT")
    own.permissions.set(group_of(Role.ADMINISTRATOR).permissions.all())
    birthe = add_user("birthe")
    birthe.groups.add(own)
    client = Client()
    client.force_login(birthe)
    response = client.post(reverse("admin:auth_group_delete", args=[own.pk]), {"post": "yes"}, follow=True)
    assert "du ville lukke dig selv ude" in response.text
    assert Group.objects.filter(pk=own.pk).exists()


def test_who_has_lost_the_right_since_his_page_began_changes_nobody(desk, administrator):
    anna = add_member("anna", Role.READER)
    form = form_of(desk, anna)
    administrator.groups.clear()
    assert desk.post(page_of(anna), {**form, "groups": [group_of(Role.ADMINISTRATOR).pk]}).status_code == 403
    assert groups_of(anna) == ["Læser"]


# Two at once


def test_what_somebody_else_has_changed_meanwhile_is_not_written_over(desk):
    anna = add_member("anna", Role.READER)
    opened = form_of(desk, anna)
    User.objects.filter(pk=anna.pk).update(is_active=False)
    response = desk.post(page_of(anna), {**opened, "first_name": "Anna Marie"})
    assert response.status_code == 200
    assert "En anden har ændret det samme" in response.text
    assert 'value="Anna Marie"' in response.text
    assert not User.objects.get(pk=anna.pk).is_active
    again = {**opened, "first_name": "Anna Marie", "seen": response.context["adminform"].form["seen"].value()}
    assert desk.post(page_of(anna), again).status_code == 302
    assert User.objects.get(pk=anna.pk).first_name == "Anna Marie"


def test_a_group_that_somebody_else_has_changed_is_not_written_over(desk):
    group = Group.objects.create(name="Arkivarer")
    address = reverse("admin:auth_group_change", args=[group.pk])
    seen = desk.get(address).context["adminform"].form["seen"].value()
    group.permissions.set(Permission.objects.filter(codename="publish_meeting"))
    response = desk.post(address, {"name": "Andre", "permissions": [], "seen": seen})
    assert "En anden har ændret det samme" in response.text
    assert Group.objects.filter(name="Arkivarer").exists()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.PUBLISHER])
def test_others_at_the_desk_see_no_users(role):
    client = Client()
    client.force_login(add_member("anna", role))
    for name in ("auth_user_changelist", "auth_user_add", "auth_group_changelist", "auth_group_add"):
        assert client.get(reverse(f"admin:{name}")).status_code == 403, name


def test_who_may_only_look_sees_users_and_changes_none():
    client = Client()
    client.force_login(add_user("birthe", "view_user", "view_group"))
    anna = add_member("anna", Role.READER)
    for address in (page_of(anna), reverse("admin:auth_group_change", args=[group_of(Role.READER).pk])):
        assert client.get(address).status_code == 200
        assert client.post(address, {"username": "x", "name": "x"}).status_code == 403


def test_the_list_of_users_tells_their_groups(desk):
    add_member("anna", Role.PUBLISHER)
    assert '<td class="field-in_groups">Udgiver</td>' in desk.get(reverse("admin:auth_user_changelist")).text


def test_the_form_opens_for_oneself(desk, administrator):
    assert desk.get(page_of(administrator)).status_code == 200


def test_one_alone_moves_the_focus_to_the_first_field_of_a_new_user(desk):
    page = desk.get(reverse("admin:auth_user_add")).text
    assert "admin/js/change_form.js" in page
    assert "autofocus" not in page
