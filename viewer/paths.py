"""Where files of the program lie: shipped resources and the user's private folders."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
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


def site_folder(name: str) -> Path:
    """A private folder of files that this site adds to what ships."""
    folder = user_data() / name
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def file_stem(name: str, otherwise: str) -> str:
    """A name of letters and digits for a file; ``otherwise`` when nothing is left of it."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", name) or otherwise


def local_key() -> bytes:
    """32 random bytes of this installation (file 0600) that key every id derived from a value."""
    path = user_data() / "local.key"
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        key = _publish_key(path)
    if len(key) != 32:
        raise ValueError("the key file of this installation is damaged")
    return key


def _publish_key(path: Path) -> bytes:
    """Written aside and linked, so that two processes starting at once agree on one key."""
    partial = path.with_name(f"local.key.{os.getpid()}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
        stream.write(secrets.token_bytes(32))
        stream.flush()
        os.fsync(stream.fileno())
    with contextlib.suppress(FileExistsError):
        os.link(partial, path)
    partial.unlink()
    return path.read_bytes()
