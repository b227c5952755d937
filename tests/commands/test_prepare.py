"""``manage.py prepare`` makes a new archive ready to be served, and leaves a ready one as it is."""

import re

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command

from minutes.matters.export import export_matters
from minutes.models import Body, Centre, FollowUp, Meeting, SearchDocument, Series, SourceDocument, TopicKey
from minutes.models.visibility import EVERYBODY, WHO_SEES_DRAFTS
from minutes.search.index.item_words import ANALYSER_VERSION
from tests.build.indexed import add_indexed_item
from tests.build.joined_archive import MINUTES, hold_all
from tests.build.joins import all_joins, forget_all_joins, tell_differences
from tests.build.rows import add_meeting

pytestmark = pytest.mark.django_db

User = get_user_model()


@pytest.fixture(autouse=True)
def _without_samples(monkeypatch):
    monkeypatch.setenv("ARCHIVE_SAMPLES", "0")


@pytest.fixture
def _with_samples(monkeypatch):
    monkeypatch.delenv("ARCHIVE_SAMPLES")


def prepare(capsys) -> str:
    """Run the command and return all that it and the commands it calls have printed."""
    capsys.readouterr()
    call_command("prepare")
    return capsys.readouterr().out


@pytest.mark.usefixtures("_with_samples")
def test_a_new_archive_has_its_bodies_and_centres_and_the_sample_minutes(capsys):
    prepare(capsys)
    assert Body.objects.exists()
    assert Centre.objects.exists()
    assert Meeting.objects.published_only().exists()


def test_the_static_files_are_collected(capsys, settings):
    prepare(capsys)
    assert (settings.STATIC_ROOT / "admin" / "css" / "base.css").is_file()


def test_the_password_that_is_printed_opens_the_administration(capsys):
    said = prepare(capsys)
    name, password = re.search(r"Brugernavn: (\S+)  Adgangskode: (\S+)", said).groups()
    assert len(password) >= 16
    user = authenticate(username=name, password=password)
    assert user.is_superuser
    assert user.is_staff


def test_two_archives_have_two_passwords(capsys):
    first = prepare(capsys)
    User.objects.all().delete()
    assert re.search(r"Adgangskode: (\S+)", first)[1] not in prepare(capsys)


@pytest.mark.usefixtures("_with_samples")
def test_the_second_time_nothing_changes_and_no_password_is_printed(capsys):
    prepare(capsys)
    before = rows()
    assert "Adgangskode" not in prepare(capsys)
    assert rows() == before


def rows() -> list[list[dict]]:
    """Return what stands in the tables that the command writes to."""
    return [
        list(model.objects.order_by("pk").values()) for model in (User, Body, Centre, Meeting, SourceDocument)
    ]


def test_after_an_upgrade_the_search_index_is_written_anew(capsys):
    item = add_indexed_item(add_meeting(), "Skoler")
    SearchDocument.objects.update(analyser_version=0, vector="")
    assert "Punkter indekseret: 1." in prepare(capsys)
    assert "skol" in SearchDocument.objects.get(pk=item.pk).vector
    assert "indekseret" not in prepare(capsys)


def test_where_samples_are_not_wanted_a_new_archive_is_empty(capsys):
    prepare(capsys)
    assert Body.objects.exists()
    assert not Meeting.objects.exists()


@pytest.mark.usefixtures("_with_samples")
def test_an_archive_that_holds_a_meeting_gets_no_samples(capsys):
    meeting = add_meeting()
    prepare(capsys)
    assert list(Meeting.objects.all()) == [meeting]


def test_an_administrator_of_another_name_is_enough(capsys):
    User.objects.create_superuser("birthe", password="en lang adgangskode")
    assert "Adgangskode" not in prepare(capsys)
    assert User.objects.count() == 1


def test_a_user_who_has_the_name_by_chance_does_not_become_administrator(capsys):
    user = User.objects.create_user("admin", password="en lang adgangskode")
    with pytest.raises(CommandError, match="createsuperuser"):
        prepare(capsys)
    user.refresh_from_db()
    assert not user.is_superuser


def test_the_groups_are_made_and_the_administrator_is_in_the_highest(capsys):
    assert "gruppen" not in prepare(capsys)
    assert {"Læser", "Redaktør", "Udgiver", "Administrator"} == {
        *Group.objects.values_list("name", flat=True)
    }
    assert User.objects.get().groups.get().name == "Administrator"


def test_an_upgrade_names_whom_it_puts_into_which_group_once(capsys):
    User.objects.create_superuser("birthe", password="en lang adgangskode")
    User.objects.create_user("anna", is_staff=True).user_permissions.set(
        Permission.objects.filter(codename="add_meeting")
    )
    said = prepare(capsys)
    assert "birthe er nu i gruppen Administrator." in said
    assert "anna er nu i gruppen Redaktør." in said
    assert "gruppen" not in prepare(capsys)


def test_a_right_that_somebody_has_taken_from_a_group_is_put_back(capsys):
    prepare(capsys)
    group = Group.objects.get(name="Udgiver")
    before = {*group.permissions.all()}
    group.permissions.clear()
    prepare(capsys)
    assert {*group.permissions.all()} == before


def before_the_upgrade() -> None:
    """Leave of the archive what one has that knows of no matters: another index, and nothing joined."""
    forget_all_joins()
    Series.objects.all().delete()
    TopicKey.objects.all().delete()
    SearchDocument.objects.update(
        analyser_version=ANALYSER_VERSION - 1, title_key="", title_is_dated=False, vector=""
    )


@pytest.mark.parametrize("read_again", [(), ("first", "third"), tuple(MINUTES)])
def test_after_an_upgrade_matters_are_followed_as_if_all_minutes_had_come_today(read_again, capsys):
    call_command("load_organisation")
    hold_all("third")
    joins = all_joins()
    exports = [export_matters(reader) for reader in (EVERYBODY, WHO_SEES_DRAFTS)]
    before_the_upgrade()
    names = [f"{name}.txt" for name in read_again]
    SourceDocument.objects.filter(name__in=names).update(parser_version=0)
    FollowUp.objects.filter(item__meeting__sources__name__in=names).delete()
    prepare(capsys)
    assert not tell_differences(joins, all_joins())
    assert [export_matters(reader) for reader in (EVERYBODY, WHO_SEES_DRAFTS)] == exports
    assert not Series.objects.filter(key="").exists()
    assert "fulgt" not in prepare(capsys)
