"""Texts as people may type them to search, made of what means something to a reader of queries."""

from hypothesis import strategies as st

WORDS = [
    *(
        "skole",
        "HRC",
        "centret",
        "HTK-LIS",
        "BY",
        "møde",
        "punkt",
        "Kommune,",
        "-",
        '"',
        "(",
        ")",
        ".",
        ",",
        "§",
        "/",
    ),
    *("OR", "ELLER", "NOT", "IKKE", "OG", "sag", "sagsnr.", "nr.", "dok", "den", "d.", "tirsdag", "august"),
    *(
        "12/32140",
        "12-321",
        "12/",
        "321",
        "6",
        "12/2013",
        "08-2013",
        "27.",
        "2013",
        "216558-15",
        "32140",
        "1.500",
    ),
    *(
        "direktionsmøde",
        "Byrådet",
        "27/8",
        "29/2",
        "27.8.",
        "den 27. august",
        "Anders",
        "And",
        "Hans",
        "Müller's",
        "skol*",
        "*",
    ),
    *(
        "cirka",
        "halvanden million",
        "to og en halv",
        "1½ mio.",
        "kr.",
        "udsat",
        "ikke godkendt",
        "før 2014",
        "hvem tog",
    ),
    *("9", "00", "sagnr12x321", "sagnr12x5", "doknr1x12"),
]
# Words that mean something to a reader of queries, with and without a blank between them.
TYPED = st.lists(
    st.tuples(
        st.sampled_from(WORDS) | st.text('saåg-/ "1209.OR', max_size=4), st.sampled_from(["", " ", " "])
    ),
    max_size=9,
).map(lambda words: "".join(map("".join, words)))
