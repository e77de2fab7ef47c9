"""A keyring for tests: keeps its secrets in a folder apart from the program's.

Named by PYTHON_KEYRING_BACKEND, so that processes started by a test use it too; without
SCANVEIL_TEST_KEYRING it behaves like a keyring that does not answer.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import InitError, PasswordDeleteError

NAME = "tests.fake_keyring.FakeKeyring"
PLACE = "SCANVEIL_TEST_KEYRING"


class FakeKeyring(KeyringBackend):
    """Stands for the keyring of an operating system."""

    priority = 1  # type: ignore[assignment]

    def get_password(self, service: str, username: str) -> str | None:
        place = self._place(service, username)
        return place.read_text() if place.exists() else None

    def set_password(self, service: str, username: str, password: str) -> None:
        place = self._place(service, username)
        partial = place.with_suffix(f".{os.getpid()}")
        partial.write_text(password)
        partial.replace(place)

    def delete_password(self, service: str, username: str) -> None:
        try:
            self._place(service, username).unlink()
        except FileNotFoundError:
            raise PasswordDeleteError("not there") from None

    @staticmethod
    def _place(service: str, username: str) -> Path:
        if PLACE not in os.environ:
            raise InitError("no keyring here")
        folder = Path(os.environ[PLACE])
        folder.mkdir(exist_ok=True)
        return folder / hashlib.sha256(f"{service}/{username}".encode()).hexdigest()
