"""Builds the window in German and tells every text in it; run in a process of its own."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTabWidget,
    QWidget,
)

from tests.review.many import many
from viewer.export import Refusal
from viewer.gui.desk import Desk
from viewer.gui.dialogs.asking import ActionDialog, ReasonDialog
from viewer.gui.dialogs.export_dialog import ExportDialog
from viewer.gui.dialogs.handover_dialog import HandoverDialog
from viewer.gui.dialogs.history import HistoryDialog
from viewer.gui.dialogs.import_key_dialog import ImportKeyDialog
from viewer.gui.dialogs.keys_dialogs import ChoosePassphraseDialog, LoginDialog, UnlockDialog
from viewer.gui.dialogs.range_dialog import RangeDialog
from viewer.gui.dialogs.recent_dialog import RecentDialog
from viewer.gui.dialogs.site_rules_dialog import SiteRulesDialog
from viewer.gui.dialogs.telling import about, shortcuts
from viewer.gui.dialogs.users_dialog import UsersDialog
from viewer.gui.dialogs.vault_dialog import VaultDialog
from viewer.gui.dialogs.vault_projects import CrosswalkDialog, MergeDialog, SplitDialog
from viewer.gui.dialogs.verify_window import VerifyWindow
from viewer.gui.evidence_view.rates_dialog import RatesDialog
from viewer.gui.profile_editor import ProfileEditor
from viewer.gui.summary import SummaryDialog, facts_of


def main() -> None:
    """Print the texts of window and dialogs as JSON."""
    app = QApplication([])
    desk = Desk(None, "research")
    desk.window.show()
    loaded, scan = many()
    desk.controller.open(loaded, "research", "reviewer")
    desk.controller.attach(scan, is_complete=True)
    desk.view.choose_finding("t0")
    app.processEvents()
    texts = set(_texts(desk.window))
    for dialog in dialogs(desk):
        texts |= set(_texts(dialog))
        dialog.close()
    desk.window.close()
    json.dump(sorted(texts), sys.stdout)


def dialogs(desk: Desk) -> Iterator[QDialog]:
    """One of each."""
    window, session = desk.window, desk.controller.session
    assert session is not None
    yield ExportDialog([Refusal("finding:t0", "x", "t0")], window)
    yield ReasonDialog("x", window)
    yield ActionDialog(session.findings[0], window)
    yield RangeDialog(0, 5, window)
    yield HistoryDialog(desk.controller, window)
    yield RecentDialog(desk.studies, window)
    yield SiteRulesDialog(window)
    yield SummaryDialog(facts_of(session, desk.studies.progress), 0, "x", window)
    yield shortcuts(desk.commands.shortcut_rows, window)
    yield about(window)
    yield VerifyWindow(desk.jobs, window)
    yield ProfileEditor("research", window)
    yield RatesDialog(window)
    for kind in (HandoverDialog, ImportKeyDialog, UnlockDialog, LoginDialog, UsersDialog):
        yield kind(window)
    for other in (ChoosePassphraseDialog, SplitDialog, CrosswalkDialog, MergeDialog, VaultDialog):
        yield other(window)


def _texts(top: QWidget) -> Iterator[str]:
    yield top.windowTitle()
    for each in top.findChildren(QAction):
        yield from (each.text(), each.toolTip())
    for widget in [top, *top.findChildren(QWidget)]:
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        yield from _own(widget)


def _own(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    if isinstance(widget, QTabWidget):
        yield from (widget.tabText(number) for number in range(widget.count()))
    if isinstance(widget, QTableWidget):
        heads = (widget.horizontalHeaderItem(n) for n in range(widget.columnCount()))
        yield from (each.text() for each in heads if each is not None)


if __name__ == "__main__":
    main()
