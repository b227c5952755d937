"""What a browser sends of the site's forms: with the cookies and the token that it was given, and files."""

from __future__ import annotations

import http.client
import re
import secrets
from collections.abc import Iterator
from http.cookies import SimpleCookie
from urllib.parse import urlencode

LOGIN = "/login/"
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="(\w+)"')


class FormSender:
    """Somebody with a browser, over a connection that stays open, who opens a page and sends its form."""

    def __init__(self, port: int) -> None:
        self._host = f"127.0.0.1:{port}"
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self._cookies: dict[str, str] = {}
        self._token = ""

    def open(self, address: str) -> None:
        """Get a page with a form; raises AssertionError where there is none."""
        _, page = self._ask("GET", address)
        token = _TOKEN.search(page)
        if token is None:
            raise AssertionError(f"{address} has no form.")
        self._token = token[1].decode()

    def send(self, address: str, **fields: str) -> int:
        """Send the form of the page that was opened last, and return the status of the answer."""
        body = urlencode({"csrfmiddlewaretoken": self._token, **fields}).encode()
        return self._ask("POST", address, body, {"Content-Type": "application/x-www-form-urlencoded"})[0]

    def send_file(self, address: str, name: str, content: bytes) -> tuple[int, str]:
        """Send a file as static/admin-archive/upload.js does, and return the status and the text of the answer."""
        boundary = f"----{secrets.token_hex(16)}"
        body = b"\r\n".join(self._parts(boundary, name, content))
        headers = {
            "Content-Type": f"multipart/form-data; boundary={boundary}",
            "X-Requested-With": "XMLHttpRequest",
        }
        status, answer = self._ask("POST", address, body, headers)
        return status, answer.decode()

    def close(self) -> None:
        self._connection.close()

    def _parts(self, boundary: str, name: str, content: bytes) -> Iterator[bytes]:
        """The lines of a form with the token and one file."""
        yield f"--{boundary}".encode()
        yield b'Content-Disposition: form-data; name="csrfmiddlewaretoken"\r\n'
        yield self._token.encode()
        yield f"--{boundary}".encode()
        yield f'Content-Disposition: form-data; name="files"; filename="{name}"'.encode()
        yield b"Content-Type: text/plain\r\n"
        yield content
        yield f"--{boundary}--\r\n".encode()

    def _ask(
        self, method: str, address: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, bytes]:
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        origin = {"Origin": f"http://{self._host}"} if body else {}
        self._connection.request(method, address, body, {"Cookie": cookies, **origin, **(headers or {})})
        response = self._connection.getresponse()
        answer = response.read()
        for cookie in response.headers.get_all("Set-Cookie", []):
            self._cookies |= {name: given.value for name, given in SimpleCookie(cookie).items()}
        return response.status, answer
