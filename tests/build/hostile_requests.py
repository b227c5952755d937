"""Requests that no browser sends: byte strings of every kind in paths, parameters, headers, cookies and forms.

The same seed gives the same requests. Every address of the site is among them, with rows that are there and without.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote_from_bytes

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

NASTY: tuple[bytes, ...] = (
    b"",
    b"\0",
    b"a\0b",
    b"\x01\x1f\x7f",
    b"\t \n\r\n",
    b"x\r\nX-Injected: 1",
    b"\xff\xfe",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    "\ue000\uffff\ufdd0".encode(),
    "\u202e\u2066\u200b\ufeff".encode(),
    "æøå ÆØÅ İ ß ŉ".encode(),
    "😀".encode(),
    b"[",
    b"(",
    b"\\",
    b"*",
    b"a{1000000}",
    b"(a+)+$",
    b"%",
    b"%s %(x)s {0} {x.__class__}",
    b"'; DROP TABLE x; --",
    b"<script>alert(1)</script>",
    b"{{ 7|add:7 }}",
    b'{"a": [1, null]}',
    b"null",
    b"-1",
    b"0",
    b"1",
    b"1,2,x",
    b"2147483648",
    b"9223372036854775808",
    b"99999999999999999999",
    b"9" * 5000,
    b"1_0",
    b" 1 ",
    b"1.5",
    b"1e400",
    b"nan",
    b"-inf",
    b"0x10",
    "²٣".encode(),
    b"True",
    b"0000-00-00",
    b"0001-01-01",
    b"9999-12-31",
    b"10000-01-01",
    b"2013-02-30",
    b"2013-08-27",
    b"2013-08-27 24:00:00",
    b"2013-08-27T10:00:00+99:99",
    b"a" * 3000,
    "å".encode() * 2000,
    b"../../etc/passwd",
    b"//ond.example/",
    b"http://[",
    b"javascript:alert(1)",
    b"_5F_00_",
)
LOOKUPS = (
    *(
        "exact",
        "iexact",
        "contains",
        "icontains",
        "startswith",
        "iendswith",
        "in",
        "gt",
        "gte",
        "lt",
        "lte",
        "range",
    ),
    *(
        "isnull",
        "isempty",
        "regex",
        "iregex",
        "search",
        "unaccent",
        "trigram_similar",
        "trigram_word_similar",
        "year",
    ),
    *(
        "month",
        "day",
        "week",
        "date",
        "date__year",
        "time",
        "hour",
        "len",
        "contained_by",
        "overlap",
        "has_key",
        "0",
    ),
    *("nothing", "exact__exact", "id__exact", "year__gte", "iso_year", "quarter"),
)
# What the public pages ask of an address.
PUBLIC_PARAMETERS = (
    "q",
    "nr",
    "aar",
    "organ",
    "center",
    "udfald",
    "rolle",
    "sort",
    "side",
    "antal",
    "format",
    "bilag",
    "ukendt",
)
PARAMETERS = (
    *PUBLIC_PARAMETERS,
    *("o", "p", "e", "all", "next", "_popup", "_to_field", "_changelist_filters", "_facets", "_source_model"),
    *("app_label", "model_name", "field_name", "term", "page", "action", "index", "bemaerkninger"),
)
HEADERS = (
    *(
        "HTTP_HOST",
        "HTTP_COOKIE",
        "HTTP_ACCEPT",
        "HTTP_ACCEPT_LANGUAGE",
        "HTTP_ACCEPT_ENCODING",
        "HTTP_USER_AGENT",
    ),
    *(
        "HTTP_REFERER",
        "HTTP_ORIGIN",
        "HTTP_IF_NONE_MATCH",
        "HTTP_IF_MODIFIED_SINCE",
        "HTTP_IF_MATCH",
        "HTTP_RANGE",
    ),
    *(
        "HTTP_IF_UNMODIFIED_SINCE",
        "HTTP_IF_RANGE",
        "HTTP_X_FORWARDED_FOR",
        "HTTP_X_FORWARDED_HOST",
        "HTTP_X_CSRFTOKEN",
    ),
    *(
        "HTTP_X_FORWARDED_PROTO",
        "HTTP_X_REQUESTED_WITH",
        "HTTP_AUTHORIZATION",
        "CONTENT_TYPE",
        "CONTENT_LENGTH",
    ),
    *("HTTP_X_METHOD_OVERRIDE", "HTTP_SEC_PURPOSE", "HTTP_EXPECT", "HTTP_TRANSFER_ENCODING", "REMOTE_ADDR"),
)
HEADER_VALUES: tuple[bytes, ...] = (
    b'W/"x", *',
    b'"',
    b"Thu, 99 Feb 2013 25:61:61 GMT",
    b"Fri, 31 Dec 9999 23:59:59 GMT",
    b"bytes=-1",
    b"bytes=5-2,9999999999999999999-",
    b"text/html;q=x, */*;q=-1;;;",
    b"da;q=1e400," * 100,
    *(
        b"text/plain; charset=" + name
        for name in (b"utf-16", b"utf-7", b"rot13", b"hex", b"idna", b"unicode_escape", b"undefined", b"\xff")
    ),
    b"application/x-www-form-urlencoded; charset=rot13",
    b"multipart/form-data",
    b"multipart/form-data; boundary=",
    b"multipart/form-data; boundary=\xff\0",
    b"multipart/form-data; boundary=" + b"x" * 300,
    b"application/json",
    b"gzip, deflate;q=\0",
    b"chunked",
    b"-5",
    b"localhost:99999",
    b"testserver\0",
    b"[::1",
)
COOKIES = ("sessionid", "csrftoken", "messages", "x")
COOKIE_VALUES: tuple[bytes, ...] = (
    b'"abcdefgh\\000"',
    b'"abcdefgh\\012\\015"',
    b'"\\377\\200abcdefgh"',
    b"abcdefgh\0",
    b"a" * 32,
    b"a" * 64,
    b"a" * 5000,
    b'"',
    b'"\\"',
    b";;;=;=",
    b"\xed\xa0\x80abcdefgh",
    b'W1siX19qc29uX21lc3NhZ2UiLDAsMjUsIngiXV0:1abc:x"',
    b'[["__json_message",0,25,"x"]]',
)
FORM_FIELDS = (
    *(
        "username",
        "password",
        "next",
        "csrfmiddlewaretoken",
        "action",
        "_selected_action",
        "select_across",
        "index",
    ),
    *(
        "_save",
        "_continue",
        "_addanother",
        "_saveasnew",
        "_popup",
        "_to_field",
        "name",
        "slug",
        "title",
        "case_number",
    ),
    *(
        "old_password",
        "new_password1",
        "new_password2",
        "file",
        "files",
        "publish",
        "text",
        "body",
        "outcome",
        "code",
    ),
    *(
        "usable_password",
        "groups",
        "permissions",
        "email",
        "first_name",
        "date_joined_0",
        "last_login_0",
        "is_active",
    ),
)
FORMSETS = ("decisions", "item_centres", "attachments", "aliases", "sections", "documents", "form")
MANAGEMENT = (
    *("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS"),
    *("0-id", "0-item", "0-centre", "0-DELETE", "0-file", "0-outcome", "0-text"),
)
FORM_VALUES = (*NASTY, b"delete_selected", b"publish", b"withdraw", b"discard", b"on", b"1", b"1", b"1")
PART_HEADERS = (
    *(b"", b"", b"Content-Type: text/plain; charset=rot13\r\n", b"Content-Transfer-Encoding: base64\r\n"),
    *(b"Content-Type: \xff\0\r\n", b"Content-Length: x\r\n", b"X: " + b"x" * 2000 + b"\r\n"),
)
FILE_NAMES = (*NASTY, b"a.txt", b"a.pdf", b"referat.txt")

# The pieces of an address: text, and the names of what stands between.
Route = list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class HostileRequest:
    """What a server hands to the application: `environment` overrides what stands in any other request."""

    method: str
    body: bytes = b""
    environment: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.method} {str(self.environment)[:400]} {self.body[:200]!r}"


def hostile_requests(seed: int, number: int) -> Iterator[HostileRequest]:
    """Give so many requests, each of which has one to three parts that are hostile."""
    chance = random.Random(seed)
    routes = [*_routes(get_resolver().url_patterns)]
    lists = [route for route in routes if route[0][0].startswith("admin/") and len(route) == 1]
    columns = _columns()
    for number_of_this in range(number):
        # The lists of the admin have the most parameters: a third of all requests goes there.
        yield _request(chance, chance.choice(routes if number_of_this % 3 else lists), columns)


def _request(chance: random.Random, route: Route, columns: list[str]) -> HostileRequest:
    parts = chance.sample(("path", "query", "header", "cookie", "body"), chance.randint(1, 3))
    environment = {"PATH_INFO": _path(chance, route, hostile="path" in parts)}
    if "query" in parts:
        environment["QUERY_STRING"] = _query(chance, columns)
    if "cookie" in parts:
        environment["HTTP_COOKIE"] = _cookies(chance)
    body = b""
    if "body" in parts:
        body, environment["CONTENT_TYPE"] = chance.choice((_form, _multipart))(chance)
        environment["CONTENT_LENGTH"] = str(len(body))
    for _ in range(chance.randint(1, 3) if "header" in parts else 0):
        environment[chance.choice(HEADERS)] = chance.choice(NASTY + HEADER_VALUES).decode("latin-1")
    methods = (
        ("POST", "POST", "POST", "PUT")
        if "body" in parts
        else ("GET", "GET", "GET", "HEAD", "OPTIONS", "TRACE")
    )
    return HostileRequest(chance.choice(methods), body, environment)


def _routes(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[Route]:
    for pattern in patterns:
        route = before + str(getattr(pattern.pattern, "_route", ""))
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, route)
            continue
        first, *others = route.split("<")
        pieces: Route = [(first, False)]
        for other in others:
            name, _, text = other.partition(">")
            pieces += [(name, True), (text, False)]
        yield pieces


def _path(chance: random.Random, route: Route, *, hostile: bool) -> str:
    model = chance.choice([*apps.get_models()])
    for one in apps.get_models():
        if f"admin/{one._meta.app_label}/{one._meta.model_name}/" in route[0][0]:
            model = one
    key = model._default_manager.values_list("pk", flat=True).first()
    known = ["direktionen", "2013-02-05", "punkt-1", "13", "1234", "hrc", "1", *[str(key)] * 9]
    pieces = [
        text.encode()
        if not is_argument
        else chance.choice(NASTY)
        if hostile and chance.random() < 0.7
        else chance.choice(known).encode()
        for text, is_argument in route
    ]
    return (b"/" + b"".join(pieces)).decode("latin-1")


def _columns() -> list[str]:
    """The names of all columns of all rows, and of those that they lead to."""
    paths = {"pk"}
    for model in apps.get_models():
        for own in model._meta.get_fields():
            paths.add(own.name)
            if own.related_model:
                paths |= {f"{own.name}__{other.name}" for other in own.related_model._meta.get_fields()}
    return sorted(paths)


def _query(chance: random.Random, columns: list[str]) -> str:
    pairs = []
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(
            (
                chance.choice(PARAMETERS).encode(),
                f"{chance.choice(columns)}__{chance.choice(LOOKUPS)}".encode(),
                chance.choice(NASTY)[:200],
            )
        )
        value = chance.choice(NASTY)
        if chance.random() < 0.8:
            pairs.append(f"{quote_from_bytes(name)}={quote_from_bytes(value)}")
        else:
            pairs.append((name + b"=" + value).decode("latin-1"))
    return "&".join(pairs)


def _cookies(chance: random.Random) -> str:
    pairs = [
        chance.choice(COOKIES).encode() + b"=" + chance.choice(COOKIE_VALUES + NASTY)
        for _ in range(chance.randint(1, 3))
    ]
    return b"; ".join(pairs).decode("latin-1")


def _fields(chance: random.Random) -> Iterator[tuple[bytes, bytes]]:
    for _ in range(chance.randint(1, 8)):
        name = chance.choice(
            (
                f"{chance.choice(FORMSETS)}-{chance.choice(MANAGEMENT)}".encode(),
                chance.choice(FORM_FIELDS).encode(),
                chance.choice(FORM_FIELDS).encode(),
                chance.choice(NASTY)[:200],
            )
        )
        yield name, chance.choice(FORM_VALUES)


def _form(chance: random.Random) -> tuple[bytes, str]:
    pairs = [f"{quote_from_bytes(name)}={quote_from_bytes(value)}" for name, value in _fields(chance)]
    return "&".join(pairs).encode(), "application/x-www-form-urlencoded"


def _multipart(chance: random.Random) -> tuple[bytes, str]:
    parts = []
    for name, value in _fields(chance):
        file = chance.choice(
            (b"", b"", b'; filename="%b"' % chance.choice(FILE_NAMES), b"; filename*=rot13''%41%00")
        )
        parts.append(
            b'--x\r\nContent-Disposition: form-data; name="%b"%b\r\n%b\r\n%b\r\n'
            % (name, file, chance.choice(PART_HEADERS), value)
        )
    return b"".join(parts) + chance.choice((b"--x--\r\n", b"--x--\r\n", b"", b"--y--")), (
        "multipart/form-data; boundary=x"
    )
