"""The bodies and centres of fixtures/ are loaded once, and what an archivist changes stays changed."""

import pytest

from minutes.importing.organisation import centre_names, centre_names_of_fixture, load_organisation
from minutes.models import Body, BodyAlias, Centre, CentreAlias, NameDecision


def codes_in(text, names):
    return [mention.code for mention in names.find(text)]


@pytest.mark.django_db
def test_loading_creates_bodies_and_centres_with_danish_addresses():
    assert load_organisation() == (4, 13)
    assert set(Body.objects.values_list("name", "slug")) == {
        ("Byrådet", "byraadet"),
        ("Chefforum", "chefforum"),
        ("Direktionen", "direktionen"),
        ("Økonomiudvalget", "oekonomiudvalget"),
    }
    assert Centre.objects.get(code="ØDC").slug == "oedc"
    assert Centre.objects.get(code="JC").valid_to == 2014


@pytest.mark.django_db
def test_loading_again_creates_nothing():
    load_organisation()
    before = [list(model.objects.values()) for model in (Body, BodyAlias, Centre, CentreAlias)]
    assert load_organisation() == (0, 0)
    assert [list(model.objects.values()) for model in (Body, BodyAlias, Centre, CentreAlias)] == before


@pytest.mark.django_db
def test_loading_again_keeps_what_an_archivist_has_changed():
    load_organisation()
    Centre.objects.filter(code="ØDC").update(name="Økonomi- og Digitaliseringscenter Vest", code="ØDV")
    Body.objects.filter(name="Byrådet").update(name="Kommunalbestyrelsen")
    BodyAlias.objects.filter(text="ØU").delete()
    CentreAlias.objects.filter(text="SOUC").delete()
    assert load_organisation() == (0, 0)
    assert Centre.objects.get(slug="oedc").code == "ØDV"
    assert Body.objects.get(slug="byraadet").name == "Kommunalbestyrelsen"
    assert not BodyAlias.objects.filter(text="ØU").exists()
    assert not CentreAlias.objects.filter(text="SOUC").exists()


@pytest.mark.django_db
def test_a_centre_has_its_successors_from_the_beginning_and_then_as_the_archivist_keeps_them():
    load_organisation()
    job_centre = Centre.objects.get(code="JC")
    assert [centre.code for centre in job_centre.successors.all()] == ["BAC"]
    job_centre.successors.clear()
    load_organisation()
    assert not job_centre.successors.exists()


@pytest.mark.django_db
def test_a_centre_that_is_loaded_again_does_not_come_after_itself():
    load_organisation()
    Centre.objects.get(code="JC").delete()
    wrong = Centre.objects.create(code="ZC", slug="zc", name="Z-Centret")
    Centre.objects.get(code="BAC").successors.add(wrong)
    assert load_organisation() == (0, 1)
    assert [centre.code for centre in Centre.objects.get(code="JC").successors.all()] == ["BAC"]


@pytest.mark.django_db
def test_loading_creates_what_alone_is_missing():
    load_organisation()
    Centre.objects.get(code="TMC").delete()
    assert load_organisation() == (0, 1)


@pytest.mark.django_db
def test_a_name_that_an_archivist_has_given_to_another_body_is_not_taken_from_it():
    board = Body.objects.create(name="Kommunalbestyrelsen", slug="kommunalbestyrelsen")
    BodyAlias.objects.create(body=board, text="BY")
    BodyAlias.objects.create(body=board, text="Byrådet")
    assert load_organisation() == (3, 13)
    assert BodyAlias.objects.get(text="BY").body == board


@pytest.mark.django_db
def test_a_body_that_was_met_before_the_organisation_was_loaded_is_no_new_one():
    Body.objects.create(name="Direktionen", slug="direktionen", is_new=True)
    Body.objects.create(name="Ældrerådet", slug="aeldreraadet", is_new=True)
    load_organisation()
    assert [*Body.objects.filter(is_new=True).values_list("name", flat=True)] == ["Ældrerådet"]


@pytest.mark.django_db
def test_the_names_for_the_parser_are_one_query_with_what_is_no_centre(django_assert_num_queries):
    load_organisation()
    NameDecision.objects.create(code="XPB", meaning=NameDecision.Meaning.INITIALS)
    with django_assert_num_queries(1):
        names = centre_names()
    assert names.knows("XPB") and names.knows("HRC") and names.knows("AMU") and not names.knows("QRS")
    assert codes_in("XPB og HRC", names) == ["HRC"]


@pytest.mark.django_db
def test_the_names_for_the_parser_are_those_of_the_rows():
    load_organisation()
    CentreAlias.objects.create(centre=Centre.objects.get(code="FKC"), text="Fritidscentret")
    names = centre_names()
    assert codes_in("Fritidscentrets og HR-Centerets planer; SOUC og ØDC", names) == [
        "FKC",
        "HRC",
        "SUOC",
        "ØDC",
    ]
    assert "ØU" in names.not_centres


@pytest.mark.django_db
def test_an_archive_without_centres_finds_none():
    assert codes_in("HRC og ØDC", centre_names()) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Økonomi- og Digitaliseringscenteret", ["ØDC"]),
        ("Center for Ejendomme og Intern Service", ["CEIS"]),
        ("HRC/JC", ["HRC", "JC"]),
        ("Jobcentrets og Byrådscentrets", ["JC", "BYC"]),
        ("politik for fritid og kultur i HTK, ØU og KL", []),
        ("Direktionen og Chefforum", []),
    ],
)
def test_the_fixture_names_the_centres_without_a_database(text, codes):
    assert codes_in(text, centre_names_of_fixture()) == codes
