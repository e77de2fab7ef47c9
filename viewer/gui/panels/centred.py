"""A widget in the middle of a row."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget


def centred(widget: QWidget) -> QHBoxLayout:
    """A row with the widget in its middle, as high as its wrapped texts need.

    A layout asks an aligned widget how high it would be at the width of the whole row.
    """
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row
