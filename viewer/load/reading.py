"""Files and archive members to entries; what fails is listed and nothing else is lost."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from viewer.dicom import Header, InMemory, NotDicomError, OpenFile, RandomAccess, read_header
from viewer.errors import CancelledError, UnreadableError
from viewer.load.archive import is_zip, open_archive, read_member
from viewer.load.candidates import Candidates
from viewer.load.dicomdir import is_dicomdir
from viewer.load.instance import Entry, entry_of, is_directory, names_directory
from viewer.model import Progress, Source, Unreadable

_DICOM_ENDINGS = frozenset((".dcm", ".dicom", ".ima", ".dic"))
_STEP = 25


@dataclass(slots=True)
class Reading:
    """Entries read so far and everything that was left out."""

    entries: list[Entry] = field(default_factory=list)
    skipped: list[Unreadable] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)


def read_all(candidates: Candidates, progress: Progress) -> Reading:
    """Headers of all candidates, in order; raises CancelledError when ``progress`` does."""
    reading = Reading([], list(candidates.skipped), list(candidates.unreadable))
    total = len(candidates.files)
    for done, path in enumerate(candidates.files):
        if done % _STEP == 0:
            progress(done, total, "Reading headers")
        _read_path(path, reading, progress, done, total)
    progress(total, total, "Reading headers")
    return reading


def _read_path(path: Path, reading: Reading, progress: Progress, done: int, total: int) -> None:
    source = Source(path)
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        reading.unreadable.append(Unreadable(source, "The file may not be read."))
        return
    try:
        stream = OpenFile(descriptor)
        if is_zip(stream.read(0, 132)):
            _read_archive(path, reading, lambda: progress(done, total, "Reading an archive"))
        else:
            _guarded(source, reading, lambda: _read_one(source, stream, reading))
    except OSError:
        reading.unreadable.append(Unreadable(source, "The file could not be read."))
    finally:
        os.close(descriptor)


def _read_archive(path: Path, reading: Reading, tick: Callable[[], None]) -> None:
    try:
        archive, infos = open_archive(path)
    except UnreadableError as error:
        reading.unreadable.append(Unreadable(Source(path), str(error)))
        return
    with archive:
        for count, info in enumerate(infos):
            if count % _STEP == 0:
                tick()
            source = Source(path, info.filename)
            _guarded(source, reading, partial(_read_inside, archive, info, source, reading))


def _read_inside(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: Source, reading: Reading
) -> None:
    content = read_member(archive, info)
    if is_zip(content[:132]):
        raise UnreadableError("An archive inside an archive is not opened.", "Unpack it first.")
    _read_one(source, InMemory(content), reading)


def _read_one(source: Source, stream: RandomAccess, reading: Reading) -> None:
    try:
        header: Header = read_header(stream)
    except UnreadableError:
        if not names_directory(stream.read(0, 1024)):
            raise
        reading.skipped.append(Unreadable(source, "The damaged index of a medium, no instance."))
        return
    if is_directory(header):
        reading.skipped.append(Unreadable(source, "The index of a medium, not an instance."))
    else:
        reading.entries.append(entry_of(source, header, stream.size))


def _guarded(source: Source, reading: Reading, read: Callable[[], None]) -> None:
    """Run one read; a hostile file must not end the load, whatever it provokes."""
    name = Path(source.member) if source.member else source.path
    try:
        read()
    except CancelledError:
        raise
    except NotDicomError as error:
        known = name.suffix.lower() in _DICOM_ENDINGS and not is_dicomdir(name)
        listed = reading.unreadable if known else reading.skipped
        listed.append(Unreadable(source, str(error)))
    except UnreadableError as error:
        listed = reading.skipped if is_dicomdir(name) else reading.unreadable
        listed.append(Unreadable(source, str(error)))
    except MemoryError:
        reason = "The file asks for more memory than there is."
        reading.unreadable.append(Unreadable(source, reason))
    except Exception as error:  # noqa: BLE001 - listed instead of raised, see above
        reason = f"The file is damaged ({type(error).__name__})."
        reading.unreadable.append(Unreadable(source, reason))
