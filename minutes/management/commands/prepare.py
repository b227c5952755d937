"""`manage.py prepare`: makes the archive ready to be served, as script/server does before it serves."""

import secrets
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError, call_command

from archive_site import environment
from archive_site.login.attempts import forget_old_tries
from minutes.editing.people.former_staff import place_former_staff
from minutes.editing.people.groups import Role, group_of, keep_groups
from minutes.editing.people.single_sign_on import check_mapping
from minutes.matters.joining.writing import find_not_joined
from minutes.models import Meeting, SourceDocument
from minutes.parser import PARSER_VERSION
from minutes.search.index.writing import find_outdated_meetings
from minutes.sources.text import READER_VERSION

SAMPLES = settings.BASE_DIR / "fixtures" / "minutes"
ADMINISTRATOR = "admin"


class Command(BaseCommand):
    """What is ready already is left as it is."""

    help = "Gør arkivet klar: tabeller, organer og centre, grupper, statiske filer, eksempler og en administrator."

    def handle(self, *args: Any, **options: Any) -> None:
        self.check(databases=["default"])
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("load_organisation")
        self._load_synonyms()
        forget_old_tries()
        self._keep_groups()
        self._import_samples()
        self._read_what_is_outdated()
        self._index_what_is_outdated()
        self._join_what_is_not_joined()
        self._create_administrator()

    def _load_synonyms(self) -> None:
        """A file that is broken is told, and holds up nothing: the archive has the synonyms that it had."""
        try:
            call_command("load_synonyms")
        except CommandError as error:
            self.stderr.write(str(error))

    def _keep_groups(self) -> None:
        """Groups and their rights; after an upgrade also who had rights before there were groups."""
        check_mapping()
        keep_groups()
        placed = place_former_staff()
        if placed:
            self.stdout.write("Rettigheder følger nu grupper (Hvem må hvad i administrationen):")
        for person in placed:
            self.stdout.write(f"  {person}")

    def _import_samples(self) -> None:
        if environment.flag("ARCHIVE_SAMPLES", True) and not Meeting.objects.exists():
            call_command("import_minutes", str(SAMPLES), publish=True)

    def _read_what_is_outdated(self) -> None:
        """After an upgrade documents may say less than they did: that is gone before anybody is served.

        What cannot be read any more is withdrawn, and named; it holds up nothing else.
        """
        outdated = SourceDocument.objects.in_force().read_before(READER_VERSION, PARSER_VERSION).count()
        if outdated:
            self.stdout.write(f"Læser {outdated} referater igen med den nye læser, før arkivet åbner.")
        if outdated or SourceDocument.objects.without_text().exists():
            with suppress(SystemExit):
                call_command("reparse")

    def _index_what_is_outdated(self) -> None:
        """After an upgrade the index may be another: until it is written, items would not be found."""
        if find_outdated_meetings().exists():
            call_command("reindex")

    def _join_what_is_not_joined(self) -> None:
        """After an upgrade matters may be followed by other rules, or not yet."""
        if find_not_joined().exists():
            call_command("join_matters")

    def _create_administrator(self) -> None:
        users = get_user_model().objects
        if users.filter(is_superuser=True).exists():
            return
        if users.filter(username=ADMINISTRATOR).exists():
            raise CommandError(
                f"Der er ingen administrator, og brugeren {ADMINISTRATOR} er det ikke. "
                "Opret en med et andet navn: python manage.py createsuperuser"
            )
        password = secrets.token_urlsafe(12)
        administrator = users.create_superuser(ADMINISTRATOR, password=password)
        administrator.groups.add(group_of(Role.ADMINISTRATOR))
        self.stdout.write(
            f"En administrator er oprettet. Brugernavn: {ADMINISTRATOR}  Adgangskode: {password}\n"
            "Adgangskoden vises ikke igen. Den kan skiftes på /login/adgangskode/."
        )
