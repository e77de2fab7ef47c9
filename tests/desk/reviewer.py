"""A reviewer who reads the screen and answers with keys, from opening to the verified export."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from tests.desk.keyboard import CTRL, Keyboard, StuckError, wait_until
from tests.desk.tour import tour
from viewer.gui.desk import Desk
from viewer.gui.dialogs.export_dialog import ExportDialog
from viewer.gui.stages import Exported

_K = Qt.Key
_SCAN_S, _EXPORT_S = 1_200.0, 1_200.0


@dataclass(frozen=True)
class Count:
    """What clearing one study took: keys, characters typed (folders and reasons), findings."""

    presses: int
    typed: int
    findings: int
    exported: Exported


class Reviewer:
    """Presses keys; looks at the desk only to know when to go on and what is asked."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.keyboard = desk, Keyboard()
        self._done: list[Exported] = []
        desk.exporting.done.connect(self._done.append)

    def clear(self, study: Path, out: Path, *, with_tour: bool = False) -> Count:
        """Open a folder, decide about everything in it, export, and leave the window as it was."""
        self.open(study)
        if with_tour:
            tour(self.desk)
        self.decide()
        self.export(out)
        found = len(self.desk.controller.findings)
        return Count(self.keyboard.presses, self.keyboard.typed, found, self._done[-1])

    def open(self, study: Path) -> None:
        """Ctrl+O, the folder, Enter; until everything has been looked at."""
        controller = self.desk.controller
        self.keyboard.press(_K.Key_O, CTRL)
        dialog(QFileDialog)
        self.keyboard.type(str(study))
        self.keyboard.press(_K.Key_Return)
        wait_until(lambda: controller.session is not None, "the study", 60)
        wait_until(lambda: controller.is_complete, "the scan", _SCAN_S)

    def decide(self) -> None:
        """Next undecided, then accept until nothing is left: each press decides something."""
        controller = self.desk.controller
        self.keyboard.press(_K.Key_N)
        while controller.session and (left := len(controller.session.undecided())):
            self.keyboard.press(_K.Key_A)
            if len(controller.session.undecided()) >= left:
                raise StuckError(f"A decided nothing; {left} findings are left")

    def export(self, out: Path) -> None:
        """Ctrl+E, the folder, Enter; reasons in the way that a person may overrule are."""
        self.keyboard.press(_K.Key_E, CTRL)
        asked = dialog(ExportDialog)
        assert isinstance(asked, ExportDialog)
        self.keyboard.type(str(out))
        self.keyboard.press(_K.Key_Return)
        wait_until(lambda: bool(self._done) or not asked.is_busy, "the export", _EXPORT_S)
        if not self._done:
            raise StuckError(f"{asked.title.text()}: {asked.state.text()}")
        self.keyboard.press(_K.Key_Escape)
        wait_until(lambda: self.desk.exporting.dialog is None, "the dialog to close", 5)


def dialog(kind: type[QDialog]) -> QDialog:
    """The dialog of a kind that has come up and takes keys."""

    def is_up() -> bool:
        return isinstance(QApplication.activeModalWidget(), kind)

    wait_until(is_up, kind.__name__, 10)
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    handle = found.windowHandle()
    wait_until(lambda: QApplication.focusWindow() is handle, "the keyboard in it", 10)
    return found
