"""Who asks: the address of the connection or, behind a proxy that is named, the one that the proxy wrote down."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest

# A subscriber is given a whole network of IPv6 addresses, at least one of this prefix (RFC 6177): who counts the tries
# of single addresses counts nothing.
_SUBSCRIBER_PREFIX = 64
_LONGEST = len("[2001:db8:1111:2222:3333:4444:5555:6666%interface000000]:65535")


def client_address(request: HttpRequest) -> str | None:
    """Return the visitor's IPv4 address, or the first address of the /64 network that an IPv6 address lies in.

    X-Forwarded-For is believed as far as the proxies of ARCHIVE_PROXIES wrote it: from its end, each address was
    written by the one behind it. None where the connection has no address.
    """
    written = [*request.META.get("HTTP_X_FORWARDED_FOR", "").split(","), request.META.get("REMOTE_ADDR", "")]
    found = None
    for hop in reversed(written):
        address = _match_address(hop)
        if address is None:
            break
        found = address
        if not _is_proxy(address):
            break
    return str(_subscriber(found)) if found else None


def _match_address(written: str) -> IPv4Address | IPv6Address | None:
    """The address of "192.0.2.7", "192.0.2.7:443", "2001:db8::7" or "[2001:db8::7]:443"; None for anything else."""
    bare = written.strip()
    if len(bare) > _LONGEST:
        return None
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        address = ip_address(bare.partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _is_proxy(address: IPv4Address | IPv6Address) -> bool:
    return any(address in network for network in settings.ARCHIVE_PROXIES)


def _subscriber(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    if isinstance(address, IPv4Address):
        return address
    host_bits = address.max_prefixlen - _SUBSCRIBER_PREFIX
    return IPv6Address(int(address) >> host_bits << host_bits)
