"""Two fingers on a trackpad or a screen zoom as Ctrl and the wheel do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget


class Pinch(QObject):
    """Calls ``zoom`` (factor, point of the widget) for each step of a pinch."""

    def __init__(self, widget: QWidget, zoom: Callable[[float, QPointF], object]) -> None:
        super().__init__(widget)
        self._widget, self._zoom = widget, zoom
        widget.grabGesture(Qt.GestureType.PinchGesture)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the gestures that zoom, leave all else."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
                return False
            self._zoom(1 + event.value(), event.position())
            return True
        if isinstance(event, QGestureEvent):
            gesture = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(gesture, QPinchGesture):
                self._zoom(gesture.scaleFactor(), self._widget.mapFromGlobal(gesture.hotSpot()))
                event.accept()
                return True
        return False
