"""The rules by which the items of a case become events; the pages' own tests show what is made of them."""

from minutes.matters.history import Event, find_events, tell_history
from minutes.models import AgendaItem, Outcome
from tests.build.rows import add_decision, add_item, add_meeting

CASE = "12/32140"


def items() -> list[AgendaItem]:
    return list(AgendaItem.objects.about_case(CASE).with_outcomes().oldest_first())


def told(event: Event) -> str:
    """An event in short: body, date, outcome, and "*" where only another meeting tells of it."""
    outcome = event.decision.outcome if event.decision else "-"
    return f"{event.body.name} {event.date} {outcome}{'' if event.is_in_archive else ' *'}"


def add_item_of_case(
    date: str, title: str = "Ny kantine", outcome: Outcome | None = None, body: str = "Direktionen"
) -> AgendaItem:
    from minutes.models import Meeting

    meeting = Meeting.objects.filter(slug=date, body__name=body).first() or add_meeting(date, body)
    item = add_item(meeting, title, CASE)
    if outcome:
        add_decision(item, outcome.label, outcome)
    return item


def test_each_item_is_an_event(db: None) -> None:
    add_item_of_case("2013-08-27", outcome=Outcome.APPROVED)
    add_item_of_case("2013-02-05")
    assert [told(event) for event in find_events(items())] == [
        "Direktionen 2013-02-05 -",
        "Direktionen 2013-08-27 approved",
    ]


def test_a_later_decision_printed_in_an_earlier_document_is_the_later_meetings_event(db: None) -> None:
    first = add_item_of_case("2013-02-05", outcome=Outcome.DEFERRED)
    add_decision(first, "Godkendt.", Outcome.APPROVED, date="2013-08-27")
    add_item_of_case("2013-08-27")
    assert [told(event) for event in find_events(items())] == [
        "Direktionen 2013-02-05 deferred",
        "Direktionen 2013-08-27 approved",
    ]


def test_a_decision_repeated_in_two_documents_whose_meeting_is_not_here_is_one_event(db: None) -> None:
    for date in ("2013-03-11", "2013-03-19"):
        add_decision(
            add_item_of_case(date), "Anbefales.", Outcome.FORWARDED, date="2013-02-20", body="Ældreudvalget"
        )
    first, *rest = [told(event) for event in find_events(items())]
    assert first == "Ældreudvalget 2013-02-20 forwarded *"
    assert len(rest) == 2


def test_another_body_on_the_same_day_is_another_event(db: None) -> None:
    item = add_item_of_case("2013-03-19", body="Byrådet", outcome=Outcome.APPROVED)
    add_decision(item, "Anbefales.", Outcome.FORWARDED, date="2013-03-19", body="Økonomiudvalget")
    assert sorted(told(event) for event in find_events(items())) == [
        "Byrådet 2013-03-19 approved",
        "Økonomiudvalget 2013-03-19 forwarded *",
    ]


def test_of_two_items_that_day_the_one_under_the_same_title_is_the_event(db: None) -> None:
    add_item_of_case("2013-02-05", "Ny kantine")
    add_item_of_case("2013-02-05", "Nyt køkken")
    repeated = add_item_of_case("2013-08-27", "Nyt køkken")
    add_decision(repeated, "Udsættes.", Outcome.DEFERRED, date="2013-02-05")
    assert [(event.item.title, told(event)) for event in find_events(items())] == [
        ("Ny kantine", "Direktionen 2013-02-05 -"),
        ("Nyt køkken", "Direktionen 2013-02-05 deferred"),
        ("Nyt køkken", "Direktionen 2013-08-27 -"),
    ]


def test_a_deferral_is_taken_up_by_the_next_item_under_its_title(db: None) -> None:
    add_item_of_case("2013-02-05", "Ny kantine", Outcome.DEFERRED)
    add_item_of_case("2013-02-19", "Nyt køkken")
    add_item_of_case("2013-03-05", "Ny kantine")
    ((deferral, *_),) = [series.entries for series in tell_history(items(), {})]
    assert deferral.event.taken_up is not None
    assert deferral.event.taken_up.date.isoformat() == "2013-03-05"
    assert deferral.event.days_waited == 28
    assert not deferral.reaches_next


def test_where_the_title_was_changed_the_next_item_takes_a_deferral_up(db: None) -> None:
    add_item_of_case("2013-02-05", "Ny kantine", Outcome.DEFERRED)
    add_item_of_case("2013-03-05", "Kantinens fremtid")
    ((deferral, _),) = [series.entries for series in tell_history(items(), {})]
    assert deferral.reaches_next


def test_a_deferral_twice_is_two_arcs(db: None) -> None:
    for date in ("2013-02-05", "2013-03-05", "2013-04-05"):
        add_item_of_case(date, outcome=Outcome.DEFERRED)
    ((*first, last),) = [series.entries for series in tell_history(items(), {})]
    assert [entry.reaches_next for entry in first] == [True, True]
    assert last.event.is_deferral
    assert last.event.taken_up is None


def test_turned_around_the_arc_belongs_to_the_same_two_events(db: None) -> None:
    add_item_of_case("2013-02-05", outcome=Outcome.DEFERRED)
    add_item_of_case("2013-03-05", outcome=Outcome.APPROVED)
    ((approval, deferral),) = [series.entries for series in tell_history(items(), {}, newest_first=True)]
    assert deferral.reaches_next
    assert not approval.reaches_next


def test_another_item_on_the_same_day_does_not_take_a_deferral_up(db: None) -> None:
    add_item_of_case("2013-02-05", "Ny kantine", Outcome.DEFERRED)
    add_item_of_case("2013-02-05", "Nyt køkken")
    ((deferral, _),) = [series.entries for series in tell_history(items(), {})]
    assert deferral.event.taken_up is None


def test_standing_items_follow_each_their_own_line(db: None) -> None:
    for day in ("05-02-2013", "27-08-2013"):
        date = "-".join(reversed(day.split("-")))
        add_item_of_case(date, f"Økonomi {day}", Outcome.DEFERRED if day.startswith("05") else Outcome.NOTED)
        add_item_of_case(date, f"Huskeliste {day}")
    series = tell_history(items(), {}, is_collective=True)
    assert [(one.name, len(one.entries)) for one in series] == [("Økonomi", 2), ("Huskeliste", 2)]
    assert series[0].entries[0].reaches_next


def test_a_case_without_items_has_an_empty_history() -> None:
    assert [series.entries for series in tell_history([], {})] == [()]
