"""Finds out in a process of its own whether surfaces can be drawn, as bad drivers crash."""

from __future__ import annotations

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from viewer.processes import command_for

_MODULE = "viewer.surface.render_probe"
_LIMIT_MS = 60_000


class DrawingProbe(QObject):
    """Asks once per program run; ``answered`` carries whether drawing works."""

    answered = Signal(bool)
    _known: bool | None = None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None

    @property
    def answer(self) -> bool | None:
        """Whether drawing works; None while it is not known."""
        return DrawingProbe._known

    def ask(self) -> None:
        """Start finding out, unless it is known or being found out."""
        if self.answer is not None or self._process is not None:
            return
        self._process = QProcess(self)
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)
        program, *words = command_for(_MODULE)
        self._process.start(program, words)
        QTimer.singleShot(_LIMIT_MS, self._process, self._process.kill)

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._conclude(status == QProcess.ExitStatus.NormalExit and code == 0)

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._conclude(False)

    def _conclude(self, works: bool) -> None:
        DrawingProbe._known = works
        self.answered.emit(works)
