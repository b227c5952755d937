"""The permanent addresses, as the pages have them."""

import pytest
from django.urls import NoReverseMatch, get_script_prefix, reverse, set_script_prefix

from minutes.models import address_of


@pytest.mark.parametrize(
    ("view", "arguments", "address"),
    [
        ("centre-detail", ("hrc",), "/centre/hrc/"),
        ("case-detail", ("12", "32140"), "/sager/12/32140/"),
        ("meeting-detail", ("direktionen", "2013-08-27"), "/moeder/direktionen/2013-08-27/"),
        ("item-detail", ("direktionen", "2013-08-27", "punkt-4"), "/moeder/direktionen/2013-08-27/punkt-4/"),
    ],
)
def test_an_address_is_the_same_however_often_it_is_asked_for(view, arguments, address):
    assert [address_of(view, *arguments) for _ in range(2)] == [address] * 2
    assert address == reverse(view, args=arguments)


def test_an_address_stands_below_the_path_that_the_site_is_served_under():
    before = get_script_prefix()
    assert address_of("centre-detail", "hrc") == "/centre/hrc/"
    try:
        set_script_prefix("/arkiv/")
        assert address_of("centre-detail", "hrc") == "/arkiv/centre/hrc/"
    finally:
        set_script_prefix(before)


@pytest.mark.parametrize(
    ("view", "arguments"), [("nowhere", ()), ("centre-detail", ()), ("centre-detail", ("a/b",))]
)
def test_what_has_no_address_is_an_error_each_time(view, arguments):
    for _ in range(2):
        with pytest.raises(NoReverseMatch):
            address_of(view, *arguments)
