"""What all tests share: a data folder of their own, so that a run touches no archive and no other run."""

import atexit
import os
import shutil
import signal
import tempfile
from pathlib import Path

import pytest
from django.conf import settings

FOLDER = "ARCHIVE_TEST_FOLDER"


def pytest_configure(config: pytest.Config) -> None:
    """Make the folder in the process that was started; the workers of a parallel run use that one."""
    if not hasattr(config, "workerinput"):
        os.environ[FOLDER] = tempfile.mkdtemp(prefix="archive-tests-")
        # Registered before the database server is known, so called after that has stopped.
        atexit.register(shutil.rmtree, os.environ[FOLDER], ignore_errors=True)
    # A run that is told to end ends as any other, and leaves no server behind.
    signal.signal(signal.SIGTERM, lambda signum, _frame: pytest.exit("told to end", 128 + signum))
    folder = Path(os.environ[FOLDER])
    folder.chmod(0o711)  # as root, the database server runs as another user and has to pass through
    if "EMBEDDED_IN" in settings.DATABASES["default"]:
        settings.DATABASES["default"]["EMBEDDED_IN"] = folder / "postgres"
    settings.MEDIA_ROOT = folder / "media"
    settings.STATIC_ROOT = folder / "static"
    # Hashed names of static files exist only after collectstatic.
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
