"""One study cleared in a window of its own, with a home of its own."""

from __future__ import annotations

import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests import fake_keyring
from tests.desk.heartbeat import Heartbeat
from tests.desk.reviewer import Count, Reviewer
from tests.desk.studies import STUDIES
from viewer.gui import theme
from viewer.gui.app import keep_fluid
from viewer.gui.desk import Desk
from viewer.review import SessionStore


@dataclass(frozen=True, slots=True)
class Cleared:
    """What it took, in seconds, and what the event loop did meanwhile."""

    count: Count
    seconds: float
    beats: Heartbeat


def application() -> QApplication:
    """The one there is, dressed as the program's."""
    app = QApplication.instance() or QApplication(["desk"])
    assert isinstance(app, QApplication)
    theme.apply(app, "dark")
    keep_fluid(app)
    return app


def clear(name: str, *, with_tour: bool = False) -> Cleared | None:
    """Clear a study of ``STUDIES``, None where it is not on this machine.

    With a tour every view and tool is used before anything is decided.
    """
    with tempfile.TemporaryDirectory(prefix="desk-") as scratch:
        root = Path(scratch)
        os.environ["SCANVEIL_HOME"] = str(root / "home")
        os.environ[fake_keyring.PLACE] = str(root / "keyring")
        study = STUDIES[name](root / "study")
        if study is None:
            return None
        desk = Desk(None, "research")
        desk.controller.use_store(SessionStore())
        desk.window.show()
        began = time.monotonic()
        try:
            with Heartbeat() as beats:
                count = Reviewer(desk).clear(study, root / "out", with_tour=with_tour)
            return Cleared(count, time.monotonic() - began, beats)
        finally:
            desk.window.close()
            desk.window.deleteLater()
