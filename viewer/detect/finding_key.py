"""The secret that keeps finding ids from telling what they were made of."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from viewer.paths import local_key, user_data


def finding_key() -> bytes:
    """The key of this installation, 32 bytes, made at first use in the private folder."""
    return _key(user_data())


@cache
def _key(folder: Path) -> bytes:
    return local_key()
