import csv
import datetime
import io

import pytest

from archive_site.spreadsheets import csv_lines, csv_response


def written(*rows: tuple[object, ...]) -> str:
    return "".join(csv_lines(("A", "B"), rows))


def test_a_file_begins_with_the_mark_that_makes_excel_read_danish_letters() -> None:
    assert written().encode().startswith(b"\xef\xbb\xbfA;B\r\n")


def test_cells_are_separated_by_semicolons_and_dates_are_danish() -> None:
    assert written((datetime.date(2013, 8, 27), 4)).endswith("27-08-2013;4\r\n")


def test_an_empty_value_is_an_empty_cell() -> None:
    assert written((None, "")).endswith("\r\n;\r\n")


@pytest.mark.parametrize("text", ["=1+1", "+45 12", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_a_cell_that_would_be_run_as_a_formula_is_text(text: str) -> None:
    (_, row) = list(csv.reader(io.StringIO(written((text, "")), newline=""), delimiter=";"))
    assert row[0] == f"'{text}"


@pytest.mark.parametrize("text", ['Et "citat"; og en linje\nmere', "a;b", "æøå", "1 = 1", "12-32140"])
def test_any_other_text_is_read_back_as_it_was(text: str) -> None:
    (_, row) = list(csv.reader(io.StringIO(written((text, "")), newline=""), delimiter=";"))
    assert row[0] == text


def test_the_answer_is_a_download() -> None:
    response = csv_response("sag-12-32140", ("A",), [])
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'attachment; filename="sag-12-32140.csv"'
