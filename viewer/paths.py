"""Where files of the program lie: shipped resources and the user's private folders."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """Path of a shipped resource such as ``standard/attributes.json``.

    Raises FileNotFoundError when neither the installed nor the checkout's copy exists.
    """
    for root in (_PACKAGE / "_resources", _PACKAGE.parent / "resources"):
        if (found := root / name).exists():
            return found
    raise FileNotFoundError(f"resource {name} is missing from this installation")


def user_data() -> Path:
    """The private folder (0700) for keys, vaults, sessions and the audit log.

    The environment variable SCANVEIL_HOME moves it, for tests and for portable installations.
    """
    override = os.environ.get("SCANVEIL_HOME")
    folder = Path(override) if override else Path(platformdirs.user_data_dir("scanveil", False))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
