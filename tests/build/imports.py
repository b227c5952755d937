"""Importing a text, and all rows that there are."""

from django.apps import apps

from minutes.importing.importer import ImportResult, import_minutes


def imported(text: str, name: str = "referat.txt", **options) -> ImportResult:
    return import_minutes(text.encode(), name, **options)


def all_rows() -> dict[str, list[tuple]]:
    models = apps.get_app_config("minutes").get_models()
    return {model.__name__: sorted(model.objects.values_list(), key=repr) for model in models}
