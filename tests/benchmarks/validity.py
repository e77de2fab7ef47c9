"""Errors that dciodvfy and dcentvfy find after cleaning and not before, over all shared data."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from tests.benchmarks.places import Places
from tests.profile.validators import Pair, cleaned_pairs, new_entity_errors, new_errors
from viewer.load import load
from viewer.profile import Profile, list_profiles


def measure(places: Places) -> Iterator[str]:
    """Every readable file by every shipped profile; each folder of the data is one export."""
    folders = [each for each in sorted((places.shared / "data").glob("*")) if each.is_dir()]
    if not (folders and shutil.which("dciodvfy") and shutil.which("dcentvfy")):
        yield "left out: it needs the shared data and the validators of dicom3tools"
        return
    for profile in list_profiles():
        started, files, told = process_time(), 0, list[str]()
        for folder in folders:
            pairs = _pairs(folder, profile, places.scratch / profile.name / folder.name)
            files += len(pairs)
            told += _told(folder, pairs)
        seconds = process_time() - started
        yield f"{profile.name}: {files} files, {len(told)} new errors, cpu {seconds:.0f} s"
        yield from told


def _pairs(folder: Path, profile: Profile, out: Path) -> list[Pair]:
    out.mkdir(parents=True)
    loaded = load([folder])
    return list(cleaned_pairs(loaded, profile, out)) if loaded.patients else []


def _told(folder: Path, pairs: list[Pair]) -> Iterator[str]:
    for pair in pairs:
        yield from (f"{folder.name}/{pair.source.name}: {each}" for each in new_errors(pair))
    yield from (f"{folder.name}, as one set: {each}" for each in new_entity_errors(pairs))
