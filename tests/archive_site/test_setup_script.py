"""script/setup does what is missing, does it again when it was interrupted, and otherwise does nothing.

The scripts run in an empty project, with a python3 that keeps a log instead of downloading packages.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.archive_site.conftest import PROJECT

PYTHON = """#!/bin/sh
case "$*" in
    *version_info*) exit ${OLD:-0} ;;
    *ensurepip*) exit ${NO_VENV:-0} ;;
    *'-m venv'*) mkdir -p .venv/bin && cp "$0" .venv/bin/python && echo venv >>log ;;
    *'-m pip install'*) for last; do :; done; echo "$last" >>log; exit ${INTERRUPTED:-0} ;;
esac
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with nothing but the script, the lists of packages and the programs it calls."""
    shutil.copytree(PROJECT / "script", tmp_path / "script")
    for file in ("requirements.txt", "requirements-embedded.txt", "requirements-dev.txt"):
        (tmp_path / file).write_text(f"# {file}\n")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("dirname", "cat", "cksum", "mkdir", "cp"):
        (programs / name).symlink_to(shutil.which(name))
    (programs / "python3").write_text(PYTHON)
    (programs / "python3").chmod(0o755)
    return tmp_path


def setup(project: Path, *files: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", project / "script" / "setup", *files],
        env={"PATH": str(project / "bin"), **environment},
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )


def log(project: Path) -> list[str]:
    return (project / "log").read_text().split() if (project / "log").exists() else []


def test_the_first_time_everything_is_installed(project):
    assert setup(project, "requirements-dev.txt").returncode == 0
    assert log(project) == ["venv", "requirements.txt", "requirements-embedded.txt", "requirements-dev.txt"]


def test_the_second_time_nothing_is_done_or_said(project):
    setup(project)
    before = log(project)
    again = setup(project)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert log(project) == before


def test_only_a_list_that_has_changed_is_installed_again(project):
    setup(project)
    (project / "requirements-embedded.txt").write_text("# newer\n")
    setup(project)
    assert log(project)[3:] == ["requirements-embedded.txt"]


def test_with_a_database_of_ones_own_no_embedded_one_is_installed(project):
    setup(project, DATABASE_URL="postgresql://h/archive")
    assert log(project) == ["venv", "requirements.txt"]


def test_what_was_interrupted_is_done_again_from_the_start(project):
    assert setup(project, INTERRUPTED="1").returncode != 0
    assert setup(project).returncode == 0
    assert log(project) == [
        "venv",
        "requirements.txt",
        "venv",
        "requirements.txt",
        "requirements-embedded.txt",
    ]


def test_a_venv_whose_python_was_removed_is_made_anew(project):
    setup(project)
    (project / ".venv/bin/python").unlink()
    assert setup(project).returncode == 0
    assert log(project).count("venv") == 2


def test_without_a_python_that_is_new_enough_one_sentence_says_so(project):
    done = setup(project, OLD="1")
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr
    assert log(project) == []


def test_without_the_venv_module_the_package_to_install_is_named(project):
    done = setup(project, NO_VENV="1")
    assert done.returncode == 1
    assert "apt-get install python3-venv" in done.stderr


def test_another_python_can_be_named(project):
    (project / "bin/python3").rename(project / "other-python")
    assert setup(project).returncode == 1
    assert setup(project, PYTHON=str(project / "other-python")).returncode == 0


def test_when_the_named_python_will_not_do_no_other_is_taken(project):
    done = setup(project, PYTHON="no-such-python")
    assert done.returncode == 1
    assert "not found as: no-such-python" in done.stderr


@pytest.mark.parametrize("arguments", [[], ["no-such-benchmark"], ["../setup"]])
def test_an_unknown_benchmark_is_answered_with_those_there_are(arguments):
    done = subprocess.run(
        [PROJECT / "script" / "benchmark", *arguments],
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "usage: script/benchmark NAME" in done.stderr
