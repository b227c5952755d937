"""The four groups of the archive and what each may do: the one table of it, which `prepare` and "Hvem må hvad" read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q, QuerySet, TextChoices


class Role(TextChoices):
    """The groups by their names, from the one that may least: each may also do what those before it may."""

    READER = "Læser"
    EDITOR = "Redaktør"
    PUBLISHER = "Udgiver"
    ADMINISTRATOR = "Administrator"


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that is done in the archive, in the words of who does it, and the rights that it takes.

    `least` is the first of the roles that may do it. Without a right, everybody may who reads the archive at all.
    """

    words: str
    least: Role
    rights: tuple[str, ...] = ()


def _everything_seen() -> tuple[str, ...]:
    """The rights to look at the rows of the archive, those of models that are added later among them."""
    models = apps.get_app_config("minutes").get_models()
    seen = (model._meta for model in models if "view" in model._meta.default_permissions)
    return tuple(sorted(f"minutes.view_{meta.model_name}" for meta in seen))


def deeds() -> tuple[Deed, ...]:
    """Return all that is done, in the order of the roles."""
    return (
        Deed("Læse det, der er offentliggjort, og søge i det", Role.READER),
        Deed("Se kladder på arkivets sider og i søgningen", Role.EDITOR, ("minutes.read_drafts",)),
        Deed("Se alt i administrationen, kildetekster og hændelser", Role.EDITOR, _everything_seen()),
        Deed("Uploade referater af nye møder", Role.EDITOR, ("minutes.add_meeting",)),
        Deed("Gemme nye versioner af referater", Role.EDITOR, ("minutes.change_meeting",)),
        Deed(
            "Rette punkter og lukke dem",
            Role.EDITOR,
            ("minutes.change_agendaitem", "minutes.change_decision", "minutes.change_decisionpart"),
        ),
        Deed("Lægge filer ved bilag og fjerne dem", Role.EDITOR, ("minutes.change_attachment",)),
        Deed("Oprette og rette organer og centre og deres skrivemåder", Role.EDITOR, _NAMES),
        Deed("Oprette, rette og slette synonymer til søgningen", Role.EDITOR, _SYNONYMS),
        Deed("Samle og skille sager, serier, emner og udsættelser", Role.EDITOR, _JOINING),
        Deed("Slette søgninger, der ikke fandt noget", Role.EDITOR, ("minutes.delete_failedsearch",)),
        Deed(
            "Offentliggøre møder og trække dem tilbage, åbne lukkede punkter, acceptere fejl",
            Role.PUBLISHER,
            ("minutes.publish_meeting",),
        ),
        Deed(
            "Frigive personnumre, fjerne dem og fortryde det",
            Role.PUBLISHER,
            ("minutes.publish_meeting", "minutes.change_finding"),
        ),
        Deed("Slette møder", Role.ADMINISTRATOR, ("minutes.delete_meeting",)),
        Deed(
            "Slette organer og centre", Role.ADMINISTRATOR, ("minutes.delete_body", "minutes.delete_centre")
        ),
        Deed("Hente filerne, som de blev modtaget", Role.ADMINISTRATOR, ("minutes.read_originals",)),
        Deed("Oprette, ændre og slette brugere, ophæve spærringer", Role.ADMINISTRATOR, _all_of("user")),
        Deed("Oprette, ændre og slette grupper", Role.ADMINISTRATOR, _all_of("group")),
    )


def _all_of(model: str) -> tuple[str, ...]:
    return tuple(f"auth.{verb}_{model}" for verb in ("view", "add", "change", "delete"))


_JOINING = tuple(f"minutes.change_{of}" for of in ("case", "series", "topickey", "deferral"))
_SYNONYMS = tuple(f"minutes.{verb}_synonymgroup" for verb in ("add", "change", "delete"))
_NAMES = (
    *("minutes.add_body", "minutes.change_body", "minutes.add_centre", "minutes.change_centre"),
    *(f"minutes.{verb}_{of}alias" for of in ("body", "centre") for verb in ("add", "change", "delete")),
)


def rights_of(role: Role) -> frozenset[str]:
    """Return what a role may by the table; its group may have been given more."""
    roles = [*Role]
    may = roles[: roles.index(role) + 1]
    return frozenset(right for deed in deeds() if deed.least in may for right in deed.rights)


def find_permissions(rights: Iterable[str]) -> QuerySet[Permission]:
    """Return the permissions of these names, "minutes.add_meeting"."""
    wanted = Q(pk__in=[])
    for right in rights:
        app, _, codename = right.partition(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    return Permission.objects.filter(wanted)


@transaction.atomic
def keep_groups() -> None:
    """Make the groups that are missing, and give each the rights of the table; what it has besides, it keeps."""
    for role in Role:
        group, _ = Group.objects.get_or_create(name=role.value)
        group.permissions.add(*find_permissions(rights_of(role)))


def group_of(role: Role) -> Group:
    """Return the group of a role, which `keep_groups` has made."""
    return Group.objects.get(name=role.value)
