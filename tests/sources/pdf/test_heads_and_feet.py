"""What recurs at the edges of pages goes; nothing else does, though it recur at one height."""

import pytest

from minutes.sources.pdf import read_pdf
from tests.build.drawing import Text, paragraph, pdf, wrapped

EMNER = ("budgettet", "forhallen", "biblioteket", "hjemmeplejen", "kørslen", "skolerne", "vejene", "stierne")


def prose(number):
    """A paragraph that no other page has."""
    emne = EMNER[number]
    return wrapped(
        f"Direktionen drøftede {emne} og besluttede, at sagen om {emne} skal tages op igen, når centrene har haft den "
        "i høring i september, så der er tid til at indarbejde svarene."
    )


def page(number, *, head=(), foot=(), first="", size=10):
    """A page with a line of its own and a paragraph, and heads and feet at its edges."""
    heads = [Text(text, 30 + 12 * line, size=8) for line, text in enumerate(head)]
    feet = [Text(text, 800 + 12 * line, size=8) for line, text in enumerate(foot)]
    own = Text(first or f"Emne {'abcdefghij'[number]}", 90, size=size)
    return [*heads, own, *paragraph(*prose(number), y=120 + 7 * number), *feet]


def furniture(content):
    return [notice for notice in read_pdf(content).notices if notice.code == "furniture_removed"]


@pytest.mark.parametrize(
    "head",
    [
        ("Direktionen d. 27-08-2013",),
        ("Nørrevang Kommune", "Direktionen d. 27-08-2013"),
        ("Nørrevang Kommune", "Direktionen, side {page}"),
    ],
)
@pytest.mark.parametrize("foot", [("Side {page} af 5",), ("{page}/5",), ("- {page} -",), ("{page}",), ()])
def test_running_heads_and_feet_are_taken_out_and_counted(head, foot):
    pages = [
        page(
            number,
            head=[line.format(page=number + 1) for line in head],
            foot=[line.format(page=number + 1) for line in foot],
        )
        for number in range(5)
    ]
    read = read_pdf(pdf(*pages))
    assert "Nørrevang" not in read.text and "Side" not in read.text and "27-08-2013" not in read.text
    assert read.text.count("Direktionen drøftede") == 5
    assert furniture(pdf(*pages))[0].message.startswith(f"{5 * (len(head) + len(foot))} linjer i sidehoveder")


@pytest.mark.parametrize("count", ["{page}/{pages}", "{page} / {pages}"])
@pytest.mark.parametrize("pages", [9, 10, 12])
def test_a_count_of_pages_goes_also_where_it_looks_like_a_case_number(count, pages):
    drawn = [
        [Text(f"Emne {'abcdefghijkl'[number]}", 90), Text(count.format(page=number + 1, pages=pages), 800)]
        for number in range(pages)
    ]
    for number, lines in enumerate(drawn):
        lines[1:1] = paragraph(*prose(number % len(EMNER)), y=120 + 7 * number)
    assert "/" not in read_pdf(pdf(*drawn)).text


def test_case_numbers_at_the_edges_of_pages_stay():
    numbers = [f"{number + 12}/{number + 700}" for number in range(6)]
    drawn = [
        [*paragraph(*prose(number), y=120 + 7 * number), Text(text, 800)]
        for number, text in enumerate(numbers)
    ]
    lines = read_pdf(pdf(*drawn)).text.splitlines()
    assert [line for line in lines if line in numbers] == numbers


def test_one_line_is_named_as_an_example():
    (notice,) = furniture(pdf(*[page(number, foot=["Nørrevang Kommune"]) for number in range(3)]))
    assert "»Nørrevang Kommune«" in notice.message and not notice.is_warning


def test_a_head_that_repeats_the_title_goes_and_the_title_stays():
    title = "REFERAT Direktionen d. 27-08-2013"
    pages = [page(0, head=[title], first=title, size=16), *[page(number, head=[title]) for number in (1, 2)]]
    assert read_pdf(pdf(*pages)).text.count(title) == 1


def test_a_title_that_stands_in_the_head_alone_stays_once():
    title = "REFERAT Direktionen d. 27-08-2013"
    read = read_pdf(pdf(*[page(number, head=[title]) for number in range(4)]))
    assert read.text.startswith(title) and read.text.count(title) == 1


def test_heads_of_left_and_right_pages_may_differ():
    pages = [page(number, head=["Direktionen" if number % 2 else "Nørrevang Kommune"]) for number in range(6)]
    assert "Nørrevang" not in read_pdf(pdf(*pages)).text


def test_the_first_page_may_have_no_head():
    pages = [page(0), *[page(number, head=["Direktionen d. 27-08-2013"]) for number in range(1, 4)]]
    assert "27-08-2013" not in read_pdf(pdf(*pages)).text


def test_the_foot_of_a_page_alone_goes_with_its_number():
    read = read_pdf(pdf(page(0, foot=["Nørrevang Kommune", "Side 1 af 1"])))
    assert "Side 1" not in read.text and "Nørrevang" not in read.text


@pytest.mark.parametrize(
    "foot", ["Afsluttet kl. 12", "Nørrevang den 27. august 2013", "Bilag findes på nettet."]
)
def test_the_last_line_of_a_page_alone_stays(foot):
    assert foot in read_pdf(pdf(page(0, foot=[foot]))).text


ITEM_A_PAGE = [
    ["Punkt {n}: Lukket", "12/32140", "Sagsfremstilling"],
    ["Punkt {n}: Lukket", "12/32140", "Beslutning i Direktionen den 27-08-2013", "Godkendt."],
    ["Punkt {n}", "Lukket", "12/32140"],
    ["{n}. Lukket", "Sagsnr.: 12/7799", "Indstilling"],
    [
        "Punkt {n}: Emne {letter}",
        "12/32140",
        "Sagsfremstilling",
        "Ingen bemærkninger",
        "Høring",
        "Ingen bemærkninger",
    ],
]


@pytest.mark.parametrize("lines", ITEM_A_PAGE, ids=lambda lines: lines[0])
@pytest.mark.parametrize("head", [(), ("Direktionen d. 27-08-2013",)])
def test_of_a_print_with_an_item_a_page_nothing_is_lost(lines, head):
    pages = []
    for number in range(4):
        written = [line.format(n=number + 1, letter="abcd"[number]) for line in lines]
        pages.append(
            [
                *[Text(text, 30, size=8) for text in head],
                *[Text(line, 70 + 22 * place) for place, line in enumerate(written)],
                Text(f"Side {number + 1} af 4", 810, size=8),
            ]
        )
    text = read_pdf(pdf(*pages)).text
    for line in lines:
        if "{" not in line:
            assert text.count(line) == 4 * lines.count(line)
        for number in range(4):
            assert line.format(n=number + 1, letter="abcd"[number]) in text


def test_an_answer_that_ends_every_page_at_one_height_stays():
    pages = [
        [
            Text(f"Emne {'abcd'[number]}", 70),
            *paragraph(*prose(number), y=100),
            Text("Godkendt.", 400),
            Text("Sidefod", 810),
        ]
        for number in range(4)
    ]
    text = read_pdf(pdf(*pages)).text
    assert text.count("Godkendt.") == 4 and "Sidefod" not in text


def test_what_is_written_in_the_text_too_is_no_foot():
    pages = [
        [Text(f"Emne {'abcd'[number]}", 70), *[Text("Ingen bemærkninger", y) for y in (200, 400, 780)]]
        for number in range(4)
    ]
    assert read_pdf(pdf(*pages)).text.count("Ingen bemærkninger") == 12


def test_numbers_that_do_not_count_with_the_pages_are_no_feet():
    pages = [
        [*paragraph(*prose(number), y=100), Text(f"I alt {amount} kr.", 780)]
        for number, amount in enumerate((310, 95, 1200, 47))
    ]
    text = read_pdf(pdf(*pages)).text
    assert all(f"I alt {amount} kr." in text for amount in (310, 95, 1200, 47))


def test_what_stands_at_other_heights_is_no_foot():
    pages = [
        [*paragraph(*prose(number), y=100), Text("Punktet udgår", 740 + 9 * number)] for number in range(4)
    ]
    assert read_pdf(pdf(*pages)).text.count("Punktet udgår") == 4
