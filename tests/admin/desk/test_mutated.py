"""Documents with a fault in them are stored whole or refused with a sentence; `script/benchmark mutated` has more."""

import pytest

from tests.build.mutated import FORMATS, mutated, upload_each

DOCUMENTS = 20
pytestmark = pytest.mark.usefixtures("organisation")


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_document_with_a_fault_is_stored_whole_or_not_at_all(suffix, admin_client):
    outcomes = upload_each(admin_client, mutated(suffix, DOCUMENTS))
    assert sum(outcomes.values()) == DOCUMENTS
    assert all(outcomes.values()), "some are taken, some refused"
