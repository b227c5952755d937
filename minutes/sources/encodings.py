"""Which encoding a text is in, by its bytes: each that Danish minutes have been written in, or a refusal."""

from __future__ import annotations

import codecs
import re

from .values import UnreadableSourceError

# The mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
# Two pages are enough to tell by; dashes, quotation marks and the like, which have no NUL in UTF-16, are few.
_ENOUGH_TO_TELL = 4000
_FEWEST_NULS = 0.8
# What æøåÆØÅ in UTF-8 look like when they are read as cp1252: nobody writes these pairs.
_UTF8_READ_AS_CP1252 = re.compile("Ã[¦¸¥†˜…]")
# Windows, DOS (cp850, and for these letters cp865) and the Mac before it had UTF-8: the same bytes are æ, ø and å in
# one, and other signs in the others.
_ONE_BYTE_ENCODINGS = ("cp1252", "cp850", "mac_roman")
# Letters where words have them: small ones beside letters, capitals at the beginning of a word or among capitals.
_FITTING = re.compile(
    "[æøå](?=[a-zæøå])|[æøå](?<=[A-Za-zæøåÆØÅ].)|[ÆØÅ](?=[A-Za-zæøåÆØÅ])(?<![a-zæøå].)|[ÆØÅ](?<=[A-ZÆØÅ].)"
)
# What no word has inside: a capital after a small letter, a sign that is no apostrophe, hyphen or stop, a lost byte.
_STRANGE = re.compile(
    r"[^\x00-\x7fæøåéèêëóòôöáàâäúùûüíìîïñçßðþýÿœš’‘´–—‑\u00ad\u00a0·…](?<=[a-zæøå].)(?=[a-zæøå])|[ÆØÅ](?<=[a-zæøå].)"
)

SAVE_AS_UTF8 = (
    "Hent referatet igen, hvor det kom fra, og gem det som tekst i UTF-8: i Word med »Gem som«, »Almindelig tekst« "
    "og kodningen »Unicode (UTF-8)«, i Notesblok med »Gem som« og kodningen »UTF-8«."
)


def decode(content: bytes) -> tuple[str, str]:
    """The text of a file and the encoding that it was found in, by Python's name.

    Raises UnreadableSourceError where the bytes are damaged, or text in no encoding that is known.
    """
    encoding = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    if encoding := encoding or _unmarked_utf16(content):
        return _decode_strictly(content, encoding), encoding
    try:
        return content.decode("utf-8", "surrogatepass"), "utf-8"
    except UnicodeDecodeError as error:
        encoding = _one_byte_encoding(content)
        text = _decode_strictly(content, encoding)
        if encoding == "cp1252" and _UTF8_READ_AS_CP1252.search(text):
            raise _damaged(content, "utf-8", error.start) from error
        return text, encoding


def _unmarked_utf16(content: bytes) -> str | None:
    """The kind of UTF-16 that is written without its mark: of Danish, nearly every other byte is NUL, and no other."""
    pairs = len(content[:_ENOUGH_TO_TELL]) // 2
    first, second = (content[start : 2 * pairs : 2].count(0) for start in (0, 1))
    if len(content) % 2 or max(first, second) < _FEWEST_NULS * pairs or min(first, second):
        return None
    if first:
        return "utf-16-be"
    return "utf-16-le" if second else None


def _one_byte_encoding(content: bytes) -> str:
    """The encoding in which the Danish letters stand where words have them; Windows', where none fits better."""
    fits = {encoding: _fit(content.decode(encoding, "replace")) for encoding in _ONE_BYTE_ENCODINGS}
    best = max(fits, key=fits.__getitem__)
    return best if fits[best] > 0 else "cp1252"


def _fit(text: str) -> int:
    return len(_FITTING.findall(text)) - len(_STRANGE.findall(text))


def _decode_strictly(content: bytes, encoding: str) -> str:
    # Lone surrogates are let through here, and removed with all else that is no text.
    errors = "surrogatepass" if encoding.startswith("utf") else "strict"
    try:
        return content.decode(encoding, errors)
    except UnicodeDecodeError as error:
        raise _damaged(content, encoding, error.start) from error


def _damaged(content: bytes, encoding: str, offset: int) -> UnreadableSourceError:
    line = content.count(b"\n", 0, offset) + 1
    if encoding == "cp1252":
        return UnreadableSourceError(
            "Filen er ikke tekst i UTF-8, UTF-16 eller Windows-1252 "
            f"(byte {content[offset]:#04x} i linje {line}). {SAVE_AS_UTF8}"
        )
    return UnreadableSourceError(
        f"Filen er tekst i {encoding[:6].upper().rstrip('-')}, men er beskadiget i linje {line}. {SAVE_AS_UTF8}"
    )
