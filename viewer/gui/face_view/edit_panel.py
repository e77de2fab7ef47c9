"""What will be done to the face, and the few controls that change it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import recolouring, theme
from viewer.gui.face_view.verdict import PRESETS, Verdict, check_sentence
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel
from viewer.model import FaceEdit, FacePreset
from viewer.surface.sculpting import Check, HeadState

DEPTHS_MM = (-6, 12)


class EditPanel(QWidget):
    """Tells, and asks: ``preset_chosen``, ``depth_moved`` (mm, final), lock, start over, accept."""

    preset_chosen = Signal(object)
    depth_moved = Signal(float, bool)
    lock_clicked = Signal()
    reset_clicked = Signal()
    accept_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = FaceEdit()
        self.doing, self.status = PlainLabel(), PlainLabel(role="muted")
        self.after = PlainLabel(role="muted")
        self.accept = QPushButton(tr("Accept"))
        self.presets: dict[FacePreset, QToolButton] = {}
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.depth_text = PlainLabel()
        self.lock, self.reset = QToolButton(), QToolButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING)
        column.addWidget(PlainLabel(tr("What will be done"), role="heading"))
        for widget in (self.doing, self.after, self.status, self.accept):
            column.addWidget(widget)
        self._controls = QWidget()
        self._fill_controls(QVBoxLayout(self._controls))
        column.addWidget(self._controls)
        self._connect()
        recolouring.follow(self, self.recolour)

    def _fill_controls(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, theme.SPACING, 0, 0)
        column.setSpacing(theme.SPACING)
        column.addWidget(PlainLabel(tr("How much"), role="heading"))
        row, group = QHBoxLayout(), QButtonGroup(self)
        row.setSpacing(2)
        for preset, (text, tip) in PRESETS.items():
            button = self.presets[preset] = QToolButton()
            button.setText(text)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setProperty("tight", "true")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, p=preset: self.preset_chosen.emit(p))
            group.addButton(button)
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self.depth_text)
        self.slider.setRange(*DEPTHS_MM)
        self.slider.setPageStep(2)
        self.slider.setAccessibleName(tr("Depth of the new surface in mm"))
        self.slider.setToolTip(tr("Lay the new surface deeper or shallower than the preset does"))
        column.addWidget(self.slider)
        for button in (self.lock, self.reset):
            button.setIconSize(QSize(16, 16))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setProperty("quiet", "true")
            column.addWidget(button)
        self.reset.setText(tr("Start over"))
        self.reset.setToolTip(tr("Back to what was proposed; this can be undone"))
        self.reset.setIcon(theme.icon("reset"))

    def _connect(self) -> None:
        self.accept.clicked.connect(self.accept_clicked)
        self.lock.clicked.connect(self.lock_clicked)
        self.reset.clicked.connect(self.reset_clicked)
        self.slider.valueChanged.connect(self._depth_changed)
        self.slider.sliderReleased.connect(
            lambda: self.depth_moved.emit(float(self.slider.value()), True)
        )

    def refresh(self, verdict: Verdict, state: HeadState | None, check: Check | None) -> None:
        """Show a verdict, the state of the head and what the detectors say."""
        self._edit = edit = verdict.edit
        asks = verdict.asks_for_person(state)
        self.doing.setText(verdict.sentence(state))
        self._set_role(self.doing, "warning" if asks else "")
        self.after.setText(check_sentence(check, edit))
        self.after.setVisible(state is not None and verdict.can_edit and not verdict.is_kept)
        self.status.setText(verdict.status())
        self.status.setVisible(bool(verdict.status()))
        self.accept.setVisible(verdict.can_edit and (verdict.decision is None or verdict.is_kept))
        self.accept.setText(tr("Remove it after all") if verdict.is_kept else tr("Accept"))
        self._controls.setVisible(verdict.finding is not None and state is not None)
        self._controls.setEnabled(verdict.can_edit)
        self.presets[edit.preset].setChecked(True)
        if not self.slider.isSliderDown():
            self.slider.blockSignals(True)
            self.slider.setValue(round(edit.depth_mm))
            self.slider.blockSignals(False)
        self._say_depth(edit.depth_mm)
        self._show_lock(edit)
        self.reset.setEnabled(edit != FaceEdit())

    def _show_lock(self, edit: FaceEdit) -> None:
        is_open = edit.unlocks_brain
        self.lock.setText(tr("Brain unlocked: lock it") if is_open else tr("Brain locked: unlock…"))
        self.lock.setIcon(theme.icon("unlock" if is_open else "lock"))
        self.lock.setToolTip(
            tr("Protect the brain again")
            if is_open
            else tr("Allow changes to the brain, with a reason")
        )

    def _depth_changed(self, value: int) -> None:
        """A drag shows what it would be; a key or a click decides at once."""
        self._say_depth(value)
        self.depth_moved.emit(float(value), not self.slider.isSliderDown())

    def _say_depth(self, value: float) -> None:
        words = f"{abs(value):.0f} mm {'deeper' if value > 0 else 'shallower'}"
        self.depth_text.setText(tr("Depth: {0}").format(words if value else tr("as the preset")))

    def _set_role(self, label: PlainLabel, role: str) -> None:
        if label.property("role") != role:
            label.setProperty("role", role)
            label.style().unpolish(label)
            label.style().polish(label)

    def recolour(self) -> None:
        """Icons in the colours of the theme."""
        self._show_lock(self._edit)
        self.reset.setIcon(theme.icon("reset"))
