"""The row below the image: play, slider, counter, window, matrix."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from viewer.gui import theme
from viewer.gui.language import tr


class FrameBar(QWidget):
    """Says and sets which frame is on show, and says how it is shown."""

    moved = Signal(int)
    play_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACING, 2, theme.SPACING * 2, 2)
        row.setSpacing(theme.SPACING)
        self.play = QToolButton(self)
        self.play.setIconSize(QSize(18, 18))
        self.play.clicked.connect(lambda: self.play_clicked.emit())
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName(tr("Frame"))
        self.slider.setMinimumWidth(80)
        self.slider.valueChanged.connect(self.moved)
        self.counter, self.window_words, self.matrix_words = (
            _label(""),
            _label("muted"),
            _label("muted"),
        )
        row.addWidget(self.play)
        row.addWidget(self.slider, 1)
        for label in (self.counter, self.window_words, self.matrix_words):
            row.addSpacing(theme.SPACING)
            row.addWidget(label)
        self.note = ""
        self.set_playing(False)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """How many frames there are; forgets the note."""
        self.note = ""
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(0, count - 1))
        self.slider.setPageStep(max(1, count // 10))
        self.slider.blockSignals(False)
        self.slider.setEnabled(count > 1)
        self.play.setEnabled(count > 1)
        widest = self.counter.fontMetrics().horizontalAdvance(
            tr("Image {0} of {1}").format(count, count)
        )
        self.counter.setMinimumWidth(widest if count else 0)
        self.set_index(0, "")
        if not count:
            self.set_words("", "")

    def set_index(self, index: int, counter: str) -> None:
        """Which one is on show, and the words for it."""
        self.slider.blockSignals(True)
        self.slider.setValue(index)
        self.slider.blockSignals(False)
        self.set_counter(counter)

    def set_counter(self, text: str) -> None:
        """The words for the frame on show; a note goes before them."""
        self.counter.setText(self.note or text)

    def set_words(self, window: str, matrix: str) -> None:
        """Window and matrix of the frame on show."""
        self.window_words.setText(window)
        self.matrix_words.setText(matrix)

    def set_playing(self, on: bool) -> None:
        """Whether the cine runs."""
        self.play.setIcon(theme.icon("pause" if on else "play"))
        self.play.setToolTip(tr("Pause (Space)") if on else tr("Play (Space)"))
        self.play.setAccessibleName(tr("Pause") if on else tr("Play"))


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
