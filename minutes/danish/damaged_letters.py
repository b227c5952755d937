"""What becomes of æ, ø and å where a text was saved or sent wrongly, and whether that has happened to one.

A text that quotes a damaged letter or two is whole: few are a warning. What says so is the number of damaged letters,
and how many æ, ø and å stand there as they should.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

_LETTERS = "æøåÆØÅ"
_WHOLE_LETTER = re.compile(f"[{_LETTERS}]")
# Somebody may write of the damage itself, with an example or two; three damaged words in running text nobody writes.
_MOST_QUOTED = 2
# Damaged places that are looked at: by then all is said.
_MOST_LOOKED_AT = 10_000
# Characters before a place in which the address of a web page may begin.
_LONGEST_ADDRESS = 300


@dataclass(frozen=True, slots=True)
class Damage:
    """What has happened to the letters of a text, as a Danish sentence without its full stop, and where first."""

    line: int
    what: str
    is_certain: bool


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of damage, and what it is called.

    The signs of some have a meaning of their own, too: they are damage where there are as many of them as this for each
    whole letter, and else nothing.
    """

    what: str
    fewest_to_whole: float = 0.0


@dataclass(frozen=True, slots=True)
class _Place:
    kind: _Kind
    start: int
    written: str


# Letters that were written as codes, or lost: each pattern begins with a sign that is seldom in minutes, so that a text
# without it costs next to nothing.

_CODE = r"(?i:e6|f8|e5|c6|d8|c5)"
_SECOND_CODE = r"(?i:a6|b8|a5|86|98|85)"
_IN_WORD = r"(?<=[A-Za-zæøå].)(?=[a-zæøå])"
_LOST = "fordi filen er gemt i et forkert tegnsæt"
_CODES = (
    # &oslash; · &#248; · &amp;oslash;
    (
        _Kind("Bogstaver står som koder fra en webside (HTML)"),
        re.compile(r"&(?:amp;){0,3}(?:[A-Za-z]{2,8}[0-9]{0,2}|#[0-9]{2,5}|#[xX][0-9A-Fa-f]{2,5});"),
    ),
    # m=F8det · m=C3=B8det · a line that is cut by "="
    (
        _Kind("Bogstaver står som koder fra en mail (quoted-printable)"),
        re.compile(
            rf"=(?:(?i:c3)={_SECOND_CODE}|(?i:e2=80=9)[0-9A-Fa-f]|(?<=[A-Za-z]=){_CODE}(?![0-9A-Z+])"
            rf"|{_CODE}(?=[a-z])|(?=\n))"
        ),
    ),
    # m%C3%B8det · m%F8det
    (
        _Kind("Bogstaver står som koder fra en webadresse (URL-kodning)"),
        re.compile(rf"%(?:(?i:c3)%{_SECOND_CODE}|{_CODE}(?=[a-z]))"),
    ),
    # m\u00f8det · m\xf8det · m\370det
    (
        _Kind("Bogstaver står som koder fra et program (JSON)"),
        re.compile(rf"\\(?:u00{_CODE}|x{_CODE}|(?:346|370|345|306|330|305)(?![0-9]))"),
    ),
    # m\'f8det · m\u248?det
    (
        _Kind("Bogstaver står som koder fra et RTF-dokument"),
        re.compile(rf"\\(?:'{_CODE}|u(?:230|248|229|198|216|197)[\\?])"),
    ),
    # m\o{}det · m{\o}det
    (
        _Kind("Bogstaver står som koder fra et TeX-dokument"),
        re.compile(r"\\(?:o|aa|ae|O|AA|AE)(?:\{\}|[ }])"),
    ),
    # m+APg-det
    (
        _Kind("Filen er tekst i UTF-7, som er læst som almindelig tekst"),
        re.compile(r"\+A(?:OY|Pg|OU|MY|Ng|MU)[A-Za-z0-9+/]{0,40}-"),
    ),
    # p˚a
    (_Kind("Bogstavet å er delt i et a og en bolle"), re.compile("˚(?:[aA]|(?<=[aA]˚))")),
    (_Kind(f"Bogstaver er gået tabt, {_LOST}"), re.compile("\ufffd")),
    # M?det, m??det and ?ndring, but not "Hvornår?Vi"
    (
        _Kind(f"Bogstaver er blevet til spørgsmålstegn, {_LOST}", 0.02),
        re.compile(
            r"\?(?:\?(?<=[A-Za-zæøå]\?\?)(?=[a-zæøå])|(?<=[a-zæøå]\?)(?=[a-zæøå])|(?<=[A-ZÆØÅ]\?)(?=[A-ZÆØÅa-zæøå])"
            r"|(?<=[\s(\"»“]\?)(?=[A-ZÆØÅa-zæøå]{2}))"
        ),
    ),
)
_SIGNS = (
    # m¤det
    (_Kind(f"Bogstaver er blevet til andre tegn, {_LOST}", 0.02), re.compile(f"[¿¤□■▯]{_IN_WORD}")),
    # m|det
    (_Kind("Filen er tekst i dansk 7-bit (ISO 646-DK)", 0.2), re.compile(rf"[{{|}}]{_IN_WORD}")),
)

# Text in UTF-8 that was read as something else: two or three characters for one.

_ENCODINGS = {
    "cp1252": "Windows-1252",
    "latin-1": "Windows-1252",
    "cp850": "DOS-tegnsættet cp850",
    "cp437": "DOS-tegnsættet cp437",
    "mac_roman": "Mac Roman",
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "cp1257": "Windows-1257",
    "koi8_r": "KOI8-R",
}
# What Danish minutes have besides ASCII, the ring of a decomposed å, and the signs that the first damage leaves, of
# which a second one makes four.
_IN_MINUTES = f"{_LETTERS}éÉèöäüÖÄÜßóáíñç–—‘’‚“”„…•€§½¼¾´°«»·²³\u030aÃÂâ"


def _read_as(encoding: str, content: bytes) -> str:
    """The bytes as a careless program reads them: one that the encoding has no letter for is a control character."""
    return "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in content)


def _pairs_of_utf8(encoding: str) -> Iterator[str]:
    """The first two characters of what is read instead of each letter of minutes."""
    for letter in _IN_MINUTES:
        pair = _read_as(encoding, letter.encode())[:2]
        if pair[1] != "\u00a0":
            yield pair


_PAIRS = {
    pair: _Kind(f"Filen er tekst i UTF-8, som er læst som {_ENCODINGS[encoding]} og gemt igen")
    for encoding in ("mac_roman", "cp437", "cp850", "latin-1", "cp1252")
    for pair in _pairs_of_utf8(encoding)
}


def _any_of(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(set(characters))))}]"


_PAIR = re.compile(_any_of(pair[0] for pair in _PAIRS) + _any_of(pair[1] for pair in _PAIRS))

# Text of one byte a letter that was read as if it were in another such encoding: one sign each for æ, ø and å.

_READ_WRONGLY = (
    ("cp1252", "cp850"),
    ("cp1252", "cp437"),
    ("cp1252", "mac_roman"),
    ("cp1252", "cp1250"),
    ("cp1252", "cp1251"),
    ("cp1252", "cp1257"),
    ("cp1252", "koi8_r"),
    ("cp850", "cp1252"),
    ("cp850", "cp437"),
    ("cp850", "mac_roman"),
    ("mac_roman", "cp1252"),
    ("mac_roman", "cp850"),
)
_SUBSTITUTES = {
    (encoding, other): frozenset(_read_as(other, "æøå".encode(encoding))) - frozenset(_LETTERS)
    for encoding, other in _READ_WRONGLY
}
_SUBSTITUTE = re.compile(_any_of(chain.from_iterable(_SUBSTITUTES.values())) + r"(?<=[A-Za-zæøå].)(?![0-9])")

# Hardly any document has one of these: one look for all of them costs half of what is done here.
_RARE = re.compile(_any_of(chain("¿¤□■▯{|}", (pair[0] for pair in _PAIRS), *_SUBSTITUTES.values())))

# Three lines of a mail's body that is sent as bytes.
_BASE64 = re.compile(r"\n[A-Za-z0-9+/]{60,76}\n[A-Za-z0-9+/]{60,76}\n[A-Za-z0-9+/]{60,76}(?=[\n=]|\Z)")
_BASE64_KIND = _Kind("Filen er indholdet af en mail, som er kodet (base64)")


def find_damage(text: str) -> Damage | None:
    """The damage that most letters of a text have suffered, or None where it has none; with line ends LF alone."""
    if base64 := _BASE64.search(text):
        return Damage(_line_of(text, base64.start() + 1), _BASE64_KIND.what, is_certain=True)
    places = list(_find(_CODES, text))
    if _RARE.search(text):
        places += [*_find(_SIGNS, text), *_find_pairs(text), *_find_substitutes(text)]
    whole = len(_WHOLE_LETTER.findall(text)) if places else 0
    counts = Counter(place.kind for place in places)
    certain = {kind: count for kind, count in counts.items() if _is_certain(kind, count, whole)}
    possible = certain or {kind: count for kind, count in counts.items() if not kind.fewest_to_whole}
    if not possible:
        return None
    kind = max(possible, key=possible.__getitem__)
    first = next(place for place in places if place.kind == kind)
    what = f"{kind.what}: der står »{first.written}«"
    return Damage(_line_of(text, first.start), what, is_certain=kind in certain)


def _is_certain(kind: _Kind, count: int, whole: int) -> bool:
    """Whether there are more damaged letters than somebody quotes, or half as many as whole ones."""
    is_more_than_quoted = count > _MOST_QUOTED or 2 * count > whole
    if kind.fewest_to_whole:
        return is_more_than_quoted and count > 1 and count >= kind.fewest_to_whole * whole
    return is_more_than_quoted


def _find(patterns: Iterable[tuple[_Kind, re.Pattern[str]]], text: str) -> Iterator[_Place]:
    for kind, pattern in patterns:
        for match in islice(pattern.finditer(text), _MOST_LOOKED_AT):
            if not (match[0][0] in "%?=" and _is_in_address(match)):
                yield _Place(kind, match.start(), match[0].strip())


def _find_pairs(text: str) -> Iterator[_Place]:
    for match in islice(_PAIR.finditer(text), _MOST_LOOKED_AT):
        if kind := _PAIRS.get(match[0]):
            yield _Place(kind, match.start(), match[0].strip())


def _is_in_address(match: re.Match[str]) -> bool:
    """Whether a place is in a web address, where codes and question marks belong: "www.htk.dk/m%C3%B8der?id=4"."""
    before = match.string[max(0, match.start() - _LONGEST_ADDRESS) : match.start()]
    words = before.rsplit(None, 1)
    is_cut = before[-1:].isspace()
    return bool(words) and not is_cut and re.search(r"[/@?&]|www\.", words[-1]) is not None


def _find_substitutes(text: str) -> Iterator[_Place]:
    """The signs for æ, ø and å of the one wrong reading that explains most of them."""
    matches = list(islice(_SUBSTITUTE.finditer(text), _MOST_LOOKED_AT))
    signs = Counter(match[0] for match in matches)
    counts = {pair: sum(signs[sign] for sign in its_signs) for pair, its_signs in _SUBSTITUTES.items()}
    encoding, other = pair = max(counts, key=counts.__getitem__)
    was = f"Filen er tekst i {_ENCODINGS[encoding]}, som er læst som {_ENCODINGS[other]} og gemt igen"
    kind = _Kind(was, 0.2)
    return (_Place(kind, match.start(), match[0]) for match in matches if match[0] in _SUBSTITUTES[pair])


def _line_of(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
