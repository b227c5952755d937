"""Uploads and publications that are killed with -9 at random moments, more often than the tests do it.

`script/benchmark kills` kills fifty of each, in a database of its own, and tells what they left behind. It fails where
anything is half, or the next run does not complete it: it is tests/importing/test_kills.py, of which CI runs ten each.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Run the tests, and return their status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=50, help="of each of the two")
    kills = parser.parse_args().kills
    command = [sys.executable, "-m", "pytest", "-s", "tests/importing/test_kills.py"]
    environment = {**os.environ, "ARCHIVE_TEST_KILLS": str(kills)}
    return subprocess.run(command, env=environment, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
