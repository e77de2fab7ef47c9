"""A day of work with the canary patient, and everything that is left of it."""

from __future__ import annotations

import io
import logging
import sys
import warnings
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

import viewer.__main__ as program
from tests.export.builders import exported
from tests.leaks.canary import NAME, NUMBER, UID, write_canary
from viewer import detect, load, review
from viewer.cli import main as command
from viewer.errors import UnreadableError
from viewer.gui.desk import Desk
from viewer.gui.dialogs import telling
from viewer.model import Loaded, Masked, ScanResult
from viewer.profile import load_profile
from viewer.provenance import AuditLog, Vault, look_up
from viewer.review import SessionStore
from viewer.review.audited import log_opened, log_viewed


class Day:
    """Folders of one day; ``traces`` is what an attacker finds in the evening."""

    def __init__(self, root: Path, home: Path, patched: pytest.MonkeyPatch) -> None:
        self.home, self.scratch = home, root / "scratch"
        self.source, self.out = write_canary(root / "in"), root / "out"
        self.result = root / "scan.json"
        self.scratch.mkdir()
        patched.setenv("TMPDIR", str(self.scratch))
        patched.setattr("tempfile.tempdir", None)
        self.said, self._patched = io.StringIO(), patched
        self._texts: list[str] = []

    def work(self, qtbot: QtBot) -> None:
        """Load, scan, review, clean, export, verify, look up, break."""
        handler = logging.StreamHandler(self.said)
        root = logging.getLogger()
        level = root.level
        root.addHandler(handler)
        root.setLevel(logging.DEBUG)
        try:
            with ExitStack() as stack:
                stack.enter_context(redirect_stdout(self.said))
                stack.enter_context(redirect_stderr(self.said))
                stack.enter_context(warnings.catch_warnings())
                warnings.simplefilter("always")
                self._review(qtbot)
                self._command_line()
                self._vault()
                self._faults()
        finally:
            root.removeHandler(handler)
            root.setLevel(level)

    def traces(self) -> dict[str, bytes]:
        """Private folder, temporary files, export, everything said, texts outside the window."""
        folders = {"home": self.home, "scratch": self.scratch, "out": self.out}
        found = {
            f"{name}/{path.relative_to(folder).as_posix()}": path.read_bytes()
            for name, folder in folders.items()
            for path in folder.rglob("*")
            if path.is_file()
        }
        packed = self.out.with_name("out.zip")
        found |= {packed.name: packed.read_bytes()}
        # The result of a scan names its series by their UIDs, or nobody could find them again.
        found[self.result.name] = self.result.read_bytes().replace(UID.encode(), b"")
        found["said"] = self.said.getvalue().encode("utf-8", "surrogatepass")
        found["texts"] = "\n".join(self._texts).encode("utf-8", "surrogatepass")
        return found

    def _review(self, qtbot: QtBot) -> None:
        loaded = load.load([self.source])
        result = detect.scan(loaded, load_profile("research"), text=False, face=False)
        logging.debug("found %r", [each.text for each in result.findings])
        log_opened(AuditLog(), loaded)
        log_viewed(AuditLog(), next(loaded.series()).series_uid)
        self._texts += [*loaded.warnings, *(each.reason for each in loaded.unreadable)]
        self._window(qtbot, loaded, result)
        start = review.ReviewSession(loaded, ScanResult(result.findings), "research", "reviewer")
        store = SessionStore()
        store.claim(loaded)
        store.save(start, review.keep(start, result.findings[0].id, "needed"))
        store.close()

    def _window(self, qtbot: QtBot, loaded: Loaded, result: ScanResult) -> None:
        desk = Desk(None, "research")
        qtbot.addWidget(desk.window)
        desk.controller.open(loaded, "research", "coordinator")
        desk.controller.attach(result, is_complete=True)
        crash = telling.crash(_fault(), desk.window)
        self._texts += [desk.window.windowTitle(), QGuiApplication.applicationDisplayName()]
        self._texts += [each.text() for each in crash.findChildren(QLabel)]
        self._texts += [each.windowTitle() for each in desk.window.findChildren(QWidget)]
        self._texts += [action.text() for action in desk.actions.made.values()]
        self._texts.append(QGuiApplication.clipboard().text())
        desk.window.close()

    def _command_line(self) -> None:
        scan = ["scan", str(self.source), "--no-text", "--no-face"]
        assert command([*scan, "--json", str(self.result)]) == 3
        assert command([*scan, "--html", "-"]) == 3
        assert exported(self.source, self.out, zip=True).instances == 4
        assert command(["verify", str(self.out)]) == 0
        command(["audit", "show"])
        command(["audit", "export", "--out", str(self.home / "audit-messages.xml")])

    def _vault(self) -> None:
        with Vault.open() as vault:
            assert look_up(vault, NUMBER, "a finding that must be reported")
            logging.debug("vault %r %r", vault.info(), Masked(NAME))

    def _faults(self) -> None:
        """The command breaks with the patient in its hands."""
        with self._patched.context() as patched:
            patched.setattr(program, "command_line", _break)
            patched.setattr(sys, "argv", ["scanveil", "scan", "x"])
            assert program.main() == 1
        try:
            load.load([self.source / "cut.dcm"])
        except UnreadableError as error:
            self.said.write(str(error))


def _break(*_: object, **__: object) -> int:
    raise _fault()


def _fault() -> Exception:
    """What a library says about a value it cannot use."""
    try:
        float(NAME)
    except ValueError as error:
        return error
    raise AssertionError
