"""The bytes of a source: a file or one member of a zip archive, within a budget."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

from viewer.dicom.failures import NotDicomError, too_large, truncated
from viewer.errors import UnreadableError
from viewer.model import Source

MAX_BYTES = 4 << 30
MAX_RATIO = 250
_FREE_BYTES = 16 << 20


def read_bytes(source: Source) -> bytes:
    """All bytes of a file or zip member; raises UnreadableError."""
    try:
        if source.member:
            return _read_member(source)
        return _read_file(source.path)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise UnreadableError(
            f"The file could not be read ({type(error).__name__}).",
            "Check that it is there, readable and complete.",
        ) from None


def member_bytes(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """One member inflated within its announced size and a ratio budget."""
    if info.file_size > MAX_BYTES:
        raise too_large("A file of the archive")
    if info.file_size > _FREE_BYTES and info.file_size > MAX_RATIO * max(1, info.compress_size):
        raise too_large("A file of the archive when unpacked")
    with archive.open(info) as stream:
        content = stream.read(info.file_size + 1)
    if len(content) > info.file_size:
        raise too_large("A file of the archive")
    if len(content) < info.file_size:
        raise truncated("an archive member")
    return content


def _read_member(source: Source) -> bytes:
    with zipfile.ZipFile(source.path) as archive:
        try:
            info = archive.getinfo(source.member)
        except KeyError:
            raise UnreadableError("The archive no longer holds this file.") from None
        return member_bytes(archive, info)


def _read_file(path: Path) -> bytes:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise NotDicomError("This is not a regular file.")
    if found.st_size > MAX_BYTES:
        raise too_large("The file")
    return path.read_bytes()
