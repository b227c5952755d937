"""Feeds as a reader program has them: parsed, and held to RFC 4287 whenever one is read."""

from __future__ import annotations

import re
from datetime import datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from django.test import Client

ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
# RFC 4151: an authority, a date, and characters that an address may hold.
_TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(?:-\d\d){0,2}:[A-Za-z0-9/?._~!$&'()*+,;=:@%-]+")


def read_feed(client: Client, address: str, **parameters: str) -> Element:
    """The feed at an address, which is a feed by the rules."""
    response = client.get(address, parameters)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(response.content)
    check_feed(feed)
    return feed


def entries(client: Client, address: str, **parameters: str) -> list[Element]:
    return read_feed(client, address, **parameters).findall(f"{ATOM}entry")


def titles(client: Client, address: str, **parameters: str) -> list[str]:
    return [text(entry, "title") for entry in entries(client, address, **parameters)]


def text(element: Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}") or ""


def summary(entry: Element) -> list[str]:
    """The paragraphs of an entry's summary, but for the link at its end."""
    found = [
        "".join(paragraph.itertext()) for paragraph in entry.iterfind(f"{ATOM}summary/{XHTML}div/{XHTML}p")
    ]
    assert found.pop() in ("Læs punktet", "Læs referatet", "Læs hele referatet", "Læs hele listen")
    return found


def links(entry: Element) -> list[str]:
    """Where the links in an entry's summary lead."""
    return [link.get("href", "") for link in entry.iter(f"{XHTML}a")]


def link(element: Element, relation: str) -> str:
    (found,) = [one for one in element.findall(f"{ATOM}link") if one.get("rel") == relation]
    return found.get("href", "")


def check_feed(feed: Element) -> None:
    """What RFC 4287 asks of a feed: sections 4.1.1, 4.1.2 and 4.2."""
    assert feed.tag == f"{ATOM}feed"
    _check_both(feed)
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert link(feed, "self").startswith("http")
    found = feed.findall(f"{ATOM}entry")
    for entry in found:
        _check_both(entry)
        _check_once(entry, "published")
        datetime.fromisoformat(text(entry, "published"))
    ids = [text(element, "id") for element in (feed, *found)]
    assert len({*ids}) == len(ids)
    if found:
        assert text(feed, "updated") == max(text(entry, "updated") for entry in found)


def _check_both(element: Element) -> None:
    for name in ("id", "title", "updated"):
        _check_once(element, name)
    assert _TAG.fullmatch(text(element, "id")), text(element, "id")
    assert text(element, "title").strip()
    assert datetime.fromisoformat(text(element, "updated")).tzinfo
    assert link(element, "alternate").startswith("http")
    for name in ("summary", "subtitle"):
        for construct in element.findall(f"{ATOM}{name}"):
            assert construct.get("type") == "xhtml"
            assert [child.tag for child in construct] == [f"{XHTML}div"]


def _check_once(element: Element, name: str) -> None:
    assert len(element.findall(f"{ATOM}{name}")) == 1, name
