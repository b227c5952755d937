"""Who asks is believed from the connection, and from X-Forwarded-For only as far as proxies that are named wrote it."""

from ipaddress import ip_network

import pytest
from django.test import RequestFactory

from archive_site.login.client_address import client_address

PROXY = "10.0.0.7"


def address(connection: str, forwarded: str | None = None) -> str | None:
    headers = {} if forwarded is None else {"x-forwarded-for": forwarded}
    return client_address(RequestFactory().get("/", REMOTE_ADDR=connection, headers=headers))


@pytest.fixture
def proxies(settings) -> None:
    settings.ARCHIVE_PROXIES = [ip_network(name) for name in (PROXY, "10.1.0.0/16", "fd00::/8", "127.0.0.1")]


@pytest.mark.parametrize(
    "forwarded", [None, "", "198.51.100.1", "127.0.0.1", "10.0.0.7, 10.0.0.7", "unknown", "\0"]
)
def test_where_no_proxy_is_named_the_connection_alone_counts(forwarded):
    assert address("192.0.2.1", forwarded) == "192.0.2.1"


@pytest.mark.usefixtures("proxies")
@pytest.mark.parametrize(
    ("connection", "forwarded", "expected"),
    [
        # What the proxy wrote itself stands last; what a visitor sent along stands before it.
        (PROXY, "198.51.100.1", "198.51.100.1"),
        (PROXY, "1.1.1.1, 198.51.100.1", "198.51.100.1"),
        (PROXY, "10.0.0.7, 198.51.100.1", "198.51.100.1"),
        (PROXY, "127.0.0.1,198.51.100.1", "198.51.100.1"),
        # A stranger who says that he is a proxy, and one whose connection comes from elsewhere.
        ("192.0.2.1", "198.51.100.1", "192.0.2.1"),
        ("192.0.2.1", "10.0.0.7", "192.0.2.1"),
        # Two proxies, one behind the other.
        (PROXY, "198.51.100.1, 10.1.2.3", "198.51.100.1"),
        (PROXY, "6.6.6.6, 198.51.100.1, 10.1.2.3", "198.51.100.1"),
        ("fd00::1", "198.51.100.1", "198.51.100.1"),
        ("::ffff:10.0.0.7", "198.51.100.1", "198.51.100.1"),
        # As some proxies write it.
        (PROXY, "198.51.100.1:50123", "198.51.100.1"),
        (PROXY, "[2001:db8:1:2::9]:443", "2001:db8:1:2::"),
        (PROXY, " 198.51.100.1 ", "198.51.100.1"),
        # What is no address was written by nobody that is known: the last one that is counts.
        (PROXY, None, PROXY),
        (PROXY, "", PROXY),
        (PROXY, "unknown", PROXY),
        (PROXY, "198.51.100.1, unknown", PROXY),
        (PROXY, "198.51.100.1, unknown, 10.1.2.3", "10.1.2.3"),
        (PROXY, "198.51.100.1,", PROXY),
        (PROXY, "1.2.3.4.5", PROXY),
        (PROXY, "9" * 100_000, PROXY),
        (PROXY, "[", PROXY),
        (PROXY, "١٩٨.51.100.1", PROXY),
        # A request of a proxy's own.
        (PROXY, "10.1.2.3", "10.1.2.3"),
    ],
)
def test_a_named_proxy_is_believed_as_far_as_it_wrote(connection, forwarded, expected):
    assert address(connection, forwarded) == expected


@pytest.mark.parametrize(
    ("connection", "expected"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::"),
        ("2001:db8:1:3::1", "2001:db8:1:3::"),
        ("fe80::1%eth0", "fe80::"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("192.0.2.1", "192.0.2.1"),
        ("", None),
        ("unix:", None),
    ],
)
def test_a_subscriber_of_ipv6_is_one_whichever_of_his_addresses_he_takes(connection, expected):
    assert address(connection) == expected
