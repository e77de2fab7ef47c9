"""What lies under the given paths: files to look at, and what is left out with a reason."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from viewer.model import Source, Unreadable


@dataclass(slots=True)
class Candidates:
    """Regular files in a stable order, and everything else with the reason."""

    files: list[Path] = field(default_factory=list)
    skipped: list[Unreadable] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)


def find_candidates(paths: Iterable[Path]) -> Candidates:
    """Walk files and folders; links are never followed, each file is listed once."""
    found = Candidates()
    seen: set[Path] = set()
    for given in paths:
        path = given.absolute()
        if path.is_dir():
            _walk(path, found, seen)
        elif path.exists():
            _take(path, found, seen)
        else:
            found.unreadable.append(Unreadable(Source(path), "There is no such file or folder."))
    return found


def _walk(root: Path, found: Candidates, seen: set[Path]) -> None:
    def failed(error: OSError) -> None:
        where = Path(error.filename or root)
        found.unreadable.append(Unreadable(Source(where), "The folder may not be read."))

    for folder, folders, names in os.walk(root, onerror=failed, followlinks=False):
        folders.sort()
        here = Path(folder)
        for name in folders:
            if (here / name).is_symlink():
                _skip_link(here / name, root, found)
        for name in sorted(names):
            if (here / name).is_symlink():
                _skip_link(here / name, root, found)
            else:
                _take(here / name, found, seen)


def _skip_link(path: Path, root: Path, found: Candidates) -> None:
    """A link's target inside the root is met by the walk itself; outside is none of ours."""
    try:
        inside = path.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        inside = False
    reason = "A link to another file of the folder." if inside else "A link that leads elsewhere."
    found.skipped.append(Unreadable(Source(path), reason))


def _take(path: Path, found: Candidates, seen: set[Path]) -> None:
    try:
        mode = path.stat().st_mode
    except OSError:
        found.unreadable.append(Unreadable(Source(path), "The file may not be read."))
        return
    if not stat.S_ISREG(mode):
        reason = "Not a file but a device, pipe or socket."
        found.skipped.append(Unreadable(Source(path), reason))
    elif (real := path.resolve()) not in seen:
        seen.add(real)
        found.files.append(path)
