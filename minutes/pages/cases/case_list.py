"""The list of cases, which also leads to a case by its number in any written form."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from minutes.danish.numbers import match_case_number, match_document_number, match_serial
from minutes.danish.personal_numbers import hide_personal_numbers
from minutes.models import AgendaItem, Case
from minutes.models.cases import address_of_case
from minutes.models.items import AgendaItemQuerySet
from minutes.pages.paging import page_of

from .case_lines import case_lines, last_treated

# A case is a line or two; as many stand on a page of a centre's items, which are as long.
_CASES_PER_PAGE = 50
# What is going on now stands on one page without paging; all cases stand under their years.
_LAST_TREATED = 25
# Characters, as the form's field takes: a number with all its labels has half as many.
_LONGEST_NUMBER = 60
# What the parameter "sort" may be; anything else is the first. Of like cases that with the later number comes first,
# not that whose row is newer: an item that nobody may see may have brought it.
_ORDERS = {
    "seneste": ("-last", "-case__year", "-case__serial"),
    "flest": ("-count", "-case__year", "-case__serial"),
    "nummer": ("-case__year", "-case__serial"),
}


@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    """List the cases last treated, or those of the year in "aar"; or lead to the one whose number stands in "nr"."""
    items = AgendaItem.objects.readable_by(request.user)
    wanted = hide_personal_numbers(request.GET.get("nr", "").strip()[:_LONGEST_NUMBER])
    if wanted:
        return _find_case(request, items, wanted)
    years = sorted(set(items.cases().order_by().values_list("year", flat=True).distinct()), reverse=True)
    year = next((year for year in years if str(year) == request.GET.get("aar")), None)
    if year is None:
        context = {"lines": case_lines(items, last_treated(items, _LAST_TREATED))}
    else:
        context = _cases_of_year(request, items, year)
    return render(request, "minutes/cases/case_list.html", {**context, "years": years, "year": year})


@require_safe
def case_by_number(request: HttpRequest, written: str) -> HttpResponse:
    """Lead from "12-32140" to the address of that case, whether there is one or not."""
    number = match_case_number(written)
    if number is None:
        raise Http404
    return redirect(address_of_case(number))


def _cases_of_year(request: HttpRequest, items: AgendaItemQuerySet, year: int) -> dict[str, object]:
    sort = request.GET.get("sort", "")
    sort = sort if sort in _ORDERS else next(iter(_ORDERS))
    uses = items.filter(case__year=year).uses_of_cases().order_by(*_ORDERS[sort])
    page = page_of(request, uses, _CASES_PER_PAGE)
    return {"lines": case_lines(items, [use["case"] for use in page]), "page": page, "sort": sort}


def _find_case(request: HttpRequest, items: AgendaItemQuerySet, wanted: str) -> HttpResponse:
    """Lead to the case, or say plainly that there is none; a serial alone may belong to several."""
    number, serial = match_case_number(wanted), match_serial(wanted)
    cases = Case.objects.none()
    if number:
        cases = items.cases().filter(number=number)
    elif serial:
        cases = items.cases().filter(serial=serial)
    found = list(cases[:_CASES_PER_PAGE])
    if len(found) == 1:
        return redirect(found[0])
    context = {
        "wanted": wanted,
        "number": number,
        "serial": serial,
        "document": match_document_number(wanted),
        "lines": case_lines(items, [case.pk for case in found]),
    }
    return render(request, "minutes/cases/case_lookup.html", context, status=200 if found else 404)
