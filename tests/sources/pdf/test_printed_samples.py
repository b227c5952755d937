"""The samples that several programs have printed read as the texts that they were printed from."""

import pytest

from benchmarks.printing.scoring import Score, score
from benchmarks.printing.styles import PRINTED_SAMPLES, STYLES
from minutes.importing.organisation import centre_names_of_fixture
from minutes.sources.pdf import read_pdf
from minutes.sources.text import numbered_text
from tests.build.code import ROOT

FIXTURES = ROOT / "fixtures"


def original(printer):
    content = (FIXTURES / "minutes" / f"{PRINTED_SAMPLES[printer]}.txt").read_bytes()
    return STYLES[printer].cut(numbered_text(content))


def printed(printer):
    return (FIXTURES / "printed" / f"{PRINTED_SAMPLES[printer]}-{printer}.pdf").read_bytes()


@pytest.mark.parametrize("printer", PRINTED_SAMPLES)
def test_a_printed_sample_reads_as_its_text(printer):
    found = Score()
    score(original(printer), read_pdf(printed(printer)).text, centre_names_of_fixture(), found)
    assert found.misses == []


@pytest.mark.parametrize("printer", PRINTED_SAMPLES)
def test_what_was_taken_out_is_counted(printer):
    notices = {notice.code: notice for notice in read_pdf(printed(printer)).notices}
    assert "furniture_removed" in notices
    assert set(notices) <= {"furniture_removed", "hyphens_removed"}


@pytest.mark.parametrize("printer", PRINTED_SAMPLES)
def test_pages_begin_at_lines_of_the_text(printer):
    read = read_pdf(printed(printer))
    assert read.page_starts[0] == 1 and list(read.page_starts) == sorted(read.page_starts)
    assert read.page_starts[-1] <= len(read.text.splitlines())
    assert not set(read.text) & set("\r\f\v\x85\u2028\u2029")


@pytest.mark.parametrize("printer", PRINTED_SAMPLES)
def test_cleaning_keeps_the_lines_as_they_are(printer):
    text = read_pdf(printed(printer)).text
    assert len(numbered_text(text.encode()).split("\n")) == len(text.split("\n"))
