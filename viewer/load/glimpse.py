"""The first image of what was given, to look at while the rest is being read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from viewer.load.archive import is_zip
from viewer.load.candidates import Candidates
from viewer.load.grouping import group_patients
from viewer.load.reading import read_all
from viewer.model import Loaded, Series, silent
from viewer.paths import local_key

_TRIES = 40


def first_image(paths: Sequence[Path]) -> Series | None:
    """A series of one instance, None when none of the first files is an image.

    What it says about patient and series may be incomplete: only one file was read.
    """
    for path in islice(_files(paths), _TRIES):
        entries = read_all(Candidates([path]), silent).entries
        if entries and entries[0].instance.has_pixels:
            return next(Loaded(group_patients(entries, local_key())).series())
    return None


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """Plain files in the order in which they will be read; archives take too long to open."""
    for given in paths:
        path = given.absolute()
        for folder, folders, names in os.walk(path, followlinks=False) if path.is_dir() else ():
            folders.sort()
            yield from (Path(folder, name) for name in sorted(names) if _is_plain(folder, name))
        if not path.is_dir() and _is_plain(path.parent, path.name):
            yield path


def _is_plain(folder: str | Path, name: str) -> bool:
    try:
        path = Path(folder, name)
        if path.is_symlink() or not stat.S_ISREG(path.stat().st_mode):
            return False
        with path.open("rb") as stream:
            return not is_zip(stream.read(132))
    except OSError:
        return False
