"""Archives of items about schools, and what a search page shows of them."""

import pytest

from minutes.models import Outcome, PublicationState, SectionKind
from tests.rows import add_meeting
from tests.search.indexed import add_indexed_item

SEARCH = "/soeg/"


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


def add_hidden() -> None:
    outcomes, centres = [(Outcome.DEFERRED, "2013-08-27")], {"HRC": "HR-Centret"}
    details = {"case": "12/32140", "outcomes": outcomes, "centres": centres, "documents": ["216558/15"]}
    add_indexed_item(add_meeting(state=PublicationState.DRAFT), "Skole i kladde", **details)
    add_indexed_item(add_meeting(body="Byrådet"), "Skole lukket", is_closed=True, **details)
    withdrawn = add_meeting(body="Udvalget", state=PublicationState.WITHDRAWN)
    add_indexed_item(withdrawn, "Skole trukket", **details)


def shown(page):
    return [heading.text for heading in page.find("h3") if heading.text.startswith(("Ny", "Skole"))]


def facet(page, label):
    """The values of a facet with their counts, as they are read."""
    group = next(group for group in page.find("div", role="group") if group.text.startswith(label))
    return group.text.removeprefix(label).strip()
