"""Files that are there completely or not at all, even after a power cut."""

from __future__ import annotations

import os
import secrets
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_AT_A_TIME = 8


def write_private(path: Path, content: bytes, *, replace: bool = True) -> bool:
    """Write a file only its owner can read (0600), synced to disk; all of it or nothing.

    With ``replace=False`` an existing file wins and False is returned. Raises OSError.
    """
    partial = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        _write_new(partial, content)
        if not replace:
            return _link_unless_there(partial, path)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    sync_folder(path.parent)
    return True


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut, where the system can do that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_tree(root: Path) -> None:
    """Sync every file and folder below and including a folder.

    Several at a time: a disk settles waiting requests together.
    """
    found = list(os.walk(root))
    with ThreadPoolExecutor(_AT_A_TIME) as threads:
        files = (Path(folder, name) for folder, _, names in found for name in names)
        for _ in threads.map(_sync_file, files):
            pass
    for folder, _, _ in found:
        sync_folder(Path(folder))


def _sync_file(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _write_new(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _link_unless_there(partial: Path, path: Path) -> bool:
    try:
        os.link(partial, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links, such as exFAT
        if path.exists():
            return False
        partial.replace(path)
    sync_folder(path.parent)
    return True
