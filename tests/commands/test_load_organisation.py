"""`load_organisation` says how much it has created."""

from io import StringIO

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_it_says_what_it_created_and_the_second_time_that_it_created_nothing():
    out = StringIO()
    call_command("load_organisation", stdout=out)
    call_command("load_organisation", stdout=out)
    assert (
        out.getvalue()
        == "Organer oprettet: 4. Centre oprettet: 13.\nOrganer oprettet: 0. Centre oprettet: 0.\n"
    )
