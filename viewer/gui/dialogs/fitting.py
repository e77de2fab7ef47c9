"""A dialog that is as high as its texts need, no higher."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout


class FittingDialog(QDialog):
    """For dialogs of a few wrapped sentences; lists and tables want a size of their own."""

    def showEvent(self, event: QShowEvent) -> None:
        """The height is known once the texts have their fonts."""
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the height that the texts need at this width."""
        layout = self.layout()
        if layout is not None:
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
            layout.activate()
            height = layout.totalHeightForWidth(self.width())
            self.setMinimumHeight(height)
            self.resize(self.width(), height)
