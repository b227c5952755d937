"""What becomes of the ends of lines: blanks, hyphens that are the printer's, and those that are the writer's."""

import pytest

from minutes.sources.joining import Joined, Spelling, join_lines

NOTHING_KNOWN = Spelling.of([])


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["midler til effektiviserings-", "puljen er brugt"], "midler til effektiviseringspuljen er brugt"),
        (["Sagen forelægges Byrå-", "det i maj"], "Sagen forelægges Byrådet i maj"),
        (["et nyt kommis-", "sorium"], "et nyt kommissorium"),
        (["borg-", "mesteren"], "borgmesteren"),
        (["ØKONOMI-", "UDVALGET"], "ØKONOMIUDVALGET"),
        (["syge\u00ad", "dagpenge"], "sygedagpenge"),
        (["på Aaben\u00ad", "raa"], "på Aabenraa"),
    ],
)
def test_a_hyphen_that_the_printer_put_goes(lines, text):
    assert join_lines(lines, NOTHING_KNOWN) == Joined(text, hyphens=1)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["udgifter til IT-", "drift"], "udgifter til IT-drift"),
        (["løn-", "og økonomisystemet"], "løn- og økonomisystemet"),
        (["dag-", "eller døgntilbud"], "dag- eller døgntilbud"),
        (["ind-", "samt udskoling"], "ind- samt udskoling"),
        (["børn i 0-", "6 års alderen"], "børn i 0-6 års alderen"),
        (["den 27-08-", "2013"], "den 27-08-2013"),
        (["den 4.-", "8. november"], "den 4.-8. november"),
        (["Høje-", "Taastrup"], "Høje-Taastrup"),
        (["HR-", "Centret"], "HR-Centret"),
        (["KL-", "aftalen"], "KL-aftalen"),
        (["e-", "mail"], "e-mail"),
        (["xqz-", "vwk"], "xqz-vwk"),
        (["planen -", "en skitse"], "planen - en skitse"),
        (["Start-/", "sluttidspunkt"], "Start-/sluttidspunkt"),
        (["indsats-/", "aktivitetsområde"], "indsats-/aktivitetsområde"),
        (["2013–", "2014"], "2013–2014"),
        (["hvorefter –", "i 2016"], "hvorefter – i 2016"),
        (["ja /", "nej"], "ja / nej"),
        (["først", "", "sidst"], "først sidst"),
        ([], ""),
        (["-", "intet"], "- intet"),
    ],
)
def test_all_else_stays_as_it_was_written(lines, text):
    assert join_lines(lines, NOTHING_KNOWN) == Joined(text, hyphens=0)


def test_a_document_that_writes_a_word_whole_tells_how_it_is_written():
    spelling = Spelling.of(["Vinkelhuset er solgt."])
    assert join_lines(["salget af Vinkel-", "huset"], spelling).text == "salget af Vinkelhuset"


def test_a_document_that_writes_a_word_with_a_hyphen_tells_so_too():
    spelling = Spelling.of(["en business-case og endnu en business-case"])
    assert join_lines(["en ny business-", "case"], spelling) == Joined("en ny business-case")


def test_where_the_printer_divides_words_unknown_ones_are_made_whole():
    lines = ["effektiviserings-", "puljen", "borg-", "mesteren", "viderestil-", "lingen"]
    assert Spelling.of(lines).divides_words
    assert join_lines(["xqza-", "vwkla"], Spelling.of(lines)).text == "xqzavwkla"
    assert join_lines(["IT-", "drift"], Spelling.of(lines)).text == "IT-drift"


@pytest.mark.parametrize(
    "lines", [["løn-", "og", "dag-", "eller"], ["uden", "bindestreg"], ["-", "a"], ["borg-", "mesteren"]]
)
def test_hyphens_of_writers_do_not_say_that_the_printer_divides_words(lines):
    assert not Spelling.of(lines).divides_words


def test_hyphens_are_counted_over_all_lines():
    assert join_lines(["borg-", "mesteren og effektiviserings-", "puljen"], NOTHING_KNOWN).hyphens == 2
