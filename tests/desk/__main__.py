"""``python -m tests.desk [demo|cine|head_ct|secondary|all]``: clears studies with keys, counted."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests import fake_keyring

os.environ["PYTHON_KEYRING_BACKEND"] = fake_keyring.NAME
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.desk.reviewer import Count, Reviewer
from tests.desk.studies import STUDIES
from viewer.gui import theme
from viewer.gui.desk import Desk
from viewer.review import SessionStore


def main() -> int:
    """Clear each study in a window of its own; status 1 when one was not verified."""
    parser = argparse.ArgumentParser(prog="python -m tests.desk")
    parser.add_argument("studies", nargs="*", choices=[*STUDIES, "all"], default="all")
    asked = parser.parse_args().studies
    wanted = list(STUDIES) if "all" in asked else asked
    app = QApplication(sys.argv[:1])
    theme.apply(app, "dark")
    print(f"{'study':<12}{'findings':>9}{'presses':>9}{'typed':>7}{'files':>7}{'s':>7}  outcome")
    outcomes = [_clear(name) for name in wanted]
    return 0 if all(outcomes) else 1


def _clear(name: str) -> bool:
    with tempfile.TemporaryDirectory(prefix="desk-") as scratch:
        root = Path(scratch)
        os.environ["SCANVEIL_HOME"] = str(root / "home")
        os.environ[fake_keyring.PLACE] = str(root / "keyring")
        study = STUDIES[name](root / "study")
        if study is None:
            print(f"{name:<12}  not on this machine")
            return True
        began = time.monotonic()
        count = _reviewed(study, root / "out")
        took = time.monotonic() - began
        shutil.rmtree(root / "out")
    outcome = count.exported.verified.outcome.splitlines()[0]
    files = count.exported.report.instances
    keys = f"{count.presses:>9}{count.typed:>7}"
    print(f"{name:<12}{count.findings:>9}{keys}{files:>7}{took:>7.0f}  {outcome}", flush=True)
    return count.exported.verified.ok


def _reviewed(study: Path, out: Path) -> Count:
    desk = Desk(None, "research")
    desk.controller.use_store(SessionStore())
    desk.window.show()
    try:
        return Reviewer(desk).clear(study, out)
    finally:
        desk.window.close()


if __name__ == "__main__":
    raise SystemExit(main())
