"""What a newcomer sees: a place to drop scans, and three ways to begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import theme
from viewer.gui.language import tr
from viewer.gui.panels.centred import centred
from viewer.gui.panels.plain_label import PlainLabel, narrow_label
from viewer.gui.panels.recent_list import RecentList
from viewer.review import Recent

_MOST, _ROWS_HEIGHT = 4, 128
_STEPS = (
    tr("Drop scans: Scanveil looks at headers, pixels and faces."),
    tr("Decide about each finding: accept what is proposed, change it, or keep it with a reason."),
    tr("Export: a cleaned, signed copy is written and checked. Your files are never touched."),
)


class EmptyPanel(QWidget):
    """Asks for a folder, files or the demo study."""

    folder_clicked = Signal()
    files_clicked = Signal()
    demo_clicked = Signal()
    recent_chosen = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(640)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(40, 32, 40, 32)
        inner.setSpacing(12)
        picture = self._picture = narrow_label()
        self.refresh_icons()
        picture.setMinimumHeight(56)
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = PlainLabel(tr("Drop a folder, zip or DICOMDIR here"), role="title")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner.addWidget(picture)
        inner.addWidget(title)
        inner.addLayout(self._buttons())
        inner.addSpacing(8)
        inner.addLayout(_steps())
        self.lately, self.recents = PlainLabel(tr("Opened lately"), role="heading"), RecentList()
        self.recents.setMaximumHeight(_ROWS_HEIGHT)
        self.recents.chosen.connect(self.recent_chosen)
        inner.addWidget(self.lately)
        inner.addWidget(self.recents)
        self.show_recents(())
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(centred(card))
        column.addStretch(3)

    def show_recents(self, recents: Sequence[Recent]) -> None:
        """What was opened lately; nothing of it where there is nothing."""
        self.recents.show_recents(recents[:_MOST])
        for widget in (self.lately, self.recents):
            widget.setVisible(bool(recents))

    def refresh_icons(self) -> None:
        """The shield in the colours of the theme."""
        self._picture.setPixmap(theme.pixmap("shield", 48, "accent", self.devicePixelRatioF()))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        texts = (
            (tr("Open folder…"), self.folder_clicked, True),
            (tr("Open files…"), self.files_clicked, False),
            (tr("Try the demo study"), self.demo_clicked, False),
        )
        for text, signal, primary in texts:
            button = QPushButton(text)
            button.setProperty("primary", "true" if primary else "false")
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        return row


def _steps() -> QGridLayout:
    """Numbers in a column of their own, so that long texts wrap beside them."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(10)
    grid.setColumnStretch(1, 1)
    for row, text in enumerate(_STEPS):
        number = narrow_label(str(row + 1))
        number.setProperty("role", "muted")
        grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(PlainLabel(text, role="muted"), row, 1)
    return grid
