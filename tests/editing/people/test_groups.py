"""The four groups: what each may, and that `prepare` keeps them without taking anything away."""

from itertools import pairwise

import pytest
from django.contrib.auth.models import Group, Permission

from minutes.editing.people.groups import Role, deeds, find_permissions, group_of, keep_groups, rights_of

pytestmark = pytest.mark.django_db

ROLES = [*Role]


def rights_in(role: Role) -> set[str]:
    names = group_of(role).permissions.values_list("content_type__app_label", "codename")
    return {f"{app}.{codename}" for app, codename in names}


def test_there_are_four_groups_with_the_rights_of_the_table():
    keep_groups()
    assert [*Group.objects.order_by("pk").values_list("name", flat=True)] == [
        "Læser",
        "Redaktør",
        "Udgiver",
        "Administrator",
    ]
    assert {role: rights_in(role) for role in Role} == {role: rights_of(role) for role in Role}


def test_every_right_of_the_table_is_one_that_there_is():
    named = {right for deed in deeds() for right in deed.rights}
    assert find_permissions(named).count() == len(named)


def test_each_role_may_what_those_before_it_may():
    for less, more in pairwise(ROLES):
        assert rights_of(less) < rights_of(more)


@pytest.mark.parametrize(
    ("right", "least"),
    [
        ("read_drafts", Role.EDITOR),
        ("add_meeting", Role.EDITOR),
        ("change_meeting", Role.EDITOR),
        ("change_agendaitem", Role.EDITOR),
        ("change_attachment", Role.EDITOR),
        ("view_sourcedocument", Role.EDITOR),
        ("view_event", Role.EDITOR),
        ("view_finding", Role.EDITOR),
        ("add_centrealias", Role.EDITOR),
        ("delete_synonymgroup", Role.EDITOR),
        ("publish_meeting", Role.PUBLISHER),
        ("change_finding", Role.PUBLISHER),
        ("delete_meeting", Role.ADMINISTRATOR),
        ("read_originals", Role.ADMINISTRATOR),
        ("delete_body", Role.ADMINISTRATOR),
        ("delete_centre", Role.ADMINISTRATOR),
    ],
)
def test_a_right_is_had_from_a_role_on(right, least):
    assert [role for role in Role if f"minutes.{right}" in rights_of(role)] == ROLES[ROLES.index(least) :]


@pytest.mark.parametrize(
    "right", [f"auth.{verb}_{of}" for verb in ("add", "change", "delete") for of in ("user", "group")]
)
def test_administrators_alone_say_who_may_what(right):
    assert [role for role in Role if right in rights_of(role)] == [Role.ADMINISTRATOR]


def test_nobody_may_write_what_only_deeds_and_imports_write():
    of_rows = {right.rpartition("_")[2] for right in rights_of(Role.ADMINISTRATOR) if ".view_" not in right}
    assert not of_rows & {"event", "section", "sourcedocument", "correction", "permission"}


def test_whatever_there_is_to_see_is_seen_by_editors():
    views = Permission.objects.filter(content_type__app_label="minutes", codename__startswith="view_")
    assert {f"minutes.{permission.codename}" for permission in views} <= rights_of(Role.EDITOR)
    assert rights_of(Role.READER) == set()


def test_what_an_administrator_adds_stays():
    keep_groups()
    own = Group.objects.create(name="Revisor")
    own.permissions.set(find_permissions(["minutes.view_event"]))
    group_of(Role.READER).permissions.set(find_permissions(["minutes.read_drafts"]))
    keep_groups()
    assert rights_in(Role.READER) == {"minutes.read_drafts"}
    assert [*own.permissions.values_list("codename", flat=True)] == ["view_event"]


def test_what_the_archive_needs_is_put_back():
    keep_groups()
    group_of(Role.PUBLISHER).delete()
    group_of(Role.ADMINISTRATOR).permissions.clear()
    keep_groups()
    assert {role: rights_in(role) for role in Role} == {role: rights_of(role) for role in Role}
