"""EvidenceView: slices with what was measured on them, plots, and the signs to judge."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import recolouring, theme
from viewer.gui.evidence_view.panel import SlicePanel
from viewer.gui.evidence_view.plot import Plot, PlotWidget
from viewer.gui.evidence_view.signs_panel import SignsPanel
from viewer.gui.language import tr
from viewer.gui.panels.plain_label import PlainLabel

_SIDE_WIDTH = 262
_PLOT_HEIGHT = 128
PLOTS = {
    "values": Plot(tr("Values in use"), "bars"),
    "spectrum": Plot(tr("Spectrum"), "line"),
    "noise": Plot(tr("Noise by slice"), "line", empty=tr("not yet")),
    "area": Plot(tr("Area"), "dots", empty=tr("mark an area")),
}


class EvidenceView(QWidget):
    """Shows what it is given; ``look_``, ``compare_``, ``report_``, ``table_``, ``undo_`` and
    ``redo_requested`` ask, ``stepped`` (by) and ``neighbours_toggled`` (bool) say what to show.

    The middle panel tells areas, the signs panel what a person says.
    """

    look_requested = Signal()
    compare_requested = Signal()
    report_requested = Signal()
    table_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    stepped = Signal(int)
    neighbours_toggled = Signal(bool)
    history_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons: list[tuple[QToolButton, str]] = []
        self.history = ("", "")
        self.before, self.here, self.after = (
            SlicePanel(caption)
            for caption in (tr("Slice before"), tr("This slice"), tr("Slice after"))
        )
        self.panels = (self.before, self.here, self.after)
        self.signs = SignsPanel(self)
        self.plots = {name: PlotWidget(plot) for name, plot in PLOTS.items()}
        self.area_text = PlainLabel(role="muted")
        self.area_text.hide()
        self._make_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._strip())
        column.addWidget(self._parts(), 1)
        for panel in self.panels:
            panel.stepped.connect(self.stepped)
        self.set_neighbours(False)
        recolouring.follow(self, self.recolour)

    def _make_buttons(self) -> None:
        self.look = self._button(
            "scan", tr("Look again"), self.look_requested.emit, text=tr("Look")
        )
        self.look.setToolTip(tr("Look for signs of editing in this series"))
        self.mark = self._toggle(
            "box", tr("Check an area: draw it, or move it by arrow keys and Enter")
        )
        self.mark.setText(tr("Check area"))
        self.mark.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.mark.toggled.connect(self._set_marking)
        self.heat = self._toggle("surface", tr("Heat map: noise against the rest of the slice"))
        self.heat.toggled.connect(self._set_heat)
        self.neighbours = self._toggle("series", tr("Show the slices before and after beside it"))
        self.neighbours.toggled.connect(self.set_neighbours)
        self.neighbours.toggled.connect(self.neighbours_toggled)
        self.compare = self._button(
            "copy", tr("Compare all open series with each other"), self.compare_requested.emit
        )
        self.undo = self._button("undo", tr("Undo"), self.undo_requested.emit)
        self.redo = self._button("redo", tr("Redo"), self.redo_requested.emit)
        self.table = self._button(
            "info", tr("What the checks find and miss"), self.table_requested.emit
        )
        self.report = self._button(
            "export",
            tr("Save a report of this evidence"),
            self.report_requested.emit,
            text=tr("Report…"),
        )

    def _strip(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(theme.SPACING, theme.SPACING // 2, theme.SPACING, theme.SPACING // 2)
        row.setSpacing(theme.SPACING // 2)
        for each in (self.look, self.mark, self.heat, self.neighbours, self.compare):
            row.addWidget(each)
        row.addStretch(1)
        for each in (self.undo, self.redo, self.table, self.report):
            row.addWidget(each)
        return row

    def _parts(self) -> QSplitter:
        slices = QWidget()
        row = QHBoxLayout(slices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for panel in self.panels:
            row.addWidget(panel, 1)
        plots = QWidget()
        plots.setFixedHeight(_PLOT_HEIGHT)
        strip = QHBoxLayout(plots)
        strip.setContentsMargins(0, 0, 0, 0)
        strip.setSpacing(0)
        for each in self.plots.values():
            strip.addWidget(each, 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(slices, 1)
        self.area_text.setContentsMargins(theme.SPACING, 4, theme.SPACING, 4)
        column.addWidget(self.area_text)
        column.addWidget(plots)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(left)
        parts.addWidget(self.signs)
        parts.setStretchFactor(0, 1)
        parts.setChildrenCollapsible(False)
        self.signs.setMinimumWidth(_SIDE_WIDTH)
        parts.setSizes([430, _SIDE_WIDTH])
        return parts

    # -- what is shown

    def set_neighbours(self, shown: bool) -> None:
        """Show one slice or three side by side."""
        self.before.setVisible(shown)
        self.after.setVisible(shown)

    def set_plot(self, name: str, plot: Plot) -> None:
        """Show a plot in its place."""
        self.plots[name].set_plot(plot)

    def set_area_text(self, text: str) -> None:
        """What was measured in the area a person marked; empty hides it."""
        self.area_text.setText(text)
        self.area_text.setVisible(bool(text))

    def set_history(self, undo_name: str, redo_name: str) -> None:
        """Name what undo and redo would do to the words on signs."""
        self.history = (undo_name, redo_name)
        for button, word, name in (
            (self.undo, tr("Undo"), undo_name),
            (self.redo, tr("Redo"), redo_name),
        ):
            button.setEnabled(bool(name))
            tip = f"{word} {name[:1].lower() + name[1:]}" if name else word
            button.setToolTip(tip)
            button.setAccessibleName(tip)
        self.history_changed.emit()

    def clear(self, message: str) -> None:
        """Show no slice but a sentence, and no signs."""
        for panel in self.panels:
            panel.clear()
        self.here.clear(message)
        self.signs.summary.setText("")
        self.signs.show_signs((), {}, {})
        self.set_area_text("")
        for name, plot in PLOTS.items():
            self.set_plot(name, plot)

    def _set_heat(self, shown: bool) -> None:
        for panel in self.panels:
            panel.set_heat(shown)

    def _set_marking(self, marking: bool) -> None:
        self.here.set_marking(marking)
        if marking:
            self.here.setFocus()

    def recolour(self) -> None:
        """Icons in the colours of the theme."""
        for button, name in self._icons:
            button.setIcon(theme.icon(name))

    # -- set-up

    def _toggle(self, icon: str, tip: str) -> QToolButton:
        button = self._button(icon, tip, None)
        button.setCheckable(True)
        return button

    def _button(self, icon: str, tip: str, do: object, text: str = "") -> QToolButton:
        button = QToolButton()
        button.setIcon(theme.icon(icon))
        button.setIconSize(QSize(18, 18))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        if text:
            button.setText(text)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if do is not None:
            button.clicked.connect(lambda _=False: do())  # type: ignore[operator]
        self._icons.append((button, icon))
        return button
