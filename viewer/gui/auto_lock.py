"""Locks a shared workstation when nobody has touched it for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from viewer import access
from viewer.gui.dialogs.keys_dialogs import LoginDialog

_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class AutoLock(QObject):
    """Hides every window and asks for a login; does nothing where nobody is logged in.

    ``unlocked``: somebody is there again, perhaps somebody else.
    """

    unlocked = Signal()

    def __init__(self, window: QWidget, minutes: int) -> None:
        super().__init__(window)
        self._window = window
        self._idle = QTimer(self, singleShot=True, interval=max(1, minutes) * 60_000)
        self._idle.timeout.connect(self.lock)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._idle.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to count anew whenever somebody touches the program."""
        if event.type() in _TOUCHES:
            self._idle.start()
        return False

    def stop(self) -> None:
        """Count no longer."""
        self._idle.stop()

    def lock(self) -> None:
        """Close the keys and hide what is open until somebody logs in; else end the program."""
        if access.user() is None:
            self._idle.start()
            return
        access.log_out("locked")
        hidden = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        for each in hidden:
            each.hide()
        if self.ask():
            for each in hidden:
                each.show()
            self._idle.start()
            self.unlocked.emit()
        else:
            self._window.close()

    def ask(self) -> bool:
        """Whether somebody logged in."""
        return bool(LoginDialog(locked=True).exec() == QDialog.DialogCode.Accepted)
