"""The row below the image: play, slider, counter."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from viewer.gui import theme


class FrameBar(QWidget):
    """Says and sets which frame is on show; hidden parts for a single frame."""

    moved = Signal(int)
    play_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACING, 2, theme.SPACING, 2)
        row.setSpacing(theme.SPACING)
        self.play = QToolButton(self)
        self.play.setIconSize(QSize(18, 18))
        self.play.clicked.connect(lambda: self.play_clicked.emit())
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName("Frame")
        self.slider.valueChanged.connect(self.moved)
        self.counter = QLabel(self)
        self.counter.setTextFormat(Qt.TextFormat.PlainText)
        self.counter.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for widget, stretch in ((self.play, 0), (self.slider, 1), (self.counter, 0)):
            row.addWidget(widget, stretch)
        self.set_playing(False)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """How many frames there are."""
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(0, count - 1))
        self.slider.setPageStep(max(1, count // 10))
        self.slider.blockSignals(False)
        self.slider.setEnabled(count > 1)
        self.play.setEnabled(count > 1)
        widest = self.counter.fontMetrics().horizontalAdvance(f"{count} / {count}")
        self.counter.setMinimumWidth(widest + 4)
        self.set_index(0, count)

    def set_index(self, index: int, count: int) -> None:
        """Which one is on show."""
        self.slider.blockSignals(True)
        self.slider.setValue(index)
        self.slider.blockSignals(False)
        self.counter.setText(f"{index + 1} / {count}" if count else "")

    def set_playing(self, on: bool) -> None:
        """Whether the cine runs."""
        self.play.setIcon(theme.icon("pause" if on else "play"))
        self.play.setToolTip("Pause (Space)" if on else "Play (Space)")
        self.play.setAccessibleName("Pause" if on else "Play")
