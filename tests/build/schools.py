"""Items about schools that nobody may find, and what a search page shows of those that can be found."""

from minutes.models import Outcome, PublicationState
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_meeting

SEARCH = "/soeg/"


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
    group = next(group for group in page.find("details", class_="facet") if group.text.startswith(label))
    return group.text.removeprefix(label).strip()
