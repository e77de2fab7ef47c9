"""A review that is killed: a window and its keys decide, and a journal beside it says what about.

``python -m tests.kills.reviewing STUDY JOURNAL SEED``; ends by itself when all is decided or
whoever was to kill it is gone.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.desk.keyboard import CTRL, Keyboard, settle
from viewer import load
from viewer.gui.desk import Desk
from viewer.model import (
    Action,
    AttributePath,
    Category,
    Decision,
    Finding,
    Kind,
    Loaded,
    Location,
    ScanResult,
)
from viewer.review import SessionStore

FINDINGS = 400
_K = Qt.Key


def told(decisions: dict[str, Decision]) -> dict[str, list[str]]:
    """What a decision says, by finding id, as the journal holds it."""
    return {key: [str(each.action), each.reason] for key, each in decisions.items()}


def findings(loaded: Loaded) -> tuple[Finding, ...]:
    """Findings to decide about one by one; the same ids for the same study."""
    (series,) = loaded.series()
    sources = tuple(each.source for each in series.instances)
    place = Location(series.study_uid, series.series_uid, sources, AttributePath((0x00420011,)))
    return tuple(
        Finding(
            f"{series.study_uid}-{number}", "made", "1", Kind.DOCUMENT, place,
            Category.OTHER_UNIQUE, 1.0, "made for this", Action.REMOVE,
        )
        for number in range(FINDINGS)
    )  # fmt: skip


def review_until_killed(study: Path, journal: Path, seed: int) -> None:
    """Open the study, go on with what is undecided, and note each state after it was saved."""
    app, watcher = QApplication([]), os.getppid()
    desk, keyboard, dice = Desk(None, "research"), Keyboard(), random.Random(seed)
    desk.controller.use_store(SessionStore())
    desk.window.show()
    loaded = load.load([study])
    desk.controller.open(loaded, "research", "reviewer")
    desk.controller.attach(ScanResult(findings(loaded)), is_complete=True)
    with journal.open("a", encoding="utf-8") as lines:

        def note() -> None:
            line = {"at": time.time(), "decisions": told(desk.controller.decisions())}
            lines.write(json.dumps(line) + "\n")
            lines.flush()

        desk.controller.changed.connect(note)
        note()
        keyboard.press(_K.Key_N)
        while desk.controller.session and desk.controller.session.undecided():
            if os.getppid() != watcher:
                break
            _decide(keyboard, dice)
    desk.window.close()
    app.quit()


def _decide(keyboard: Keyboard, dice: random.Random) -> None:
    """One decision by keys: mostly accepted, some kept with a reason, some found by the search."""
    chance = dice.random()
    if chance < 0.2:
        keyboard.press(_K.Key_K)
        keyboard.type(f"because {dice.randrange(1000)}")
        keyboard.press(_K.Key_Tab)
        keyboard.press(_K.Key_Return)
        settle()
        keyboard.press(_K.Key_N)
    elif chance < 0.25:
        keyboard.press(_K.Key_1, CTRL)
        keyboard.press(_K.Key_A)
    else:
        keyboard.press(_K.Key_A)


if __name__ == "__main__":
    review_until_killed(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
