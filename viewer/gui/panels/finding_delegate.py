"""Paints a row of the findings list: state, name, value or reason, and what happens to it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from viewer.gui import theme
from viewer.gui.item_models import wording
from viewer.gui.item_models.arranging import Group
from viewer.gui.item_models.findings_model import FindingsModel
from viewer.gui.language import tr
from viewer.model import Action, Finding
from viewer.review import Standing

_ROW_SIZE, _HEADING_SIZE = QSize(100, 46), QSize(100, 30)
_PAD, _ICON = 8, 16
_STATE_ICONS = {
    tr("Undecided"): ("undecided", "undecided"),
    tr("Accepted"): ("accept", "ok"),
    tr("Kept"): ("keep", "keep"),
}
_SAID_ICONS = {Standing.AGREED: ("agreed", "ok"), Standing.OBJECTED: ("objected", "risk-high")}
Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """Two lines per finding, one per group."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Fixed heights, so that long lists scroll evenly."""
        return _ROW_SIZE if index.internalId() else _HEADING_SIZE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Background as the style draws it, then our own text."""
        held = index.data(Qt.ItemDataRole.UserRole)
        model = index.model()
        if not isinstance(model, FindingsModel):
            return
        painter.save()
        self._background(painter, option)
        if isinstance(held, Group):
            self._group(painter, option, held, model.undecided_in(held))
        elif isinstance(held, Finding):
            self._finding(painter, option, held, model)
        painter.restore()

    def _background(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("selection"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.colour("hover"))

    def _group(
        self, painter: QPainter, option: QStyleOptionViewItem, group: Group, open_: int
    ) -> None:
        rect = option.rect.adjusted(4, 0, -_PAD, 0)
        text = (
            tr("{0} of {1} open").format(open_, len(group.findings))
            if open_
            else tr("{0} done").format(len(group.findings))
        )
        width = option.fontMetrics.horizontalAdvance(text) + _PAD
        font = option.font
        font.setBold(True)
        painter.setFont(font)
        _line(painter, rect.adjusted(0, 0, -width, 0), group.title, theme.colour("text"))
        font.setBold(False)
        painter.setFont(font)
        chosen = option.state & QStyle.StateFlag.State_Selected
        role = "text" if chosen else ("undecided" if open_ else "text-muted")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.colour(role))
        painter.drawText(rect, right, text)

    def _finding(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        finding: Finding,
        model: FindingsModel,
    ) -> None:
        decision = model.decision(finding)
        rect = option.rect.adjusted(4, 5, -_PAD, -5)
        said = _SAID_ICONS.get(model.standings.get(finding.id, Standing.UNDECIDED))
        icon, role = said or _STATE_ICONS[wording.state(decision)]
        ratio = painter.device().devicePixelRatio()
        pixmap = theme.pixmap(icon, _ICON, role, ratio)
        painter.drawPixmap(rect.left(), rect.top() + 2, pixmap)
        pill = self._pill(painter, rect, wording.action(finding, decision))
        lines = rect.adjusted(_ICON + _PAD, 0, -pill - _PAD, 0)
        half = lines.height() // 2
        top, bottom = lines.adjusted(0, 0, 0, -half), lines.adjusted(0, half, 0, 0)
        _line(painter, top, wording.title(finding), theme.colour("text"))
        value = wording.value(finding, shown=model.shows_values)
        _line(painter, bottom, value or finding.reason, theme.colour("text-muted"))

    def _pill(self, painter: QPainter, rect: QRect, action: Action) -> int:
        text = wording.ACTIONS[action]
        width = painter.fontMetrics().horizontalAdvance(text) + 16
        box = QRect(rect.right() - width, rect.center().y() - 10, width, 21)
        colour = theme.colour(action.value)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 10, 10)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return width


def _line(painter: QPainter, rect: QRect, text: str, colour: QColor) -> None:
    painter.setPen(colour)
    fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect, left | Qt.TextFlag.TextSingleLine, fitting)
