"""The programs that print: Debian's chromium and LibreOffice, each started for a folder of documents."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from .flat_odt import as_flat_odt
from .html import as_html
from .styles import Style

_LONGEST_PRINT = 300
_BROWSER = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
_OFFICE = ("soffice", "--headless", "--norestore")


def print_texts(texts: Mapping[str, str], style: Style, kind: str = "pdf") -> dict[str, bytes]:
    """Print texts by their names; `kind` is "pdf", or "docx" where an office program prints."""
    cut = {name: style.cut(text) for name, text in texts.items()}
    with tempfile.TemporaryDirectory() as folder:
        if style.program == "browser":
            return {name: _by_browser(as_html(text, style), Path(folder)) for name, text in cut.items()}
        return _by_office({name: as_flat_odt(text, style) for name, text in cut.items()}, kind, Path(folder))


def _by_browser(page: str, folder: Path) -> bytes:
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_text(page, encoding="utf-8")
    command = [
        *_BROWSER,
        f"--user-data-dir={folder / 'profile'}",
        f"--print-to-pdf={target}",
        source.as_uri(),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=_LONGEST_PRINT)
    return target.read_bytes()


def _by_office(documents: Mapping[str, str], kind: str, folder: Path) -> dict[str, bytes]:
    for name, document in documents.items():
        (folder / f"{name}.fodt").write_text(document, encoding="utf-8")
    files = [str(folder / f"{name}.fodt") for name in documents]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [*_OFFICE, profile, "--convert-to", kind, "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=_LONGEST_PRINT)
    return {name: (folder / f"{name}.{kind}").read_bytes() for name in documents}
