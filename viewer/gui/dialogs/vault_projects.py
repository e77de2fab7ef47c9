"""Copies patients into another vault, takes a vault over, and writes the mapping as tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from viewer.gui.dialogs.choosing import ask_file, ask_folder, ask_new_file
from viewer.gui.dialogs.place_dialog import PlaceDialog
from viewer.gui.item_models.wording import count
from viewer.gui.language import tr
from viewer.provenance import (
    AuditLog,
    Moved,
    Vault,
    merge_vault,
    split_vault,
    write_crosswalks,
)

_SPLIT = tr(
    "Copies patients, with all that leads back to them, into a new vault for another project. "
    "This vault keeps them until they are deleted here. The keys of this workstation open both."
)
_MERGE = tr(
    "Takes over everything another vault of this workstation holds. The other is only read. A "
    "patient both know keeps the pseudonym of this one; the other one still leads back."
)
_CROSSWALK = tr(
    "Writes two tables that say who is who, uid_crosswalk.csv and patid_crosswalk.csv. They are "
    "not encrypted: keep them where only you can read, and never with an export."
)


_KIND = tr("Vaults (*.db)")


def _ask_new(parent: QWidget, title: str, chosen: Callable[[Path], object]) -> None:
    ask_new_file(parent, title, "vault.db", _KIND, chosen)


def _ask_vault(parent: QWidget, title: str, chosen: Callable[[Path], object]) -> None:
    ask_file(parent, title, _KIND, chosen)


class SplitDialog(PlaceDialog):
    """Asks for pseudonyms and for the file of the new vault."""

    def __init__(self, parent: QWidget | None = None) -> None:
        fields = {"file": tr("New vault"), "pseudonyms": tr("Pseudonyms")}
        choose = tr("Choose the file…"), _ask_new
        super().__init__(
            tr("Copy patients to a new vault"), _SPLIT, fields, tr("Copy"), choose, parent
        )
        self.fields["pseudonyms"].setPlaceholderText("SV-… SV-…")

    def work(self) -> Callable[[], object]:
        """Copy, and say how much."""
        path, names = self.place(), self.fields["pseudonyms"].text().replace(",", " ").split()
        return lambda: _split(path, names)


class MergeDialog(PlaceDialog):
    """Asks for the other vault."""

    def __init__(self, parent: QWidget | None = None) -> None:
        choose = tr("Choose the vault…"), _ask_vault
        fields = {"file": tr("Other vault")}
        super().__init__(tr("Take over a vault"), _MERGE, fields, tr("Take over"), choose, parent)

    def work(self) -> Callable[[], object]:
        """Take over, and say how much."""
        path = self.place()
        return lambda: _merge(path)


class CrosswalkDialog(PlaceDialog):
    """Asks for the folder of the tables."""

    def __init__(self, parent: QWidget | None = None) -> None:
        choose = tr("Choose the folder…"), ask_folder
        fields = {"folder": tr("Folder")}
        super().__init__(
            tr("Write the mapping as tables"), _CROSSWALK, fields, tr("Write"), choose, parent
        )

    def work(self) -> Callable[[], object]:
        """Write, and say where."""
        folder = self.place()
        return lambda: _crosswalk(folder)


def _split(path: Path, pseudonyms: list[str]) -> str:
    with Vault.open() as vault:
        done = split_vault(vault, pseudonyms, path)
    AuditLog().append("vault split", patients=done.patients)
    return tr("Copied to {0}: {1}.").format(path.name, _counted(done))


def _merge(path: Path) -> str:
    with Vault.open() as vault, Vault.open(path) as other:
        done = merge_vault(vault, other)
    AuditLog().append("vault merged", patients=done.patients, twice=done.twice)
    return tr("Taken over: {0}. Known to both: {1}.").format(_counted(done), done.twice)


def _crosswalk(folder: Path) -> str:
    with Vault.open() as vault:
        AuditLog().append("vault crosswalk written", patients=vault.info().patients)
        written = write_crosswalks(vault, folder)
    return tr("Written: {0}. They identify patients.").format(
        ", ".join(each.name for each in written)
    )


def _counted(done: Moved) -> str:
    counts = (done.patients, "patient"), (done.uids, "UID"), (done.values, "value")
    return ", ".join(count(number, what) for number, what in counts)
