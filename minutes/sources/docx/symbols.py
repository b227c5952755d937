"""What the signs of symbol fonts stand for: their codes are those of other letters, or of none at all (private use)."""

from __future__ import annotations

# Symbol's letters are the Greek ones at the places of the Latin ones that look or sound like them.
_LATIN = "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprsVtufcyw"
_GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψω"
_SYMBOL = {
    **{ord(latin): greek for latin, greek in zip(_LATIN, _GREEK, strict=True)},
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD7: "·",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x70: "☐", 0x71: "☐", 0x72: "☐", 0x75: "◆", 0x76: "◆", 0x77: "•", 0x78: "☒",
    0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "☐", 0xB7: "•", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
    0xE8: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
# Programs write such a sign with or without F000 (hexadecimal) added, where Unicode has no signs of its own.
_PRIVATE = range(0xF000, 0xF100)
_ANY_PRIVATE = range(0xE000, 0xF900)
_ASCII = range(0x20, 0x7F)


def symbol(code: int, font: str) -> str | None:
    """The sign that a code stands for in a font, as Unicode has it; None where that is not known.

    >>> symbol(0xF0B7, "Symbol"), symbol(0xFC, "Wingdings"), symbol(0x20AC, "Calibri")
    ('•', '✓', '€')
    """
    is_wingdings = font.casefold().startswith(("wingdings", "webdings"))
    in_font = code - _PRIVATE.start if code in _PRIVATE else code
    if is_wingdings or font.casefold() == "symbol":
        known = (_WINGDINGS if is_wingdings else _SYMBOL).get(in_font)
        if known or is_wingdings or in_font not in _ASCII:
            return known
        # Figures and most punctuation have their usual places in Symbol.
        return chr(in_font)
    if code in _PRIVATE:
        return _WINGDINGS.get(in_font) or _SYMBOL.get(in_font)
    return chr(code) if 0x20 <= code < 0xD800 or _ANY_PRIVATE.stop <= code <= 0x10FFFF else None
