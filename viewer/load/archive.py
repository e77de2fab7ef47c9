"""Zip archives: refused as a whole when hostile, otherwise read member by member in memory."""

from __future__ import annotations

import re
import stat
import struct
import zipfile
from pathlib import Path

from viewer.dicom import member_bytes
from viewer.errors import UnreadableError

MAX_ENTRIES = 200_000
MAX_TOTAL_BYTES = 256 << 30
_DIRECTORY_ENTRY_BYTES = 46
_END_RECORD = struct.Struct("<4s4H2LH")
_DRIVE = re.compile(r"^[A-Za-z]:")


def is_zip(first: bytes) -> bool:
    """Whether the first bytes are those of a zip archive and not a DICOM preamble."""
    return first[:4] in (b"PK\x03\x04", b"PK\x05\x06") and first[128:132] != b"DICM"


def open_archive(path: Path) -> tuple[zipfile.ZipFile, list[zipfile.ZipInfo]]:
    """The archive and its files; raises UnreadableError when any entry is hostile."""
    _check_directory(path)
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise UnreadableError("The archive is damaged.", "Get an intact copy.") from None
    try:
        files = _checked(archive.infolist())
    except UnreadableError:
        archive.close()
        raise
    return archive, files


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Bytes of one member; raises UnreadableError."""
    if info.flag_bits & 1:
        raise UnreadableError("The archive member is encrypted.", "Unpack it with its password.")
    try:
        return member_bytes(archive, info)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise UnreadableError("The archive member is damaged.", "Get an intact copy.") from None
    except zipfile.zlib.error:  # type: ignore[attr-defined]
        raise UnreadableError("The archive member is damaged.", "Get an intact copy.") from None


def _checked(infos: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    if len(infos) > MAX_ENTRIES or sum(info.file_size for info in infos) > MAX_TOTAL_BYTES:
        raise UnreadableError("The archive is larger than this program accepts.")
    names = set()
    for info in infos:
        if _is_unsafe(info):
            raise UnreadableError(
                "The archive was refused: a name in it points outside of it or is a link.",
                "Do not trust it; ask where it comes from.",
            )
        if info.filename in names:
            raise UnreadableError("The archive was refused: it holds one name twice.")
        names.add(info.filename)
    return [info for info in infos if not info.is_dir()]


def _is_unsafe(info: zipfile.ZipInfo) -> bool:
    name = info.orig_filename
    mode = info.external_attr >> 16
    return (
        "\\" in name
        or "\0" in name
        or name.startswith("/")
        or _DRIVE.match(name) is not None
        or ".." in name.split("/")
        or (stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR))
    )


def _check_directory(path: Path) -> None:
    """Compare the announced directory with the budget before anything is built from it."""
    try:
        with path.open("rb") as stream:
            size = stream.seek(0, 2)
            stream.seek(max(0, size - 65_557))
            tail = stream.read()
    except OSError:
        raise UnreadableError("The archive may not be read.") from None
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + _END_RECORD.size > len(tail):
        raise UnreadableError("The archive is cut off.", "Get a complete copy.")
    directory_size = _END_RECORD.unpack_from(tail, at)[5]
    if directory_size == 0xFFFFFFFF:
        directory_size = 0
    if directory_size > MAX_ENTRIES * (_DIRECTORY_ENTRY_BYTES + 200):
        raise UnreadableError("The archive is larger than this program accepts.")
