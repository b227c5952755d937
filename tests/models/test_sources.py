"""How a document's problems are kept beside it, and read back."""

import json

from minutes.models.sources import problems_as_json, problems_from_json
from minutes.parser.problems import Problem, Severity

PROBLEMS = (
    Problem(3, "number_gap", Severity.WARNING, "Her ventedes punkt 2, men punktet har nummer 3."),
    Problem(9, "item_empty", Severity.INFO, 'Under "Økonomi" står intet.'),
)


def test_a_problem_is_kept_as_plain_json():
    assert json.dumps(problems_as_json(PROBLEMS[:1])) == (
        '[{"line": 3, "code": "number_gap", "severity": "warning", '
        '"message": "Her ventedes punkt 2, men punktet har nummer 3."}]'
    )


def test_problems_come_back_as_they_were():
    assert problems_from_json(json.loads(json.dumps(problems_as_json(PROBLEMS)))) == PROBLEMS


def test_no_problems_are_an_empty_list():
    assert problems_as_json(()) == []
    assert problems_from_json([]) == ()
