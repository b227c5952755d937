"""Archives of items about schools."""

import pytest

from minutes.models import Outcome, SectionKind
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting


@pytest.fixture
def schools() -> None:
    """Three items about schools in two meetings, two of them about one case."""
    first, later = add_meeting("2013-08-27"), add_meeting("2014-09-09", "Byrådet")
    add_indexed_item(
        first,
        "Ny skole",
        case="12/32140",
        sections={SectionKind.DECISION: "Skolen godkendes"},
        outcomes=[(Outcome.APPROVED, "2013-08-27")],
        centres={"HRC": "HR-Centret"},
    )
    add_indexed_item(
        first,
        "Skolens tag",
        case="12/32140",
        outcomes=[(Outcome.DEFERRED, "2013-08-27")],
        documents=["216558/15"],
    )
    add_indexed_item(later, "Skoler og veje", "Om skoler")


@pytest.fixture
def many() -> None:
    meeting = add_meeting()
    for number in range(1, 24):
        add_indexed_item(meeting, f"Skole {number:02}", case=f"12/{number + 100}")
