import csv
import datetime
import io

import pytest

from archive_site.spreadsheets import as_name, csv_lines, csv_response


def written(*rows: tuple[object, ...]) -> str:
    return "".join(csv_lines(("A", "B"), rows))


def test_a_file_begins_with_the_mark_that_makes_excel_read_danish_letters() -> None:
    assert written().encode().startswith(b"\xef\xbb\xbfA;B\r\n")


def test_cells_are_separated_by_semicolons_and_dates_are_danish() -> None:
    assert written((datetime.date(2013, 8, 27), 4)).endswith("27-08-2013;4\r\n")


def test_an_empty_value_is_an_empty_cell() -> None:
    assert written((None, "")).endswith("\r\n;\r\n")


@pytest.mark.parametrize(
    "text", ["=1+1", "+45 12", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠SUM"]
)
def test_a_cell_that_would_be_run_as_a_formula_is_text(text: str) -> None:
    (_, row) = list(csv.reader(io.StringIO(written((text, "")), newline=""), delimiter=";"))
    assert row[0] == f"'{text}"


@pytest.mark.parametrize("text", ['Et "citat"; og en linje\nmere', "a;b", "æøå", "1 = 1", "12-32140"])
def test_any_other_text_is_read_back_as_it_was(text: str) -> None:
    (_, row) = list(csv.reader(io.StringIO(written((text, "")), newline=""), delimiter=";"))
    assert row[0] == text


@pytest.mark.parametrize("number", ["12/2014", "01/1", "09/22035"])
def test_a_case_number_is_no_date(number: str) -> None:
    assert written((number, "")).endswith(f"\r\nsag {number};\r\n")


def test_a_name_of_danish_words_is_told_in_ascii_and_in_its_own_letters() -> None:
    said = csv_response("soegning-økonomi-år-é", ("A",), []).headers["Content-Disposition"]
    assert said == (
        'attachment; filename="soegning-oekonomi-aar-e.csv"; '
        "filename*=utf-8''soegning-%C3%B8konomi-%C3%A5r-%C3%A9.csv"
    )
    assert (
        csv_response("例", ("A",), [])
        .headers["Content-Disposition"]
        .startswith('attachment; filename="fil.csv"')
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ny skole, 2013", "ny-skole-2013"),
        ('"a" OR ../../etc/passwd\r\nX: y', "a-or-etc-passwd-x-y"),
        ("???", ""),
        ("å" * 300, "å" * 60),
    ],
)
def test_a_name_has_the_words_of_a_text_and_nothing_else(text: str, name: str) -> None:
    assert as_name(text) == name


def test_the_answer_is_a_download() -> None:
    response = csv_response("sag-12-32140", ("A",), [])
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'attachment; filename="sag-12-32140.csv"'
