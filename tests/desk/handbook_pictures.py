"""``python -m tests.desk.handbook_pictures [OUT]``: the ten pictures of the quick start, anew.

They show the small demo study in the real window, and nothing else.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from tests import fake_keyring

os.environ["PYTHON_KEYRING_BACKEND"] = fake_keyring.NAME
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.desk.keyboard import wait_until
from tests.desk.pictures import desk_with_nothing, dialogs, wait_until_drawn
from viewer.demo import make_demo
from viewer.gui.desk import Desk
from viewer.gui.slice_view.panes import ALL, PLAIN
from viewer.handbook import PICTURES
from viewer.model import Kind
from viewer.paths import resource

_SIZE = 1280, 800
_WIDTH, _QUALITY = 1000, 78
_SETTLE_MS = 1_500


def main() -> int:
    """Take them and say what they weigh."""
    out = Path(sys.argv[1]) if sys.argv[1:] else resource("help") / PICTURES
    out.mkdir(parents=True, exist_ok=True)
    for each in out.glob("*.webp"):
        each.unlink()
    with desk_with_nothing(*_SIZE, "light") as (_, desk, root):
        for number, (name, widget) in enumerate(_steps(desk, root), 1):
            _take(widget, out / f"{number:02d}-{name}.webp")
    print(f"{sum(each.stat().st_size for each in out.iterdir()) // 1024} KiB in {out}")
    return 0


def _steps(desk: Desk, root: Path) -> Iterator[tuple[str, QWidget]]:
    """One widget for each step of the page, in its order."""
    yield "start", desk.window
    study = make_demo(root / "study", size="small")
    desk.opening.open([study])
    wait_until(lambda: desk.controller.session is not None, "the headers", 300)
    yield "drop", desk.window
    wait_until(lambda: desk.controller.is_complete, "the scan", 1_200)
    found = desk.controller.findings
    desk.view.choose_finding(next(each.id for each in found if each.kind is Kind.TEXT))
    yield "findings", desk.window
    desk.view.choose_finding(next(each.id for each in found if each.keyword == "PatientName"))
    desk.commands.show_tab(1)
    wait_until_drawn(desk, "header")
    yield "read", desk.window
    yield next(("decide", dialog) for _, dialog in dialogs(desk, "keep"))
    texts = [each for each in found if each.kind is Kind.TEXT]
    for each in texts[:4]:
        desk.controller.accept(each.id)
    desk.view.choose_finding(texts[0].id)
    desk.commands.show_tab(0)
    desk.window.slices.comparing.show(ALL)
    QTest.qWait(2 * _SETTLE_MS)
    yield "pictures", desk.window
    desk.window.slices.comparing.show(PLAIN)
    desk.view.choose_finding(next(each.id for each in found if each.kind is Kind.FACE))
    desk.commands.show_tab(2)
    wait_until_drawn(desk, "face")
    yield "face", desk.window
    desk.controller.accept_group([each.id for each in found])
    desk.controller.undo()
    desk.controller.redo()
    yield from ((name.partition("-")[2], each) for name, each in dialogs(desk, "history"))
    yield from ((name.partition("-")[2], each) for name, each in dialogs(desk, "export"))
    yield from (("hand-over", each) for _, each in dialogs(desk, "verify"))


def _take(widget: QWidget, path: Path) -> None:
    QTest.qWait(_SETTLE_MS)
    picture = widget.grab()
    if picture.width() > _WIDTH:
        picture = picture.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation)
    picture.save(str(path), "WEBP", _QUALITY)


if __name__ == "__main__":
    raise SystemExit(main())
