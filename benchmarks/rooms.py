"""How the code is divided: the rooms of the app, their files and lines, and the imports between and within them.

`script/benchmark rooms [--folder minutes]` reads the syntax trees only. An arrow is a pair of files of which one
imports the other; a room is a folder directly below the one that is named, or a file beside these.
"""

from __future__ import annotations

import argparse
import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

Arrow = tuple[str, str]


class Room(NamedTuple):
    """A room's files and lines, the most files that stand in one of its folders, and the arrows between its files."""

    files: int
    lines: int
    most_in_a_folder: int
    arrows_within: int


def main() -> None:
    """Print a line for each room, and the arrows between two rooms with how many pairs of files each has."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--root", type=Path, default=Path(), help="the project's folder")
    parser.add_argument("--folder", default="minutes", help="the folder whose rooms are meant")
    arguments = parser.parse_args()
    sources = read_sources(arguments.root)
    place = ".".join(Path(arguments.folder).parts)
    arrows = [arrow for arrow in find_arrows(sources) if all(is_below(module, place) for module in arrow)]
    print(f"{'room':<16}{'files':>7}{'lines':>8}{'in one folder':>16}{'arrows within':>16}")
    for name, room in rooms_below(place, sources, arrows).items():
        print(f"{name:<16}{room.files:>7}{room.lines:>8}{room.most_in_a_folder:>16}{room.arrows_within:>16}")
    between = Counter((room_of(one, place), room_of(other, place)) for one, other in arrows)
    between = Counter({pair: count for pair, count in between.items() if pair[0] != pair[1]})
    print(f"\n{len(between)} arrows between rooms, of {between.total()} pairs of files:")
    for (one, other), count in sorted(between.items()):
        print(f"  {one} -> {other}: {count}")


def read_sources(root: Path) -> dict[str, Path]:
    """The modules of the app by their dotted names; migrations and the faces of packages are left out."""
    return {
        ".".join(path.relative_to(root).with_suffix("").parts): path
        for path in sorted((root / "minutes").rglob("*.py"))
        if "migrations" not in path.parts and path.name != "__init__.py"
    }


def find_arrows(sources: Mapping[str, Path]) -> set[Arrow]:
    """The pairs of modules of which the first imports the second, wherever in it."""
    return {
        (module, target)
        for module, path in sources.items()
        for name in _imported(module, path)
        for target in [_module_of(name, sources)]
        if target and target != module
    }


def rooms_below(place: str, sources: Mapping[str, Path], arrows: list[Arrow]) -> dict[str, Room]:
    """The rooms of a folder by name."""
    files: dict[str, list[Path]] = {}
    for module, path in sources.items():
        if is_below(module, place):
            files.setdefault(room_of(module, place), []).append(path)
    within = Counter(
        room_of(one, place) for one, other in arrows if room_of(one, place) == room_of(other, place)
    )
    return {
        name: Room(
            len(paths),
            sum(len(path.read_text(encoding="utf-8").splitlines()) for path in paths),
            max(Counter(path.parent for path in paths).values()),
            within[name],
        )
        for name, paths in files.items()
    }


def is_below(module: str, place: str) -> bool:
    """Whether a module stands in a folder, however deep."""
    return module.startswith(f"{place}.")


def room_of(module: str, place: str) -> str:
    """The room of a module below a folder: "minutes.search.query.names" stands in "search" of "minutes"."""
    return module.removeprefix(f"{place}.").split(".")[0]


def _imported(module: str, path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = module.split(".")[: -node.level] if node.level else []
            base = ".".join([*package, *filter(None, [node.module])])
            yield from (f"{base}.{alias.name}" for alias in node.names)
            yield base


def _module_of(name: str, sources: Mapping[str, Path]) -> str | None:
    return name if name in sources else None


if __name__ == "__main__":
    main()
