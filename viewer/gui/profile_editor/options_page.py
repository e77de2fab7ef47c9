"""The options as switches, each with a sentence about what it does."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from viewer.gui import theme
from viewer.gui.panels.plain_label import PlainLabel
from viewer.profile import EditedProfile, Option

_INDENT = 26


class OptionsPage(QScrollArea):
    """``switched`` carries an option and whether it is on."""

    switched = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[Option, QCheckBox] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(*[theme.SPACING * 2] * 4)
        column.setSpacing(2)
        for option in Option:
            self._add(option, column)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setAccessibleName("Options")

    def show_profile(self, profile: EditedProfile, *, editable: bool) -> None:
        """Set the switches."""
        for option, box in self.boxes.items():
            box.setChecked(option in profile.options)
            box.setEnabled(editable)

    def _add(self, option: Option, column: QVBoxLayout) -> None:
        title = option.meaning.removesuffix(" Option")
        box = QCheckBox(title.replace("&", "&&"))
        box.setAccessibleDescription(option.explanation)
        box.clicked.connect(lambda on: self.switched.emit(option, on))
        words = PlainLabel(option.explanation, role="muted")
        words.setContentsMargins(_INDENT, 0, 0, theme.SPACING)
        column.addWidget(box)
        column.addWidget(words)
        self.boxes[option] = box
