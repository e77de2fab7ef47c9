"""The mapping as two CSV files, for the owner's own systems."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from viewer.provenance.durable import write_private
from viewer.provenance.vault.errors import VaultError
from viewer.provenance.vault.vault import Link, Vault

_HEADER = ("id_old", "id_new")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_crosswalks(vault: Vault, folder: Path) -> tuple[Path, Path]:
    """Write ``uid_crosswalk.csv`` and ``patid_crosswalk.csv``, readable by their owner only.

    They identify patients. Values a spreadsheet would run as a formula get a leading apostrophe.
    Raises VaultError when the folder cannot be written.
    """
    uids, patients = folder / "uid_crosswalk.csv", folder / "patid_crosswalk.csv"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_private(uids, _table(vault.uids()))
        write_private(patients, _table(vault.patients()))
    except OSError as error:
        raise VaultError(
            f"The crosswalk cannot be written: {error.strerror}.", "Choose another folder."
        ) from None
    return uids, patients


def _table(links: Iterable[Link]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_HEADER)
    writer.writerows((_harmless(each.old.reveal()), _harmless(each.new)) for each in links)
    return text.getvalue().encode()


def _harmless(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value
