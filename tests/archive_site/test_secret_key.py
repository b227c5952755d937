"""The secret key is made once, is closed to others, and never differs between processes."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from archive_site.secret_key import read_or_make_secret_key

PROJECT = Path(__file__).parents[2]


def test_a_key_is_made_at_the_first_start_and_read_ever_after(tmp_path):
    file = tmp_path / "var" / "secret-key"
    key = read_or_make_secret_key(file)
    assert len(key) >= 50
    assert read_or_make_secret_key(file) == key


def test_two_archives_have_two_keys(tmp_path):
    assert read_or_make_secret_key(tmp_path / "a") != read_or_make_secret_key(tmp_path / "b")


def test_only_its_owner_may_read_the_key(tmp_path):
    read_or_make_secret_key(tmp_path / "secret-key")
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_nothing_but_the_key_is_left_behind(tmp_path):
    read_or_make_secret_key(tmp_path / "secret-key")
    assert [file.name for file in tmp_path.iterdir()] == ["secret-key"]


def test_processes_that_start_at_once_have_one_key(tmp_path):
    program = f"""
import time
from pathlib import Path
from archive_site.secret_key import read_or_make_secret_key
gate = Path({str(tmp_path)!r}) / "gate"
while not gate.exists():
    pass
print(read_or_make_secret_key(gate.with_name("secret-key")))
"""
    command = [sys.executable, "-c", program]
    together = [subprocess.Popen(command, stdout=subprocess.PIPE, cwd=PROJECT) for _ in range(4)]
    (tmp_path / "gate").touch()
    keys = {process.communicate(timeout=60)[0] for process in together}
    assert keys == {(tmp_path / "secret-key").read_bytes() + b"\n"}


@pytest.mark.parametrize("content", ["", "\n", "  \n"])
def test_an_empty_key_is_refused(tmp_path, content):
    (tmp_path / "secret-key").write_text(content)
    with pytest.raises(ImproperlyConfigured, match=r"secret-key is empty\. Delete it"):
        read_or_make_secret_key(tmp_path / "secret-key")


def test_a_folder_that_cannot_be_made_is_named_with_the_ways_out(tmp_path):
    (tmp_path / "var").write_text("a file, not a folder")
    with pytest.raises(ImproperlyConfigured, match=r"var/secret-key.*ARCHIVE_VAR.*ARCHIVE_SECRET_KEY"):
        read_or_make_secret_key(tmp_path / "var" / "secret-key")
