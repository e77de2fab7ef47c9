"""What the face risk is and what it rests on, beside the picture."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from viewer.gui import recolouring, theme
from viewer.gui.face_view.edit_panel import EditPanel
from viewer.gui.face_view.region_bars import RegionBars
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel, narrow_label
from viewer.model import FaceGrade, FaceRisk

_WIDTH = 280
_LOOKS = {
    FaceGrade.RECOGNISABLE: ("warning", "risk-high", tr("Recognisable face")),
    FaceGrade.PARTIAL: ("warning", "risk-some", tr("Part of a face")),
    FaceGrade.NONE: ("info", "risk-none", tr("No face found")),
    FaceGrade.NOT_ASSESSED: ("undecided", "undecided", tr("Not assessed")),
}
_NOT_SAFE = tr("None of the grades means safe.")


class RiskPanel(QScrollArea):
    """Grade with score, what will be done about it, reasons, exposure by region."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._risk: FaceRisk | None = None
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(tr("Risk of the face"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.SPACING)
        self._icon, self.edit = narrow_label(), EditPanel()
        self.grade, self.score = PlainLabel(role="title"), PlainLabel(role="muted")
        head = QHBoxLayout()
        head.addWidget(self._icon)
        head.addWidget(self.grade, 1)
        column.addLayout(head)
        self._why_title, self.why = PlainLabel(tr("Why"), role="heading"), PlainLabel()
        self._regions_title = PlainLabel(tr("Exposure by region"), role="heading")
        self.regions, self.note = RegionBars(), PlainLabel(_NOT_SAFE, role="muted")
        for widget in (
            self.score,
            self.edit,
            self._why_title,
            self.why,
            self._regions_title,
            self.regions,
            self.note,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(inner)
        recolouring.follow(self, self.recolour)

    def set_risk(self, risk: FaceRisk | None) -> None:
        """Describe a risk; None hides the panel."""
        self._risk = risk
        self.setVisible(risk is not None)
        if risk is None:
            return
        icon, role, words = _LOOKS[risk.grade]
        self._icon.setPixmap(theme.pixmap(icon, 20, role, self.devicePixelRatioF()))
        self.grade.setText(words)
        self.grade.setStyleSheet(f"color: {theme.colour(role).name()}")
        self.score.setText(tr("Score {0:.2f} of 1").format(risk.score))
        self.score.setVisible(risk.grade is not FaceGrade.NOT_ASSESSED)
        self.why.setText("\n\n".join(risk.why))
        self._why_title.setVisible(bool(risk.why))
        self._regions_title.setVisible(bool(risk.regions))
        self.regions.set_regions(risk.regions)

    def recolour(self) -> None:
        """The risk in the colours of the theme."""
        self.set_risk(self._risk)
