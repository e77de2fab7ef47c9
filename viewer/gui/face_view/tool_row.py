"""What is shown of the head, and what the left button does: two rows of buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import theme
from viewer.gui.face_view.scene import ADD, GIVE_BACK, HANDLES, RADII_MM, TURN, Scene
from viewer.gui.language import tr
from viewer.surface.sculpting import CANONICAL

_SHOWS = (
    ("original", tr("Original"), tr("The surface as it was scanned (O)")),
    ("defaced", tr("Defaced"), tr("The surface as it will be exported (D)")),
    ("difference", tr("Difference"), tr("What goes, over what stays (F)")),
)
_TOGGLES = (
    ("heat", "heat", tr("Colours of risk (H)")),
    ("zone", "zone", tr("What will be replaced (M)")),
    ("marks", "landmarks", tr("Landmarks (L)")),
)
_TOOLS = (
    (TURN, tr("Turn"), "orbit", tr("Turn the head; a click goes to a point (V)")),
    (HANDLES, tr("Landmarks"), "landmarks", tr("Drag a landmark: the fit is solved again (G)")),
    (ADD, tr("Remove"), "brush-add", tr("Paint what is to be removed too (B)")),
    (GIVE_BACK, tr("Restore"), "brush-restore", tr("Paint what is to stay as it was (E)")),
)
_TIPS = {"front": tr("From the front (1)"), "left": tr("The patient's left (2)"),
         "right": tr("The patient's right (3)"), "top": tr("From the top (4)")}  # fmt: skip


class ToolRow(QWidget):
    """Buttons follow the scene when ``refresh`` is called; signals say what was pressed."""

    shows_chosen = Signal(str)
    toggled = Signal(str)
    tool_chosen = Signal(str)
    side_chosen = Signal(str)
    radius_chosen = Signal(float)

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self._icons: list[tuple[QToolButton, str]] = []
        self.shows: dict[str, QToolButton] = {}
        self.toggles: dict[str, QToolButton] = {}
        self.tools: dict[str, QToolButton] = {}
        self.radius = QComboBox()
        self.radius.setFixedWidth(84)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.SPACING // 2] * 4)
        column.setSpacing(theme.SPACING // 2)
        column.addLayout(self._first_row())
        column.addLayout(self._second_row())
        self.refresh()

    def refresh(self) -> None:
        """Press the buttons of what is in the scene."""
        scene = self._scene
        self.shows[scene.shows].setChecked(True)
        self.tools[scene.tool].setChecked(True)
        for name, button in self.toggles.items():
            button.setChecked(bool(getattr(scene, name)))
        for name, button in self.tools.items():
            button.setEnabled(scene.can_edit or name == TURN)
        for name in ("defaced", "difference"):
            self.shows[name].setEnabled(bool(scene.landmarks))
        self.toggles["zone"].setEnabled(scene.can_edit and scene.tool == TURN)
        self.radius.setEnabled(scene.can_edit)
        self.radius.setCurrentIndex(max(0, self.radius.findData(scene.radius_mm)))

    def refresh_icons(self) -> None:
        """Icons in the colours of the theme."""
        for button, name in self._icons:
            button.setIcon(theme.icon(name))

    def _first_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        group = QButtonGroup(self)
        for name, text, tip in _SHOWS:
            button = self.shows[name] = _button(text, tip)
            button.clicked.connect(lambda _=False, n=name: self.shows_chosen.emit(n))
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        for side in CANONICAL:
            button = self._icon(f"view-{side}", _TIPS[side])
            button.clicked.connect(lambda _=False, s=side: self.side_chosen.emit(s))
            row.addWidget(button)
        button = self._icon("reset", tr("First look (Home)"))
        button.clicked.connect(lambda: self.side_chosen.emit("home"))
        row.addWidget(button)
        return row

    def _second_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        group = QButtonGroup(self)
        for name, text, icon, tip in _TOOLS:
            button = self.tools[name] = self._icon(icon, tip)
            button.setText(text)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, n=name: self.tool_chosen.emit(n))
            group.addButton(button)
            row.addWidget(button)
        for name in (ADD, GIVE_BACK):
            self.tools[name].setProperty("tight", "true")
            self.tools[name].setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fill_radius()
        row.addWidget(self.radius)
        row.addStretch(1)
        for name, icon, tip in _TOGGLES:
            button = self.toggles[name] = self._icon(icon, tip)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, n=name: self.toggled.emit(n))
            row.addWidget(button)
        return row

    def _fill_radius(self) -> None:
        for each in RADII_MM:
            self.radius.addItem(f"{each} mm", float(each))
        self.radius.setToolTip(tr("Radius of the brush ([ and ])"))
        self.radius.setAccessibleName(tr("Radius of the brush"))
        self.radius.activated.connect(
            lambda _: self.radius_chosen.emit(float(self.radius.currentData()))
        )

    def _icon(self, icon: str, tip: str) -> QToolButton:
        button = _button("", tip)
        button.setCheckable(False)
        button.setProperty("tight", "icon")
        button.setIcon(theme.icon(icon))
        button.setIconSize(QSize(18, 18))
        button.setAccessibleName(tip)
        self._icons.append((button, icon))
        return button


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setCheckable(True)
    button.setProperty("tight", "true")
    return button
