"""The forms of Danish verbs, by the dictionary: "udpeger" is the present of "udpege", "udpeges" its passive.

The dictionary says of the regular verbs that they are verbs; those that change their vowel stand here. All words are in
small letters.
"""

from __future__ import annotations

from functools import lru_cache

from minutes.danish.compounds import dictionary_verb

# The words of minutes are asked about again and again.
# With what stands before them in "udgive", "foretage", "iværksætte".
_STRONG_VERBS = """
    bede begynde blive bringe byde bære drage drive dømme falde finde få følge give gribe gælde gøre gå have hjælpe
    holde komme lade lægge ligge nyde nå se sidde sige skabe skære skrive skyde slå spørge stå synge sælge sætte tage
    tie træde trække træffe tælle vide vinde vælge være
"""
_PREFIXES_OF_VERBS = """
    af an anskuelig be bekendt bi bort del efter efterret fast for fore forud fra frem færdig gen gennem grund hen igang
    ind inde iværk klar kort lov med mod mulig ned offentlig op opret over plan på rund råd sammen samtidig selvstændig
    stad syg synlig til tilbage tilrette tilveje tydelig ud under vare ved vedlige videre virkelig
"""
_STRONG = frozenset(_STRONG_VERBS.split())
_PREFIXES = frozenset(_PREFIXES_OF_VERBS.split())
_STRONG_PASTS = {
    "bad": "bede", "blev": "blive", "bragte": "bringe", "bød": "byde", "bar": "bære", "drog": "drage",
    "drev": "drive", "fandt": "finde", "fik": "få", "fulgte": "følge", "gav": "give", "greb": "gribe",
    "gjorde": "gøre", "gik": "gå", "havde": "have", "hjalp": "hjælpe", "holdt": "holde", "kom": "komme",
    "lod": "lade", "lagde": "lægge", "lå": "ligge", "så": "se", "sagde": "sige", "skrev": "skrive",
    "skød": "skyde", "slog": "slå", "spurgte": "spørge", "stod": "stå", "solgte": "sælge", "satte": "sætte",
    "tog": "tage", "trådte": "træde", "trak": "trække", "traf": "træffe", "valgte": "vælge", "var": "være",
}  # fmt: skip
_STRONG_PARTICIPLES = {
    "bedt": "bede", "bragt": "bringe", "budt": "byde", "fundet": "finde", "fået": "få", "fulgt": "følge",
    "givet": "give", "gjort": "gøre", "gået": "gå", "haft": "have", "holdt": "holde", "lagt": "lægge",
    "set": "se", "sagt": "sige", "skrevet": "skrive", "skudt": "skyde", "slået": "slå", "spurgt": "spørge",
    "stået": "stå", "solgt": "sælge", "sat": "sætte", "taget": "tage", "trådt": "træde", "trukket": "trække",
    "truffet": "træffe", "valgt": "vælge",
}  # fmt: skip
# Their present is no infinitive with an r behind it, or the dictionary knows the form as another word.
_PRESENTS = {
    "er": "være",
    "har": "have",
    "ved": "vide",
    "gør": "gøre",
    "leder": "lede",
    "følger": "følge",
    "deltager": "deltage",
    "spørger": "spørge",
}
_MODALS = frozenset({"skal", "bør", "må", "kan", "vil"})
# More often another word than the verb that they look like: "inden næste møde", "flere midler".
_OTHER_WORDS_IN_E = """
    møde måde uge time række linje plane skole næste sidste hele samlede åbne lette bedre faste ønske kunne skulle ville
    burde måtte
"""
_NOUNS_IN_R = "medarbejder planer rammer midler priser skoler uger timer rækker linjer måder"
_NO_INFINITIVES = frozenset(_OTHER_WORDS_IN_E.split())
_NO_PRESENTS = frozenset(_NOUNS_IN_R.split())


@lru_cache(maxsize=20_000)
def infinitive_of_present(word: str) -> str | None:
    """The verb of which a word is the present, "udpege" of "udpeger"; None where it is none.

    >>> infinitive_of_present("udpeger"), infinitive_of_present("chefer"), infinitive_of_present("iværksætter")
    ('udpege', None, 'iværksætte')
    """
    if word in _PRESENTS or word in _NO_PRESENTS:
        return _PRESENTS.get(word)
    if word.endswith("gør"):
        return f"{word}e" if _is_strong(f"{word}e") else None
    return word[:-1] if word.endswith("r") and is_verb(word[:-1]) else None


@lru_cache(maxsize=20_000)
def infinitive_of_past(word: str) -> str | None:
    """The verb of which a word is the past: "godkende" of "godkendte", "vedtage" of "vedtog"; None where it is none."""
    if strong := _prefixed(word, _STRONG_PASTS):
        return strong
    if word.endswith("ede"):
        return _verb_of_stem(word[:-3])
    return _verb_of_stem(word[:-2]) if word.endswith(("te", "de")) else None


@lru_cache(maxsize=20_000)
def infinitive_of_participle(word: str) -> str | None:
    """The verb of which a word is the participle: "godkende" of "godkendt", "vedtage" of "vedtaget"; else None."""
    if strong := _prefixed(word, _STRONG_PARTICIPLES):
        return strong
    if word.endswith("et"):
        return _verb_of_stem(word[:-2])
    return _verb_of_stem(word[:-1]) if word.endswith("t") else None


def _prefixed(word: str, forms: dict[str, str]) -> str | None:
    """The verb of an irregular form, with what stands before both of them."""
    for start in range(len(word) - 1):
        verb = forms.get(word[start:])
        if verb and (start == 0 or word[:start] in _PREFIXES):
            return word[:start] + verb
    return None


def _verb_of_stem(stem: str) -> str | None:
    """The verb that has lost its ending: "godkende" of "godkend", "bestille" of "bestil"."""
    forms = (f"{stem}e", f"{stem}{stem[-1:]}e")
    return next((form for form in forms if is_verb(form)), None)


def is_infinitive(word: str) -> bool:
    """Whether a word between others is surely an infinitive: "fremlægge", but not "næste" or "møde"."""
    return word not in _NO_INFINITIVES and word[-1:] in ("e", "å", "ø", "o") and is_verb(word)


@lru_cache(maxsize=20_000)
def infinitive_of_passive(word: str) -> str | None:
    """The verb of which a word is the passive, "udpege" of "udpeges"; None where it is none."""
    return word[:-1] if word.endswith("s") and is_verb(word[:-1]) else None


def is_finite(word: str) -> bool:
    """Whether a word can be the verb of a clause in the present."""
    return word in _MODALS or infinitive_of_present(word) is not None


@lru_cache(maxsize=20_000)
def is_verb(word: str) -> bool:
    """Whether a word is an infinitive, whatever else it is."""
    return _is_strong(word) or dictionary_verb(word) == word


def _is_strong(word: str) -> bool:
    """Whether a word is one of the verbs that the dictionary does not call verbs, with or without a prefix."""
    return word in _STRONG or any(
        word[:end] in _PREFIXES and word[end:] in _STRONG for end in range(2, len(word) - 1)
    )
