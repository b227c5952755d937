"""A name says which centre or body is meant: what is another's is refused, in whatever letters."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from minutes.editing.names.aliases import NameRefusedError, TakenNames, add_alias
from minutes.importing.organisation import load_organisation
from minutes.models import Body, BodyAlias, Centre, CentreAlias, Event, NameDecision
from minutes.search.query.named_units import read_organisation
from minutes.search.query.properties import OfCentre

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def organisation() -> None:
    load_organisation()


def centre(code: str) -> Centre:
    return Centre.objects.get(code=code)


def body(name: str) -> Body:
    return Body.objects.get(name=name)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("HRC", "»HRC« er koden for HR-Centret (HRC)"),
        ("hrc", "»HRC« er koden for HR-Centret (HRC)"),
        ("H.R.C.", "»HRC« er koden for HR-Centret (HRC)"),
        ("HR Centeret", "er navnet på HR-Centret (HRC)"),
        ("oedc", "»ØDC« er koden for"),
        ("SOUC", "»SOUC« er en skrivemåde af Sundheds- og Omsorgscentret (SUOC)"),
        ("fritid & kultur", None),
        ("Fritid og kultur", "er en skrivemåde af Fritids- og Kulturcentret (FKC)"),
        ("ØU", "»ØU« er en skrivemåde af Økonomiudvalget"),
        ("Oe.U.", "»ØU« er en skrivemåde af Økonomiudvalget"),
        ("byraadet", "»Byrådet« er navnet på Byrådet"),
        ("Jobcenter", None),
        ("JC", None),
        ("Beskæftigelsescentret", None),
    ],
)
def test_what_is_another_units_is_no_alias_of_a_centre(text, said):
    unit = centre("JC")
    if said is None:
        add_alias(text, unit, None)
        assert CentreAlias.objects.get(text=text).centre == unit
        return
    with pytest.raises(NameRefusedError, match="kan ikke bruges") as refused:
        add_alias(text, unit, None)
    assert said in str(refused.value)
    assert not CentreAlias.objects.filter(centre=unit).exists()
    assert not Event.objects.exists()


@pytest.mark.parametrize("text", ["HRC", "Byråd", "DIREKTIONEN", "direktion"])
def test_what_is_another_units_is_no_alias_of_a_body(text):
    with pytest.raises(NameRefusedError):
        add_alias(text, body("Økonomiudvalget"), None)


@pytest.mark.parametrize("text", ["", "  ", "...", "010180-1234", "x" * 201])
def test_what_is_no_name_is_refused(text):
    with pytest.raises(NameRefusedError):
        add_alias(text, body("Byrådet"), None)


def test_what_the_unit_is_called_already_is_refused_once_more():
    with pytest.raises(NameRefusedError, match="allerede en skrivemåde"):
        add_alias("byråd", body("Byrådet"), None)


def test_a_code_that_is_said_to_be_no_centres_is_no_alias_of_one():
    NameDecision.objects.create(code="XPB", meaning=NameDecision.Meaning.NOT_A_CENTRE)
    with pytest.raises(NameRefusedError, match="ikke et center"):
        add_alias("xpb", centre("JC"), None)
    add_alias("XPB", body("Byrådet"), None)


def test_the_log_says_who_gave_a_name():
    add_alias("Den  øverste ledelse", body("Direktionen"), None)
    event = Event.objects.get()
    assert (event.kind, event.subject) == (Event.Kind.NAME_DECIDED, "Den øverste ledelse")
    assert event.details == "skrivemåde af Direktionen"


def test_the_search_goes_on_knowing_whose_code_it_is():
    with pytest.raises(NameRefusedError):
        add_alias("HRC", centre("JC"), None)
    (found, *_) = read_organisation().names.find(("hrc",))
    assert found == OfCentre(centre("HRC").pk)


def test_the_names_of_the_organisation_are_no_two_units():
    taken = TakenNames.read()
    for alias in CentreAlias.objects.select_related("centre"):
        taken.refuse_alias(alias.text, alias.centre)
    for alias in BodyAlias.objects.select_related("body"):
        taken.refuse_alias(alias.text, alias.body)


def test_loading_takes_no_name_from_another_unit():
    CentreAlias.objects.all().delete()
    Centre.objects.get(code="HRC").delete()
    CentreAlias.objects.create(centre=centre("JC"), text="h.r. centret")
    load_organisation()
    assert {*centre("HRC").aliases.values_list("text", flat=True)} == {"HR"}


@pytest.mark.parametrize("model", [CentreAlias, BodyAlias])
def test_the_database_itself_takes_an_alias_in_one_set_of_capitals(model):
    unit = {"centre": centre("JC")} if model is CentreAlias else {"body": body("Byrådet")}
    model.objects.create(text="Ældreråd", **unit)
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.create(text="ÆLDRERÅD", **unit)


def test_three_queries_are_enough(django_assert_num_queries):
    with django_assert_num_queries(3):
        TakenNames.read()
