"""What is said to come back, to go on to another body or to be done, and what only names a time."""

import datetime

import pytest

from minutes.parser.told.promises import read_promises
from minutes.parser.told.values import ParsedPromise, PromiseKind
from minutes.parser.values import ParsedItem, SectionKind

from .items import SURROUNDINGS, item_of
from .promising_sentences import NO_PROMISE, NOT_FOR_A_TIME, PROMISES, RECOMMENDED, TIMES


def promises(item: ParsedItem, section: SectionKind = SectionKind.DECISION) -> list[ParsedPromise]:
    return [promise for promise in read_promises(item, SURROUNDINGS) if promise.section is section]


def end(promise: ParsedPromise) -> str | None:
    """The last day, month or year of a promise's time."""
    iso = promise.time.iso if promise.time else None
    return iso.split("/")[-1] if iso else None


@pytest.mark.parametrize(("text", "promised"), PROMISES.items())
def test_a_decision_promises(text: str, promised: tuple[PromiseKind, str | None]):
    assert [(promise.kind, end(promise)) for promise in promises(item_of(text))] == [promised]


@pytest.mark.parametrize(("text", "times"), TIMES.items())
def test_a_decision_promises_for_these_times(text: str, times: list[str]):
    assert [end(promise) for promise in promises(item_of(text))] == times


@pytest.mark.parametrize("text", NOT_FOR_A_TIME)
def test_a_time_that_nothing_is_promised_for(text: str):
    assert [promise for promise in promises(item_of(text)) if end(promise)] == []


@pytest.mark.parametrize("text", NO_PROMISE)
def test_a_decision_that_promises_nothing(text: str):
    assert promises(item_of(text)) == []


@pytest.mark.parametrize(("recommendation", "times"), RECOMMENDED.items())
def test_a_recommendation_promises_for_these_times(recommendation: str, times: list[str]):
    found = promises(item_of("Tiltrådt.", recommendation=recommendation), SectionKind.RECOMMENDATION)
    assert [end(promise) for promise in found if end(promise)] == times


IN_MAY = "Det indstilles, at planen sættes i gang i maj 2014."


@pytest.mark.parametrize(
    ("decision", "binds"),
    [
        ("Tiltrådt.", True),
        ("Godkendt som indstillet.", True),
        ("Godkendt med den bemærkning, at naboerne høres.", True),
        ("Udsættes.", False),
        ("Afvist.", False),
        ("Drøftet.", False),
        ("Direktionen tager stilling, når budgettet er vedtaget.", False),
    ],
)
def test_a_recommendation_binds_where_the_decision_followed_it(decision: str, binds: bool):
    (promise,) = promises(item_of(decision, recommendation=IN_MAY), SectionKind.RECOMMENDATION)
    assert promise.is_binding is binds


def test_the_latest_decision_says_whether_a_recommendation_binds():
    both = item_of("Udsættes.", "Godkendt.", recommendation=IN_MAY)
    assert [promise.is_binding for promise in promises(both, SectionKind.RECOMMENDATION)] == [True]


def test_a_recommendation_without_a_decision_does_not_bind():
    (promise,) = promises(item_of(recommendation=IN_MAY), SectionKind.RECOMMENDATION)
    assert not promise.is_binding


def test_a_point_binds_where_it_was_agreed_to():
    asked = "Det indstilles, at\n\n1) planen sættes i gang i maj 2014\n\n2) skuret opstilles i juni 2014"
    item = item_of("Ad 1) Godkendt. Ad 2) Udsættes.", recommendation=asked)
    found = promises(item, SectionKind.RECOMMENDATION)
    assert [(end(promise), promise.is_binding) for promise in found] == [
        ("2014-05", True),
        ("2014-06", False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Planen vil blive fremlagt for Chefforum den 3. oktober 2013.",
        "Arbejdet forventes afsluttet i foråret 2014.",
        "Første udkast drøftes politisk primo 2014.",
        "Stierne anlægges i løbet af 2014.",
    ],
)
def test_what_other_sections_promise_does_not_bind(text: str):
    item = item_of("Godkendt.", above=("Sagsfremstilling", text))
    (promise,) = promises(item, SectionKind.CASE_PRESENTATION)
    assert not promise.is_binding


@pytest.mark.parametrize(
    "text",
    [
        "Byrådet vedtog planen den 18. juni 2013.",
        "Direktionen besluttede i 2012, at stierne skulle udbygges.",
        "I denne sag fremlægges planen for Direktionen.",
        "Stierne er 2 km lange og blev anlagt i 1998.",
        "Loven træder i kraft den 1. januar 2014.",
        "Der henvises til mailen sendt fra kommunen den 3. september.",
        "Direktionen bør drøfte, hvordan stierne skal vedligeholdes.",
        "I 2014 er der afsat 2 mio. kr. til stier.",
        "Cyklisterne kører i gennemsnit 20 km i timen.",
        "Fristen for ændringsforslag udløb den 23. september.",
        "Hvis tiltagene virker, vil stierne være åbne til sommer.",
        "Byrådet besluttede den 18. marts 2012, at stierne indvies fra 1. august.",
    ],
)
def test_other_sections_tell_much_that_is_no_promise(text: str):
    assert (
        promises(item_of("Godkendt.", above=("Sagsfremstilling", text)), SectionKind.CASE_PRESENTATION) == []
    )


@pytest.mark.parametrize(
    ("text", "kind", "body"),
    [
        ("Planen forelægges Byrådet i september.", PromiseKind.GOES_TO, "Byrådet"),
        ("Planen forelægges for Direktionen og Byrådet.", PromiseKind.COMES_BACK, "Direktionen"),
        ("Erfaringerne drøftes på chefforums møde i oktober.", PromiseKind.GOES_TO, "Chefforum"),
        ("Direktionens beslutning drøftes i Chefforum.", PromiseKind.GOES_TO, "Chefforum"),
        ("Status forelægges i marts.", PromiseKind.COMES_BACK, "Direktionen"),
        ("Notatet sendes til skolerne i marts.", PromiseKind.DONE_BY, ""),
        ("Ældrerådet orienteres i marts.", PromiseKind.GOES_TO, "Ældrerådet"),
    ],
)
def test_a_promise_tells_before_whom_something_comes(text: str, kind: PromiseKind, body: str):
    assert [(promise.kind, promise.to_body) for promise in promises(item_of(text))] == [(kind, body)]


def test_each_time_has_the_body_that_stands_before_it():
    item = item_of("Planen behandles i Økonomiudvalget den 10. september og i Byrådet den 24. september.")
    assert [(end(promise), promise.to_body) for promise in promises(item)] == [
        ("2013-09-10", "Økonomiudvalget"),
        ("2013-09-24", "Byrådet"),
    ]


@pytest.mark.parametrize(
    "text",
    ["Budgettet skal være vedtaget senest den 15. oktober.", "Loven kræver, at planen revideres i 2014."],
)
def test_what_the_law_requires_is_no_promise(text: str):
    item = item_of("Godkendt.", above=("Retsgrundlag", text))
    assert read_promises(item, SURROUNDINGS) == ()


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Oversigten skal være færdig, så den kan sendes ud den 13. september.", ["2013-09-13"]),
        ("Arbejdet (etape 2, jf. bilaget) sættes i gang den 1. oktober.", ["2013-10-01"]),
        ("Direktionen drøftede de foreløbige ønsker om overførsel.", []),
        ("Direktionen tager stilling til, om arbejdet (etape 2) skal sættes i gang i 2015.", []),
        ("Status pr. 31. oktober drøftes.", []),
    ],
)
def test_the_clause_that_a_time_stands_in_says_whether_it_is_promised(text: str, times: list[str]):
    assert [end(promise) for promise in promises(item_of(text)) if end(promise)] == times


def test_what_comes_each_year_recurs_though_its_days_are_named():
    found = promises(item_of("Der laves to opfølgninger om året, den 30. april og den 31. august."))
    assert {promise.kind for promise in found} == {PromiseKind.RECURRING}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("HRC sender skemaet ud i oktober.", ("HRC",)),
        ("HRC og BYC udarbejder et oplæg til oktober.", ("HRC", "BYC")),
        ("Administrationen vender tilbage i oktober.", ("Administrationen",)),
        ("Skemaet sendes ud i oktober.", ()),
    ],
)
def test_a_promise_tells_who_has_undertaken_it(text: str, who: tuple[str, ...]):
    assert [promise.who for promise in promises(item_of(text))] == [who]


def test_a_time_can_stand_in_the_sentence_before():
    text = "Arbejdsgruppen mødes igen den 10. oktober. Her fremlægges det første udkast."
    found = promises(item_of("Godkendt.", above=("Sagsfremstilling", text)), SectionKind.CASE_PRESENTATION)
    assert ("2013-10-10", "Her fremlægges det første udkast.") in [
        (end(promise), promise.text) for promise in found
    ]


def test_a_time_without_a_year_is_after_the_decision_and_not_after_the_meeting():
    item = item_of("Godkendt.")
    early = item_of("Sagen forelægges igen i september.")
    assert promises(item) == []
    assert [promise.time.first for promise in promises(early) if promise.time] == [datetime.date(2013, 9, 1)]


def test_a_promise_keeps_its_sentence_and_line():
    item = item_of("Godkendt. TMC sender planen ud i oktober.")
    (promise,) = promises(item)
    (line,) = (line.number for line in item.sections[-1].lines)
    assert (promise.line, promise.text, promise.is_binding) == (line, "TMC sender planen ud i oktober.", True)


def test_what_is_delegated_is_no_promise_of_the_body():
    found = promises(item_of("Den enkelte skoleleder skal tage stilling til, om forældrene inddrages."))
    assert [(promise.kind, promise.to_body) for promise in found] == [(PromiseKind.TASK, "")]


def test_attachments_and_statements_promise_nothing():
    above = (
        "Bilag",
        "Planen forelægges Byrådet i september",
        "Protokoltilførsel",
        "Liste K vil stille forslag i maj 2014.",
    )
    assert read_promises(item_of("Godkendt.", above=above), SURROUNDINGS) == ()
