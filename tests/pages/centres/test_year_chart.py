from minutes.pages.centres.year_chart import year_chart


def test_the_tallest_column_fills_the_height_and_the_others_are_in_proportion() -> None:
    chart = year_chart({2013: 10, 2014: 5})
    assert chart is not None
    assert [column.height for column in chart.columns] == [chart.height, chart.height / 2]
    assert [column.y for column in chart.columns] == [0, chart.height / 2]


def test_a_year_without_items_is_a_gap() -> None:
    chart = year_chart({2013: 2, 2015: 1})
    assert chart is not None
    assert [(column.year, column.count) for column in chart.columns] == [(2013, 2), (2014, 0), (2015, 1)]


def test_columns_stand_inside_the_chart_and_beside_each_other() -> None:
    chart = year_chart(dict.fromkeys(range(1970, 2030), 3))
    assert chart is not None
    edges = [edge for column in chart.columns for edge in (column.x, column.x + column.width)]
    assert edges == sorted(edges)
    assert edges[0] >= 0
    assert edges[-1] <= chart.width


def test_nothing_is_drawn_where_there_is_nothing_to_count() -> None:
    assert year_chart({}) is None
