"""Every page that follows matters, as readers meet it, under names that do not depend on the order of imports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from zlib import crc32

from django.test import Client

from minutes.matters.standing_series import find_all_series
from minutes.models import (
    AgendaItem,
    Case,
    Centre,
    Meeting,
    Reader,
    SearchDocument,
    SearchRole,
    Series,
    Topic,
)
from minutes.models.visibility import EVERYBODY
from tests.build.rows import add_editor

LISTS = (
    *("/moeder/", "/sager/", "/centre/", "/beslutninger/", "/beslutninger/?format=csv"),
    *(
        "/opfoelgning/",
        "/opfoelgning/?format=csv",
        "/opfoelgning/udsatte/",
        "/opfoelgning/udsatte/?format=csv",
    ),
    *("/opfoelgning/loefter/", "/opfoelgning/loefter/?format=csv"),
)
_MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
# What may depend on the order: the addresses of series and of topics, and the keys of rows.
_DEPENDS = re.compile(r"(?<=/serier/)[\w-]+|(?<=/opfoelgning/emner/)[\w-]+|(?<=/admin/minutes/)[\w/-]+")


def texts_of_pages(one_in: int = 1) -> dict[str, str]:
    """Return the main part of each page, line by line, by its name and who reads it. A user is made for the drafts.

    A page takes some 40 ms: `one_in` leaves out all but so many, the same ones every time, but none of the lists.
    """
    texts = {}
    editor = add_editor("the-editor")
    for who, reader in (("everybody", EVERYBODY), ("who sees drafts", editor)):
        client = Client()
        if reader is editor:
            client.force_login(editor)
        for name, address in _addresses(reader):
            if name not in LISTS and crc32(name.encode()) % one_in:
                continue
            texts[f"page {name} for {who}"] = _text_of(client, address)
    return texts


def _addresses(reader: Reader) -> Iterator[tuple[str, str]]:
    yield from ((address, address) for address in LISTS)
    meetings = Meeting.objects.readable_by(reader).select_related("body")
    items = AgendaItem.objects.readable_by(reader).select_related("meeting__body")
    documents = SearchDocument.objects.readable_by(reader)
    cases = Case.objects.filter(pk__in=documents.values("case"))
    centres = Centre.objects.filter(pk__in=SearchRole.objects.readable_by(reader).values("centre"))
    # The pages of items take the most time, and are the same but for the drafts.
    alone = items if reader is EVERYBODY else items.filter(meeting__in=meetings.drafts())
    for row in (*meetings, *alone, *cases, *centres):
        yield row.get_absolute_url(), row.get_absolute_url()
    for series in Series.objects.filter(key__in=find_all_series(reader)):
        yield f"/serier/ {series.key}", series.get_absolute_url()
    for topic in Topic.objects.readable_by(reader).select_related("key"):
        yield f"/opfoelgning/emner/ {topic.key.key}", topic.get_absolute_url()


def _text_of(client: Client, address: str) -> str:
    response = client.get(address)
    written = b"".join(response).decode() if response.streaming else response.content.decode()
    main = _MAIN.search(written)
    shown = _DEPENDS.sub("*", main.group() if main else written)
    lines = (line.strip() for line in shown.splitlines())
    return "\n".join([str(response.status_code), *filter(None, lines)])
