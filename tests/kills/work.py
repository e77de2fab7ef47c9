"""What is killed: a process that exports, or writes into vault and audit log, over and over.

It ends by itself when whoever was to kill it is gone.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.export.builders import exported
from viewer import load
from viewer.model import Masked
from viewer.provenance import AuditLog, Vault
from viewer.review.audited import log_opened


def export_for_ever(folder: Path, source: Path) -> None:
    """Export the same study into new folders."""
    number = len(list(folder.iterdir()))
    while _is_watched():
        number += 1
        exported(source, folder / f"out{number}", vault=folder.parent / "v" / "vault.db")


def write_vault_for_ever(folder: Path, source: Path) -> None:
    """Add a patient, its UIDs and an export, again and again."""
    with Vault.open(folder.parent / "v" / "vault.db", create=True) as vault:
        number = vault.info().patients
        while _is_watched():
            number += 1
            mapping = vault.patient(Masked(f"P{number}"))
            vault.remember_uids([(f"1.2.{number}", f"2.25.{number}")], mapping.patient_id)
            vault.begin_export(f"SVX-{number}")
            vault.finish_export(f"SVX-{number}", "0" * 64)


def write_log_for_ever(folder: Path, source: Path) -> None:
    """Add lines."""
    log = AuditLog()
    while _is_watched():
        log.append("series viewed", series="k" * 24)


def load_for_ever(folder: Path, source: Path) -> None:
    """Open the same study and log it."""
    while _is_watched():
        log_opened(AuditLog(), load.load([source]))


def _is_watched() -> bool:
    return os.getppid() == _WATCHER


_WATCHER = os.getppid()
JOBS = {
    "export": export_for_ever,
    "load": load_for_ever,
    "vault": write_vault_for_ever,
    "audit": write_log_for_ever,
}

if __name__ == "__main__":
    job, folder, source, ready = sys.argv[1:]
    Path(ready).touch()
    JOBS[job](Path(folder), Path(source))
