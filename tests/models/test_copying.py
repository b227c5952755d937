import pytest
from django.db import IntegrityError

from minutes.models import Attachment, Section, SectionKind
from minutes.models.copying import copy_rows, reserve_keys
from tests.build.rows import add_item, add_meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def item():
    return add_item(add_meeting(), "Et punkt")


def section(item, position: int, text: str = "") -> Section:
    blocks = [{"kind": "paragraph", "text": text}]
    return Section(item=item, position=position, kind=SectionKind.ECONOMY, text=text, blocks=blocks)


@pytest.mark.parametrize("text", ["", "tab\tog\nlinje", "\\N", "\\.", 'æøå "citat" \'', "\\\\server\\mappe"])
def test_rows_arrive_as_they_are(item, text):
    copy_rows([section(item, 1, text)])
    stored = Section.objects.get()
    assert (stored.text, stored.blocks, stored.item) == (text, [{"kind": "paragraph", "text": text}], item)


def test_rows_without_keys_get_those_of_the_database(item):
    copy_rows(
        [Attachment(item=item, position=1, title="Budget"), Attachment(item=item, position=2, title="Plan")]
    )
    later = Attachment.objects.create(item=item, position=3, title="Kort")
    keys = list(Attachment.objects.order_by("position").values_list("pk", flat=True))
    assert len(set(keys)) == 3
    assert max(keys) == later.pk


def test_reserved_keys_are_kept_and_never_given_again(item):
    rows = [section(item, 1), section(item, 2)]
    reserve_keys(rows)
    copy_rows(rows)
    assert set(Section.objects.values_list("pk", flat=True)) == {row.pk for row in rows}
    assert Section.objects.create(item=item, position=3, kind=SectionKind.LAW).pk not in {
        row.pk for row in rows
    }


def test_no_rows_ask_nothing_of_the_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        copy_rows([])
        reserve_keys([])


@pytest.mark.django_db(transaction=True)
def test_of_rows_that_the_database_refuses_none_is_written():
    item = add_item(add_meeting(), "Et punkt")
    with pytest.raises(IntegrityError):
        copy_rows([section(item, 1), section(item, 1)])
    assert not Section.objects.exists()
