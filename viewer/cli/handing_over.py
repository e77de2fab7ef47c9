"""The encrypted archive of an export: written by ``clean``, opened by ``verify``."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from viewer.cli.console import say
from viewer.cli.secrets_asked import handover_passphrase
from viewer.errors import UsageError
from viewer.provenance import AuditLog, encrypt_folder, handover_recipients, opened_archive

_PASSPHRASE = "passphrase"
_SUFFIX = ".age"


def prepared(asked: argparse.Namespace) -> Callable[[], None]:
    """What encrypts the export once it is published; asks and checks before anything is done."""
    target = asked.out.with_name(f"{asked.out.name}.zip.age")
    if not asked.encrypt_to:
        return lambda: None
    if target.exists():
        raise UsageError("The encrypted archive is there already.", "It was left as it is.")
    if _PASSPHRASE in asked.encrypt_to and len(asked.encrypt_to) > 1:
        raise UsageError("An age file has either keys or one passphrase.", "Choose one of them.")
    if asked.encrypt_to == [_PASSPHRASE]:
        return partial(_encrypt, asked.out, target, (), handover_passphrase(new=True))
    return partial(_encrypt, asked.out, target, handover_recipients(asked.encrypt_to), "")


def folder_of(asked: argparse.Namespace) -> AbstractContextManager[Path]:
    """The folder to verify: the one that was named, or what an encrypted archive holds."""
    path: Path = asked.folder
    if path.suffix != _SUFFIX or not path.is_file():
        return nullcontext(path)
    if asked.identity is None:
        return opened_archive(path, passphrase=handover_passphrase(new=False))
    try:
        return opened_archive(path, identity=asked.identity.read_text("utf-8", "replace"))
    except OSError as error:
        raise UsageError(f"The key cannot be read: {error.strerror}.", "Check it.") from None


def _encrypt(out: Path, target: Path, keys: Sequence[Any], passphrase: str) -> None:
    encrypt_folder(out, target, keys, passphrase)
    AuditLog().append("export encrypted")
    say(f"Encrypted and read back: {target.name}. The folder beside it is not encrypted.")
