"""Two people who decide on a name at the same moment: one does it, the other is told, and nothing is half done."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import connection

from minutes.editing.names.aliases import NameRefusedError
from minutes.importing.importer import import_minutes
from minutes.importing.naming.decisions import decide_code
from minutes.importing.naming.merging import NotMergedError, merge_bodies, plan_merge
from minutes.importing.organisation import load_organisation
from minutes.models import Body, BodyAlias, Centre, CentreAlias, Event, Meeting, NameDecision
from tests.build.documents import minutes_text
from tests.build.imports import imported
from tests.build.rows import add_user

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*deeds: Callable[[], object]) -> list[str]:
    """Do all of it at the same moment, each on a connection of its own; returns what was refused, and why."""
    together = Barrier(len(deeds))

    def do(deed: Callable[[], object]) -> str:
        try:
            together.wait()
            deed()
        except (NameRefusedError, NotMergedError) as refusal:
            return str(refusal)
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(deeds)) as pool:
        return sorted(pool.map(do, deeds))


@pytest.fixture
def user() -> User:
    load_organisation()
    return add_user()


def test_of_two_who_merge_a_body_one_is_told(user):
    body = imported(minutes_text(body="Direktonen"), publish=True).meeting.body
    into = Body.objects.get(slug="direktionen")
    agreed = plan_merge(body, into).fingerprint
    done, refused = at_once(*[lambda: merge_bodies(body.pk, into.pk, user, agreed=agreed)] * 2)
    assert (done, refused) == ("", "Organet er allerede lagt sammen med et andet, eller slettet.")
    assert BodyAlias.objects.filter(text="Direktonen").count() == 1
    assert Event.objects.filter(kind=Event.Kind.BODY_MERGED, meeting=None).count() == 1


def test_of_two_who_say_what_a_code_is_one_is_told(user):
    centres = Centre.objects.filter(code__in=("JC", "TMC"))
    done, refused = at_once(
        *[lambda centre=centre: decide_code("XPB", "centre", centre, user) for centre in centres]
    )
    assert done == ""
    assert refused
    assert NameDecision.objects.get().alias == CentreAlias.objects.get(text="XPB")
    assert Event.objects.filter(kind=Event.Kind.NAME_DECIDED).count() == 1


def test_an_import_beside_a_merger_leaves_every_meeting_with_a_body(user):
    body = imported(minutes_text(body="Direktonen"), publish=True).meeting.body
    into = Body.objects.get(slug="direktionen")
    agreed = plan_merge(body, into).fingerprint
    same_day = minutes_text(body="Direktonen", time="14:00").encode()
    at_once(
        lambda: merge_bodies(body.pk, into.pk, user, agreed=agreed),
        lambda: import_minutes(same_day, "referat.txt"),
    )
    slugs = [*Meeting.objects.values_list("body__slug", "slug").order_by("slug")]
    merged = not Body.objects.filter(pk=body.pk).exists()
    assert len({*slugs}) == 2
    assert {slug for slug, _ in slugs} == ({"direktionen"} if merged else {"direktonen"})
