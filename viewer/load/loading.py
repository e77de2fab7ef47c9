"""Paths to Loaded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from viewer.errors import UnreadableError
from viewer.load.candidates import Candidates, find_candidates
from viewer.load.dicomdir import is_dicomdir, referenced_files
from viewer.load.grouping import group_patients
from viewer.load.reading import read_all
from viewer.load.warnings import (
    drop_copies,
    folder_warnings,
    order_warnings,
    pixel_warnings,
)
from viewer.model import Loaded, Progress, Source, Unreadable, silent
from viewer.paths import local_key


def load(paths: Sequence[Path], progress: Progress = silent) -> Loaded:
    """Everything DICOM under files, folders, DICOMDIR media and zip archives.

    Only headers are read. What cannot be read is listed with a reason and never raised; only
    CancelledError from ``progress`` passes through.
    """
    progress(0, 0, "Looking for files")
    candidates = find_candidates(paths)
    _follow_dicomdirs(paths, candidates)
    reading = read_all(candidates, progress)
    progress(0, 0, "Sorting")
    entries, copies, warnings = drop_copies(reading.entries)
    patients = group_patients(entries, local_key())
    return Loaded(
        patients,
        tuple(reading.unreadable),
        (*reading.skipped, *copies),
        (*warnings, *pixel_warnings(entries), *order_warnings(entries), *folder_warnings(patients)),
    )


def _follow_dicomdirs(paths: Sequence[Path], candidates: Candidates) -> None:
    """A DICOMDIR given by itself stands for its medium; one inside a given folder does not."""
    for path in paths:
        if path.is_file() and is_dicomdir(path):
            try:
                referenced_files(path.absolute(), candidates)
            except UnreadableError as error:
                candidates.unreadable.append(Unreadable(Source(path.absolute()), str(error)))
