"""Bytes that are handed out are saved by the browser, and never shown as a page of the archive."""

import io

import pytest

from archive_site.downloads import download

PAGE = b"<script>alert(1)</script>"


@pytest.mark.parametrize("content", [PAGE, io.BytesIO(PAGE)])
def test_whatever_is_in_a_file_it_is_no_page(content):
    answer = download(content, "bilag/2013/skitse.html")
    assert answer.getvalue() == PAGE
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="skitse.html"'


def test_a_kind_that_is_known_is_said():
    assert download(b"Godkendt.", "referat.txt", "text/plain").headers["Content-Type"] == "text/plain"


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("../../etc/passwd", 'filename="passwd"'),
        ("skitse\r\nSet-Cookie: a=b.pdf", 'filename="skitseSet-Cookie: a=b.pdf"'),
        ("økonomi.pdf", "filename*=utf-8''%C3%B8konomi.pdf"),
        ("\x00", 'filename="fil"'),
        ("", 'filename="fil"'),
        ("..", 'filename="fil"'),
        ("bilag/..", 'filename="fil"'),
        (". .", 'filename="fil"'),
        ("C:\\bilag\\skitse.pdf", 'filename="skitse.pdf"'),
        ("con.pdf", 'filename="con.pdf"'),
        ("skitse.pdf\n", 'filename="skitse.pdf"'),
        ("\u202efdp.exe", 'filename="fdp.exe"'),
        ('a"b.pdf', 'filename="a\\"b.pdf"'),
        ("𝒜" * 255, f"filename*=utf-8''{'%F0%9D%92%9C' * 255}"),
    ],
)
def test_a_name_is_the_last_part_of_a_path_in_what_a_header_may_hold(name, saved):
    assert download(b"", name).headers["Content-Disposition"] == f"attachment; {saved}"
