"""One writer per study: a lock that the operating system releases when a process dies."""

from __future__ import annotations

import sqlite3
from pathlib import Path


class StudyLock:
    """Holds an exclusive SQLite lock on an empty file; works alike on every platform."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def acquire(self) -> bool:
        """Take the lock; False when another window holds it."""
        connection = sqlite3.connect(self._path, timeout=0, isolation_level=None)
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            connection.close()
            return False
        self._connection = connection
        return True

    def release(self) -> None:
        """Give the lock back; does nothing when it is not held."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
