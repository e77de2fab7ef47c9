"""The secret that keeps finding ids from telling what they were made of."""

from __future__ import annotations

import os
import secrets
from functools import cache
from pathlib import Path

from viewer.paths import user_data

_LENGTH = 32


def finding_key() -> bytes:
    """The key of this installation, 32 bytes, made at first use in the private folder."""
    return _key(user_data() / "finding.key")


@cache
def _key(path: Path) -> bytes:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        if len(found := path.read_bytes()) == _LENGTH:
            return found
        path.unlink()
        return _key.__wrapped__(path)
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(_LENGTH))
    return path.read_bytes()
