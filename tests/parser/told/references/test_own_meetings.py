"""Which meeting is meant by "mødet den …", and of which year it is."""

import datetime

import pytest

from minutes.parser.told.references import read_references
from minutes.parser.told.values import Surroundings
from tests.build.parsed import parse_one

from .reading import BODIES, in_short, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("På mødet den 8. oktober blev planen drøftet.", ["meeting Direktionen 2013-10-08"]),
        ("Som aftalt på mødet den 8. oktober har HRC set på tallene.", ["meeting Direktionen 2013-10-08"]),
        ("Der er givet en status, jf. mødet den 14. maj 2012.", ["meeting Direktionen 2012-05-14"]),
        ("Planen kommer til behandling på mødet den 3. december 2013.", ["meeting Direktionen 2013-12-03"]),
    ],
)
def test_the_meeting_of_a_day_is_that_of_the_body_itself(text: str, expected: list[str]):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "På mødet den 8. oktober med naboerne blev planen drøftet.",
        "På mødet med naboerne den 8. oktober blev planen drøftet.",
        "På mødet i følgegruppen den 8. oktober blev planen drøftet.",
        "Ældrerådet så planen, og på mødet den 8. oktober blev den drøftet.",
        "På mødet i oktober blev planen drøftet.",
        "På et møde den 8. oktober blev planen drøftet.",
        "På borgermødet den 8. oktober blev planen drøftet.",
        "Møde den 8. oktober.",
    ],
)
def test_whose_meeting_it_is_stays_unsure(text: str):
    assert all(reference.endswith("?") for reference in read(text))


@pytest.mark.parametrize(
    ("own", "text", "expected"),
    [
        ("Socialudvalget", "Udvalget drøftede planen den 8. oktober.", ["meeting Socialudvalget 2013-10-08"]),
        ("Økonomiudvalget", "Udvalget bad den 8. oktober om tal.", ["meeting Økonomiudvalget 2013-10-08"]),
        ("Byrådet", "Udvalget drøftede planen den 8. oktober.", ["meeting Udvalget 2013-10-08"]),
    ],
)
def test_the_committee_is_the_one_whose_minutes_they_are(own: str, text: str, expected: list[str]):
    surroundings = Surroundings(own, datetime.date(2013, 11, 5), {**BODIES, own: own})
    item = parse_one("Sagsfremstilling", text)
    assert [in_short(reference) for reference in read_references(item, surroundings)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mødet den 3. december er flyttet til den 10. december.", "2013-12-03"),
        ("Mødet den 3. december er aflyst.", "2013-12-03"),
        ("HRC genfremsætter forslaget i en mindre udgave på mødet i december.", "2013-12"),
        ("HRC genforelægger forslaget på mødet i december.", "2013-12"),
        ("Det aflyste møde holdes den 3. december.", "2013-12-03"),
        ("Den planlagte temadag afholdes den 3. december.", "2013-12-03"),
        ("De udsatte sager tages på mødet i december.", "2013-12"),
        ("Det aflyste møde blev holdt den 3. december.", "2012-12-03"),
        ("På mødet i december blev planen drøftet.", "2012-12"),
        ("Direktionen drøftede planen på mødet den 3. december.", "2012-12-03"),
    ],
)
def test_of_which_year_a_day_is_is_told_by_the_verb(text: str, expected: str):
    assert [reference.split()[2 if "Direktionen" in reference else 1] for reference in read(text)[:1]] == [
        expected
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Planen blev drøftet i Hoved-MED (HU) den 8. oktober.",
        "Planen blev drøftet i Økonomiudvalget (ØU) den 8. oktober.",
    ],
)
def test_a_body_and_its_short_name_behind_it_are_one(text: str):
    (reference,) = read(text)
    assert reference.endswith("2013-10-08")
