"""Words that say little by themselves: in a question they ask, and what is asked about stands beside them.

`data/light_words.txt` is compiled from the Danish list of the package stopwordsiso: `script/lexicon` does it, and
leaves out what people who read Danish say is more than that.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from minutes.danish.compounds.lexicon import DATA, reviewed

# In the list, but said of something they carry meaning: numbers, sizes, people, and what denies.
_HEAVY = """
    ej eneste far fem fire forrige før efter god godt hej ikke ingen intet ja lad lav lille mand ned nej ni ny nyt næste
    okay otte over seks stor store syv tag ti to tre under
"""
_REMARK = (
    "# Compiled by script/lexicon from the package stopwordsiso, without what carries meaning: see NOTICE.md."
)


@cache
def light_words() -> frozenset[str]:
    """Return all such words, in small letters."""
    return frozenset(reviewed("light_words"))


def compile_list() -> None:
    """Write the list anew from the package, which only the script needs."""
    stopwords = import_module("stopwordsiso").stopwords

    words = sorted(set(stopwords("da")) - set(_HEAVY.split()))
    (DATA / "light_words.txt").write_text("\n".join([_REMARK, *words, ""]), encoding="utf-8")


if __name__ == "__main__":
    compile_list()
