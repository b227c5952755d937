"""Environment variables are read strictly: what is not understood is refused, and the variable is named."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from archive_site import environment

NAME = "ARCHIVE_EXAMPLE"


@pytest.fixture(autouse=True)
def _not_set(monkeypatch):
    monkeypatch.delenv(NAME, raising=False)


def test_a_variable_that_is_not_set_has_its_default():
    assert environment.text(NAME, "x") == "x"
    assert environment.flag(NAME, True) is True
    assert environment.flag(NAME, False) is False
    assert environment.whole_number(NAME, 7) == 7
    assert environment.words(NAME, "a,b") == ["a", "b"]
    assert environment.path(NAME, Path("var")) == Path("var")


@pytest.mark.parametrize("empty", ["", " ", "\t"])
def test_an_empty_variable_counts_as_not_set(monkeypatch, empty):
    monkeypatch.setenv(NAME, empty)
    assert environment.text(NAME, "x") == "x"
    assert environment.flag(NAME, True) is True
    assert environment.whole_number(NAME, 7) == 7
    assert environment.words(NAME, "a") == ["a"]
    assert environment.path(NAME, Path("var")) == Path("var")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("1", True),
        ("true", True),
        ("Yes", True),
        ("ON", True),
        (" 1 ", True),
        ("0", False),
        ("false", False),
        ("No", False),
        ("off", False),
    ],
)
def test_a_flag_is_given_in_any_of_the_usual_words(monkeypatch, given, expected):
    monkeypatch.setenv(NAME, given)
    assert environment.flag(NAME, not expected) is expected


@pytest.mark.parametrize("given", ["2", "ja", "tru", "1.0", "-", "None", "01"])
def test_any_other_word_for_a_flag_is_refused(monkeypatch, given):
    monkeypatch.setenv(NAME, given)
    with pytest.raises(ImproperlyConfigured, match=rf"{NAME} is '{given}'. Expected: 1 or 0"):
        environment.flag(NAME, False)


@pytest.mark.parametrize(
    ("given", "expected"), [("1", 1), ("8000", 8000), (" 80 ", 80), ("65535", 65535), ("007", 7)]
)
def test_a_whole_number_within_its_bounds_is_read(monkeypatch, given, expected):
    monkeypatch.setenv(NAME, given)
    assert environment.whole_number(NAME, 5, least=1, most=65535) == expected


@pytest.mark.parametrize(
    "given", ["0", "65536", "-1", "+1", "1.5", "1e3", "0x10", "80 00", "port", "²", "٣", "9" * 5000]
)
def test_what_is_no_whole_number_within_its_bounds_is_refused(monkeypatch, given):
    monkeypatch.setenv(NAME, given)
    with pytest.raises(ImproperlyConfigured, match=rf"{NAME} is .* Expected: a whole number from 1 to 65535"):
        environment.whole_number(NAME, 5, least=1, most=65535)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("a", ["a"]),
        ("a,b", ["a", "b"]),
        (" a , b ,", ["a", "b"]),
        (",", []),
        ("[::1],localhost", ["[::1]", "localhost"]),
    ],
)
def test_a_list_is_parted_by_commas(monkeypatch, given, expected):
    monkeypatch.setenv(NAME, given)
    assert environment.words(NAME, "x") == expected


def test_a_path_may_begin_in_the_home_folder(monkeypatch):
    monkeypatch.setenv("HOME", "/home/example")
    monkeypatch.setenv(NAME, "~/arkiv æøå")
    assert environment.path(NAME, Path("var")) == Path("/home/example/arkiv æøå")


def test_a_path_in_the_home_folder_of_nobody_is_refused(monkeypatch):
    monkeypatch.setenv(NAME, "~no-such-user/archive")
    with pytest.raises(ImproperlyConfigured, match=NAME):
        environment.path(NAME, Path("var"))


@pytest.mark.parametrize(
    ("given", "networks"),
    [
        ("", []),
        ("192.0.2.7", ["192.0.2.7/32"]),
        ("192.0.2.7, 10.0.0.0/8,2001:db8::7 ,", ["192.0.2.7/32", "10.0.0.0/8", "2001:db8::7/128"]),
    ],
)
def test_networks_are_addresses_and_networks_between_commas(monkeypatch, given, networks):
    monkeypatch.setenv(NAME, given)
    assert [str(network) for network in environment.networks(NAME)] == networks


@pytest.mark.parametrize(
    "given", ["proxy.example", "10.0.0.0/33", "10.0.0.1/8", "1", "*", "192.0.2.7 10.0.0.1"]
)
def test_what_is_no_network_is_refused(monkeypatch, given):
    monkeypatch.setenv(NAME, given)
    with pytest.raises(ImproperlyConfigured, match=NAME):
        environment.networks(NAME)


@pytest.mark.parametrize(
    "given", ["htk.dk,2026", "arkiv.nyby-kommune.dk,2025-12", "xn--hje-taastrup-xjb.dk,2024-02-29"]
)
def test_who_names_things_is_a_domain_and_a_day(monkeypatch, given):
    monkeypatch.setenv(NAME, f" {given} ")
    assert environment.tagging_entity(NAME, "x.dk,2020") == given


@pytest.mark.parametrize(
    "given",
    [
        *("htk.dk", "htk,2026", "htk.dk,", "htk.dk,26", "HTK.dk,2026", "htk.dk,2026-13", "htk.dk,2026-02-30"),
        *("htk.dk,0000", "htk.dk;2026", "htk.dk, 2026", "-htk.dk,2026", "høje.dk,2026", "htk..dk,2026"),
        *("https://htk.dk,2026", "htk.dk,2026:x", "a\nb.dk,2026", "htk.dk,2026-1-1", "htk.dk,٢٠٢٦"),
    ],
)
def test_anything_else_names_nothing(monkeypatch, given):
    monkeypatch.setenv(NAME, given)
    with pytest.raises(ImproperlyConfigured, match=f"{NAME} is .*such as htk.dk,2026"):
        environment.tagging_entity(NAME, "x.dk,2020")
