"""Copies patients into another vault, takes a vault over, and writes the mapping as tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from viewer.gui.dialogs.choosing import ask_file, ask_folder, ask_new_file
from viewer.gui.dialogs.place_dialog import PlaceDialog
from viewer.gui.item_models.wording import count
from viewer.provenance import (
    AuditLog,
    Moved,
    Vault,
    merge_vault,
    split_vault,
    write_crosswalks,
)

_SPLIT = (
    "Copies patients, with all that leads back to them, into a new vault for another project. "
    "This vault keeps them until they are deleted here. The keys of this workstation open both."
)
_MERGE = (
    "Takes over everything another vault of this workstation holds. The other is only read. A "
    "patient both know keeps the pseudonym of this one; the other one still leads back."
)
_CROSSWALK = (
    "Writes two tables that say who is who, uid_crosswalk.csv and patid_crosswalk.csv. They are "
    "not encrypted: keep them where only you can read, and never with an export."
)


_KIND = "Vaults (*.db)"


def _ask_new(parent: QWidget, title: str, chosen: Callable[[Path], object]) -> None:
    ask_new_file(parent, title, "vault.db", _KIND, chosen)


def _ask_vault(parent: QWidget, title: str, chosen: Callable[[Path], object]) -> None:
    ask_file(parent, title, _KIND, chosen)


class SplitDialog(PlaceDialog):
    """Asks for pseudonyms and for the file of the new vault."""

    def __init__(self, parent: QWidget | None = None) -> None:
        fields = {"file": "New vault", "pseudonyms": "Pseudonyms"}
        choose = "Choose the file…", _ask_new
        super().__init__("Copy patients to a new vault", _SPLIT, fields, "Copy", choose, parent)
        self.fields["pseudonyms"].setPlaceholderText("SV-… SV-…")

    def work(self) -> Callable[[], object]:
        """Copy, and say how much."""
        path, names = self.place(), self.fields["pseudonyms"].text().replace(",", " ").split()
        return lambda: _split(path, names)


class MergeDialog(PlaceDialog):
    """Asks for the other vault."""

    def __init__(self, parent: QWidget | None = None) -> None:
        choose = "Choose the vault…", _ask_vault
        fields = {"file": "Other vault"}
        super().__init__("Take over a vault", _MERGE, fields, "Take over", choose, parent)

    def work(self) -> Callable[[], object]:
        """Take over, and say how much."""
        path = self.place()
        return lambda: _merge(path)


class CrosswalkDialog(PlaceDialog):
    """Asks for the folder of the tables."""

    def __init__(self, parent: QWidget | None = None) -> None:
        choose = "Choose the folder…", ask_folder
        fields = {"folder": "Folder"}
        super().__init__("Write the mapping as tables", _CROSSWALK, fields, "Write", choose, parent)

    def work(self) -> Callable[[], object]:
        """Write, and say where."""
        folder = self.place()
        return lambda: _crosswalk(folder)


def _split(path: Path, pseudonyms: list[str]) -> str:
    with Vault.open() as vault:
        done = split_vault(vault, pseudonyms, path)
    AuditLog().append("vault split", patients=done.patients)
    return f"Copied to {path.name}: {_counted(done)}."


def _merge(path: Path) -> str:
    with Vault.open() as vault, Vault.open(path) as other:
        done = merge_vault(vault, other)
    AuditLog().append("vault merged", patients=done.patients, twice=done.twice)
    return f"Taken over: {_counted(done)}. Known to both: {done.twice}."


def _crosswalk(folder: Path) -> str:
    with Vault.open() as vault:
        AuditLog().append("vault crosswalk written", patients=vault.info().patients)
        written = write_crosswalks(vault, folder)
    return f"Written: {' and '.join(each.name for each in written)}. They identify patients."


def _counted(done: Moved) -> str:
    counts = (done.patients, "patient"), (done.uids, "UID"), (done.values, "value")
    return ", ".join(count(number, what) for number, what in counts)
