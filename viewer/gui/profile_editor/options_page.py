"""The options as switches, each with a sentence about what it does."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from viewer.gui import theme
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel
from viewer.profile import EditedProfile, Option

_INDENT = 22
_DOCUMENTS = tr(
    "The text is set anew without what identifies, without pictures; else the document is replaced."
)

_REVIEWERS = tr(
    "Somebody else must agree with every decision before anything is exported; everybody needs an "
    "account of their own."
)


class OptionsPage(QScrollArea):
    """``switched`` carries an option and whether it is on; the last two switches are ours."""

    switched = Signal(object, bool)
    documents_switched = Signal(bool)
    reviewers_switched = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[Option, QCheckBox] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(*[theme.SPACING * 2] * 4)
        column.setSpacing(2)
        for option in Option:
            title = option.meaning.removesuffix(" Option")
            box = self.boxes[option] = _add(column, title, option.explanation)
            box.clicked.connect(lambda on, option=option: self.switched.emit(option, on))
        self.documents = _add(column, tr("Keep the text of PDF documents"), _DOCUMENTS)
        self.documents.clicked.connect(self.documents_switched.emit)
        self.reviewers = _add(column, tr("Two different reviewers"), _REVIEWERS)
        self.reviewers.clicked.connect(self.reviewers_switched.emit)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setAccessibleName(tr("Options"))

    def show_profile(self, profile: EditedProfile, *, editable: bool) -> None:
        """Set the switches."""
        for option, box in self.boxes.items():
            box.setChecked(option in profile.options)
            box.setEnabled(editable)
        self.documents.setChecked(profile.redacts_documents)
        self.documents.setEnabled(editable)
        self.reviewers.setChecked(profile.two_reviewers)
        self.reviewers.setEnabled(editable)


def _add(column: QVBoxLayout, title: str, explanation: str) -> QCheckBox:
    box = QCheckBox(title.replace("&", "&&"))
    box.setAccessibleDescription(explanation)
    words = PlainLabel(explanation, role="muted")
    words.setContentsMargins(_INDENT, 0, 0, theme.SPACING)
    column.addWidget(box)
    column.addWidget(words)
    return box
