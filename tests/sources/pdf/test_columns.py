"""Two columns are read one after the other; what stands above and below them, before and after."""

from minutes.sources.pdf import read_pdf
from tests.build.drawing import Text, paragraph, pdf

LEFT = [
    "Direktionen drøftede sagen og besluttede, at",
    "den skal tages op igen, når alle centre har",
    "haft den i høring i september, så der er tid",
    "til at indarbejde svarene inden budgettet.",
    "Sagen sendes derefter til Økonomiudvalget,",
    "som behandler den på det møde, der ligger",
    "nærmest ved fristen, og sender den videre",
    "til Byrådet med de ændringer, der er aftalt",
    "med de centre, der er berørt af forslaget, og",
]
RIGHT = [
    "som selv har bedt om at komme til orde, før",
    "der træffes en endelig beslutning om det.",
    "Borgerne kan følge sagen på hjemmesiden,",
    "hvor alle svar bliver lagt ud, når de kommer",
    "ind, og hvor det er muligt at tilmelde sig de",
    "møder, der bliver holdt i løbet af efteråret",
    "i alle bydele, og som Byrådets medlemmer",
    "deltager i. Der bliver også holdt et møde for",
    "foreninger og virksomheder i kommunen.",
]


def test_the_left_column_is_read_before_the_right_one():
    content = pdf(
        [
            Text("REFERAT Direktionen d. 27-08-2013 om høring af centrenes forslag", 60, size=14),
            *paragraph(*LEFT, y=100),
            *paragraph(*RIGHT, y=100, x=310),
            *paragraph(
                "Referatet er godkendt af alle medlemmer af Direktionen på mødet i november 2013.", y=300
            ),
        ]
    )
    text = read_pdf(content).text
    assert text.index(LEFT[-1]) < text.index(RIGHT[0]) < text.index("Referatet er godkendt")
    assert f"{LEFT[-1]} {RIGHT[0]}" in text


def test_columns_whose_lines_do_not_stand_level_are_read_so_too():
    content = pdf([*paragraph(*LEFT, y=100), *paragraph(*RIGHT, y=105, x=310)])
    assert f"{LEFT[-1]} {RIGHT[0]}" in read_pdf(content).text


def test_a_table_of_two_columns_stays_a_table():
    names = [
        "Skoler",
        "Ældre",
        "Veje",
        "Bygninger",
        "Kultur",
        "Fritid",
        "Natur",
        "Byggesager",
        "Borgerservice",
    ]
    drawn = [
        each
        for place, name in enumerate(names)
        for each in (
            Text(name, 100 + 14 * place),
            Text(f"{name} får flere midler i 2014", 100 + 14 * place, 310),
        )
    ]
    assert read_pdf(pdf(drawn)).text.splitlines() == [
        f"{name}\t{name} får flere midler i 2014" for name in names
    ]
