"""Shows the summary of a study and of all studies, and saves either as HTML or PDF."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, Qt
from PySide6.QtGui import (
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import theme
from viewer.gui.dialogs.choosing import ask_new_file
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel
from viewer.gui.summary.facts import StudyFacts
from viewer.gui.summary.page import cohort_body, page, study_body

_SENTENCE = tr("No identifying value is on these pages: they can be filed or sent with the export.")
_TITLES = (tr("Risk summary of a study"), tr("Overview of studies"))
_SVG = re.compile(r"<svg .*?</svg>", re.DOTALL)
_SHARP = 3
_SHOWN_PX, _PRINTED_PX = 13, 14


class SummaryDialog(QDialog):
    """Two tabs: the study on view, and all that are open."""

    def __init__(
        self,
        studies: Sequence[StudyFacts],
        here: int,
        profile: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Risk summary"))
        self.resize(920, 660)
        self.bodies = (study_body(studies[here], profile), cohort_body(studies, profile))
        self.tabs, self.views = QTabWidget(), (QTextBrowser(), QTextBrowser())
        self.html, self.pdf = QPushButton(tr("Save as HTML…")), QPushButton(tr("Save as PDF…"))
        self.close_ = QPushButton(tr("Close"))
        self._lay_out()
        self._show()
        self.html.clicked.connect(self._save_html)
        self.pdf.clicked.connect(self._save_pdf)
        self.close_.clicked.connect(self.close)

    def _lay_out(self) -> None:
        for view, title in zip(self.views, (tr("This study"), tr("All studies")), strict=True):
            self.tabs.addTab(view, title)
            view.setAccessibleName(title)
            view.setOpenLinks(False)
        self.tabs.setAccessibleName(tr("Summaries"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.html)
        buttons.addWidget(self.pdf)
        buttons.addStretch(1)
        buttons.addWidget(self.close_)
        for button in (self.html, self.pdf, self.close_):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(PlainLabel(_SENTENCE, role="muted"))
        column.addWidget(self.tabs, 1)
        column.addLayout(buttons)

    def _show(self) -> None:
        shades = {role: theme.colour(role).name() for role in ("text-muted", "accent", "text")}
        for view, body in zip(self.views, self.bodies, strict=True):
            _fill(view.document(), body, shades)
            view.moveCursor(QTextCursor.MoveOperation.Start)

    def write_html(self, path: Path) -> None:
        """Write the page on view as HTML; raises OSError."""
        number = self.tabs.currentIndex()
        path.write_text(page(_TITLES[number], self.bodies[number]), "utf-8")

    def write_pdf(self, path: Path) -> None:
        """Write the page on view as PDF, A4."""
        number = self.tabs.currentIndex()
        writer = QPdfWriter(str(path))
        writer.setTitle(_TITLES[number])
        writer.setCreator("Scanveil")
        writer.setResolution(150)
        margins = QMarginsF(0, 0, 0, 0)  # Qt adds its own when it prints a document
        writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait,
                        margins, QPageLayout.Unit.Millimeter)
        )  # fmt: skip
        document = QTextDocument()
        shades = {"text-muted": "#4a5561", "accent": "#2f6f9f", "text": "#1c2127"}
        _fill(document, f"<h1>{_TITLES[number]}</h1>{self.bodies[number]}", shades, _PRINTED_PX)
        document.print_(writer)

    def _save_html(self) -> None:
        ask_new_file(
            self, tr("Save summary"), "summary.html", tr("Web pages (*.html)"), self.write_html
        )

    def _save_pdf(self) -> None:
        ask_new_file(self, tr("Save summary"), "summary.pdf", tr("PDF (*.pdf)"), self.write_pdf)


def _fill(
    document: QTextDocument, body: str, shades: dict[str, str], size: int = _SHOWN_PX
) -> None:
    """Set a page as Qt's rich text, which knows few styles and no SVG."""
    font = document.defaultFont()
    font.setPixelSize(size)
    document.setDefaultFont(font)
    document.setDocumentMargin(12)
    option = document.defaultTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    document.setDefaultTextOption(option)
    document.setDefaultStyleSheet(
        f"td, th, p, h1, h2, b {{ color: {shades['text']}; }}"
        f".muted, th {{ color: {shades['text-muted']}; }}"
        f".bar td {{ background-color: {shades['accent']}; }}"
        "h1 { font-size: 20px; } h2 { font-size: 15px; margin-top: 18px; }"
    )
    document.setHtml(_SVG.sub(lambda found: _picture(found[0]), body))


def _picture(svg: str) -> str:
    drawing = QSvgRenderer(QByteArray(svg.encode()))
    size = drawing.defaultSize()
    image = QImage(size * _SHARP, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    data = base64.b64encode(bytes(buffer.data().data())).decode()
    wide, high = size.width(), size.height()
    return f'<p><img width="{wide}" height="{high}" src="data:image/png;base64,{data}"></p>'
