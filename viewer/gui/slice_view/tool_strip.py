"""The row of buttons above the image."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QToolButton, QWidget

from viewer.gui import theme
from viewer.gui.item_models.words import PRESETS
from viewer.gui.language import tr
from viewer.gui.slice_view.panes import COMPARED, PLAIN, PREVIEW, Panes
from viewer.gui.slice_view.presets import presets_for

TOOLS = (
    ("select", "select", tr("Select, move and resize boxes (V)")),
    ("box", "box", tr("Draw a box over what must go (B)")),
    ("ellipse", "ellipse", tr("Draw an ellipse (E)")),
    ("polygon", "polygon", tr("Draw a polygon: click corner by corner, Enter closes it (G)")),
    ("brush", "brush", tr("Paint what must go (D); [ and ] change the size of the brush")),
)
_ICON, _WIDTH, _ANY_WIDTH = QSize(18, 18), 30, 16_777_215


class ToolStrip(QWidget):
    """Tools, window presets, invert, fit, 1:1 and the preview switch; holds no state of its own."""

    tool_chosen = Signal(str)
    preset_chosen = Signal(str)
    invert_toggled = Signal(bool)
    panes_chosen = Signal(object)
    fit_clicked = Signal()
    actual_size_clicked = Signal()
    turn_clicked = Signal()
    flip_clicked = Signal()
    planes_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACING, theme.SPACING // 2, theme.SPACING, theme.SPACING // 2)
        row.setSpacing(theme.SPACING // 2)
        self._icons: list[tuple[QToolButton, str]] = []
        self._tools: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        for name, picture, tip in TOOLS:
            self._tools[name] = self._button(picture, tip, checkable=True)
            group.addButton(self._tools[name])
            self._tools[name].clicked.connect(lambda _=False, n=name: self.tool_chosen.emit(n))
            row.addWidget(self._tools[name])
        row.addSpacing(theme.SPACING)
        self.presets = self._preset_box()
        row.addWidget(self.presets)
        self.invert = self._button("invert", tr("Swap black and white (I)"), checkable=True)
        self.invert.toggled.connect(self.invert_toggled)
        fit = self._button("fit", tr("Fit the whole image (F)"))
        fit.clicked.connect(lambda: self.fit_clicked.emit())
        actual = self._button("actual-size", tr("One image pixel per screen pixel (Z)"))
        actual.clicked.connect(lambda: self.actual_size_clicked.emit())
        turn = self._button("turn", tr("Turn the image right, on the screen only (R)"))
        turn.clicked.connect(lambda: self.turn_clicked.emit())
        flip = self._button("flip", tr("Swap left and right, on the screen only (H)"))
        flip.clicked.connect(lambda: self.flip_clicked.emit())
        for button in (self.invert, fit, actual, turn, flip):
            row.addWidget(button)
        row.addStretch(1)
        tip = tr("Axial, coronal and sagittal planes beside the slice (M)")
        self.planes = self._button("planes", tip, checkable=True)
        self.planes.clicked.connect(lambda: self.planes_clicked.emit())
        row.addWidget(self.planes)
        tip = tr("Before and after at once (Y), with what goes (Shift+Y)")
        self.compare = self._button("compare", tip, True)
        self.compare.clicked.connect(lambda on: self.panes_chosen.emit(COMPARED if on else PLAIN))
        row.addWidget(self.compare)
        self.preview = self._button(
            "preview", tr("Show the boxes as they will be filled (P)"), True
        )
        self.preview.setText(tr("Preview"))
        self.preview.setProperty("tight", "")
        self.preview.setMinimumWidth(0)
        self.preview.setMaximumWidth(_ANY_WIDTH)
        self.preview.setToolButtonStyle(self.preview.toolButtonStyle().ToolButtonTextBesideIcon)
        self.preview.clicked.connect(lambda on: self.panes_chosen.emit(PREVIEW if on else PLAIN))
        row.addWidget(self.preview)
        self.set_tool("select")

    def set_tool(self, name: str) -> None:
        """Press the button of a tool."""
        self._tools[name].setChecked(True)

    def set_panes(self, panes: Panes) -> None:
        """Press the button of what is shown."""
        self.preview.setChecked(panes == PREVIEW)
        self.compare.setChecked(len(panes) > 1)

    def set_planes(self, on: bool) -> None:
        """Press the button of the planes."""
        self.planes.setChecked(on)

    def set_modality(self, modality: str) -> None:
        """Offer the window presets of a modality."""
        self.presets.blockSignals(True)
        self.presets.clear()
        for preset in presets_for(modality):
            self.presets.addItem(
                f"{PRESETS.get(preset.name, preset.title)}  ({preset.key})", preset.name
            )
        self.presets.addItem(tr("By hand"), "")
        self.presets.blockSignals(False)

    def set_preset(self, name: str) -> None:
        """Show which preset is in use; an empty name means a window set by hand."""
        self.presets.blockSignals(True)
        self.presets.setCurrentIndex(self.presets.findData(name))
        self.presets.blockSignals(False)

    def refresh_icons(self) -> None:
        """Draw the icons in the colours of the current theme."""
        for button, name in self._icons:
            button.setIcon(theme.icon(name))

    def _button(self, picture: str, tip: str, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme.icon(picture))
        button.setIconSize(_ICON)
        button.setFixedWidth(_WIDTH)
        button.setProperty("tight", "icon")
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setCheckable(checkable)
        self._icons.append((button, picture))
        return button

    def _preset_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setToolTip(tr("Window: which values are shown as black and white (number keys)"))
        box.setAccessibleName(tr("Window preset"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.activated.connect(lambda _: self.preset_chosen.emit(str(box.currentData())))
        return box
