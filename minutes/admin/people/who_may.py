"""The page "Hvem må hvad": what each group may do now, as the database has it, beside what the archive's table says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from django.contrib.admin import AdminSite
from django.contrib.auth.models import Group, User
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from minutes.editing.people.groups import Deed, Role, deeds
from minutes.editing.people.rights_given import every_right, names_of

# What the address is called, behind "admin:".
WHO_MAY = "who_may"


class May(Enum):
    """Whether a group has the rights that a deed takes, in the words of the page."""

    ALL = "Ja"
    SOME = "Delvist"
    NONE = "Nej"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a group may of a deed, and whether that is another than the archive's own table says."""

    may: May
    deviates: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A group: how many users are in it, the role that it is kept for, if any, and the names of its rights."""

    name: str
    users: int
    role: Role | None
    rights: frozenset[str]

    def cell(self, deed: Deed) -> Cell:
        may = self._may(deed.rights)
        by_table = May.ALL if self._reaches(deed) else May.NONE
        return Cell(may, deviates=self.role is not None and may is not by_table)

    def _may(self, wanted: tuple[str, ...]) -> May:
        had = self.rights.intersection(wanted)
        if len(had) == len(wanted):
            return May.ALL
        return May.SOME if had else May.NONE

    def _reaches(self, deed: Deed) -> bool:
        roles = [*Role]
        return self.role is not None and roles.index(deed.least) <= roles.index(self.role)

    @property
    def beyond_the_deeds(self) -> int:
        """How many rights it has that no deed of the table takes."""
        return len(self.rights.difference(*(deed.rights for deed in deeds())))


def read_columns() -> list[Column]:
    """Return the archive's groups in the order of its roles, and then the others by name."""
    places = {role.value: role for role in Role}
    active = Count("user", filter=Q(user__is_active=True), distinct=True)
    held = ArraySubquery(names_of(every_right().filter(group=OuterRef("pk"))))
    groups = Group.objects.annotate(users=active, held=held).order_by("name")
    columns = [
        Column(group.name, group.users, places.get(group.name), frozenset(group.held)) for group in groups
    ]
    order = [*Role]
    # Python's sort keeps the order of names among those that are alike.
    return sorted(columns, key=lambda column: order.index(column.role) if column.role else len(order))


def who_may_page(site: AdminSite, request: HttpRequest) -> HttpResponse:
    """Show everybody who works in the admin what each group may do."""
    columns = read_columns()
    rows = [(deed.words, [column.cell(deed) for column in columns]) for deed in deeds()]
    context = {
        **site.each_context(request),
        "title": "Hvem må hvad",
        "columns": columns,
        "rows": rows,
        "deviates": any(cell.deviates for _, cells in rows for cell in cells),
        "remarks": [*_remarks(columns)],
    }
    return TemplateResponse(request, "admin/people/who_may.html", context)


def _remarks(columns: list[Column]) -> Iterator[str]:
    """What the table does not show: groups that are gone, rights of no deed, and who has rights without a group."""
    for role in Role:
        if role not in [column.role for column in columns]:
            yield f"Gruppen {role.value} findes ikke. Den laves igen, næste gang arkivet starter."
    for column in columns:
        if many := column.beyond_the_deeds:
            yield f"Gruppen {column.name} har desuden {_counted(many, 'rettighed', 'rettigheder')} ud over skemaet."
    active = User.objects.filter(is_active=True)
    if many := active.filter(is_superuser=True).count():
        yield f"{_counted(many, 'bruger er superbruger', 'brugere er superbrugere')} og må alt."
    if many := active.exclude(user_permissions=None).count():
        yield f"{_counted(many, 'bruger har', 'brugere har')} egne rettigheder ud over sin gruppes."
    if many := active.filter(is_superuser=False, groups=None).count():
        yield f"{_counted(many, 'bruger er', 'brugere er')} i ingen gruppe."


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
