"""Asks from which image to which a mark holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from viewer.gui.dialogs.fitting import FittingDialog
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel


class RangeDialog(FittingDialog):
    """Counts from 1 as the frame bar does; ``here`` and what is ``chosen`` count from 0."""

    def __init__(self, here: int, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Apply to a range of images"))
        self.setMinimumWidth(360)
        self.first, self.last = QSpinBox(), QSpinBox()
        ends = ((self.first, here + 1, tr("From image")), (self.last, count, tr("To image")))
        for box, value, name in ends:
            box.setRange(1, max(1, count))
            box.setValue(value)
            box.lineEdit().setTextMargins(8, 0, 8, 0)
            box.setAccessibleName(name)
        self.first.valueChanged.connect(self.last.setMinimum)
        self.last.setMinimum(here + 1)
        rows = QFormLayout()
        for box, _, name in ends:
            rows.addRow(name, box)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.button(kinds.Ok).setText(tr("Apply"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(PlainLabel(tr("Blank this area in which images?"), role="title"))
        column.addLayout(rows)
        column.addWidget(buttons)

    def chosen(self) -> tuple[int, int]:
        """The first and the last image, both included."""
        return self.first.value() - 1, self.last.value() - 1
