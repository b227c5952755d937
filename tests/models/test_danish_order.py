"""Lists of names: the server sorts them as the pages do, and as Danes do."""

import pytest

from minutes.danish.letters import sort_key
from minutes.models import Body, Centre
from minutes.models.centres import DanishOrder
from tests.build.indexed import add_indexed_item
from tests.build.rows import add_centre, add_meeting
from tests.build.schools import facet

pytestmark = pytest.mark.django_db

IN_ORDER = [
    *("asfalt", "Byrådet", "Cykeludvalget", "Énudvalget", "Husudvalget", "Udvalget", "Üb", "yd"),
    *("Zoologisk udvalg", "Ældrerådet", "Økonomiudvalget", "Ørådet", "Åbyrådet", "Aalborgudvalget"),
]


def test_the_server_sorts_as_the_pages_do():
    for name in reversed(IN_ORDER):
        Body.objects.create(
            name=name, slug=sort_key(name).strip("{|}").replace(" ", "-")[:9] + str(len(name))
        )
    assert [body.name for body in Body.objects.all()] == sorted(IN_ORDER, key=sort_key) == IN_ORDER
    keys = Body.objects.annotate(key=DanishOrder("name")).values_list("name", "key")
    assert all(sort_key(name) == key for name, key in keys)


def test_centres_stand_by_their_codes_and_another_order_takes_the_place_of_that():
    for code in ("ÅC", "ZC", "ØDC", "AC", "ÆC"):
        add_centre(code, f"Centret {code}")
    assert [centre.code for centre in Centre.objects.all()] == ["AC", "ZC", "ÆC", "ØDC", "ÅC"]
    assert Centre.objects.order_by("-code").first().code == "ØDC"


@pytest.mark.parametrize("address", ["/moeder/", "/beslutninger/", "/daekning/", "/soeg/?q=findesikke"])
def test_the_bodies_of_a_page_stand_in_danish_order(read, address):
    for place, name in enumerate(("Udvalget-Å", "Udvalget-Z", "Udvalget-Ø", "Udvalget-Æ")):
        Body.objects.create(name=name, slug=f"udvalg-{place}")
        add_indexed_item(add_meeting("2013-08-27", name), "Skole", outcomes=[("approved", "2013-08-27")])
    page = read(address).main
    filters = page[page.index("Udvalget-Z") :]
    places = [filters.index(name) for name in ("Udvalget-Z", "Udvalget-Æ", "Udvalget-Ø", "Udvalget-Å")]
    assert places == sorted(places)


def test_values_of_a_facet_that_as_many_items_have_stand_in_danish_order(read):
    for place, name in enumerate(("Åudvalget", "Zudvalget", "Øudvalget")):
        Body.objects.create(name=name, slug=f"udvalg-{place}")
        add_indexed_item(add_meeting("2013-08-27", name), "Skole")
    assert facet(read("/soeg/", q="skole"), "Organ") == "Zudvalget 1 Øudvalget 1 Åudvalget 1"
