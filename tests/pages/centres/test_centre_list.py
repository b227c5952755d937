from collections.abc import Callable

from minutes.models import CentreAlias
from tests.build.page import Page
from tests.build.rows import add_centre

Read = Callable[..., Page]


def test_the_list_tells_code_name_other_names_and_years(read: Read) -> None:
    add_centre("HRC", "HR-Centret")
    CentreAlias.objects.create(centre=add_centre("JC", "Jobcentret", valid_to=2014), text="Jobcenteret")
    CentreAlias.objects.create(centre=add_centre("JC"), text="Arbejdsmarked")
    page = read("/centre/")
    assert page.row("HRC") == "HRC HR-Centret"
    assert page.row("JC") == "JC Jobcentret Arbejdsmarked, Jobcenteret til 2014"


def test_an_archive_without_centres_says_so(read: Read) -> None:
    assert "Der er endnu ingen centre i arkivet." in read("/centre/").main
