"""FaceView: picture, buttons and risk of one series' face."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import theme
from viewer.gui.face_view.orbit import CANONICAL, HOME
from viewer.gui.face_view.risk_panel import RiskPanel
from viewer.gui.face_view.stage import FaceStage
from viewer.model import FaceRisk
from viewer.surface.mesh import SkinMesh, reduced

_EMPTY = "No face surface was computed for this series."
_COARSE_ABOVE = 60_000
_COARSE_DIVISIONS = 96
STYLES = (
    ("heat", "Risk", "Colour the surface by how much it gives away"),
    ("plain", "Plain", "The bare surface"),
    ("defaced", "Defaced", "The surface after defacing"),
)


class FaceView(QWidget):
    """Shows a skin mesh (LPS mm); without one, offers to compute it (``compute_requested``)."""

    compute_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = FaceStage(self)
        self.panel = RiskPanel(self)
        self.compute = QPushButton("Compute", self)
        self._empty_text = QLabel(_EMPTY, self)
        self._meshes: dict[str, tuple[SkinMesh, SkinMesh]] = {}
        self._style = "heat"
        self._risk: FaceRisk | None = None
        self._defaced_risk: FaceRisk | None = None
        self._icons: list[tuple[QToolButton, str]] = []
        self._styles: dict[str, QToolButton] = {}
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._empty_page())
        self._pages.addWidget(self._picture_page())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._pages, 1)
        row.addWidget(self.panel)
        self.clear()

    def show(
        self,
        mesh: SkinMesh | None = None,
        risk: FaceRisk | None = None,
        *,
        coarse: SkinMesh | None = None,
        defaced: SkinMesh | None = None,
        defaced_coarse: SkinMesh | None = None,
        defaced_risk: FaceRisk | None = None,
    ) -> None:
        """Make the widget visible; with a mesh, show that with its risk.

        ``coarse`` is drawn in motion and made here when missing; ``defaced`` is the second mesh,
        which has a risk of its own.
        """
        if mesh is None or self.isWindow():
            super().show()  # as a tab it must not come to the front by itself
        if mesh is None:
            return
        self._meshes = {"heat": (mesh, coarse or _coarse(mesh))}
        self._meshes["plain"] = self._meshes["heat"]
        self._defaced_risk = defaced_risk
        self.set_risk(risk)
        self._pages.setCurrentIndex(1)
        self.stage.orbit = HOME
        if defaced is not None:
            self.set_defaced(defaced, defaced_coarse)
        else:
            self._styles["defaced"].setEnabled(False)
            self.set_style("heat" if self._style == "defaced" else self._style)

    def set_defaced(self, mesh: SkinMesh, coarse: SkinMesh | None = None) -> None:
        """Add the surface after defacing."""
        self._meshes["defaced"] = (mesh, coarse or _coarse(mesh))
        self._styles["defaced"].setEnabled(True)
        self.set_style(self._style)

    def clear(self, text: str = _EMPTY, *, can_compute: bool = True) -> None:
        """Show no mesh but a sentence, with the button to compute one where that makes sense."""
        self._meshes, self._defaced_risk = {}, None
        self.stage.set_mesh(None, None, self._style)
        self.set_risk(None)
        self._empty_text.setText(text)
        self.compute.setVisible(can_compute)
        self.compute.setEnabled(True)
        self._pages.setCurrentIndex(0)

    def set_risk(self, risk: FaceRisk | None) -> None:
        """Show grade, reasons and regions beside the picture; also without a mesh."""
        self._risk = risk
        self._describe()

    def _describe(self) -> None:
        """What the panel says is about the surface on show, never about the other one."""
        is_after = self._style == "defaced" and "defaced" in self._meshes
        self.panel.set_risk(self._defaced_risk if is_after else self._risk)

    def set_style(self, style: str) -> None:
        """Draw as "heat", "plain" or "defaced"; one there is no mesh for changes nothing."""
        if style not in self._meshes:
            return
        self._style = style
        self._styles[style].setChecked(True)
        self.stage.set_mesh(*self._meshes[style], style)
        self._describe()

    def look_from(self, side: str) -> None:
        """Turn to "front", "left", "right" or "top", sides as the patient's."""
        self.stage.set_orbit(CANONICAL[side])

    def reset(self) -> None:
        """Back to the first look."""
        self.stage.set_orbit(HOME)

    def changeEvent(self, event: QEvent) -> None:
        """Icons follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_icons"):
            for button, name in self._icons:
                button.setIcon(theme.icon(name))
            self.compute.setIcon(theme.icon("surface"))
            self._draw_picture()

    def _draw_picture(self) -> None:
        self._picture.setPixmap(theme.pixmap("face", 48, "text-muted", self.devicePixelRatioF()))

    # -- set-up

    def _empty_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(1)
        picture = self._picture = QLabel()
        self._draw_picture()
        self._empty_text.setTextFormat(Qt.TextFormat.PlainText)
        self._empty_text.setWordWrap(True)
        self._empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.compute.setIcon(theme.icon("surface"))
        self.compute.clicked.connect(self._ask_to_compute)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.SPACING)
        column.addWidget(self._empty_text)
        column.addSpacing(theme.SPACING)
        column.addWidget(self.compute, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return page

    def _ask_to_compute(self) -> None:
        self.compute.setEnabled(False)
        self.compute_requested.emit()

    def _picture_page(self) -> QWidget:
        page = QWidget()
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.SPACING, theme.SPACING // 2, theme.SPACING, theme.SPACING // 2)
        bar.setSpacing(theme.SPACING // 2)
        group = QButtonGroup(self)
        for style, title, tip in STYLES:
            button = self._styles[style] = QToolButton()
            button.setText(title)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, s=style: self.set_style(s))
            group.addButton(button)
            bar.addWidget(button)
        bar.addStretch(1)
        for side in CANONICAL:
            bar.addWidget(self._side_button(side))
        bar.addWidget(self._icon_button("reset", "First look", self.reset))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.stage, 1)
        return page

    def _side_button(self, side: str) -> QToolButton:
        words = "From the top" if side == "top" else f"The patient's {side}"
        tip = "From the front" if side == "front" else words
        return self._icon_button(f"view-{side}", tip, lambda: self.look_from(side))

    def _icon_button(self, icon: str, tip: str, do: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(theme.icon(icon))
        button.setIconSize(QSize(18, 18))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(do)
        self._icons.append((button, icon))
        return button


def _coarse(mesh: SkinMesh) -> SkinMesh:
    return mesh if len(mesh.triangles) <= _COARSE_ABOVE else reduced(mesh, _COARSE_DIVISIONS)
