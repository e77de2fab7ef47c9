"""The handbook in the window: pages on the left, the text on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
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
        column.addWidget(parts, 1)
        column.addWidget(buttons)
        self.topics.setCurrentRow(0)

    def _show(self, row: int) -> None:
        self.text.setHtml(self._pages[row].html())
        self.text.verticalScrollBar().setValue(0)
