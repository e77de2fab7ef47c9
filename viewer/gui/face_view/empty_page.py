"""What stands in the place of a head that was not computed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from viewer.gui import theme
from viewer.gui.language import tr
from viewer.gui.panels.centred import centred
from viewer.gui.panels.plain_label import narrow_label

_NOTHING = tr("No face surface was computed for this series.")
_WIDTH = 360


class EmptyPage(QWidget):
    """A sentence, the button to compute, and how far that is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture, self.text = narrow_label(), narrow_label()
        self.bar, self.compute = QProgressBar(), QPushButton(tr("Compute"))
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setFixedWidth(_WIDTH)
        self.bar.setFixedWidth(_WIDTH // 2)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How far the surface is"))
        column = QVBoxLayout(self)
        column.setSpacing(theme.SPACING * 2)
        column.addStretch(1)
        for widget in (self.picture, self.text, self.bar, self.compute):
            column.addLayout(centred(widget))
        column.addStretch(1)
        self.refresh_icons()

    def tell(self, text: str, *, can_compute: bool) -> None:
        """Show a sentence."""
        self.text.setText(text or _NOTHING)
        self.text.setMinimumHeight(self.text.heightForWidth(_WIDTH))  # Qt would cut its lines
        self.compute.setVisible(can_compute)
        self.bar.hide()

    def set_progress(self, done: int, total: int, text: str) -> None:
        """Show how far the computing is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setToolTip(text)
        self.bar.show()

    def refresh_icons(self) -> None:
        """Icons in the colours of the theme."""
        ratio = self.devicePixelRatioF()
        self.picture.setPixmap(theme.pixmap("face", 48, "text-muted", ratio))
        self.compute.setIcon(theme.icon("surface"))
