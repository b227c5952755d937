"""Pages of every kind in a real browser: it complains of nothing, and neither does axe."""

from collections.abc import Callable

import pytest

from tests.browser.visitor import Visitor
from tests.build import addresses

pytestmark = pytest.mark.django_db

KINDS: dict[str, Callable[[], list[str]]] = {
    "fixed": lambda: addresses.FIXED,
    "meetings": addresses.meetings,
    "items": addresses.items_unlike_each_other,
    "cases": addresses.cases_unlike_each_other,
    "centres": addresses.centres,
    "documents": addresses.documents,
}
UNLIKE_EACH_OTHER = [
    "/",
    "/moeder/",
    "/moeder/byraadet/2015-03-31/",
    "/moeder/direktionen/2013-02-19/punkt-2/",
    "/sager/12/40318/",
    "/centre/oedc/",
    "/beslutninger/",
    "/beslutninger/?organ=hest&udsat=1",
    "/soeg/?q=budget&organ=direktionen",
    "/soeg/?aar=2013&aar=2014&udfald=udsat",
    "/soeg/?q=hvem+er+ansvarlig+for+cykelsti",
    "/soeg/?q=udsat+lokalplan+f%C3%B8r+2015",
    "/soeg/?q=dagpasning",
    "/soeg/?q=vindm%C3%B8lle+tag+kloak",
    "/soeg/?aar=99&q=budget",
    "/om/soegning/",
    "/daekning/",
]


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_gives_the_browser_or_axe_anything_to_complain_of(visitor: Visitor, kind: str) -> None:
    found = KINDS[kind]()
    assert found
    for address in found:
        visitor.look(address)
    assert visitor.complaints == []


@pytest.mark.parametrize("address", UNLIKE_EACH_OTHER)
def test_nothing_is_wrong_on_any_screen_by_day_or_by_night(visitor: Visitor, address: str) -> None:
    visitor.look_everywhere(address)
    assert visitor.complaints == []


@pytest.mark.parametrize(
    "address", ["/findes-ikke/", "/sager/?nr=findesikke", "/sager/99/99999/", "/dokumenter/999999-99/"]
)
def test_an_error_page_is_as_accessible_as_any(visitor: Visitor, address: str) -> None:
    visitor.look_everywhere(address)
    assert [complaint for complaint in visitor.complaints if "status of 404" not in complaint] == []
