"""The handbook in the window: pages on the left, the text on the right."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from viewer.gui.language import tr
from viewer.handbook import pages
from viewer.paths import resource

_PICTURE_WIDTH = 530
_PICTURE = re.compile(r'<img src="([^"]+)"')

_STYLE = """
h1 { font-size: x-large; margin: 0 0 10px 0 } h2 { font-size: large; margin: 20px 0 6px 0 }
p { margin: 6px 0 } li { margin: 5px 0 } pre { margin: 8px 14px; white-space: pre-wrap }
th { text-align: left }
table { margin: 8px 0; border-collapse: collapse } th, td { padding: 5px 10px 5px 0 }
"""


class HandbookDialog(QDialog):
    """Stays open beside the window while somebody works; opens no link outside itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Scanveil handbook"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(900, 640)
        self._pages = pages()
        self.topics = QListWidget()
        self.topics.setAccessibleName(tr("Pages"))
        self.topics.setWordWrap(True)
        self.topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.topics.addItems([page.title for page in self._pages])
        self.text = QTextBrowser()
        self.text.setAccessibleName(tr("Text of the page"))
        self.text.setOpenLinks(False)
        self.text.setSearchPaths([str(resource("help"))])
        self.text.document().setDefaultStyleSheet(_STYLE)
        self.text.document().setDocumentMargin(18)
        self.topics.currentRowChanged.connect(self._show)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(self.topics)
        parts.addWidget(self.text)
        parts.setStretchFactor(1, 1)
        parts.setSizes([230, 670])
        parts.setChildrenCollapsible(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(parts, 1)
        column.addWidget(buttons)
        self.topics.setCurrentRow(0)

    def _show(self, row: int) -> None:
        self.text.setHtml(_PICTURE.sub(_fitting, self._pages[row].html()))
        self.text.verticalScrollBar().setValue(0)


def _fitting(picture: re.Match[str]) -> str:
    """Text documents know no largest width; small pictures stay as they are."""
    width = QImageReader(str(resource("help") / picture[1])).size().width()
    return f'<img width="{min(width, _PICTURE_WIDTH)}" src="{picture[1]}"'
