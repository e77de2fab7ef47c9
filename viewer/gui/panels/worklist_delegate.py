"""Paints patients, studies and series of the worklist."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from viewer.gui import theme
from viewer.gui.item_models.words import STATUS, capital
from viewer.gui.language import tr
from viewer.review import StudyStatus

_THUMB = 52
_HEIGHTS = {"patient": 28, "study": 44, "series": 68}
_STATUS = {
    "new": ("study", "text-muted"),
    "scanned": ("scan", "undecided"),
    "in review": ("review", "replace"),
    "blocked": ("error", "danger"),
    "ready": ("check", "ok"),
    "exported": ("export", "ok"),
}
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Badge:
    """How many findings of a kind there are, and how many of them are undecided."""

    icon: str
    open: int
    total: int


@dataclass(frozen=True)
class Card:
    """One row; ``kind`` is patient, study or series, ``status`` and ``open`` are a study's."""

    title: str
    subtitle: str
    kind: str
    badges: tuple[Badge, ...] = ()
    thumbnail: QImage | None = None
    status: str = "new"
    open: int = 0

    def with_badges(self, badges: tuple[Badge, ...]) -> Card:
        """The card with other badges."""
        return replace(self, badges=badges)

    def with_thumbnail(self, image: QImage) -> Card:
        """The card with a picture."""
        return replace(self, thumbnail=image)


class WorklistDelegate(QStyledItemDelegate):
    """Thumbnail at the left, title and subtitle, badges at the bottom right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Height by kind of row."""
        card = index.data(Qt.ItemDataRole.UserRole)
        return QSize(100, _HEIGHTS[card.kind] if isinstance(card, Card) else 24)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The whole row."""
        card = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(card, Card):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("selection"))
        elif option.state & QStyle.StateFlag.State_MouseOver and card.kind != "patient":
            painter.fillRect(option.rect, theme.colour("hover"))
        rect = option.rect.adjusted(6, 4, -8, -4)
        if card.kind == "series":
            self._thumbnail(painter, QRect(rect.left(), rect.top() + 4, _THUMB, _THUMB), card)
            rect = rect.adjusted(_THUMB + 10, 2, 0, 0)
        else:
            pixmap = theme.pixmap(card.kind, 16, "text-muted", painter.device().devicePixelRatio())
            painter.drawPixmap(rect.left(), rect.top() + 1, pixmap)
            rect = rect.adjusted(24, 0, 0, 0)
        if card.kind == "study":
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._study(painter, rect, card, chosen)
        else:
            {"patient": self._headline, "series": self._series}[card.kind](painter, rect, card)
        self._badges(painter, rect, card)
        painter.restore()

    def _headline(self, painter: QPainter, rect: QRect, card: Card) -> QRect:
        """Title at the left, subtitle at the right; returns the line."""
        height = painter.fontMetrics().height()
        line = QRect(rect.left(), rect.top(), rect.width(), height)
        width = min(painter.fontMetrics().horizontalAdvance(card.subtitle), line.width() // 2)
        font = painter.font()
        font.setBold(card.kind == "patient")
        painter.setFont(font)
        _draw(painter, line.adjusted(0, 0, -width - 8, 0), card.title, theme.colour("text"))
        font.setBold(False)
        painter.setFont(font)
        right = line.adjusted(line.width() - width, 0, 0, 0)
        _draw(painter, right, card.subtitle, theme.colour("text-muted"))
        return line

    def _study(self, painter: QPainter, rect: QRect, card: Card, chosen: bool) -> None:
        """Title and date above; below how the study stands, as icon and word.

        On the ground of a chosen row only the colour of texts has contrast enough for words.
        """
        icon, role = _STATUS[card.status]
        line = self._headline(painter, rect, card)
        below = line.translated(0, line.height() + 3)
        picture = theme.pixmap(icon, 14, role, painter.device().devicePixelRatio())
        painter.drawPixmap(below.left(), below.top() + (below.height() - 14) // 2, picture)
        status = capital(STATUS[StudyStatus(card.status)])
        words = tr("{0}, {1:,} open").format(status, card.open) if card.open else status
        _draw(painter, below.adjusted(19, 0, 0, 0), words, theme.colour("text" if chosen else role))

    def _series(self, painter: QPainter, rect: QRect, card: Card) -> None:
        height = painter.fontMetrics().height()
        line = QRect(rect.left(), rect.top(), rect.width(), height)
        _draw(painter, line, card.title, theme.colour("text"))
        _draw(painter, line.translated(0, height + 1), card.subtitle, theme.colour("text-muted"))

    def _thumbnail(self, painter: QPainter, rect: QRect, card: Card) -> None:
        painter.fillRect(rect, theme.colour("canvas"))
        image = card.thumbnail
        if image is None or image.isNull():
            pixmap = theme.pixmap(
                "series", 24, "border-strong", painter.device().devicePixelRatio()
            )
            painter.drawPixmap(rect.center().x() - 11, rect.center().y() - 11, pixmap)
            return
        scale = min(rect.width() / image.width(), rect.height() / image.height())
        width, height = image.width() * scale, image.height() * scale
        middle = QRectF(rect).center()
        target = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
        painter.drawImage(target, image)

    def _badges(self, painter: QPainter, rect: QRect, card: Card) -> None:
        left = rect.left()
        ratio = painter.device().devicePixelRatio()
        metrics = painter.fontMetrics()
        for badge in card.badges:
            role = _role(badge)
            text = str(badge.open) if badge.open else "0"
            icon = theme.pixmap(badge.icon if badge.open else "check", 14, role, ratio)
            width = metrics.horizontalAdvance(text) + (28 if badge.open else 12)
            width = width if badge.open else 34
            box = QRectF(left, rect.bottom() - 19, width, 19)
            painter.setPen(theme.colour(role))
            painter.setBrush(theme.colour("background"))
            painter.drawRoundedRect(box, 9, 9)
            if not badge.open:
                kind = theme.pixmap(badge.icon, 14, role, ratio)
                painter.drawPixmap(round(left + 4), round(box.top() + 3), kind)
                painter.drawPixmap(round(left + 18), round(box.top() + 3), icon)
            else:
                painter.drawPixmap(round(left + 5), round(box.top() + 3), icon)
                area = box.adjusted(20, 0, -4, 0)
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
            left += width + 4


def _role(badge: Badge) -> str:
    if not badge.open:
        return "ok"
    return "risk-high" if badge.icon == "face" else "risk-some"


def _draw(painter: QPainter, rect: QRect, text: str, colour: QColor) -> None:
    painter.setPen(colour)
    fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect, left | Qt.TextFlag.TextSingleLine, fitting)
