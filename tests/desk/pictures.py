"""``python -m tests.desk.pictures OUT [WIDTH HEIGHT]``: every view in both themes, to look at.

With QT_SCALE_FACTOR=2 the pictures have twice the pixels of the size given.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import fake_keyring

os.environ["PYTHON_KEYRING_BACKEND"] = fake_keyring.NAME
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.desk.cut_texts import cut_texts
from tests.desk.keyboard import wait_until
from viewer.demo import make_demo
from viewer.gui import theme
from viewer.gui.desk import Desk
from viewer.gui.slice_view.panes import ALL, PLAIN
from viewer.model import Kind
from viewer.review import SessionStore

_SETTLE_MS = 1_500
_TABS = ("slices", "header", "face", "evidence")
_DIALOGS = (
    "export", "history", "recent", "summary", "site-rules", "keys", "keep", "change", "range",
    "profiles", "handbook", "verify", "problems", "audit-log", "keys-shown", "users", "vault",
    "encrypt", "about",
)  # fmt: skip


def main() -> int:
    """Take the pictures; they show the demo study only."""
    out = Path(sys.argv[1])
    width, height = (int(each) for each in sys.argv[2:4]) if sys.argv[3:] else (1280, 800)
    out.mkdir(parents=True, exist_ok=True)
    with desk_with_nothing(width, height, "dark") as (app, desk, root):
        for name in theme.names():
            theme.apply(app, name)
            _take(desk.window, out / f"{name}-empty.png")
        desk.opening.open([make_demo(root / "study", size="small")])
        wait_until(lambda: desk.controller.is_complete, "the scan", 1_200)
        for name in theme.names():
            theme.apply(app, name)
            for view, widget in _views(desk):
                _take(widget, out / f"{name}-{view}.png")
    return 0


@contextmanager
def desk_with_nothing(
    width: int, height: int, look: str
) -> Iterator[tuple[QApplication, Desk, Path]]:
    """The program, its empty desk in a theme, and a folder for what is needed meanwhile."""
    with tempfile.TemporaryDirectory(prefix="desk-") as scratch:
        root = Path(scratch)
        os.environ["SCANVEIL_HOME"] = str(root / "home")
        os.environ[fake_keyring.PLACE] = str(root / "keyring")
        app = QApplication([])
        theme.apply(app, look)
        desk = Desk(None, "research")
        desk.controller.use_store(SessionStore())
        desk.window.resize(width, height)
        desk.window.show()
        yield app, desk, root
        desk.window.close()


def _views(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """Each view with a finding on show, then each dialog alone."""
    texts = [each for each in desk.controller.findings if each.kind is Kind.TEXT]
    faces = [each for each in desk.controller.findings if each.kind is Kind.FACE]
    for number, name in enumerate(_TABS):
        chosen = faces if name in ("face", "evidence") else texts
        desk.view.choose_finding((chosen or desk.controller.findings)[0].id)
        desk.commands.show_tab(number)
        wait_until_drawn(desk, name)
        yield name, desk.window
    desk.commands.show_tab(0)
    yield from _layouts(desk)
    desk.view.choose_finding(texts[0].id)
    for name in _DIALOGS:
        if desk.actions.made[name].isEnabled():
            yield from dialogs(desk, name)


def _layouts(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """The head with its planes; before, after and what goes of a text."""
    slices = desk.window.slices
    slices.planes.toggle()
    cuts = slices.planes.views.values()
    wait_until(lambda: all(each.cut or each.message[:2] == "No" for each in cuts), "planes", 120)
    yield "planes", desk.window
    slices.planes.toggle()
    texts = [each for each in desk.controller.findings if each.kind is Kind.TEXT]
    desk.view.choose_finding(texts[0].id)
    slices.comparing.show(ALL)
    wait_until(lambda: slices.canvas.scene.is_current, "the image", 60)
    yield "compared", desk.window
    slices.comparing.show(PLAIN)


def dialogs(desk: Desk, name: str) -> Iterator[tuple[str, QWidget]]:
    before = set(QApplication.topLevelWidgets())
    desk.actions.made[name].trigger()
    QTest.qWait(_SETTLE_MS)
    new = [each for each in QApplication.topLevelWidgets() if each not in before]
    for dialog in [each for each in new if each.isVisible() and each.isWindow()]:
        yield f"dialog-{name}", dialog
        dialog.close()


def wait_until_drawn(desk: Desk, name: str) -> None:
    """Wait until what is drawn in the background is there."""
    if name == "face":
        face = desk.window.face
        is_drawn = lambda: face.stage.image is not None and not face.link.is_busy  # noqa: E731
        wait_until(is_drawn, "the face", 300)
    if name == "header":
        wait_until(lambda: desk.window.header.tree.model().rowCount() > 0, "the header", 60)
    if name == "evidence":
        wait_until(lambda: not desk.jobs.is_running("evidence"), "the signs", 300)


def _take(widget: QWidget, path: Path) -> None:
    QTest.qWait(_SETTLE_MS)
    for each in cut_texts(widget):
        print(f"{path.stem}: cut {each}", flush=True)
    widget.grab().save(str(path))


if __name__ == "__main__":
    raise SystemExit(main())
