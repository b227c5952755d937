import pytest

from minutes.matters.decision_lines import first_line, summarise
from minutes.models import AgendaItem, Outcome
from tests.build.rows import add_decision, add_item, add_meeting


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Godkendt.", "Godkendt."),
        ("", ""),
        ("ord " * 100, ("ord " * 60).strip() + " …"),
        ("x" * 300, "x" * 240 + " …"),
    ],
)
def test_the_line_of_a_decision_is_the_beginning_of_its_text(text: str, line: str) -> None:
    assert first_line(text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Godkendt.\n\nMed *tak* for arbejdet.", "Godkendt. · Med tak for arbejdet."),
        ("Drøftet.\n- Skoler\n• Veje\n  o Broer\n– Stier", "Drøftet. · Skoler · Veje · Broer · Stier"),
        ("- o Skoler\n-\n· Veje", "Skoler · Veje"),
        ("1. Godkendt\n2. Udsat", "1. Godkendt · 2. Udsat"),
        ("Skoler\t100\nVeje\t200", "Skoler 100 · Veje 200"),
    ],
)
def test_what_stands_on_lines_of_its_own_is_kept_apart(text: str, line: str) -> None:
    assert first_line(text) == line


@pytest.mark.parametrize("text", ["-5 % i 2014", "Skoler - veje", "ord og - ord", "oplæg"])
def test_a_dash_or_an_o_that_marks_no_list_stays(text: str) -> None:
    assert first_line(text) == text


def summary_of(item: AgendaItem) -> str:
    return summarise(AgendaItem.objects.with_outcomes().get(pk=item.pk))


def test_a_decision_of_another_body_says_whose_it_is(db: None) -> None:
    item = add_item(add_meeting("2013-03-19", "Byrådet"))
    add_decision(item, "Anbefales.", Outcome.FORWARDED, date="2013-03-11", body="Økonomiudvalget")
    assert summary_of(item) == "Økonomiudvalget 11-03-2013: Sendt videre: Anbefales."


def test_the_meetings_own_decision_stands_before_a_later_one(db: None) -> None:
    item = add_item(add_meeting("2013-03-19", "Byrådet"))
    add_decision(item, "Udsættes.", Outcome.DEFERRED)
    add_decision(item, "Godkendt.", date="2013-04-11", body="Økonomiudvalget")
    assert summary_of(item) == "Udsat: Udsættes."


def test_an_outcome_that_says_nothing_is_left_out(db: None) -> None:
    item = add_item(add_meeting())
    add_decision(item, "Borgmesteren orienterede.", Outcome.OTHER)
    assert summary_of(item) == "Borgmesteren orienterede."


def test_an_item_without_a_decision_has_no_summary(db: None) -> None:
    assert summary_of(add_item(add_meeting())) == ""
