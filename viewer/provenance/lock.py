"""One writer at a time: a lock the operating system releases when a process dies."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

_WAIT_SECONDS = 30.0


@contextlib.contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold an exclusive SQLite lock on an empty file; works alike on every platform.

    Waits for another program at most half a minute, then raises OSError.
    """
    connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
    try:
        connection.execute("BEGIN EXCLUSIVE")
        yield
    except sqlite3.OperationalError:
        raise OSError(0, "its lock is held, or its folder cannot be written") from None
    finally:
        connection.close()
