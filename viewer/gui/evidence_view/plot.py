"""A small plot: bars, a line or dots, with one thing marked."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.gui import theme
from viewer.gui.language import tr

_TITLE, _FOOT, _MARGIN = 22, 18, 8
_DOT = 2.5


@dataclass(frozen=True, slots=True)
class Plot:
    """``kind`` "bars", "line" or "dots"; dots are values along x, bars and line are heights.

    ``marked`` is an index of bars and lines (-1: none), or for dots the value that is marked.
    """

    title: str
    kind: str = "line"
    values: tuple[float, ...] = ()
    low: str = ""
    high: str = ""
    marked: float = -1.0
    empty: str = tr("not measured")


class PlotWidget(QWidget):
    """Paints a plot in the colours of the theme."""

    def __init__(self, plot: Plot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = plot
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(110, 96)
        self.set_plot(plot)

    def set_plot(self, plot: Plot) -> None:
        """Show another plot; what it shows is also said to screen readers."""
        self.plot = plot
        told = tr("{0} values").format(len(plot.values)) if plot.values else plot.empty
        self.setAccessibleName(f"{plot.title}: {told}")
        self.setToolTip(plot.title)
        self.update()

    def sizeHint(self) -> QSize:
        """Wide rather than high."""
        return QSize(200, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Title, frame, values, ends of the axis."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(_MARGIN, _TITLE, -_MARGIN, -_FOOT)
        self._words(painter, inner)
        if self.plot.values:
            {"bars": self._bars, "line": self._line, "dots": self._dots}[self.plot.kind](
                painter, inner
            )
        else:
            painter.setPen(theme.colour("text-muted"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(inner, int(flags), self.plot.empty)
        painter.end()

    def _words(self, painter: QPainter, inner: QRectF) -> None:
        painter.setPen(theme.colour("text"))
        metrics = painter.fontMetrics()
        title = metrics.elidedText(self.plot.title, Qt.TextElideMode.ElideRight, int(inner.width()))
        top = QRectF(inner.left(), 0, inner.width(), _TITLE)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.setPen(theme.colour("text-muted"))
        foot = QRectF(inner.left(), inner.bottom() + 1, inner.width(), _FOOT)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, self.plot.low)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, self.plot.high)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(inner.bottomLeft(), inner.bottomRight())

    def _scaled(self, inner: QRectF) -> list[QPointF]:
        values = self.plot.values
        low = 0.0 if self.plot.kind == "bars" else min(values)
        span = max(max(values) - low, 1e-9)
        step = inner.width() / max(len(values) - 1, 1)
        return [
            QPointF(inner.left() + step * at, inner.bottom() - (each - low) / span * inner.height())
            for at, each in enumerate(values)
        ]

    def _bars(self, painter: QPainter, inner: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        points = [QPointF(inner.left(), inner.bottom())]
        for point in self._scaled(inner):
            points += [QPointF(point.x(), points[-1].y()), point]
        points.append(QPointF(points[-1].x(), inner.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawPolygon(QPolygonF(points))

    def _line(self, painter: QPainter, inner: QRectF) -> None:
        points = self._scaled(inner)
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        at = int(self.plot.marked)
        if 0 <= at < len(points):
            painter.setPen(QPen(theme.colour("warning"), 1, Qt.PenStyle.DashLine))
            x = points[at].x()
            painter.drawLine(QPointF(x, inner.top()), QPointF(x, inner.bottom()))
            self._dot(painter, points[at], theme.colour("warning"), 4)

    def _dots(self, painter: QPainter, inner: QRectF) -> None:
        everything = (*self.plot.values, self.plot.marked)
        low, high = min(everything), max(everything)
        span = max(high - low, 1e-9)

        def x_of(value: float) -> float:
            return inner.left() + 4 + (value - low) / span * (inner.width() - 8)

        for number, value in enumerate(self.plot.values):
            height = (number * 0.618) % 1.0
            y = inner.bottom() - 6 - height * (inner.height() - 12)
            self._dot(painter, QPointF(x_of(value), y), theme.colour("accent"), _DOT)
        x = x_of(self.plot.marked)
        painter.setPen(QPen(theme.colour("warning"), 2))
        painter.drawLine(QPointF(x, inner.top()), QPointF(x, inner.bottom()))

    def _dot(self, painter: QPainter, at: QPointF, colour: QColor, radius: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(at, radius, radius)
