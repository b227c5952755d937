"""What no browser sends is refused with a sentence, or cleaned where it means nothing; it is no error of ours."""

import pytest
from django.db import connection, transaction
from django.test import Client, RequestFactory

from archive_site.middleware.unreadable_requests import refuse_unreadable
from archive_site.wsgi import ReadableRequest
from tests.build.page import Page

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/",
    "/moeder/",
    "/soeg/?q=budget",
    "/soeg/forslag/?q=bud",
    "/healthz",
    "/robots.txt",
    "/login/",
]
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(autouse=True)
def _served_as_by_the_server(monkeypatch) -> None:
    """The test client makes requests of Django's own class; the server makes ours."""
    monkeypatch.setattr("django.test.client.WSGIRequest", ReadableRequest)


def passed_on(**environment: str) -> ReadableRequest:
    """The request as the next middleware gets it."""
    seen = []
    refuse_unreadable(seen.append)(ReadableRequest(RequestFactory()._base_environ(**environment)))
    return seen[0]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "cookie",
    [
        'sessionid="abcdefgh\\000"',
        'sessionid="abcdefgh\\012\\015"',
        'sessionid="\\177abcdefgh"',
        'sessionid="\\302\\200abcdefgh"',
        "sessionid=abcdefgh\0",
        "sessionid=\xed\xa0\x80abcdefgh",
        "sessionid=" + "a" * 5000,
        'csrftoken="\\000"; messages="\\000"',
        'messages=[["__json_message",0,25,"x"]]',
        ';;=;="',
    ],
)
def test_no_cookie_is_an_error(client, address, cookie):
    assert client.get(address, HTTP_COOKIE=cookie).status_code == 200


@pytest.mark.parametrize(
    ("cookie", "kept"),
    [
        ("sessionid=abc; csrftoken=def", {"sessionid": "abc", "csrftoken": "def"}),
        ('sessionid="abcdefgh\\000"; csrftoken=def', {"csrftoken": "def"}),
        ("a=\xc3\xa6\xc3\xb8", {"a": "æø"}),
        ("a\x7f=1; b=2", {"a ": "1", "b": "2"}),
        ('a="1 2"', {"a": "1 2"}),
    ],
)
def test_a_cookie_that_no_page_of_ours_has_set_is_left_out(cookie, kept):
    cookies = passed_on(HTTP_COOKIE=cookie).COOKIES
    assert {name.strip(): value for name, value in cookies.items()} == {n.strip(): v for n, v in kept.items()}


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Mozilla/5.0", "Mozilla/5.0"),
        ("a\0b\r\nc\x7f", "a b  c "),
        ("\xc3\x80", "\xc3\x80"),  # "À" as bytes: 0x80 is a control character only where it stands alone
        ("a\tb", "a\tb"),
    ],
)
def test_control_characters_of_a_header_become_blanks(sent, kept):
    assert passed_on(HTTP_USER_AGENT=sent).META["HTTP_USER_AGENT"] == kept


@pytest.mark.parametrize(
    "path", ["/moeder/\0/", "/admin/minutes/meeting/\0/change/", "/\x7f", "/\n", "/\xc2\x85/"]
)
def test_no_address_has_a_control_character(client, admin_client, path):
    for reader in (client, admin_client):
        assert reader.generic("GET", "/", PATH_INFO=path).status_code == 404


@pytest.mark.parametrize("length", ["-1", "x", "1.5", "1_0", "²", "٣", " 1", "9" * 5000, "0x10", "+1"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_length_that_is_no_number_is_refused(client, method, length):
    page = Page(client.generic(method, "/login/", CONTENT_LENGTH=length, CONTENT_TYPE=FORM))
    assert page.status == 400
    assert page.title == "Forespørgslen kunne ikke forstås"


@pytest.mark.parametrize("coding", ["chunked", "gzip, chunked", "identity", ""])
def test_a_body_of_unknown_length_is_refused_and_not_read(client, coding):
    page = Page(client.generic("POST", "/login/", HTTP_TRANSFER_ENCODING=coding))
    assert page.status == 411
    assert page.title == "Forespørgslen kunne ikke forstås"


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("charset", ["utf-16", "latin-1", "utf-7", "unicode_escape", "cp037"])
def test_another_encoding_than_that_of_our_pages_is_refused(client, method, charset):
    response = client.generic(method, "/soeg/?q=%C3%A6", CONTENT_TYPE=f"{FORM}; charset={charset}")
    assert response.status_code == 400


@pytest.mark.parametrize(
    "content_type",
    [
        *(f"{FORM}; charset={name}" for name in ("utf-8", "UTF8", '"utf-8"', "no-such", "\xff", "")),
        *(f"text/plain; charset={name}" for name in ("rot13", "hex", "zlib", "undefined", "base64")),
        "a/b; x*=undefined''%41",
        "a/b; x*='; charset*0*=rot13",
        "a/b;" + ";" * 5000,
    ],
)
def test_whatever_else_the_content_type_is_the_page_is_read(client, content_type):
    assert client.get("/soeg/?q=%C3%A6%FF", CONTENT_TYPE=content_type).status_code == 200


@pytest.mark.parametrize(
    "host", ["ond.example", "testserver\0", "[::1", "a" * 300, "localhost:x", "\xff", "a b"]
)
def test_a_host_that_is_none_of_ours_is_refused(client, host):
    assert client.get("/", HTTP_HOST=host).status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        b"username=%00&password=%00",
        b"username=a%00b&password=x&next=%00",
        b"next=http://[&username=a&password=b",
        b"%00=%00&%FF=%FF",
        b"csrfmiddlewaretoken=%00",
        b"&" * 20_000,
        b"=" * 5000,
    ],
)
def test_no_form_is_an_error(body):
    for client in (Client(), Client(enforce_csrf_checks=True)):
        response = client.post("/login/", body, content_type=FORM)
        assert response.status_code in {200, 400, 403}


@pytest.mark.parametrize(
    ("boundary", "body"),
    [
        ("", b""),
        ("x" * 300, b""),
        ("\xff", b""),
        ("x", b""),
        ("x", b"--x\r\n\r\n\r\n--x--"),
        ("x", b'--x\r\nContent-Disposition: form-data; name="\xff\0"\r\n\r\n\xff\r\n--x--\r\n'),
        ("x", b'--x\r\nContent-Disposition: form-data; name="a"; filename="\0"\r\n\r\n\xff\r\n--x--\r\n'),
        (
            "x",
            b"--x\r\nContent-Disposition: form-data; name=\"a\"; filename*=undefined''%41\r\n\r\n1\r\n--x--\r\n",
        ),
        (
            "x",
            b'--x\r\nContent-Disposition: form-data; name="a"\r\nContent-Transfer-Encoding: base64\r\n\r\n!\r\n--x--',
        ),
    ],
)
def test_no_form_in_parts_is_an_error(boundary, body):
    for client in (Client(), Client(enforce_csrf_checks=True)):
        content_type = f"multipart/form-data; boundary={boundary}"
        response = client.generic("POST", "/login/", body, CONTENT_TYPE=content_type)
        assert response.status_code in {200, 400, 403}


@pytest.mark.parametrize(
    "query",
    [
        *(
            "id__regex=[",
            "id__iregex=(",
            "pk__regex=*",
            "title__regex=[",
            "name__unaccent=x",
            "id__contained_by=x",
        ),
        *(
            "text__range=1",
            "content__gt=x",
            "content=x",
            "id__in=1,x",
            "id__in=" + "9" * 30,
            "date__year__regex=[",
        ),
        *("password__startswith=pbkdf2", "name__trigram_similar=x", "id__exact__regex=[", "pk__isnull=["),
    ],
)
def test_no_question_to_a_list_of_the_admin_is_an_error(admin_client, query):
    for model in (
        "minutes/meeting",
        "minutes/sourcedocument",
        "minutes/case",
        "minutes/body",
        "auth/user",
        "auth/group",
    ):
        assert admin_client.get(f"/admin/{model}/?{query}").status_code in {200, 302, 400}, model


def test_what_the_database_cannot_read_is_the_senders_fault_and_the_log_does_not_repeat_it(
    client, monkeypatch, caplog
):
    def ask(*_arguments: object) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT '' ~ %s", ["[hemmelig"])

    monkeypatch.setattr("minutes.pages.home.Meeting.objects.readable_by", ask)
    page = Page(client.get("/"))
    assert page.status == 400
    assert page.title == "Forespørgslen kunne ikke forstås"
    (line,) = [record.getMessage() for record in caplog.records if record.name.startswith("archive_site")]
    assert line == "A request for '/' has what the database cannot read: InvalidRegularExpression"


def test_a_password_cannot_be_asked_for_letter_by_letter(admin_client):
    assert admin_client.get("/admin/auth/user/?password__startswith=p").status_code == 400
