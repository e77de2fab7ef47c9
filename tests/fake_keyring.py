"""A keyring for tests: keeps its secrets in a file outside of the program's folder.

Named by PYTHON_KEYRING_BACKEND, so that processes started by a test use it too; without
SCANVEIL_TEST_KEYRING it behaves like a keyring that does not answer.
"""

from __future__ import annotations

import json
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
        return self._read().get(f"{service}/{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        kept = self._read() | {f"{service}/{username}": password}
        self._place().write_text(json.dumps(kept))

    def delete_password(self, service: str, username: str) -> None:
        kept = self._read()
        if kept.pop(f"{service}/{username}", None) is None:
            raise PasswordDeleteError("not there")
        self._place().write_text(json.dumps(kept))

    def _read(self) -> dict[str, str]:
        place = self._place()
        found: dict[str, str] = json.loads(place.read_text()) if place.exists() else {}
        return found

    @staticmethod
    def _place() -> Path:
        if PLACE not in os.environ:
            raise InitError("no keyring here")
        return Path(os.environ[PLACE])
