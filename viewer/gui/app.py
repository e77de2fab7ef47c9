"""The composition root: starts Qt, builds the desk, opens what was asked for, and ends cleanly."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from viewer import settings
from viewer.errors import ScanveilError
from viewer.gui import theme, window_layout
from viewer.gui.auto_lock import AutoLock
from viewer.gui.desk import Desk
from viewer.gui.dialogs import telling
from viewer.gui.language import language, tr
from viewer.gui.unlocking import open_keys
from viewer.review import SessionStore

_COLLECT_EVERY_MS = 1_000
_SETTLE_MS = 1_500
_GIVE_WAY_S = 0.001


def run(
    paths: Sequence[Path | str] = (),
    *,
    profile: str | None = None,
    screenshot: Path | str | None = None,
) -> int:
    """Open the window on paths and return the exit status.

    With ``screenshot`` the scan is awaited, a picture of the window saved, and the window closed.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("scanveil")
    chosen = settings.load()
    _speak(app)
    theme.apply(app, chosen.theme)
    keep_fluid(app)
    desk = Desk(None, profile or chosen.profile)
    _open_store(desk)
    sys.excepthook = _hook(desk)
    window_layout.restore(desk.window)
    desk.window.closing.connect(lambda: window_layout.remember(desk.window))
    lock = AutoLock(desk.window, chosen.lock_minutes)
    desk.window.closing.connect(lock.stop)
    lock.unlocked.connect(desk.controller.changed)
    desk.window.show()
    if paths:
        desk.opening.open([Path(each) for each in paths])
    if screenshot is not None:
        _take(desk, Path(screenshot))
    return int(app.exec())


def _speak(app: QApplication) -> None:
    """Qt's own words, such as those of file choosers, in the language of the window."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    made = QTranslator(app)
    if language() != "en" and made.load(f"qtbase_{language()}", folder):
        app.installTranslator(made)


def _open_store(desk: Desk) -> None:
    try:
        if open_keys():
            desk.controller.use_store(SessionStore())
            desk.studies.recents_changed.emit()
    except ScanveilError as error:
        telling.NoteDialog(tr("Decisions are not saved"), (error.message, error.advice)).exec()


def keep_fluid(app: QApplication) -> None:
    """Threads and the collector leave the window its turns.

    Automatic collection could destroy a QObject on a pool thread. Often and only the youngest: a
    rare look at everything would hold up the window. A busy thread gives way after a millisecond.
    """
    sys.setswitchinterval(_GIVE_WAY_S)
    gc.disable()
    timer = QTimer(app)
    timer.timeout.connect(lambda: gc.collect(0))
    timer.start(_COLLECT_EVERY_MS)
    gc.freeze()


def _hook(desk: Desk):  # type: ignore[no-untyped-def] # noqa: ANN202
    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            desk.window.close()
            return
        error.__traceback__ = trace
        telling.crash(error, desk.window).open()

    return show


def _take(desk: Desk, out: Path) -> None:
    def save() -> None:
        out.parent.mkdir(parents=True, exist_ok=True)
        desk.window.grab().save(str(out))
        desk.window.close()

    def soon(*_: object) -> None:
        desk.commands.next_undecided()
        QTimer.singleShot(_SETTLE_MS, desk, save)

    desk.opening.scanned.connect(soon)
    desk.opening.failed.connect(soon)
